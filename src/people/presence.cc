#include "people/presence.h"

namespace makegood {

std::vector<const Post*> posts_held(const Directory& directory, const PersonId& person, Day day) {
  std::vector<const Post*> posts;
  for (const auto& holding : directory.holdings)
    if (holding.person == person && holding.term.holds(day))
      if (const auto* post = find_post(directory, holding.post)) posts.push_back(post);
  return posts;
}

const Post* post_held(const Directory& directory, const PersonId& person, Day day) {
  const auto posts = posts_held(directory, person, day);
  return posts.empty() ? nullptr : posts.front();
}

}  // namespace makegood
