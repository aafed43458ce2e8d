#pragma once
// Relative rate index: a chain of decisions (stopped, arrested, charged, sentenced), and at which link a disparity
// arises.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "statistics/status.h"

namespace makegood {

/// One link for one group: `events` of the `base` people who had reached `base_stage` went on to `stage`.
struct Link {
  std::string group, stage, base_stage;
  double events = 0, base = 0;
};

/// Whether a link's base is the number of events of the link before, so that indices multiply along the chain.
enum class Joint {
  first,   ///< there is no link before
  holds,
  broken,  ///< people came in or went missing between the two
};
[[nodiscard]] std::string_view word(Joint joint);

struct RelativeRate {
  Status status = Status::ok;
  Joint joint = Joint::first;
  Figure rate_previous, index_previous;      ///< of those at the stage before
  Figure rate_population, index_population;  ///< of those at the head of the chain
};

/// Rates of each link and their ratio to the reference group's at the same link, in the order of `links`.
/// The product of a group's indices along a chain is its index against the population, wherever each base is the number
/// of events of the link before.
/// Edge: a reference rate of 0 leaves the index undefined. Nobody at the base: zero_denominator.
/// Refuses, as a link's status: negative, events_exceed_n; repeated (a group's stage is there twice, or the chain goes
/// round); missing_strata (the reference group has no such link).
/// Source: US Department of Justice, Disproportionate Minority Contact Technical Assistance Manual (2009), chapter 1;
/// used for England and Wales by the Lammy Review (2017).
[[nodiscard]] std::vector<RelativeRate> relative_rates(std::span<const Link> links, std::string_view reference);

}  // namespace makegood
