#pragma once
// Many records at once: an extract of another system comes in, a file goes out.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tasks/records.h"

namespace makegood::tasks {

struct RecordRow {
  std::size_t row = 0;  ///< as a spreadsheet counts: the header is row 1
  std::vector<std::string> cells;
};
struct RecordTable {
  std::vector<std::string> header;
  std::vector<RecordRow> rows;
};

/// A row that cannot come in: which, under which heading, and why.
struct RowFault {
  std::size_t row = 0;
  std::string column, message;
};

struct RecordImport {
  int fresh = 0, changed = 0, unchanged = 0;
  std::vector<RowFault> faults;             ///< every one of them
  std::vector<std::size_t> faulty;          ///< rows, each once
  std::vector<std::string> unknown_columns; ///< nothing takes them; they stay out
  std::map<std::string, std::map<std::string, int>> unmapped;  ///< by field title: values that no code is for, and how often
  bool written = false;
};

enum class OnFault { refuse_all, set_aside };

/// `dry` looks and writes nothing. With faults and refuse_all nothing is written either: look at `written`.
/// Rows whose primary key is there already change that record, or nothing where they say the same.
/// Refuses: a required column that is missing, two columns for one field -> invalid_input.
[[nodiscard]] Result<RecordImport> import_records(const Workspace& workspace, const Actor& actor, std::string_view register_name, const RecordTable& table,
                                                  OnFault on_fault, bool dry);

/// Every record that the actor may take out, as rows under file_header(); cells are safe for spreadsheets.
/// The export is written down in the access log.
[[nodiscard]] Result<std::vector<std::vector<std::string>>> export_records(const Workspace& workspace, const Actor& actor, std::string_view register_name);

}  // namespace makegood::tasks
