#pragma once
// What slipped, as data: for the files beside the page.

#include <string>
#include <vector>

#include "plan/plan.h"
#include "progress/standing.h"

namespace makegood {

/// A header row, then a row a step; an item without steps (one forecast late) has one row. Dates are ISO,
/// days are whole, later is positive.
[[nodiscard]] std::vector<std::vector<std::string>> slipped_rows(const Plan& plan, const std::vector<Slippage>& slippages);
/// "slipped" with the steps of each item, oldest first, and "reviews".
[[nodiscard]] std::string slipped_json(const Plan& plan, const std::vector<Slippage>& slippages, const std::vector<Review>& reviews, Day today);

}  // namespace makegood
