// Registers for everybody, and for those who work with them.

#include "html/components/content.h"
#include "html/components/lists.h"
#include "pages/protection_page.h"
#include "pages/register_fields.h"

namespace makegood::pages {

using namespace html;

namespace {

Html line_of(const Site& site, const RegisterLine& line, const Url& url, Html below) {
  return li(a(cls("govuk-link"), href(site.local(url)), in_language(site, line.definition->title)),
            p(cls("mg-item-note"), in_language(site, line.definition->purpose)), below);
}

Html public_line(const Site& site, const RegisterLine& line) { return line_of(site, line, register_url(line.definition->name), {}); }

Html desk_line(const Site& site, const RegisterLine& line) {
  auto said = line.is_open ? site.words("register.count", {{"n", static_cast<int>(line.records)}}) : site.words("register.waits");
  return line_of(site, line, desk_register_url(line.definition->name),
                 p(cls("mg-item-note"), said, when(line.may_submit && line.is_open, [&] {
                     return join(" – ", link_to(site.local(report_url(line.definition->name)), site.words("register.report")));
                   })));
}

std::vector<const RegisterField*> public_fields(const Definition& definition) {
  std::vector<const RegisterField*> fields;
  for (const auto& field : definition.fields)
    if (field.is_public) fields.push_back(&field);
  return fields;
}

Html public_table(const Site& site, const PublicRegister& page) {
  const auto fields = public_fields(*page.definition);
  if (page.records.empty()) return body_text(site.words("register.none_public"));
  govuk::TableParams table{.caption = site.words("register.public.caption", {{"n", static_cast<int>(page.records.size())}}), .caption_classes = "govuk-table__caption--m"};
  for (const auto* field : fields) table.head.push_back({.text = field_words(site, *field)});
  for (const auto& record : page.records) {
    std::vector<govuk::TableCell> cells;
    for (const auto* field : fields) cells.push_back({.text = answer_in_words(site, *page.definition, *field, answer(record, field->name))});
    table.rows.push_back(std::move(cells));
  }
  return div(cls("mg-scroll"), attr("tabindex", "0"), attr("role", "region"), attr("aria-label", in_language(site, page.definition->title)), govuk::table(table));
}

Html sources(const Site& site, const Definition& definition) {
  if (definition.sources.empty()) return {};
  return join(heading_m(site.words("register.sources")), ul(cls("govuk-list govuk-list--bullet"), each(definition.sources, [&](const Source& source) {
                return li(source.title, ", ", source.dated);
              })));
}

}  // namespace

Html registers_page(const std::vector<RegisterLine>& lines, const Site& site) {
  const auto title = site.words("registers.heading");
  return frame(site, {.title = title},
               join(h1(cls("govuk-heading-xl"), title), p(cls("govuk-body-l"), site.words("registers.answer", {{"n", static_cast<int>(lines.size())}})),
                    ul(cls("govuk-list govuk-list--spaced"), each(lines, [&](const RegisterLine& line) { return public_line(site, line); }))));
}

Html desk_registers_page(const std::vector<RegisterLine>& lines, const Site& site, bool protects) {
  const auto title = site.words("registers.desk");
  return frame(site, {.title = title, .trail = {{Url::path({"desk"}), site.words("nav.desk"), ""}}},
               join(h1(cls("govuk-heading-xl"), title), p(cls("govuk-body-l"), site.words(lines.empty() ? "registers.none" : "registers.desk.answer", {{"n", static_cast<int>(lines.size())}})),
                    ul(cls("govuk-list govuk-list--spaced"), each(lines, [&](const RegisterLine& line) { return desk_line(site, line); })),
                    when(protects, [&] { return p(cls("govuk-body"), link_to(site.local(protection_url()), site.words("protection.heading"))); })));
}

Html public_register_page(const PublicRegister& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto title = in_language(site, definition.title);
  return frame(site, {.title = title, .trail = {{registers_url(), site.words("registers.heading"), ""}}},
               join(h1(cls("govuk-heading-xl"), title), p(cls("govuk-body-l"), in_language(site, definition.purpose)),
                    when(page.may_submit, [&] {
                      return govuk::button({.text = site.words("register.report"), .href = site.local(report_url(definition.name)), .is_start_button = true});
                    }),
                    definition.public_when ? public_table(site, page) : body_text(site.words("register.not_public")),
                    when(definition.public_when.has_value(), [&] {
                      return p(cls("govuk-body"), site.words("register.download"), " ", link_to(register_url(definition.name).suffixed(".csv"), "CSV"), ", ",
                               link_to(register_url(definition.name).suffixed(".json"), "JSON"));
                    }),
                    body_text(site.words("register.controllers", {{"names", site.words.list(definition.lawful.controllers)}})), sources(site, definition)));
}

}  // namespace makegood::pages
