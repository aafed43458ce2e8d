#pragma once
// Break-glass: somebody whose role does not reach a record opens it all the same, because somebody may come to harm.
// They say why; it is written into the ledger and into the access log, the monitoring officer is told by letter, and
// it ends by itself. Who may, and what they then see: docs/decisions/0017.
//
//   auto opened = open_in_emergency(workspace, actor, {"lost-property", id, "A child is missing", 60});
//   see_record(workspace, actor, id, true);      // until opened->until, or end_emergency()

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "registers/registers.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

inline constexpr std::array kEmergencyMinutes = {15, 30, 60, 120, 240};
inline constexpr int kUsualMinutes = 60;

struct Emergency {
  std::string register_name;
  RecordId record;
  std::string reason;
  int minutes = kUsualMinutes;  ///< one of kEmergencyMinutes
};
struct EmergencyOpened {
  std::int64_t until = 0;  ///< seconds since 1970
  int told = 0;            ///< letters that were written about it
};

/// Whether the actor has a part in this register, and so could open a record of another organisation.
[[nodiscard]] bool may_open_in_emergency(const Definition& definition, const Actor& actor);

/// Refuses: no part in the register -> not_allowed; no reason, other minutes -> invalid_input; no such record ->
/// not_found; one that the actor reaches anyway -> conflict.
[[nodiscard]] Result<EmergencyOpened> open_in_emergency(const Workspace& workspace, const Actor& actor, const Emergency& emergency);

/// Before its time. Refuses: it is not open -> conflict.
[[nodiscard]] Result<void> end_emergency(const Workspace& workspace, const Actor& actor, const RecordId& id);

/// Until when the actor has the record open; empty = they have not.
[[nodiscard]] std::optional<std::int64_t> open_until(const std::vector<EmergencyLook>& looks, const Actor& actor, const Now& now);

/// All of them, newest first; reading them is written down. Refuses whoever may not read who looked -> not_allowed.
[[nodiscard]] Result<std::vector<EmergencyLook>> list_emergencies(const Workspace& workspace, const Actor& actor, std::int64_t before, int limit);

}  // namespace makegood::tasks
