#include "formats/pdf_rules.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace makegood::formats {
namespace {

constexpr double kSame = 1.5;    // points: lines nearer than this are one
constexpr double kGap = 3.0;     // points: a break in a line that is none
constexpr double kTouch = 3.0;   // points: lines that end this near each other meet
constexpr double kCovers = 0.6;  // of an edge: then it is drawn
constexpr std::size_t kMostLines = 4'000;   // of one page, after merging: more is a drawing
constexpr std::size_t kMostPlaces = 200'000;

// A line as seen along itself: where it stands, from where to where.
struct Stroke {
  double at = 0, from = 0, to = 0;
};

std::vector<Stroke> merge(std::vector<Stroke> strokes) {
  std::sort(strokes.begin(), strokes.end(), [](const Stroke& a, const Stroke& b) { return a.at < b.at; });
  std::vector<Stroke> merged;
  for (std::size_t i = 0; i < strokes.size();) {
    auto end = i + 1;  // strokes that stand on one line, however many were drawn
    while (end < strokes.size() && strokes[end].at - strokes[i].at <= kSame) ++end;
    const double at = (strokes[i].at + strokes[end - 1].at) / 2;
    std::sort(strokes.begin() + static_cast<std::ptrdiff_t>(i), strokes.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Stroke& a, const Stroke& b) { return a.from < b.from; });
    const auto first = merged.size();
    for (; i < end; ++i) {
      if (merged.size() > first && strokes[i].from <= merged.back().to + kGap) merged.back().to = std::max(merged.back().to, strokes[i].to);
      else merged.push_back({at, strokes[i].from, strokes[i].to});
    }
  }
  return merged;
}

class Union {
 public:
  explicit Union(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[std::max(find(a), find(b))] = std::min(find(a), find(b)); }

 private:
  std::vector<std::size_t> parent_;
};

bool meet(const PdfBox& level, const PdfBox& upright) {
  return upright.x0 >= level.x0 - kTouch && upright.x0 <= level.x1 + kTouch && level.y0 >= upright.y0 - kTouch && level.y0 <= upright.y1 + kTouch;
}

// Lines that hang together.
std::vector<Rules> components(const Rules& rules) {
  const auto n = rules.level.size();
  Union sets(n + rules.upright.size());
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < rules.upright.size(); ++k)
      if (meet(rules.level[i], rules.upright[k])) sets.join(i, n + k);
  std::vector<Rules> out;
  std::vector<std::size_t> place(n + rules.upright.size(), std::size_t(-1));
  for (std::size_t i = 0; i < place.size(); ++i) {
    const auto root = sets.find(i);
    if (place[root] == std::size_t(-1)) {
      place[root] = out.size();
      out.emplace_back();
    }
    auto& component = out[place[root]];
    if (i < n) component.level.push_back(rules.level[i]);
    else component.upright.push_back(rules.upright[i - n]);
  }
  return out;
}

std::vector<double> clustered(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<double> out;
  for (const double value : values)
    if (out.empty() || value - out.back() > kTouch) out.push_back(value);
  return out;
}

// The outer edges may be undrawn: then the crossing lines end where they would be.
void find_edges(const Rules& rules, RuledTable& table) {
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
  table.box = {table.xs.front(), table.ys.front(), table.xs.back(), table.ys.back()};
}

// How much of an edge is drawn, for every edge of the grid.
class Borders {
 public:
  Borders(const Rules& rules, const RuledTable& t) : columns_(t.xs.size() - 1), right_((t.ys.size() - 1) * columns_), below_(right_.size()) {
    for (const auto& line : rules.upright) add_upright(line, t);
    for (const auto& line : rules.level) add_level(line, t);
  }
  [[nodiscard]] bool right_of(std::size_t row, std::size_t column) const { return right_[row * columns_ + column] >= kCovers; }
  [[nodiscard]] bool below(std::size_t row, std::size_t column) const { return below_[row * columns_ + column] >= kCovers; }

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
  void add_upright(const PdfBox& line, const RuledTable& t) {
    const auto edge = edge_of(t.xs, line.x0);
    if (edge == 0) return;
    for (std::size_t row = 0; row + 1 < t.ys.size(); ++row) right_[row * columns_ + edge - 1] += share(line.y0, line.y1, t.ys[row], t.ys[row + 1]);
  }
  void add_level(const PdfBox& line, const RuledTable& t) {
    const auto edge = edge_of(t.ys, line.y0);
    if (edge == 0) return;
    for (std::size_t column = 0; column < columns_; ++column)
      below_[(edge - 1) * columns_ + column] += share(line.x0, line.x1, t.xs[column], t.xs[column + 1]);
  }

