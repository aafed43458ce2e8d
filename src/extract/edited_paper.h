#pragma once
// A plan on paper (Markdown, a table row an item: reference, title, owner, timescale) that is edited as
// an author would edit it, so that a test knows what was done. Rows are found by their reference;
// whatever stands under a row belongs to it, up to the next such row (with the header above it) or theme.

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "base/text.h"

namespace makegood {

class Paper {
 public:
  enum Column { ref = 0, title = 1, owner = 2, timescale = 3 };

  Paper(const std::string& text, std::vector<std::string> themes) : lines_(split(text, '\n')), themes_(std::move(themes)) {
    for (std::size_t i = 2; i < lines_.size() && header_.empty(); ++i)
      if (is_rule(lines_[i - 1]) && !ref_of(lines_[i]).empty()) header_ = {lines_[i - 2], lines_[i - 1]};
  }

  [[nodiscard]] std::string text() const { return join(lines_, "\n"); }

  /// Every reference, in order.
  [[nodiscard]] std::vector<std::string> refs() const {
    std::vector<std::string> refs;
    for (const auto& line : lines_)
      if (const auto found = ref_of(line); !found.empty()) refs.push_back(found);
    return refs;
  }
  [[nodiscard]] std::string cell(const std::string& item, Column column) const { return plain(cells(lines_[row_of(item)])[column]); }
  void set(const std::string& item, Column column, const std::string& text) {
    auto row = cells(lines_[row_of(item)]);
    row[column] = " " + text + " ";
    lines_[row_of(item)] = "|" + join(row, "|") + "|";
  }
  void append(const std::string& item, const std::string& more) { set(item, title, cell(item, title) + more); }

  /// All of an item, cut out; what stood above its row (a table's header) stays.
  std::vector<std::string> cut(const std::string& item) {
    const auto from = row_of(item), to = end_of(from);
    const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(from), end = lines_.begin() + static_cast<std::ptrdiff_t>(to);
    std::vector<std::string> block(begin, end);
    lines_.erase(begin, end);
    return block;
  }
  /// In its table where that goes on, else in one of its own, headed as the first one is.
  void paste_after(const std::string& item, const std::vector<std::string>& block) {
    const auto at = end_of(row_of(item));
    if (at < lines_.size() && !ref_of(lines_[at]).empty()) return insert(at, block);
    // A header that stood within a table before begins one of its own now.
    if (at + 1 < lines_.size() && is_header(lines_[at]) && !is_rule(lines_[at + 1])) insert(at + 1, {header_[1]});
    std::vector<std::string> table = {"", header_[0], header_[1]};
    table.insert(table.end(), block.begin(), block.end());
    table.emplace_back();
    insert(at, table);
  }
  static std::string row(const std::string& ref, const std::string& title, const std::string& owner, const std::string& timescale) {
    return "| " + ref + " | " + title + " | " + owner + " | " + timescale + " |";
  }
  void replace_line(const std::string& before, const std::string& after) {
    for (auto& line : lines_)
      if (squeeze(line) == squeeze(before)) line = after;
  }

 private:
  static std::string plain(const std::string& cell) {
    return squeeze(std::regex_replace(cell, std::regex("<[^>]*>|\\*"), " "));
  }
  static std::vector<std::string> cells(const std::string& line) {
    auto cells = split(line, '|');
    if (!cells.empty()) cells.erase(cells.begin());
    if (!cells.empty() && squeeze(cells.back()).empty()) cells.pop_back();
    cells.resize(std::max<std::size_t>(cells.size(), 4));
    return cells;
  }
  static std::string ref_of(const std::string& line) {
    if (!line.starts_with("|")) return {};
    const auto first = plain(cells(line).front());
    return std::regex_match(first, std::regex("[0-9]+\\.[0-9]+[a-z]?")) ? first : std::string{};
  }
  [[nodiscard]] std::size_t row_of(const std::string& item) const {
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (ref_of(lines_[i]) == item) return i;
    throw std::out_of_range("no row " + item);
  }
  [[nodiscard]] bool is_theme(const std::string& line) const {
    const auto text = squeeze(replace_all(line, "#", ""));
    return std::find(themes_.begin(), themes_.end(), text) != themes_.end();
  }
  [[nodiscard]] bool is_header(const std::string& line) const {
    return line.starts_with("|") && !header_.empty() && plain(line) == plain(header_.front());
  }
  static bool is_rule(const std::string& line) {
    return line.starts_with("|") && line.find_first_not_of("|-: ") == std::string::npos && line.find('-') != std::string::npos;
  }
  // The line after all that belongs to the item in this row.
  [[nodiscard]] std::size_t end_of(std::size_t row) const {
    for (auto at = row + 1; at < lines_.size(); ++at) {
      if (is_theme(lines_[at]) || !ref_of(lines_[at]).empty() || is_header(lines_[at])) return at;
    }
    return lines_.size();
  }
  void insert(std::size_t at, const std::vector<std::string>& block) {
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(at), block.begin(), block.end());
  }

  std::vector<std::string> lines_, themes_, header_;
};

}  // namespace makegood
