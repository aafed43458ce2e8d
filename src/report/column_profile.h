#pragma once
// A CSV as another system wants it: its own column names, order, dates and words. What is wanted is
// data, a JSON file that an officer writes once (docs/how-to/feed-a-performance-system.md).
//
//   {"columns": [{"name": "Action Code", "from": "ref", "or": "id"},
//                {"name": "Due Date", "from": "due", "date_format": "dd/mm/yyyy"},
//                {"name": "RAG", "from": "rule", "values": {"overdue": "Red"}, "otherwise": "Green"},
//                {"name": "Programme", "fixed": "Race equality"}]}
//
//   auto profile = read_column_profile(json);
//   std::string csv = write_csv(profile_rows(plan, *profile, today), profile->delimiter);

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/own_fields.h"
#include "plan/plan.h"

namespace makegood {

/// What a column takes its value from: a field of the item, or a fact of the plan.
enum class PlanFact { title, organisation, slug, as_at, address };

struct ColumnSource {
  std::optional<Field> field;
  PlanFact fact = PlanFact::title;  ///< where there is no field
};

struct ProfileColumn {
  std::string name;
  std::optional<std::string> fixed;    ///< the same in every row; then nothing else counts
  ColumnSource from;
  std::optional<ColumnSource> or_else; ///< where the first has nothing
  std::string date_format, separator;
  std::map<std::string, std::string> values;  ///< our code to their word
  std::optional<std::string> otherwise;       ///< for codes that `values` does not name
  std::string empty;                   ///< where there is nothing
  std::size_t at_most = 0;             ///< characters, 0 = any number; what is cut ends in "…"
  bool only_first = false;             ///< of a list
};

struct ColumnProfile {
  char delimiter = ',';
  std::vector<ItemKind> kinds;  ///< empty = all
  bool with_absent = false;     ///< items that the newest document no longer has
  std::vector<ProfileColumn> columns;
};

/// Refuses, in one line that names the column and the member: what is not JSON, an unknown member or
/// source, a date format that is none, a name that stands twice -> invalid_input; over 1 MB -> too_large.
[[nodiscard]] Result<ColumnProfile> read_column_profile(std::string_view json);

/// A header row and one row an item, in plan order. Cells that a spreadsheet would run are guarded.
[[nodiscard]] std::vector<std::vector<std::string>> profile_rows(const Plan& plan, const ColumnProfile& profile, const RuleBook& rules);

/// "dd/mm/yyyy", "d mmmm yyyy", "yyyy-mm-dd": d, m and y once each, in their usual lengths.
[[nodiscard]] bool is_date_format(std::string_view format);
[[nodiscard]] std::string format_day(Day day, std::string_view format);

}  // namespace makegood
