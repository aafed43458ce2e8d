#include "formats/pdf_grid.h"

#include <algorithm>
#include <cmath>

namespace makegood::formats {
namespace {

constexpr double kCovers = 0.6;  // of an edge: then it is drawn
constexpr std::size_t kMostPlaces = 200'000;

std::vector<double> clustered(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<double> out;
  for (const double value : values)
    if (out.empty() || value - out.back() > kTouch) out.push_back(value);
  return out;
}

// The outer edges may be undrawn: then the crossing lines end where they would be.
void find_edges(const Rules& rules, PdfGrid& table) {
  std::vector<double> xs, ys;
  for (const auto& line : rules.upright) {
    xs.push_back(line.x0);
    ys.insert(ys.end(), {line.y0, line.y1});
  }
  for (const auto& line : rules.level) {
    ys.push_back(line.y0);
    xs.insert(xs.end(), {line.x0, line.x1});
  }
  const auto [left, right] = std::minmax_element(xs.begin(), xs.end());
  const auto [top, bottom] = std::minmax_element(ys.begin(), ys.end());
  std::vector<double> columns = {*left, *right}, rows = {*top, *bottom};
  for (const auto& line : rules.upright) columns.push_back(line.x0);
  for (const auto& line : rules.level) rows.push_back(line.y0);
  table.xs = clustered(std::move(columns));
  table.ys = clustered(std::move(rows));
}

// How much of an edge is drawn, for every edge of the grid.
class Borders {
 public:
  Borders(const Rules& rules, const PdfGrid& t)
      : columns_(t.xs.size() - 1), right_((t.ys.size() - 1) * columns_), below_(right_.size()) {
    for (const auto& line : rules.upright) add_upright(line, t);
    for (const auto& line : rules.level) add_level(line, t);
  }
  [[nodiscard]] bool right_of(std::size_t row, std::size_t column) const {
    return right_[row * columns_ + column] >= kCovers;
  }
  [[nodiscard]] bool below(std::size_t row, std::size_t column) const {
    return below_[row * columns_ + column] >= kCovers;
  }

 private:
  static double share(double from, double to, double low, double high) {
    return high - low <= 0 ? 0 : std::max(0.0, std::min(to, high) - std::max(from, low)) / (high - low);
  }
  static std::size_t edge_of(const std::vector<double>& edges, double at) {
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < edges.size(); ++i)
      if (std::abs(edges[i] - at) < std::abs(edges[nearest] - at)) nearest = i;
    return nearest;
  }
  void add_upright(const PdfBox& line, const PdfGrid& t) {
    const auto edge = edge_of(t.xs, line.x0);
    if (edge == 0) return;
    for (std::size_t row = 0; row + 1 < t.ys.size(); ++row)
      right_[row * columns_ + edge - 1] += share(line.y0, line.y1, t.ys[row], t.ys[row + 1]);
  }
  void add_level(const PdfBox& line, const PdfGrid& t) {
    const auto edge = edge_of(t.ys, line.y0);
    if (edge == 0) return;
    for (std::size_t column = 0; column < columns_; ++column)
      below_[(edge - 1) * columns_ + column] += share(line.x0, line.x1, t.xs[column], t.xs[column + 1]);
  }

