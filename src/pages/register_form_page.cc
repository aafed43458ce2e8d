// The form, one page after another, and the page on which everything is checked before it is sent.

#include <algorithm>

#include "html/components/content.h"
#include "html/components/lists.h"
#include "html/components/wayfinding.h"
#include "pages/hidden_field.h"
#include "pages/register_fields.h"

namespace makegood::pages {

using namespace html;

namespace {

std::string step_title(const Site& site, const Definition& definition, std::string_view step) {
  if (step == kCheck) return site.words("register.check");
  const auto found = std::find_if(definition.pages.begin(), definition.pages.end(), [&](const FormPage& p) { return p.name == step; });
  return found == definition.pages.end() ? in_language(site, definition.title) : in_language(site, found->title);
}

Html exit_link(const Site& site, const Definition& definition) {
  if (!definition.exit_page) return {};
  return p(cls("mg-exit"), a(cls("govuk-button govuk-button--warning"), href(Url::parse("https://www.bbc.co.uk/weather").value()), attr("rel", "nofollow noreferrer"), site.words("register.exit")));
}

Html button(const Site& site, std::string_view go, std::string_view key, std::string_view classes = {}) {
  return govuk::button({.text = site.words(key), .name = "go", .value = std::string(go), .prevent_double_click = go == "send", .classes = std::string(classes)});
}

Html form_around(const Site& site, const RegisterForm& form, const std::vector<const RegisterField*>& shown, Html inside) {
  return html::form(attr("method", "post"), attr("novalidate", ""), action(site.local(report_url(form.definition->name))), when(site.viewer.has_value(), [&] { return csrf_field(site); }),
                    hidden("step", form.step), hidden("once", form.once), carried(*form.definition, form.answers, shown), inside);
}

Html questions(const Site& site, const RegisterForm& form) {
  const auto fields = asked_on(*form.definition, form.step, form.answers);
  const auto steps = steps_of(*form.definition, form.answers);
  const bool first = steps.front() == form.step;
  const FieldsShown shown{*form.definition, form.answers, form.faults, form.organisations};
  return form_around(site, form, fields,
                     join(register_fields(site, shown, fields),
                          div(cls("govuk-button-group"), button(site, "next", "register.next"),
                              when(!first, [&] { return button(site, "back", "register.back", "govuk-button--secondary"); }))));
}

Html answers_of(const Site& site, const RegisterForm& form, const std::string& step) {
  govuk::SummaryListParams list;
  for (const auto* field : asked_on(*form.definition, step, form.answers)) {
    if (!is_asked(*form.definition, *field, form.answers)) continue;
    const auto value = answer(form.answers, field->name);
    list.rows.push_back({.key = {.text = field_words(site, *field)},
                         .value = {.text = value.empty() ? site.words("register.not_answered") : answer_in_words(site, *form.definition, *field, value)}});
  }
  return join(heading_m(step_title(site, *form.definition, step)), govuk::summary_list(list),
              govuk::button({.text = join(site.words("register.change"), span(cls("govuk-visually-hidden"), ": ", step_title(site, *form.definition, step))),
                             .name = "go", .value = "to-" + step, .classes = "govuk-button--secondary"}));
}

Html check(const Site& site, const RegisterForm& form) {
  auto steps = steps_of(*form.definition, form.answers);
  steps.pop_back();
  return form_around(site, form, {},
                     join(each(steps, [&](const std::string& step) { return answers_of(site, form, step); }),
                          p(cls("govuk-body"), site.words("register.before_sending")), button(site, "send", "register.send")));
}

}  // namespace

Html register_form_page(const RegisterForm& form, const Site& site) {
  const auto& definition = *form.definition;
  const auto title = step_title(site, definition, form.step);
  const bool wrong = !form.faults.empty() || !form.refusal.empty();
  return frame(site, {.title = title, .trail = {{register_url(definition.name), in_language(site, definition.title), ""}}, .has_errors = wrong},
               join(exit_link(site, definition), register_faults(site, definition, form.faults, form.refusal),
                    span(cls("govuk-caption-l"), in_language(site, definition.title)), h1(cls("govuk-heading-l"), title),
                    form.step == kCheck ? check(site, form) : questions(site, form)));
}

Html register_received_page(const Definition& definition, const RecordId& id, const Site& site) {
  const auto title = site.words("register.received");
  return frame(site, {.title = title, .trail = {{register_url(definition.name), in_language(site, definition.title), ""}}},
               join(govuk::panel({.title_text = title, .text = join(site.words("register.number"), br(), strong(id.text))}),
                    body_text(site.words("register.received.keep")), p(cls("govuk-body"), link_to(site.local(report_url(definition.name)), site.words("register.another")))));
}

}  // namespace makegood::pages
