#pragma once
// Reading an import's document again, because a person says what a column means or that a table is
// no part of the plan.

#include "tasks/import.h"
#include "tasks/sources.h"

namespace makegood::tasks {

/// What was said about one table: every column's meaning, or that the table is left out.
struct TableReading {
  std::string key;  ///< ReadTable::key
  bool left_out = false;
  std::vector<ColumnRole> columns;  ///< from the first on
};

/// What is said so far with this in place of what was said about that table.
[[nodiscard]] GivenReading with_table(GivenReading given, const TableReading& table);

struct Reread {
  int items = 0;                ///< in the draft now
  std::vector<LostStep> lost;   ///< steps by hand that it has no place for
};
/// All rows are read again and the steps by hand carried over (carry.h). One step, which undo takes
/// back with all that it changed.
/// Refuses: the bytes were erased, no such table -> not_found; two columns with a meaning that one at
/// most can have, nothing would be an item any more -> invalid_input; it is read so already -> conflict.
[[nodiscard]] Result<Reread> reread_import(const Workspace& workspace, const Actor& actor, const ImportId& id,
                                           const TableReading& table);

}  // namespace makegood::tasks
