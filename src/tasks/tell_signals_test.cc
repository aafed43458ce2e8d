// Signals are told once, by letter, to whoever holds the post that watches.
#include <doctest/doctest.h>

#include "tasks/chase_fixture.h"
#include "tasks/register_monitor.h"
#include "tasks/tell_signals.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::ChaseBench;
using makegood::test::kCouncil;

namespace tell_signals_test {

using Letters = std::vector<std::string>;
constexpr const char* kDirector = "notice director@exampleshire.example";

Letters told_on(ChaseBench& b, std::string_view day) {
  b.set_day(day);
  REQUIRE(tell_signals(b.w, kCouncil));
  auto letters = b.new_letters();
  CHECK(tell_signals(b.w, kCouncil)->letters == 0);
  return letters;
}

TEST_CASE("each late record is told of once, without a word of it") {
  ChaseBench b;
  REQUIRE(set_monitor(b.w, kCouncil, "incidents", "Director of Policy"));
  b.set_day("2023-06-01");
  b.record("harbour", "2023-06-01");
  CHECK(told_on(b, "2023-06-06").empty());  // five days to review
  CHECK(told_on(b, "2023-06-07") == Letters{kDirector});
  const auto letter = b.letter_to("director@exampleshire.example").letter;
  CHECK(letter.subject == "Worth a look: Incidents");
  CHECK(letter.text.find("Not reviewed in time") != std::string::npos);
  CHECK(letter.text.find("http://localhost:8080/desk/registers/incidents/signals") != std::string::npos);
  CHECK(letter.text.find("Harbour") == std::string::npos);
  CHECK(told_on(b, "2023-06-08").empty());
  b.record("gwyn", "2023-06-08");
  CHECK(told_on(b, "2023-06-13").empty());
  CHECK(told_on(b, "2023-06-14") == Letters{kDirector});  // a new one
  CHECK(b.entries_of("signal.told") == 2);
  const auto dump = b.bench.store->dump_derived().value();
  REQUIRE(b.w.ledger.rebuild());
  CHECK(b.bench.store->dump_derived().value() == dump);
  CHECK(told_on(b, "2023-06-15").empty());
}

TEST_CASE("a silent school is told of once a term, whatever it is called") {
  ChaseBench b;
  auto text = makegood::test::with_change(R"("signals": [)", R"("signals": [{"name": "nothing", "title": "No return", "title_cy": "Dim ffurflen", "kind": "silence", "by": ["school"], "to": "coordinator"}, )");
  text.replace(text.find("\"version\": 1"), 12, "\"version\": 2");
  REQUIRE(define_register(b.w, kCouncil, text));
  REQUIRE(set_monitor(b.w, kCouncil, "incidents", "Director of Policy"));
  b.set_day("2023-05-02");
  b.nil("gwyn", "2023-03-01");
  CHECK(told_on(b, "2023-05-14").empty());  // in time
  CHECK(told_on(b, "2023-05-15") == Letters{kDirector});
  CHECK(b.entries_of("signal.told") == 2);
  const auto letter = b.letter_to("director@exampleshire.example").letter;
  CHECK(letter.text.find("No return: 1 January 2023 to 30 April 2023") != std::string::npos);
  CHECK(letter.text.find("Quay Lane") == std::string::npos);
  for (auto& organisation : b.people.now.organisations)
    if (organisation.id.text == "quay") organisation.name = "Quay Lane Academy";
  CHECK(told_on(b, "2023-05-16").empty());
  CHECK(told_on(b, "2023-09-15") == Letters{kDirector});  // the next term
}

TEST_CASE("nobody watches: nothing is told, nor used up") {
  ChaseBench b;
  b.set_day("2023-06-01");
  b.record("harbour", "2023-06-01");
  CHECK(told_on(b, "2023-06-07").empty());
  REQUIRE(set_monitor(b.w, kCouncil, "incidents", "Director of Policy"));
  for (auto& person : b.people.now.people)
    if (person.id.text == "d") person.left = Day::parse("2023-06-01").value();
  CHECK(told_on(b, "2023-06-08").empty());
  CHECK(tell_signals(b.w, kCouncil)->registers[0].vacant);
  b.people.now.people.push_back({PersonId("n"), "", "new@exampleshire.example", "cy"});
  b.people.now.holdings.push_back({PostId("director"), PersonId("n")});
  CHECK(told_on(b, "2023-06-09") == Letters{"notice new@exampleshire.example"});
  CHECK(b.letter_to("new@exampleshire.example").letter.subject == "Gwerth cael golwg: Digwyddiadau");
}

TEST_CASE("only who runs the cycle tells") {
  ChaseBench b;
  CHECK(tell_signals(b.w, {"panel", {{Role::scrutineer, "", ""}}}).error().fault == Fault::not_allowed);
  CHECK(tell_signals(b.w, {"other", {{Role::coordinator, "register:another", ""}}}).error().fault == Fault::not_allowed);
}

}  // namespace tell_signals_test
