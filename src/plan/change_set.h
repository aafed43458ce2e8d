#pragma once
// What a newer version of a plan does to each item: one item can be reworded, re-dated and moved
// at once, so a change carries a set of kinds beside its fate.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plan/correct.h"
#include "plan/item.h"

namespace makegood {

/// `changed` has at least one kind; `unchanged` has none.
enum class Fate { added, changed, unchanged, gone };

[[nodiscard]] std::string_view word(Fate fate);

enum class ChangeKind { reworded, redated, new_owner, moved, split, merged, returned, renumbered, other };

struct ChangeKindWord {
  ChangeKind kind;
  std::string_view code;     ///< in CSV and JSON
  std::string_view meaning;  ///< for the reference
};
inline constexpr std::array<ChangeKindWord, 9> kChangeKinds = {{
    {ChangeKind::reworded, "reworded", "its title or detail is worded differently"},
    {ChangeKind::redated, "redated", "its timescale or its dates differ"},
    {ChangeKind::new_owner, "new_owner", "its owners differ"},
    {ChangeKind::moved, "moved", "it stands under another theme or item, or elsewhere among its neighbours"},
    {ChangeKind::split, "split", "it became several items, or is one of those that another became"},
    {ChangeKind::merged, "merged", "others were merged into it"},
    {ChangeKind::returned, "returned", "it was gone from an earlier version and is back"},
    {ChangeKind::renumbered, "renumbered", "its reference differs"},
    {ChangeKind::other, "other", "another field differs: partners, lead authority, kind, response, status, progress or approval"},
}};

[[nodiscard]] std::string_view word(ChangeKind kind);

class ChangeKinds {
 public:
  void add(ChangeKind kind) { bits_ = static_cast<std::uint16_t>(bits_ | bit(kind)); }
  [[nodiscard]] bool has(ChangeKind kind) const { return (bits_ & bit(kind)) != 0; }
  [[nodiscard]] bool empty() const { return bits_ == 0; }
  /// In the order of kChangeKinds.
  [[nodiscard]] std::vector<ChangeKind> list() const;
  bool operator==(const ChangeKinds&) const = default;

 private:
  static constexpr unsigned bit(ChangeKind kind) { return 1U << static_cast<unsigned>(kind); }
  std::uint16_t bits_ = 0;
};

/// Why two items were taken for the same, and what speaks against it.
enum class MatchReason {
  known_id, same_words, like_words, same_reference, same_theme, same_neighbours, same_owner, same_timescale, shared_words,
  short_title, other_reference, other_kind, several_alike,
};

/// "same_reference"
[[nodiscard]] std::string_view word(MatchReason reason);

/// Below this a match is doubtful: a person is asked.
inline constexpr double kSureMatch = 0.85;
/// Below this nothing is said to be the same.
inline constexpr double kLeastMatch = 0.6;

struct Match {
  double confidence = 0;  ///< 0 to 1
  std::vector<MatchReason> reasons;
  bool confirmed = false;  ///< by a person

  [[nodiscard]] bool has(MatchReason reason) const;
  [[nodiscard]] bool is_doubtful() const { return !confirmed && confidence < kSureMatch; }
};

/// What the newer version does to one item.
struct ItemChange {
  Fate fate = Fate::added;
  ItemId current;  ///< in the older version; empty when added
  ItemId draft;    ///< in the newer one; empty when gone
  std::vector<FieldChange> fields;
  ChangeKinds kinds;
  Match match;               ///< of `current` with `draft`; of a gone item, with its successors
  std::vector<ItemId> from;  ///< other items of the older version whose words it took up
  std::optional<Departure> departure;  ///< only when gone; its successors are ids of the newer version

  /// Whether a person has to answer before it is taken: a doubtful match, or a gone item without
  /// a reason (or with one that was only guessed, and not surely).
  [[nodiscard]] bool needs_answer() const;
};

/// A theme in both versions, or in one of them (then the other id is empty).
struct ThemeChange {
  ThemeId current, draft;
  std::string before, after;  ///< titles, with the parent's before them
  bool renamed = false;       ///< its own title differs, or it stands under another theme
};

/// Items of the newer version in their order, then those that are gone.
struct ChangeSet {
  std::vector<ItemChange> items;
  std::vector<ThemeChange> themes;

  [[nodiscard]] int count(Fate fate) const;
  [[nodiscard]] int count(ChangeKind kind) const;
  [[nodiscard]] int questions() const;  ///< how many need an answer
};

}  // namespace makegood
