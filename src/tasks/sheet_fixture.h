#pragma once
// For tests: what somebody writes into an owner's sheet before it comes back.

#include <doctest/doctest.h>

#include "formats/write.h"
#include "report/owner_sheet.h"
#include "report/owner_sheet_columns.h"

namespace makegood::test {

struct WrittenCell {
  std::size_t row;  ///< of the answers, from 0
  AnswerColumn column;
  SheetValue value;
};

/// The bytes of the sheet with these cells filled in.
inline std::string sheet_with(const OwnerSheet& sheet, const std::vector<WrittenCell>& cells, Language language = Language::en) {
  auto book = owner_workbook(sheet, Words::for_language(language));
  for (const auto& cell : cells) {
    const auto at = std::find_if(kAnswerColumns.begin(), kAnswerColumns.end(), [&](const AnswerColumnRow& row) { return row.column == cell.column; });
    book.sheets[0].tables[0].rows.at(cell.row).at(static_cast<std::size_t>(at - kAnswerColumns.begin())) = cell.value;
  }
  return write_xlsx(book).value();
}

inline std::string fates_in(const std::vector<SheetReturn>& rows) {
  std::vector<std::string> words;
  for (const auto& row : rows) words.emplace_back(word(row.fate));
  return join(words, " ");
}

}  // namespace makegood::test
