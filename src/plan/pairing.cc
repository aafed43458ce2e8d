#include "plan/pairing.h"

#include <algorithm>

namespace makegood {
namespace {

using Titles = std::map<std::string, ThemeId>;

Titles titles_of(const Plan& plan) {
  Titles titles;
  for (const auto& theme : plan.themes) titles.emplace(fold(theme_title(plan, theme.id)), theme.id);
  return titles;
}

struct Votes {
  std::map<ThemeId, std::map<ThemeId, int>> old_of, new_of;
};

Votes votes_of(const Plan& current, const Plan& draft, const Pairing& pairing) {
  Votes votes;
  for (std::size_t n = 0; n < pairing.new_items(); ++n) {
    if (!pairing.has_old(n)) continue;
    const auto& before = current.items[pairing.old_of(n)].theme;
    const auto& after = draft.items[n].theme;
    if (before.empty() || after.empty()) continue;
    ++votes.old_of[after][before];
    ++votes.new_of[before][after];
  }
  return votes;
}

ThemeId most(const std::map<ThemeId, std::map<ThemeId, int>>& votes, const ThemeId& of) {
  const auto found = votes.find(of);
  if (found == votes.end()) return {};
  const auto best = std::max_element(found->second.begin(), found->second.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  int all = 0;
  for (const auto& [id, n] : found->second) all += n;
  return best->second * 2 > all ? best->first : ThemeId{};
}

}  // namespace

ThemePairs pair_themes(const Plan& current, const Plan& draft, const Pairing& pairing) {
  const auto old_titles = titles_of(current), new_titles = titles_of(draft);
  ThemePairs pairs;
  std::map<ThemeId, bool> taken;
  for (const auto& [title, id] : new_titles)
    if (const auto found = old_titles.find(title); found != old_titles.end()) pairs[id] = found->second, taken[found->second] = true;
  const auto votes = votes_of(current, draft, pairing);
  for (const auto& theme : draft.themes) {
    if (pairs.contains(theme.id)) continue;
    const auto before = most(votes.old_of, theme.id);
    if (before.empty() || taken[before] || most(votes.new_of, before) != theme.id) continue;
    pairs[theme.id] = before;
    taken[before] = true;
  }
  return pairs;
}

}  // namespace makegood
