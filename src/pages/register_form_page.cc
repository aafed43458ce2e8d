// The form, one page after another, and the page on which everything is checked before it is sent.

#include <algorithm>

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/lists.h"
#include "html/components/wayfinding.h"
#include "pages/amendment_pages.h"
#include "pages/hidden_field.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

/// What the definition calls the step; the register's own title where it does not say.
const Bilingual& named(const Definition& definition, std::string_view step) {
  const auto found = std::find_if(definition.pages.begin(), definition.pages.end(), [&](const FormPage& p) { return p.name == step; });
  return found == definition.pages.end() ? definition.title : found->title;
}

std::string step_title(const Site& site, const Definition& definition, std::string_view step) {
  return step == kCheck ? site.words("register.check") : in_language(site, named(definition, step));
}

Html step_heading(const Site& site, const Definition& definition, std::string_view step) {
  return step == kCheck ? join(site.words("register.check")) : marked(site, named(definition, step));
}

/// What tells this page of the form from those of other registers that are called the same.
std::string page_title(const Site& site, const Definition& definition, std::string_view step) {
  const bool has_own = step == kCheck || &named(definition, step) != &definition.title;
  return has_own ? title_in(site, step_title(site, definition, step), definition) : in_language(site, definition.title);
}

Html button(const Site& site, std::string_view go, std::string_view key, std::string_view classes = {}) {
  return govuk::button({.text = site.words(key), .name = "go", .value = std::string(go), .prevent_double_click = go == "send", .classes = std::string(classes)});
}

/// Where changes were kept before, they can be left for what was sent.
Html keep_button(const Site& site, const RegisterForm& form) {
  return html::join(button(site, "save", "register.keep", "govuk-button--secondary"),
                    when(form.amends && form.amends->kept, [&] { return button(site, "anew", "amend.anew", "govuk-button--secondary"); }));
}

/// On the first page, and on a page that could not be left for want of it.
bool asks_who_here(const RegisterForm& form) {
  return form.asks_who && form.step != kCheck && (form.who_missing || steps_of(*form.definition, form.answers).front() == form.step);
}

Html form_around(const Site& site, const RegisterForm& form, const std::vector<const RegisterField*>& shown, Html inside) {
  return html::form(attr("method", "post"), attr("novalidate", ""), action(site.local(form.amends ? form.amends->to : report_url(form.definition->name))), when(site.viewer.has_value(), [&] { return csrf_field(site); }),
                    hidden("step", form.step), hidden("once", form.once), hidden("version", std::to_string(form.version)), hidden("told", std::to_string(form.told)),
                    when(!form.kept.empty(), [&] { return hidden("kept", form.kept); }), when(!form.receipt.empty(), [&] { return hidden("receipt", form.receipt); }),
                    when(form.asks_who && !asks_who_here(form), [&] { return hidden("sent_as", form.sent_as); }), carried(*form.definition, form.answers, shown),
                    carried_without_place(*form.definition, form.answers), amendment_carried(form), inside);
}

/// Whether to be named: asked before anything else, where the register leaves it to the sender.
Html who_question(const Site& site, const RegisterForm& form) {
  if (!asks_who_here(form)) return {};
  const auto error = form.who_missing ? std::optional(govuk::ErrorMessageParams{.text = site.words("register.who.missing"), .visually_hidden_text = site.words("component.error")})
                                      : std::nullopt;
  std::vector<govuk::ChoiceItem> items;
  for (const auto way : {kAnonymous, kConfidential}) {
    const auto key = "register.who." + std::string(way);
    items.push_back({.value = std::string(way), .text = site.words(key), .hint = govuk::HintParams{.text = site.words(key + ".hint")}});
  }
  return govuk::radios({.name = "sent_as", .fieldset = govuk::FieldsetParams{.legend = govuk::LegendParams{.text = site.words("register.who"), .classes = "govuk-fieldset__legend--s"}},
                        .error_message = error, .items = std::move(items), .value = form.sent_as});
}

/// Said once on the first page where nobody is asked who they are, so that somebody who is signed in knows it too.
Html unknown_note(const Site& site, const RegisterForm& form) {
  const bool always = form.definition->anonymous && !form.definition->confidential;
  return when(always && form.step != kCheck, [&] { return govuk::inset_text({.text = site.words("register.anonymous.note")}); });
}

