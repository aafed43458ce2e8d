#pragma once
// What the ledger writes about cycles: one entry, one thing that happened.
//
//   kind                 subject           payload
//   schedule.set         the plan's slug   the Schedule, with "plan"
//   cycle.opened         the plan's slug   plan, cycle, first, last, opened, closes, unasked
//   cycle.closed         the plan's slug   plan, cycle, day, and the counts asked and silent
//   cycle.locked         the plan's slug   plan, cycle, day
//   update.asked         the request's id  plan, cycle, person, items, day
//   update.reminded      the request's id  plan, cycle, day
//   update.escalated     the request's id  plan, cycle, day, to
//   request.revoked      the request's id  plan, cycle, day, reason
//   update.not_answered  the item's id     plan, cycle, day, request, post
//
// A token is never written here, nor an address of a person. Unknown members are passed over.

#include <string>
#include <string_view>

#include "cycle/request.h"

namespace makegood {

/// One shape for all but schedule.set; members that say nothing are left out.
struct CycleEvent {
  std::string plan, cycle;
  std::optional<Day> first, last, opened, closes, day;
  std::vector<Unasked> unasked;
  PersonId person;
  std::vector<AskedItem> items;
  std::string request, post;   ///< of a non-answer: the post in words, as it was
  std::string to, reason;
  int asked = 0, silent = 0;
  bool operator==(const CycleEvent&) const = default;
};

[[nodiscard]] std::string write_cycle_event(const CycleEvent& event);
/// Refuses what is not one -> invalid_input.
[[nodiscard]] Result<CycleEvent> read_cycle_event(std::string_view json);

}  // namespace makegood
