#include "extract/tables.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/base.h"
#include "extract/columns.h"
#include "extract/headers.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

// A merged cell longer than this is text, not a value that holds for every row.
constexpr int kMostGridColumns = 200;
constexpr std::size_t kLongestPartName = 8;
constexpr std::string_view kNumberColumn = "Number";  // the header of numbers taken from "Action 3"

struct Above {
  Slot slot;
  int rows_left = 0;
};

void place(GridRow& out, const Cell& cell, std::vector<Above>& above) {
  if (cell.column < 0 || cell.column >= static_cast<int>(out.slots.size())) return;
  const auto column = static_cast<std::size_t>(cell.column);
  auto& slot = out.slots[column];
  for (const auto& block : cell.blocks) add_lines(slot.lines, block);
  for (auto& line : slot.lines) {
    if (line.at.row == 0) line.at.row = out.at.row;
    if (line.at.column == 0) line.at.column = cell.column + 1;
  }
  slot.span = cell.column_span;
  if (cell.row_span > 1) above[column] = {slot, cell.row_span};
}

void fill_from_above(GridRow& row, std::vector<Above>& above) {
  for (std::size_t column = 0; column < above.size(); ++column) {
    auto& held = above[column];
    if (held.rows_left == 0 || --held.rows_left == 0) continue;
    auto& slot = row.slots[column];
    if (!slot.lines.empty() || held.slot.lines.empty() || slot.from_above) continue;
    slot = held.slot;
    slot.from_above = true;
  }
}

bool only_dashes(const GridRow& row) {
  bool any = false;
  for (const auto& slot : row.slots)
    for (const auto& line : slot.lines) {
      if (line.text.find_first_not_of("-_=–— ") != std::string::npos) return false;
      any = true;
    }
  return any;
}

std::vector<std::string> texts(const GridRow& row) {
  std::vector<std::string> out;
  for (const auto& slot : row.slots) out.push_back(text_of(slot.lines));
  return out;
}

bool same_header(const std::vector<std::string>& header, const GridRow& row) {
  int equal = 0;
  for (std::size_t n = 0; n < row.slots.size(); ++n) {
    if (row.slots[n].lines.empty()) continue;
    if (n >= header.size() || fold(header[n]) != fold(text_of(row.slots[n].lines))) return false;
    ++equal;
  }
  return equal >= 2;
}

// Columns under a cell of `top` that spans several.
std::vector<bool> spanned(const GridRow& top) {
  std::vector<bool> under(top.slots.size(), false);
  for (std::size_t n = 0; n < top.slots.size(); ++n)
    if (!top.slots[n].lines.empty() && top.slots[n].span > 1)
      for (auto at = n; at < std::min(n + static_cast<std::size_t>(top.slots[n].span), under.size()); ++at) under[at] = true;
  return under;
}

// "Q1", "Yr 2", "2026": one part of what the cell above says.
bool is_part_name(std::string_view text) { return text.size() >= 2 && text.size() <= kLongestPartName && (starts_upper(text) || (text[0] >= '0' && text[0] <= '9')); }

// The second line of a header: under cells that span both lines, and under one that spans
// several columns ("Responsibility" above "Lead" and "Partners", "2024/25" above "Q1" to "Q4").
bool goes_on_as_header(const GridRow& top, const GridRow& row) {
  const auto under = spanned(top);
  bool held = false;
  std::set<std::string> parts;
  for (std::size_t n = 0; n < row.slots.size(); ++n) {
    const auto& slot = row.slots[n];
    if (slot.lines.empty()) continue;
    held = held || slot.from_above;
    if (slot.from_above || row.marked_header) continue;
    const auto text = text_of(slot.lines);
    if (header_strength(text) >= 2) continue;
    if (n >= under.size() || !under[n] || !is_part_name(text) || !parts.insert(fold(text)).second) return false;
  }
  return held && std::find(under.begin(), under.end(), true) != under.end() && row.filled() >= 2;
}

bool says_enough(std::string_view header) {
  const auto meanings = meanings_of(header);
  return header_strength(header) >= 2 || (!meanings.empty() && meanings[0].weight >= 2);
}

