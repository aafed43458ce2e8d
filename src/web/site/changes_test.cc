// A newer version of a plan through the browser: what is asked before it is accepted, and what the
// public may see of it when.
#include <doctest/doctest.h>

#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;

namespace changes_test {

// The small plan is public; a newer document waits: its first item reworded, its third one gone.
struct Revised : Visitor {
  std::string review;
  Plan before;

  Revised() {
    test::adopt_small_plan(bench, true);
    before = bench.workspace.plans.find("fair-work-plan", View::live).value()->plan;
    auto draft = test::small_draft();
    draft.items[0].title = "Say every <spring> what each ethnic group is paid";
    draft.items[0].timescale_raw = "Q1 2024/25";
    draft.items[0].timescale = read_timescale(draft.items[0].timescale_raw);
    draft.items.pop_back();
    draft.settings.as_of = 2024;
    const auto id = tasks::propose_import(bench.workspace, tasks::first_coordinator(), {"newer", "newer.docx"}, draft).value().id;
    review = "/desk/import/" + id.text;
    sign_in();
  }
  Reply decide(std::vector<Field> fields) { return post(review + "/match", std::move(fields)); }
  void answer_all() {
    REQUIRE(decide({{"verdict", "same"}, {"draft", "1"}, {"current", before.items[0].id.text}}).status == 303);
    REQUIRE(decide({{"verdict", "gone"}, {"current", before.items[2].id.text}, {"reason", "dropped"}, {"note", "Schools <do> it"}}).status == 303);
  }
};

TEST_CASE("a newer version is accepted once every question has an answer") {
  Revised visitor;
  CHECK(says(visitor.get(visitor.review), "Answer 2 questions about what changed"));
  const auto asked = visitor.get(visitor.review + "/changes");
  CHECK(asked.status == 200);
  CHECK(says(asked, "2 things need you"));
  CHECK(says(asked, "<ins"));
  CHECK(says(asked, "&lt;spring&gt;"));
  CHECK(asked.headers.value("Cache-Control").find("no-store") != std::string::npos);

  CHECK(visitor.post(visitor.review + "/accept").status == 409);
  CHECK(visitor.decide({{"verdict", "perhaps"}}).status == 422);
  CHECK(visitor.decide({{"verdict", "gone"}, {"current", visitor.before.items[2].id.text}}).status == 422);
  CHECK(visitor.decide({{"verdict", "gone"}, {"current", visitor.before.items[2].id.text}, {"reason", "dropped"}}).status == 422);
  const auto no_item = visitor.decide({{"verdict", "gone"}, {"current", visitor.before.items[2].id.text}, {"reason", "merged"}, {"note", "See <4>"}});
  CHECK(no_item.status == 422);
  CHECK(says(no_item, "<a href=\"#successor-2\">"));
  CHECK(says(no_item, "value=\"merged\" checked"));
  CHECK(says(no_item, "value=\"See &lt;4&gt;\""));
  visitor.answer_all();
  CHECK(says(visitor.get(visitor.review + "/changes"), "Nothing needs you"));
  CHECK(visitor.post(visitor.review + "/undo-match").status == 303);
  CHECK(says(visitor.get(visitor.review + "/changes"), "1 thing needs you"));
  visitor.answer_all();
  CHECK(visitor.post(visitor.review + "/accept").status == 303);
  CHECK(visitor.get(visitor.review + "/changes").status == 404);
}

TEST_CASE("a document under another title can be brought in as a newer version") {
  Revised visitor;
  CHECK(says(visitor.get("/desk/import"), "<option value=\"fair-work-plan\" lang=\"en\">Fair Work Plan"));
  const auto again = visitor.post("/desk/import", {{"slug", "fair-work-plan"}});  // no file
  CHECK(again.status == 422);
  CHECK(says(again, "<option value=\"fair-work-plan\" selected lang=\"en\">"));
}

TEST_CASE("the public reads what changed once it is released, and not before") {
  Revised visitor;
  visitor.answer_all();
  REQUIRE(visitor.post(visitor.review + "/accept").status == 303);
  const std::string changes = "/plans/fair-work-plan/changes";
  CHECK(visitor.get(changes + "/2023..2024").status == 200);

  const auto token = std::exchange(visitor.token, "");
  CHECK(visitor.get(changes).status == 200);
  CHECK(visitor.get(changes + "/2023..2024").status == 404);
  CHECK(visitor.get(changes + "/2023..2024.json").status == 404);
  visitor.token = token;
  REQUIRE(visitor.post("/desk/plans/fair-work-plan/release").status == 303);
  visitor.token.clear();

  const auto page = visitor.get(changes + "/2023..2024");
  CHECK(page.status == 200);
  CHECK(says(page, "What changed between 2023 and 2024"));
  CHECK(says(page, "91 days later."));
  CHECK(says(page, "Schools &lt;do&gt; it"));
  CHECK(says(page, "It was dropped"));
  const auto gone = visitor.get("/plans/fair-work-plan/items/" + visitor.before.items[2].id.text);
  CHECK(says(gone, "It was dropped."));
  CHECK(says(gone, "Schools &lt;do&gt; it"));
  CHECK(says(visitor.get(changes), "/plans/fair-work-plan/changes/2023..2024"));
  CHECK(says(visitor.get(changes + ".json"), "\"called\": \"2024\""));
  CHECK(says(visitor.get(changes + "/2023..2024.json"), "\"days_slipped\": 91"));
  CHECK(says(visitor.get(changes + "/2023..2024.csv"), "dropped"));
  CHECK(visitor.get("/cy" + changes + "/2023..2024").status == 200);
  for (const auto* wrong : {"/2023..2025", "/2023", "/2023..", "/..2024", "/2023..2024..2025"}) {
    CAPTURE(wrong);
    CHECK(visitor.get(changes + wrong).status == 404);
  }
}

}  // namespace changes_test
