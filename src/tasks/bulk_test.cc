// One change to many items: all of it or none, and nobody is overwritten unseen.
#include "tasks/bulk.h"

#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "tasks/tasks.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace bulk_test {

constexpr const char* kPlan = "fair-work-plan";
const Actor kCoordinator{"coordinator", {{Role::coordinator, "", ""}}};
const Actor kOfOther{"coordinator", {{Role::coordinator, "schools-plan", ""}}};

Day day(const char* iso) { return Day::parse(iso).value(); }

struct Desk {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  Desk() { test::adopt_small_plan(bench); }
  [[nodiscard]] Plan plan() const { return w.plans.find(kPlan, View::live).value()->plan; }
  [[nodiscard]] ItemId id(std::size_t n) const { return plan().items.at(n).id; }
  [[nodiscard]] std::vector<SeenItem> seen(std::initializer_list<std::size_t> numbers) const {
    std::vector<SeenItem> all;
    for (const auto n : numbers) all.push_back({id(n), last_seen(w, id(n)).value()});
    return all;
  }
  [[nodiscard]] std::int64_t entries() const { return w.ledger.head()->count; }
};

ManyChange owners(std::vector<std::string> names, std::string reason = "The directorates were merged.") {
  ManyChange change;
  change.owners = std::move(names);
  change.reason = std::move(reason);
  return change;
}

TEST_CASE("many items change in one batch, each with its own entry and the one reason") {
  Desk d;
  const auto before = d.entries();
  auto change = owners({"Director of People"});
  change.redated = day("2024-06-30");
  CHECK(change_many_items(d.w, kCoordinator, kPlan, d.seen({0, 2}), change).value() == 2);
  for (const std::size_t n : {0U, 2U}) {
    CHECK(d.plan().items[n].owners == std::vector<std::string>{"Director of People"});
    CHECK(d.plan().items[n].dates().due == day("2024-06-30"));
  }
  CHECK(d.plan().items[1].owners.empty());
  CHECK(d.entries() == before + 4);
  const auto lines = history(d.w, kPlan, d.id(0), View::live).value();
  CHECK(lines[0].reason == "The directorates were merged.");
  CHECK(lines[0].at == lines[1].at);
  CHECK(lines[0].changes.at(0).field == ItemField::redated);
  CHECK(lines[1].changes.at(0).field == ItemField::owners);
  REQUIRE(d.w.ledger.rebuild());
  CHECK(d.plan().items[2].dates().due == day("2024-06-30"));
}

