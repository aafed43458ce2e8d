#pragma once
// The findings that extract makes, each with its sentence in one place.

#include <string_view>

#include "extract/names.h"
#include "plan/plan.h"

namespace makegood::extraction {

[[nodiscard]] Finding finding(std::string_view code, const Position& at);
[[nodiscard]] Finding finding(std::string_view code, std::string message, const Position& at);

/// Personal names and very small counts of people, offered to settle before the item is released.
void offer_privacy_findings(Item& item, const Names& names);
/// How many items have no owner, no date.
void count_gaps(Plan& plan);

}  // namespace makegood::extraction
