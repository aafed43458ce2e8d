#include "pages/register_fields.h"

#include <algorithm>

#include "cycle/return_words.h"
#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/exit_this_page.h"
#include "html/components/fields.h"
#include "pages/hidden_field.h"
#include "pages/refusal_words.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

namespace {

const RegisterFault* fault_about(const std::vector<RegisterFault>& faults, std::string_view field) {
  const auto found = std::find_if(faults.begin(), faults.end(), [&](const RegisterFault& f) { return f.field == field; });
  return found == faults.end() ? nullptr : &*found;
}

std::string_view key_of(AnswerTrouble trouble) {
  switch (trouble) {
    case AnswerTrouble::missing: return "register.fault.missing";
    case AnswerTrouble::not_a_date: return "register.fault.date";
    case AnswerTrouble::not_a_month: return "register.fault.month";
    case AnswerTrouble::not_a_year: return "register.fault.year";
    case AnswerTrouble::not_a_number: return "register.fault.number";
    case AnswerTrouble::not_whole: return "register.fault.whole";
    case AnswerTrouble::not_yes_or_no: return "register.fault.yes_or_no";
    case AnswerTrouble::not_an_email: return "register.fault.email";
    case AnswerTrouble::not_a_link: return "register.fault.link";
    case AnswerTrouble::too_short: return "register.fault.short";
    case AnswerTrouble::too_long: return "register.fault.long";
    case AnswerTrouble::too_small: return "register.fault.small";
    case AnswerTrouble::too_large: return "register.fault.large";
    case AnswerTrouble::wrong_form: return "register.fault.form";
    case AnswerTrouble::unknown_choice: return "register.fault.choice";
    case AnswerTrouble::too_fine: return "register.fault.fine";
    case AnswerTrouble::taken: return "register.fault.taken";
    case AnswerTrouble::leads_nowhere: return "register.fault.leads_nowhere";
  }
  return {};
}

/// By the words that stand above the box: a question in quotation marks, else the label.
Html fault_words(const Site& site, const Definition& definition, const RegisterFault& fault) {
  const auto* field = definition.field(fault.field);
  const auto sentence = site.words(key_of(fault.trouble), {{"field", kHole}, {"limit", fault.detail}});
  if (field == nullptr) return filled(sentence, html::join(fault.field));
  const auto asked = marked_question(site, *field);
  return filled(sentence, field->question.empty() ? asked : filled(site.words("register.fault.question", {{"question", kHole}}), asked));
}

/// Questions that stand on this page whatever the answer is to the one that they depend on: without script nothing opens.
Html only_if(const Site& site, const Definition& definition, const RegisterField& field) {
  const auto* asked = field.shown_if ? definition.field(field.shown_if->field) : nullptr;
  if (asked == nullptr || asked->page != field.page || field.set_by != SetBy::whoever_submits) return {};
  const auto question = marked_question(site, *asked);
  if (field.shown_if->filled) return filled(site.words("register.only_if_answered", {{"question", kHole}}), question);
  Html answers;
  for (const auto& code : field.shown_if->in) {
    const auto one = marked_answer(site, definition, *asked, code);
    answers = answers.empty() ? one : html::join(answers, ", ", one);
  }
  return html::join(filled(site.words("register.only_if", {{"question", kHole}}), question), " ", answers);
}

/// A date as it was typed, in its three boxes.
DateFields boxes(std::string_view value) {
  const auto parts = split(value, value.find('/') == std::string_view::npos ? '-' : '/');
  if (parts.size() != 3) return {};
  return value.find('/') == std::string_view::npos ? DateFields{parts[2], parts[1], parts[0]} : DateFields{parts[0], parts[1], parts[2]};
}

/// Makes the component of one field.
class AskedField {
 public:
  AskedField(const Site& site, const FieldsShown& shown, const RegisterField& field) : site_(site), shown_(shown), field_(field) {
    if (const auto* fault = fault_about(shown.faults, field.name))
      error_ = govuk::ErrorMessageParams{.text = fault_words(site, shown.definition, *fault), .visually_hidden_text = site.words("component.error")};
    const auto condition = only_if(site, shown.definition, field);
    if (!field.hint.empty() || !condition.empty())
      hint_ = govuk::HintParams{.text = html::join(condition, when(!condition.empty() && !field.hint.empty(), [] { return br(); }), marked(site, field.hint))};
  }

  /// `inside` gives what opens below a choice.
  template <class Inside>
  Html html(Inside inside) const {
    const auto choices = choices_of(shown_.definition, field_);
    if (field_.type == FieldType::date) return date();
    if (field_.many) return ticks(choices);
    if (field_.type == FieldType::boolean) return radios(yes_and_no(), inside);
    if (choices.size() > kMostRadios) return select(choices);
    if (!choices.empty()) return radios(choices, inside);
    if (field_.refers == Refers::organisation && !shown_.organisations.empty()) return organisations();
    return field_.long_text ? lines() : line();
  }

