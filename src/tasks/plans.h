#pragma once
// What is done with a plan in force.

#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// Makes the plan as it stands public. Refuses: nothing new to release -> conflict.
[[nodiscard]] Result<void> release_plan(const Workspace& workspace, const Actor& actor, std::string_view slug);
/// Makes it private again; what was public stays in the ledger.
[[nodiscard]] Result<void> withdraw_plan(const Workspace& workspace, const Actor& actor, std::string_view slug,
                                         std::string_view reason);

/// Corrects one field of an item, with a reason. Where the plan is released, a publisher's
/// correction is public at once; a coordinator's waits for the next release.
/// Refuses: no reason -> invalid_input; and as apply() of plan does.
[[nodiscard]] Result<FieldChange> correct_item(const Workspace& workspace, const Actor& actor, std::string_view slug,
                                               const Correction& correction);

/// The same for several fields at once: all of them or none, in the order given. Each correction
/// gives its own reason.
[[nodiscard]] Result<std::vector<FieldChange>> correct_fields(const Workspace& workspace, const Actor& actor,
                                                              std::string_view slug,
                                                              const std::vector<Correction>& corrections);

/// Decides about a finding of a plan in force: before the release, whether a name may stand. An
/// answer that leaves it as it is holds for every open finding that says the very same.
/// Refuses as settle() of plan does.
[[nodiscard]] Result<void> settle_in_plan(const Workspace& workspace, const Actor& actor, std::string_view slug,
                                          const Settlement& settlement);

/// Takes the payload of an entry out, for data-protection law. `replacement`, JSON, stands in
/// its place for what is derived from it; empty = nothing does.
[[nodiscard]] Result<void> erase_payload(const Workspace& workspace, const Actor& actor, std::int64_t sequence,
                                         std::string_view reason, std::string_view replacement = {},
                                         std::string_view attachment = {});

/// Sees plans: those for which somebody may see what is not released as they are kept, all others as they are
/// released; null actor = the public.
[[nodiscard]] Sight sight_of(const Actor* actor);
[[nodiscard]] View view_for(const Actor* actor, std::string_view slug);
/// Every plan that is there for them, by title.
[[nodiscard]] Result<std::vector<PlanSummary>> plans_in(const Workspace& workspace, const Sight& sight);

struct StatusRow {
  ItemId id;
  std::string ref, title;
  ItemKind kind = ItemKind::action;
  std::vector<std::string> owners;
  std::optional<Day> due;
  RuleStatus status;
  std::string claim, finding;  ///< "not_yet_reported", "not_yet_assessed"
};
/// One row an item, in plan order: the rule as computed_status() has it, and both voices.
[[nodiscard]] std::vector<StatusRow> status_rows(const Plan& plan, const Progress& progress, Day today);

}  // namespace makegood::tasks
