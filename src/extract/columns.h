#pragma once
// What each column of a plan's table means. Header words give a hint, the cells decide: a
// column headed "Lead" that holds nothing but dates is the timescale.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/reading.h"
#include "extract/tables.h"
#include "plan/plan.h"

namespace makegood::extraction {

using Role = ColumnRole;

struct Column {
  Role role = Role::none;
  std::string header;   ///< as written
  double confidence = 1.0;  ///< how far it is before the next likeliest meaning
  bool given = false;       ///< a person said so
  double filled = 0;    ///< share of rows that have something here
};

/// One reading of a table's columns, shared by every run of rows under the same header.
struct Layout {
  std::vector<Column> columns;
  ItemKind kind = ItemKind::action;
  bool is_plan = false;  ///< has what makes a table a plan: an item, and who, when or a status
  bool lists = false;    ///< its title cells may hold several items (a list under a theme)
  double confidence = 1.0;

  [[nodiscard]] int first(Role role) const;  ///< column, or -1
  [[nodiscard]] Role role(std::size_t column) const { return column < columns.size() ? columns[column].role : Role::none; }
};

/// How surely the text names a column: 0 not at all, 2 holds such a word, 3 is such a name.
[[nodiscard]] double header_strength(std::string_view text);

/// What a cell looks like.
struct Look {
  bool date = false, people = false, ref = false, status = false, response = false;
  std::size_t length = 0;
};
[[nodiscard]] Look look_at(std::string_view text, const TimescaleSettings& settings);

/// What a person said, by column; nothing where nobody said anything.
using GivenRoles = std::vector<std::optional<Role>>;

/// Given columns are what was said; the others are read beside them.
[[nodiscard]] Layout read_columns(const std::vector<std::string>& header, const std::vector<const GridRow*>& rows,
                                  const TimescaleSettings& settings, const GivenRoles& given = {});

/// "1.1", "06", "A3", "R12", "HR-4": a reference and nothing else.
[[nodiscard]] bool is_reference(std::string_view text);

}  // namespace makegood::extraction
