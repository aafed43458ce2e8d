#pragma once
// What assessors wrote in a table of their own: their words about the criteria of a framework, brought into the round that
// is open. An assessor from outside has no account, and a panel of ten has a spreadsheet. And what they agreed, by the names
// that stand there.

#include <string>
#include <string_view>
#include <vector>

#include "tasks/assessments.h"
#include "tasks/file_table.h"

namespace makegood::tasks {

struct RatingFault {
  std::size_t row = 0;
  std::string column, message;
};
struct RatingImport {
  int fresh = 0;      ///< words that were not there, or were others
  int unchanged = 0;  ///< that the assessor had said already in this round
  std::vector<RatingFault> faults;  ///< nothing is written where there are any
};

/// Columns, in any order, capitals as you like: `criterion` (its reference, id or title), `assessor` (post and
/// organisation), `level` (code or title), `reasons`, and `evidence`, which may be missing. All rows come in, or none.
/// `dry` = look, and write nothing. Refuses: a column that is missing -> invalid_input; no open round -> conflict;
/// whoever does not run the assessment -> not_allowed.
[[nodiscard]] Result<RatingImport> import_ratings(const Workspace& workspace, const Actor& actor, std::string_view slug, const FileTable& table, bool dry);

/// What the assessors agreed about a criterion, as somebody writes it down: both named as in the table. Returned as they are
/// called here. Refuses: no such criterion -> not_found; no such level -> invalid_input; and as agree_level() does.
struct AgreementWords {
  std::string criterion, level, reasons;
};
[[nodiscard]] Result<AgreementWords> agree_by_name(const Workspace& workspace, const Actor& actor, std::string_view slug, const AgreementWords& words);

}  // namespace makegood::tasks
