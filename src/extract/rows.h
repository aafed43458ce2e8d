#pragma once
// What a row of a plan's table is: an item of its own, the rest of the item before it (a page
// break cut it), text that hangs on the item, or a theme that runs across the table.

#include "extract/columns.h"
#include "extract/tables.h"

namespace makegood::extraction {

/// What has been read of one item, before its fields are made out.
struct Record {
  const Layout* layout = nullptr;
  std::vector<Lines> cells;  ///< by column
  Lines body;                ///< text that hangs on it: full-width cells, text that fell out of the table
  int heading = -1;
  int parent = -1;           ///< record that it is a step of
  Position at;
  bool joined = false;       ///< made of several rows
  bool inherited = false;    ///< its header was taken over from another table
  std::vector<std::string> findings;  ///< codes, with their words in findings.h

  [[nodiscard]] Lines lines(Role role) const;  ///< of all columns of that role
};

enum class RowIs { item, rest, body, theme, step };

/// What must be known of a table's rows taken together.
struct Habit {
  bool small_titles = false;  ///< its authors begin actions with a small letter
  int theme_rows = 0;         ///< rows that could be themes
  bool refs = false, owners = false, dates = false;  ///< nearly every row has one
};

[[nodiscard]] Habit habit_of(const Layout& layout, const std::vector<const GridRow*>& rows);
[[nodiscard]] RowIs classify(const GridRow& row, const Layout& layout, const Habit& habit, const Record* before, bool first_of_segment);

/// Adds the row's cells to the record's, marking where a cut cell goes on.
void add_rest(Record& record, const GridRow& row);
/// "Head of Housing. Develop a ..." after a row that was cut off: the tail goes back.
void return_stray_tail(Record& before, GridRow& row);

}  // namespace makegood::extraction
