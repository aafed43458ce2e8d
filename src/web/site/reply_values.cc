#include "web/site/reply_values.h"

#include <algorithm>

#include <fmt/format.h>

#include "pages/reply_typed.h"
#include "pages/sheet_pages.h"
#include "progress/media.h"
#include "tasks/held_file.h"

namespace makegood::web {
namespace {

using pages::AnswerForm;
using tasks::Draft;

std::optional<pages::OtherWord> other_word(const Update* update) {
  if (update == nullptr) return std::nullopt;
  return pages::OtherWord{update->voice.post_words, *update};
}

std::string title_of(const Plan& plan, const ItemId& id) {
  const auto* item = id.empty() ? nullptr : find_item(plan, id);
  return item == nullptr ? std::string{} : item->title;
}

std::vector<pages::ShownEvidence> shown(const App& app, const std::vector<Evidence>& all) {
  std::vector<pages::ShownEvidence> out;
  for (const auto& evidence : all) out.push_back(shown_evidence(app, evidence, {}, false));
  return out;
}

/// Of a finding that is held an owner reads what everybody reads.
std::optional<pages::PanelVoice> panel_of(const Answering& answering, const ItemId& item, Day today) {
  auto voice = pages::make_panel_voice(answering.kept->plan.slug, item, *answering.progress, {}, today);
  if (!voice.finding) return std::nullopt;
  if (voice.finding->hold) {
    const auto open = pages::make_panel_voice(answering.kept->plan.slug, item, public_part(*answering.progress), {}, today);
    return open.finding ? std::optional(open) : std::nullopt;
  }
  return voice;
}

pages::ReplyItem item_values(const App& app, const Answering& answering, const Item& item) {
  const auto& plan = answering.kept->plan;
  const auto* draft = answering.draft_of(item.id);
  const auto* sent = answering.sent_about(item.id);
  pages::ReplyItem values;
  values.item = item;
  values.parent_title = title_of(plan, item.parent);
  values.calendar = pages::calendar_fact(plan, item, app.workspace.clock.now().today);
  values.last = other_word(makegood::standing_of(*answering.progress, item.id).last_word);
  values.last_said = tasks::last_said(*answering.progress, item.id);
  values.panel = panel_of(answering, item.id, app.workspace.clock.now().today);
  if (sent != nullptr) {
    values.sent = *sent;
    values.sent_evidence = shown(app, sent->evidence);
    values.form = pages::answer_form(*sent);
    values.evidence = values.sent_evidence;
  }
  values.form.seen = values.last_said;
  if (draft == nullptr) return values;
  values.begun = true;
  values.form = pages::answer_form_from(draft->fields);
  values.form.seen = draft->seen;
  values.evidence = shown(app, draft->evidence);
  for (const auto* other : tasks::said_since(*answering.progress, item.id, draft->seen, answering.request))
    values.since.push_back(*other_word(other));
  return values;
}

// Where it was sent before, a correction begins with what was sent.
Draft begin_draft(const Answering& answering, const ItemId& item) {
  if (const auto* kept = answering.draft_of(item)) return *kept;
  Draft draft;
  draft.holder = answering.holder;
  draft.item = item;
  if (const auto* sent = answering.sent_about(item)) draft.evidence = sent->evidence;
  return draft;
}

class FormTaker {
 public:
  FormTaker(const App& app, const Answering& answering, const Request& request) : app_(app), answering_(answering), request_(request), pairs_(pairs_of(request.form)) {}

  Result<TakenForm> take() {
    for (const auto& id : answering_.items) {
      const auto* item = find_item(answering_.kept->plan, id);
      if (item == nullptr) continue;
      if (auto done = take_item(*item); !done) return tl::unexpected(done.error());
    }
    return std::move(taken_);
  }

 private:
  Result<void> take_item(const Item& item) {
    const auto form = pages::answer_form_from(pages::pairs_about(pairs_, item.id));
    auto draft = begin_draft(answering_, item.id);
    draft.seen = form.seen;
    std::vector<pages::FieldFault> faults;
    drop_evidence(draft, form);
    if (auto done = take_files(draft, item, form, faults); !done) return done;
    for (auto evidence : pages::evidence_from(form)) {
      evidence.id = make_id<EvidenceTag>(app_.workspace.random);
      draft.evidence.push_back(std::move(evidence));
    }
    auto left = pages::without_evidence(form);
    if (fills_rest_ && answering_.sent_about(item.id) == nullptr && form.is_blank() && draft.evidence.empty()) left.claim = pages::kNoChange;
    if (says_nothing(draft, left)) {
      taken_.dropped.push_back(item.id);
      return {};
    }
    for (auto& fault : pages::faults_of(left, item, draft.evidence)) faults.push_back(std::move(fault));
    left.narrative = shorten_to_limit(std::move(left.narrative));
    draft.fields = pages::pairs_of(left);
    taken_.drafts.push_back(std::move(draft));
    if (!faults.empty()) taken_.faults.emplace_back(item.id, std::move(faults));
    return {};
  }