// Where the lower name says little ("Q1"), the upper one stands before it.
std::vector<std::string> joined_header(const GridRow& top, const GridRow& row) {
  std::vector<std::string> out;
  std::string above;
  std::size_t until = 0;
  for (std::size_t n = 0; n < row.slots.size(); ++n) {
    if (!top.slots[n].lines.empty()) above = text_of(top.slots[n].lines), until = n + static_cast<std::size_t>(std::max(top.slots[n].span, 1));
    const auto upper = n < until ? above : std::string();
    const auto lower = row.slots[n].from_above ? std::string() : text_of(row.slots[n].lines);
    out.push_back(lower.empty() ? upper : says_enough(lower) || upper.empty() ? lower : upper + " " + lower);
  }
  return out;
}

// A card: names down the left ("Action", "Lead", "Deadline"), what they hold on the right.
bool is_card(const std::vector<GridRow>& rows) {
  if (rows.size() < 3 || rows.size() > 20 || rows[0].slots.size() != 2) return false;
  std::set<std::string> names;
  for (const auto& row : rows) {
    const auto name = text_of(row.slots[0].lines);
    if (header_strength(name) < 2 || !names.insert(fold(name)).second) return false;
  }
  return true;
}

// "Action 3" on a card names the item and numbers it: a column of references beside its words.
void part_number(GridRow& names, GridRow& values) {
  for (std::size_t n = 0; n < names.slots.size(); ++n) {
    auto& lines = names.slots[n].lines;
    const auto words = lines.size() == 1 ? words_of(lines[0].text) : std::vector<std::string_view>();
    if (words.size() != 2 || words[1].find_first_of("0123456789") == std::string_view::npos || !is_reference(bare(words[1]))) continue;
    auto name = names.slots[n], number = names.slots[n];
    name.lines[0].text = std::string(words[0]);
    number.lines[0].text = std::string(bare(words[1]));
    const auto place = static_cast<std::ptrdiff_t>(n);
    values.slots.insert(values.slots.begin() + place, number);
    number.lines[0].text = kNumberColumn;
    names.slots[n] = std::move(name);
    names.slots.insert(names.slots.begin() + place, std::move(number));
    return;
  }
}

std::vector<GridRow> turned(const std::vector<GridRow>& card) {
  std::vector<GridRow> rows(2);
  for (std::size_t side = 0; side < 2; ++side) {
    rows[side].at = card[0].at;
    for (const auto& row : card) rows[side].slots.push_back(row.slots[side]);
  }
  part_number(rows[0], rows[1]);
  return rows;
}

struct Cutter {
  std::vector<Piece>& parts;
  std::vector<std::string> header;  ///< the latest, for tables that have none
  std::size_t header_width = 0;
  bool headed = false;  ///< a heading stands between this table and the one before

  // A title standing alone above the header row of its table is running text.
  bool take_title(std::vector<GridRow>& rows, std::size_t n) {
    const int only = rows[n].only_filled();
    if (only < 0 || n + 1 >= rows.size()) return false;
    const auto& lines = rows[n].slots[static_cast<std::size_t>(only)].lines;
    if (lines.size() > 2 || lines[0].listed || !is_title_like(lines[0].text) || lines[0].text.back() == ':') return false;
    std::size_t next = n + 1;
    while (next < rows.size() && rows[next].filled() == 0) ++next;
    if (next >= rows.size() || !is_header_row(rows[next], true, next + 1 < rows.size() ? &rows[next + 1] : nullptr)) return false;
    for (auto line : lines) {
      line.bold = true;
      parts.push_back({.line = std::move(line)});
    }
    return true;
  }

