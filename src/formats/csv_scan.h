#pragma once
// Delimited text row by row, without copying it: for files of a million rows. The same rows and
// cells as `read_csv_table` gives (a fuzz target compares the two), but never more than one at once.
//
//   const DelimitedText file = open_delimited(bytes);
//   CsvScanner rows(file.text, file.delimiter);
//   while (rows.next()) use(rows.cells(), rows.as_written());

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood {

struct DelimitedText {
  std::string text;      ///< valid UTF-8, lines end in '\n'
  char delimiter = ',';  ///< declared ("sep=;") or guessed
  std::size_t skipped_lines = 0;  ///< the declaration's own line
  Findings findings;
};

/// Never fails: what is no text is replaced, with a finding.
[[nodiscard]] DelimitedText open_delimited(std::string_view bytes);

class CsvScanner {
 public:
  /// `text` must live as long as the scanner. `rows` and `lines` come before it in the file.
  CsvScanner(std::string_view text, char delimiter, std::size_t rows = 0, std::size_t lines = 0)
      : text_(text), delimiter_(delimiter), row_(rows), line_(lines + 1) {}

  /// On to the next row that is not blank; false at the end.
  bool next();
  /// Of the row that `next` found; valid until it is called again.
  [[nodiscard]] const std::vector<std::string_view>& cells() const { return cells_; }
  [[nodiscard]] std::string_view as_written() const { return as_written_; }  ///< without the line end
  [[nodiscard]] bool well_formed() const { return well_formed_; }  ///< no stray or unclosed quotation mark
  [[nodiscard]] bool unclosed_quote() const { return unclosed_; }
  [[nodiscard]] std::size_t row() const { return row_; }    ///< as a spreadsheet counts: the first is 1
  [[nodiscard]] std::size_t line() const { return began_; }  ///< where the row begins
  [[nodiscard]] std::size_t next_line() const { return line_; }
  [[nodiscard]] std::size_t position() const { return at_; }  ///< of the byte after the row

 private:
  bool scan_row();  ///< false for a blank line
  std::string_view plain_cell();
  std::string_view quoted_cell();
  std::string_view unquoted(std::string_view inside, std::string_view tail);

  std::string_view text_;
  char delimiter_;
  std::size_t row_, line_;
  std::size_t began_ = 0, at_ = 0;
  bool well_formed_ = true;
  bool unclosed_ = false;
  std::string_view as_written_;
  std::vector<std::string_view> cells_;
  std::deque<std::string> made_;  ///< cells that differ from what is written
};

}  // namespace makegood
