// Settling what an indicator means, and taking down what was measured.

#include <charconv>
#include <cmath>

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/fault_summary.h"
#include "pages/indicator_pages.h"
#include "pages/refusal_words.h"

namespace makegood::pages {

using namespace html;

namespace {

/// "1,234.5" or "5.6%" as a number; nothing for an empty text.
Result<std::optional<double>> number_in(std::string_view typed, const char* name) {
  auto text = replace_all(replace_all(std::string(trim(typed)), ",", ""), "%", "");
  if (text.empty()) return std::optional<double>{};
  double number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
    return refuse(Fault::invalid_input, "\"" + shorten(typed, 40) + "\" is not a number", name);
  return std::optional(number);
}

Result<std::optional<Day>> day_in(const DateFields& fields, const char* name) {
  auto day = day_from(fields);
  if (!day) return refuse(Fault::invalid_input, day.error().message, name);
  return *day;
}

/// Puts what was read where it belongs; false and the refusal where it was none.
template <class T, class Target>
bool take(Result<std::optional<T>> read, Target& target, Refusal& refusal) {
  if (!read) return refusal = read.error(), false;
  target = *read;
  return true;
}

std::optional<govuk::ErrorMessageParams> error_of(const Site& site, const IndicatorFormPage& page, std::string_view field) {
  if (page.fault != field || page.refusal.empty()) return std::nullopt;
  return govuk::ErrorMessageParams{.text = refusal_words(site, page.refusal), .visually_hidden_text = site.words("component.error")};
}

Html text_field(const Site& site, const IndicatorFormPage& page, const std::string& name, const std::string& value, std::string_view classes = {}) {
  const auto hint = "indicator.hint." + name;
  return govuk::input({.name = name,
                       .label = {.text = site.words("indicator.form." + name), .classes = "govuk-label--s"},
                       .hint = site.words.has(hint) ? std::optional(govuk::HintParams{.text = site.words(hint)}) : std::nullopt,
                       .error_message = error_of(site, page, name),
                       .value = value,
                       .classes = std::string(classes)});
}

Html date_field(const Site& site, const IndicatorFormPage& page, const std::string& name, const DateFields& value) {
  return day_field(site, {.name = name, .legend = site.words("indicator.form." + name), .value = value, .error = error_of(site, page, name)});
}

Html target_kind(const Site& site, const IndicatorForm& form) {
  std::vector<govuk::ChoiceItem> items;
  for (const auto& kind : kTargetKinds) items.push_back({.value = std::string(kind.word), .text = site.words("indicator.kind." + std::string(kind.word))});
  return govuk::radios({.name = "target_kind",
                        .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("indicator.form.target_kind"), .classes = "govuk-fieldset__legend--s"}},
                        .hint = govuk::HintParams{.text = site.words("indicator.hint.target_kind")},
                        .items = std::move(items),
                        .value = form.target_kind.empty() ? "none" : form.target_kind,
                        .classes = "govuk-radios--small"});
}

Html about_people(const Site& site, const IndicatorForm& form) {
  return govuk::radios({.name = "about_people",
                        .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("indicator.form.about_people"), .classes = "govuk-fieldset__legend--s"}},
                        .hint = govuk::HintParams{.text = site.words("indicator.hint.about_people")},
                        .items = {{.value = "yes", .text = site.words("indicator.about_people.yes")}, {.value = "no", .text = site.words("indicator.about_people.no")}},
                        .value = form.about_people == "no" ? "no" : "yes",
                        .classes = "govuk-radios--small"});
}

Html linked_items(const Site& site, const IndicatorFormPage& page) {
  if (page.items.empty()) return {};
  std::vector<govuk::ChoiceItem> items;
  for (const auto& item : page.items) items.push_back({.value = item.value, .text = item.label, .label = {.attributes = lang(page.language)}});
  return govuk::details({.summary_text = site.words("indicator.form.items"),
                         .text = join(govuk::checkboxes({.name = "item",
                                                         .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("indicator.form.items"), .classes = "govuk-visually-hidden"}},
                                                         .items = std::move(items),
                                                         .values = page.form.items,
                                                         .classes = "govuk-checkboxes--small"})),
                         .open = !page.form.items.empty()});
}

Html terms_form(const Site& site, const IndicatorFormPage& page) {
  const auto& f = page.form;
  return form(attr("method", "post"), action(site.local(indicator_form_url(page.slug, page.id))), attr("novalidate", ""), csrf_field(site),
              input(attr("type", "hidden"), attr("name", "seen"), attr("value", std::to_string(f.seen))),
              when(!page.of_document, [&] { return text_field(site, page, "text", f.text); }), text_field(site, page, "unit", f.unit, "govuk-input--width-10"),
              text_field(site, page, "baseline", f.baseline, "govuk-input--width-5"), date_field(site, page, "baseline-day", f.baseline_day),
              text_field(site, page, "baseline_source", f.baseline_source), target_kind(site, f),
              text_field(site, page, "target", f.target, "govuk-input--width-5"), date_field(site, page, "target-day", f.target_day),
              about_people(site, f), linked_items(site, page),
              govuk::button({.text = site.words("edit.save"), .prevent_double_click = true}));
}

Html status_field(const Site& site, const ValueForm& form) {
  std::vector<govuk::SelectItem> items = {{site.words("indicator.status.none"), ""}};
  for (const auto* letter : {"p", "r", "x", "z", "u"}) items.push_back({site.words("value_status." + std::string(letter)), letter});
  return govuk::select({.name = "status", .label = {.text = site.words("indicator.form.status"), .classes = "govuk-label--s"}, .items = std::move(items), .value = form.status});
}

