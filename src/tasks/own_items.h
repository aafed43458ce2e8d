#pragma once
// What a signed-in owner answers for: over all plans for the overview, and one plan to report on.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tasks/drafts.h"
#include "tasks/updates.h"
#include "tasks/wanted.h"

namespace makegood::tasks {

/// The open items of one plan that are somebody's, and what they have typed and not sent.
struct OwnItems {
  CycleState state;
  std::vector<const Item*> items;  ///< of the state's plan, in its order
  std::vector<Draft> drafts;       ///< about any item, of any plan
  std::string post_words;          ///< the post for which they answer for the first of them
  [[nodiscard]] std::optional<Day> closes() const;  ///< of the cycle that is open; none = none is
};
/// An item stays while there is a draft about it, though somebody else claimed meanwhile that it is done.
/// Refuses: no right to report on anything in the plan -> not_allowed; no such plan -> not_found.
[[nodiscard]] Result<OwnItems> own_items_of(const Workspace& workspace, const Actor& actor, std::string_view slug);
/// The plans in which anything is theirs, by their order on the front page.
[[nodiscard]] Result<std::vector<OwnItems>> own_items(const Workspace& workspace, const Actor& actor);

}  // namespace makegood::tasks
