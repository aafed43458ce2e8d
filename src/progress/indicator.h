#pragma once
// What a plan says it will be measured by, made answerable: where it started, where it is to go,
// and what was measured since. No significance is claimed here; values about people stay with those
// who are signed in until disclosure control can say which of them identify nobody.
//
// A target such as "+1 % per year" can be read in two ways: from 40 % one percentage point a year leads to
// 43 % in three years, one per cent of what it was leads to 41.2 %. Until somebody decides, both paths are shown.
//
//   const Measured& measured = ...;                                // IndicatorRepository::of_plan(slug)
//   for (const IndicatorValue& v : values_of(measured, id)) show(v.last, v.value, v.status);
//   for (const TargetPath& path : target_paths(*terms_of(measured, id), today)) draw(path);

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "progress/progress.h"
#include "table/table.h"

namespace makegood {

/// How the target is meant.
enum class TargetKind {
  none,
  value,              ///< so much by a day
  points_a_year,      ///< so many units (of a share: percentage points) more each year
  percent_a_year,     ///< so many per cent of the year before more each year
  undecided_a_year,   ///< "1 % a year": points or per cent, nobody has said
  share_of_population ///< as in the population, whose figure is `target`
};
inline constexpr auto kTargetKinds = std::to_array<CodeWord<TargetKind>>({
    {TargetKind::none, "none"},
    {TargetKind::value, "value"},
    {TargetKind::points_a_year, "points_a_year"},
    {TargetKind::percent_a_year, "percent_a_year"},
    {TargetKind::undecided_a_year, "undecided_a_year"},
    {TargetKind::share_of_population, "share_of_population"},
});
[[nodiscard]] std::string_view word(TargetKind kind);
[[nodiscard]] std::optional<TargetKind> target_kind_from(std::string_view word);

/// The status of a letter of table/table.h: "", "p", "r", "x", "z", "u", "c".
[[nodiscard]] std::optional<ValueStatus> value_status_from(std::string_view letter);

/// What was settled about an indicator; one that the plan's document names, or one that was added.
struct IndicatorTerms {
  std::string plan;
  IndicatorId id;
  std::string text;                  ///< as the plan words it, or as it was added
  std::string unit;                  ///< "percent", "count", or another word: "days", "£"
  std::optional<double> baseline;
  std::optional<Day> baseline_day;
  std::string baseline_source;
  TargetKind target_kind = TargetKind::none;
  std::optional<double> target;      ///< the value, or the step a year
  std::optional<Day> target_day;     ///< by when, or until when the steps go on
  bool about_people = true;          ///< its values count people: not public until they are protected
  std::vector<ItemId> items;         ///< those that are meant to move it
  std::string note, at;
  std::int64_t sequence = 0;
  bool operator==(const IndicatorTerms&) const = default;
};

/// One measurement. With numerator and denominator the value is their quotient (of percent: times 100).
struct IndicatorValue {
  std::string plan;
  IndicatorId id;
  Day first, last;                   ///< the period; one day where both are the same
  std::optional<double> numerator, denominator, value;
  ValueStatus status = ValueStatus::ok;
  std::string source, note, actor, at;
  std::int64_t sequence = 0;
  bool operator==(const IndicatorValue&) const = default;
};

struct Measured {
  std::string plan;
  std::vector<IndicatorTerms> terms;
  std::vector<IndicatorValue> values;  ///< the last word about each period, by indicator and period
  std::int64_t sequence = 0;
};

[[nodiscard]] const IndicatorTerms* terms_of(const Measured& measured, const IndicatorId& id);
[[nodiscard]] std::vector<IndicatorValue> values_of(const Measured& measured, const IndicatorId& id);  ///< by period
/// The plan's own indicators with what was settled about them, then those that were added.
[[nodiscard]] std::vector<IndicatorTerms> all_terms(const Plan& plan, const Measured& measured);

/// What was typed as one value, made consistent: the quotient is worked out.
/// Refuses: a denominator of 0, a share above its whole, a value that does not follow from its numerator and
/// denominator, a negative or fractional count, a period that ends before it begins, nothing at all where
/// the status does not say that there is nothing -> invalid_input.
[[nodiscard]] Result<IndicatorValue> check_value(const IndicatorTerms& terms, IndicatorValue value);
/// Refuses: no text; a yearly step without a baseline and its day; a target without a day; a day before the
/// baseline's; not finite -> invalid_input.
[[nodiscard]] Result<IndicatorTerms> check_terms(IndicatorTerms terms);

struct TargetPoint {
  Day day;
  double value = 0;
};
struct TargetPath {
  TargetKind kind = TargetKind::value;  ///< how it was read
  std::vector<TargetPoint> points;      ///< from the baseline to the end, a point a year
};
/// None where there is no target; two where it is undecided. Steps without a last day go on to `until`.
[[nodiscard]] std::vector<TargetPath> target_paths(const IndicatorTerms& terms, Day until);
/// Where a path stands on a day: straight between its points. Nothing before its first or after its last.
[[nodiscard]] std::optional<double> path_on(const TargetPath& path, Day day);

//   kind                  subject           payload
//   indicator.described   the plan's slug   IndicatorTerms
//   indicator.valued      the plan's slug   IndicatorValue (the same period again replaces it)
[[nodiscard]] std::string write_indicator_terms(const IndicatorTerms& terms);
[[nodiscard]] std::string write_indicator_value(const IndicatorValue& value);
[[nodiscard]] Result<IndicatorTerms> read_indicator_terms(std::string_view json);
[[nodiscard]] Result<IndicatorValue> read_indicator_value(std::string_view json);

/// What the public may see: indicators that are not about people with their values, the others' terms alone.
[[nodiscard]] Measured public_part(const Measured& measured);

}  // namespace makegood
