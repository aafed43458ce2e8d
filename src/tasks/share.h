#pragma once
// One item in several plans: it is at home in one, others show it. Nothing is copied, so that what
// is changed in the home plan is changed everywhere at once.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// An item, by the plan that it is at home in.
struct HomeItem {
  std::string_view plan;
  ItemId item;
};

/// Where else it is to be shown.
struct Place {
  std::string_view plan;
  ThemeId theme = {};  ///< of that plan; empty = under none
};

/// Shows an item in another plan, with those under it. Where that plan is released, the public sees
/// it at once when a publisher does this, else with its next release; and only what the public sees
/// of the home plan.
/// Refuses: no such plan, item or theme -> not_found; its home plan, an item under another, one that the
/// newest version does not have, one that is shown there already -> conflict.
[[nodiscard]] Result<void> share_item(const Workspace& workspace, const Actor& actor, const HomeItem& item, const Place& in,
                                      std::string_view reason);
/// Takes it out of the other plan; its home plan keeps it.
/// Refuses: no reason -> invalid_input; it is not shown there -> not_found.
[[nodiscard]] Result<void> unshare_item(const Workspace& workspace, const Actor& actor, const HomeItem& item, std::string_view from,
                                        std::string_view reason);

/// A plan with what it shows of others and what others show of it, as one view has them.
struct ShownPlan {
  std::shared_ptr<const KeptPlan> kept;
  std::vector<std::shared_ptr<const KeptPlan>> homes;  ///< keep alive what `included` points to
  std::vector<IncludedItem> included;                  ///< items of other plans, read from there
  std::vector<Inclusion> lent;                         ///< items of this plan that others show
};
/// Refuses: no such plan that is seen -> not_found. Of other plans it has what is seen of each.
[[nodiscard]] Result<ShownPlan> find_shown(const Workspace& workspace, std::string_view slug, const Sight& sight);
/// The live plan as the public will see it once it is released: of other plans only what is public.
/// Refuses: no such plan -> not_found.
[[nodiscard]] Result<ShownPlan> find_to_release(const Workspace& workspace, std::string_view slug);

}  // namespace makegood::tasks
