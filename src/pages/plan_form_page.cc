// The draft's title, organisation, themes and indicators, each in a form of its own: one button is
// one step, and undo takes that step back.

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/desk_pages.h"
#include "pages/fault_summary.h"
#include "pages/hidden_field.h"
#include "pages/refusal_words.h"

namespace makegood::pages {

using namespace html;

namespace {

struct PartForm {
  PlanPart part;
  std::string id;  ///< of the theme or indicator
};

// Names of fields repeat from form to form; their ids must not.
std::string field_id(const PartForm& form, std::string_view name) {
  return std::string(word(form.part)) + (form.id.empty() ? "" : "-" + form.id) + "-" + std::string(name);
}

Html part_form(const Site& site, const PlanFormPage& page, const PartForm& part, const Html& fields, const Html& buttons) {
  return form(attr("method", "post"), action(site.local(plan_form_url(page.proposal))), attr("novalidate", ""), cls("mg-part-form"), csrf_field(site),
              hidden("part", std::string(word(part.part))), hidden("id", part.id), fields, div(cls("govuk-button-group"), buttons));
}

Html save(const Site& site, const PlanFormPage& page, std::string_view key, const std::string& what) {
  return govuk::button({.text = join(site.words(key), when(!what.empty(), [&] { return span(cls("govuk-visually-hidden"), lang(page.language), ": ", what); })),
                        .prevent_double_click = true,
                        .classes = "govuk-button--secondary"});
}

Html text_field(const Site& site, const PlanFormPage& page, const PartForm& part, const std::string& label, const std::string& value) {
  const bool at_fault = page.fault_at == field_id(part, "text");
  return govuk::input({.name = "text",
                       .id = field_id(part, "text"),
                       .label = {.text = label, .classes = "govuk-label--s"},
                       .error_message = at_fault ? std::optional(govuk::ErrorMessageParams{.text = refusal_words(site, page.refusal),
                                                                                           .visually_hidden_text = site.words("component.error")})
                                                 : std::nullopt,
                       .value = at_fault ? page.typed : value,
                       .attributes = lang(page.language)});
}

Html one_text(const Site& site, const PlanFormPage& page, const PartForm& part, const std::string& label, const std::string& value, std::string_view button) {
  return part_form(site, page, part, text_field(site, page, part, label, value), save(site, page, button, value));
}

std::vector<govuk::SelectItem> themes(const Site& site, const PlanFormPage& page) {
  std::vector<govuk::SelectItem> items = {{site.words("theme.none"), ""}};
  for (const auto& theme : page.themes) items.push_back({.text = theme.label, .value = theme.value, .attributes = lang(page.language)});
  return items;
}

std::vector<govuk::SelectItem> units(const Site& site) {
  return {{site.words("unit.none"), ""}, {site.words("unit.percent"), "percent"}, {site.words("unit.count"), "count"}, {site.words("unit.either"), "percent-or-count"}};
}

Html indicator_form(const Site& site, const PlanFormPage& page, const Indicator& indicator, bool fresh) {
  const PartForm part{fresh ? PlanPart::new_indicator : PlanPart::indicator, indicator.id.text};
  const auto fields = join(text_field(site, page, part, site.words(fresh ? "plan_form.new_indicator" : "plan_form.indicator"), indicator.text),
                           govuk::select({.name = "theme", .id = field_id(part, "theme"), .label = {.text = site.words("form.theme")},
                                          .items = themes(site, page), .value = indicator.theme.text}),
                           govuk::select({.name = "unit", .id = field_id(part, "unit"), .label = {.text = site.words("plan_form.unit")},
                                          .items = units(site), .value = indicator.unit}));
  const auto remove = when(!fresh, [&] {
    return govuk::button({.text = join(site.words("plan_form.remove"), span(cls("govuk-visually-hidden"), lang(page.language), ": ", indicator.text)),
                          .name = "remove", .value = "yes", .prevent_double_click = true, .classes = "govuk-button--warning"});
  });
  return part_form(site, page, part, fields, join(save(site, page, fresh ? "plan_form.add" : "edit.save", indicator.text), remove));
}

Html refused(const Site& site, const PlanFormPage& page) {
  return refusal_summary(site, page.refusal, page.fault_at);
}

Html theme_forms(const Site& site, const PlanFormPage& page) {
  int number = 0;
  return section(attr("aria-labelledby", "themes"), heading_m(site.words("plan_form.themes"), "themes"),
                 each(page.themes, [&](const Choice& theme) {
                   return one_text(site, page, {PlanPart::theme, theme.value}, site.words("plan_form.theme", {{"n", ++number}}), page.theme_names.at(theme.value), "edit.save");
                 }),
                 one_text(site, page, {PlanPart::new_theme, ""}, site.words("plan_form.new_theme"), "", "plan_form.add"));
}

Html indicator_forms(const Site& site, const PlanFormPage& page) {
  return section(attr("aria-labelledby", "indicators"), heading_m(site.words("plan_form.indicators"), "indicators"),
                 each(page.indicators, [&](const Indicator& indicator) { return indicator_form(site, page, indicator, false); }),
                 indicator_form(site, page, {}, true));
}

}  // namespace

PlanFormPage make_plan_form_page(const Plan& draft, std::string proposal) {
  PlanFormPage page;
  page.proposal = std::move(proposal);
  page.plan_title = draft.title;
  page.organisation = draft.organisation;
  page.themes = theme_choices(draft);
  for (const auto& theme : draft.themes) page.theme_names[theme.id.text] = theme.title;
  page.indicators = draft.indicators;
  return page;
}

PlanEdit plan_edit_from(const QueryPairs& pairs) {
  PlanEdit edit;
  edit.part = plan_part_from(field(pairs, "part")).value_or(PlanPart::title);
  if (edit.part == PlanPart::indicator && field(pairs, "remove") == "yes") edit.part = PlanPart::no_indicator;
  edit.id = field(pairs, "id");
  edit.text = field(pairs, "text");
  edit.theme = field(pairs, "theme");
  edit.unit = field(pairs, "unit");
  return edit;
}

std::string plan_form_field(const PlanEdit& edit) { return field_id({edit.part, edit.id}, "text"); }

Html plan_form_page(const PlanFormPage& page, const Site& site) {
  const auto back = proposal_url(page.proposal);
  const auto main = join(refused(site, page), span(cls("govuk-caption-l"), quoted(page.language, page.plan_title)),
                         h1(cls("govuk-heading-l"), site.words("plan_form.heading")), body_text(site.words("plan_form.explain")),
                         one_text(site, page, {PlanPart::title, ""}, site.words("plan_form.title"), page.plan_title, "edit.save"),
                         one_text(site, page, {PlanPart::organisation, ""}, site.words("plan_form.organisation"), page.organisation, "edit.save"),
                         theme_forms(site, page), indicator_forms(site, page), p(cls("govuk-body"), link_to(site.local(back), site.words("plan_form.back"))));
  return frame(site, {.title = site.words("plan_form.heading") + ": " + page.plan_title,
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {back, page.plan_title, page.language}},
                      .has_errors = !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
