// Who sits on a group on a day: how many, for whom, who is missing, and which seats are empty.

#include <algorithm>

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/fault_summary.h"
#include "pages/group_pages.h"
#include "pages/page_parts.h"
#include "pages/register_fields.h"
#include "pages/register_watch_pages.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

/// One code or several as they are kept in one answer.
std::string value_words(const Site& site, const Definition& definition, const std::string& field, const std::string& value) {
  std::vector<std::string> words;
  for (const auto& part : split(value, ';')) words.push_back(counted_words(site, definition, field, part));
  return makegood::join(words, ", ");
}

Html asking(const Site& site, const CompositionPage& page) {
  std::vector<govuk::SelectItem> groups;
  for (const auto& group : page.groups) groups.push_back({.text = group.title, .value = group.key});
  const auto error = page.day_fault.empty() ? std::nullopt : std::optional(govuk::ErrorMessageParams{.text = site.words(page.day_fault), .visually_hidden_text = site.words("component.error")});
  return html::form(attr("method", "get"), attr("novalidate", ""), action(site.local(composition_url(page.definition->name))),
                    govuk::select({.name = "group", .label = {.text = site.words("composition.group")}, .items = groups, .value = page.group}),
                    day_field(site, {.name = "on", .legend = site.words("composition.day"), .value = page.typed, .error = error}),
                    govuk::button({.text = site.words("composition.show"), .classes = "govuk-button--secondary"}));
}

int members_for(const CompositionPage& page, const std::string& code) {
  for (const auto& by : page.lines)
    if (by.field == page.required)
      for (const auto& line : by.lines)
        if (line.value == code) return line.members;
  return 0;
}

/// Each that the group's terms ask for, those without a member in words and colour.
Html must_be_there(const Site& site, const CompositionPage& page) {
  if (page.asked_for.empty()) return {};
  const auto caption = site.words("composition.required", {{"field", field_words(site, *page.definition, page.required)}});
  govuk::TableParams table{.caption = caption, .caption_classes = "govuk-table__caption--m",
                           .head = {{.text = field_words(site, *page.definition, page.required)}, {.text = site.words("composition.members")}}, .first_cell_is_header = true};
  for (const auto& code : page.asked_for) {
    const bool missing = std::find(page.missing.begin(), page.missing.end(), code) != page.missing.end();
    table.rows.push_back({{.text = counted_words(site, *page.definition, page.required, code)},
                          {.text = missing ? join(govuk::tag({.text = site.words("composition.nobody"), .classes = "govuk-tag--red"})) : join(std::to_string(members_for(page, code)))}});
  }
  return in_scroll(caption, govuk::table(table));
}

Html counted(const Site& site, const CompositionPage& page, const registers::CompositionBy& by) {
  const auto caption = field_words(site, *page.definition, by.field);
  govuk::TableParams table{.caption = caption, .caption_classes = "govuk-table__caption--m",
                           .head = {{.text = caption}, {.text = site.words("composition.members"), .format = "numeric"}}, .first_cell_is_header = true};
  for (const auto& line : by.lines)
    table.rows.push_back({{.text = counted_words(site, *page.definition, by.field, line.value)}, {.text = std::to_string(line.members), .format = "numeric"}});
  return in_scroll(caption, govuk::table(table));
}

std::string term(const Site& site, const MemberRow& member) {
  if (!member.until) return site.words("composition.since", {{"from", member.from}});
  return site.words("composition.term", {{"from", member.from}, {"until", *member.until}});
}

Html each_member(const Site& site, const CompositionPage& page) {
  const auto caption = site.words("composition.each");
  govuk::TableParams table{.caption = caption, .caption_classes = "govuk-table__caption--m", .head = {{.text = site.words("composition.term_heading")}}};
  for (const auto& field : page.by) table.head.push_back({.text = field_words(site, *page.definition, field)});
  for (const auto& member : page.each) {
    table.rows.push_back({{.text = a(cls("govuk-link"), href(site.local(record_url(page.definition->name, member.id))), term(site, member),
                                     span(cls("govuk-visually-hidden"), " (", member.id.text, ")"))}});
    for (std::size_t i = 0; i < page.by.size(); ++i) table.rows.back().push_back({.text = value_words(site, *page.definition, page.by[i], member.values[i])});
  }
  return in_scroll(caption, govuk::table(table));
}

std::string answer_of(const Site& site, const CompositionPage& page) {
  if (page.group.empty()) return site.words("composition.no_groups");
  const auto members = site.words("composition.answer", {{"group", page.group_title}, {"n", page.members}, {"date", page.day}});
  if (!page.seats || !page.vacant) return members;
  return members + " " + site.words(page.members > *page.seats ? "composition.too_many" : "composition.vacant", {{"n", *page.vacant}, {"seats", *page.seats}});
}

Html what_is_there(const Site& site, const CompositionPage& page) {
  if (page.group.empty()) return {};
  const auto file = composition_url(page.definition->name).suffixed(".csv").with("group", page.group).with("on", page.day.iso());
  return join(must_be_there(site, page), when(page.members > 0, [&] { return join(each(page.lines, [&](const registers::CompositionBy& by) { return counted(site, page, by); }), each_member(site, page)); }),
              p(cls("govuk-body"), link_to(file, site.words("composition.file"))));
}

}  // namespace

Url composition_url(std::string_view name) { return Url::path({"desk", "registers", name, "composition"}); }

Html composition_page(const CompositionPage& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto title = site.words("composition.heading");
  return frame(site, {.title = title, .trail = desk_trail(site, definition), .has_errors = !page.day_fault.empty()},
               join(when(!page.day_fault.empty(), [&] { return error_lines(site, {{.text = site.words(page.day_fault), .href = Url::fragment("on-day")}}); }),
                    span(cls("govuk-caption-xl"), in_language(site, definition.title)), h1(cls("govuk-heading-xl"), title), lead_text(answer_of(site, page)),
                    asking(site, page), what_is_there(site, page),
                    govuk::warning_text({.text = site.words("register.counts.warning"), .icon_fallback_text = site.words("component.warning")})));
}

}  // namespace makegood::pages