Html value_form(const Site& site, const IndicatorFormPage& page) {
  if (page.id.empty()) return {};
  const auto& v = page.value;
  const auto to = Url::path({"desk", "plans", page.slug, "indicators", page.id.text, "value"});
  return section(attr("aria-labelledby", "take-down"), heading_m(site.words("indicator.take_down"), "take-down"),
                 form(attr("method", "post"), action(site.local(to)), attr("novalidate", ""), csrf_field(site), date_field(site, page, "first", v.first),
                      date_field(site, page, "last", v.last), text_field(site, page, "numerator", v.numerator, "govuk-input--width-10"),
                      text_field(site, page, "denominator", v.denominator, "govuk-input--width-10"), text_field(site, page, "value", v.value, "govuk-input--width-10"),
                      status_field(site, v), text_field(site, page, "source", v.source), text_field(site, page, "note", v.note),
                      govuk::button({.text = site.words("indicator.record"), .prevent_double_click = true})));
}

std::string plain(const std::optional<double>& number) {
  if (!number) return {};
  auto text = std::to_string(*number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

IndicatorForm indicator_form(const IndicatorTerms& terms, std::int64_t seen) {
  IndicatorForm form;
  form.text = terms.text;
  form.unit = terms.unit;
  form.baseline = plain(terms.baseline);
  form.baseline_day = date_fields(terms.baseline_day);
  form.baseline_source = terms.baseline_source;
  form.target_kind = word(terms.target_kind);
  form.target = plain(terms.target);
  form.target_day = date_fields(terms.target_day);
  form.about_people = terms.about_people ? "yes" : "no";
  form.note = terms.note;
  for (const auto& item : terms.items) form.items.push_back(item.text);
  form.seen = seen;
  return form;
}

IndicatorForm indicator_form_from(const QueryPairs& pairs) {
  IndicatorForm form;
  form.text = squeeze(field(pairs, "text"));
  form.unit = squeeze(field(pairs, "unit"));
  form.baseline = field(pairs, "baseline");
  form.baseline_source = squeeze(field(pairs, "baseline_source"));
  form.target_kind = field(pairs, "target_kind");
  form.target = field(pairs, "target");
  form.about_people = field(pairs, "about_people");
  form.note = squeeze(field(pairs, "note"));
  form.baseline_day = date_fields_from(pairs, "baseline-day");
  form.target_day = date_fields_from(pairs, "target-day");
  for (const auto& [name, value] : pairs)
    if (name == "item") form.items.push_back(value);
  const auto seen = field(pairs, "seen");
  std::from_chars(seen.data(), seen.data() + seen.size(), form.seen);
  return form;
}

ValueForm value_form_from(const QueryPairs& pairs) {
  return {.first = date_fields_from(pairs, "first"),
          .last = date_fields_from(pairs, "last"),
          .value = field(pairs, "value"),
          .numerator = field(pairs, "numerator"),
          .denominator = field(pairs, "denominator"),
          .status = field(pairs, "status"),
          .source = squeeze(field(pairs, "source")),
          .note = squeeze(field(pairs, "note"))};
}

Result<IndicatorTerms> terms_from(const IndicatorForm& form) {
  IndicatorTerms terms;
  Refusal refusal;
  if (!take(number_in(form.baseline, "baseline"), terms.baseline, refusal) || !take(number_in(form.target, "target"), terms.target, refusal) ||
      !take(day_in(form.baseline_day, "baseline-day"), terms.baseline_day, refusal) || !take(day_in(form.target_day, "target-day"), terms.target_day, refusal))
    return tl::unexpected(refusal);
  const auto kind = target_kind_from(form.target_kind);
  if (!kind) return refuse(Fault::invalid_input, "choose how the target is meant", "target_kind");
  terms.text = form.text;
  terms.unit = form.unit;
  terms.baseline_source = form.baseline_source;
  terms.target_kind = *kind;
  terms.about_people = form.about_people != "no";
  terms.note = form.note;
  for (const auto& item : form.items) terms.items.emplace_back(item);
  return terms;
}

Result<IndicatorValue> value_from(const ValueForm& form) {
  IndicatorValue value;
  Refusal refusal;
  std::optional<Day> first, last;
  if (!take(day_in(form.first, "first"), first, refusal) || !take(day_in(form.last, "last"), last, refusal) ||
      !take(number_in(form.value, "value"), value.value, refusal) || !take(number_in(form.numerator, "numerator"), value.numerator, refusal) ||
      !take(number_in(form.denominator, "denominator"), value.denominator, refusal))
    return tl::unexpected(refusal);
  if (!last) return refuse(Fault::invalid_input, "say on which day the period ended", "last");
  const auto status = value_status_from(form.status);
  if (!status) return refuse(Fault::invalid_input, "choose a status from the list", "status");
  value.first = first.value_or(*last);
  value.last = *last;
  value.status = *status;
  value.source = form.source;
  value.note = form.note;
  return value;
}

Html indicator_form_page(const IndicatorFormPage& page, const Site& site) {
  const auto heading = page.id.empty() ? site.words("indicator.add") : site.words("indicator.edit");
  const auto main = join(refusal_summary(site, page.refusal, page.fault), span(cls("govuk-caption-l"), quoted(page.language, page.id.empty() ? page.plan_title : page.form.text)),
                         h1(cls("govuk-heading-l"), heading), value_form(site, page),
                         section(attr("aria-labelledby", "terms"), heading_m(site.words("indicator.terms"), "terms"), terms_form(site, page)));
  return frame(site,
               {.title = heading + (page.id.empty() ? "" : ": " + headline(page.form.text)),
                .trail = {{plan_url(page.slug), page.plan_title, page.language},
                          {indicators_url(page.slug), site.words("indicator.heading"), ""}},
                .has_errors = !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
