#pragma once
// Who owed a word about a plan in a period and gave none; and where the names in a plan belong.

#include "report/committee.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// Where requests went out for the period, those that were not answered, of its last round; then the owners of open items about
/// which nothing was said and nobody was asked. Each post with its organisation, or the name in the plan where no post is known.
[[nodiscard]] std::vector<Silence> silences_of(const Plan& plan, const Progress& progress, const std::vector<Cycle>& cycles,
                                               const Directory& directory, const ReportSpec& spec, const ReportPeriod& period, Day day);
/// Of every owner and partner of the plan, as the directory has it on the day.
[[nodiscard]] std::vector<OwnerPlace> places_of(const Plan& plan, const Directory& directory, Day day);

}  // namespace makegood::tasks
