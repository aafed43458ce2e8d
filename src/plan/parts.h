#pragma once
// What was split and what was merged: items whose words, taken together, are those of one item of
// the other version.
//
// The history of an item that was split goes on with the part that is closest to it; the other
// parts are new and say where they came from. Of items that were merged the closest goes on.

#include <map>
#include <vector>

#include "plan/pairing.h"
#include "plan/wording.h"

namespace makegood {

/// One item of one version and what it was or became in the other, by place.
struct Whole {
  std::size_t item = 0;
  std::vector<std::size_t> parts;  ///< at least two, the closest first
  double coverage = 0;             ///< the share of its words that the parts have
};

struct Parts {
  std::vector<Whole> splits;  ///< `item` of the older version, `parts` of the newer
  std::vector<Whole> merges;  ///< `item` of the newer version, `parts` of the older
};

/// Pairs every whole with its closest part, where it had no partner, and takes back doubts that a
/// part explains ("another is as like it").
[[nodiscard]] Parts find_parts(const Plan& current, const Wordings& wordings, Pairing& pairing);

}  // namespace makegood
