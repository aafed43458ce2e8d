#pragma once
// report: what leaves the house: a plan as rows for CSV, as JSON, as a document and as a workbook.
// Pages, files and the command line all take it from here, so that they can never disagree. What
// is written here, extract reads back without loss (extract/own_fields.h says in what form).
//
//   std::string word = write_docx(plan_document(plan));                    // or write_markdown
//   Result<std::string> excel = write_xlsx(plan_workbook(plan, today));
//   std::vector<std::vector<std::string>> rows = plan_rows(plan, today);   // header first
//   std::string csv = write_csv(rows);                                     // formats does the bytes
//   std::string json = plan_json(plan, today);
//   std::string one = item_json(plan, item, today);                        // with its commitments
//
// report must not know the database, the web or how a file is written.

#include <string>
#include <vector>

#include "document/document.h"
#include "extract/own_cells.h"
#include "formats/workbook.h"
#include "extract/reading.h"
#include "plan/plan.h"
#include "report/voices.h"

namespace makegood {

/// A header row of snake_case names, one row an item in plan order, then the indicators, themes and
/// facts of the plan in rows of other kinds. Lists are separated by "; "; dates are ISO; a field
/// that has nothing is empty.
[[nodiscard]] std::vector<std::vector<std::string>> plan_rows(const Plan& plan, const RuleBook& rules);
/// The same for one item and its commitments.
[[nodiscard]] std::vector<std::vector<std::string>> item_rows(const Plan& plan, const Item& item, const RuleBook& rules);

/// The plan, its themes, items and indicators, with `url` paths and, side by side, claim, finding and rule; without
/// findings, which are between the coordinator and the document. What it includes of other plans
/// stands apart from its items, so that reading it back copies nothing.
[[nodiscard]] std::string plan_json(const Plan& plan, const RuleBook& rules, const std::vector<IncludedItem>& included = {}, const VoiceBook& voices = {});
[[nodiscard]] std::string item_json(const Plan& plan, const Item& item, const RuleBook& rules, const VoiceBook& voices = {});

/// A Frictionless Data Package that describes the file SLUG.csv: types, words, keys, meanings.
[[nodiscard]] std::string data_package_json(const Plan& plan);

/// For people to read: title, introduction, a heading and a table a theme, with the columns that
/// this plan uses; then indicators, and the themes' order where headings do not say it.
[[nodiscard]] Document plan_document(const Plan& plan);
/// For people to work with: cover, contents, notes, items, themes, indicators.
[[nodiscard]] Workbook plan_workbook(const Plan& plan, const RuleBook& rules);

/// How the tables of a document were read: an array with one object a column, indented.
[[nodiscard]] std::string columns_json(const std::vector<ReadTable>& tables);

}  // namespace makegood
