// What a person decides about a newer document, as steps of its import.
#include <doctest/doctest.h>

#include <algorithm>

#include "faults/fixture.h"
#include "tasks/tasks.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::adopt_small_plan;
using makegood::test::Bench;
using makegood::test::small_draft;

namespace revision_test {

const Actor kCoordinator{"coordinator", {{Role::coordinator, "", ""}}};
const Actor kNobody{"nobody", {}};
constexpr const char* kSlug = "fair-work-plan";

// The small plan without its third item, with its first one worded quite differently.
Plan newer_draft() {
  auto draft = small_draft();
  draft.items[0].title = "Say every spring what each ethnic group is paid";
  draft.items.pop_back();
  return draft;
}

ImportId propose_newer(Bench& bench) {
  return propose_import(bench.workspace, kCoordinator, {"newer", "newer.docx"}, newer_draft()).value().id;
}

Plan live(Bench& bench) { return bench.workspace.plans.find(kSlug, View::live).value()->plan; }

MatchDecision same(const ItemId& current) { return {MatchVerdict::same, ItemId("1"), current, {}}; }
MatchDecision gone(const ItemId& current, Departure departure) { return {MatchVerdict::gone, {}, current, std::move(departure)}; }

ChangeSet changes(Bench& bench, const ImportId& id) {
  return changes_of(bench.workspace, bench.workspace.imports.find(id).value()).value();
}

TEST_CASE("a revision is accepted once every doubt has an answer, and the answers stay in the plan") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench, true);
  const auto before = live(bench);
  const auto id = propose_newer(bench);
  CHECK(changes(bench, id).count(Fate::gone) == 1);
  CHECK(changes(bench, id).questions() == 2);  // little of the first one's wording is left, and the third is gone

  const auto refused = accept_import(w, kCoordinator, id);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fault == Fault::conflict);
  REQUIRE(decide_match(w, kCoordinator, id, same(before.items[0].id)));
  REQUIRE_FALSE(accept_import(w, kCoordinator, id));
  REQUIRE(decide_match(w, kCoordinator, id, gone(before.items[2].id, {DepartureReason::dropped, {}, "Schools do it themselves", {}})));
  REQUIRE(accept_import(w, kCoordinator, id));

  const auto after = live(bench);
  CHECK(after.items[0].id == before.items[0].id);
  CHECK(after.items[0].title == "Say every spring what each ethnic group is paid");
  const auto* absent = find_item(after, before.items[2].id);
  REQUIRE(absent != nullptr);
  CHECK(absent->absent);
  CHECK(absent->departure == Departure{DepartureReason::dropped, {}, "Schools do it themselves", Day::parse("2023-06-14").value()});
  const auto story = history(w, kSlug, absent->id, View::live).value();
  CHECK(story.front().kind == "item.gone");
  CHECK(story.front().message == "history.item_gone");
  CHECK(history(w, kSlug, after.items[0].id, View::live).value().front().message == "history.item_revised");
  const auto whole = history(w, kSlug, {}, View::live).value();
  for (const auto& line : whole) CHECK(line.kind != "item.kept");  // of the plan it is no news that an item stands there again
}

TEST_CASE("each answer can be taken back") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench, true);
  const auto id = propose_newer(bench);
  const int asked = changes(bench, id).questions();
  REQUIRE(decide_match(w, kCoordinator, id, same(live(bench).items[0].id)));
  CHECK(changes(bench, id).questions() == asked - 1);
  REQUIRE(undo_last_step(w, kCoordinator, id));
  CHECK(changes(bench, id).questions() == asked);
}

TEST_CASE("without answers it is taken as it was matched, and what is gone is so without a reason") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench, true);
  const auto before = live(bench);
  REQUIRE(accept_import(w, kCoordinator, propose_newer(bench), {.as_matched = true}));
  const auto after = live(bench);
  const auto* absent = find_item(after, before.items[2].id);
  REQUIRE(absent != nullptr);
  REQUIRE(absent->departure);
  CHECK(absent->departure->reason == DepartureReason::not_stated);
}

TEST_CASE("a later document brings an item back, under its own id") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench, true);
  const auto before = live(bench);
  REQUIRE(accept_import(w, kCoordinator, propose_newer(bench), {.as_matched = true}));
  const auto third = propose_import(w, kCoordinator, {"third", "third.docx"}, small_draft()).value();
  CHECK(third.changes.count(ChangeKind::returned) >= 1);
  REQUIRE(accept_import(w, kCoordinator, third.id, {.as_matched = true}));
  const auto after = live(bench);
  const auto* back = find_item(after, before.items[2].id);
  REQUIRE(back != nullptr);
  CHECK_FALSE(back->absent);
  CHECK_FALSE(back->departure);
}

