#pragma once
// What a newer version changed, as plain values: one line an item, before and after.

#include <optional>
#include <string>
#include <vector>

#include "plan/plan.h"

namespace makegood::pages {

/// An item as one version has it; an empty id = this version does not have it.
struct ChangeSide {
  ItemId id;
  std::string ref, theme, title, detail, timescale;
  std::vector<std::string> owners;
  std::optional<Day> due;
};

struct NamedItem {
  ItemId id;
  std::string ref, title;
};

struct ChangeLine {
  Fate fate = Fate::added;
  ChangeKinds kinds;
  Match match;
  ChangeSide before, after;
  std::optional<int> slipped;        ///< days; negative = earlier
  std::vector<NamedItem> from;       ///< of the older version: what else went into it
  std::optional<Departure> departure;
  std::vector<NamedItem> successors; ///< of the newer version
  bool needs_answer = false;
};

/// In the order of the change set. Both versions in full must be given.
[[nodiscard]] std::vector<ChangeLine> make_change_lines(const Plan& before, const Plan& after, const ChangeSet& changes);

}  // namespace makegood::pages