  std::size_t columns_;
  std::vector<double> right_, below_;
};

GridCell grid_cell(const PdfGrid& t, std::size_t row, std::size_t column, std::size_t rows, std::size_t columns) {
  return {static_cast<int>(row),
          static_cast<int>(column),
          static_cast<int>(rows),
          static_cast<int>(columns),
          {t.xs[column], t.ys[row], t.xs[column + columns], t.ys[row + rows]}};
}

void number_places(PdfGrid& t) {
  t.cell_of_place.assign(t.rows() * t.columns(), -1);
  for (std::size_t i = 0; i < t.cells.size(); ++i) {
    const auto& cell = t.cells[i];
    for (int row = cell.row; row < cell.row + cell.row_span; ++row)
      for (int column = cell.column; column < cell.column + cell.column_span; ++column)
        t.cell_of_place[static_cast<std::size_t>(row) * t.columns() + static_cast<std::size_t>(column)] =
            static_cast<int>(i);
  }
}

// Places without a border between them are one cell, as far as they make a rectangle.
void find_cells(const Rules& rules, PdfGrid& t) {
  const Borders borders(rules, t);
  const auto rows = t.ys.size() - 1, columns = t.xs.size() - 1;
  t.cell_of_place.assign(rows * columns, -1);
  auto& taken = t.cell_of_place;
  const auto open_row = [&](std::size_t row, std::size_t from, std::size_t to) {
    for (auto column = from; column < to; ++column) {
      if (taken[row * columns + column] >= 0 || borders.below(row - 1, column)) return false;
      if (column + 1 < to && borders.right_of(row, column)) return false;
    }
    return true;
  };
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column) {
      if (taken[row * columns + column] >= 0) continue;
      auto end = column + 1;
      while (end < columns && taken[row * columns + end] < 0 && !borders.right_of(row, end - 1)) ++end;
      auto below = row + 1;
      while (below < rows && open_row(below, column, end)) ++below;
      for (auto r = row; r < below; ++r)
        for (auto c = column; c < end; ++c) taken[r * columns + c] = static_cast<int>(t.cells.size());
      t.cells.push_back(grid_cell(t, row, column, below - row, end - column));
    }
}

}  // namespace

int PdfGrid::cell_at(double x, double y) const {
  if (!box().holds(x, y)) return -1;
  const auto place = [](const std::vector<double>& edges, double at) {
    const auto after = std::upper_bound(edges.begin() + 1, edges.end() - 1, at);
    return static_cast<std::size_t>(after - edges.begin()) - 1;
  };
  return cell_of_place[place(ys, y) * (xs.size() - 1) + place(xs, x)];
}

PdfGrid plain_grid(std::vector<double> xs, std::vector<double> ys) {
  PdfGrid grid{std::move(xs), std::move(ys), {}, {}};
  for (std::size_t row = 0; row < grid.rows(); ++row)
    for (std::size_t column = 0; column < grid.columns(); ++column)
      grid.cells.push_back(grid_cell(grid, row, column, 1, 1));
  number_places(grid);
  return grid;
}

PdfGrid cut_rows(const PdfGrid& grid, const std::vector<double>& at) {
  PdfGrid cut{grid.xs, grid.ys, {}, {}};
  cut.ys.insert(cut.ys.end(), at.begin(), at.end());
  std::sort(cut.ys.begin(), cut.ys.end());
  const auto row_at = [&](double y) {
    return static_cast<int>(std::lower_bound(cut.ys.begin(), cut.ys.end(), y) - cut.ys.begin());
  };
  for (const auto& cell : grid.cells) {
    const int first = row_at(cell.box.y0), end = row_at(cell.box.y1);
    for (int row = first; row<end; row = cell.row_span> 1 ? end : row + 1) {
      const int rows = cell.row_span > 1 ? end - first : 1;
      cut.cells.push_back(grid_cell(cut, static_cast<std::size_t>(row), static_cast<std::size_t>(cell.column),
                                    static_cast<std::size_t>(rows), static_cast<std::size_t>(cell.column_span)));
    }
  }
  std::sort(cut.cells.begin(), cut.cells.end(), [](const GridCell& a, const GridCell& b) {
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
  });
  number_places(cut);
  return cut;
}

PdfGrid grid_of(const Rules& rules) {
  PdfGrid grid;
  if (rules.level.empty() && rules.upright.empty()) return grid;
  find_edges(rules, grid);
  if (grid.xs.size() < 2 || grid.ys.size() < 2) return {};
  const auto places = grid.columns() * grid.rows();
  if (places < 2 || places > kMostPlaces) return {};
  find_cells(rules, grid);
  return grid;
}

}  // namespace makegood::formats
