#include "plan/match.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "plan/assign.h"
#include "plan/evidence.h"
#include "plan/match_alike.h"

namespace makegood {
namespace {

constexpr std::size_t kMostOfOneWord = 50;  // a word, or a "reference", on more items than this tells nothing
constexpr std::size_t kMostCandidates = 40;
constexpr std::size_t kGap = 6;             // places between matched neighbours that are looked at

using Places = std::vector<std::size_t>;

// An id in force has ten characters; the ordinals of a draft never have.
bool is_known(const ItemId& id) { return id.text.size() == 10; }

void match_known_ids(const Plan& current, const Plan& draft, Pairing& pairing) {
  std::map<ItemId, std::size_t> places;
  for (std::size_t o = 0; o < current.items.size(); ++o)
    if (is_known(current.items[o].id)) places.emplace(current.items[o].id, o);
  for (std::size_t n = 0; n < draft.items.size(); ++n)
    if (const auto found = places.find(draft.items[n].id); found != places.end())
      pairing.pair(found->second, n, {1, {MatchReason::known_id}, false});
}

// Titles that stand once in either version, those that are gone from the older one aside.
void match_single_titles(const Plan& current, const Wordings& w, const Evidence& evidence, Pairing& pairing) {
  std::unordered_map<std::string_view, Places> old_titles, new_titles;
  for (std::size_t o = 0; o < w.old_items.size(); ++o)
    if (!pairing.has_new(o) && !current.items[o].absent) old_titles[w.old_items[o].title].push_back(o);
  for (std::size_t n = 0; n < w.new_items.size(); ++n)
    if (!pairing.has_old(n)) new_titles[w.new_items[n].title].push_back(n);
  for (const auto& [title, places] : new_titles) {
    const auto found = old_titles.find(title);
    if (title.empty() || found == old_titles.end() || places.size() != 1 || found->second.size() != 1) continue;
    auto match = evidence.weigh(found->second.front(), places.front());
    if (match.confidence >= kLeastMatch) pairing.pair(found->second.front(), places.front(), std::move(match));
  }
}

// The same pairs with what is known of their neighbours by now.
void weigh_again(const Evidence& evidence, Pairing& pairing) {
  for (std::size_t n = 0; n < pairing.new_items(); ++n) {
    if (!pairing.has_old(n) || pairing.match(n).has(MatchReason::known_id)) continue;
    const bool several = pairing.match(n).has(MatchReason::several_alike);
    auto match = evidence.weigh(pairing.old_of(n), n);
    if (several || match.confidence <= pairing.match(n).confidence) continue;
    pairing.match(n) = std::move(match);
  }
}

class Rewordings {
 public:
  Rewordings(const Wordings& w, const Evidence& evidence, Pairing& pairing) : w_(w), evidence_(evidence), pairing_(pairing) {
    for (std::size_t o = 0; o < w.old_items.size(); ++o) {
      if (pairing.has_new(o)) continue;
      for (const auto word : telling_words(w.old_items[o].title_words)) by_word_[word].push_back(o);
      if (!w.old_items[o].ref.empty()) by_ref_[w.old_items[o].ref].push_back(o);
    }
  }

  void match() {
    std::vector<Edge> edges;
    std::map<std::pair<std::size_t, std::size_t>, Match> matches;
    for (std::size_t n = 0; n < w_.new_items.size(); ++n) {
      if (pairing_.has_old(n)) continue;
      for (const auto o : candidates_for(n)) {
        auto match = evidence_.weigh(o, n);
        if (match.confidence < kLeastMatch) continue;
        edges.push_back({n, o, match.confidence});
        matches.emplace(std::pair{n, o}, std::move(match));
      }
    }
    for (const auto& edge : assign(edges)) pairing_.pair(edge.column, edge.row, matches.at({edge.row, edge.column}));
    doubt_rivals(edges);
  }

