#pragma once
// report: what leaves the house as data: a plan's items as rows for CSV, and as JSON. Pages, files
// and the command line all take it from here, so that they can never disagree.
//
//   std::vector<std::vector<std::string>> rows = plan_rows(plan, today);   // header first
//   std::string csv = write_csv(rows);                                     // formats does the bytes
//   std::string json = plan_json(plan, today);
//   std::string one = item_json(plan, item, today);                        // with its commitments
//
// report must not know the database, the web or how a file is written.

#include <string>
#include <vector>

#include "extract/reading.h"
#include "plan/plan.h"

namespace makegood {

/// One row an item in plan order, after a header row of snake_case names. Lists are separated by
/// "; "; dates are ISO; a field that has nothing is empty. Reading it back gives the same items.
[[nodiscard]] std::vector<std::vector<std::string>> plan_rows(const Plan& plan, Day today);
/// The same for one item and its commitments.
[[nodiscard]] std::vector<std::vector<std::string>> item_rows(const Plan& plan, const Item& item, Day today);

/// The plan, its themes, items and indicators, with `url` paths and the calendar's rule; without
/// findings, which are between the coordinator and the document.
[[nodiscard]] std::string plan_json(const Plan& plan, Day today);
[[nodiscard]] std::string item_json(const Plan& plan, const Item& item, Day today);

/// How the tables of a document were read: an array with one object a column, indented.
[[nodiscard]] std::string columns_json(const std::vector<ReadTable>& tables);

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
[[nodiscard]] std::string spreadsheet_safe(std::string text);

}  // namespace makegood