  std::size_t columns_;
  std::vector<double> right_, below_;
};

GridCell cell_of(const RuledTable& t, std::size_t row, std::size_t column, std::size_t rows, std::size_t columns) {
  return {static_cast<int>(row), static_cast<int>(column), static_cast<int>(rows), static_cast<int>(columns),
          {t.xs[column], t.ys[row], t.xs[column + columns], t.ys[row + rows]}};
}

// Places without a border between them are one cell, as far as they make a rectangle.
void find_cells(const Rules& rules, RuledTable& t) {
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
      t.cells.push_back(cell_of(t, row, column, below - row, end - column));
    }
}

bool is_table(const RuledTable& t) {
  const auto places = (t.xs.size() - 1) * (t.ys.size() - 1);
  return t.xs.size() >= 2 && t.ys.size() >= 2 && places >= 2 && places <= kMostPlaces;
}

// Level lines of like width, one under another, with nothing upright: a table with open columns.
std::vector<RuledTable> level_tables(std::vector<PdfBox> lines) {
  std::vector<RuledTable> tables;
  std::sort(lines.begin(), lines.end(), [](const PdfBox& a, const PdfBox& b) { return a.y0 < b.y0; });
  std::vector<bool> used(lines.size(), false);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (used[i] || lines[i].width() < 150) continue;
    RuledTable t;
    t.xs = {lines[i].x0, lines[i].x1};
    for (auto k = i; k < lines.size(); ++k) {
      if (used[k] || std::abs(lines[k].x0 - lines[i].x0) > kTouch || std::abs(lines[k].x1 - lines[i].x1) > kTouch) continue;
      t.ys.push_back(lines[k].y0);
      used[k] = true;
    }
    if (t.ys.size() < 3) continue;
    t.box = {t.xs[0], t.ys.front(), t.xs[1], t.ys.back()};
    for (std::size_t row = 0; row + 1 < t.ys.size(); ++row) {
      t.cell_of_place.push_back(static_cast<int>(row));
      t.cells.push_back(cell_of(t, row, 0, 1, 1));
    }
    tables.push_back(std::move(t));
  }
  return tables;
}

}  // namespace

int RuledTable::cell_at(double x, double y) const {
  if (!box.holds(x, y)) return -1;
  const auto place = [](const std::vector<double>& edges, double at) {
    const auto after = std::upper_bound(edges.begin() + 1, edges.end() - 1, at);
    return static_cast<std::size_t>(after - edges.begin()) - 1;
  };
  return cell_of_place[place(ys, y) * (xs.size() - 1) + place(xs, x)];
}

Rules merge_rules(const std::vector<PdfBox>& rules) {
  std::vector<Stroke> level, upright;
  for (const auto& rule : rules) {
    if (rule.width() >= rule.height()) level.push_back({rule.middle_y(), rule.x0, rule.x1});
    else upright.push_back({rule.middle_x(), rule.y0, rule.y1});
  }
  Rules merged;
  for (const auto& s : merge(std::move(level))) merged.level.push_back({s.from, s.at, s.to, s.at});
  for (const auto& s : merge(std::move(upright))) merged.upright.push_back({s.at, s.from, s.at, s.to});
  return merged;
}

std::vector<RuledTable> ruled_tables(const std::vector<PdfBox>& rules) {
  const auto merged = merge_rules(rules);
  std::vector<RuledTable> tables;
  if (merged.level.size() + merged.upright.size() > kMostLines) return tables;
  std::vector<PdfBox> lonely;
  for (const auto& component : components(merged)) {
    if (component.upright.empty()) {
      lonely.insert(lonely.end(), component.level.begin(), component.level.end());
      continue;
    }
    if (component.level.empty()) continue;
    RuledTable table;
    find_edges(component, table);
    if (!is_table(table)) continue;
    find_cells(component, table);
    if (table.cells.size() >= 2) tables.push_back(std::move(table));
  }
  for (auto& table : level_tables(std::move(lonely))) tables.push_back(std::move(table));
  std::sort(tables.begin(), tables.end(), [](const RuledTable& a, const RuledTable& b) { return a.box.y0 < b.box.y0; });
  return tables;
}

}  // namespace makegood::formats
