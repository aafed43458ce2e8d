#pragma once
// A person asks what is held about them: all registers are searched by their name, address or reference, records are
// chosen, what is about others is taken out by hand, and the rest is given out. Every step is written into the access
// log; the searched words are not, or the log would hold what the person may have erased.
//
//   auto found = find_subject(workspace, actor, {"ann@aberllyn.example", "Request 14 of 3 July"});
//   auto report = subject_report(workspace, actor, search, {found->records[0].record.id}, redaction, Issue::preview);

#include <string>
#include <vector>

#include "report/subject_access.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct SubjectSearch {
  std::string value;   ///< a name, an e-mail address, a reference: at least three letters or digits
  std::string reason;  ///< of the search: the request's reference
};
struct SubjectFound {
  std::vector<SubjectRegister> searched;
  std::vector<SubjectRecord> records;  ///< by register; whole: pages show what they must
};
/// Refuses: whoever may not -> not_allowed; no reason, or a value so short that it would find everybody -> invalid_input.
[[nodiscard]] Result<SubjectFound> find_subject(const Workspace& workspace, const Actor& actor, const SubjectSearch& search);

/// Whether somebody looks at what would go out, or it goes out.
enum class Issue { preview, given_out };
/// Only the chosen ones of those that the search finds. Refuses: none chosen -> invalid_input.
[[nodiscard]] Result<SubjectReport> subject_report(const Workspace& workspace, const Actor& actor, const SubjectSearch& search, const std::vector<RecordId>& chosen,
                                                   const SubjectRedaction& redaction, Issue issue);
/// What stands where words were taken out.
inline constexpr std::string_view kTakenOut = "[…]";

}  // namespace makegood::tasks
