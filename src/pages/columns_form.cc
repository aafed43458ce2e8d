// What the columns of each table were taken to mean, and a form that says otherwise.

#include "pages/columns_form.h"
#include "pages/hidden_field.h"

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"

namespace makegood::pages {

using namespace html;

namespace {

constexpr double kUnsure = 0.6;

std::string meaning_words(const Site& site, ColumnRole role) { return site.words("column." + std::string(word(role))); }

std::string header_words(const Site& site, const ReadColumn& column) {
  return column.header.empty() ? site.words("position.column", {{"n", column.column}}) : column.header;
}

Html header_html(const Site& site, const std::string& language, const ReadColumn& column) {
  return column.header.empty() ? join(header_words(site, column)) : join("“", quoted(language, shorten(column.header, 80)), "”");
}

Html how_sure(const Site& site, const ReadColumn& column) {
  if (column.given) return join(" ", span(cls("mg-quiet"), site.words("columns.given")));
  if (column.meaning != ColumnRole::none && column.confidence < kUnsure)
    return join(" ", strong(cls("govuk-tag govuk-tag--yellow"), site.words("columns.unsure")));
  return {};
}

Html as_read(const Site& site, const ColumnsSection& from, const ReadTable& table) {
  return dl(cls("mg-definitions mg-columns"), each(table.columns, [&](const ReadColumn& column) {
              return when(column.filled > 0 || !column.header.empty(), [&] {
                return join(dt(header_html(site, from.language, column)), dd(meaning_words(site, column.meaning), how_sure(site, column)));
              });
            }));
}

std::vector<govuk::SelectItem> meanings(const Site& site) {
  std::vector<govuk::SelectItem> items;
  for (const auto role : {ColumnRole::title, ColumnRole::detail, ColumnRole::ref, ColumnRole::theme, ColumnRole::owner, ColumnRole::partner,
                          ColumnRole::lead_authority, ColumnRole::timescale, ColumnRole::start, ColumnRole::status, ColumnRole::response,
                          ColumnRole::progress, ColumnRole::measure, ColumnRole::none, ColumnRole::not_used})
    items.push_back({meaning_words(site, role), std::string(word(role))});
  return items;
}

Html picker(const Site& site, const ColumnsSection& from, const ReadColumn& column, int number) {
  Html samples = join(site.words("columns.samples"), " ");
  for (std::size_t n = 0; n < column.samples.size(); ++n) samples += join(n == 0 ? "“" : "; “", quoted(from.language, column.samples[n]), "”");
  return govuk::select({.name = column_field(column.column),
                        .id = "table-" + std::to_string(number) + "-" + column_field(column.column),
                        .label = {.text = header_html(site, from.language, column), .classes = "govuk-label--s"},
                        .hint = column.samples.empty() ? std::nullopt : std::optional(govuk::HintParams{.text = samples}),
                        .items = meanings(site),
                        .value = std::string(word(column.meaning))});
}

Html table_form(const Site& site, const ColumnsSection& from, const ReadTable& table, int number) {
  const auto prefix = "table-" + std::to_string(number) + "-left-out";
  Html pickers;
  for (const auto& column : table.columns) pickers += picker(site, from, column, number);
  return form(attr("method", "post"), action(site.local(from.to)), csrf_field(site), hidden("table", table.key), pickers,
              govuk::checkboxes({.name = "left_out",
                                 .id_prefix = prefix,
                                 .items = {{.value = "yes", .text = site.words("columns.left_out"), .id = prefix, .checked = table.left_out}},
                                 .classes = "govuk-checkboxes--small"}),
              govuk::button({.text = site.words("columns.reread"), .prevent_double_click = true, .classes = "govuk-button--secondary"}));
}

std::string headers_of(const Site& site, const ReadTable& table) {
  std::vector<std::string> headers;
  for (const auto& column : table.columns)
    if (!column.header.empty() && headers.size() < 5) headers.push_back("“" + shorten(column.header, 30) + "”");
  return headers.empty() ? site.words("columns.no_header", {{"n", static_cast<int>(table.columns.size())}}) : makegood::join(headers, ", ");
}

Html plan_table(const Site& site, const ColumnsSection& from, const ReadTable& table, int number) {
  const auto place = position_words(site, {.page = table.first.page, .sheet = table.first.sheet, .block = table.first.block});
  return join(h3(cls("govuk-heading-s"), site.words("columns.table", {{"rows", table.rows}, {"runs", table.runs}}), " ", span(cls("mg-quiet"), place)),
              as_read(site, from, table),
              govuk::details({.summary_text = join(site.words("columns.change"), span(cls("govuk-visually-hidden"), lang(from.language), ": ", headers_of(site, table))),
                              .text = table_form(site, from, table, number)}));
}

Html other_table(const Site& site, const ColumnsSection& from, const ReadTable& table, int number) {
  return govuk::details({.summary_text = join(span(lang(from.language), headers_of(site, table)), " ", site.words("columns.rows", {{"n", table.rows}}),
                                              when(table.left_out, [&] { return join(" ", span(cls("mg-quiet"), site.words("columns.given"))); })),
                         .text = join(body_text(site.words("columns.other_explain")), table_form(site, from, table, number))});
}

}  // namespace

std::string column_field(int column) { return "column-" + std::to_string(column); }

Html columns_section(const Site& site, const ColumnsSection& from) {
  Html plan, other;
  int number = 0;
  for (const auto& table : *from.tables) {
    if (++number > kMostTablesShown) break;
    (table.is_plan ? plan : other) += table.is_plan ? plan_table(site, from, table, number) : other_table(site, from, table, number);
  }
  return section(attr("aria-labelledby", "columns"), heading_m(site.words("review.columns"), "columns"),
                 plan.empty() ? body_text(site.words("columns.none")) : plan,
                 when(!other.empty(), [&] { return join(h3(cls("govuk-heading-s"), site.words("columns.others")), other); }));
}

}  // namespace makegood::pages
