#pragma once
// Whom might this item be? For a person to choose from.

#include <vector>

#include "plan/item.h"

namespace makegood {

/// The items of `among` that are worded most like it, the likest first; those that are absent aside. At
/// most `limit`; where all fit they are all there. `among` must outlive what comes back.
[[nodiscard]] std::vector<const Item*> nearest_items(const Item& item, const Plan& among, std::size_t limit);

}  // namespace makegood