 private:
  static constexpr std::size_t kMostRadios = 12;

  [[nodiscard]] std::vector<RegisterChoice> yes_and_no() const {
    const auto yes = site_.words("register.yes"), no = site_.words("register.no");
    return {{"true", {yes, yes}, {}}, {"false", {no, no}, {}}};
  }
  [[nodiscard]] std::string value() const { return std::string(answer(shown_.answers, field_.name)); }
  [[nodiscard]] Html label_words() const {
    const auto words = marked_question(site_, field_);
    return field_.constraints.required || !shown_.says_optional ? words : filled(site_.words("register.optional", {{"question", kHole}}), words);
  }
  [[nodiscard]] govuk::LabelParams label() const { return {.text = label_words(), .classes = "govuk-label--s"}; }
  [[nodiscard]] govuk::FieldsetParams fieldset() const { return {.legend = govuk::LegendParams{.text = label_words(), .classes = "govuk-fieldset__legend--s"}}; }

  [[nodiscard]] Html date() const {
    const auto typed = boxes(value());
    return govuk::date_input({.id = field_.name, .name_prefix = field_.name, .fieldset = fieldset(), .hint = hint_, .error_message = error_,
                              .day = {.label = site_.words("component.day"), .name = "day", .value = typed.day, .classes = "govuk-input--width-2"},
                              .month = {.label = site_.words("component.month"), .name = "month", .value = typed.month, .classes = "govuk-input--width-2"},
                              .year = {.label = site_.words("component.year"), .name = "year", .value = typed.year, .classes = "govuk-input--width-4"}});
  }
  template <class Inside>
  Html radios(const std::vector<RegisterChoice>& choices, Inside inside) const {
    std::vector<govuk::ChoiceItem> items;
    for (const auto& choice : choices) items.push_back({.value = choice.code, .text = marked(site_, choice.title), .conditional = inside(choice.code)});
    return govuk::radios({.name = field_.name, .fieldset = fieldset(), .hint = hint_, .error_message = error_, .items = std::move(items), .value = value()});
  }
  Html ticks(const std::vector<RegisterChoice>& choices) const {
    std::vector<govuk::ChoiceItem> items;
    for (const auto& choice : choices) items.push_back({.value = choice.code, .text = marked(site_, choice.title)});
    return govuk::checkboxes({.name = field_.name, .fieldset = fieldset(), .hint = hint_, .error_message = error_, .items = std::move(items),
                              .values = split(value(), ';')});
  }
  Html select(const std::vector<RegisterChoice>& choices) const {
    std::vector<govuk::SelectItem> items{{.text = site_.words("register.choose"), .value = ""}};
    for (const auto& choice : choices) items.push_back({.text = in_language(site_, choice.title), .value = choice.code, .attributes = attr_if("lang", language_of(site_, choice.title))});
    return govuk::select({.name = field_.name, .label = label(), .hint = hint_, .error_message = error_, .items = std::move(items), .value = value()});
  }
  [[nodiscard]] Html organisations() const {
    std::vector<govuk::SelectItem> items{{.text = site_.words("register.choose"), .value = ""}};
    for (const auto& name : shown_.organisations) items.push_back({.text = name, .attributes = attr_if("lang", language_of(site_, {name, {}}))});
    // Where there is one to choose from, it is chosen.
    const auto chosen = value().empty() && shown_.organisations.size() == 1 ? shown_.organisations.front() : value();
    return govuk::select({.name = field_.name, .label = label(), .hint = hint_, .error_message = error_, .items = std::move(items), .value = chosen});
  }
  [[nodiscard]] Html lines() const {
    return govuk::textarea({.name = field_.name, .label = label(), .hint = hint_, .error_message = error_, .value = value()});
  }
  [[nodiscard]] Html line() const {
    const bool number = field_.type == FieldType::integer || field_.type == FieldType::number || field_.type == FieldType::year;
    return govuk::input({.name = field_.name, .label = label(), .hint = hint_, .error_message = error_, .value = value(),
                         .type = field_.format == TextFormat::email ? "email" : "text", .inputmode = number ? "decimal" : "",
                         .classes = number ? "govuk-input--width-10" : ""});
  }

