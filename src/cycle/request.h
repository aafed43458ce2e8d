#pragma once
// A round as it was opened, and what was asked in it, as they stand today.

#include <optional>
#include <string>
#include <vector>

#include "cycle/asking.h"
#include "cycle/steps.h"
#include "progress/progress.h"

namespace makegood {

/// One person was asked about their items of one plan in one cycle.
struct Request {
  RequestId id;
  std::string plan;              ///< slug
  CycleId cycle;
  PersonId person;
  std::vector<AskedItem> items;
  Day asked;
  Day last_letter;               ///< asked or reminded
  int reminders = 0;
  std::optional<Day> escalated;
  std::string escalated_to;      ///< a post in words
  std::optional<Day> revoked;
  std::string revoked_because;
  bool silent = false;           ///< the cycle closed, and for some of its items there was no reply
  std::int64_t sequence = 0;     ///< of the last entry about it
};

struct Cycle {
  std::string plan;
  CycleId id;
  Period period;
  Day opened, closes;            ///< `closes` is the last day on which a reply counts
  std::optional<Day> closed, locked;
  std::vector<Unasked> unasked;  ///< as it was when the cycle opened
  std::vector<Request> requests; ///< in the order in which they were asked
  [[nodiscard]] bool is_open(Day today) const { return !closed && today <= closes; }
};

/// The items of a request that nothing was said about since: no update that answers it, nor one of the same
/// item by the same person or post since it was asked. "No change" and a nil return are answers; an update that was
/// sent back with a question is none.
[[nodiscard]] std::vector<ItemId> unanswered(const Request& request, const Progress& progress);
[[nodiscard]] bool is_settled(const Request& request, const Progress& progress);

/// What steps_for() needs to know of them.
[[nodiscard]] std::vector<KnownCycle> known_cycles(const std::vector<Cycle>& cycles, const Progress& progress);

}  // namespace makegood
