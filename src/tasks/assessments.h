#pragma once
// Assessing a framework: rounds, what each assessor says about a criterion, what they agree, and what is done about it.
// There is no table behind it: an assessment is a few hundred entries at most and is folded from them each time.
//
//   keep_framework(workspace, coordinator, "eflg-2026", *framework::read_framework(levels));
//   open_round(workspace, coordinator, "eflg-2026", {.name = "2026", .aim = "achieving"});
//   rate_criterion(workspace, assessor, "eflg-2026", {.item = id, .level = "developing", .reasons = "No data by site"});
//   agree_level(workspace, coordinator, "eflg-2026", {.item = id, .level = "developing", .reasons = "After a talk"}, seen);

#include "framework/framework.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// A plan's assessment as it stands, for whoever may rate its criteria.
struct SeenAssessment {
  std::shared_ptr<const KeptPlan> kept;
  framework::Assessment assessment;
  std::string assessor;         ///< as whom the reader speaks: post and organisation, or account
  bool may_run = false;         ///< open and close rounds, write down what was agreed, tie criteria to items
  /// Others' words about a criterion stay closed until one has spoken, so that two looks are two; whoever runs it sees all.
  [[nodiscard]] bool sees_others(std::string_view round, const ItemId& criterion) const;
};
/// Refuses: no such plan -> not_found; somebody who assesses nothing in it -> not_allowed.
[[nodiscard]] Result<SeenAssessment> see_assessment(const Workspace& workspace, const Actor& actor, std::string_view slug);

/// What everybody may see of a released plan: closed rounds with what was agreed, and what is done. The assessors' own
/// words and names stay with those who assess. Refuses: no such plan, or it is not released -> not_found.
struct PublicAssessment {
  std::shared_ptr<const KeptPlan> kept;
  framework::Assessment assessment;
};
[[nodiscard]] Result<PublicAssessment> public_assessment(const Workspace& workspace, std::string_view slug);

/// Says by which levels the plan's criteria are assessed. Refuses: a plan without criteria -> invalid_input; levels that
/// leave a rating without its own -> conflict.
[[nodiscard]] Result<void> keep_framework(const Workspace& workspace, const Actor& actor, std::string_view slug, const framework::Framework& framework);

/// The entry by which that is said, for whoever writes it with others; nothing where the levels are these already.
[[nodiscard]] Result<std::optional<Change>> framework_change(const Workspace& workspace, const Actor& actor, std::string_view slug,
                                                             const framework::Framework& framework);

/// Begins to look at every criterion. Refuses: no name, or one that was used; an aim that is no level; a day to come back
/// that has passed -> invalid_input; no levels yet, or another round is open -> conflict.
struct NewRound {
  std::string name, aim;
  std::optional<Day> again;
};
[[nodiscard]] Result<void> open_round(const Workspace& workspace, const Actor& actor, std::string_view slug, const NewRound& round);
/// Refuses: none is open, or the assessors of some criterion differ and nothing is agreed -> conflict, naming them.
[[nodiscard]] Result<void> close_round(const Workspace& workspace, const Actor& actor, std::string_view slug);

/// One's own word. `assessor`: for whom a coordinator writes it down (an assessor from outside); empty = oneself.
/// Refuses: no level, no reasons -> invalid_input; no such criterion -> not_found; no open round -> conflict.
struct RatingWords {
  ItemId item;
  std::string level, reasons, evidence, assessor;
};
[[nodiscard]] Result<void> rate_criterion(const Workspace& workspace, const Actor& actor, std::string_view slug, const RatingWords& words);

/// What the assessors' words come to. `seen`: sequence of the assessment that was read; a word after it -> conflict.
/// Refuses: nobody has rated it -> conflict; they differ and no reason is given -> invalid_input.
[[nodiscard]] Result<void> agree_level(const Workspace& workspace, const Actor& actor, std::string_view slug, const RatingWords& words, std::int64_t seen);

/// Ties a criterion to the item of a plan that serves it, by the plan's slug and the item's reference or id; or says why
/// nothing is done. Refuses: no such plan or item -> not_found; neither an item nor a reason -> invalid_input.
struct ServiceWords {
  ItemId criterion;
  std::string plan, item, reason;
  bool ends = false;  ///< takes it back
};
[[nodiscard]] Result<void> serve_criterion(const Workspace& workspace, const Actor& actor, std::string_view slug, const ServiceWords& words);

}  // namespace makegood::tasks
