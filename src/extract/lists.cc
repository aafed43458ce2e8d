#include "extract/lists.h"

#include <algorithm>

#include "base/base.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

bool is_letter_label(std::string_view label) { return !label.empty() && (label[0] < '0' || label[0] > '9'); }

bool same_kind(const Line& line, bool letters) {
  return is_ordered(line.marker) && is_letter_label(label_of(line.marker)) == letters;
}

// "Visibility and access" between items: no list item, no sentence, and another item follows.
bool is_sub_heading(const Lines& cell, std::size_t n, bool letters) {
  const auto& line = cell[n];
  if (line.listed || !starts_upper(line.text) || !is_title_like(line.text)) return false;
  if (n + 1 >= cell.size() || !same_kind(cell[n + 1], letters)) return false;
  if (n == 0 || line.underlined || line.bold) return true;
  return is_ended(cell[n - 1].text) && words_of(line.text).size() <= 14;
}

std::vector<ListEntry> ordered_entries(const Lines& cell) {
  const auto first = std::find_if(cell.begin(), cell.end(), [](const Line& line) { return is_ordered(line.marker); });
  if (first == cell.end() || first - cell.begin() > 1) return {};
  const bool letters = is_letter_label(label_of(first->marker));
  if (first != cell.begin() && !is_sub_heading(cell, 0, letters)) return {};
  std::vector<ListEntry> entries;
  std::string heading;
  int last = 0;
  for (std::size_t n = 0; n < cell.size(); ++n) {
    const auto& line = cell[n];
    const bool next = same_kind(line, letters) && (entries.empty() || ordinal(line.marker) > last);
    if (next) {
      entries.push_back({{line}, label_of(line.marker), heading});
      last = ordinal(line.marker);
    } else if (is_sub_heading(cell, n, letters)) {
      heading = line.text;
    } else if (!entries.empty()) {
      entries.back().lines.push_back(line);
    }
  }
  return entries;
}

std::vector<ListEntry> bulleted_entries(const Lines& cell) {
  if (cell.empty() || !cell[0].listed) return {};
  std::vector<ListEntry> entries;
  for (const auto& line : cell) {
    if (line.listed && line.level <= cell[0].level) entries.push_back({{line}, std::to_string(entries.size() + 1), ""});
    else entries.back().lines.push_back(line);
  }
  return entries;
}

}  // namespace

std::vector<ListEntry> list_entries(const Lines& cell, bool ordered, bool bullets) {
  auto entries = ordered_entries(cell);
  if (entries.size() > 1) return entries;
  (void)ordered;
  if (bullets) entries = bulleted_entries(cell);
  return entries;
}

std::vector<Lines> commitment_lines(const Lines& lines) {
  std::vector<Lines> entries;
  for (const auto& line : lines) {
    const bool goes_on = !entries.empty() && !line.listed && (starts_lower(line.text) || is_cut_off(entries.back().back().text));
    const bool nested = !entries.empty() && line.listed && entries.back()[0].listed && line.level > entries.back()[0].level;
    if (goes_on || nested) entries.back().push_back(line);
    else entries.push_back({line});
  }
  return entries;
}

std::string leading_label(const Lines& lines) {
  if (lines.empty() || !is_ordered(lines[0].marker)) return {};
  return label_of(lines[0].marker);
}

}  // namespace makegood::extraction
