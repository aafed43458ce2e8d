#pragma once
// The coordinator's morning as plain values: what needs me today?

#include <optional>
#include <string>
#include <vector>

#include "pages/plan_model.h"
#include "pages/proposal.h"

namespace makegood::pages {

/// An import that waits for a person.
struct ProposalLine {
  std::string id, title, document;
  std::optional<Day> received;
  int items = 0, questions = 0;
};

/// A plan and what is known about it; the plan outlives the call that it is given to.
struct KnownPlan {
  const Plan* plan = nullptr;
  Provenance provenance;
  const Plan* whole = nullptr;  ///< with the items that it includes of others, for counting; null = it includes none
  std::optional<RuleBook> heard = {};  ///< what its owners said; empty = its dates alone are looked at
};
[[nodiscard]] inline RuleBook rules_of(const KnownPlan& known, Day today) { return known.heard.value_or(RuleBook(today)); }

struct PlanLine {
  std::string slug, title, organisation, language;
  PlanAnswer answer;
  std::vector<KindCount> kinds;
  Provenance provenance;
};
[[nodiscard]] PlanLine make_plan_line(const KnownPlan& known, Day today);

struct DeskLine {
  std::string slug, plan_title, language;
  ItemRow row;
};

/// One list of the desk: its first lines, and how many there are in all.
struct DeskList {
  std::vector<DeskLine> lines;
  int total = 0;
};

struct DeskPage {
  std::vector<ProposalLine> proposals;
  std::vector<PlanLine> private_plans, public_plans;
  DeskList overdue, due_soon, no_date, no_owner;
  Day today;
  [[nodiscard]] bool is_fresh() const { return proposals.empty() && private_plans.empty() && public_plans.empty(); }
};

inline constexpr std::size_t kDeskLines = 10;

/// Without an owner is what the plan names nobody for, or only posts that ended and that nobody has taken over.
/// Overdue longest first; due soon soonest first. Commitments are left out of every list: the
/// recommendation that they answer stands there.
[[nodiscard]] DeskPage make_desk_page(const std::vector<KnownPlan>& plans, std::vector<ProposalLine> proposals, Day today,
                                      const Directory& directory = {});

}  // namespace makegood::pages
