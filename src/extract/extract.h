#pragma once
// extract: an adopted document becomes a draft plan.
//
//   Document document = ...;                                  // read_document(bytes, name)
//   Plan draft = extract_plan(document, {.settings = {.as_of = 2023}});
//   for (const Item& item : draft.items)
//     show(item.title, item.owners, item.timescale.due, item.source.in_words(), item.confidence);
//   show(draft.findings);                                     // "no_items", "no_owner", ...
//   Plan plan = adopt(std::move(draft), random);              // real ids
//
// Plans come as tables made by hand and broken by pages. Take
//
//   Housing                                                      (a line above the table)
//   Action                          | Lead                     | When
//   Review how we let homes and     | Head of Housing and      | May 2024
//   -- page break, the header again --
//   publish what we find.           | Policy Manager           |
//   Train all staff                 | Learning and Development | Ongoing
//
// 1. tables.h   drops the second header and gives every run of rows the header that holds for it.
// 2. columns.h  says what each column is, from its header ("Lead") and its cells (posts): where
//               the two disagree the cells decide, for headers mislead.
// 3. rows.h     sees that the second row begins small and has no date: it is the rest of the
//               first. The third is an item.
// 4. themes.h   makes "Housing" a theme, because items stand under it.
// 5. people.h   parts "Head of Housing and Policy Manager" (two posts), not "Learning and
//               Development" (one unit). timescale reads the dates.
// 6. items.h    makes the items; parts.h finds "Response:", "Progress:" and "Commitment:" inside
//               cells, whose lists become child items; prose.h reads plans without any table.
//
// Result: two items under one theme, each with the place it came from, a confidence, and
// findings where something was odd. Nothing is invented: every title stands in the document.
// What cannot be read reliably is said (`unreadable_layout`, `shifted_cells`), not guessed.
// No rule names a council, a person or a phrase of one document. What a person says about a column
// (reading.h) stands above all of it, and the rest is read again beside that.
//
// Documents that Makegood wrote itself are read by own_form.h instead: by their headings, exactly.
//
// extract must not know any file format, the database, or who is asking.

#include "base/base.h"
#include "document/document.h"
#include "extract/reading.h"
#include "plan/plan.h"
#include "timescale/timescale.h"

namespace makegood {

struct ExtractOptions {
  TimescaleSettings settings;  ///< `as_of` supplies the year that dates without one mean
  GivenReading given;          ///< what a person said about columns and tables
};

/// Never fails; a document without items gives a plan without items and the finding `no_items`.
/// Ids are ordinals ("1", "2"), parents come before their children.
[[nodiscard]] Plan extract_plan(const Document& document, const ExtractOptions& options = {});
/// The same, with how it was read: for the person who looks through it.
[[nodiscard]] PlanReading extract_reading(const Document& document, const ExtractOptions& options = {});
/// The row or paragraph at this place (block and row count) as an item, without a theme, whatever
/// extract_plan made of it. Refuses: nothing to read there, such as a header row -> not_found.
[[nodiscard]] Result<Item> extract_item_at(const Document& document, const Position& at, const ExtractOptions& options = {});

}  // namespace makegood
