#pragma once
// The names that a plan writes beside its items, and whom they mean.

#include <string>
#include <string_view>
#include <vector>

#include "people/directory.h"
#include "people/suggest.h"
#include "plan/plan.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// A name as a plan writes it. Items that the newest document no longer has do not count.
struct OwnerName {
  std::string written;
  int owns = 0;     ///< items that it stands beside as owner
  int partners = 0; ///< as partner or lead authority
};
/// Each name once, those that own most first.
[[nodiscard]] std::vector<OwnerName> owner_names(const Plan& plan);

enum class Matched { no, by_name, confirmed, nobody };
[[nodiscard]] std::string_view word(Matched matched);  ///< "by_name"

/// Whom a name means on a day, and whether they can be asked.
struct OwnerFound {
  OwnerName name;
  Matched matched = Matched::no;
  PostId post;                ///< the one it means, or who took over; empty = none is known
  Answerer answerer;          ///< where there is a post
};
[[nodiscard]] std::vector<OwnerFound> find_owners(const Plan& plan, const Directory& directory, Day today);

/// The owners that no letter can reach: no post is known, it is vacant, or whoever holds it has left or has no
/// address. Names that were confirmed to be nobody are not among them, nor partners who own nothing.
[[nodiscard]] std::vector<OwnerFound> owners_without_address(const Plan& plan, const Directory& directory, Day today);
/// Why, in a word for machines: "no_match", "vacant", "left", "no_address", "no_post", "ended".
[[nodiscard]] std::string_view why_unreached(const OwnerFound& owner);

/// An item that a post answers for, as owner or by taking part.
struct OwedItem {
  std::string slug, plan_title;
  Item item;
  RuleStatus status;
  bool owns = false;
};
/// What a post owes over the plans that the actor may see, overdue first, then by date.
[[nodiscard]] Result<std::vector<OwedItem>> owed_by(const Workspace& workspace, const Actor& actor, const PostId& post);

}  // namespace makegood::tasks
