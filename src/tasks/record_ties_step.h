#pragma once
// What the use cases about ties share: an end as somebody may see it, and the ends that words find.

#include <string_view>
#include <vector>

#include "tasks/record_ties.h"

namespace makegood::tasks {

/// Without title and `is_seen` where it is not there, or not for the actor to see.
[[nodiscard]] TieShown shown_end(const Workspace& workspace, const Actor& actor, const TieEnd& end);

// Each adds what it finds among what the actor may see.
void offer_items(const Workspace& workspace, const Actor& actor, std::string_view words, std::vector<TieShown>& offered);
void offer_evidence(const Workspace& workspace, const Actor& actor, std::string_view words, std::vector<TieShown>& offered);
void offer_records(const Workspace& workspace, const Actor& actor, std::string_view words, std::vector<TieShown>& offered);

/// The pieces of evidence under an item.
[[nodiscard]] std::vector<TieEnd> evidence_under(const Workspace& workspace, const Actor& actor, std::string_view plan, const ItemId& item);

}  // namespace makegood::tasks