  // Nothing typed, or the very same as was sent.
  bool says_nothing(const Draft& draft, const AnswerForm& form) const {
    const auto* sent = answering_.sent_about(draft.item);
    if (sent == nullptr) return form.is_blank() && draft.evidence.empty();
    auto words = pages::words_from(form);
    words.evidence = draft.evidence;
    auto before = *sent;
    before.narrative = trim(before.narrative);
    return makegood::says_the_same(words, before) && sent->state != UpdateState::returned;
  }

  void drop_evidence(Draft& draft, const AnswerForm& form) {
    std::erase_if(draft.evidence, [&](const Evidence& evidence) {
      const bool dropped = std::find(form.drop.begin(), form.drop.end(), evidence.id.text) != form.drop.end();
      if (dropped && evidence.kind == EvidenceKind::file) taken_.let_go.push_back(evidence.digest);
      return dropped;
    });
  }

  Result<void> take_files(Draft& draft, const Item& item, const AnswerForm& form, std::vector<pages::FieldFault>& faults) {
    for (const auto& file : request_.files) {
      if (file.field != item.id.text + "-file") continue;
      const auto size = file.content->size();
      if (size == 0 || size > kLargestEvidence) {
        faults.push_back({item.id.text + "-file", size == 0 ? "answer.error.file_empty" : "answer.error.file_large"});
        continue;
      }
      auto received = tasks::receive_file(app_.workspace, {file.name, form.file_shows}, file.content->bytes());
      if (!received) return tl::unexpected(received.error());
      draft.evidence.push_back(std::move(*received));
    }
    return {};
  }

  // What is far too long is kept as far as it could be sent; the fault says so.
  static std::string shorten_to_limit(std::string text) { return text.size() > 4 * kLongestNarrative ? shorten(text, kLongestNarrative) : text; }

  const App& app_;
  const Answering& answering_;
  const Request& request_;
  pages::QueryPairs pairs_;
  bool fills_rest_ = request_.form.value("action") == "rest";  ///< what was left blank has not changed
  TakenForm taken_;
};

}  // namespace

const Draft* Answering::draft_of(const ItemId& item) const {
  const auto found = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) { return draft.item == item; });
  return found == drafts.end() ? nullptr : &*found;
}

const Update* Answering::sent_about(const ItemId& item) const {
  if (request.empty()) return nullptr;
  const Update* sent = nullptr;
  for (const auto& update : progress->updates)
    if (update.item == item && update.request == request) sent = &update;
  return sent;
}

Result<OpenedReply> open_reply(const App& app, std::string_view token) {
  auto open = tasks::find_reply(app.workspace, token);
  if (!open) return tl::unexpected(open.error());
  auto progress = app.workspace.progress.of_plan(open->kept->plan.slug);
  if (!progress) return tl::unexpected(progress.error());
  Answering about{open->kept, {}, tasks::holder_of_request(open->request.id.text), open->request.id.text, std::move(*progress), {}};
  for (const auto& asked : open->request.items) about.items.push_back(asked.item);
  auto drafts = app.workspace.drafts.of(about.holder);
  if (!drafts) return tl::unexpected(drafts.error());
  about.drafts = std::move(*drafts);
  return OpenedReply{std::move(*open), std::move(about)};
}

html::Url evidence_url(std::string_view slug, const ItemId& item, const Evidence& evidence) {
  return html::Url::path({"plans", slug, "items", item.text, "evidence", fmt::format("{}.{}", evidence.id.text, suffix_of(evidence.media))});
}

pages::ShownEvidence shown_evidence(const App& app, const Evidence& evidence, const html::Url& file, bool staff) {
  pages::ShownEvidence out{evidence, ScanState::clean, {}};
  if (evidence.kind != EvidenceKind::file) return out;
  out.scan = tasks::state_of_file(app.workspace, evidence).value_or(ScanState::waiting);
  if (tasks::may_be_opened(out.scan, staff)) out.url = file;
  return out;
}

