#pragma once
// Which entries about a plan the public may read.

#include <vector>

#include "ledger/ledger.h"

namespace makegood::tasks {

struct Releases {
  std::int64_t first = 0, last = 0;  ///< sequences; 0 = never released
};
/// Of the entries about a plan's slug.
[[nodiscard]] Releases releases_in(const std::vector<Entry>& about_plan);

[[nodiscard]] bool is_of_sharing(const Entry& entry);
/// Up to the last release, and later corrections that were public at once; of what was put right before the
/// first release nothing, nor who settled which finding. What owners and the panel say is not asked here: it is
/// public as tell_what_was_said() has it.
[[nodiscard]] bool is_public(const Entry& entry, const Releases& releases);

}  // namespace makegood::tasks