TEST_CASE("objectives and parts of section 149 are set in many items at once, and taken back by another change") {
  Desk d;
  const auto before = d.entries();
  const auto duty = [&](std::size_t n) { return objective_of(d.w.publication.objectives(kPlan).value(), kPlan, d.id(n)); };
  ManyChange why;
  why.reason = "The strategic equality plan names it.";
  CHECK(change_many_items(d.w, kCoordinator, kPlan, d.seen({0, 2}), {why, {.objective = " Fair  recruitment ", .advance = true}}).value() == 2);
  CHECK(duty(0) == ItemObjective{kPlan, d.id(0), "Fair recruitment", false, true, false});
  CHECK(duty(1) == ItemObjective{kPlan, d.id(1), "", false, false, false});
  CHECK(d.entries() == before + 2);
  CHECK(history(d.w, kPlan, d.id(2), View::live).value()[0].reason == "The strategic equality plan names it.");

  // Parts replace parts; the objective stays. What says so already is left out; an owner goes with it in the same batch.
  auto with_owner = owners({"Director of People"});
  CHECK(change_many_items(d.w, kCoordinator, kPlan, d.seen({0, 1}), {with_owner, {.eliminate = true}}).value() == 2);
  CHECK(duty(0) == ItemObjective{kPlan, d.id(0), "Fair recruitment", true, false, false});
  CHECK(duty(1) == ItemObjective{kPlan, d.id(1), "", true, false, false});
  CHECK(d.plan().items[1].owners == std::vector<std::string>{"Director of People"});
  CHECK(change_many_items(d.w, kCoordinator, kPlan, d.seen({1}), {why, {.eliminate = true}}).error().fault == Fault::conflict);

  CHECK(change_many_items(d.w, kCoordinator, kPlan, d.seen({0, 1, 2}), {why, {.clear = true}}).value() == 3);
  CHECK(duty(0) == ItemObjective{kPlan, d.id(0), "", false, false, false});
  CHECK(change_many_items(d.w, kOfOther, kPlan, d.seen({0}), {why, {.foster = true}}).error().fault == Fault::not_allowed);
  CHECK(change_many_items(d.w, kCoordinator, kPlan, d.seen({0}), {ManyChange{}, {.foster = true}}).error().fault == Fault::invalid_input);  // no reason
  CHECK(change_many_items(d.w, kCoordinator, kPlan, {{ItemId("none"), 0}}, {why, {.foster = true}}).error().fault == Fault::invalid_input);
  CHECK(change_many_items(d.w, kCoordinator, kPlan, d.seen({0}), {why, {.objective = std::string(5001, 'x')}}).error().fault == Fault::too_large);
  const auto dump = d.bench.store->dump_derived().value();
  REQUIRE(d.w.ledger.rebuild());
  CHECK(d.bench.store->dump_derived().value() == dump);
}

TEST_CASE("what would change is shown first, row by row, and nothing is done") {
  Desk d;
  REQUIRE(correct_item(d.w, kCoordinator, kPlan, {d.id(2), ItemField::start, {"2024-01-01"}, "as agreed"}));
  const auto before = d.entries();
  ManyChange change;
  change.redated = day("2023-12-31");
  const auto rows = preview_many(d.w, kCoordinator, kPlan, {d.id(0), d.id(2), ItemId("none")}, change).value();
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].title == "Publish the pay gap by ethnic group");
  CHECK(rows[0].row.changes == std::vector{FieldChange{ItemField::redated, {"2024-03-31"}, {"2023-12-31"}}});
  CHECK(rows[1].row.refusal == "the start, 1 January 2024, is after the due date, 31 December 2023");
  CHECK(rows[2].row.refusal == "there is no such item in this plan");
  change.redated = day("2024-03-31");
  CHECK(preview_many(d.w, kCoordinator, kPlan, {d.id(0)}, change)->at(0).row.changes.empty());
  CHECK(d.entries() == before);
}

TEST_CASE("it happens in every item or in none") {
  Desk d;
  REQUIRE(correct_item(d.w, kCoordinator, kPlan, {d.id(2), ItemField::start, {"2024-01-01"}, "as agreed"}));
  const auto before = d.entries();
  ManyChange change;
  change.redated = day("2023-12-31");
  change.reason = "A year less";
  const auto refused = change_many_items(d.w, kCoordinator, kPlan, d.seen({0, 2}), change);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("the start, 1 January 2024") != std::string::npos);
  CHECK(d.entries() == before);
  CHECK(d.plan().items[0].dates().due == day("2024-03-31"));
}

TEST_CASE("what somebody else changed meanwhile is a conflict that names the row") {
  Desk d;
  const auto seen = d.seen({0, 2});
  REQUIRE(correct_item(d.w, kCoordinator, kPlan, {d.id(2), ItemField::title, {"Review all curricula"}, "misread"}));
  const auto before = d.entries();
  const auto change = owners({"Director of People"});
  CHECK(change_many_items(d.w, kCoordinator, kPlan, seen, change).error().fault == Fault::conflict);
  CHECK(d.entries() == before);
  const auto rows = preview_many(d.w, kCoordinator, kPlan, {seen[0].item, seen[1].item}, change, seen).value();
  CHECK_FALSE(rows[0].meanwhile);
  REQUIRE(rows[1].meanwhile);
  CHECK(rows[1].meanwhile->actor == "coordinator");
  CHECK(rows[1].meanwhile->kind == "item.corrected");
  CHECK(rows[1].title == "Review all curricula");
  CHECK(change_many_items(d.w, kCoordinator, kPlan, {{seen[0].item, rows[0].seen}, {seen[1].item, rows[1].seen}}, change).value() == 2);
}

