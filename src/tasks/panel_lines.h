#pragma once
// What the story of an item says about the panel: findings, comments, holds and challenges. The public
// reads findings; what is held it knows to be held. Challenges come with editions.

#include <set>

#include "ledger/ledger.h"
#include "progress/progress.h"
#include "tasks/history.h"

namespace makegood::tasks {

[[nodiscard]] bool is_of_panel(std::string_view kind);
/// Whether the public may read that it happened.
[[nodiscard]] bool is_public_of_panel(std::string_view kind);

/// Findings whose words the public does not see at present.
[[nodiscard]] std::set<std::string> held_findings(const Progress& progress);

/// Fills in what was said. For the public: the post instead of the account, no reason in law, and no words
/// of a finding that is held.
void tell_panel(const Entry& entry, View view, const std::set<std::string>& held, HistoryLine& line);

}  // namespace makegood::tasks
