#include "plan/assign.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

namespace makegood {
namespace {

// Rows and columns that hang together, by union and find; columns come after the rows.
class Groups {
 public:
  explicit Groups(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> parent_;
};

bool by_gain(const Edge& a, const Edge& b) {
  if (a.gain != b.gain) return a.gain > b.gain;
  return a.row != b.row ? a.row < b.row : a.column < b.column;
}

bool in_order(const Edge& a, const Edge& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; }

std::vector<std::size_t> numbers_of(const std::vector<Edge>& edges, std::size_t Edge::* side) {
  std::vector<std::size_t> numbers;
  for (const auto& edge : edges) numbers.push_back(edge.*side);
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

std::vector<Edge> greedy(std::vector<Edge> edges) {
  std::sort(edges.begin(), edges.end(), by_gain);
  std::map<std::size_t, bool> rows, columns;
  std::vector<Edge> chosen;
  for (const auto& edge : edges) {
    if (rows.contains(edge.row) || columns.contains(edge.column)) continue;
    rows[edge.row] = columns[edge.column] = true;
    chosen.push_back(edge);
  }
  return chosen;
}

// The shortest augmenting paths of Jonker and Volgenant over a square of costs; 1-based inside.
std::vector<std::size_t> columns_at_least_cost(const std::vector<std::vector<double>>& cost) {
  const auto n = cost.size();
  std::vector<double> row_price(n + 1), column_price(n + 1);
  std::vector<std::size_t> row_of(n + 1), way(n + 1);
  for (std::size_t i = 1; i <= n; ++i) {
    std::vector<double> slack(n + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> used(n + 1);
    std::size_t at = 0;
    row_of[0] = i;
    do {
      used[at] = true;
      double step = std::numeric_limits<double>::infinity();
      std::size_t next = 0;
      for (std::size_t j = 1; j <= n; ++j) {
        if (used[j]) continue;
        const double reduced = cost[row_of[at] - 1][j - 1] - row_price[row_of[at]] - column_price[j];
        if (reduced < slack[j]) slack[j] = reduced, way[j] = at;
        if (slack[j] < step) step = slack[j], next = j;
      }
      for (std::size_t j = 0; j <= n; ++j) {
        if (used[j]) row_price[row_of[j]] += step, column_price[j] -= step;
        else slack[j] -= step;
      }
      at = next;
    } while (row_of[at] != 0);
    for (; at != 0; at = way[at]) row_of[at] = row_of[way[at]];
  }
  std::vector<std::size_t> column_of(n);
  for (std::size_t j = 1; j <= n; ++j) column_of[row_of[j] - 1] = j - 1;
  return column_of;
}

std::vector<Edge> optimal(const std::vector<Edge>& edges) {
  const auto rows = numbers_of(edges, &Edge::row), columns = numbers_of(edges, &Edge::column);
  const auto place = [](const std::vector<std::size_t>& numbers, std::size_t n) {
    return static_cast<std::size_t>(std::lower_bound(numbers.begin(), numbers.end(), n) - numbers.begin());
  };
  const auto n = std::max(rows.size(), columns.size());
  std::vector<std::vector<double>> cost(n, std::vector<double>(n, 0));
  std::vector<std::vector<const Edge*>> edge_at(n, std::vector<const Edge*>(n, nullptr));
  for (const auto& edge : edges) {
    const auto row = place(rows, edge.row), column = place(columns, edge.column);
    cost[row][column] = -edge.gain * edge.gain;
    edge_at[row][column] = &edge;
  }
  std::vector<Edge> chosen;
  const auto column_of = columns_at_least_cost(cost);
  for (std::size_t row = 0; row < n; ++row)
    if (const auto* edge = edge_at[row][column_of[row]]; edge != nullptr) chosen.push_back(*edge);
  return chosen;
}

std::vector<Edge> best_of_group(std::vector<Edge> edges) {
  if (edges.size() == 1) return edges;
  const bool small = numbers_of(edges, &Edge::row).size() <= kLargestExact && numbers_of(edges, &Edge::column).size() <= kLargestExact;
  return small ? optimal(edges) : greedy(std::move(edges));
}

}  // namespace

std::vector<Edge> assign(std::vector<Edge> edges) {
  if (edges.empty()) return {};
  std::sort(edges.begin(), edges.end(), in_order);
  std::size_t rows = 0, columns = 0;
  for (const auto& edge : edges) rows = std::max(rows, edge.row + 1), columns = std::max(columns, edge.column + 1);
  Groups groups(rows + columns);
  for (const auto& edge : edges) groups.join(edge.row, rows + edge.column);
  std::map<std::size_t, std::vector<Edge>> by_group;
  for (const auto& edge : edges) by_group[groups.find(edge.row)].push_back(edge);
  std::vector<Edge> chosen;
  for (auto& [group, members] : by_group)
    for (const auto& edge : best_of_group(std::move(members))) chosen.push_back(edge);
  std::sort(chosen.begin(), chosen.end(), in_order);
  return chosen;
}

}  // namespace makegood
