// Charts of counts and rare events, and CUSUM: each series in time order, answers in the order of the file.
#include "calc/answers.h"
#include "calc/order.h"
#include "calc/usable.h"
#include "statistics/count_chart.h"
#include "statistics/cusum.h"
#include "statistics/rare_chart.h"

namespace makegood::calc {
namespace {

constexpr std::size_t kPoint = 1, kFirst = 2, kSecond = 3;  // columns, after the series

// In time order.
std::vector<std::size_t> charted(const Set& set) { return in_time_order(set, kPoint, usable_rows(set)); }

void count_chart_answer(const Set& set, Cells& out, CountOf kind) {
  const auto rows = charted(set);
  const auto chart = count_chart(values_of(set, rows, kFirst), values_of(set, rows, kSecond), kind);
  put_by_row(set, out, rows, chart.points, [&](const CountPoint& point) {
    if (point.status != Status::ok) return out.end(point.status);
    out.put(point.value).put(point.sigma).put(point.z);
    out.put(point.plain.upper)
        .put(point.plain.lower)
        .put(point.corrected.upper)
        .put(point.corrected.lower)
        .put(chart.centre);
    out.end(point.corrected.upper ? Status::ok : Status::undefined);
  });
}

}  // namespace

void laney_answer(const Set& set, Cells& out) { count_chart_answer(set, out, CountOf::people); }
void laney_u_answer(const Set& set, Cells& out) { count_chart_answer(set, out, CountOf::opportunities); }

void g_chart_answer(const Set& set, Cells& out) {
  const auto rows = charted(set);
  put_by_row(set, out, rows, g_chart(values_of(set, rows, kFirst)), [&](const RarePoint& point) {
    if (point.status != Status::ok) return out.end(point.status);
    out.put(point.centre)
        .put(point.limits.upper)
        .put(point.limits.lower)
        .put(point.by_chance)
        .put(point.outside)
        .end(Status::ok);
  });
}

void t_chart_answer(const Set& set, Cells& out) {
  const auto rows = charted(set);
  put_by_row(set, out, rows, t_chart(values_of(set, rows, kFirst)), [&](const RarePoint& point) {
    out.put(point.centre);
    if (point.status != Status::ok) return out.end(point.status);
    out.put(point.limits.upper).put(point.limits.lower).put(point.outside).end(Status::ok);
  });
}

namespace {

// Target and sigma stand in columns, the same in every row of a series; the first row that has one decides.
std::optional<double> first_given(const Set& set, std::size_t column) {
  for (std::size_t row = 0; row < set.size(); ++row)
    if (const double value = set.value(row, column); value == value) return value;
  return std::nullopt;
}

}  // namespace

void cusum_answer(const Set& set, Cells& out) {
  CusumRules rules;
  rules.slack = *set.options().positive("--slack", rules.slack);  // cusum_fit has refused what is no number
  rules.decision = *set.options().positive("--decision", rules.decision);
  rules.target = first_given(set, kSecond);
  rules.sigma = first_given(set, kSecond + 1);
  const auto rows = charted(set);
  put_by_row(set, out, rows, cusum(values_of(set, rows, kFirst), rules), [&](const CusumPoint& point) {
    if (point.status != Status::ok) return out.end(point.status);
    out.put(point.z).put(point.high).put(point.low).put(point.signal).end(Status::ok);
  });
}

Result<Fit> cusum_fit(const Options& options) {
  for (const auto* name : {"--slack", "--decision"})
    if (auto number = options.positive(name, 1); !number) return tl::unexpected(number.error());
  return Fit{};
}

}  // namespace makegood::calc
