// The directory out of a spreadsheet: each row that is at fault is named.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/directory_pages.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"
#include "pages/refusal_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html errors(const Site& site, const DirectoryImportPage& page) {
  std::vector<govuk::ErrorSummaryItem> list;
  if (!page.refusal.empty()) list.push_back({.text = refusal_words(site, page.refusal), .href = "#file"});
  for (const auto& fault : page.faults) list.push_back({.text = html::join(when(!fault.where.empty(), [&] { return html::join(refusal_words(site, fault.where), ": "); }), refusal_inside(site, fault.message)), .href = "#file"});
  return error_lines(site, std::move(list), page.faults.empty() ? std::string() : site.words("people.import_nothing"));
}

Html trial(const Site& site, const DirectoryImportPage& page) {
  if (!page.would_change) return {};
  const auto& [organisations, posts, people, holdings] = *page.would_change;
  return govuk::inset_text({.text = html::join(p(cls("govuk-body"), quoted("en", page.file), ": ", site.words("people.import_would")),
                                               ul(cls("govuk-list govuk-list--bullet"), li(site.words("people.import_organisations", {{"n", organisations}})),
                                                  li(site.words("people.import_posts", {{"n", posts}})), li(site.words("people.import_people", {{"n", people}})),
                                                  li(site.words("people.import_holdings", {{"n", holdings}}))))});
}

Html findings(const DirectoryImportPage& page) {
  return when(!page.findings.empty(), [&] {
    return ul(cls("govuk-list govuk-list--bullet"), each(page.findings, [](const Finding& finding) { return li(quoted("en", finding.where + ": " + finding.message)); }));
  });
}

Html upload(const Site& site, bool has_errors) {
  return form(attr("method", "post"), action(site.local("/desk/people/import")), attr("enctype", "multipart/form-data"), csrf_field(site),
              govuk::file_upload({.name = "file",
                                  .label = {.text = site.words("people.file"), .classes = "govuk-label--m"},
                                  .hint = govuk::HintParams{.text = site.words("people.file_hint")},
                                  .error_message = has_errors ? std::optional(govuk::ErrorMessageParams{.text = site.words("people.file_fault"), .visually_hidden_text = site.words("component.error")}) : std::nullopt,
                                  .attributes = attr("accept", ".csv,.tsv,.xlsx,.ods")}),
              govuk::checkboxes({.name = "trial", .items = {{.value = "yes", .text = site.words("people.trial")}}}),
              govuk::button({.text = site.words("people.import_button"), .prevent_double_click = true}));
}

}  // namespace

Html directory_import_page(const DirectoryImportPage& page, const Site& site) {
  const auto summary = errors(site, page);
  const bool has_errors = !summary.empty();
  const auto main = html::join(summary, h1(cls("govuk-heading-l"), site.words("people.import_heading")), lead_text(site.words("people.import_answer")), trial(site, page),
                               findings(page), upload(site, has_errors));
  return frame(site, {.title = site.words("people.import_heading"),
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {"/desk/people", site.words("people.heading"), ""}},
                      .has_errors = has_errors},
               main);
}

}  // namespace makegood::pages
