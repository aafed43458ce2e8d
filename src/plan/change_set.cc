#include "plan/change_set.h"

#include <algorithm>

namespace makegood {
namespace {

constexpr std::array kFates = {std::string_view("added"), std::string_view("changed"), std::string_view("unchanged"),
                               std::string_view("gone")};

constexpr std::array<std::string_view, 13> kReasons = {
    "known_id",       "same_words",   "like_words",  "same_reference",  "same_theme", "same_neighbours", "same_owner",
    "same_timescale", "shared_words", "short_title", "other_reference", "other_kind", "several_alike"};

int counted(auto first, auto last, auto fits) { return static_cast<int>(std::count_if(first, last, fits)); }

}  // namespace

std::string_view word(Fate fate) { return kFates[static_cast<std::size_t>(fate)]; }
std::string_view word(ChangeKind kind) { return kChangeKinds[static_cast<std::size_t>(kind)].code; }
std::string_view word(MatchReason reason) { return kReasons[static_cast<std::size_t>(reason)]; }

std::vector<ChangeKind> ChangeKinds::list() const {
  std::vector<ChangeKind> kinds;
  for (const auto& row : kChangeKinds)
    if (has(row.kind)) kinds.push_back(row.kind);
  return kinds;
}

bool Match::has(MatchReason reason) const { return std::find(reasons.begin(), reasons.end(), reason) != reasons.end(); }

bool ItemChange::needs_answer() const {
  if (fate == Fate::added) return false;
  if (fate == Fate::gone) return !departure || match.is_doubtful();
  return match.is_doubtful();
}

int ChangeSet::count(Fate fate) const {
  return counted(items.begin(), items.end(), [&](const ItemChange& c) { return c.fate == fate; });
}

int ChangeSet::count(ChangeKind kind) const {
  return counted(items.begin(), items.end(), [&](const ItemChange& c) { return c.kinds.has(kind); });
}

int ChangeSet::questions() const {
  return counted(items.begin(), items.end(), [](const ItemChange& c) { return c.needs_answer(); });
}

}  // namespace makegood
