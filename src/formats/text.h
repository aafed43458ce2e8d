#pragma once
// Plain text: tab-separated tables, broken by pages and blank lines, with Markdown headings,
// lists and paragraphs between. Cells may hold HTML, emphasis and several lines.

#include <string>
#include <string_view>
#include <vector>

#include "formats/formats.h"

namespace makegood {

/// A table is a run of lines with as many tabs as its first; blank lines do not end it, unless
/// the first row comes again after them. No row is flagged as a header: text does not say so.
[[nodiscard]] Result<Document> read_text(std::string_view bytes, const ReadOptions& = {});

namespace formats {

struct TextRow {
  int line = 0;
  std::vector<std::string> cells;  ///< of a row on several lines: '\n' between them
};

/// Either the rows of a table or the lines of running text.
struct TextPart {
  int first_line = 1;
  std::string text;
  std::vector<TextRow> rows;
};

/// Splits text into parts. A row that ends before its last tab is taken on over the lines that
/// follow if they hold just the tabs that it lacks; rows of dashes are rules and go.
[[nodiscard]] std::vector<TextPart> parts_of_text(std::string_view text);

}  // namespace formats
}  // namespace makegood