std::string contact_of(const App& app) {
  const auto& from = app.workspace.letterhead.from;
  return from == tasks::Letterhead{}.from ? std::string{} : from;
}

pages::ReplyPage answering_values(const App& app, const Answering& answering) {
  pages::ReplyPage values;
  values.plan_title = answering.kept->plan.title;
  values.has_scanner = app.workspace.scanner != nullptr;
  values.contact = contact_of(app);
  for (const auto& id : answering.items)
    if (const auto* item = find_item(answering.kept->plan, id)) values.items.push_back(item_values(app, answering, *item));
  return values;
}

void tell_questions(pages::ReplyPage& values, const Questions& questions) {
  for (auto& item : values.items)
    for (const auto& question : questions)
      if (question.challenge.item == item.item.id) item.questions.push_back(question);
}

Questions questions_of(const App& app, const OpenedReply& opened) {
  Questions questions;
  for (const auto* challenge : tasks::questions_behind(opened.open, *opened.about.progress))
    questions.push_back({*challenge, tasks::may_answer_by_link(opened.open, challenge->item, app.workspace.clock.now().today).has_value()});
  return questions;
}

pages::ReplyPage reply_values(const App& app, const OpenedReply& opened, std::string_view token) {
  auto values = answering_values(app, opened.about);
  tell_questions(values, questions_of(app, opened));
  values.at = pages::reply_url(token);
  values.sheet = pages::reply_sheet_url(token);
  values.who = opened.open.post_words;
  values.closes = opened.open.cycle.closes;
  return values;
}

Response reply_gone(const App& app, const Visit& who, const Refusal& refusal) {
  if (refusal.fault != Fault::not_found && refusal.fault != Fault::not_allowed) return refusal_page(who, refusal);
  const bool unknown = refusal.fault == Fault::not_found;
  const auto why = unknown ? pages::ReplyGone::unknown : pages::ReplyGone::over;
  return no_store(page(pages::reply_gone_page(why, refusal.message, contact_of(app), who.site), unknown ? 404 : 410));
}

Response gone_while_typing(const App& app, const Visit& who, const std::vector<std::string>& typed, const Refusal& refusal) {
  if (refusal.fault != Fault::not_allowed) return reply_gone(app, who, refusal);
  return no_store(page(pages::reply_over_page(refusal.message, contact_of(app), typed, who.site), 410));
}

Result<TakenForm> take_form(const App& app, const Answering& answering, const Request& request) { return FormTaker(app, answering, request).take(); }

Result<void> keep_form(const App& app, const Answering& answering, const TakenForm& taken) {
  for (const auto& item : taken.dropped)
    if (auto dropped = app.workspace.drafts.drop(answering.holder, item); !dropped) return dropped;
  if (auto saved = tasks::save_drafts(app.workspace, taken.drafts); !saved) return saved;
  for (const auto& digest : taken.let_go)  // once no draft speaks of it
    if (auto gone = app.workspace.quarantine.let_go(digest); !gone) return gone;
  return {};
}

bool has_file_faults(const TakenForm& taken) {
  for (const auto& [id, faults] : taken.faults)
    for (const auto& fault : faults)
      if (fault.field.ends_with("-file")) return true;
  return false;
}

void tell_faults(pages::ReplyPage& values, const TakenForm& taken) {
  for (auto& item : values.items)
    for (const auto& [id, faults] : taken.faults)
      if (id == item.item.id) item.faults = faults;
}

std::vector<tasks::Said> said_in(const Answering& answering, const Request& request) {
  std::vector<tasks::Said> all;
  const auto pairs = pairs_of(request.form);
  for (const auto& draft : answering.drafts) {
    tasks::Said said{draft.item, pages::words_from(pages::answer_form_from(draft.fields)), draft.seen};
    said.words.evidence = draft.evidence;
    const auto own = pages::pairs_about(pairs, draft.item);
    if (const auto seen = pages::answer_form_from(own).seen; seen > said.seen) said.seen = seen;
    all.push_back(std::move(said));
  }
  return all;
}

bool is_whole(const Answering& answering) {
  for (const auto& draft : answering.drafts) {
    const auto* item = find_item(answering.kept->plan, draft.item);
    if (item != nullptr && !pages::faults_of(pages::answer_form_from(draft.fields), *item, draft.evidence).empty()) return false;
  }
  return true;
}

}  // namespace makegood::web
