// What will change? Each item before and after; what cannot be done and why; what somebody else changed
// meanwhile. Nothing is done until this page is agreed to, and then all of it or nothing.

#include "html/components/content.h"
#include "pages/change_pieces.h"
#include "pages/fault_summary.h"
#include "pages/grid_filters.h"
#include "pages/hidden_field.h"
#include "pages/page_parts.h"
#include "pages/panel_pieces.h"
#include "pages/refusal_words.h"

namespace makegood::pages {

using namespace html;

namespace {

// A date in words, where the field is one.
std::vector<std::string> shown(const Site& site, ItemField field, std::vector<std::string> values) {
  if (field != ItemField::redated) return values;
  for (auto& value : values)
    if (const auto date = Day::parse(value)) value = site.words.date(*date);
  return values;
}

Html field_to_change(const Site& site, const FieldChange& change, std::string_view language) {
  return dl(cls("mg-change"), dt(site.words("history.field")), dd(site.words("field." + std::string(word(change.field)))), dt(site.words("history.was")),
            dd(field_value(site, shown(site, change.field, change.before), language)), dt(site.words("grid.will_be")),
            dd(field_value(site, shown(site, change.field, change.after), language)));
}

Html duty_to_change(const Site& site, const BulkPage& page, const BulkLine& line) {
  if (!line.duty_after) return {};
  return dl(cls("mg-change"), dt(site.words("history.field")), dd(site.words("grid.duty")), dt(site.words("history.was")),
            dd(duty_words(site, line.duty_before.value_or(ItemObjective{}), page.language)), dt(site.words("grid.will_be")), dd(duty_words(site, *line.duty_after, page.language)));
}

Html item_link(const Site& site, const BulkPage& page, const BulkLine& line) {
  return a(cls("govuk-link"), href(site.local(item_url(page.slug, line.id))), item_name(page.language, {line.id, line.ref, line.title}));
}

Html changing(const Site& site, const BulkPage& page, const BulkLine& line) {
  return li(item_link(site, page, line), each(line.changes, [&](const FieldChange& one) { return field_to_change(site, one, page.language); }), duty_to_change(site, page, line));
}

Html refused(const Site& site, const BulkPage& page, const BulkLine& line) {
  return li(item_link(site, page, line), p(cls("govuk-body-s"), site.words("grid.cannot"), " ", refusal_inside(site, line.refusal)));
}

Html overtaken(const Site& site, const BulkPage& page, const BulkLine& line) {
  return li(item_link(site, page, line),
            p(cls("govuk-body-s"), site.words("grid.changed_by"), " ", quoted("en", line.changed_by), ", ", moment(site, line.changed_at)));
}

template <class F>
Html part(const Site& site, std::string_view id, const std::vector<BulkLine>& lines, F&& line) {
  if (lines.empty()) return {};
  const auto key = "grid." + std::string(id);
  return section(attr("aria-labelledby", id), heading_m(site.words(key, {{"n", static_cast<int>(lines.size())}}), id), body_text(site.words(key + "_note")),
                 ul(cls("govuk-list mg-plans"), each(lines, line)));
}

Html agree(const Site& site, const BulkPage& page) {
  if (page.changing.empty()) return {};
  return form(attr("method", "post"), action(site.local(grid_url(page.slug, "change"))), csrf_field(site), hidden_query(page.query), hidden("rows", page.rows),
              hidden("owners", page.form.owners), hidden("partners", page.form.partners), hidden("new_theme", page.form.theme), hidden("redate", page.form.redate),
              hidden("objective", page.form.objective), each(page.form.limbs, [](const std::string& limb) { return hidden("limb", limb); }),
              when(page.form.clear_duty, [] { return hidden("clear_duty", "yes"); }), hidden("reason", page.form.reason),
              govuk::button({.text = site.words("grid.change", {{"n", static_cast<int>(page.changing.size())}}), .prevent_double_click = true}));
}

Html answer_line(const Site& site, const BulkPage& page) {
  const auto n = static_cast<int>(page.changing.size());
  return join(lead_text(n == 0 ? site.words("grid.nothing") : site.words("grid.answer", {{"n", n}})),
              when(page.unchanged > 0, [&] { return body_text(site.words("grid.unchanged", {{"n", page.unchanged}})); }),
              when(!page.form.reason.empty(), [&] { return p(cls("govuk-body"), site.words("history.because"), " ", quoted(page.language, page.form.reason)); }));
}

}  // namespace

Html bulk_page(const BulkPage& page, const Site& site) {
  const auto heading = site.words("grid.confirm");
  const auto back = with_query(site.local(grid_url(page.slug)), pairs_of(page.query));
  const auto main = join(refusal_summary(site, page.refusal), span(cls("govuk-caption-l"), quoted(page.language, page.plan_title)), h1(cls("govuk-heading-l"), heading),
                         answer_line(site, page), part(site, "meanwhile", page.meanwhile, [&](const BulkLine& line) { return overtaken(site, page, line); }),
                         part(site, "refused", page.refused, [&](const BulkLine& line) { return refused(site, page, line); }), agree(site, page),
                         part(site, "changing", page.changing, [&](const BulkLine& line) { return changing(site, page, line); }),
                         p(cls("govuk-body"), link_to(back, site.words("grid.back"))));
  return frame(site, {.title = heading + ": " + page.plan_title,
                      .trail = {{plan_url(page.slug), page.plan_title, page.language}, {grid_url(page.slug), site.words("grid.heading"), ""}},
                      .has_errors = !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
