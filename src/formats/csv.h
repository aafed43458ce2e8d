#pragma once
// Delimited text in and out. In: RFC 4180, comma, tab or semicolon, UTF-8, UTF-16 or
// Windows-1252, LF or CRLF, quoted line breaks. Out: UTF-8, LF.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formats/formats.h"

namespace makegood {

struct CsvRow {
  std::size_t row = 0;   ///< as a spreadsheet counts: the header is row 1
  std::size_t line = 0;  ///< of the file, where the row begins
  std::vector<std::string> cells;  ///< as written, white space and line breaks included
};

/// Ragged rows are kept with the cells that they have, and listed in `ragged` and the findings.
struct CsvTable {
  char delimiter = ',';
  std::vector<std::string> header;  ///< trimmed
  std::vector<CsvRow> rows;
  std::vector<std::size_t> ragged;  ///< indices into `rows`
  Findings findings;                ///< ragged_rows, unclosed_quote, stray_quote, repeated_column, ...
};

/// Refuses: nothing in it, over a limit.
[[nodiscard]] Result<CsvTable> read_csv_table(std::string_view bytes, const ReadOptions& = {});

/// laid_out: white space squeezed, lines that begin with bullets are list items, as people lay
/// cells out. exact: each cell is one paragraph, character for character, as programs write them.
enum class CsvCells { laid_out, exact };

/// The same as a Document of one table; `format` is "csv" or "tsv".
[[nodiscard]] Result<Document> read_csv(std::string_view bytes, const ReadOptions& = {}, CsvCells cells = CsvCells::laid_out);

/// Quotes only where needed; every row ends in LF. A row of one empty cell is written as "".
[[nodiscard]] std::string write_csv(const std::vector<std::vector<std::string>>& rows, char delimiter = ',');

namespace formats {

/// Rows of any delimited text, blank lines left out. `limit` = stop after that many.
struct CsvRows {
  std::vector<CsvRow> rows;
  std::vector<std::size_t> stray_quotes;  ///< lines
  std::size_t unclosed_quote = 0;         ///< line where it was opened
};
[[nodiscard]] CsvRows split_csv(std::string_view text, char delimiter, std::size_t limit);

/// "line 3", "lines 3, 9 and 12", "lines 3, 9, 12 and 40 more".
[[nodiscard]] std::string lines_in_words(const std::vector<std::size_t>& lines);

}  // namespace formats
}  // namespace makegood
