#include "progress/indicator.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace makegood {
namespace {

constexpr std::size_t kLongestIndicatorText = 2000, kLongestUnit = 60;  // bytes

bool goes_by_year(TargetKind kind) {
  return kind == TargetKind::points_a_year || kind == TargetKind::percent_a_year || kind == TargetKind::undecided_a_year;
}

bool is_finite(const std::optional<double>& number) { return !number || std::isfinite(*number); }

bool says_nothing_is_there(ValueStatus status) { return status == ValueStatus::not_available || status == ValueStatus::not_applicable || status == ValueStatus::confidential; }

/// Half of the last decimal that was typed: 0.05 of 7.5, 0.5 of 8.
double half_of_last_decimal(double typed) {
  const auto text = fmt::format("{:f}", typed).substr(0, 40);
  const auto end = text.find_last_not_of('0'), dot = text.find('.');
  return 0.5 * std::pow(10.0, -static_cast<double>(end - dot));
}

// A typed value agrees with its quotient when rounding it to the decimals that were typed explains the difference.
bool agrees(double typed, double worked_out) { return std::abs(typed - worked_out) <= half_of_last_decimal(typed) + 1e-9 * std::abs(worked_out); }

Result<void> check_period(const IndicatorValue& value) {
  if (value.last < value.first) return refuse(Fault::invalid_input, "the period ends before it begins");
  return {};
}

Result<void> work_out(const IndicatorTerms& terms, IndicatorValue& value) {
  if (value.numerator.has_value() != value.denominator.has_value())
    return refuse(Fault::invalid_input, "give both how many and of how many, or neither");
  if (!value.numerator) return {};
  const double part = *value.numerator, whole = *value.denominator;
  if (part < 0 || whole < 0) return refuse(Fault::invalid_input, "a number of people or things is not below 0");
  if (whole == 0) return refuse(Fault::invalid_input, "of 0 there is no share: leave the value out and say that it is not available");
  const bool percent = terms.unit == "percent";
  if (percent && part > whole) return refuse(Fault::invalid_input, fmt::format("{} is more than the {} that it is a part of", part, whole));
  const double quotient = part / whole * (percent ? 100.0 : 1.0);
  if (value.value && !agrees(*value.value, quotient))
    return refuse(Fault::invalid_input, fmt::format("{} of {} is {:.1f}, not {}", part, whole, quotient, *value.value));
  value.value = quotient;
  return {};
}

/// What the unit allows, of values, starts and targets alike.
Result<void> fits_unit(const IndicatorTerms& terms, double figure) {
  if (terms.unit == "count" && (figure < 0 || std::floor(figure) != figure)) return refuse(Fault::invalid_input, "a count is a whole number from 0 on");
  if (terms.unit == "percent" && (figure < 0 || figure > 100))
    return refuse(Fault::invalid_input, "a share lies between 0 and 100 per cent: give the unit another name where it is no share, such as \"pay gap, %\"");
  return {};
}

Result<void> check_figure(const IndicatorTerms& terms, const IndicatorValue& value) {
  if (!value.value) {
    if (says_nothing_is_there(value.status)) return {};
    return refuse(Fault::invalid_input, "give a value, or say that it is not available or does not apply");
  }
  if (says_nothing_is_there(value.status)) return refuse(Fault::invalid_input, "a value that is there cannot be \"not available\"");
  return fits_unit(terms, *value.value);
}

TargetPath yearly_path(const IndicatorTerms& terms, TargetKind kind, Day until) {
  TargetPath path{kind, {}};
  const auto end = terms.target_day.value_or(until);
  double value = *terms.baseline;
  for (int year = 0; year < 100; ++year) {
    const auto day = terms.baseline_day->plus_months(12 * year);
    if (day > end) break;
    path.points.push_back({day, value});
    value = kind == TargetKind::points_a_year ? value + *terms.target : value * (1.0 + *terms.target / 100.0);
  }
  return path;
}

TargetPath straight_path(const IndicatorTerms& terms) {
  TargetPath path{terms.target_kind, {}};
  if (terms.baseline && terms.baseline_day) path.points.push_back({*terms.baseline_day, *terms.baseline});
  path.points.push_back({*terms.target_day, *terms.target});
  return path;
}

}  // namespace

std::string_view word(TargetKind kind) { return word_in(kTargetKinds, kind); }
std::optional<TargetKind> target_kind_from(std::string_view text) { return code_in(kTargetKinds, text); }

std::optional<ValueStatus> value_status_from(std::string_view text) {
  for (const auto status : {ValueStatus::ok, ValueStatus::confidential, ValueStatus::not_available, ValueStatus::not_applicable,
                            ValueStatus::low_reliability, ValueStatus::provisional, ValueStatus::revised})
    if (letter(status) == text) return status;
  return std::nullopt;
}

const IndicatorTerms* terms_of(const Measured& measured, const IndicatorId& id) {
  const auto found = std::find_if(measured.terms.begin(), measured.terms.end(), [&](const IndicatorTerms& t) { return t.id == id; });
  return found == measured.terms.end() ? nullptr : &*found;
}