/// What changed while the form lay open, and what was typed for questions that are gone.
Html upgrade_note(const Site& site, const RegisterForm& form) {
  if (form.version == form.definition->version || form.version == 0) return {};
  const auto& upgrade = form.upgrade;
  const auto names = [&](const auto& list, auto name_of) {
    std::vector<std::string> all;
    for (const auto& one : list) all.push_back(name_of(one));
    return site.words.list(all);
  };
  const auto title = [&](const std::string& field) {
    const auto* found = form.definition->field(field);
    return found == nullptr ? field : field_words(site, *found);
  };
  return govuk::inset_text({.text = join(p(cls("govuk-body"), strong(site.words("register.upgraded")), " ", site.words("register.upgraded.kept")),
      when(!upgrade.fresh.empty(), [&] { return p(cls("govuk-body"), site.words("register.upgraded.fresh", {{"names", names(upgrade.fresh, title)}})); }),
      when(!upgrade.misfits.empty(), [&] {
        return p(cls("govuk-body"), site.words("register.upgraded.misfits", {{"names", names(upgrade.misfits, [&](const RegisterFault& f) { return title(f.field); })}}));
      }),
      when(!upgrade.gone.empty(), [&] {
        return join(p(cls("govuk-body"), site.words("register.upgraded.gone")), ul(cls("govuk-list govuk-list--bullet"), each(upgrade.gone, [&](const LostAnswer& lost) {
                      return li(marked(site, lost.title), ": ", quoted_lines("en", lost.value));
                    })));
      }))});
}

Html questions(const Site& site, const RegisterForm& form) {
  const auto fields = asked_on(*form.definition, form.step, form.answers);
  const auto steps = steps_of(*form.definition, form.answers);
  const bool first = steps.front() == form.step;
  const FieldsShown shown{*form.definition, form.answers, form.faults, form.organisations};
  return form_around(site, form, fields,
                     join(who_question(site, form), register_fields(site, shown, fields),
                          div(cls("govuk-button-group"), button(site, "next", "register.next"),
                              when(!first, [&] { return button(site, "back", "register.back", "govuk-button--secondary"); }),
                              keep_button(site, form))));
}

Html answers_of(const Site& site, const RegisterForm& form, const std::string& step) {
  govuk::SummaryListParams list;
  for (const auto* field : asked_on(*form.definition, step, form.answers)) {
    if (!is_asked(*form.definition, *field, form.answers)) continue;
    const auto value = answer(form.answers, field->name);
    list.rows.push_back({.key = {.text = marked_field(site, *field)},
                         .value = {.text = value.empty() ? join(site.words("register.not_answered")) : marked_answer(site, *form.definition, *field, value)}});
  }
  const auto title = step_heading(site, *form.definition, step);
  return join(h2(cls("govuk-heading-m"), title), govuk::summary_list(list),
              govuk::button({.text = join(site.words("register.change"), span(cls("govuk-visually-hidden"), ": "), span(cls("govuk-visually-hidden"), title)),
                             .name = "go", .value = "to-" + step, .classes = "govuk-button--secondary"}));
}

std::vector<govuk::ErrorSummaryItem> who_fault(const Site& site, const RegisterForm& form) {
  if (!form.who_missing) return {};
  return {{.text = site.words("register.who.missing"), .href = Url::fragment("sent_as")}};
}

Html check(const Site& site, const RegisterForm& form) {
  auto steps = steps_of(*form.definition, form.answers);
  steps.pop_back();
  return form_around(site, form, {},
                     join(each(steps, [&](const std::string& step) { return answers_of(site, form, step); }),
                          when(form.amends.has_value(), [&] { return amendment_checked(site, form); }),
                          p(cls("govuk-body"), site.words(form.sent_as == kAnonymous ? "register.before_sending.anonymous" : "register.before_sending")),
                          div(cls("govuk-button-group"), button(site, "send", form.amends ? "amend.send" : "register.send"), keep_button(site, form))));
}

}  // namespace

Html register_form_page(const RegisterForm& form, const Site& site) {
  const auto& definition = *form.definition;
  const bool wrong = !form.faults.empty() || !form.refusal.empty() || form.who_missing;
  return frame(site, {.title = page_title(site, definition, form.step), .trail = register_trail(site, definition), .has_errors = wrong},
               join(exit_link(site, definition), register_faults(site, definition, form.faults, form.refusal, who_fault(site, form)),
                    span(cls("govuk-caption-l"), marked(site, definition.title)), h1(cls("govuk-heading-l"), step_heading(site, definition, form.step)), upgrade_note(site, form),
                    when(form.amends.has_value(), [&] { return question_asked(site, *form.amends); }), unknown_note(site, form),
                    form.step == kCheck ? check(site, form) : questions(site, form)));
}

Html register_received_page(const Definition& definition, const RecordId& id, const Site& site, bool is_own) {
  const auto title = site.words("register.received");
  return frame(site, {.title = title_in(site, title, definition), .trail = register_trail(site, definition)},
               join(govuk::panel({.title_text = title, .text = join(site.words("register.number"), br(), strong(id.text))}),
                    body_text(site.words("register.received.keep")),
                    when(is_own, [&] { return p(cls("govuk-body"), link_to(site.local(own_record_url(definition.name, id)), site.words("amend.link"))); }), p(cls("govuk-body"), link_to(site.local(report_url(definition.name)), site.words("register.another")))));
}

}  // namespace makegood::pages
