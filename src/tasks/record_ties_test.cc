// Records tied to promises and to each other, over the store in memory.
#include "tasks/record_ties.h"

#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "registers/open_fixture.h"
#include "registers/sender_fixture.h"
#include "tasks/records.h"
#include "tasks/registers.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace record_ties_test {

const Actor kCouncil{"equality", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
const Actor kHandler{"handler@aberllyn.example", {{Role::handler, "", ""}}};
const Actor kBoth{"both@aberllyn.example", {{Role::handler, "", ""}, {Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
const Actor kHousing{"housing@aberllyn.example", {{Role::contributor, "", "Housing"}}};
const Actor kScrutineer{"panel@aberllyn.example", {{Role::scrutineer, "", ""}}};

struct Tied {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  std::string slug;
  RecordId tip, visit;
  Tied() {
    REQUIRE(define_register(w, kCouncil, test::kTips));
    REQUIRE(define_register(w, kCouncil, test::kOpenRegister));
    slug = test::adopt_small_plan(bench);
    tip = submit_record(w, nullptr, {.register_name = "tips", .answers = {{"about", "Pay is not published"}, {"team", "Streets"}}, .once = "k3v9x2m7qa", .anonymous = true})->id;
    visit = submit_record(w, &kCouncil, {.register_name = "site-visits", .answers = {{"site", "Depot"}, {"day", "2023-06-01"}}, .once = "m3v9x2m7qb"})->id;
  }
  ItemId item(std::string_view ref) {
    const auto kept = w.plans.find(slug, View::live).value();
    for (const auto& one : kept->plan.items)
      if (one.ref == ref) return one.id;
    return {};
  }
  TieEnd to_item(std::string_view ref) { return {TieTo::item, slug, item(ref).text}; }
  TieEnd to_visit() { return {TieTo::record, "site-visits", visit.text}; }
};

TEST_CASE("a record is tied to an item once, shown on both sides, and untied") {
  Tied t;
  const auto end = t.to_item("01.05");
  REQUIRE(tie_record(t.w, kBoth, t.tip, end));
  REQUIRE(tie_record(t.w, kBoth, t.tip, end));
  const auto ties = ties_of_record(t.w, kBoth, t.tip);
  REQUIRE(ties);
  REQUIRE(ties->size() == 1);
  CHECK(ties->front().title == "Publish the pay gap by ethnic group");
  CHECK(ties->front().ref == "01.05");
  CHECK(t.w.ledger.about(t.tip.text)->size() == 2);
  const auto there = records_tied_to(t.w, &kBoth, t.slug, t.item("01.05"));
  REQUIRE(there);
  REQUIRE(there->size() == 1);
  CHECK(there->front().register_name == "tips");
  CHECK(there->front().records == std::vector<RecordId>{t.tip});
  REQUIRE(untie_record(t.w, kBoth, t.tip, end));
  REQUIRE(untie_record(t.w, kBoth, t.tip, end));
  CHECK(ties_of_record(t.w, kBoth, t.tip)->empty());
  CHECK(records_tied_to(t.w, &kBoth, t.slug, t.item("01.05"))->empty());
  CHECK(t.w.ledger.about(t.tip.text)->size() == 3);
}

TEST_CASE("each side shows a tie to those alone who may see the other") {
  Tied t;
  REQUIRE(tie_record(t.w, kBoth, t.tip, t.to_item("01.05")));
  CHECK(records_tied_to(t.w, nullptr, t.slug, t.item("01.05"))->empty());
  CHECK(records_tied_to(t.w, &kScrutineer, t.slug, t.item("01.05"))->empty());  // sees the plan, not this register
  CHECK(records_tied_to(t.w, &kHousing, t.slug, t.item("01.05"))->empty());     // sees the register, not this team's records
  CHECK(records_tied_to(t.w, &kCouncil, t.slug, t.item("01.05"))->size() == 1);
  const auto ties = ties_of_record(t.w, kHandler, t.tip);  // sees the record; the plan is private still
  REQUIRE(ties);
  REQUIRE(ties->size() == 1);
  CHECK_FALSE(ties->front().is_seen);
  CHECK(ties->front().title.empty());
  CHECK(ties_of_record(t.w, kScrutineer, t.tip).error().fault == Fault::not_found);
}

TEST_CASE("a tie between two registers is shown on both records, and made on one") {
  Tied t;
  REQUIRE(tie_record(t.w, kBoth, t.tip, t.to_visit()));
  const auto there = ties_of_record(t.w, kBoth, t.visit);
  REQUIRE(there);
  REQUIRE(there->size() == 1);
  CHECK(there->front().made_there);
  CHECK(there->front().end.target == t.tip.text);
  CHECK(there->front().place_title == "Tips");
  CHECK(ties_of_record(t.w, kScrutineer, t.visit)->empty());  // who may not see tips is not told that there is one
}

TEST_CASE("what cannot be tied is refused") {
  Tied t;
  struct Row {
    const char* rule;
    const Actor& actor;
    RecordId id;
    TieEnd end;
    Fault fault;
  };
  const Row rows[] = {
      {"by somebody who does not handle it", kCouncil, t.tip, t.to_item("01.05"), Fault::not_found},
      {"to an item that they may not see", kHandler, t.tip, t.to_item("01.05"), Fault::not_found},
      {"to an item that is not there", kBoth, t.tip, {TieTo::item, t.slug, "nothing"}, Fault::not_found},
      {"to a plan that is not there", kBoth, t.tip, {TieTo::item, "nowhere", t.item("01.05").text}, Fault::not_found},
      {"to itself", kBoth, t.tip, {TieTo::record, "tips", t.tip.text}, Fault::invalid_input},
      {"to a record under another register's name", kBoth, t.tip, {TieTo::record, "tips", t.visit.text}, Fault::not_found},
      {"of a register that says nothing of ties", kBoth, t.visit, t.to_item("01.05"), Fault::invalid_input},
      {"to evidence that is not there", kBoth, t.tip, {TieTo::evidence, t.slug, "nothing"}, Fault::not_found},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    const auto done = tie_record(t.w, row.actor, row.id, row.end);
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == row.fault);
  }
  CHECK(t.w.ledger.about(t.tip.text)->size() == 1);
}

TEST_CASE("a reference, words and a number find what a record may be tied to") {
  Tied t;
  const auto found = [&](const Actor& actor, std::string_view words) {
    std::vector<std::string> targets;
    for (const auto& one : find_ties(t.w, actor, t.tip, words).value()) targets.push_back(one.end.target);
    return targets;
  };
  CHECK(found(kBoth, "01.05") == std::vector<std::string>{t.item("01.05").text});
  CHECK(found(kBoth, "curriculum") == std::vector<std::string>{t.item("02.01").text});
  CHECK(found(kBoth, "Depot") == std::vector<std::string>{t.visit.text});
  CHECK(found(kBoth, t.visit.text) == std::vector<std::string>{t.visit.text});
  CHECK(found(kBoth, "Pay is not published").empty());  // itself
  CHECK(found(kHandler, "curriculum").empty());         // a private plan
  CHECK(found(kBoth, "  ").empty());
  REQUIRE(tie_record(t.w, kBoth, t.tip, t.to_item("02.01")));
  CHECK(found(kBoth, "curriculum").empty());  // tied already
}

TEST_CASE("ties stay when a record is erased, and the tables are those of a rebuild") {
  Tied t;
  REQUIRE(tie_record(t.w, kBoth, t.tip, t.to_item("01.05")));
  REQUIRE(tie_record(t.w, kBoth, t.tip, t.to_visit()));
  REQUIRE(empty_record(t.w, kBoth, t.tip, "past its retention"));
  const auto before = t.bench.store->dump_derived().value();
  CHECK(ties_of_record(t.w, kBoth, t.tip)->size() == 2);
  REQUIRE(t.w.ledger.rebuild());
  CHECK(t.bench.store->dump_derived().value() == before);
}

}  // namespace record_ties_test
