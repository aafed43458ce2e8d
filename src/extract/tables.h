#pragma once
// A document as a sequence of running lines and runs of table rows. Header rows are found
// wherever they recur (also in the middle of a table) and taken out; each run of rows knows the
// header that it stands under, its own or one inherited from the table before.

#include <string>
#include <vector>

#include "document/document.h"
#include "extract/lines.h"

namespace makegood::extraction {

struct Slot {
  Lines lines;
  int span = 1;            ///< columns that the cell takes
  bool from_above = false; ///< repeated from a cell merged downwards
};

struct GridRow {
  std::vector<Slot> slots;  ///< one for each grid column
  bool marked_header = false;
  bool after_break = false; ///< first row after a page break, a new table or text between
  Position at;

  [[nodiscard]] int filled() const;       ///< slots with text of their own
  [[nodiscard]] int only_filled() const;  ///< the one filled slot, or -1
};

/// Rows under one header.
struct Segment {
  std::vector<std::string> header;  ///< as written, by column; empty = none known
  bool own_header = false;          ///< it stands directly above these rows
  int header_rows = 1;              ///< that it takes, from `at` on
  bool inherited = false;           ///< taken over from an earlier table
  std::vector<GridRow> rows;
  int layout = -1;                  ///< filled in by extract: which reading of the columns holds
  Position at;
};

/// One of the two.
struct Piece {
  bool is_table = false;
  Line line;
  Segment segment;
};

[[nodiscard]] std::vector<GridRow> grid_of(const Block& table);
/// Whether a row names columns instead of filling them.
[[nodiscard]] bool is_header_row(const GridRow& row, bool first_of_table, const GridRow* next);
[[nodiscard]] std::vector<Piece> pieces_of(const Document& document);

}  // namespace makegood::extraction
