#include "codeframe/rows.h"

#include <algorithm>

#include "base/text.h"

namespace makegood::codes {
namespace {

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else
      cells.back() += c;
  }
  return cells;
}

// Filled in place: rows point at their header, so a Rows never moves once it has any.
void fill(Rows& into, std::string_view text) {
  for (const auto& line : split(text, '\n')) {
    if (line.empty()) continue;
    if (into.header.empty())
      into.header = cells_of(line);
    else
      into.rows.emplace_back(&into.header, cells_of(line));
  }
}

std::map<std::string, Rows, std::less<>> read_all() {
  std::map<std::string, Rows, std::less<>> all;
  for (const auto& table : tables()) fill(all[std::string(table.name)], table.text);
  return all;
}

}  // namespace

const std::string& Row::at(std::string_view column) const {
  static const std::string kNothing;
  const auto found = std::find(header_->begin(), header_->end(), column);
  const auto place = static_cast<std::size_t>(found - header_->begin());
  return place < cells_.size() ? cells_[place] : kNothing;
}

const Rows& rows_of(std::string_view table) {
  static const auto kAll = read_all();
  static const Rows kNone;
  const auto found = kAll.find(table);
  return found == kAll.end() ? kNone : found->second;
}

}  // namespace makegood::codes