  void cut(const Block& table) {
    auto rows = grid_of(table);
    if (is_card(rows)) rows = turned(rows);
    // Narrower parts of one table follow each other; a narrower one under a new heading is another.
    if (!rows.empty() && (rows[0].slots.size() > header_width || (headed && rows[0].slots.size() < header_width))) header.clear();
    headed = false;
    Segment segment = begin(table.position);
    bool fresh = true, seen_row = false;
    for (std::size_t n = 0; n < rows.size(); ++n) {
      auto& row = rows[n];
      if (row.filled() == 0 || only_dashes(row)) continue;
      if (same_header(header, row) || is_header_row(row, !seen_row, n + 1 < rows.size() ? &rows[n + 1] : nullptr)) {
        flush(segment);
        header = texts(row);
        const bool two = n + 1 < rows.size() && goes_on_as_header(row, rows[n + 1]);
        if (two) header = joined_header(row, rows[++n]);
        header_width = row.slots.size();
        segment = begin(row.at);
        segment.header_rows = two ? 2 : 1;
        segment.own_header = true;
        segment.inherited = false;
        fresh = true;
        seen_row = true;
        continue;
      }
      if (!seen_row && take_title(rows, n)) continue;
      row.after_break = fresh;
      fresh = false;
      seen_row = true;
      segment.rows.push_back(std::move(row));
    }
    flush(segment);
  }

  Segment begin(const Position& at) const {
    Segment segment;
    segment.header = header;
    segment.inherited = !header.empty();
    segment.at = at;
    return segment;
  }

  void flush(Segment& segment) {
    if (segment.rows.empty() && !segment.own_header) return;
    parts.push_back({.is_table = true, .segment = std::move(segment)});
    segment = {};
  }
};

}  // namespace

int GridRow::filled() const {
  return static_cast<int>(std::count_if(slots.begin(), slots.end(),
                                        [](const Slot& slot) { return !slot.lines.empty() && !slot.from_above; }));
}

int GridRow::only_filled() const {
  if (filled() != 1) return -1;
  const auto found = std::find_if(slots.begin(), slots.end(), [](const Slot& slot) { return !slot.lines.empty() && !slot.from_above; });
  return static_cast<int>(found - slots.begin());
}

std::vector<GridRow> grid_of(const Block& table) {
  const auto columns = static_cast<std::size_t>(std::clamp(column_count(table), 0, kMostGridColumns));
  std::vector<Above> above(columns);
  std::vector<GridRow> rows;
  for (const auto& source : table.rows) {
    GridRow row;
    row.slots.resize(columns);
    row.at = source.position;
    row.marked_header = source.header || (!source.cells.empty() && std::all_of(source.cells.begin(), source.cells.end(),
                                                                               [](const Cell& cell) { return cell.header; }));
    fill_from_above(row, above);
    for (const auto& cell : source.cells) place(row, cell, above);
    rows.push_back(std::move(row));
  }
  return rows;
}

bool is_header_row(const GridRow& row, bool first_of_table, const GridRow* next) {
  for (const auto& slot : row.slots)
    if (!slot.lines.empty() && (slot.lines[0].text.size() > 70 || slot.lines[0].listed || slot.from_above)) return false;
  int filled = 0, known = 0, short_cells = 0;
  std::size_t widest = 0;
  for (const auto& slot : row.slots) {
    if (slot.lines.empty()) continue;
    ++filled;
    const auto text = text_of(slot.lines);
    if (text.size() > 70) return false;
    widest = std::max(widest, text.size());
    if (text.find_first_of("0123456789") == std::string::npos) ++short_cells;
    if (header_strength(text) >= 2) ++known;
  }
  if (filled < 2) return false;
  if (known >= 2 && (known == filled || (first_of_table && known * 2 >= filled && widest <= 45))) return true;
  if (!first_of_table || short_cells < filled || widest > 45) return false;
  if (known >= 1 && row.marked_header) return true;
  // Words that nobody foresaw: a first row of short words above a longer one.
  if (next == nullptr || filled < static_cast<int>(row.slots.size())) return false;
  std::size_t longest = 0;
  for (const auto& slot : next->slots) longest = std::max(longest, text_of(slot.lines).size());
  return known >= 1 || (row.marked_header && longest > 2 * widest && longest > 30);
}

std::vector<Piece> pieces_of(const Document& document) {
  std::vector<Piece> parts;
  Cutter cutter{parts, {}, 0, false};
  for (const auto& block : document.blocks) {
    if (block.kind == BlockKind::table) {
      cutter.cut(block);
      continue;
    }
    cutter.headed = cutter.headed || block.kind == BlockKind::heading;
    Lines lines;
    add_lines(lines, block);
    for (auto& line : lines) parts.push_back({.line = std::move(line)});
  }
  return parts;
}

}  // namespace makegood::extraction
