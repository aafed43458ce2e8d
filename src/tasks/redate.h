#pragma once
// A date that was moved by agreement. It is not a correction of a misreading: the first date stays, so that
// everybody can see how far the item slipped, how often, and why.

#include <string_view>

#include "tasks/bulk.h"

namespace makegood::tasks {

/// A date as people say it, "31 May 2023" or "Spring 2023": the last day of the period, read as a plan's
/// timescale is, seasons and quarters in the way usual in the UK.
/// Refuses: words in which no date can be read, one without a year too -> invalid_input.
[[nodiscard]] Result<Day> day_said(std::string_view words, const TimescaleSettings& settings);

/// Moves the date of each item to `to`, for one reason: all of them or none.
/// Refuses as change_many_items() does.
[[nodiscard]] Result<int> redate(const Workspace& workspace, const Actor& actor, std::string_view slug, const std::vector<SeenItem>& items,
                                 Day to, std::string_view reason);

}  // namespace makegood::tasks
