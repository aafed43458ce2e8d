// Control charts: spc.
#include <algorithm>

#include "calc/answers.h"
#include "calc/order.h"
#include "calc/usable.h"
#include "statistics/spc.h"

namespace makegood::calc {
namespace {

enum SpcColumn : std::size_t { kSeries, kTime, kValue, kScreen, kRebase, kFix };

// The options stand in columns, the same in every row of a series; the first row that has one decides.
std::string_view first_text(const Set& set, std::size_t column) {
  for (std::size_t row = 0; row < set.size(); ++row)
    if (!set.text(row, column).empty()) return set.text(row, column);
  return {};
}

XmrRules rules_of(const Set& set) {
  XmrRules rules;
  const auto screen = first_text(set, kScreen);
  rules.screen_outliers = screen.empty() || says_yes(screen);
  for (std::size_t row = 0; row < set.size() && rules.fix_after == 0; ++row)
    if (const double fix = set.value_or(row, kFix, 0); fix >= 1 && fix < 1e9)
      rules.fix_after = static_cast<std::size_t>(fix);
  return rules;
}

// Rows in time order: their values, and where limits begin afresh.
struct Series {
  std::vector<double> values;
  std::vector<std::size_t> starts;
};

Series series_of(const Set& set, const std::vector<std::size_t>& rows) {
  Series series;
  for (const auto row : rows) {
    if (says_yes(set.text(row, kRebase))) series.starts.push_back(series.values.size());
    series.values.push_back(set.value(row, kValue));
  }
  return series;
}

// Two values at one time, or a `fix_after_n` that is no number of points, make the series no series.
Status fault_of(const Set& set, const std::vector<std::size_t>& ordered) {
  for (std::size_t i = 1; i < ordered.size(); ++i)
    if (!set.text(ordered[i], kTime).empty() && set.text(ordered[i], kTime) == set.text(ordered[i - 1], kTime))
      return Status::repeated;
  for (const auto row : ordered) {
    const double fix = set.value_or(row, kFix, 1);
    if (fix < 1) return Status::out_of_range;
    if (fix != static_cast<double>(static_cast<std::int64_t>(std::min(fix, 1e15)))) return Status::not_whole;
  }
  return Status::ok;
}

void put(Cells& out, const XmrPoint& point) {
  out.put(point.mean).put(point.limits);
  if (point.status == Status::out_of_range) return out.end(point.status);
  out.put(point.outside ? 1 : 0).put(point.near ? 1 : 0).put(point.side).text(word(point.cause));
  if (point.status != Status::ok) return out.end(point.status);  // no limits, and nothing that would be special
  out.text(point.trial ? "trial" : "settled").end(Status::ok);
}

}  // namespace

void spc_answer(const Set& set, Cells& out) {
  const auto ordered = in_time_order(set, kTime, usable_rows(set));
  const auto fault = fault_of(set, ordered);
  const auto series = series_of(set, ordered);
  const auto points = xmr(series.values, series.starts, rules_of(set));
  put_by_row(set, out, ordered, points, [&](const XmrPoint& point) {
    if (fault != Status::ok)
      out.end(fault);
    else
      put(out, point);
  });
}

}  // namespace makegood::calc
