#pragma once
// A meeting in which everybody reports, and one person writes it down: all that is open on one page, each answer
// recorded by itself.
//
//   auto agenda = meeting_agenda(workspace, coordinator, slug);             // what is open, by owner
//   auto outcome = record_meeting(workspace, coordinator, slug, heard);     // as many as `heard`
//   for (const auto& refusal : *outcome) if (refusal) show(refusal->message);

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "tasks/updates.h"
#include "tasks/wanted.h"

namespace makegood::tasks {

/// One owner and the open items that are theirs first.
struct AgendaPart {
  PostId post;                       ///< empty = the directory knows none
  std::string who;                   ///< the post in words, or the name as the plan writes it; empty = nobody is named
  std::vector<const Item*> items;    ///< of the agenda's state
};
struct Agenda {
  CycleState state;
  std::vector<AgendaPart> parts;     ///< in the order in which the plan first comes to them
  [[nodiscard]] const AgendaPart* part_of(const ItemId& item) const;
};
/// The items of the plan for which the actor may write answers down. `also` are items of a form that is being filled in:
/// they stay on it though somebody else claimed meanwhile that they are done.
/// Refuses: for none -> not_allowed; no such plan -> not_found.
[[nodiscard]] Result<Agenda> meeting_agenda(const Workspace& workspace, const Actor& actor, std::string_view slug,
                                            const std::set<ItemId>& also = {});

/// What somebody said about one item.
struct Heard {
  Said said;
  OnBehalf whose;
};
/// For each, why it was not recorded; nothing = it stands. What the last word says already, because the button was
/// pressed twice, stands and is not repeated. Refuses as a whole: not allowed, and breakdowns.
[[nodiscard]] Result<std::vector<std::optional<Refusal>>> record_meeting(const Workspace& workspace, const Actor& actor, std::string_view slug,
                                                                         const std::vector<Heard>& heard);

}  // namespace makegood::tasks