TEST_CASE("what cannot be decided is refused in one line") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  const auto first = propose_import(w, kCoordinator, {"first", "first.docx"}, small_draft()).value().id;
  CHECK(decide_match(w, kCoordinator, first, same(ItemId("x"))).error().message == "there is no earlier version of this plan");
  REQUIRE(accept_import(w, kCoordinator, first));
  const auto plan = live(bench);
  const auto id = propose_newer(bench);
  CHECK(decide_match(w, kNobody, id, same(plan.items[0].id)).error().fault == Fault::not_allowed);
  CHECK(decide_match(w, kCoordinator, ImportId("none"), same(plan.items[0].id)).error().fault == Fault::not_found);
  CHECK(decide_match(w, kCoordinator, id, same(ItemId("none"))).error().fault == Fault::not_found);
  CHECK(decide_match(w, kCoordinator, id, gone(plan.items[1].id, {DepartureReason::completed, {}, "", {}})).error().fault == Fault::conflict);
  REQUIRE(discard_import(w, kCoordinator, id));
  CHECK(decide_match(w, kCoordinator, id, same(plan.items[0].id)).error().fault == Fault::conflict);
}

std::vector<std::string> names_of(const std::vector<PlanVersion>& versions) {
  std::vector<std::string> names;
  for (const auto& version : versions) names.push_back(version.called);
  return names;
}

void revise_to(Bench& bench, const std::string& title, std::optional<int> as_of = {}) {
  auto draft = small_draft();
  draft.items[0].title = title;
  draft.settings.as_of = as_of;
  const auto id = propose_import(bench.workspace, kCoordinator, {title, "next.docx"}, draft, {.slug = kSlug}).value().id;
  REQUIRE(accept_import(bench.workspace, kCoordinator, id, {.as_matched = true}));
}

TEST_CASE("versions are called by their year, then by their day, and keep the name") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench);
  revise_to(bench, "Publish the pay gap by ethnic group in spring");
  revise_to(bench, "Publish the pay gap by ethnic group in summer");
  revise_to(bench, "Publish the pay gap by ethnic group in autumn", 2025);
  const std::vector<std::string> expected = {"2023", "2023-06-14", "2023-06-14-2", "2025"};
  CHECK(names_of(w.plans.versions(kSlug, View::live).value()) == expected);
  CHECK(w.plans.find_version(kSlug, "2023", View::live)->items[0].title == "Publish the pay gap by ethnic group");
  CHECK(w.plans.find_version(kSlug, "2023-06-14", View::live)->items[0].title == "Publish the pay gap by ethnic group in spring");
  CHECK(w.plans.find_version(kSlug, "2025", View::live)->items[0].title == "Publish the pay gap by ethnic group in autumn");
  REQUIRE(w.ledger.rebuild());
  CHECK(names_of(w.plans.versions(kSlug, View::live).value()) == expected);
  CHECK(w.plans.find_version(kSlug, "2024", View::live).error().fault == Fault::not_found);
}

TEST_CASE("the public sees the versions that were released, as they last stood in public") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench, true);
  const Actor publisher{"publisher", {{Role::publisher, "", ""}}};
  const auto first = live(bench).items[0].id;
  REQUIRE(correct_item(w, publisher, kSlug, {first, ItemField::title, {"Publish each pay gap by ethnic group"}, "clearer"}));
  revise_to(bench, "Publish the pay gap by ethnic group in spring");  // never released
  CHECK(names_of(w.plans.versions(kSlug, View::released).value()) == std::vector<std::string>{"2023"});
  revise_to(bench, "Publish the pay gap by ethnic group in summer", 2024);
  REQUIRE(release_plan(w, publisher, kSlug));
  CHECK(names_of(w.plans.versions(kSlug, View::released).value()) == std::vector<std::string>{"2023", "2024"});
  CHECK(w.plans.find_version(kSlug, "2023", View::released)->items[0].title == "Publish each pay gap by ethnic group");
  CHECK(w.plans.find_version(kSlug, "2023-06-14", View::released).error().fault == Fault::not_found);
  REQUIRE(withdraw_plan(w, publisher, kSlug, "too early"));
  CHECK(w.plans.versions(kSlug, View::released).error().fault == Fault::not_found);
  REQUIRE(release_plan(w, publisher, kSlug));
  CHECK(names_of(w.plans.versions(kSlug, View::released).value()) == std::vector<std::string>{"2024"});
}

}  // namespace revision_test
