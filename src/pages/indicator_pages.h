#pragma once
// What a plan is measured by: the page of its indicators, and the forms that settle what one means
// and take down a value. No significance is claimed: a chart shows what was measured and where the target leads.
//
//   GET  /plans/SLUG/indicators                  and .json, .csv
//   GET  /desk/plans/SLUG/indicators/ID          both forms; ID "new" adds an indicator
//   POST /desk/plans/SLUG/indicators/ID          text (of an added one), unit, baseline, baseline-day/-month/-year,
//                                                baseline_source, target_kind, target, target-day/-month/-year,
//                                                about_people (yes, no), item (one or several), note, seen
//   POST /desk/plans/SLUG/indicators/ID/value    first-day/-month/-year, last-day/-month/-year, value, numerator,
//                                                denominator, status (a letter), source, note

#include <optional>
#include <string>
#include <vector>

#include "pages/forms.h"
#include "pages/pieces.h"
#include "progress/indicator.h"
#include "report/indicator_words.h"

namespace makegood::pages {

[[nodiscard]] Url indicators_url(std::string_view slug);
[[nodiscard]] Url indicator_form_url(std::string_view slug, const IndicatorId& id);  ///< empty id = a new one

/// One indicator with what was measured.
struct IndicatorView {
  IndicatorTerms terms;
  std::vector<IndicatorValue> values;  ///< by period
  std::vector<TargetPath> paths;
  bool withheld = false;               ///< about people: its figures are not public yet
  std::vector<NamedItem> items;
};

struct IndicatorsPage {
  std::string slug, plan_title, language = "en";
  std::vector<IndicatorView> indicators;
  Day today;
  bool may_edit = false;
};
/// `inside` = the reader is signed in and may see figures about people.
[[nodiscard]] IndicatorsPage make_indicators_page(const Plan& plan, const Measured& measured, bool inside, Day today);
[[nodiscard]] Html indicators_page(const IndicatorsPage& page, const Site& site);

/// What was measured as dots and a line, the target as dashed lines, the figures written beside them.
[[nodiscard]] Html indicator_chart(const Site& site, const IndicatorView& view, const std::string& id);

/// The forms as they were typed.
struct IndicatorForm {
  std::string text, unit, baseline, baseline_source, target_kind, target, about_people, note;
  DateFields baseline_day, target_day;
  std::vector<std::string> items;
  std::int64_t seen = 0;
};
struct ValueForm {
  DateFields first, last;
  std::string value, numerator, denominator, status, source, note;
};
[[nodiscard]] IndicatorForm indicator_form(const IndicatorTerms& terms, std::int64_t seen);
[[nodiscard]] IndicatorForm indicator_form_from(const QueryPairs& pairs);
[[nodiscard]] ValueForm value_form_from(const QueryPairs& pairs);
/// Refuses what is no number or no day, naming the field in `where` -> invalid_input.
[[nodiscard]] Result<IndicatorTerms> terms_from(const IndicatorForm& form);
[[nodiscard]] Result<IndicatorValue> value_from(const ValueForm& form);

struct IndicatorFormPage {
  std::string slug, plan_title, language = "en";
  IndicatorId id;              ///< empty = a new one
  bool of_document = false;    ///< its words are the plan's and stay
  IndicatorForm form;
  ValueForm value;
  std::vector<IndicatorValue> values;
  std::vector<Choice> items;
  std::string refusal, fault;  ///< of the last step, and the field that it concerns
};
[[nodiscard]] Html indicator_form_page(const IndicatorFormPage& page, const Site& site);

}  // namespace makegood::pages
