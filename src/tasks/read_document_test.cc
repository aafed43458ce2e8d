#include <doctest/doctest.h>

#include "faults/fixture.h"

using namespace makegood;
using namespace makegood::tasks;

namespace read_document_test {

constexpr const char* kPlan =
    "# Fair Homes Plan\n\n## Housing\n\n"
    "| Ref | Action | Owner | Timescale |\n|---|---|---|---|\n"
    "| 1.1 | Review how homes are let | Head of Housing | March 2024 |\n"
    "| 1.2 | Publish what is found | Head of Communications | Q4 |\n";

TEST_CASE("a document is read, proposed, accepted and released, its words as they were") {
  auto bench = test::Bench::in_memory();
  auto& w = bench.workspace;
  const auto actor = first_coordinator();
  const GivenDocument given{kPlan, "plan.md"};
  const auto draft = read_plan_document(given);
  REQUIRE(draft);
  const auto proposal = propose_import(w, actor, given, *draft);
  REQUIRE(proposal);
  CHECK(proposal->slug == "fair-homes-plan");
  REQUIRE(accept_import(w, actor, proposal->id, {true}));
  const auto plan = w.plans.find("fair-homes-plan", View::released).value()->plan;
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].ref == "1.1");
  CHECK(plan.items[0].title == "Review how homes are let");
  CHECK(plan.items[0].owners == std::vector<std::string>{"Head of Housing"});
  CHECK(plan.items[0].dates().due == Day::parse("2024-03-31").value());
  CHECK(w.ledger.attachment(proposal->digest)->bytes == kPlan);
}

TEST_CASE("a year that a document does not say is asked for, or supplied") {
  CHECK_FALSE(read_plan_document({kPlan, "plan.md"})->items.at(1).dates().due);
  CHECK(read_plan_document({kPlan, "plan.md"}, {.as_of = 2023})->items.at(1).dates().due);
}

TEST_CASE("nothing to read is a refusal that names the file; text without items cannot be proposed") {
  auto bench = test::Bench::in_memory();
  for (const auto* bytes : {"", " \n \n"}) {
    const auto refused = read_plan_document({bytes, "empty.txt"});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().line().find("empty.txt") != std::string::npos);
  }
  const GivenDocument letter{"Thank you for coming.\n", "letter.txt"};
  const auto draft = read_plan_document(letter);
  REQUIRE(draft);
  CHECK(propose_import(bench.workspace, first_coordinator(), letter, *draft).error().fault == Fault::invalid_input);
  CHECK(bench.store->ledger().head()->count == 0);
}

TEST_CASE("plans come in as JSON in every shape that leaves the house") {
  const auto plan = test::small_draft();
  for (const auto& text : {write_plan(plan), write_neutral(plan), "\xEF\xBB\xBF \n" + write_neutral(plan)}) {
    const auto read = read_plan_document({text, "plan.json"});
    REQUIRE(read);
    REQUIRE(read->items.size() == 3);
    CHECK(read->items[0].ref == "01.05");
    CHECK(read->items[0].theme == ThemeId("1"));
    CHECK(read->items[0].dates().due == Day::parse("2024-03-31").value());
    CHECK(read->items[1].parent == read->items[0].id);
    CHECK(read->indicators.size() == 1);
  }
}

TEST_CASE("JSON that is no plan is refused in one line that names the file") {
  for (const auto* text : {"{", "{}", R"({"items": 3})", R"({"items": [{"ref": "1"}]})", R"({"items": [{"title": "a", "theme": "x"}]})",
                           R"({"items": [{"title": "a", "due": "2024-02-30"}]})", R"({"items": [{"title": "a", "id": "1"}, {"title": "b", "id": "1"}]})"}) {
    CAPTURE(text);
    const auto refused = read_plan_document({text, "plan.json"});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().line().find("plan.json") != std::string::npos);
    CHECK(refused.error().line().find('\n') == std::string::npos);
  }
}

}  // namespace read_document_test
