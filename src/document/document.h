#pragma once
// document: a format-neutral document. Every reader makes one, every report is one, every
// writer takes one. It keeps what an adopted plan says and where it says it, not how it looks:
// headings, paragraphs, list items and tables with merged cells, each with a position.
//
//   Document doc;
//   doc.blocks.push_back(heading(1, "Education"));
//   doc.blocks.push_back(list_item("a.", "Review the curriculum."));
//   for (const Block& block : doc.blocks)
//     if (block.kind == BlockKind::table) use(block.rows);
//   std::string everything = plain_text(doc);
//
// Shape: text is valid UTF-8 with white space squeezed; a line break inside a paragraph is kept
// as '\n' (cells list owners one a line). Headers, footers and page numbers are left out by the
// readers; deleted tracked changes are gone and inserted ones are kept.
// document must not know any format, nor what a plan is.

#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood {

/// Where something stands in its document. Counted from 1; 0 = does not apply or not known.
struct Position {
  int page = 0;
  std::string sheet;
  int block = 0;   ///< top-level block
  int row = 0;     ///< table row, or line of a delimited file (its header is row 1)
  int column = 0;  ///< grid column of the cell
  int line = 0;    ///< line of a text source

  /// "page 7, table 3, row 2, column 4" in the words that apply.
  [[nodiscard]] std::string in_words() const;
  bool operator==(const Position&) const = default;
};

struct Link {
  std::string text;
  std::string url;  ///< as written; shown as a link only where it is https:, http: or mailto:
  bool operator==(const Link&) const = default;
};

enum class BlockKind { heading, paragraph, list_item, table };

struct Row;

/// One block. `rows` only in tables, `marker` only in list items, `level` in headings (1 to 6)
/// and list items (0 = outermost).
struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;
  std::string marker;  ///< as a reader sees it: "a.", "1.1", "•", "➤"; automatic numbers are worked out
  std::string text;
  bool bold = false;        ///< all of its text is
  bool italic = false;      ///< all of its text is
  bool underlined = false;  ///< all of its text is
  std::vector<Link> links;
  std::vector<Row> rows;
  Position position;
};

/// One cell. A merged cell stands once, where it begins, with its spans; the grid places that it
/// covers have no cell of their own. `column` is its place in the grid, from 0.
struct Cell {
  std::vector<Block> blocks;
  int column = 0;
  int column_span = 1;
  int row_span = 1;
  bool header = false;
};

struct Row {
  std::vector<Cell> cells;
  bool header = false;  ///< the source says so (th, repeating header row)
  Position position;
};

struct Document {
  std::string format;  ///< "markdown", "html", "text", "csv", "tsv", "docx", "pdf", "xlsx", "ods", ...
  std::string title;   ///< from the document's own properties, or empty
  std::string profile; ///< what a program that wrote it declares about its form: "makegood-plan-1"; else empty
  std::string language;
  std::vector<Block> blocks;
  Findings findings;
};

[[nodiscard]] Block heading(int level, std::string text);
[[nodiscard]] Block paragraph(std::string text);
[[nodiscard]] Block list_item(std::string marker, std::string text, int level = 0);
/// A table from plain texts; the first row is a header. For tests and writers.
[[nodiscard]] Block table(const std::vector<std::vector<std::string>>& rows);

/// The number of grid columns of a table: its widest row, spans counted.
[[nodiscard]] int column_count(const Block& table);

/// The text of a cell, block by block, one a line; list markers left out.
[[nodiscard]] std::string cell_text(const Cell& cell);
/// The whole document's text, block by block, one a line, markers included.
[[nodiscard]] std::string plain_text(const Document& document);

}  // namespace makegood
