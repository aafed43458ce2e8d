#include "formats/write_docx_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>

namespace makegood::formats {
namespace {

constexpr int kPadding = 216;    // left and right of a cell's text
constexpr int kLeast = 700;      // of any column
constexpr int kMostWord = 2000;  // longer words are broken

// About how wide a character of 11-point Arial is, in twentieths of a point.
int width_of(char c, bool bold) {
  constexpr std::string_view kNarrow = "fijlrtI.,;:'()-/!|";
  constexpr std::string_view kWide = "mwMW@%";
  const int plain = kNarrow.find(c) != std::string_view::npos ? 70
                    : kWide.find(c) != std::string_view::npos ? 185
                    : c >= 'A' && c <= 'Z'                    ? 155
                                                              : 123;
  return bold ? plain * 108 / 100 : plain;
}

// A merged cell that rows below have still to go on from, at the column where it begins.
struct Merge {
  int rows = 0;
  int span = 1;
};

class RowLayout {
 public:
  RowLayout(DocxRow& row, std::vector<Merge>& merges) : row_(row), merges_(merges) {}

  // Cells that go on from above, and empty ones in gaps, up to `column`.
  void fill(int column) {
    while (at_ < column) {
      auto& merge = merges_[static_cast<std::size_t>(at_)];
      if (merge.rows > 0) go_on(merge);
      else gap();
    }
  }

  void place(const Cell& cell) {
    fill(std::min(cell.column, kWordColumns - 1));
    if (at_ >= kWordColumns) return row_.cells.back().from.push_back(&cell);
    const int span = std::clamp(cell.column_span, 1, kWordColumns - at_);
    row_.cells.push_back({{&cell}, at_, span, cell.row_span > 1, false});
    for (int column = at_; column < at_ + span; ++column) merges_[static_cast<std::size_t>(column)].rows = 0;
    if (cell.row_span > 1) merges_[static_cast<std::size_t>(at_)] = {cell.row_span - 1, span};
    at_ += span;
  }

  void finish(int columns) {
    int last = 0;
    for (int column = at_; column < columns; ++column)
      if (merges_[static_cast<std::size_t>(column)].rows > 0) last = column + 1;
    fill(last);
    if (row_.cells.empty()) {
      row_.before = 0;
      row_.cells.push_back({{}, 0, std::max(columns, 1), false, false});
      at_ = columns;
    }
    row_.after = std::max(columns - at_, 0);
  }

 private:
  void go_on(Merge& merge) {
    row_.cells.push_back({{}, at_, merge.span, false, true});
    --merge.rows;
    at_ += merge.span;
  }

  void gap() {
    if (row_.cells.empty()) ++row_.before;
    else row_.cells.push_back({{}, at_, 1, false, false});
    ++at_;
  }

  DocxRow& row_;
  std::vector<Merge>& merges_;
  int at_ = 0;
};

// What a column asks for: room for its longest word, and a share of what is left.
struct Wish {
  int least = kLeast;
  double share = 1;
  int cells = 1;
};

void ask_for(Wish& wish, const std::string& text, bool bold) {
  int word = 0;
  std::size_t length = 0;
  for (const char c : text) {
    if ((c & 0xC0) == 0x80) continue;  // the rest of a character
    ++length;
    word = c == ' ' || c == '\n' ? 0 : word + width_of(c, bold);
    wish.least = std::max(wish.least, kPadding + std::min(word, kMostWord));
  }
  wish.share += std::sqrt(static_cast<double>(length));
  ++wish.cells;
}

std::vector<Wish> wishes_of(const DocxGrid& grid) {
  std::vector<Wish> wishes(static_cast<std::size_t>(grid.columns));
  for (const auto& row : grid.rows)
    for (const auto& cell : row.cells)
      for (const auto* from : cell.from)
        if (cell.span == 1) ask_for(wishes[static_cast<std::size_t>(cell.column)], cell_text(*from), from->header);
  for (auto& wish : wishes) wish.share /= wish.cells;
  return wishes;
}

}  // namespace

DocxGrid docx_grid(const Block& table) {
  DocxGrid grid;
  grid.columns = std::clamp(column_count(table), 1, kWordColumns);
  std::vector<Merge> merges(kWordColumns + 1);
  for (const auto& row : table.rows) {
    auto& out = grid.rows.emplace_back();
    out.row = &row;
    RowLayout layout(out, merges);
    for (const auto& cell : row.cells) layout.place(cell);
    layout.finish(grid.columns);
  }
  return grid;
}

int least_width(const DocxGrid& grid) {
  const auto wishes = wishes_of(grid);
  return std::accumulate(wishes.begin(), wishes.end(), 0, [](int sum, const Wish& wish) { return sum + wish.least; });
}

// Columns whose share would not hold their longest word get what the word needs; the others share
// what is then left, which may leave another one short, and so on.
std::vector<int> column_widths(const DocxGrid& grid, int width) {
  const auto wishes = wishes_of(grid);
  double least = 0;
  double shares = 0;
  for (const auto& wish : wishes) least += wish.least, shares += wish.share;
  std::vector<int> widths(wishes.size(), 0);
  double room = width;
  for (bool settled = false; !settled && least <= width;) {
    settled = true;
    for (std::size_t n = 0; n < wishes.size(); ++n) {
      if (widths[n] > 0 || room * wishes[n].share / shares >= wishes[n].least) continue;
      widths[n] = wishes[n].least;
      room -= wishes[n].least;
      shares -= wishes[n].share;
      settled = false;
    }
  }
  for (std::size_t n = 0; n < wishes.size(); ++n) {
    if (least > width) widths[n] = static_cast<int>(width * wishes[n].least / least);
    else if (widths[n] == 0) widths[n] = static_cast<int>(room * wishes[n].share / shares);
  }
  widths.back() += width - std::accumulate(widths.begin(), widths.end(), 0);
  return widths;
}

}  // namespace makegood::formats
