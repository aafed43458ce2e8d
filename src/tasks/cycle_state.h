#pragma once
// All that is known about the asking of one plan, read once for a decision.

#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "cycle/cycle.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct CycleState {
  std::int64_t seen = 0;          ///< the last entry about the plan before all this was read
  std::shared_ptr<const KeptPlan> kept;
  Schedule schedule;
  bool is_set = false;            ///< false: nothing was set, and the usual schedule holds
  std::vector<Cycle> cycles;      ///< oldest first
  std::shared_ptr<const Progress> progress;
  std::shared_ptr<const Directory> directory;
  Day today;

  [[nodiscard]] const Plan& plan() const { return kept->plan; }
  /// The cycle in which replies count today; null = none.
  [[nodiscard]] const Cycle* open_cycle() const;
};
/// Refuses: no such plan -> not_found.
[[nodiscard]] Result<CycleState> read_cycle_state(const Workspace& workspace, std::string_view slug);

/// Items whose owner claims that they are complete or were dropped.
[[nodiscard]] std::set<ItemId> claimed_done(const Plan& plan, const Progress& progress);

/// Who would be asked for what if a cycle opened today.
[[nodiscard]] Asking asking_today(const CycleState& state);
/// The same, what owners claim to be done with included: whose word it is today, whatever they said.
[[nodiscard]] Asking asking_of_all(const CycleState& state);

/// What this person is asked about an item today; null = nothing.
[[nodiscard]] const AskedItem* asked_today(const Asking& all, const PersonId& person, const ItemId& item);

/// Why a link ended that its person was asked for as the holder of a post.
inline constexpr std::string_view kLeftThePost = "left the post";
inline constexpr std::string_view kPassedOn = "the post passed on";
/// What a request awaits of somebody whose word it no longer is: the post has another holder or none, somebody else answers
/// for it, or the plan means another post. What nobody at all is asked any more does not count. `all` is asking_of_all().
[[nodiscard]] std::vector<ItemId> passed_on(const CycleState& state, const Asking& all, const Request& request);

/// The part of it that nobody was asked in this cycle yet: new holders of posts, addresses that came in late. An
/// item is not asked twice of one person, nor of a second while the first may still answer. Who was let off is not asked
/// again; whose post passed on and came back is.
[[nodiscard]] std::vector<Ask> not_yet_asked(const Cycle& cycle, const Progress& progress, std::vector<Ask> asks);

}  // namespace makegood::tasks
