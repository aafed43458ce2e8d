// Who sits on a group on a day, and who may ask.
#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "registers/group_fixture.h"
#include "tasks/composition.h"
#include "tasks/records.h"
#include "tasks/registers.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace composition_test {

const Actor kCouncil{"equality", {{Role::coordinator, "", ""}}};

struct Panels {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  std::string health = keep_organisation(w, first_coordinator(), {{}, "Aberllyn University Health Board"}).value().text;
  int number = 0;
  Panels() {
    REQUIRE(define_register(w, kCouncil, test::kPanels));
    REQUIRE(define_register(w, kCouncil, test::kSeats));
    add("panels", {{"short", "YOUTH"}, {"called", "Youth panel"}});
    add("panels", {{"short", "PANEL"}, {"called", "Scrutiny panel"}, {"places", "4"}, {"must_have", "health;police"}});
  }
  RecordId add(const std::string& name, const Answers& answers) {
    const auto sent = submit_record(w, &kCouncil, {name, answers, ""});
    REQUIRE(sent);
    REQUIRE(sent->faults.empty());
    return sent->id;
  }
  RecordId sits(const std::string& panel, const std::string& kind, const std::string& trade, const std::string& body, const std::string& from) {
    const auto id = add("seats", {{"panel", panel}, {"number", "M" + std::to_string(++number)}, {"kind", kind}, {"trade", trade}, {"body", body}, {"begins", from}});
    move(id, "serving", {});
    return id;
  }
  void move(const RecordId& id, const std::string& to, const Answers& answers) {
    const auto changed = change_record(w, kCouncil, {.id = id, .answers = answers, .reason = "", .move_to = to, .seen = w.registers.record(id)->sequence});
    REQUIRE(changed);
    REQUIRE(changed->faults.empty());
  }
  std::string csv(const CompositionSeen& seen) {
    std::string out;
    for (const auto& row : composition_cells(seen)) out += join(row, ",") + "\n";
    return out;
  }
};

Day day(std::string_view iso) { return *Day::parse(iso); }

TEST_CASE("who sits on a group on a day: by kind, by what must be there, and which seats are empty") {
  Panels p;
  const auto chair = p.sits("PANEL", "chair", "health", p.health, "2023-01-01");
  p.sits("PANEL", "community", "business", "", "2023-01-01");
  p.sits("PANEL", "organisation", "police", "Vale and Coast Police", "2023-04-01");
  p.sits("YOUTH", "community", "police", "", "2023-01-01");
  p.move(chair, "over", {{"gone", "2023-05-31"}});

  const auto seen = composition_of(p.w, kCouncil, "seats", "PANEL", day("2023-03-31"));
  REQUIRE(seen);
  CHECK(seen->group.title == "PANEL: Scrutiny panel");
  CHECK(p.csv(*seen) ==
        "part,field,value,title,members\n"
        "members,,PANEL,2023-03-31,2\n"
        "seats,,,,4\n"
        "vacant,,,,2\n"
        "by,kind,chair,Chair,1\n"
        "by,kind,community,For a community,1\n"
        "by,trade,health,Health,1\n"
        "by,trade,business,Business,1\n"
        "by,body,Aberllyn University Health Board,Aberllyn University Health Board,1\n"
        "by,body,,not stated,1\n"
        "missing,trade,police,Police,0\n");
  CHECK(composition_of(p.w, kCouncil, "seats", "PANEL", day("2023-04-01"))->missing.empty());
  const auto after = composition_of(p.w, kCouncil, "seats", "PANEL", day("2023-06-01"));
  CHECK(after->missing == std::vector<std::string>{"health"});
  CHECK(after->members == 2);
  CHECK(composition_of(p.w, kCouncil, "seats", "PANEL", day("2022-12-31"))->members == 0);
  CHECK(composition_of(p.w, kCouncil, "seats", "", day("2023-06-01"))->group.key == "PANEL");  // the first by its short name
  CHECK_FALSE(composition_of(p.w, kCouncil, "seats", "YOUTH", day("2023-06-01"))->vacant.has_value());
  CHECK(seen->each.size() == 2);
  CHECK(seen->each[0].values == std::vector<std::string>{"chair", "health", "Aberllyn University Health Board"});
}

TEST_CASE("the make-up of a group is for those who may see both registers") {
  Panels p;
  p.sits("PANEL", "chair", "health", "", "2023-01-01");
  const Actor analyst{"analyst", {{Role::analyst, "", ""}}}, scrutineer{"panel", {{Role::scrutineer, "", ""}}}, nobody{"nobody", {}};
  const auto on = day("2023-06-01");
  CHECK(composition_of(p.w, analyst, "seats", "PANEL", on)->members == 1);
  CHECK(composition_of(p.w, scrutineer, "seats", "PANEL", on).error().fault == Fault::not_allowed);  // sees groups, not members
  CHECK(composition_of(p.w, nobody, "seats", "PANEL", on).error().fault == Fault::not_allowed);
  CHECK(composition_of(p.w, operator_of_the_machine(), "seats", "PANEL", on, Rights::of_the_machine)->members == 1);
}

TEST_CASE("a group that is not there, a register that knows no members, one that leads to none") {
  Panels p;
  const auto on = day("2023-06-01");
  CHECK(composition_of(p.w, kCouncil, "seats", "NONE", on).error().where == "group");
  CHECK(composition_of(p.w, kCouncil, "panels", "PANEL", on).error().message == "this register does not say who is a member of what");
  CHECK(composition_of(p.w, kCouncil, "nothing", "PANEL", on).error().fault == Fault::not_found);
  Bench bench = Bench::in_memory();
  REQUIRE(define_register(bench.workspace, kCouncil, test::kSeats));
  CHECK(composition_of(bench.workspace, kCouncil, "seats", "PANEL", on).error().message == "the register \"panels\", which has the groups, is not in use here");
}

}  // namespace composition_test
