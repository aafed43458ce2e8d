#include "statistics/r_by_c.h"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>

#include "statistics/counts.h"
#include "statistics/mean.h"
#include "statistics/policy.h"

namespace makegood {
namespace {

using statistics::figure;

struct Margins {
  std::vector<double> rows, columns;
  double total = 0;
};

Margins margins_of(std::span<const double> counts, std::size_t columns) {
  Margins out;
  out.rows.resize(counts.size() / columns);
  out.columns.resize(columns);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    out.rows[i / columns] += counts[i];
    out.columns[i % columns] += counts[i];
    out.total += counts[i];
  }
  return out;
}

int peopled(const std::vector<double>& margin) {
  return static_cast<int>(std::count_if(margin.begin(), margin.end(), [](double sum) { return sum > 0; }));
}

CellResidual residual_of(double count, double row, double column, double total) {
  const double expected = row / total * column;
  if (expected == 0) return {};
  const double spread = expected * ((total - row) / total) * ((total - column) / total);
  return {expected, (count - expected) / std::sqrt(expected), figure((count - expected) / std::sqrt(spread))};
}

}  // namespace

RByC chi_square(std::span<const double> counts, std::size_t columns) {
  RByC out;
  if (columns == 0 || counts.size() % columns != 0) out.status = Status::out_of_range;
  for (const double count : counts)
    if (out.status == Status::ok) out.status = check_counts({count});
  if (out.status != Status::ok) return out;
  const auto margins = margins_of(counts, columns);
  const int smaller = std::min(peopled(margins.rows), peopled(margins.columns)) - 1;
  if (smaller < 1) out.status = Status::undefined;
  if (smaller < 1) return out;
  Sum statistic;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    out.cells.push_back(residual_of(counts[i], margins.rows[i / columns], margins.columns[i % columns], margins.total));
    const auto& cell = out.cells.back();
    if (!cell.expected) continue;
    statistic += *cell.residual * *cell.residual;
    out.min_expected = std::min(out.min_expected.value_or(*cell.expected), *cell.expected);
  }
  out.degrees_of_freedom = (peopled(margins.rows) - 1) * (peopled(margins.columns) - 1);
  out.chi_square = figure(statistic.value());
  out.p = figure(boost::math::gamma_q(out.degrees_of_freedom / 2.0, statistic.value() / 2, statistics::Policy()));
  out.cramers_v = figure(std::sqrt(statistic.value() / margins.total / smaller));
  return out;
}

}  // namespace makegood
