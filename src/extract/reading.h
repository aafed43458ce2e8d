#pragma once
// How a document was read: what every column was taken to mean, and what became of every row. And
// what a person says about both, which stands above what extract makes of header and cells.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "plan/plan.h"

namespace makegood {

/// What a column of a plan's table means. `none`, "other": nobody has a place for it, and it is kept
/// with the item's details under its own heading. `not_used`: a person said to leave it out.
enum class ColumnRole {
  none, ref, theme, title, detail, owner, partner, lead_authority, timescale, start, status, response, progress, measure, not_used
};
inline constexpr std::size_t kColumnRoles = 15;

[[nodiscard]] std::string_view word(ColumnRole role);  ///< "lead_authority"; "other" for none
[[nodiscard]] std::optional<ColumnRole> column_role_from(std::string_view word);
/// Whether one column of a table at most has it: a second title is detail.
[[nodiscard]] bool only_once(ColumnRole role);

/// A column that a person gave its meaning.
struct GivenColumn {
  std::string table;   ///< ReadTable::key; empty = every table
  int column = 0;      ///< from 1; 0 = every column under this header
  std::string header;  ///< as written; compared without regard to case and punctuation
  ColumnRole meaning = ColumnRole::none;
  bool operator==(const GivenColumn&) const = default;
};

struct GivenReading {
  std::vector<GivenColumn> columns;    ///< the last word about a column holds
  std::vector<std::string> left_out;   ///< keys of tables that are no part of the plan
  [[nodiscard]] bool empty() const { return columns.empty() && left_out.empty(); }
  bool operator==(const GivenReading&) const = default;
};

struct ReadColumn {
  int column = 1;       ///< in the grid, from 1
  std::string header;   ///< as written; empty = none
  ColumnRole meaning = ColumnRole::none;
  bool given = false;   ///< a person said so
  double confidence = 1.0;  ///< 1 = no other meaning comes near, or it was given; 0.3 = a guess
  int filled = 0;       ///< rows that have something here
  std::vector<std::string> samples;  ///< up to three different cells, cut short
};

/// All tables under one and the same header, read alike.
struct ReadTable {
  std::string key;      ///< the header's words, folded: stays the same however it is read
  Position first;       ///< of the first of them
  int runs = 0, rows = 0;
  bool is_plan = false; ///< its rows are items
  bool left_out = false;  ///< a person said that it is no part of the plan
  std::vector<ReadColumn> columns;
};

/// What a row of a table or a paragraph became.
enum class PlaceIs { item, part, theme, header, title, measure };
struct ReadPlace {
  Position at;          ///< block, and row in a table
  PlaceIs is = PlaceIs::item;
  ItemId item;          ///< for item and part: the (first) item that it went into
};

struct PlanReading {
  Plan plan;
  std::vector<ReadTable> tables;  ///< in the order of the document
  std::vector<ReadPlace> places;  ///< by block and row; what is not here became nothing
};

}  // namespace makegood
