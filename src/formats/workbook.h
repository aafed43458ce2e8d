#pragma once
// A workbook as it is written: sheets of running lines and named tables, without merged cells and
// without anything that only colour says (the practice of UK government statistics).

#include <string>
#include <variant>
#include <vector>

#include "base/base.h"

namespace makegood {

/// A text is written as text whatever it begins with ("=1+1" runs nothing); empty = an empty cell.
/// Line breaks and tabs are kept; other control characters are written as Excel's escapes (_x0007_)
/// and read back as they were; zero bytes go. A day is a true date, shown as 2026-03-31; before
/// March 1900, where Excel's calendar is wrong, it is a text. A number must be finite.
using SheetValue = std::variant<std::string, double, Day>;

/// A column whose cells are chosen from a list. The choices together have at most 255 characters, and none a comma;
/// longer ones stand in cells, and `range` says in which: "='Lists'!$A$2:$A$20".
struct SheetMenu {
  std::size_t column = 0;
  std::vector<std::string> choices;
  std::string range = {};  ///< empty = `choices`
  bool strict = true;      ///< Excel takes nothing else; else it offers them and takes what is typed
};

struct SheetTable {
  std::string name;                 ///< for formulas and screen readers: "Items"; letters, digits and "_", distinct
  std::vector<std::string> header;  ///< distinct, none empty, one line each
  std::vector<std::vector<SheetValue>> rows;
  std::vector<double> widths;       ///< of columns, in characters; missing = by what is in them
  std::vector<SheetMenu> menus = {};
  std::vector<std::size_t> open = {};    ///< columns that stay open on a locked sheet
  std::vector<std::size_t> hidden = {};  ///< columns that are there but not shown
  std::size_t blank_rows = 0;            ///< below the table, to be filled in: menus reach to their end
  std::vector<std::size_t> as_text = {}; ///< columns in which Excel leaves what is typed as it is ("01.05" is no date)
};

/// Lines above, then tables with a blank row between; the header of the first stays in view.
struct Sheet {
  std::string name;  ///< at most 31 characters, none of []:*?/\, distinct
  std::vector<std::string> lines;  ///< the first is the sheet's heading
  std::vector<SheetTable> tables;
  bool locked = false;  ///< only the open columns may be written in; no password: it keeps slips out, not people
};

struct Workbook {
  std::string title, language = "en-GB";
  std::string profile;  ///< see Document; kept as a custom property
  std::vector<Sheet> sheets;
};

}  // namespace makegood