  const Site& site_;
  const FieldsShown& shown_;
  const RegisterField& field_;
  std::optional<govuk::ErrorMessageParams> error_;
  std::optional<govuk::HintParams> hint_;
};

/// Whether `field` opens below a choice of a question on the same page.
bool opens_below(const Definition& definition, const RegisterField& field, const std::vector<const RegisterField*>& fields) {
  if (!field.shown_if || field.shown_if->in.size() != 1) return false;
  const auto* asked = definition.field(field.shown_if->field);
  const bool beside = std::find(fields.begin(), fields.end(), asked) != fields.end();
  return beside && !asked->many && !choices_of(definition, *asked).empty();
}

Html question(const Site& site, const FieldsShown& shown, const RegisterField& field, const std::vector<const RegisterField*>& fields) {
  return AskedField(site, shown, field).html([&](std::string_view code) {
    Html below;
    for (const auto* other : fields)
      if (opens_below(shown.definition, *other, fields) && other->shown_if->field == field.name && other->shown_if->in.front() == code)
        below = html::join(below, question(site, shown, *other, fields));
    return below;
  });
}

}  // namespace

Html register_fields(const Site& site, const FieldsShown& shown, const std::vector<const RegisterField*>& fields) {
  return each(fields, [&](const RegisterField* field) {
    return opens_below(shown.definition, *field, fields) ? Html{} : question(site, shown, *field, fields);
  });
}

Html register_faults(const Site& site, const Definition& definition, const std::vector<RegisterFault>& faults, std::string_view refusal,
                     std::vector<govuk::ErrorSummaryItem> list) {
  for (const auto& fault : faults) {
    const auto* field = definition.field(fault.field);
    const bool boxed = field != nullptr && field->type == FieldType::date;
    list.push_back({.text = fault_words(site, definition, fault), .href = Url::fragment(boxed ? fault.field + "-day" : fault.field)});
  }
  if (!refusal.empty()) list.push_back({.text = refusal_words(site, refusal, &definition)});
  if (list.empty()) return {};
  return govuk::error_summary({.title_text = site.words("component.error_summary"), .error_list = std::move(list)});
}

const std::string& in_language(const Site& site, const Bilingual& words) { return words.in(site.words.language() == Language::cy ? "cy" : "en"); }

std::string field_words(const Site& site, const RegisterField& field) { return in_language(site, field.title); }

std::string field_words(const Site& site, const Definition& definition, const std::string& field) {
  const auto* found = definition.field(field);
  return found == nullptr ? field : field_words(site, *found);
}

std::string question_words(const Site& site, const RegisterField& field) { return field.question.empty() ? field_words(site, field) : in_language(site, field.question); }

std::string answer_in_words(const Site& site, const Definition& definition, const RegisterField& field, std::string_view value) {
  if (field.type == FieldType::date)
    if (const auto day = Day::parse(value)) return site.words.date(*day);
  if (field.type == FieldType::boolean) return site.words(value == "true" ? "register.yes" : "register.no");
  const auto choices = choices_of(definition, field);
  std::vector<std::string> words;
  for (const auto& part : field.many ? split(value, ';') : std::vector<std::string>{std::string(value)}) {
    const auto choice = std::find_if(choices.begin(), choices.end(), [&](const RegisterChoice& c) { return c.code == part; });
    words.push_back(choice == choices.end() ? part : in_language(site, choice->title));
  }
  return makegood::join(words, ", ");
}

std::string completeness_words(const Site& site, const ReturnPeriod& period, const Completeness& c, std::optional<int> records) {
  const auto when = period_words(site.words, period);
  if (c.expected == 0) return site.words("register.nobody_expected", {{"period", when}});
  return site.words(records ? "register.completeness_with_records" : "register.completeness",
                    {{"period", when}, {"returned", c.returned}, {"expected", c.expected}, {"nil", c.nil}, {"silent", c.silent}, {"records", records.value_or(0)}});
}

std::string state_words(const Site& site, const Definition& definition, std::string_view state) {
  const auto* found = definition.state(state);
  return found == nullptr ? std::string(state) : in_language(site, found->title);
}

Html exit_link(const Site& site, const Definition& definition) {
  if (!definition.exit_page) return {};
  return govuk::exit_this_page({.text = site.words("register.exit"), .redirect_url = Url::parse("https://www.bbc.co.uk/weather").value(),
                                .activated_text = site.words("register.exit.activated"), .timed_out_text = site.words("register.exit.timed_out"),
                                .press_two_more_times_text = site.words("register.exit.two_more"), .press_one_more_time_text = site.words("register.exit.one_more")});
}

Html carried(const Definition& definition, const Answers& answers, const std::vector<const RegisterField*>& except) {
  return each(definition.fields, [&](const RegisterField& field) {
    const auto value = answer(answers, field.name);
    if (value.empty() || std::find(except.begin(), except.end(), &field) != except.end()) return Html{};
    return hidden(field.name, value);
  });
}

Html carried_without_place(const Definition& definition, const Answers& answers) {
  return each(answers, [&](const auto& one) { return definition.field(one.first) == nullptr ? hidden(one.first, one.second) : Html{}; });
}

}  // namespace makegood::pages
