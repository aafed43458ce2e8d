#pragma once
// What an owner can say of an item, in the order in which it is offered.

#include <array>

#include "progress/progress.h"

namespace makegood::pages {

inline constexpr std::array kClaimsAsked = {Claim::not_started, Claim::on_track, Claim::at_risk, Claim::off_track, Claim::complete, Claim::paused, Claim::dropped};

}  // namespace makegood::pages
