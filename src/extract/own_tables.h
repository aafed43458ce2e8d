#pragma once
// Tables of our own form as rows of named cells, whatever else stands in the document.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "extract/own_fields.h"

namespace makegood::extraction {

enum class OwnTable { none, items, themes, indicators, facts, notes };

/// A row by its fields. Themes: theme, title, parent; indicators: title, unit, theme; facts: title, detail.
struct OwnRow {
  std::map<Field, std::string> cells;  ///< lines separated by '\n'
  Position at;

  [[nodiscard]] bool has(Field field) const { return cells.contains(field); }  ///< the table has the column
  [[nodiscard]] const std::string& operator[](Field field) const;
};

struct OwnRows {
  OwnTable kind = OwnTable::none;
  bool codes = false;                  ///< columns are named as in CSV: lists are joined, formulas guarded
  bool is_certain = false;             ///< its headings can be nobody else's
  std::vector<std::string> unknown;    ///< columns that are not ours
  std::vector<OwnRow> rows;            ///< none that is empty, and no header again
};

/// The header is looked for in the first rows: lines may stand above it.
[[nodiscard]] OwnRows own_rows(const Block& table);

/// All that a cell says, a line each, list markers included.
[[nodiscard]] std::string own_text(const Cell& cell);

}  // namespace makegood::extraction
