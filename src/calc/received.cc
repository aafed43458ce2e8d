// follows, adds-up, copied-forward: figures that somebody sent, checked against each other.
#include <algorithm>
#include <cmath>
#include <set>

#include "calc/answers.h"
#include "calc/order.h"
#include "calc/usable.h"
#include "statistics/mean.h"
#include "statistics/received.h"

namespace makegood::calc {
namespace {

constexpr std::string_view yes_or_no(bool is) { return is ? "yes" : "no"; }

// How many decimals a figure was written with: 1 for 7.5, 2 for 7.50.
int decimals_of(std::string_view written) {
  const auto point = written.find('.');
  if (point == std::string_view::npos) return 0;
  const auto digits = written.substr(point + 1);
  const auto end = digits.find_first_not_of("0123456789");
  return static_cast<int>(end == std::string_view::npos ? digits.size() : end);
}

// The one total of a set; nothing where no row has it, or where two differ.
struct Total {
  Status status = Status::missing;
  double value = 0;
};

Total total_of(const Set& set, std::size_t column) {
  Total total;
  for (std::size_t row = 0; row < set.size(); ++row) {
    const double given = set.value(row, column);
    if (std::isnan(given)) continue;
    if (total.status == Status::ok && given != total.value) return {Status::repeated, 0};
    total = {Status::ok, given};
  }
  return total;
}

bool has_twice(const Set& set, std::size_t column) {
  std::set<std::string_view> seen;
  for (std::size_t row = 0; row < set.size(); ++row)
    if (!seen.insert(set.text(row, column)).second) return true;
  return false;
}

// Periods in their order, each with its figures and the rows that they stand in.
struct Periods {
  std::vector<PeriodFigures> figures;
  std::vector<std::string_view> names;
  std::vector<std::size_t> of_row;
  std::vector<bool> repeated;  ///< by row: the period has that figure already
};

constexpr std::size_t kPeriod = 1, kFigure = 2, kValue = 3;

Periods periods_of(const Set& set) {
  Periods periods;
  periods.of_row.resize(set.size());
  periods.repeated.resize(set.size());
  std::map<std::string_view, std::size_t> place;
  for (const auto row : in_time_order(set, kPeriod, usable_rows(set))) {
    const auto [found, is_new] = place.try_emplace(set.text(row, kPeriod), periods.names.size());
    if (is_new) {
      periods.names.push_back(found->first);
      periods.figures.emplace_back();
    }
    periods.of_row[row] = found->second;
    periods.repeated[row] = !periods.figures[found->second].emplace(set.text(row, kFigure), set.value(row, kValue)).second;
  }
  return periods;
}

}  // namespace

void follows_answer(const Set& set, Cells& out) {
  constexpr std::size_t kNumerator = 0, kDenominator = 1, kStated = 2, kTimes = 3, kDecimals = 4;
  constexpr int kMostDecimals = 15;
  const double decimals = set.value_or(0, kDecimals, decimals_of(set.text(0, kStated)));
  if (decimals != std::trunc(decimals)) return out.end(Status::not_whole);
  if (std::fabs(decimals) > kMostDecimals) return out.end(Status::out_of_range);
  const ReceivedFigure figure{set.value(0, kNumerator), set.value(0, kDenominator), set.value(0, kStated), set.value_or(0, kTimes, 1),
                              static_cast<int>(decimals)};
  if (figure.denominator == 0) return out.end(Status::zero_denominator);
  const double value = figure.numerator / figure.denominator * figure.times;
  out.put(value).put(figure.stated - value).text(yes_or_no(follows(figure))).end(std::isfinite(value) ? Status::ok : Status::undefined);
}

void adds_up_answer(const Set& set, Cells& out) {
  constexpr std::size_t kPart = 1, kPartValue = 2, kTotal = 3;
  const auto total = total_of(set, kTotal);
  const auto parts = set.column(kPartValue);
  Sum sum;
  for (const double part : parts) sum += part;
  out.put(static_cast<double>(parts.size())).put(sum.value());
  if (has_twice(set, kPart)) return out.end(Status::repeated);
  if (total.status != Status::ok) return out.end(total.status);
  const double rounding = *set.options().positive("--rounding", 1);
  out.put(total.value).put(total.value - sum.value()).text(yes_or_no(adds_up(parts, total.value, rounding))).end(Status::ok);
}

Result<Fit> adds_up_fit(const Options& options) {
  if (const auto rounding = options.positive("--rounding", 1); !rounding) return tl::unexpected(rounding.error());
  return Fit{};
}

void copied_forward_answer(const Set& set, Cells& out) {
  const auto periods = periods_of(set);
  const auto at_least = static_cast<std::size_t>(*set.options().positive("--at-least", 3));
  const auto copied = copied_forward(periods.figures, at_least);
  for (std::size_t row = 0; row < set.size(); ++row) {
    if (set.status(row) != Status::ok) {
      out.end(set.status(row));
      continue;
    }
    const auto period = periods.of_row[row];
    const bool is_copy = std::find(copied.begin(), copied.end(), period) != copied.end();
    out.put(static_cast<double>(periods.figures[period].size())).text(yes_or_no(is_copy));
    if (is_copy) out.text(periods.names[period - 1]);
    out.end(periods.repeated[row] ? Status::repeated : Status::ok);
  }
}

Result<Fit> copied_forward_fit(const Options& options) {
  if (const auto figures = options.positive("--at-least", 3); !figures || *figures > 1e6 || *figures != std::trunc(*figures))
    return refuse(Fault::invalid_input, "--at-least takes a whole number of figures, such as 3");
  return Fit{};
}

}  // namespace makegood::calc
