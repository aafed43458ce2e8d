#pragma once
// What goes into the pack of a meeting, gathered as the definition lists it, in one language: the agenda, who sits on the
// group, records, counts and open actions, all as on one day. Protected answers are never in it. What the person who
// gathers may not see is left out, and that it is left out is said.

#include <set>
#include <string>

#include "registers/group_words.h"
#include "report/meeting_pack.h"
#include "tasks/record_step.h"
#include "words/words.h"

namespace makegood::tasks {

/// What was used, so that nobody reads a pack who might not read what is in it.
struct PackUsed {
  std::set<std::string> registers, counted, watched, plans;  ///< as FrozenPack has them
};

/// The record and what its register's definition says of a pack.
struct PackFor {
  const FoundRecord& found;
  const registers::PackWords& words;
  Day as_at;
};
[[nodiscard]] Result<MeetingPack> gather_pack(const Workspace& workspace, const Actor& actor, const PackFor& about, const Words& words, PackUsed& used);

}  // namespace makegood::tasks
