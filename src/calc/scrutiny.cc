// unknown-bounds, detectable, anytime, chi-square: what a scrutineer asks of a comparison.
#include <algorithm>

#include "calc/answers.h"
#include "statistics/anytime.h"
#include "statistics/counts.h"
#include "statistics/detectable.h"
#include "statistics/proportion.h"
#include "statistics/r_by_c.h"
#include "statistics/unknown_group.h"

namespace makegood::calc {
namespace {

constexpr std::size_t kRow = 1, kColumn = 2, kCount = 3;

// The different texts of a column, in the order in which they come.
std::vector<std::string_view> levels_in(const Set& set, std::size_t column) {
  std::vector<std::string_view> levels;
  for (std::size_t row = 0; row < set.size(); ++row)
    if (std::find(levels.begin(), levels.end(), set.text(row, column)) == levels.end()) levels.push_back(set.text(row, column));
  return levels;
}

std::size_t place_in(const std::vector<std::string_view>& levels, std::string_view text) {
  return static_cast<std::size_t>(std::find(levels.begin(), levels.end(), text) - levels.begin());
}

// A table of any size out of a row for each cell; `place` says where each went.
struct Grid {
  Status status = Status::ok;
  std::size_t columns = 0;
  std::vector<double> counts;
  std::vector<std::size_t> place;
};

Grid grid_of(const Set& set) {
  Grid grid;
  grid.status = set.status();
  const auto rows = levels_in(set, kRow), columns = levels_in(set, kColumn);
  grid.columns = columns.size();
  if (grid.status == Status::ok && rows.size() * columns.size() > set.size()) grid.status = Status::missing_strata;
  if (grid.status != Status::ok) return grid;
  grid.counts.resize(rows.size() * columns.size());
  std::vector<bool> seen(grid.counts.size());
  for (std::size_t i = 0; i < set.size(); ++i) {
    const auto place = place_in(rows, set.text(i, kRow)) * columns.size() + place_in(columns, set.text(i, kColumn));
    if (seen[place]) grid.status = Status::repeated;
    seen[place] = true;
    grid.counts[place] = set.value(i, kCount);
    grid.place.push_back(place);
  }
  return grid;
}

}  // namespace

void unknown_bounds_answer(const Set& set, Cells& out) {
  const TwoByTwo known{set.value(0, 0), set.value(0, 1), set.value(0, 2), set.value(0, 3)};
  const auto got = unknown_bounds(known, {set.value(0, 4), set.value(0, 5)}, set.value_or(0, 6, 1));
  out.put(got.known).put(got.lowest).put(got.highest).put(got.calibrated).text(word(got.verdict)).end(got.status);
}

void detectable_answer(const Set& set, Cells& out) {
  const auto got = detectable(set.value(0, 0), set.value(0, 1), set.value(0, 2), set.value_or(0, 3, 0.8), set.confidence());
  out.put(got.higher_share).put(got.higher_ratio).put(got.lower_share).put(got.lower_ratio).end(got.status);
}

void anytime_answer(const Set& set, Cells& out) {
  const double events = set.value(0, 0), n = set.value(0, 1);
  auto status = check_counts({events, n});
  if (status == Status::ok) status = check_share(events, n);
  if (status == Status::ok) out.put(events / n).put(anytime_share(events, n, set.confidence()));
  out.end(status);
}

void chi_square_answer(const Set& set, Cells& out) {
  const auto grid = grid_of(set);
  const auto got = grid.status == Status::ok ? chi_square(grid.counts, grid.columns) : RByC{.status = grid.status};
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (got.status == Status::ok) {
      const auto& cell = got.cells[grid.place[i]];
      out.put(got.chi_square).put(got.degrees_of_freedom).put(got.p).put(got.cramers_v).put(got.min_expected);
      out.put(cell.expected).put(cell.residual).put(cell.standardised);
    }
    out.end(set.status(i) != Status::ok ? set.status(i) : got.status);
  }
}

}  // namespace makegood::calc
