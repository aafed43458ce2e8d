#pragma once
// An extract of another system, handed in by page: looked at first, written when somebody has said yes to these very
// bytes. What a row says and whether it may stand is judged by import_records() alone, as at the command line.
//
// Between the two steps the file waits in a table of its own (form_repository.h), for whoever handed it in and nobody
// else. It holds people's data that no record answers for yet: it goes when it is accepted, when it is thrown away, and
// after a day. What stays of an accepted one is how many rows it had, so that pressing the button twice is told the same.

#include <cstddef>
#include <string>
#include <string_view>

#include "tasks/record_import.h"

namespace makegood::tasks {

/// How many rows became what.
struct FileOutcome {
  int fresh = 0, changed = 0, unchanged = 0, left_out = 0;
};

struct SeenFile {
  std::string id, name, digest;
  std::size_t rows = 0;
  RecordImport import;                 ///< a dry run, as of now; empty where it was accepted
  std::optional<FileOutcome> accepted;
};

/// Whether the actor may bring a file into this register: whoever may send in records, for those that are theirs; and
/// whoever may set the register up, who has the other system's file anyway.
[[nodiscard]] Result<Rights> rights_to_import(const Definition& definition, const Actor& actor);

/// Keeps the file; its id. `organisation`: whose it is (id or name) where no column says, here and below; empty = as
/// import_records() has it. It stands beside the file and not in it: each step says it again. Refuses: not allowed; a file that cannot be read, without a column that every record needs,
/// or with two for one field; a register that is not open -> conflict. Nothing of a refused file is kept.
[[nodiscard]] Result<std::string> hand_in_file(const Workspace& workspace, const Actor& actor, std::string_view register_name, const GivenDocument& file,
                                               std::string_view organisation = {});

/// What accepting it now would do. Refuses: no such file, another's, one that is older than a day -> not_found.
[[nodiscard]] Result<SeenFile> look_at_file(const Workspace& workspace, const Actor& actor, std::string_view register_name, std::string_view id,
                                            std::string_view organisation = {});

/// `digest` is that of the file that was shown. Twice is once. Nothing is written while a row is at fault, unless those
/// are to be left out: look at `accepted`. Refuses: as above; another digest, a record that somebody changed at this
/// moment -> conflict.
[[nodiscard]] Result<SeenFile> accept_file(const Workspace& workspace, const Actor& actor, std::string_view register_name, std::string_view id,
                                           std::string_view digest, OnFault on_fault, std::string_view organisation = {});

[[nodiscard]] Result<void> throw_away_file(const Workspace& workspace, const Actor& actor, std::string_view id);

}  // namespace makegood::tasks
