#include "pages/desk_model.h"

#include <algorithm>

#include "pages/people_model.h"

namespace makegood::pages {

namespace {

void put(DeskList& list, const KnownPlan& known, const Item& item, const RuleBook& rules) {
  ++list.total;
  const Plan& plan = *known.plan;
  list.lines.push_back({plan.slug, plan.title, known.provenance.language, row_for(plan, item, rules)});
}

// Only of the few lines that are shown: whom each name means is looked up.
void tell_owners(DeskList& list, const Directory& directory, Day today) {
  for (auto& line : list.lines) line.row.noted = noted_of(directory, line.row.home.empty() ? line.slug : line.row.home, line.row.owners, today);
}

void sort_in(DeskPage& desk, const KnownPlan& known, const Item& item, const RuleBook& rules, const Directory& directory) {
  if (item.absent || !item.parent.empty()) return;
  const auto rule = rules.of(item).rule;
  const auto put_in = [&](DeskList& list) { put(list, known, item, rules); };
  if (rule == Rule::overdue) put_in(desk.overdue);
  if (rule == Rule::due_soon) put_in(desk.due_soon);
  if (item.kind == ItemKind::criterion) return;  // nobody promised it by a day
  if (rule == Rule::no_date) put_in(desk.no_date);
  if (rule == Rule::complete) return;  // nobody is wanted any more, and whom a name means is not looked up
  if (item.owners.empty() || owners_have_ended(directory, known.plan->slug, item.owners, desk.today)) put_in(desk.no_owner);
}

void order_by_due(DeskList& list) {
  std::stable_sort(list.lines.begin(), list.lines.end(), [](const DeskLine& a, const DeskLine& b) {
    return a.row.calendar.due < b.row.calendar.due;
  });
}

void cut(DeskList& list) {
  if (list.lines.size() > kDeskLines) list.lines.resize(kDeskLines);
}

}  // namespace

PlanLine make_plan_line(const KnownPlan& known, Day today) {
  const Plan& plan = *known.plan;
  const Plan& counted = known.whole == nullptr ? plan : *known.whole;
  return {plan.slug, plan.title, plan.organisation, known.provenance.language,
          answer_for(count_delivery(counted, rules_of(known, today))), count_kinds(counted), known.provenance};
}

DeskPage make_desk_page(const std::vector<KnownPlan>& plans, std::vector<ProposalLine> proposals, Day today, const Directory& directory) {
  DeskPage desk;
  desk.proposals = std::move(proposals);
  desk.today = today;
  for (const auto& known : plans) {
    (known.provenance.is_public ? desk.public_plans : desk.private_plans).push_back(make_plan_line(known, today));
    const auto rules = rules_of(known, today);
    for (const auto& item : known.plan->items) sort_in(desk, known, item, rules, directory);
  }
  order_by_due(desk.overdue);
  order_by_due(desk.due_soon);
  for (auto* list : {&desk.overdue, &desk.due_soon, &desk.no_date, &desk.no_owner}) {
    cut(*list);
    tell_owners(*list, directory, today);
  }
  return desk;
}

}  // namespace makegood::pages
