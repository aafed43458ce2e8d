#pragma once
// The first table of a file that somebody gives, CSV or workbook, as rows of texts.

#include <cstddef>
#include <string>
#include <vector>

#include "formats/formats.h"
#include "tasks/import.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct FileRow {
  std::size_t row = 0;  ///< as a spreadsheet counts: the header is row 1
  std::vector<std::string> cells;
};
struct FileTable {
  std::vector<std::string> header;
  std::vector<FileRow> rows;
  std::vector<Refusal> faults;  ///< of the file's own form: a quote that is not closed
};

/// Refuses: no table in it, a kind that is not read, over the limits.
[[nodiscard]] Result<FileTable> read_file_table(const Workspace& workspace, const GivenDocument& file, const ReadOptions& limits = {});

}  // namespace makegood::tasks
