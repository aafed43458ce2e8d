// Break-glass: who may, what they see, who is told, and that it ends.
#include "tasks/access_log.h"
#include "tasks/care_fixture.h"
#include "tasks/directory.h"
#include "tasks/emergency.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::CareBench;

namespace emergency_test {

Emergency emergency(const RecordId& id, std::string reason = "A pupil is missing", int minutes = kUsualMinutes) { return {"incidents", id, std::move(reason), minutes}; }

std::vector<std::string> letters_to(CareBench& c) {
  std::vector<std::string> addresses;
  const auto letters = c.w.outbox.list(std::nullopt, 50);
  for (const auto& posted : *letters) addresses.push_back(posted.letter.to);
  std::sort(addresses.begin(), addresses.end());
  return addresses;
}

void add_person(CareBench& c, const char* email, access::Role role) {
  const auto id = keep_person(c.w, first_coordinator(), {{}, "", email}).value();
  REQUIRE(grant_role(c.w, first_coordinator(), {id, {role, "", ""}, {}}));
}

TEST_CASE("a school opens another school's record for an hour, and then it is closed again") {
  CareBench c;
  const auto id = c.sent(CareBench::incident("Harbour Hill"));
  CHECK(see_record(c.w, c.other, id, false).error().fault == Fault::not_found);
  const auto opened = open_in_emergency(c.w, c.other, emergency(id));
  REQUIRE(opened);
  const auto seen = see_record(c.w, c.other, id, false);
  REQUIRE(seen);
  CHECK(answer(seen->record.answers, "words") == "a word of hate");
  CHECK(seen->hidden == std::vector<std::string>{"ethnicity"});
  CHECK(*seen->until == opened->until);
  CHECK_FALSE(seen->may_change);
  CHECK(seen->moves.empty());
  CHECK(*count_records(c.w, c.other, {.register_name = "incidents"}) == 0);  // one record, no list
  c.bench.clock.seconds += 60 * 60 - 1;
  CHECK(see_record(c.w, c.other, id, false));
  c.bench.clock.seconds += 1;
  CHECK(see_record(c.w, c.other, id, false).error().fault == Fault::not_found);
  CHECK(see_record(c.w, c.council, id, true)->emergencies.at(0).who == c.other.name);  // it stays to be seen on the record
  c.tables();
}

TEST_CASE("it ends before its time for whoever opened it, and nobody else was let in") {
  CareBench c;
  const auto id = c.sent(CareBench::incident("Harbour Hill"));
  REQUIRE(open_in_emergency(c.w, c.other, emergency(id)));
  const Actor third{"bryn-mawr", {{access::Role::contributor, "", "Bryn Mawr"}}};
  CHECK(see_record(c.w, third, id, false).error().fault == Fault::not_found);
  CHECK(end_emergency(c.w, third, id).error().fault == Fault::conflict);
  REQUIRE(end_emergency(c.w, c.other, id));
  CHECK(see_record(c.w, c.other, id, false).error().fault == Fault::not_found);
  CHECK(end_emergency(c.w, c.other, id).error().fault == Fault::conflict);
  CHECK(c.w.care.looks_at(id)->at(0).ended);
  c.tables();
}

TEST_CASE("only people with a part in the register, with a reason, for a record that they cannot open anyway") {
  CareBench c;
  const auto id = c.sent(CareBench::incident("Harbour Hill"));
  struct Row {
    const char* what;
    Actor who;
    Emergency asked;
    Fault fault;
  };
  const Actor handler{"handler", {{access::Role::handler, "", "Ty Gwyn"}}}, owner{"owner", {{access::Role::owner, "", ""}}};
  const Actor elsewhere{"elsewhere", {{access::Role::contributor, "register:others", "Ty Gwyn"}}};
  for (const Row& row : {
           Row{"a role that the register does not name", handler, emergency(id), Fault::not_allowed},
           Row{"a role that no emergency is for", owner, emergency(id), Fault::not_allowed},
           Row{"an analyst, although the register names them", c.analyst, emergency(id), Fault::not_allowed},
           Row{"a part in another register", elsewhere, emergency(id), Fault::not_allowed},
           Row{"nobody known", Actor{"anybody", {}}, emergency(id), Fault::not_allowed},
           Row{"no reason", c.other, emergency(id, "  "), Fault::invalid_input},
           Row{"for a day", c.other, emergency(id, "why", 24 * 60), Fault::invalid_input},
           Row{"a record that is not there", c.other, emergency(RecordId("aaaaaaaaaa")), Fault::not_found},
           Row{"one's own", c.school, emergency(id), Fault::conflict},
           Row{"whoever sees all", c.council, emergency(id), Fault::conflict},
       }) {
    CAPTURE(row.what);
    const auto done = open_in_emergency(c.w, row.who, row.asked);
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == row.fault);
  }
  CHECK(c.w.care.looks(0, 10)->empty());
  CHECK(c.w.outbox.list(std::nullopt, 10)->empty());
}

