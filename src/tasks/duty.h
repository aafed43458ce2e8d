#pragma once
// The equality objective and the parts of section 149 that items serve: one change to many, and what it makes of each.

#include <optional>
#include <string>
#include <vector>

#include "report/publication.h"

namespace makegood::tasks {

/// What is to stand in each item. An empty objective stays as it is, and so do the parts where none is named; parts that are
/// named replace those that stand there.
struct DutyChange {
  std::string objective;
  bool eliminate = false, advance = false, foster = false;
  bool clear = false;          ///< first take away what stands there
  [[nodiscard]] bool names_parts() const { return eliminate || advance || foster; }
  [[nodiscard]] bool asks_for_anything() const { return clear || names_parts() || !objective.empty(); }
};

/// What it makes of one item.
struct DutyMove {
  ItemObjective before, after;
};
/// What stands in an item; nothing set = an empty objective of this item.
[[nodiscard]] ItemObjective objective_of(const std::vector<ItemObjective>& objectives, std::string_view plan, const ItemId& item);
/// Nothing = that is what the item says already.
[[nodiscard]] std::optional<DutyMove> move_duty(const ItemObjective& before, const DutyChange& change);
/// White space squeezed. Refuses: more than 5,000 characters -> too_large.
[[nodiscard]] Result<std::string> objective_words(std::string_view typed);

}  // namespace makegood::tasks
