#pragma once
// The directory out of a spreadsheet: CSV, or the first table of a workbook or document.

#include "people/directory_file.h"
#include "tasks/import.h"

namespace makegood::tasks {

enum class Trial { no, yes };  ///< yes: says what it would do, and does nothing

/// Brings it in, all rows or none: where `faults` of what comes back says something, nothing was. Each fault
/// has its place ("row 4, column \"email\"").
/// Refuses: what has no table -> unreadable; and as the readers of files do.
[[nodiscard]] Result<DirectoryReading> import_directory(const Workspace& workspace, const Actor& actor, const GivenDocument& file, Trial trial = Trial::no);

}  // namespace makegood::tasks
