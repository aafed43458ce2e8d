#pragma once
// Asking for updates: what the coordinator's button and `makegood ask` do. One run carries out what is due today for
// the plans given, in one batch of the ledger with its letters and links: all of it happens or none. Running it again
// the same day sends nothing more.
//
//   auto report = ask_for_updates(workspace, actor, {"fair-work-plan"});
//   report->letters;                       // now in the outbox
//   report->plans[0].unasked;              // names behind which nobody can be asked, and why

#include <string>
#include <string_view>
#include <vector>

#include "tasks/cycle_state.h"
#include "tasks/people.h"

namespace makegood::tasks {

struct PlanAsked {
  std::string slug;
  std::optional<CycleId> opened;     ///< by this run
  std::optional<Day> closes;         ///< of the cycle that is open after it
  std::optional<Day> next_opens;     ///< where none is open: when the next one is planned to
  int asked = 0, reminded = 0, escalated = 0, closed = 0, locked = 0;
  std::vector<Unasked> unasked;      ///< as it is today; items that are done with are not among them
};

struct AskReport {
  int letters = 0;
  std::vector<PlanAsked> plans;      ///< as given
};

/// A cycle that is due opens only if somebody can be asked: an empty directory uses no cycle up.
/// Refuses: not allowed for one of the plans -> not_allowed; no such plan -> not_found; somebody else's run came
/// between three times -> conflict.
[[nodiscard]] Result<AskReport> ask_for_updates(const Workspace& workspace, const Actor& actor, const std::vector<std::string>& slugs);

/// A letter as it would go.
struct LetterPreview {
  std::string post_words;
  int items = 0;
  bool reminds = false;
};
/// What ask_for_updates() would send to owners of this plan now, without doing anything.
[[nodiscard]] Result<std::vector<LetterPreview>> preview_asking(const Workspace& workspace, const Actor& actor, std::string_view slug);

/// One more letter about one request, today. Refuses: answered, revoked or its cycle closed, or a letter within the
/// last 3 days -> conflict.
[[nodiscard]] Result<void> remind_now(const Workspace& workspace, const Actor& actor, const RequestId& id);

/// The link opens no more. Refuses: no reason -> invalid_input; revoked before -> conflict.
[[nodiscard]] Result<void> revoke_request(const Workspace& workspace, const Actor& actor, const RequestId& id, std::string_view reason);

/// Ends the open cycle today, writing down who was silent. Refuses: none is open -> conflict.
[[nodiscard]] Result<void> close_cycle(const Workspace& workspace, const Actor& actor, std::string_view slug);

/// From now on the plan has this schedule; a cycle that is open keeps the day on which it closes.
/// Refuses as checked() does.
[[nodiscard]] Result<Schedule> set_schedule(const Workspace& workspace, const Actor& actor, std::string_view slug, const Schedule& schedule);

}  // namespace makegood::tasks