 private:
  // Somebody who was left over and is as likely: then a person had better look.
  void doubt_rivals(const std::vector<Edge>& edges) {
    for (const auto& edge : edges) {
      if (!pairing_.has_new(edge.column)) doubt(edge.row, edge.gain);
      if (!pairing_.has_old(edge.row)) doubt(pairing_.new_of(edge.column), edge.gain);
    }
  }
  void doubt(std::size_t n, double rival) {
    if (n == Pairing::kNone || !pairing_.has_old(n)) return;
    auto& match = pairing_.match(n);
    if (rival < match.confidence - 0.05 || match.has(MatchReason::several_alike)) return;
    match.confidence = std::min(match.confidence, kSureMatch - 0.05);
    match.reasons.push_back(MatchReason::several_alike);
  }

  [[nodiscard]] Places candidates_for(std::size_t n) const {
    std::map<std::size_t, double> shared;
    for (const auto word : telling_words(w_.new_items[n].title_words))
      if (const auto found = by_word_.find(word); found != by_word_.end() && found->second.size() <= kMostOfOneWord)
        for (const auto o : found->second) shared[o] += w_.weights[word];
    Places candidates;
    for (const auto& [o, weight] : shared) candidates.push_back(o);
    if (candidates.size() > kMostCandidates) {
      std::stable_sort(candidates.begin(), candidates.end(), [&](auto a, auto b) { return shared.at(a) > shared.at(b); });
      candidates.resize(kMostCandidates);
    }
    add_by_reference(n, candidates);
    add_by_place(n, candidates);
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    std::erase_if(candidates, [&](auto o) { return pairing_.has_new(o); });
    return candidates;
  }
  void add_by_reference(std::size_t n, Places& candidates) const {
    const auto found = by_ref_.find(w_.new_items[n].ref);
    if (found == by_ref_.end() || found->second.size() > kMostOfOneWord) return;
    candidates.insert(candidates.end(), found->second.begin(), found->second.end());
  }
  // What stands where it stands: after the partner of the item before it, before that of the next.
  void add_by_place(std::size_t n, Places& candidates) const {
    const auto old_items = pairing_.old_items();
    if (const auto before = partner_near(n, -1); before != Pairing::kNone)
      for (auto o = before + 1; o < std::min(old_items, before + 1 + kGap); ++o) candidates.push_back(o);
    if (const auto after = partner_near(n, 1); after != Pairing::kNone)
      for (auto o = after - std::min(after, kGap); o < after; ++o) candidates.push_back(o);
  }
  [[nodiscard]] std::size_t partner_near(std::size_t n, int step) const {
    for (auto at = static_cast<std::ptrdiff_t>(n) + step, left = static_cast<std::ptrdiff_t>(kGap);
         left > 0 && at >= 0 && at < static_cast<std::ptrdiff_t>(pairing_.new_items()); at += step, --left)
      if (pairing_.has_old(static_cast<std::size_t>(at))) return pairing_.old_of(static_cast<std::size_t>(at));
    return Pairing::kNone;
  }

  const Wordings& w_;
  const Evidence& evidence_;
  Pairing& pairing_;
  std::unordered_map<std::uint32_t, Places> by_word_;
  std::unordered_map<std::string, Places> by_ref_;
};

}  // namespace

Pairing match_items(const Plan& current, const Plan& draft, const Wordings& w) {
  Pairing pairing(current.items.size(), draft.items.size());
  match_known_ids(current, draft, pairing);
  Evidence evidence(current, draft, w, pairing);
  match_single_titles(current, w, evidence, pairing);
  evidence.learn();
  match_alike(current, draft, w, evidence, pairing);
  evidence.learn();
  for (int round = 0; round < 2; ++round) {  // the second knows the neighbours that the first found
    Rewordings(w, evidence, pairing).match();
    evidence.learn();
  }
  weigh_again(evidence, pairing);
  return pairing;
}

}  // namespace makegood
