// Files that were sent as evidence, and the file of everything that is held about an item.

#include "json/json.h"
#include "pages/item_file_page.h"
#include "progress/media.h"
#include "tasks/held_file.h"
#include "web/site/reply_values.h"

namespace makegood::web {
namespace {

const Evidence* find_evidence(const Progress& progress, const ItemId& item, std::string_view id) {
  for (const auto& update : progress.updates)
    for (const auto& evidence : update.evidence)
      if (update.item == item && evidence.id.text == id && evidence.kind == EvidenceKind::file) return &evidence;
  return nullptr;
}

bool is_staff(const Visit& who, std::string_view slug) {
  return who.session && tasks::may(who.session->actor, tasks::Action::see_evidence, {.plan = slug});
}

Result<void> must_be_open(ScanState state, bool staff) {
  if (tasks::may_be_opened(state, staff)) return {};
  if (state == ScanState::infected) return refuse(Fault::not_allowed, "the scanner found something harmful in this file: it is not handed out");
  if (state == ScanState::waiting) return refuse(Fault::not_allowed, "the scanner has not looked at this file yet: try again in some minutes");
  return refuse(Fault::not_allowed, "nothing has looked for viruses in this file: it is handed out to people who are signed in only");
}

// Never opened beside our pages: saved, not shown, and if shown then without any right.
Response as_download(std::string bytes, const Evidence& evidence) {
  auto response = download(std::move(bytes), evidence.media, evidence.name.empty() ? evidence.id.text : evidence.name);
  response.headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
  return no_store(std::move(response));
}

std::string laid_out(const std::string& payload) {
  const auto json = OrderedJson::parse(payload, nullptr, false);
  return json.is_discarded() ? payload : json.dump(2, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace

Response evidence_file(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const bool staff = is_staff(who, match["slug"]);
  const auto kept = app.workspace.plans.find(match["slug"], staff ? View::live : View::released);
  if (!kept) return refusal_page(who, kept.error());
  const auto progress = app.workspace.progress.of_plan(match["slug"]);
  if (!progress) return refusal_page(who, progress.error());
  const ItemId item{std::string(match["id"])};
  const auto open = staff ? Progress{} : public_part(**progress);
  const auto* evidence = find_evidence(staff ? **progress : open, item, match["evidence"]);
  const bool is_called_so = evidence != nullptr && (match.suffix.empty() || match.suffix == suffix_of(evidence->media));
  if (!is_called_so || find_item((*kept)->plan, item) == nullptr) return page(pages::not_found_page(who.site), 404);
  const auto file = tasks::find_evidence_file(app.workspace, evidence->digest);
  if (!file) return refusal_page(who, file.error());
  if (auto may = must_be_open(file->state, staff); !may) return no_store(refusal_page(who, may.error()));
  if (staff)
    if (auto noted = tasks::note_access(app.workspace, who.session->actor.name, tasks::Looked::evidence, evidence->id.text); !noted)
      return refusal_page(who, noted.error());
  auto bytes = app.workspace.quarantine.bytes(evidence->digest);
  if (!bytes) return refusal_page(who, bytes.error());
  return as_download(std::move(*bytes), *evidence);
}

namespace {

/// As it was typed; its files are in the package alone.
pages::ItemFilePage::Draft shown_draft(const App& app, const tasks::UnsentDraft& unsent) {
  pages::ItemFilePage::Draft shown{unsent.who, unsent.draft.saved_at, pages::answer_form_from(unsent.draft.fields), {}};
  for (const auto& evidence : unsent.draft.evidence) shown.evidence.push_back(shown_evidence(app, evidence, {}, true));
  return shown;
}

}  // namespace

Response item_file(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto file = tasks::find_item_file(app.workspace, who.session->actor, match["slug"], ItemId(std::string(match["id"])));
  if (!file) return refusal_page(who, file.error());
  if (match.suffix == "zip") {
    auto bytes = tasks::write_item_file(app.workspace, *file, who.site.words);
    if (!bytes) return refusal_page(who, bytes.error());
    return no_store(download(std::move(*bytes), "application/zip", file->item->id.text + ".zip"));
  }
  pages::ItemFilePage values;
  values.slug = file->kept->plan.slug;
  values.plan_title = file->kept->plan.title;
  values.item = file->item->id;
  values.title = file->item->title;
  for (const auto& unsent : file->drafts) values.drafts.push_back(shown_draft(app, unsent));
  for (const auto& entry : file->entries)
    values.entries.push_back({entry.sequence, entry.at, entry.actor, entry.kind, entry.erased, laid_out(entry.payload)});
  for (const auto& evidence : file->evidence)
    values.evidence.push_back(shown_evidence(app, evidence, evidence_url(values.slug, values.item, evidence), true));
  return no_store(page(pages::item_file_page(values, who.site)));
}

}  // namespace makegood::web
