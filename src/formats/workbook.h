#pragma once
// A workbook as it is written: sheets of running lines and named tables, without merged cells and
// without anything that only colour says (the practice of UK government statistics).

#include <string>
#include <variant>
#include <vector>

#include "base/base.h"

namespace makegood {

/// A text is written as text whatever it begins with ("=1+1" runs nothing); empty = an empty cell.
using SheetValue = std::variant<std::string, double, Day>;

struct SheetTable {
  std::string name;                 ///< of the table, for formulas and screen readers: "Items"
  std::vector<std::string> header;  ///< distinct, none empty
  std::vector<std::vector<SheetValue>> rows;
  std::vector<double> widths;       ///< of columns, in characters; missing = by what is in them
};

/// Lines above, then at most one table, whose header stays in view.
struct Sheet {
  std::string name;  ///< at most 31 characters, none of []:*?/\, distinct
  std::vector<std::string> lines;  ///< the first is the sheet's heading
  std::vector<SheetTable> tables;
};

struct Workbook {
  std::string title, language = "en-GB";
  std::string profile;  ///< see Document; kept as a custom property
  std::vector<Sheet> sheets;
};

}  // namespace makegood
