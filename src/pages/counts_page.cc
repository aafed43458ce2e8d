// Counts of a register's records by coded fields, for those who may see the records.

#include <algorithm>

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/page_parts.h"
#include "pages/register_fields.h"
#include "pages/register_watch_pages.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html fields_form(const Site& site, const CountsPage& page) {
  std::vector<govuk::SelectItem> first, second{{.text = site.words("register.counts.no_more"), .value = ""}};
  for (const auto& field : page.offered) {
    first.push_back({.text = field_words(site, *page.definition, field), .value = field});
    second.push_back(first.back());
  }
  return html::form(attr("method", "get"), action(site.local(counts_url(page.definition->name))), cls("mg-filters"),
                    govuk::select({.name = "by", .label = {.text = site.words("register.counts.by")}, .items = first, .value = page.by.empty() ? "" : page.by[0]}),
                    govuk::select({.name = "and", .label = {.text = site.words("register.counts.and")}, .items = second, .value = page.by.size() < 2 ? "" : page.by[1]}),
                    govuk::button({.text = site.words("register.counts.show"), .classes = "govuk-button--secondary"}));
}

Html counts_table(const Site& site, const CountsPage& page) {
  const auto& definition = *page.definition;
  govuk::TableParams table{.caption = site.words("register.counts.caption", {{"n", static_cast<int>(page.records)}}), .caption_classes = "govuk-table__caption--m"};
  for (const auto& field : page.by) table.head.push_back({.text = field_words(site, definition, field)});
  table.head.push_back({.text = site.words("register.counts.records"), .format = "numeric"});
  table.head.push_back({.text = site.words("register.counts.of"), .format = "numeric"});
  for (const auto& row : page.rows) {
    std::vector<govuk::TableCell> cells;
    for (std::size_t i = 0; i < page.by.size(); ++i) cells.push_back({.text = counted_words(site, definition, page.by[i], row.values[i])});
    cells.push_back({.text = std::to_string(row.records), .format = "numeric"});
    cells.push_back({.text = std::to_string(row.of), .format = "numeric"});
    table.rows.push_back(std::move(cells));
  }
  return in_scroll(in_language(site, definition.title), govuk::table(table));
}

/// The same counts as a file; `over` = as series over such periods.
Url file_url(const CountsPage& page, std::string_view over) {
  auto url = counts_url(page.definition->name).suffixed(".csv");
  if (!page.by.empty()) url = url.with("by", page.by[0]);
  if (page.by.size() > 1) url = url.with("and", page.by[1]);
  if (page.from) url = url.with("from", page.from->iso());
  if (page.until) url = url.with("until", page.until->iso());
  return over.empty() ? url : url.with("over", over);
}

Html downloads(const Site& site, const CountsPage& page) {
  return p(cls("govuk-body"), link_to(file_url(page, ""), site.words("register.counts.file")), " · ", link_to(file_url(page, "month"), site.words("register.counts.by_month")), " · ",
           link_to(file_url(page, "quarter"), site.words("register.counts.by_quarter")));
}

}  // namespace

Url counts_url(std::string_view name) { return Url::path({"desk", "registers", name, "counts"}); }

std::string counted_words(const Site& site, const Definition& definition, std::string_view field, const std::string& value) {
  if (value.empty()) return site.words("register.counts.not_stated");
  if (value == kUnmapped) return site.words("register.counts.unmapped");
  const auto* found = definition.field(field);
  return found == nullptr ? value : answer_in_words(site, definition, *found, value);
}

Html counts_page(const CountsPage& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto title = site.words("register.counts.heading", {{"register", in_language(site, definition.title)}});
  return frame(site, {.title = title, .trail = desk_trail(site, definition)},
               join(h1(cls("govuk-heading-xl"), title),
                    when(page.returned && page.period, [&] { return lead_text(completeness_words(site, *page.period, *page.returned)); }),
                    govuk::warning_text({.text = site.words("register.counts.warning"), .icon_fallback_text = site.words("component.warning")}), fields_form(site, page), counts_table(site, page), downloads(site, page)));
}

}  // namespace makegood::pages