TEST_CASE("items that say so already are left out, and when all do nothing is written") {
  Desk d;
  REQUIRE(change_many_items(d.w, kCoordinator, kPlan, d.seen({0}), owners({"Director of People"})));
  CHECK(change_many_items(d.w, kCoordinator, kPlan, d.seen({0, 2}), owners({"Director of People"})).value() == 1);
  CHECK(change_many_items(d.w, kCoordinator, kPlan, d.seen({0, 2}), owners({"Director of People"})).error().fault == Fault::conflict);
}

TEST_CASE("what may not be done is refused") {
  Desk d;
  struct Row {
    const char* name;
    const Actor* who;
    ManyChange change;
    Fault fault;
  };
  const Actor nobody{"nobody", {}};
  ManyChange theme = owners({});
  theme.theme = ThemeId("of no plan");
  for (const auto& row : std::initializer_list<Row>{{"somebody without a right", &nobody, owners({"A"}), Fault::not_allowed},
                                                    {"the coordinator of another plan", &kOfOther, owners({"A"}), Fault::not_allowed},
                                                    {"no reason", &kCoordinator, owners({"A"}, " "), Fault::invalid_input},
                                                    {"nothing asked for", &kCoordinator, owners({}), Fault::conflict},
                                                    {"a theme of no plan", &kCoordinator, theme, Fault::invalid_input}}) {
    CAPTURE(row.name);
    const auto done = change_many_items(d.w, *row.who, kPlan, d.seen({0}), row.change);
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == row.fault);
  }
}

TEST_CASE("a filter is kept by its name, for one account and one plan") {
  Desk d;
  REQUIRE(save_filter(d.w, kCoordinator, kPlan, "  Late  ones ", "status=overdue"));
  REQUIRE(save_filter(d.w, kCoordinator, kPlan, "Late ones", "status=overdue&owner=A"));
  const auto mine = saved_filters(d.w, kCoordinator, kPlan).value();
  REQUIRE(mine.size() == 1);
  CHECK(mine[0] == SavedFilter{"coordinator", kPlan, "Late ones", "status=overdue&owner=A"});
  const Actor colleague{"colleague", {{Role::coordinator, "", ""}}};
  CHECK(saved_filters(d.w, colleague, kPlan)->empty());
  CHECK(saved_filters(d.w, kCoordinator, "schools-plan")->empty());
  REQUIRE(forget_filter(d.w, kCoordinator, kPlan, "Late ones"));
  CHECK(saved_filters(d.w, kCoordinator, kPlan)->empty());

  CHECK(save_filter(d.w, kCoordinator, kPlan, " ", "status=overdue").error().fault == Fault::invalid_input);
  CHECK(save_filter(d.w, kCoordinator, kPlan, "All", "").error().fault == Fault::invalid_input);
  CHECK(save_filter(d.w, kCoordinator, kPlan, std::string(61, 'x'), "q=1").error().fault == Fault::invalid_input);
  CHECK(save_filter(d.w, Actor{"nobody", {}}, kPlan, "Mine", "q=1").error().fault == Fault::not_allowed);
  for (int n = 0; n < 50; ++n) REQUIRE(save_filter(d.w, kCoordinator, kPlan, std::to_string(n), "q=1"));
  CHECK(save_filter(d.w, kCoordinator, kPlan, "one more", "q=1").error().fault == Fault::too_large);
  CHECK(save_filter(d.w, kCoordinator, kPlan, "7", "q=2").has_value());  // takes the place of one that is there
}

}  // namespace bulk_test
