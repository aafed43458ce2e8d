#include "plan/match_alike.h"

#include <algorithm>
#include <deque>
#include <map>
#include <unordered_map>

#include "plan/assign.h"

namespace makegood {
namespace {

constexpr double kAlike = 0.8;  // what the same words say where others say the same

using Places = std::vector<std::size_t>;

struct Group {
  Places old_items, new_items;
  // One more here than there: which of them is gone or new cannot be told from their words.
  [[nodiscard]] bool is_even() const { return old_items.size() == new_items.size(); }
};

// Titles that stand in both versions and are not all matched yet, in the order of the newer one.
std::vector<Group> groups_of(const Plan& current, const Wordings& w, const Pairing& pairing) {
  std::unordered_map<std::string_view, std::size_t> number;
  std::vector<Group> groups;
  const auto group = [&](std::string_view title) -> Group& {
    const auto [at, is_new] = number.emplace(title, groups.size());
    if (is_new) groups.emplace_back();
    return groups[at->second];
  };
  for (std::size_t n = 0; n < w.new_items.size(); ++n)
    if (!pairing.has_old(n) && !w.new_items[n].title.empty()) group(w.new_items[n].title).new_items.push_back(n);
  for (const bool absent : {false, true})  // what is gone already comes last
    for (std::size_t o = 0; o < w.old_items.size(); ++o)
      if (!pairing.has_new(o) && current.items[o].absent == absent && number.contains(w.old_items[o].title))
        group(w.old_items[o].title).old_items.push_back(o);
  std::erase_if(groups, [](const Group& g) { return g.old_items.empty(); });
  return groups;
}

class Alike {
 public:
  Alike(const Plan& current, const Plan& draft, const Evidence& evidence, Pairing& pairing)
      : current_(current), draft_(draft), evidence_(evidence), pairing_(pairing),
        old_themes_(titles_of(current)), new_themes_(titles_of(draft)) {}

  void match(const Group& group) {
    const bool small = group.old_items.size() <= kLargestExact && group.new_items.size() <= kLargestExact;
    if (small) by_evidence(group);
    else by_keys(group);
  }

 private:
  void take(std::size_t o, std::size_t n, Match match, bool several) {
    if (several && match.confidence >= kSureMatch) match.confidence = kSureMatch - 0.05;
    if (several) match.reasons.push_back(MatchReason::several_alike);
    if (match.confidence >= kLeastMatch) pairing_.pair(o, n, std::move(match));
  }

  void by_evidence(const Group& group) {
    std::vector<Edge> edges;
    std::map<std::pair<std::size_t, std::size_t>, Match> matches;
    for (std::size_t i = 0; i < group.new_items.size(); ++i)
      for (std::size_t j = 0; j < group.old_items.size(); ++j) {
        auto match = evidence_.weigh(group.old_items[j], group.new_items[i], kAlike);
        if (match.confidence < kLeastMatch) continue;
        // Where all else is equal they keep their order.
        const double order = i == j ? 1e-4 : 0;
        edges.push_back({i, j, match.confidence + order});
        matches.emplace(std::pair{i, j}, std::move(match));
      }
    for (const auto& edge : assign(std::move(edges))) {
      const auto& match = matches.at({edge.row, edge.column});
      take(group.old_items[edge.column], group.new_items[edge.row], match, has_rival(group, matches, edge));
    }
  }

  // Somebody who is left over and as likely as the one that was chosen.
  static bool has_rival(const Group& group, const std::map<std::pair<std::size_t, std::size_t>, Match>& matches, const Edge& edge) {
    if (group.is_even()) return false;
    const double chosen = matches.at({edge.row, edge.column}).confidence;
    return std::any_of(matches.begin(), matches.end(), [&](const auto& entry) {
      const auto& [at, match] = entry;
      const bool touches = (at.first == edge.row) != (at.second == edge.column);
      return touches && match.confidence >= chosen - 0.02;
    });
  }

  using Titles = std::map<ThemeId, std::string>;

  static Titles titles_of(const Plan& plan) {
    Titles titles;
    for (const auto& theme : plan.themes) titles.emplace(theme.id, fold(theme_title(plan, theme.id)));
    return titles;
  }

  // What must be the same, less with each pass.
  static std::string key_of(const Item& item, const Titles& themes, int pass) {
    std::string key;
    const auto theme = themes.find(item.theme);
    if (pass < 2) key += "\n" + item.ref;
    if (pass < 3 && theme != themes.end()) key += "\n" + theme->second;
    if (pass == 0) key += "\n" + join(item.owners, ";") + "\n" + item.timescale_raw + "\n" + item.detail;
    return key;
  }

  void by_keys(const Group& group) {
    for (int pass = 0; pass < 4; ++pass) {
      std::unordered_map<std::string, std::deque<std::size_t>> waiting;
      for (const auto o : group.old_items)
        if (!pairing_.has_new(o)) waiting[key_of(current_.items[o], old_themes_, pass)].push_back(o);
      for (const auto n : group.new_items) {
        if (pairing_.has_old(n)) continue;
        const auto found = waiting.find(key_of(draft_.items[n], new_themes_, pass));
        if (found == waiting.end() || found->second.empty()) continue;
        const auto o = found->second.front();
        found->second.pop_front();
        auto match = evidence_.weigh(o, n, kAlike);
        match.confidence = std::max(match.confidence, kLeastMatch);
        take(o, n, std::move(match), pass > 1 && !group.is_even());
      }
    }
  }

  const Plan& current_;
  const Plan& draft_;
  const Evidence& evidence_;
  Pairing& pairing_;
  Titles old_themes_, new_themes_;
};

}  // namespace

void match_alike(const Plan& current, const Plan& draft, const Wordings& w, const Evidence& evidence, Pairing& pairing) {
  Alike alike(current, draft, evidence, pairing);
  for (const auto& group : groups_of(current, w, pairing)) alike.match(group);
}

}  // namespace makegood
