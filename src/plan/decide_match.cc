#include "plan/decide_match.h"

#include <array>

namespace makegood {
namespace {

constexpr std::array kVerdicts = {std::string_view("same"), std::string_view("apart"), std::string_view("gone")};

Result<void> check_departure(const Plan& draft, const Departure& departure) {
  using enum DepartureReason;
  if (departure.reason == not_stated) return refuse(Fault::invalid_input, "say why the item is gone");
  const bool needs_successor = departure.reason == merged || departure.reason == superseded;
  if (needs_successor && departure.successors.empty())
    return refuse(Fault::invalid_input, "say which item it was merged into or is superseded by");
  for (const auto& id : departure.successors)
    if (find_item(draft, id) == nullptr) return refuse(Fault::invalid_input, "the item that it went into is not in the new document");
  if (departure.reason == dropped && trim(departure.note).empty())
    return refuse(Fault::invalid_input, "say in a sentence why it was dropped: the public will read it");
  return {};
}

}  // namespace

std::string_view word(MatchVerdict verdict) { return kVerdicts[static_cast<std::size_t>(verdict)]; }

std::optional<MatchVerdict> match_verdict_from(std::string_view text) {
  for (std::size_t i = 0; i < kVerdicts.size(); ++i)
    if (kVerdicts[i] == text) return static_cast<MatchVerdict>(i);
  return std::nullopt;
}

Result<void> check_decision(const Plan& current, const Plan& draft, const MatchDecision& decision) {
  if (find_item(current, decision.current) == nullptr) return refuse(Fault::not_found, "there is no such item in the plan in force");
  if (decision.verdict == MatchVerdict::gone) return check_departure(draft, decision.departure);
  if (find_item(draft, decision.draft) == nullptr) return refuse(Fault::not_found, "there is no such item in the new document");
  return {};
}

}  // namespace makegood
