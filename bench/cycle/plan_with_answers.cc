// A plan for measuring reports: everything was answered, quarter after quarter, and the panel has looked at a part.
//
//   bench_plan_with_answers FOLDER ITEMS      leaves FOLDER/makegood.db with the plan "fair-work-plan"
#include <cstdio>
#include <cstdlib>

#include "faults/asked_owners.h"
#include "progress/json.h"

using namespace makegood;

namespace {

constexpr int kItemsEach = 20;
constexpr std::array kQuarters = {"2022-07-10", "2022-10-10", "2023-01-10", "2023-04-20"};
constexpr std::array kClaims4 = {Claim::on_track, Claim::at_risk, Claim::complete, Claim::on_track};

std::string at(const char* day) { return std::string(day) + "T10:00:00Z"; }

Update said(const Plan& plan, std::size_t index, std::size_t quarter) {
  Update update;
  update.plan = plan.slug;
  update.item = plan.items[index].id;
  update.id = UpdateId(fmt::format("u{}-{}", index, quarter));
  update.voice.post_words = plan.items[index].owners.front();
  update.claim = kClaims4[(index + quarter) % kClaims4.size()];
  update.narrative = fmt::format("Quarter {}: the method was agreed with staff networks, and the figures go to committee.", quarter + 1);
  update.state = UpdateState::approved;
  update.day = Day::parse(kQuarters[quarter]).value();
  if (index % 3 == 0) {
    Evidence figure;
    figure.id = EvidenceId(update.id.text);
    figure.kind = EvidenceKind::figure;
    figure.text = "41 of 60 managers trained";
    figure.source = "Payroll, March 2023";
    update.evidence = {figure};
  }
  return update;
}

PanelFinding found(const Update& update) {
  PanelFinding finding;
  finding.id = FindingId("f-" + update.id.text);
  finding.plan = update.plan;
  finding.item = update.item;
  finding.update = update.id;
  finding.found = Found::partly_evidenced;
  finding.reasons = "The figure is there; what changed for residents is not.";
  finding.voice.post_words = "Legacy panel";
  finding.day = update.day.plus_days(20);
  return finding;
}

Batch words_of(const Plan& plan, std::size_t quarter) {
  Batch batch;
  batch.at = at(kQuarters[quarter]);
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const auto update = said(plan, i, quarter);
    batch.changes.push_back({"update.submitted", update.item.text, update.voice.post_words, write_update(update)});
    batch.changes.push_back({"update.approved", update.item.text, "coordinator", write_update(update)});
    if (i % 4 == 0) batch.changes.push_back({"finding.recorded", update.item.text, "panel", write_panel_finding(found(update))});
  }
  return batch;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 || argv[1][0] == '-') return std::fprintf(stderr, "usage: %s FOLDER ITEMS\n", argv[0]), 2;
  auto bench = test::Bench::in(argv[1]);
  bench.clock.seconds = 1655200800;  // 2022-06-14T10:00:00Z: before the first quarter's answers
  test::have_owners_asked(bench.workspace, std::atoi(argv[2]) / kItemsEach, kItemsEach);
  const auto kept = test::must(bench.workspace.plans.find("fair-work-plan", View::live));
  for (std::size_t quarter = 0; quarter < kQuarters.size(); ++quarter) test::must(bench.workspace.ledger.append(words_of(kept->plan, quarter)));
  return 0;
}
