// The names of a plan with what each might mean.

#include <algorithm>
#include <map>

#include "pages/people_model.h"
#include "people/suggest.h"

namespace makegood::pages {
namespace {

struct Count {
  int owns = 0, partners = 0;
};

// Each name as it is written, in plan order.
std::vector<std::pair<std::string, Count>> names_in(const Plan& plan) {
  std::vector<std::pair<std::string, Count>> names;
  std::map<std::string, std::size_t> place;
  const auto count_of = [&](const std::string& written) -> Count& {
    const auto [at, is_new] = place.emplace(written, names.size());
    if (is_new) names.push_back({written, {}});
    return names[at->second].second;
  };
  for (const auto& item : plan.items) {
    if (item.absent) continue;
    for (const auto& owner : item.owners) ++count_of(owner).owns;
    for (const auto* others : {&item.partners, &item.lead_authority})
      for (const auto& other : *others) ++count_of(other).partners;
  }
  return names;
}

Choice choice_of(const Directory& directory, const PostId& post, Day today) { return {post.text, post_in_words(directory, post, today), 0}; }

MatchLine line_of(const Plan& plan, const Directory& directory, const std::string& written, const Count& count, Day today) {
  MatchLine line{.written = written, .owns = count.owns, .partners = count.partners};
  line.confirmed = is_matched(directory, plan.slug, written, today);
  if (const auto posts = posts_of(directory, plan.slug, written, today); !posts.empty()) line.post = posts.front();
  if (!line.post.empty()) line.suggestions.push_back(choice_of(directory, line.post, today));
  for (const auto& suggestion : suggest_posts(directory, written, today))
    if (suggestion.post != line.post) line.suggestions.push_back(choice_of(directory, suggestion.post, today));
  if (line.confirmed) line.picked = line.post.empty() ? "nobody" : line.post.text;
  else line.picked = line.post.text;  // the same words: offered, and confirmed with the others
  return line;
}

}  // namespace

MatchPage make_match_page(const Plan& plan, const Directory& directory, std::string_view change, Day today) {
  MatchPage page{.slug = plan.slug, .title = plan.title};
  page.change = change;
  for (const auto& [written, count] : names_in(plan)) {
    auto line = line_of(plan, directory, written, count, today);
    (line.confirmed && written != change ? page.confirmed : page.open).push_back(std::move(line));
  }
  std::stable_sort(page.open.begin(), page.open.end(), [&](const MatchLine& a, const MatchLine& b) {
    const bool a_first = a.written == change, b_first = b.written == change;
    return a_first != b_first ? a_first : a.owns > b.owns;
  });
  page.open_in_all = static_cast<int>(page.open.size());
  if (page.open.size() > kMatchesShown) page.open.resize(kMatchesShown);
  for (const auto& post : directory.posts)
    if (post.term.holds(today) && !ended_on(directory, post.id, today)) page.posts.push_back(post_in_words(directory, post.id, today));
  return page;
}

}  // namespace makegood::pages
