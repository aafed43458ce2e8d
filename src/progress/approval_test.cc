#include "progress/approval.h"

#include <doctest/doctest.h>

using namespace makegood;

namespace approval_test {

StageMove move(Stage stage, bool draft, const char* body) {
  StageMove move;
  move.item = ItemId("c1");
  move.stage = stage;
  move.draft = draft;
  move.body = body;
  move.day = Day::parse("2022-12-06").value();
  return move;
}

// A recommendation and its one commitment, both of which the document calls drafts.
Plan plan() {
  Plan plan;
  plan.items.resize(2);
  plan.items[0].id = ItemId("r1");
  plan.items[1].id = ItemId("c1");
  plan.items[1].parent = ItemId("r1");
  for (auto& item : plan.items) item.approval = "Commitments are draft and will be agreed by the Cabinet.";
  return plan;
}

struct Row {
  const char* what;
  std::vector<StageMove> moves;
  bool is_draft;
  const char* approval;
};

const std::vector<Row> kRows = {
    {"nothing was recorded: the document's word holds", {}, true, "Commitments are draft and will be agreed by the Cabinet."},
    {"a body is to decide", {move(Stage::agreed, true, "Cabinet")}, false, "draft: to be agreed by Cabinet on 6 December 2022"},
    {"it has decided", {move(Stage::agreed, true, "Cabinet"), move(Stage::agreed, false, "Cabinet")}, false, "agreed by Cabinet on 6 December 2022"},
    {"it was taken into the plan", {move(Stage::in_plan, false, "Council")}, false, "taken into the plan by Council on 6 December 2022"},
    {"what was agreed is to be closed", {move(Stage::agreed, false, "Cabinet"), move(Stage::closed, true, "Council")}, false,
     "draft: to be closed by Council on 6 December 2022"}};

TEST_CASE("the last word about what is agreed") {
  for (const auto& row : kRows) {
    CAPTURE(row.what);
    Progress progress;
    progress.stages = row.moves;
    const auto written = plan();
    CHECK(is_draft_as_written(written, written.items[1], standing_of(progress, ItemId("c1"))) == row.is_draft);
    CHECK_FALSE(is_draft_as_written(written, written.items[0], {}));  // its commitment is the draft
    const auto leaving = with_decisions(written, progress);
    CHECK(leaving.items[1].approval == row.approval);
    CHECK(leaving.items[0].approval == written.items[0].approval);
  }
}

}  // namespace approval_test
