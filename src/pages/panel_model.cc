// What waits for the panel, out of what was said about every plan that it looks at.

#include <algorithm>

#include "pages/panel_pages.h"

namespace makegood::pages {
namespace {

int evidence_of(const Progress& progress, const ItemId& item) {
  int n = 0;
  for (const auto& update : progress.updates)
    if (update.item == item && update.state != UpdateState::returned) n += static_cast<int>(update.evidence.size());
  return n;
}

NamedItem named(const Item& item) { return {item.id, item.ref, item.title}; }

class Gathering {
 public:
  explicit Gathering(Day today) { page_.today = today; }

  void add(const PanelSource& source) {
    page_.plans.push_back({source.plan->slug, source.plan->title, source.language, roll_up(*source.plan, *source.progress)});
    const auto standings = standings_of(*source.progress, source.plan->items);
    for (std::size_t i = 0; i < source.plan->items.size(); ++i)
      if (!source.plan->items[i].absent) add_item(source, source.plan->items[i], standings[i]);
    for (auto& between : disagreements(*source.progress))
      if (const auto* item = find_item(*source.plan, between.item); item != nullptr && !item->absent)
        page_.disagreements.push_back({at(source, *item), between});
  }

  PanelPage finish() && {
    const auto older_claim = [](const ClaimLine& a, const ClaimLine& b) { return a.claimed < b.claimed; };
    std::stable_sort(page_.without_finding.begin(), page_.without_finding.end(), older_claim);
    std::stable_sort(page_.older.begin(), page_.older.end(), older_claim);
    std::stable_sort(page_.open.begin(), page_.open.end(),
                     [](const ChallengeLine& a, const ChallengeLine& b) { return a.challenge.answer_due < b.challenge.answer_due; });
    return std::move(page_);
  }

 private:
  static PanelItem at(const PanelSource& source, const Item& item) {
    return {source.plan->slug, source.plan->title, source.language, named(item), source.rights};
  }

  void add_item(const PanelSource& source, const Item& item, const makegood::Standing& standing) {
    for (const auto* challenge : standing.open_challenges) {
      page_.open.push_back({at(source, item), *challenge});
      if (challenge->is_late(page_.today)) ++page_.late;
    }
    if (standing.claim == nullptr || (standing.finding != nullptr && !standing.finding_is_older)) return;
    ClaimLine line{at(source, item), standing.claim->claim, standing.claim->day, evidence_of(*source.progress, item.id), std::nullopt, {}};
    if (standing.finding == nullptr) return page_.without_finding.push_back(std::move(line));
    line.found = standing.finding->found;
    line.found_on = standing.finding->day;
    page_.older.push_back(std::move(line));
  }

  PanelPage page_;
};

}  // namespace

PanelPage make_panel_page(const std::vector<PanelSource>& plans, Day today) {
  Gathering gathering(today);
  for (const auto& source : plans) gathering.add(source);
  return std::move(gathering).finish();
}

std::optional<BesideItem> make_beside_item(const Plan& plan, const ItemId& id, const Progress& progress, Day today) {
  const auto* item = find_item(plan, id);
  if (item == nullptr) return std::nullopt;
  BesideItem beside;
  beside.slug = plan.slug;
  beside.plan_title = plan.title;
  beside.item = named(*item);
  const auto standing = makegood::standing_of(progress, id);
  beside.computed = computed_status(*item, standing, today);
  RuleBook rules(today);
  hear(rules, plan, progress);
  beside.calendar = calendar_fact(plan, *item, rules);
  if (standing.claim != nullptr) beside.claim = *standing.claim;
  for (const auto& update : progress.updates)
    if (update.item == id && update.state != UpdateState::returned)
      beside.evidence.insert(beside.evidence.end(), update.evidence.begin(), update.evidence.end());
  beside.voice = make_panel_voice(plan.slug, id, progress, {}, today);
  return beside;
}

const PanelStepWord& row_of(PanelStep step) { return kPanelSteps.at(static_cast<std::size_t>(step)); }

}  // namespace makegood::pages
