#pragma once
// Which item of the older version each item of the newer one is, by their places in the plans.

#include <cstddef>
#include <map>
#include <vector>

#include "plan/change_set.h"

namespace makegood {

class Pairing {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  Pairing(std::size_t old_items, std::size_t new_items)
      : new_of_(old_items, kNone), old_of_(new_items, kNone), matches_(new_items) {}

  [[nodiscard]] std::size_t old_of(std::size_t n) const { return old_of_[n]; }
  [[nodiscard]] std::size_t new_of(std::size_t o) const { return new_of_[o]; }
  [[nodiscard]] bool has_old(std::size_t n) const { return old_of_[n] != kNone; }
  [[nodiscard]] bool has_new(std::size_t o) const { return new_of_[o] != kNone; }
  [[nodiscard]] std::size_t old_items() const { return new_of_.size(); }
  [[nodiscard]] std::size_t new_items() const { return old_of_.size(); }
  [[nodiscard]] const Match& match(std::size_t n) const { return matches_[n]; }
  [[nodiscard]] Match& match(std::size_t n) { return matches_[n]; }

  /// Both leave whom they were with before.
  void pair(std::size_t o, std::size_t n, Match match) {
    part_old(o);
    part_new(n);
    new_of_[o] = n;
    old_of_[n] = o;
    matches_[n] = std::move(match);
  }
  void part_new(std::size_t n) {
    if (old_of_[n] != kNone) new_of_[old_of_[n]] = kNone;
    old_of_[n] = kNone;
    matches_[n] = {};
  }
  void part_old(std::size_t o) {
    if (new_of_[o] != kNone) part_new(new_of_[o]);
  }

 private:
  std::vector<std::size_t> new_of_, old_of_;
  std::vector<Match> matches_;
};

/// From themes of the newer version to those that they are in the older one: of the same title
/// (parents' included), or, where neither title is in the other version, that most of their items
/// came from.
using ThemePairs = std::map<ThemeId, ThemeId>;
[[nodiscard]] ThemePairs pair_themes(const Plan& current, const Plan& draft, const Pairing& pairing);

}  // namespace makegood
