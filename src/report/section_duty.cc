// What the law asks of the body, and which promise serves which part of it.
#include <map>

#include "report/paper.h"

namespace makegood {
namespace {

struct Limb {
  std::string_view key;
  bool ItemObjective::*serves;
};
constexpr auto kLimbs = std::to_array<Limb>({
    {"report.limb.a", &ItemObjective::eliminate},
    {"report.limb.b", &ItemObjective::advance},
    {"report.limb.c", &ItemObjective::foster},
});

void add_limbs(Paper& paper) {
  std::vector<Cells> rows = {paper.header({"limb", "promises", "reported_complete", "assessed"})};
  for (const auto& limb : kLimbs) {
    int all = 0, complete = 0, assessed = 0;
    for (const auto& objective : paper.report.objectives) {
      const auto* item = find_item(paper.report, objective.item);
      if (item == nullptr || !(objective.*limb.serves)) continue;
      ++all;
      if (item->claim == Claim::complete) ++complete;
      if (item->found != Found::not_yet_assessed) ++assessed;
    }
    rows.push_back({paper.words(limb.key), paper.words.number(all), paper.words.number(complete), paper.words.number(assessed)});
  }
  paper.part("report.limbs");
  paper.rows(std::move(rows));
}

void add_objectives(Paper& paper) {
  std::map<std::string, std::vector<const ReportItem*>> by_objective;
  for (const auto& objective : paper.report.objectives)
    if (const auto* item = find_item(paper.report, objective.item); item != nullptr && !objective.objective.empty())
      by_objective[objective.objective].push_back(item);
  paper.part("report.objectives");
  if (by_objective.empty()) return paper.say("report.objectives_none");
  std::vector<Cells> rows = {paper.header({"objective", "promise", "claim", "found", "calendar"})};
  for (const auto& [objective, items] : by_objective)
    for (const auto* item : items)
      rows.push_back({objective, named(paper.report, item->id), claim_words(paper.words, item->claim), found_words(paper.words, *item), calendar_words(paper.words, *item)});
  paper.rows(std::move(rows));
}

int without_objective(const CommitteeReport& report) {
  int n = 0;
  for (const auto& item : report.items) {
    bool found = !item.alone;
    for (const auto& objective : report.objectives) found = found || objective.item == item.id;
    if (!found) ++n;
  }
  return n;
}

}  // namespace

void add_duty(Paper& paper) {
  const auto& spec = paper.report.spec;
  if (spec.profile == ReportProfile::none) return;
  paper.section("report.duty");
  paper.say("report.duty." + std::string(word(spec.profile)), {{"body", paper.report.organisation}});
  add_limbs(paper);
  add_objectives(paper);
  if (const int n = without_objective(paper.report); n > 0) paper.say("report.without_objective", {{"n", n}});
}

}  // namespace makegood
