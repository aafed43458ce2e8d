// Answers by spreadsheet: behind an owner's link, and on the desk for a post or an organisation.

#include <algorithm>

#include <fmt/format.h>

#include "formats/write.h"
#include "pages/sheet_pages.h"
#include "web/site/reply_values.h"

namespace makegood::web {
namespace {

constexpr RouteOptions kSheet{.body = BodyKind::multipart, .max_body = tasks::kLargestSheet + kFormBytes, .heavy = true};
Response send_workbook(const Visit& who, const OwnerSheet& sheet) {
  auto bytes = write_xlsx(owner_workbook(sheet, who.site.words));
  if (!bytes) return refusal_page(who, bytes.error());
  return no_store(download(std::move(*bytes), std::string(kWorkbookType), fmt::format("updates-{}.xlsx", sheet.sent.iso())));
}

const UploadedFile* workbook_in(const Request& request) {
  const auto file = std::find_if(request.files.begin(), request.files.end(), [](const UploadedFile& f) { return f.field == pages::kSheetFile && !f.name.empty(); });
  return file == request.files.end() ? nullptr : &*file;
}

/// Whoever filled the sheet in last said it last: their words take the place of what was typed into the form, evidence stays.
tasks::Draft draft_from(const App& app, const Answering& about, const SheetReturn& row) {
  tasks::Draft draft;
  if (const auto* kept = about.draft_of(row.line.item)) draft.evidence = kept->evidence;
  else if (const auto* sent = about.sent_about(row.line.item)) draft.evidence = sent->evidence;
  draft.holder = about.holder;
  draft.item = row.line.item;
  draft.fields = pages::pairs_of(pages::answer_form(row.words));
  draft.seen = tasks::last_said(*about.progress, row.line.item);
  for (auto evidence : row.words.evidence) {
    const bool is_there = std::any_of(draft.evidence.begin(), draft.evidence.end(), [&](const Evidence& e) { return e.url == evidence.url && e.text == evidence.text; });
    if (is_there) continue;
    evidence.id = make_id<EvidenceTag>(app.workspace.random);
    draft.evidence.push_back(std::move(evidence));
  }
  return draft;
}

Result<void> keep_rows(const App& app, const Answering& about, const std::vector<SheetReturn>& rows) {
  std::vector<tasks::Draft> drafts;
  for (const auto& row : rows)
    if (row.fate == RowFate::answered) drafts.push_back(draft_from(app, about, row));
  return tasks::save_drafts(app.workspace, std::move(drafts));
}

/// Straight on to the check where every row that says something holds.
bool is_clean(const std::vector<SheetReturn>& rows) {
  return std::none_of(rows.begin(), rows.end(), [](const SheetReturn& row) { return row.refused(); }) &&
         std::any_of(rows.begin(), rows.end(), [](const SheetReturn& row) { return row.fate == RowFate::answered; });
}

Response reply_sheet(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return reply_gone(app, who, opened.error());
  const auto sheet = tasks::sheet_for_reply(app.workspace, opened->open, who.site.words);
  return sheet ? send_workbook(who, *sheet) : refusal_page(who, sheet.error());
}

Response take_reply_sheet(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return reply_gone(app, who, opened.error());
  pages::ReplySheetPage values{.token = std::string(match["token"]), .plan_title = opened->open.kept->plan.title};
  const auto refused = [&](std::string why, int status) {
    values.refusal = std::move(why);
    return no_store(page(pages::reply_sheet_page(values, who.site), status));
  };
  const auto* file = workbook_in(request);
  if (file == nullptr) return refused("choose the spreadsheet that you filled in", 422);
  auto rows = tasks::read_reply_sheet(app.workspace, opened->open, file->content->bytes());
  if (!rows) return refused(rows.error().message, status_of(rows.error().fault));
  if (auto kept = keep_rows(app, opened->about, *rows); !kept) return refusal_page(who, kept.error());
  if (is_clean(*rows)) return no_store(go_to(who, fmt::format("/reply/{}/check", match["token"])));
  values.rows = std::move(*rows);
  return no_store(page(pages::reply_sheet_page(values, who.site), 422));
}

/// Those of whom something may be asked in some plan.
Result<pages::SheetsPage> sheets_values(const App& app, const Visit& who) {
  const auto whose = tasks::whose_sheets(app.workspace, who.session->actor);
  if (!whose) return tl::unexpected(whose.error());
  const auto directory = app.workspace.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  pages::SheetsPage values;
  for (const auto& id : whose->organisations)
    if (const auto* organisation = find_organisation(**directory, id)) values.organisations.push_back({pages::organisation_sheet_url(id), organisation->name});
  for (const auto& id : whose->posts) values.posts.push_back({pages::post_sheet_url(id), post_in_words(**directory, id, who.site.today)});
  return values;
}

Response sheets_refused(const App& app, const Visit& who, std::string why, int status) {
  auto values = sheets_values(app, who);
  if (!values) return refusal_page(who, values.error());
  values->refusal = std::move(why);
  return no_store(page(pages::sheets_page(*values, who.site), status));
}

Response sheets(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto values = sheets_values(app, who);
  return values ? no_store(page(pages::sheets_page(*values, who.site))) : refusal_page(who, values.error());
}

Response take_sheet(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto* file = workbook_in(request);
  if (file == nullptr) return sheets_refused(app, who, "choose the spreadsheet that you filled in", 422);
  const auto id = tasks::keep_returned_sheet(app.workspace, who.session->actor, {file->name, std::string(file->content->bytes())});
  if (!id) return sheets_refused(app, who, id.error().message, status_of(id.error().fault));
  return go_to(who, pages::returned_sheet_url(*id).view());
}

Response show_returned(const App& app, const Visit& who, std::string_view id, int recorded, const std::optional<Refusal>& refusal = {}) {
  auto rows = tasks::read_returned_sheet(app.workspace, who.session->actor, id);
  if (!rows) return refusal_page(who, rows.error());
  const pages::ReturnedSheetPage values{std::string(id), std::move(*rows), recorded, refusal ? refusal->message : std::string()};
  return no_store(page(pages::returned_sheet_page(values, who.site), refusal ? status_of(refusal->fault) : 200));
}

Response returned_sheet(App& app, const Request& request, const RouteMatch& match) {
  return show_returned(app, visit(app, request), match["sheet"], number_in(request.query().value("recorded"), 0));
}

Response accept_sheet(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto recorded = tasks::record_returned_sheet(app.workspace, who.session->actor, match["sheet"]);
  if (!recorded && recorded.error().fault == Fault::not_found) return refusal_page(who, recorded.error());
  if (!recorded) return show_returned(app, who, match["sheet"], 0, recorded.error());
  return go_to(who, fmt::format("{}?recorded={}", pages::returned_sheet_url(match["sheet"]).view(), *recorded));
}

Response post_sheet(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto sheet = tasks::sheet_for_post(app.workspace, who.session->actor, PostId(std::string(match["post"])), who.site.words);
  return sheet ? send_workbook(who, *sheet) : refusal_page(who, sheet.error());
}

Response organisation_sheet(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto sheet = tasks::sheet_for_organisation(app.workspace, who.session->actor, OrganisationId(std::string(match["organisation"])), who.site.words);
  return sheet ? send_workbook(who, *sheet) : refusal_page(who, sheet.error());
}

constexpr auto kSheetRoutes = std::to_array<Route<App>>({
    {Method::get, "/reply/{token}/sheet", reply_sheet, kPublic, {}, "reply-sheet"},
    {Method::post, "/reply/{token}/sheet", take_reply_sheet, kPublic, kSheet, "take-reply-sheet"},
    {Method::get, "/desk/sheets", sheets, kRecordForOthers, {}, "sheets"},
    {Method::post, "/desk/sheets", take_sheet, kRecordForOthers, kSheet, "take-sheet"},
    {Method::get, "/desk/sheets/{sheet}", returned_sheet, kRecordForOthers, {.heavy = true}, "returned-sheet"},
    {Method::post, "/desk/sheets/{sheet}/accept", accept_sheet, kRecordForOthers, kHeavyForm, "accept-sheet"},
    {Method::get, "/desk/owners/{post}/sheet", post_sheet, kRecordForOthers, {}, "post-sheet"},
    {Method::get, "/desk/owners/organisations/{organisation}/sheet", organisation_sheet, kRecordForOthers, {}, "organisation-sheet"},
});

}  // namespace

std::span<const Route<App>> sheet_routes() { return kSheetRoutes; }

}  // namespace makegood::web
