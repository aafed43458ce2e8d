#include "tasks/reread.h"

#include <algorithm>
#include <set>

#include "tasks/carry.h"
#include "tasks/given_json.h"
#include "tasks/import_step.h"

namespace makegood::tasks {
namespace {

const ReadTable* find_table(const PlanReading& reading, const std::string& key) {
  const auto found = std::find_if(reading.tables.begin(), reading.tables.end(), [&](const ReadTable& t) { return t.key == key; });
  return found == reading.tables.end() ? nullptr : &*found;
}

Result<void> must_fit(const PlanReading& reading, const TableReading& table) {
  const auto* known = find_table(reading, table.key);
  if (known == nullptr) return refuse(Fault::not_found, "there is no such table in this document");
  if (table.columns.size() > known->columns.size()) return refuse(Fault::invalid_input, "the table has fewer columns than that");
  std::set<ColumnRole> seen;
  for (const auto role : table.columns)
    if (only_once(role) && !seen.insert(role).second)
      return refuse(Fault::invalid_input, "two columns have the same meaning, which one of them at most can have");
  if (!table.left_out && !seen.contains(ColumnRole::title) && known->is_plan)
    return refuse(Fault::invalid_input, "one column must say what is promised; to take the table out, say that it is no part of the plan");
  return {};
}

// A table that is read as the reader would read it anyway still counts as said.
bool says_nothing_new(const PlanReading& reading, const TableReading& table) {
  const auto* known = find_table(reading, table.key);
  if (known->left_out != table.left_out) return false;
  for (std::size_t n = 0; n < table.columns.size(); ++n)
    if (known->columns[n].meaning != table.columns[n]) return false;
  return true;
}

}  // namespace

GivenReading with_table(GivenReading given, const TableReading& table) {
  std::erase_if(given.columns, [&](const GivenColumn& column) { return column.table == table.key; });
  std::erase(given.left_out, table.key);
  if (table.left_out) given.left_out.push_back(table.key);
  for (std::size_t n = 0; n < table.columns.size(); ++n)
    given.columns.push_back({table.key, static_cast<int>(n) + 1, "", table.columns[n]});
  return given;
}

Result<Reread> reread_import(const Workspace& w, const Actor& actor, const ImportId& id, const TableReading& table) {
  const auto import = open_import(w, actor, id);
  if (!import) return tl::unexpected(import.error());
  const auto now = source_of(w, *import);
  if (!now) return tl::unexpected(now.error());
  if (auto fits = must_fit((*now)->reading, table); !fits) return tl::unexpected(fits.error());
  if (says_nothing_new((*now)->reading, table)) return refuse(Fault::conflict, "that is how it is read already");

  const auto given = with_table(import->given(), table);
  const auto source = read_source(w, *import, given);
  if (!source) return tl::unexpected(source.error());
  auto fresh = (*source)->reading.plan;
  if (fresh.items.empty()) return refuse(Fault::invalid_input, "read like this, no item would be found in the document");
  if (fresh.items.size() > kMostItems) return refuse(Fault::too_large, "read like this, there would be more items than a plan can hold");
  fresh.slug = import->summary.slug;
  auto carried = carry_steps(*import, std::move(fresh));

  Payload payload;
  payload.given = write_given(given);
  payload.draft = write_plan(carried.draft);
  if (!carried.lost.empty()) payload.lost = write_lost(carried.lost);
  if (auto kept = append_step(w, *import, step_change(*import, actor, "import.reread", payload)); !kept) return tl::unexpected(kept.error());
  return Reread{static_cast<int>(carried.draft.items.size()), std::move(carried.lost)};
}

}  // namespace makegood::tasks
