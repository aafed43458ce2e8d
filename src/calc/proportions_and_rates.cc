// proportion, rate, mean, quantile.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "calc/answers.h"
#include "statistics/mean.h"
#include "statistics/proportion.h"
#include "statistics/quantile_groups.h"
#include "statistics/rate.h"

namespace makegood::calc {
namespace {

constexpr int kMostQuantiles = 1000;

// "Decile", "quintiles", "7"; 0 when it is none.
int quantiles_named(std::string_view text) {
  struct Name {
    std::string_view word;
    int groups;
  };
  static constexpr Name kNames[] = {{"tertile", 3},  {"quartile", 4}, {"quintile", 5}, {"sextile", 6},
                                    {"septile", 7},  {"octile", 8},   {"decile", 10},  {"percentile", 100}};
  for (const auto& name : kNames)
    if (starts_with_fold(text, name.word)) return name.groups;
  const auto number = read_number(text);
  const bool good = number.status == Status::ok && number.value >= 2 && number.value <= kMostQuantiles && number.value == std::trunc(number.value);
  return good ? static_cast<int>(number.value) : 0;
}

int quantiles_of(const Set& set, std::size_t column) {
  for (std::size_t row = 0; row < set.size(); ++row)
    if (!set.text(row, column).empty()) return quantiles_named(set.text(row, column));
  const auto given = set.options().text("--quantiles");
  return given.empty() ? 10 : quantiles_named(given);
}

// Where the rows of a set disagree on what is good, the highest values come first, as UKHSA has it.
FirstGroup first_group_of(const Set& set, std::size_t column) {
  const auto low_is_first = [&](std::size_t row) {
    const auto polarity = set.text(row, column);
    return contains_fold(polarity, "high is good") || lower(polarity) == "false";
  };
  for (std::size_t row = 0; row < set.size(); ++row)
    if (!low_is_first(row)) return FirstGroup::highest_values;
  return FirstGroup::lowest_values;
}

}  // namespace

void proportion_answer(const Set& set, Cells& out) {
  const auto got = proportion(set.value(0, 0), set.value(0, 1), set.confidence());
  out.put(got.estimate).put(got.wilson).put(got.clopper_pearson).end(got.status);
}

void rate_answer(const Set& set, Cells& out) {
  const auto got = rate(set.value(0, 0), set.value(0, 1), set.value_or(0, 2, 1), set.confidence());
  out.put(got.rate).put(got.limits).put(got.exact).put(got.byars).put(got.ukhsa);
  if (got.ukhsa.upper) out.text(word(got.method));
  out.end(got.status);
}

void mean_answer(const Set& set, Cells& out) {
  static const Confidence kAt998 = *Confidence::of(0.998);
  const auto got = mean(set.column(1));
  out.put(got.sum).put(static_cast<double>(got.count)).put(got.deviation).put(got.mean).put(got.limits).put(mean_limits(got, kAt998));
  out.end(got.status);
}

Result<Fit> fit_quantile(const Options& options) {
  const auto given = options.text("--quantiles");
  if (given.empty() || quantiles_named(given) > 0) return Fit{};
  return refuse(Fault::invalid_input, fmt::format("--quantiles takes a whole number from 2 to {}, not \"{}\"", kMostQuantiles, given));
}

void quantile_answer(const Set& set, Cells& out) {
  constexpr std::size_t kValue = 3, kPolarity = 4, kName = 5;
  const int groups = quantiles_of(set, kName);
  const auto got = quantile_groups(set.column(kValue), groups, first_group_of(set, kPolarity));
  for (std::size_t row = 0; row < set.size(); ++row) {
    const auto status = set.status(row);
    if (got[row]) out.put(static_cast<double>(*got[row]));
    out.end(status != Status::ok ? status : groups == 0 ? Status::out_of_range : got[row] ? Status::ok : Status::undefined);
  }
}

}  // namespace makegood::calc
