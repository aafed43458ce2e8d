// What did this spreadsheet say? What holds, what does not and why, and what happens next.

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"
#include "pages/pieces.h"
#include "pages/reply_pages.h"
#include "pages/sheet_rows.h"

namespace makegood::pages {

using namespace html;

namespace {

const Url kSheets("/desk/sheets");

std::vector<Step> below_the_desk(const Site& site) { return {{"/desk", site.words("nav.desk"), ""}}; }

Html whose_list(const Site& site, std::string_view key, const std::vector<SheetsPage::Whose>& all) {
  return when(!all.empty(), [&] {
    return join(heading_m(site.words(key)), ul(cls("govuk-list"), each(all, [&](const SheetsPage::Whose& whose) {
                  return li(a(cls("govuk-link"), href(site.local(whose.sheet)), attr("download", ""), quoted("en", whose.name)));
                })));
  });
}

}  // namespace

Url reply_sheet_url(std::string_view token) { return Url::path({"reply", token, "sheet"}); }
Url returned_sheet_url(std::string_view id) { return Url::path({"desk", "sheets", id}); }
Url post_sheet_url(const PostId& post) { return Url::path({"desk", "owners", post.text, "sheet"}); }
Url organisation_sheet_url(const OrganisationId& organisation) { return Url::path({"desk", "owners", "organisations", organisation.text, "sheet"}); }

Html sheet_upload(const Site& site, const Url& to, std::string_view fault) {
  const std::string field(kSheetFile);
  return form(attr("method", "post"), attr("enctype", "multipart/form-data"), action(site.local(to)), csrf_field(site),
              govuk::file_upload({.name = field,
                                  .label = {.text = site.words("sheet.file"), .classes = "govuk-label--s"},
                                  .hint = govuk::HintParams{.text = site.words("sheet.file_hint")},
                                  .error_message = refusal_of(site, fault),
                                  .attributes = attr("accept", ".xlsx,.ods")}),
              govuk::button({.text = site.words("sheet.give_back"), .prevent_double_click = true, .classes = "govuk-button--secondary"}));
}

Html reply_sheet_page(const ReplySheetPage& page, const Site& site) {
  const auto heading = site.words("sheet.heading");
  const int held = count_of(page.rows, RowFate::answered);
  const bool has_errors = !page.refusal.empty() || count_refused(page.rows) > 0;
  const auto next = held > 0 ? join(body_text(site.words("sheet.kept", {{"n", held}})),
                                    govuk::button({.text = site.words("reply.check"), .href = site.local(Url::path({"reply", page.token, "check"}))}))
                             : when(page.refusal.empty(), [&] { return body_text(site.words("sheet.nothing_kept")); });
  const auto main = join(refusal_summary(site, page.refusal, kSheetFile), span(cls("govuk-caption-l"), quoted("en", page.plan_title)),
                         h1(cls("govuk-heading-l"), heading), next, refused_rows(site, page.rows), other_rows(site, page.rows),
                         heading_m(site.words("sheet.again")), sheet_upload(site, reply_sheet_url(page.token), page.refusal),
                         p(cls("govuk-body"), link_to(site.local(reply_url(page.token)), site.words("reply.back"))));
  return frame(site, {.title = heading, .has_errors = has_errors}, main);
}

Html returned_sheet_page(const ReturnedSheetPage& page, const Site& site) {
  const auto heading = site.words("sheet.heading");
  const int held = count_of(page.rows, RowFate::answered);
  const auto done = when(page.recorded > 0, [&] {
    return govuk::notification_banner({.text = site.words("sheet.done", {{"n", page.recorded}}), .title_text = site.words("component.success"), .success = true});
  });
  const auto accept = when(held > 0, [&] {
    return form(attr("method", "post"), action(site.local(Url::path({"desk", "sheets", page.id, "accept"}))), csrf_field(site),
                govuk::button({.text = site.words("sheet.accept", {{"n", held}}), .prevent_double_click = true}));
  });
  const auto main = join(refusal_summary(site, page.refusal), done, h1(cls("govuk-heading-l"), heading),
                         lead_text(site.words("sheet.answer", {{"held", held}, {"refused", count_refused(page.rows)}})), other_rows(site, page.rows),
                         when(held > 0, [&] { return body_text(site.words("sheet.look")); }), answered_rows(site, page.rows), accept,
                         refused_rows(site, page.rows), p(cls("govuk-body"), link_to(site.local(kSheets), site.words("sheet.another"))));
  auto trail = below_the_desk(site);
  trail.push_back({kSheets, site.words("sheets.heading"), ""});
  return frame(site, {.title = heading, .trail = std::move(trail), .has_errors = !page.refusal.empty()}, main);
}

Html sheets_page(const SheetsPage& page, const Site& site) {
  const auto heading = site.words("sheets.heading");
  const auto main = join(refusal_summary(site, page.refusal, kSheetFile), h1(cls("govuk-heading-l"), heading), body_text(site.words("sheets.answer")),
                         heading_m(site.words("sheets.take")), sheet_upload(site, kSheets, page.refusal), whose_list(site, "sheets.organisations", page.organisations),
                         whose_list(site, "sheets.posts", page.posts));
  return frame(site, {.title = heading, .trail = below_the_desk(site), .has_errors = !page.refusal.empty()}, main);
}

}  // namespace makegood::pages