std::vector<IndicatorValue> values_of(const Measured& measured, const IndicatorId& id) {
  std::vector<IndicatorValue> values;
  for (const auto& value : measured.values)
    if (value.id == id) values.push_back(value);
  std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return std::pair(a.last, a.first) < std::pair(b.last, b.first); });
  return values;
}

std::vector<IndicatorTerms> all_terms(const Plan& plan, const Measured& measured) {
  std::vector<IndicatorTerms> all;
  const auto is_of_plan = [&](const IndicatorId& id) {
    return std::any_of(plan.indicators.begin(), plan.indicators.end(), [&](const Indicator& i) { return i.id == id; });
  };
  for (const auto& indicator : plan.indicators) {
    const auto* settled = terms_of(measured, indicator.id);
    IndicatorTerms terms = settled != nullptr ? *settled : IndicatorTerms{.plan = plan.slug, .id = indicator.id, .unit = indicator.unit};
    terms.text = indicator.text;  // the plan's own words stand
    all.push_back(std::move(terms));
  }
  for (const auto& terms : measured.terms)
    if (!is_of_plan(terms.id)) all.push_back(terms);
  return all;
}

Result<IndicatorValue> check_value(const IndicatorTerms& terms, IndicatorValue value) {
  if (!is_finite(value.value) || !is_finite(value.numerator) || !is_finite(value.denominator))
    return refuse(Fault::invalid_input, "this is not a number");
  if (auto held = check_period(value); !held) return tl::unexpected(held.error());
  if (auto held = work_out(terms, value); !held) return tl::unexpected(held.error());
  if (auto held = check_figure(terms, value); !held) return tl::unexpected(held.error());
  if (value.value && trim(value.source).empty()) return refuse(Fault::invalid_input, "say where the value comes from");
  if (value.source.size() > kLongestIndicatorText || value.note.size() > kLongestIndicatorText)
    return refuse(Fault::invalid_input, "this is too long: write 2,000 characters or fewer, and 60 for a unit");
  return value;
}

Result<IndicatorTerms> check_terms(IndicatorTerms terms) {
  if (trim(terms.text).empty()) return refuse(Fault::invalid_input, "say what is measured");
  if (!is_finite(terms.baseline) || !is_finite(terms.target)) return refuse(Fault::invalid_input, "this is not a number");
  if (terms.text.size() > kLongestIndicatorText || terms.unit.size() > kLongestUnit || terms.baseline_source.size() > kLongestIndicatorText)
    return refuse(Fault::invalid_input, "this is too long: write 2,000 characters or fewer, and 60 for a unit");
  if (terms.baseline)
    if (auto fits = fits_unit(terms, *terms.baseline); !fits) return tl::unexpected(fits.error());
  if (terms.target && (terms.target_kind == TargetKind::value || terms.target_kind == TargetKind::share_of_population))
    if (auto fits = fits_unit(terms, *terms.target); !fits) return tl::unexpected(fits.error());
  if (terms.baseline && !terms.baseline_day) return refuse(Fault::invalid_input, "say on which day it started from there");
  if (terms.target_kind == TargetKind::none) terms.target = std::nullopt;
  if (terms.target_kind == TargetKind::none) return terms;
  if (!terms.target) return refuse(Fault::invalid_input, "give the target as a number");
  if (goes_by_year(terms.target_kind) && !terms.baseline) return refuse(Fault::invalid_input, "a step a year needs a value to start from");
  if (!goes_by_year(terms.target_kind) && !terms.target_day) return refuse(Fault::invalid_input, "say by when the target is to be reached");
  if (terms.target_day && terms.baseline_day && *terms.target_day <= *terms.baseline_day)
    return refuse(Fault::invalid_input, "the target's day is not after the day that it starts from");
  return terms;
}

std::vector<TargetPath> target_paths(const IndicatorTerms& terms, Day until) {
  if (terms.target_kind == TargetKind::none || !terms.target) return {};
  if (!goes_by_year(terms.target_kind)) return terms.target_day ? std::vector{straight_path(terms)} : std::vector<TargetPath>{};
  if (!terms.baseline || !terms.baseline_day) return {};
  if (terms.target_kind != TargetKind::undecided_a_year) return {yearly_path(terms, terms.target_kind, until)};
  return {yearly_path(terms, TargetKind::points_a_year, until), yearly_path(terms, TargetKind::percent_a_year, until)};
}

std::optional<double> path_on(const TargetPath& path, Day day) {
  for (std::size_t i = 0; i < path.points.size(); ++i) {
    const auto& to = path.points[i];
    if (to.day == day) return to.value;
    if (to.day < day || i == 0) continue;
    const auto& from = path.points[i - 1];
    if (day < from.day) return std::nullopt;
    return from.value + (to.value - from.value) * days_between(from.day, day) / days_between(from.day, to.day);
  }
  return std::nullopt;
}

Measured public_part(const Measured& measured) {
  Measured open{.plan = measured.plan, .sequence = measured.sequence};
  for (auto terms : measured.terms) {
    if (terms.about_people) terms.baseline = std::nullopt;
    open.terms.push_back(std::move(terms));
  }
  for (auto value : measured.values) {
    const auto* terms = terms_of(measured, value.id);
    if (terms == nullptr || terms->about_people) continue;
    value.actor.clear();
    open.values.push_back(std::move(value));
  }
  return open;
}

}  // namespace makegood
