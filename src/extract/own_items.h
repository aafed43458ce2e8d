#pragma once
// A row of our own form as an item. Its id, theme and parent are the whole document's business.

#include "extract/own_tables.h"
#include "plan/plan.h"

namespace makegood::extraction {

/// What a cell says; `guarded` takes the apostrophe off that kept a spreadsheet from running it.
[[nodiscard]] std::string own_cell(const OwnRow& row, Field field, bool guarded);

/// `codes`: columns are named as in CSV, lists are joined and cells guarded. What does not fit is
/// among the item's findings.
[[nodiscard]] Item read_own_item(const OwnRow& row, bool codes, const TimescaleSettings& settings);

}  // namespace makegood::extraction
