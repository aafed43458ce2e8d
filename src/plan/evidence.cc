#include "plan/evidence.h"

#include <algorithm>
#include <cmath>

namespace makegood {
namespace {

constexpr double kMostSupport = 0.8;
constexpr double kReference = 0.4, kTheme = 0.15, kNeighbour = 0.15, kOwner = 0.1, kTimescale = 0.1;
constexpr double kLeastLikeness = 0.25;  // under this the rest is no more than coincidence
constexpr double kShortTitle = 0.7;      // what one or two words are worth beside a sentence
constexpr double kSameShortTitle = 0.82;
constexpr std::size_t kShortWords = 2;
constexpr double kOtherKind = 0.85, kAbsent = 0.9;
constexpr int kNear = 3;                 // places away that still count as neighbours

bool same_texts(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return !a.empty() && std::equal(a.begin(), a.end(), b.begin(), b.end(),
                                  [](const std::string& x, const std::string& y) { return fold(x) == fold(y); });
}

}  // namespace

Evidence::Evidence(const Plan& current, const Plan& draft, const Wordings& wordings, const Pairing& pairing)
    : current_(current), draft_(draft), wordings_(wordings), pairing_(pairing) {
  learn();
}

void Evidence::learn() {
  themes_ = pair_themes(current_, draft_, pairing_);
  int same = 0, both = 0;
  for (std::size_t n = 0; n < pairing_.new_items(); ++n) {
    if (!pairing_.has_old(n)) continue;
    const auto& before = wordings_.old_items[pairing_.old_of(n)].ref;
    const auto& after = wordings_.new_items[n].ref;
    if (before.empty() || after.empty()) continue;
    ++both;
    if (before == after) ++same;
  }
  trust_ = (same + 1.0) / (both + 1.0);
}

void Evidence::Support::add(bool holds, double share, MatchReason reason) {
  if (!holds) return;
  amount += share;
  if (!match->has(reason)) match->reasons.push_back(reason);
}

bool Evidence::same_theme(std::size_t o, std::size_t n) const {
  const auto& before = current_.items[o].theme;
  const auto& after = draft_.items[n].theme;
  const auto found = themes_.find(after);
  return !after.empty() && found != themes_.end() && found->second == before;
}

void Evidence::add_reference(Support& support, std::size_t o, std::size_t n) const {
  const auto& before = wordings_.old_items[o].ref;
  const auto& after = wordings_.new_items[n].ref;
  if (before.empty() || after.empty()) return;
  support.add(before == after && trust_ > 0.2, kReference * trust_, MatchReason::same_reference);
  support.add(before != after && trust_ > 0.5, -kTheme * trust_, MatchReason::other_reference);
}

// The nearest item that has a partner, looking one way; whether that partner is as near on the other side.
bool Evidence::near(std::size_t o, std::size_t n, int step) const {
  for (int away = 1; away <= kNear; ++away) {
    const auto at = static_cast<std::ptrdiff_t>(n) + away * step;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(pairing_.new_items())) return false;
    const auto partner = pairing_.old_of(static_cast<std::size_t>(at));
    if (partner == Pairing::kNone) continue;
    const auto distance = (static_cast<std::ptrdiff_t>(partner) - static_cast<std::ptrdiff_t>(o)) * step;
    return distance > 0 && distance <= kNear;
  }
  return false;
}

void Evidence::add_neighbours(Support& support, std::size_t o, std::size_t n) const {
  support.add(near(o, n, -1), kNeighbour, MatchReason::same_neighbours);
  support.add(near(o, n, 1), kNeighbour, MatchReason::same_neighbours);
}

Match Evidence::weigh(std::size_t o, std::size_t n, double most) const {
  Match match;
  const auto& before = current_.items[o];
  const auto& after = draft_.items[n];
  const auto& old_words = wordings_.old_items[o];
  const auto& new_words = wordings_.new_items[n];
  const bool same_words = old_words.title == new_words.title && !old_words.title.empty();
  double like = std::min(most, likeness(wordings_, old_words, new_words));
  if (like < kLeastLikeness) return match;
  match.reasons.push_back(same_words ? MatchReason::same_words : MatchReason::like_words);
  if (std::max(old_words.title_words.words.size(), new_words.title_words.words.size()) <= kShortWords) {
    like *= same_words ? kSameShortTitle : kShortTitle;
    match.reasons.push_back(MatchReason::short_title);
  }
  if (before.kind != after.kind) {
    like *= kOtherKind;
    match.reasons.push_back(MatchReason::other_kind);
  }
  if (before.absent) like *= kAbsent;

  Support support{0, &match};
  add_reference(support, o, n);
  support.add(same_theme(o, n), kTheme, MatchReason::same_theme);
  add_neighbours(support, o, n);
  support.add(same_texts(before.owners, after.owners), kOwner, MatchReason::same_owner);
  support.add(!before.timescale_raw.empty() && fold(before.timescale_raw) == fold(after.timescale_raw), kTimescale,
              MatchReason::same_timescale);
  match.confidence = std::pow(like, 1 - std::clamp(support.amount, 0.0, kMostSupport));
  return match;
}

}  // namespace makegood
