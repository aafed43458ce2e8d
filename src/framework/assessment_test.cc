#include <doctest/doctest.h>

#include "framework/fixture.h"

using namespace makegood;
using namespace makegood::framework;
using namespace makegood::framework::fixture;

namespace {
std::vector<std::string> refs(const std::vector<const Item*>& items) {
  std::vector<std::string> refs;
  for (const auto* item : items) refs.push_back(item->ref);
  return refs;
}
using Refs = std::vector<std::string>;
}  // namespace

TEST_CASE("two assessors who differ both stay, and the level waits for what they agree") {
  Told t;
  t.open("2026");
  t.rate("c1", "Head of Equality, Aberllyn Council", "achieving");
  CHECK(standing_of(t.a, "2026", ItemId("c1")).level == "achieving");
  t.rate("c1", "Race Council Wales", "developing");
  const auto apart = standing_of(t.a, "2026", ItemId("c1"));
  CHECK(apart.ratings.size() == 2);
  CHECK(apart.differ);
  CHECK(apart.level == kNotAssessed);
  CHECK(refs(differences(t.a, "2026", plan_of_criteria(2))) == Refs{"1.1"});
  t.agree("c1", "developing");
  const auto agreed = standing_of(t.a, "2026", ItemId("c1"));
  CHECK(agreed.ratings.size() == 2);
  CHECK(agreed.ratings.front()->level == "achieving");
  CHECK(agreed.level == "developing");
  CHECK(agreed.agreement->reasons == "After a talk.");
  CHECK(differences(t.a, "2026", plan_of_criteria(2)).empty());
}

TEST_CASE("a word after an agreement opens it again") {
  Told t;
  t.open("2026");
  t.rate("c1", "One", "developing");
  t.rate("c1", "Two", "achieving");
  t.agree("c1", "achieving");
  t.rate("c1", "One", "excellent");
  const auto standing = standing_of(t.a, "2026", ItemId("c1"));
  CHECK(standing.agreement == nullptr);
  CHECK(standing.differ);
  CHECK(standing.ratings.front()->level == "excellent");
  t.rate("c1", "two", "excellent");  // the same assessor, written otherwise
  CHECK(standing_of(t.a, "2026", ItemId("c1")).level == "excellent");
}

TEST_CASE("an item below the aim is a gap until something is done about it or a reason is given") {
  Told t;
  const auto plan = plan_of_criteria(5);
  t.open("2026", "achieving");
  t.rate("c1", "One", "developing");
  t.rate("c2", "One", "achieving");
  t.rate("c3", "One", "excellent");
  t.rate("c5", "One", "out-of-scope");
  CHECK(refs(gaps(t.a, "2026", plan)) == Refs{"1.1", "1.4"});  // nobody has looked at 1.4
  t.told("criterion.served", write(Service{ItemId("c1"), "fair-work-plan", ItemId("i7"), "2.1 Train managers", "", false}));
  t.told("criterion.served", write(Service{ItemId("c4"), "", {}, "", "The county does it.", false}));
  CHECK(gaps(t.a, "2026", plan).empty());
  t.told("criterion.served", write(Service{ItemId("c1"), "fair-work-plan", ItemId("i7"), "", "", true}));
  CHECK(refs(gaps(t.a, "2026", plan)) == Refs{"1.1"});
  CHECK(counts(t.a, "2026", plan) == std::vector<int>{1, 1, 1, 1, 1});
}

TEST_CASE("without an aim the highest level is aimed at") {
  Told t;
  t.open("2026");
  t.rate("c1", "One", "achieving");
  t.rate("c2", "One", "excellent");
  CHECK(refs(gaps(t.a, "2026", plan_of_criteria(2))) == Refs{"1.1"});
}

TEST_CASE("looking again shows what moved against the round that was closed before") {
  struct Row {
    const char *then, *now;
    Movement movement;
  };
  for (const auto& row : {Row{"developing", "achieving", Movement::up}, Row{"excellent", "achieving", Movement::down}, Row{"achieving", "achieving", Movement::same},
                          Row{"not-assessed", "achieving", Movement::none}, Row{"achieving", "out-of-scope", Movement::none}}) {
    Told t;
    t.open("2025");
    CHECK(movement_of(t.a, "2025", ItemId("c1")) == Movement::none);
    t.rate("c1", "One", row.then);
    t.close("2025");
    t.open("2026");
    t.rate("c1", "Another", row.now);
    CHECK(movement_of(t.a, "2026", ItemId("c1")) == row.movement);
    CHECK(standing_of(t.a, "2025", ItemId("c1")).level == row.then);
  }
}

TEST_CASE("erased words and entries of other kinds are passed over, and the last sequence is known") {
  Told t;
  t.open("2026");
  t.told("criterion.rated", "");
  t.told("plan.released", "{}");
  CHECK(t.a.ratings.empty());
  CHECK(t.a.sequence == 4);
  CHECK_FALSE(t.a.add("criterion.rated", "[]", 5));
}

TEST_CASE("levels that contradict themselves are refused with the reason") {
  struct Row {
    const char *json, *says;
  };
  for (const auto& row : {
           Row{R"({"levels":[{"code":"met","title":"Met"}]})", "two levels that can be reached"},
           Row{R"({"levels":[{"code":"a","title":"A"},{"code":"a","title":"B"}]})", "the same code"},
           Row{R"({"levels":[{"code":"a","title":"A"},{"code":"b"}]})", "no title"},
           Row{R"({"levels":[{"code":"not-assessed","title":"No"},{"code":"out-of-scope","title":"B"},{"code":"c","title":"C"}]})", "two levels"},
           Row{R"({"levels":7})", "not a list"},
       }) {
    const auto read = read_framework(row.json);
    REQUIRE_FALSE(read);
    CHECK(read.error().message.find(row.says) != std::string::npos);
  }
  const auto two = read_framework(R"({"levels":[{"code":"a","title":"A"},{"code":"b","title":"B"}]})");
  REQUIRE(two);
  CHECK(two->level(kNotAssessed) != nullptr);
  CHECK(two->rank("b") == 2);
  CHECK_FALSE(two->rank(kNotAssessed));
}

TEST_CASE("a plan's file has its levels in one member, and other files have none") {
  const auto there = framework_in_plan_file(R"({"title":"X","framework":)" + write(ladder()) + "}");
  REQUIRE(there);
  CHECK(**there == ladder());
  CHECK_FALSE(framework_in_plan_file(R"({"title":"X"})")->has_value());
  CHECK_FALSE(framework_in_plan_file("%PDF-1.7")->has_value());
  CHECK_FALSE(framework_in_plan_file(R"({"framework":{"levels":[]}})"));
}
