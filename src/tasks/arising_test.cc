// What arises from a record becomes an item of a plan, tied both ways.
#include "tasks/arising.h"

#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "registers/open_fixture.h"
#include "progress/standing.h"
#include "tasks/plans.h"
#include "tasks/record_ties.h"
#include "tasks/records.h"
#include "tasks/registers.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace arising_test {

struct Meeting {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  std::string slug = test::adopt_small_plan(bench);
  Actor council{"equality", {{Role::coordinator, "", ""}}};
  RecordId record;
  explicit Meeting(bool links = true) {
    auto text = test::kOpenRegister;
    if (links) text.replace(text.find("\"states\": ["), 0, "\"links\": [\"items\"], ");
    REQUIRE(define_register(w, council, text));
    record = submit_record(w, &council, {"site-visits", {{"site", "Harbour"}, {"day", "2023-06-01"}}, ""}).value().id;
  }
  [[nodiscard]] Arising lamp() const {
    return {.record = record, .plan = slug, .kind = ItemKind::action, .title = "Light  the harbour path", .detail = "Two lamps.", .owners = {"Head of Streets", " "},
            .timescale = "by March 2024", .once = "k3v9x2m7qa"};
  }
  [[nodiscard]] Plan plan(View view = View::live) const { return w.plans.find(slug, view).value()->plan; }
};

TEST_CASE("an action that arises is an emerging item of the plan, tied to its record both ways") {
  Meeting m;
  const auto before = m.plan().items.size();
  const auto arisen = make_item_of(m.w, m.council, m.lamp());
  REQUIRE(arisen);
  const auto plan = m.plan();
  REQUIRE(plan.items.size() == before + 1);
  const auto& item = plan.items.back();
  CHECK(item.id == arisen->item);
  CHECK(item.title == "Light the harbour path");
  CHECK(item.owners == std::vector<std::string>{"Head of Streets"});
  CHECK(item.dates().due == Day::parse("2024-03-31").value());
  CHECK(item.first_due == item.dates().due);
  const auto progress = m.w.progress.of_plan(m.slug).value();
  CHECK(standing_of(*progress, item.id).stage == Stage::emerging);
  const auto ties = ties_of_record(m.w, m.council, m.record);
  REQUIRE(ties->size() == 1);
  CHECK(ties->at(0).title == "Light the harbour path");
  const auto there = records_tied_to(m.w, &m.council, m.slug, item.id);
  REQUIRE(there->size() == 1);
  CHECK(there->at(0).records == std::vector<RecordId>{m.record});
  CHECK(make_item_of(m.w, m.council, m.lamp())->already);
  CHECK(m.plan().items.size() == before + 1);
}

TEST_CASE("an item that arose is in the ledger like any other: rebuilt, it is the same, and it waits for the release") {
  Meeting m;
  REQUIRE(release_plan(m.w, first_coordinator(), m.slug));
  const auto public_items = m.plan(View::released).items.size();
  const auto arisen = make_item_of(m.w, m.council, m.lamp());
  REQUIRE(arisen);
  CHECK(m.plan(View::released).items.size() == public_items);
  const auto before = m.bench.store->dump_derived().value();
  REQUIRE(m.w.ledger.rebuild());
  CHECK(m.bench.store->dump_derived().value() == before);
  REQUIRE(release_plan(m.w, first_coordinator(), m.slug));
  CHECK(find_item(m.plan(View::released), arisen->item) != nullptr);
}

TEST_CASE("who may not correct the plan, or does not handle the record, adds nothing") {
  Meeting m;
  const Actor contributor{"streets", {{Role::contributor, "", ""}}}, publisher{"publisher", {{Role::publisher, "", ""}}};
  const Actor of_another{"other", {{Role::coordinator, "another-plan", ""}, {Role::contributor, "", ""}}};
  CHECK(make_item_of(m.w, contributor, m.lamp()).error().fault == Fault::not_allowed);
  CHECK(make_item_of(m.w, publisher, m.lamp()).error().fault == Fault::not_found);
  CHECK(make_item_of(m.w, of_another, m.lamp()).error().fault == Fault::not_allowed);
  CHECK(plans_to_add_to(m.w, of_another)->empty());
  CHECK(plans_to_add_to(m.w, m.council)->size() == 1);
  CHECK(m.plan().items.size() == Meeting().plan().items.size());
}

TEST_CASE("what is refused says which field it is about") {
  Meeting m;
  auto nothing = m.lamp();
  nothing.title = "  ";
  CHECK(make_item_of(m.w, m.council, nothing).error().where == "title");
  auto long_title = m.lamp();
  long_title.title = std::string(1'001, 'x');
  CHECK(make_item_of(m.w, m.council, long_title).error().where == "title");
  auto nowhere = m.lamp();
  nowhere.plan = "no-such-plan";
  CHECK(make_item_of(m.w, m.council, nowhere).error().fault == Fault::not_found);
  Meeting apart(false);
  CHECK(make_item_of(apart.w, apart.council, apart.lamp()).error().fault == Fault::invalid_input);
}

}  // namespace arising_test
