#pragma once
// Pausing publication and going on with it; and what is said about an item for those who read it.

#include "report/publication.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct HoldAsked {
  std::string body;          ///< empty = every body's plans
  Day from;
  std::optional<Day> until;
  std::string reason;
};
/// Refuses: no reason, an end before the beginning -> invalid_input.
[[nodiscard]] Result<PublicationHold> hold_publication(const Workspace& workspace, const Actor& actor, const HoldAsked& asked);
/// Refuses: no such hold -> not_found; resumed already -> conflict.
[[nodiscard]] Result<void> resume_publication(const Workspace& workspace, const Actor& actor, const HoldId& id);

/// The hold that covers the body's plans today, if one does: editions, releases, updates and summaries cannot be made public, feeds and letters
/// to the public wait. What is put right, withdrawn or found by the panel is not held up.
[[nodiscard]] Result<std::optional<PublicationHold>> hold_today(const Workspace& workspace, std::string_view body);
/// Refuses while publication is held, saying until when and why -> conflict.
[[nodiscard]] Result<void> refuse_if_held(const Workspace& workspace, std::string_view body);

/// Refuses: no such item -> not_found; neither an objective nor a limb where none was set -> invalid_input.
[[nodiscard]] Result<void> set_objective(const Workspace& workspace, const Actor& actor, const ItemObjective& objective);
/// An empty text takes the summary back. Refuses: a language that is none, a text over 5,000 characters, nobody who
/// approved it -> invalid_input; no such item -> not_found; while publication is held, but for taking one back -> conflict.
[[nodiscard]] Result<void> summarise_item(const Workspace& workspace, const Actor& actor, ItemSummary summary);
inline constexpr std::size_t kLongestSummary = 5000;

}  // namespace makegood::tasks
