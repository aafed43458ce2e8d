#include "tasks/assessments.h"

#include <doctest/doctest.h>

#include "framework/fixture.h"
#include "tasks/import.h"
#include "tasks/people_fixture.h"

namespace makegood::tasks {
namespace assessments_test {

using framework::standing_of;

/// A framework that was imported with its levels, and a plan with something to tie to it.
struct Assessing {
  test::PeopleBench bench;
  const Workspace& w = bench.workspace;
  std::string slug = "ladder-2026";
  Actor coordinator{"equality@aberllyn.example", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
  Actor panel{"panel@aberllyn.example", {{Role::scrutineer, slug, ""}}};
  ItemId first{""}, second{""};

  Assessing() {
    import(framework::fixture::plan_of_criteria(3), R"({"framework":)" + framework::write(framework::fixture::ladder()) + "}");
    const auto kept = *w.plans.find(slug, View::live);
    first = kept->plan.items[0].id;
    second = kept->plan.items[1].id;
  }
  void import(Plan plan, const std::string& bytes) {
    const auto proposal = propose_import(w, coordinator, {bytes, "framework.json"}, std::move(plan), {.slug = slug});
    if (!proposal) throw std::runtime_error(proposal.error().line());
    if (auto accepted = accept_import(w, coordinator, proposal->id, {.release = true}); !accepted) throw std::runtime_error(accepted.error().line());
  }
  framework::Assessment now() { return see_assessment(w, coordinator, slug)->assessment; }
  RatingWords says(const ItemId& item, const std::string& level, const std::string& assessor = "") { return {item, level, "Because of what was seen", "", assessor}; }
};

TEST_CASE("a framework brings its levels with it, and nothing is assessed before a round is open") {
  Assessing t;
  REQUIRE(t.now().framework);
  CHECK(*t.now().framework == framework::fixture::ladder());
  CHECK(rate_criterion(t.w, t.panel, t.slug, t.says(t.first, "achieving")).error().fault == Fault::conflict);
  REQUIRE(open_round(t.w, t.coordinator, t.slug, {.name = "2026", .aim = "achieving"}));
  CHECK(open_round(t.w, t.coordinator, t.slug, {.name = "2027"}).error().fault == Fault::conflict);
  CHECK(rate_criterion(t.w, t.panel, t.slug, t.says(t.first, "achieving")));
}

TEST_CASE("what does not fit is refused, with the field that it concerns") {
  Assessing t;
  CHECK(open_round(t.w, t.coordinator, t.slug, {.name = " "}).error().where == "round");
  CHECK(open_round(t.w, t.coordinator, t.slug, {.name = "2026", .aim = "not-assessed"}).error().where == "aim");
  CHECK(open_round(t.w, t.coordinator, t.slug, {.name = "2026", .again = Day::parse("2020-01-01").value()}).error().where == "again");
  CHECK(open_round(t.w, t.panel, t.slug, {.name = "2026"}).error().fault == Fault::not_allowed);
  REQUIRE(open_round(t.w, t.coordinator, t.slug, {.name = "2026"}));
  CHECK(rate_criterion(t.w, t.panel, t.slug, t.says(t.first, "splendid")).error().where == "level");
  CHECK(rate_criterion(t.w, t.panel, t.slug, {t.first, "achieving", " ", "", ""}).error().where == "reasons");
  CHECK(rate_criterion(t.w, t.panel, t.slug, t.says(ItemId("nowhere"), "achieving")).error().fault == Fault::not_found);
  CHECK(rate_criterion(t.w, t.panel, t.slug, t.says(t.first, "achieving", "Race Council Wales")).error().fault == Fault::not_allowed);
  CHECK(rate_criterion(t.w, {"stranger", {{Role::scrutineer, "other-plan", ""}}}, t.slug, t.says(t.first, "achieving")).error().fault == Fault::not_allowed);
  CHECK(agree_level(t.w, t.coordinator, t.slug, t.says(t.first, "achieving"), 99).error().fault == Fault::conflict);
}

TEST_CASE("two people assess without seeing each other, differ, agree with a reason, and a year later it has moved") {
  Assessing t;
  REQUIRE(open_round(t.w, t.coordinator, t.slug, {.name = "2026"}));
  REQUIRE(rate_criterion(t.w, t.coordinator, t.slug, t.says(t.first, "developing", "Race Council Wales")));
  CHECK_FALSE(see_assessment(t.w, t.panel, t.slug)->sees_others("2026", t.first));
  REQUIRE(rate_criterion(t.w, t.panel, t.slug, t.says(t.first, "achieving")));
  CHECK(see_assessment(t.w, t.panel, t.slug)->sees_others("2026", t.first));

  CHECK(close_round(t.w, t.coordinator, t.slug).error().message.find("1.1") != std::string::npos);
  const auto seen = t.now().sequence;
  CHECK(agree_level(t.w, t.panel, t.slug, t.says(t.first, "achieving"), seen).error().fault == Fault::not_allowed);
  CHECK(agree_level(t.w, t.coordinator, t.slug, {t.first, "achieving", "", "", ""}, seen).error().where == "reasons");
  REQUIRE(rate_criterion(t.w, t.panel, t.slug, t.says(t.first, "excellent")));
  CHECK(agree_level(t.w, t.coordinator, t.slug, t.says(t.first, "achieving"), seen).error().fault == Fault::conflict);
  REQUIRE(agree_level(t.w, t.coordinator, t.slug, t.says(t.first, "developing"), t.now().sequence));
  CHECK(standing_of(t.now(), "2026", t.first).level == "developing");
  REQUIRE(close_round(t.w, t.coordinator, t.slug));
  CHECK(rate_criterion(t.w, t.panel, t.slug, t.says(t.first, "achieving")).error().fault == Fault::conflict);

  REQUIRE(open_round(t.w, t.coordinator, t.slug, {.name = "2027"}));
  REQUIRE(rate_criterion(t.w, t.panel, t.slug, t.says(t.first, "achieving")));
  CHECK(framework::movement_of(t.now(), "2027", t.first) == framework::Movement::up);
  CHECK(t.w.ledger.verify()->fault.empty());
}

TEST_CASE("a gap is closed by an item of a plan or by a reason, and opens again when the tie ends") {
  Assessing t;
  const auto plan = *t.w.plans.find(t.slug, View::live);
  REQUIRE(open_round(t.w, t.coordinator, t.slug, {.name = "2026"}));
  CHECK(framework::gaps(t.now(), "2026", plan->plan).size() == 3);
  CHECK(serve_criterion(t.w, t.coordinator, t.slug, {t.first, "nowhere", "1.2", "", false}).error().fault == Fault::not_found);
  CHECK(serve_criterion(t.w, t.coordinator, t.slug, {t.first, t.slug, "9.9", "", false}).error().where == "item");
  CHECK(serve_criterion(t.w, t.coordinator, t.slug, {t.first, "", "", " ", false}).error().fault == Fault::invalid_input);
  REQUIRE(serve_criterion(t.w, t.coordinator, t.slug, {t.first, t.slug, "1.2", "", false}));
  REQUIRE(serve_criterion(t.w, t.coordinator, t.slug, {t.second, "", "", "Another body does it", false}));
  CHECK(framework::gaps(t.now(), "2026", plan->plan).size() == 1);
  CHECK(t.now().services.front().words == "1.2 Criterion 2");
  REQUIRE(serve_criterion(t.w, t.coordinator, t.slug, {t.first, t.slug, t.second.text, "", true}));
  CHECK(framework::gaps(t.now(), "2026", plan->plan).size() == 2);
}

TEST_CASE("the public reads closed rounds without the assessors' words") {
  Assessing t;
  REQUIRE(open_round(t.w, t.coordinator, t.slug, {.name = "2026"}));
  REQUIRE(rate_criterion(t.w, t.panel, t.slug, t.says(t.first, "achieving")));
  CHECK(public_assessment(t.w, t.slug)->assessment.rounds.empty());
  REQUIRE(close_round(t.w, t.coordinator, t.slug));
  const auto open = public_assessment(t.w, t.slug);
  REQUIRE(open);
  CHECK(standing_of(open->assessment, "2026", t.first).level == "achieving");
  for (const auto& rating : open->assessment.ratings) CHECK(rating.reasons.empty());
  CHECK_FALSE(public_assessment(t.w, "no-such-plan"));
}

TEST_CASE("levels that are in use stay, and a file whose levels contradict themselves is not taken") {
  Assessing t;
  REQUIRE(open_round(t.w, t.coordinator, t.slug, {.name = "2026"}));
  REQUIRE(rate_criterion(t.w, t.panel, t.slug, t.says(t.first, "achieving")));
  const auto other = framework::read_framework(R"({"levels":[{"code":"a","title":"A"},{"code":"b","title":"B"}]})");
  CHECK(keep_framework(t.w, t.coordinator, t.slug, *other).error().fault == Fault::conflict);
  CHECK(keep_framework(t.w, t.coordinator, t.slug, framework::fixture::ladder()));
  const auto refused = propose_import(t.w, t.coordinator, {R"({"framework":{"levels":[]}})", "x.json"}, framework::fixture::plan_of_criteria(1), {.slug = "x"});
  CHECK(refused.error().message.find("two levels") != std::string::npos);
}

}  // namespace assessments_test
}  // namespace makegood::tasks