TEST_CASE("the monitoring officer is told at once, or the coordinators where there is none; nobody is told the reason") {
  CareBench c;
  const auto id = c.sent(CareBench::incident("Harbour Hill"));
  CHECK(open_in_emergency(c.w, c.other, emergency(id))->told == 0);
  add_person(c, "equality@aberllyn.example", access::Role::coordinator);
  CHECK(open_in_emergency(c.w, c.other, emergency(id, "A pupil is missing", 30))->told == 1);
  add_person(c, "legal@aberllyn.example", access::Role::monitoring_officer);
  c.bench.clock.seconds += 1;
  CHECK(open_in_emergency(c.w, c.other, emergency(id))->told == 1);
  CHECK(letters_to(c) == std::vector<std::string>{"equality@aberllyn.example", "legal@aberllyn.example"});
  const auto first = c.w.outbox.list(std::nullopt, 50)->at(0).id;
  const auto letter = c.w.outbox.find(first)->letter;
  CHECK(letter.text.find(id.text) != std::string::npos);
  CHECK(letter.text.find("missing") == std::string::npos);
}

TEST_CASE("each look is in the access log, and those whose job it is read the list") {
  CareBench c;
  const auto id = c.sent(CareBench::incident("Harbour Hill"));
  REQUIRE(open_in_emergency(c.w, c.other, emergency(id)));
  REQUIRE(see_record(c.w, c.other, id, false));
  const auto log = c.w.access_log.list(0, 10);
  CHECK(std::count_if(log->begin(), log->end(), [&](const AccessEntry& e) { return e.what == "emergency" && e.who == c.other.name && e.subject == id.text; }) == 2);
  CHECK(list_emergencies(c.w, c.council, 0, 10).error().fault == Fault::not_allowed);
  const auto all = list_emergencies(c.w, c.monitoring, 0, 10);
  REQUIRE(all);
  REQUIRE(all->size() == 1);
  CHECK(all->front().reason == "A pupil is missing");
  CHECK(all->front().register_name == "incidents");
  CHECK(list_emergencies(c.w, c.machine, 0, 10));
}

TEST_CASE("when the record is emptied, who opened it stays and why is gone") {
  CareBench c;
  const auto id = c.sent(CareBench::incident("Harbour Hill"));
  REQUIRE(open_in_emergency(c.w, c.other, emergency(id)));
  REQUIRE(empty_record(c.w, c.council, id, "asked for"));
  const auto look = c.w.care.looks_at(id)->at(0);
  CHECK(look.who == c.other.name);
  CHECK(look.reason.empty());
  CHECK(c.tables().find("A pupil is missing") == std::string::npos);
  CHECK(c.w.ledger.about(look_subject(id))->front().erased);
}

TEST_CASE("who looked at one register and at one record is read by those whose job it is") {
  CareBench c;
  const auto one = c.sent(CareBench::incident("Harbour Hill")), two = c.sent(CareBench::incident("Ty Gwyn"));
  REQUIRE(see_record(c.w, c.council, one, true));
  REQUIRE(see_record(c.w, c.council, two, true));
  CHECK(read_looks(c.w, c.council, {"incidents", one.text}).error().fault == Fault::not_allowed);
  CHECK(read_looks(c.w, c.monitoring, {"nothing", ""}).error().fault == Fault::not_found);
  const auto of_one = read_looks(c.w, c.monitoring, {"incidents", one.text});
  REQUIRE(of_one);
  CHECK(of_one->size() == 2);  // the look, and this reading of the log
  CHECK(of_one->back().who == c.council.name);
  CHECK(read_looks(c.w, c.monitoring, {"incidents", ""})->size() == 4);
  CHECK(read_looks(c.w, c.monitoring, {"incidents", "", 0, 2})->size() == 2);
}

}  // namespace emergency_test
