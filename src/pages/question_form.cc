// One thing that needs a person: the words in doubt, what they were read as, and buttons.

#include <utility>

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/desk_pages.h"
#include "pages/fault_summary.h"
#include "pages/hidden_field.h"

namespace makegood::pages {

using namespace html;

namespace {

// A finding speaks English, about this very place; for readers of another language the catalogue
// says what its code means.
Html what_is_odd(const Site& site, const Question& question) {
  const auto key = "finding." + question.open.finding.code;
  if (site.words.language() == Language::en || !site.words.has(key)) return span(lang("en"), question.open.finding.message);
  return span(site.words(key));
}

Html doubt(const Site& site, const QuestionForm& form) {
  const auto& question = *form.question;
  const auto reading = [&]() -> Html {
    if (!question.reading) return {};
    const auto& due = question.reading->due;
    return p(cls("govuk-body"), site.words("question.read_as"), " ",
             strong(due ? site.words.date(*due) : site.words("question.no_date_read")));
  };
  return join(when(!question.quoted.empty(), [&] { return p(cls("govuk-body-l"), "“", quoted(form.language, question.quoted), "”"); }),
              reading(), p(cls("govuk-body"), what_is_odd(site, question)));
}

Html source_beside(const Site& site, const QuestionForm& form) {
  const auto& question = *form.question;
  if (question.item_title.empty() && question.source_text.empty()) return {};
  const auto place = excerpt_place(site, question.source);
  const auto shown = excerpt(site, {form.source, question.source, question.quoted.empty() ? question.source_text : question.quoted, form.language});
  if (!shown.empty())
    return div(cls("mg-source__excerpt"), p(cls("mg-review__label"), site.words("review.source"), when(!place.empty(), join(", ", place))), shown,
               when(!form.place.empty(), [&] { return p(cls("govuk-body"), link_to(site.local(form.place), site.words("review.in_document"))); }));
  return div(cls("mg-review"),
             div(cls("mg-review__source"), span(cls("mg-review__label"), site.words("review.source"), when(!place.empty(), join(", ", place))),
                 quoted(form.language, question.source_text)),
             div(cls("mg-review__made"), span(cls("mg-review__label"), site.words("review.made")),
                 p(cls("govuk-body"), quoted(form.language, headline(question.item_title)))));
}

Html answer_button(const Site& site, Decision decision, bool first) {
  return govuk::button({.text = site.words("decision." + std::string(word(decision))),
                        .name = "decision",
                        .value = std::string(word(decision)),
                        .prevent_double_click = true,
                        .classes = first ? "" : "govuk-button--secondary"});
}

Html set_dates(const Site& site, const Question& question) {
  const auto fields = date_fields(question.reading ? question.reading->due : std::nullopt);
  return govuk::details(
      {.summary_text = site.words("question.other_date"),
       .text = join(day_field(site, {.name = "due", .legend = site.words("form.due"), .value = fields}),
                    answer_button(site, Decision::set_dates, false))});
}

Html split_owners(const Site& site, const Question& question, const std::string& language) {
  std::string proposed = makegood::join(question.owners, "\n");
  return govuk::details({.summary_text = site.words("question.split"),
                         .text = join(govuk::textarea({.name = "owners",
                                                       .label = {.text = site.words("form.owners")},
                                                       .hint = govuk::HintParams{.text = site.words("form.one_a_line")},
                                                       .value = replace_all(std::move(proposed), " and ", "\n"),
                                                       .rows = 3,
                                                       .attributes = lang(language)}),
                                      answer_button(site, Decision::split_owners, false))});
}

Html answers(const Site& site, const Question& question, const std::string& language) {
  Html buttons, forms;
  bool first = true;
  for (const auto decision : question.decisions) {
    if (decision == Decision::set_dates) forms += set_dates(site, question);
    else if (decision == Decision::split_owners) forms += split_owners(site, question, language);
    else buttons += answer_button(site, decision, std::exchange(first, false));
  }
  return join(div(cls("govuk-button-group"), buttons), forms);
}

}  // namespace

Html question_form(const Site& site, const QuestionForm& form) {
  const auto& open = form.question->open;
  return section(cls("mg-finding"), attr("aria-labelledby", "question"),
                 h2(id("question"), cls("govuk-heading-m"), site.words("question.number", {{"n", form.number}, {"of", form.of}})),
                 doubt(site, form), source_beside(site, form),
                 html::form(attr("method", "post"), action(site.local(form.settle)), attr("novalidate", ""), csrf_field(site),
                            hidden("item", open.item.text), hidden("code", open.finding.code),
                            hidden("ordinal", std::to_string(open.ordinal)), answers(site, *form.question, form.language)),
                 when(!form.edit.empty(), [&] { return p(cls("govuk-body"), link_to(site.local(form.edit), site.words("question.edit"))); }));
}

}  // namespace makegood::pages
