#pragma once
// Packs for meetings: gathered, frozen and read again. A pack is an entry about the record that it was made for, with the
// bytes of each format and language in the ledger: what changes afterwards makes another pack, and this one stays as it is.

#include <string>
#include <string_view>
#include <vector>

#include "report/meeting_pack.h"
#include "tasks/record_step.h"

namespace makegood::tasks {

/// In English and in Welsh, each in every format. Refuses: a record that the actor does not handle -> not_found; a register
/// without packs, a day to come -> invalid_input; somebody changed the record meanwhile -> conflict.
[[nodiscard]] Result<FrozenPack> freeze_pack(const Workspace& workspace, const Actor& actor, const RecordId& record, Day as_at);

struct PacksSeen {
  FoundRecord found;
  std::vector<FrozenPack> packs;  ///< the newest first; those that the actor may read
  int withheld = 0;               ///< others, which hold what they may not see
  bool may_freeze = false;
};
/// Refuses: a record that the actor may not see -> not_found; a register without packs -> invalid_input.
[[nodiscard]] Result<PacksSeen> packs_of(const Workspace& workspace, const Actor& actor, const RecordId& record);

/// The bytes as they were frozen. Refuses: no such pack, or one that holds what the actor may not see -> not_found.
[[nodiscard]] Result<std::string> pack_bytes(const Workspace& workspace, const Actor& actor, const RecordId& record, std::int64_t sequence, std::string_view format, Language language);

}  // namespace makegood::tasks
