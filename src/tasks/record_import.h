#pragma once
// Many records at once: an extract of another system comes in, a file goes out.

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tasks/file_table.h"
#include "tasks/record_step.h"
#include "tasks/records.h"

namespace makegood::tasks {

/// A row that cannot come in: which, under which heading, and why.
struct RowFault {
  std::size_t row = 0;
  std::string column, message;
};

/// A heading and the name of the field that takes it.
struct ColumnTaken {
  std::string heading, field;
};

struct RecordImport {
  int fresh = 0, changed = 0, unchanged = 0;
  std::vector<RowFault> faults;             ///< every one of them
  std::vector<std::size_t> faulty;          ///< rows, each once
  std::vector<ColumnTaken> columns;         ///< in the order of the file
  std::vector<std::string> unknown_columns; ///< nothing takes them; they stay out
  std::map<std::string, std::map<std::string, int>> unmapped;  ///< by field title: values that no code is for, and how often
  std::map<std::string, std::map<std::string, int>> unknown_organisations;  ///< by field title: names that the directory does not have, and how often
  std::map<std::string, int> not_asked;  ///< by field title: answers that stay out, since the other answers of their row do not ask for them
  int kept_out = 0;  ///< answers that an objection to monitoring keeps out
  bool written = false;
};

enum class OnFault { refuse_all, set_aside };
struct Importing {
  OnFault on_fault = OnFault::refuse_all;
  bool dry = false;  ///< look, and write nothing
  Rights rights = Rights::of_the_roles;
  std::string organisation = {};  ///< whose the file is (id or name) where no column says; empty = see import_records()
  std::function<std::vector<Errand>(const RecordImport&)> errands = {};  ///< done with what is written, or neither is
};

/// With faults and refuse_all nothing is written: look at `written`.
/// A file without a column for whose records they are (a police force's extract is its own) is of the organisation that
/// `importing` names, else of the one whose records the actor may send in, if it is one.
/// Rows whose primary key is there already change that record, or nothing where they say the same. In a register without
/// a primary key the first field that is unique stands for it.
/// Refuses: a required column that is missing, two columns for one field -> invalid_input.
[[nodiscard]] Result<RecordImport> import_records(const Workspace& workspace, const Actor& actor, std::string_view register_name, const FileTable& table,
                                                  const Importing& importing);

/// What a file has in the place of a sender whom the actor may not know.
inline constexpr std::string_view kInConfidence = "confidential";

/// Every record that the actor may take out, as rows under file_header(); cells are safe for spreadsheets.
/// The export is written down in the access log.
[[nodiscard]] Result<std::vector<std::vector<std::string>>> export_records(const Workspace& workspace, const Actor& actor, std::string_view register_name,
                                                                           Rights rights = Rights::of_the_roles);

}  // namespace makegood::tasks
