// What becomes of an update once it was sent.

#include <algorithm>

#include "html/html.h"
#include "progress/json.h"
#include "tasks/letter_words.h"
#include "tasks/publication.h"
#include "tasks/updates.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

struct FoundUpdate {
  Update update;
  std::shared_ptr<const KeptPlan> kept;
};

Result<FoundUpdate> find_update(const Workspace& w, std::string_view slug, const UpdateSeen& seen) {
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  const auto progress = w.progress.of_plan(slug);
  if (!progress) return tl::unexpected(progress.error());
  for (const auto& update : (*progress)->updates) {
    if (update.id != seen.id || update.plan != slug) continue;
    if (update.sequence != seen.sequence)
      return refuse(Fault::conflict, "something was done about this update since you opened it: look at it again");
    return FoundUpdate{update, *kept};
  }
  return refuse(Fault::not_found, "there is no such update");
}

Result<void> must_be(const Update& update, std::initializer_list<UpdateState> states, const char* otherwise) {
  if (std::find(states.begin(), states.end(), update.state) != states.end()) return {};
  return refuse(Fault::conflict, otherwise);
}

// The item's last entry is asked for before the update is looked at, so that nothing slips in between.
Result<void> append(const Workspace& w, Batch batch, const Update& update, std::int64_t last) {
  batch.expectations.push_back({update.item.text, last});
  batch.at = w.clock.now().utc();
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  return {};
}

Change entry_of(const char* kind, const Update& update, const Actor& actor) {
  return {kind, update.item.text, actor.name, write_update(update)};
}

std::string title_of(const FoundUpdate& found) {
  const auto* item = find_item(found.kept->plan, found.update.item);
  return item == nullptr ? std::string{} : shorten(item->title, 80);
}

Letter question_letter(const FoundUpdate& found, const Person& person, const std::string& link) {
  Letter letter;
  letter.key = "question " + found.update.id.text + " " + std::to_string(found.update.sequence);
  letter.kind = LetterKind::notice;
  letter.to = person.email;
  letter.to_name = found.update.voice.post_words;
  const auto words = Words::for_language(language_of(person));
  letter.subject = words("letter.question.subject", {{"title", title_of(found)}});
  LetterWords body(words.language());
  body.paragraph(words("letter.question.intro", {{"title", title_of(found)}})).paragraph(found.update.question);
  if (!link.empty()) body.link(words("letter.question.answer"), link);
  body.paragraph(words("letter.question.kept"));
  body.into(letter);
  return letter;
}

// Whoever was asked by letter is told by letter, with a link that opens the same request.
Result<void> add_letter(const Workspace& w, const FoundUpdate& found, Batch& batch) {
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto* person = find_person(**directory, found.update.voice.person);
  if (person == nullptr || person->email.empty()) return {};
  std::string link;
  if (!found.update.request.empty()) {
    const auto token = make_reply_token(w.random);
    batch.errands.push_back(reply_link_errand(RequestId(found.update.request), token));
    link = w.letterhead.address(language_of(*person), "/reply/" + token);
  }
  auto errand = letter_errand(w, question_letter(found, *person, link));
  if (!errand) return tl::unexpected(errand.error());
  batch.errands.push_back(std::move(*errand));
  return {};
}

Result<void> put_public_words(Update& update, const Approval& approval) {
  update.public_summary = trim(valid_utf8(approval.public_summary));
  update.translations.clear();
  for (const auto& translation : approval.translations) {
    const std::string text(trim(valid_utf8(translation.text)));
    if (text.empty()) continue;
    if (translation.language.empty()) return refuse(Fault::invalid_input, "say which language this is");
    update.translations.push_back({translation.language, text});
  }
  for (auto& evidence : update.evidence)
    evidence.open = std::find(approval.open.begin(), approval.open.end(), evidence.id) != approval.open.end();
  return {};
}

}  // namespace

Result<void> return_update(const Workspace& w, const Actor& actor, std::string_view slug, const UpdateSeen& seen, std::string_view question) {
  if (auto allowed = require(actor, Action::approve_update, {.plan = slug}); !allowed) return allowed;
  if (trim(question).empty()) return refuse(Fault::invalid_input, "say what you ask", "question");
  auto found = find_update(w, slug, seen);
  if (!found) return tl::unexpected(found.error());
  const auto last = w.ledger.last_about(found->update.item.text);
  if (!last) return tl::unexpected(last.error());
  if (auto open = must_be(found->update, {UpdateState::submitted}, "only an update that waits for approval can be sent back"); !open) return open;
  found->update.state = UpdateState::returned;
  found->update.question = trim(valid_utf8(question));
  Batch batch;
  batch.changes = {entry_of("update.returned", found->update, actor)};
  if (auto told = add_letter(w, *found, batch); !told) return told;
  return append(w, std::move(batch), found->update, *last);
}

Result<void> approve_update(const Workspace& w, const Actor& actor, std::string_view slug, const UpdateSeen& seen, const Approval& approval) {
  if (auto allowed = require(actor, Action::approve_update, {.plan = slug}); !allowed) return allowed;
  if (approval.publish)
    if (auto allowed = require(actor, Action::publish_update, {.plan = slug}); !allowed) return allowed;
  auto found = find_update(w, slug, seen);
  if (!found) return tl::unexpected(found.error());
  if (approval.publish)
    if (auto open = refuse_if_held(w, found->kept->plan.organisation); !open) return open;
  auto& update = found->update;
  const auto last = w.ledger.last_about(update.item.text);
  if (!last) return tl::unexpected(last.error());
  if (auto open = must_be(update, {UpdateState::submitted, UpdateState::approved}, "this update was sent back or published already"); !open) return open;
  if (auto put = put_public_words(update, approval); !put) return put;
  update.state = UpdateState::approved;
  Batch batch;
  batch.changes = {entry_of("update.approved", update, actor)};
  if (approval.publish) {
    update.state = UpdateState::published;
    batch.changes.push_back(entry_of("update.published", update, actor));
  }
  return append(w, std::move(batch), update, *last);
}

Result<void> publish_update(const Workspace& w, const Actor& actor, std::string_view slug, const UpdateSeen& seen) {
  if (auto allowed = require(actor, Action::publish_update, {.plan = slug}); !allowed) return allowed;
  auto found = find_update(w, slug, seen);
  if (!found) return tl::unexpected(found.error());
  if (auto open = refuse_if_held(w, found->kept->plan.organisation); !open) return open;
  const auto last = w.ledger.last_about(found->update.item.text);
  if (!last) return tl::unexpected(last.error());
  if (auto open = must_be(found->update, {UpdateState::approved}, "only an approved update can be published"); !open) return open;
  found->update.state = UpdateState::published;
  Batch batch;
  batch.changes = {entry_of("update.published", found->update, actor)};
  return append(w, std::move(batch), found->update, *last);
}

}  // namespace makegood::tasks
