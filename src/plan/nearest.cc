#include "plan/nearest.h"

#include <algorithm>

#include "plan/wording.h"

namespace makegood {

std::vector<const Item*> nearest_items(const Item& item, const Plan& among, std::size_t limit) {
  Plan one;
  one.items = {item};
  const auto wordings = wordings_of(one, among);
  std::vector<std::pair<double, const Item*>> found;
  for (std::size_t i = 0; i < among.items.size(); ++i)
    if (!among.items[i].absent)
      found.emplace_back(likeness(wordings, wordings.old_items[0], wordings.new_items[i]), &among.items[i]);
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<const Item*> nearest;
  for (const auto& [like, other] : found)
    if (nearest.size() < limit) nearest.push_back(other);
  return nearest;
}

}  // namespace makegood
