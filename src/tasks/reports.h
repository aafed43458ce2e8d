#pragma once
// Committee reports and editions. A report is made of what was known at the end of its period; an edition is a report
// that a publisher froze: the bytes of each format are kept in the ledger, and asking for it again gives those bytes.

#include <array>

#include "report/committee.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct ReportFormat {
  std::string_view name;  ///< on the command line, and after the dot
  std::string_view media_type;
};
inline constexpr auto kReportFormats = std::to_array<ReportFormat>({
    {"html", "text/html; charset=utf-8"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"md", "text/markdown; charset=utf-8"},
    {"json", "application/json"},
});
[[nodiscard]] const ReportFormat* find_report_format(std::string_view name);
/// "html, docx, xlsx, md or json"
[[nodiscard]] std::string report_format_names();

/// Refuses: who may not see the plan before it is released -> not_allowed; no such plan or part of it -> not_found; a
/// period that does not fit -> invalid_input.
[[nodiscard]] Result<CommitteeReport> make_report(const Workspace& workspace, const Actor& actor, std::string_view slug, const ReportSpec& spec);
/// Refuses: an unknown format -> invalid_input; more than a format can hold -> too_large.
[[nodiscard]] Result<std::string> write_report(const CommitteeReport& report, std::string_view format, Language language);
/// The frozen bytes where there is an edition of this spec in this language, else the report as it would be now.
[[nodiscard]] Result<std::string> report_file(const Workspace& workspace, const Actor& actor, std::string_view slug, const ReportSpec& spec,
                                              std::string_view format, Language language);

/// The languages in which an edition comes out at once: both where its profile says so, or where both are asked for.
[[nodiscard]] std::vector<Language> edition_languages(const ReportSpec& spec, bool both);

/// Refuses: nobody's to freeze -> not_allowed; frozen already, publication held -> conflict; and as make_report.
[[nodiscard]] Result<Edition> freeze_edition(const Workspace& workspace, const Actor& actor, std::string_view slug, const ReportSpec& spec,
                                             bool both_languages = false);
/// Newest first. The public sees those of released plans. Refuses: no such plan in this view -> not_found.
[[nodiscard]] Result<std::vector<Edition>> editions_of(const Workspace& workspace, std::string_view slug, View view);
[[nodiscard]] Result<Edition> find_edition(const Workspace& workspace, std::string_view slug, std::string_view name, View view);
/// Refuses: no such file -> not_found.
[[nodiscard]] Result<std::string> edition_bytes(const Workspace& workspace, const Edition& edition, std::string_view format, Language language);

}  // namespace makegood::tasks
