#pragma once
// One change to many items of a plan in force: first what it would do, row by row, then all of it or
// none. A row carries what was known of it when it was shown, so that nobody is overwritten unseen.

#include <optional>
#include <string>
#include <vector>

#include "plan/plan.h"
#include "tasks/duty.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// What is to stand in each of the items: in the plan, and of the duty that they serve. One reason for both.
struct BulkChange {
  ManyChange plan;
  DutyChange duty;
  BulkChange(ManyChange change, DutyChange serves = {}) : plan(std::move(change)), duty(std::move(serves)) {}
  [[nodiscard]] bool asks_for_anything() const { return plan.asks_for_anything() || duty.asks_for_anything(); }
};

/// What somebody else did to an item while one looked.
struct Meanwhile {
  std::string actor, kind, at;
};

struct BulkRow {
  ManyRow row;
  std::optional<DutyMove> duty;         ///< of its objective and parts of section 149; nothing = they stay
  std::string ref, title;
  std::int64_t seen = 0;                ///< the last entry about it; 0 = none
  std::optional<Meanwhile> meanwhile;   ///< it was changed after it was shown
};

/// What a person saw of an item when they agreed.
struct SeenItem {
  ItemId item;
  std::int64_t sequence = 0;
  bool operator==(const SeenItem&) const = default;
};

/// What the change would do to each of the items, in their order. `seen` may say what was known of them
/// before: rows that changed since have `meanwhile`.
/// Refuses: not allowed to -> not_allowed; no such plan -> not_found; nothing asked for -> invalid_input.
[[nodiscard]] Result<std::vector<BulkRow>> preview_many(const Workspace& workspace, const Actor& actor, std::string_view slug,
                                                        const std::vector<ItemId>& items, const BulkChange& change,
                                                        const std::vector<SeenItem>& seen = {});

/// Does it, in one batch. Items that say so already are left out; where the plan is released, a publisher's
/// change is public at once. Comes back with how many items changed.
/// Refuses, and does nothing at all: as preview_many(); no reason -> invalid_input; an item in which it cannot
/// be done -> invalid_input; one that was changed after it was seen, or nothing that would change -> conflict.
[[nodiscard]] Result<int> change_many_items(const Workspace& workspace, const Actor& actor, std::string_view slug,
                                            const std::vector<SeenItem>& items, const BulkChange& change);

}  // namespace makegood::tasks
