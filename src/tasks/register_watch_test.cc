// Who is told what: signals by role and by what may be seen, counts for analysts and handlers.
#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "registers/fixture.h"
#include "registers/open_fixture.h"
#include "tasks/register_watch.h"
#include "tasks/registers.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace register_watch_test {

const Actor kCouncil{"equality", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
const Actor kAnalyst{"analyst", {{Role::analyst, "", ""}}};
const Actor kHandler{"safeguarding", {{Role::handler, "", ""}}};

/// The register of the fixture, with signals for two roles, which a handler and an analyst see too.
std::string definition() {
  auto text = test::with_change(R"({"role": "coordinator"}],
            "handle")", R"({"role": "coordinator"}, {"role": "handler", "of": "own"}, {"role": "analyst"}],
            "handle")");
  const std::string from = R"({"name": "late", "title": "Not reviewed in time", "kind": "overdue", "to": "coordinator"})";
  const std::string more = R"(, {"name": "mix", "title": "A group", "kind": "rise", "by": ["ethnicity"], "to": "coordinator"},
    {"name": "nothing", "title": "No return", "kind": "silence", "by": ["school"], "to": "handler"})";
  return text.replace(text.find(from), from.size(), from + more);
}

struct Schools {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  std::string harbour = keep_organisation(w, first_coordinator(), {{}, "Harbour Hill School"}).value().text;
  std::string gwyn = keep_organisation(w, first_coordinator(), {{}, "Ty Gwyn"}).value().text;
  Schools() {
    REQUIRE(define_register(w, kCouncil, definition()));
    REQUIRE(open_register(w, kCouncil, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
    REQUIRE(expect_returns(w, kCouncil, "incidents", {harbour, gwyn}));
    for (const auto& [school, kind, ethnicity] : {std::tuple{harbour, "verbal", "Indian"}, std::tuple{harbour, "physical", ""}, std::tuple{gwyn, "verbal", "Martian"}}) {
      const Actor head{"head", {{Role::contributor, "", school}}};
      Answers answers{{"school", school}, {"happened_on", "2023-06-01"}, {"kind", kind}, {"ethnicity", ethnicity}};
      if (answers["kind"] == "verbal") answers["words"] = "a word of hate";
      if (answers["ethnicity"] == "Martian") answers["ethnicity"].clear();
      REQUIRE(submit_record(w, &head, {"incidents", answers, ""})->faults.empty());
    }
  }
  void pass(int days) { bench.clock.seconds += days * 24LL * 60 * 60; }
};

TEST_CASE("a signal goes to its role, about what the role may see, from records within reach") {
  Schools s;
  s.pass(6);  // five days to review
  const auto today = s.w.clock.now().today;
  const auto council = signals_for(s.w, kCouncil, "incidents", today);
  REQUIRE(council);
  REQUIRE(council->watched.size() == 1);  // the rise is about a field that coordinators do not see
  REQUIRE(council->raised.size() == 1);
  CHECK(council->raised[0].raised.records == 3);
  CHECK(signals_for(s.w, kAnalyst, "incidents", today)->watched.empty());
  CHECK(signals_for(s.w, {"somebody", {{Role::owner, "", ""}}}, "incidents", today).error().fault == Fault::not_allowed);
  CHECK(signals_for(s.w, operator_of_the_machine(), "incidents", today, Rights::of_the_machine)->watched.size() == 3);
}

TEST_CASE("who has not returned is named to those who may see them") {
  Schools s;
  s.pass(365);  // the spring term's returns were due on 14 May, and nobody made any
  const Actor of_gwyn{"handler", {{Role::handler, "", s.gwyn}}};
  const auto seen = signals_for(s.w, of_gwyn, "incidents", s.w.clock.now().today);
  REQUIRE(seen);
  REQUIRE(seen->raised.size() == 1);
  CHECK(seen->raised[0].raised.values == std::vector<std::string>{"Ty Gwyn"});
  CHECK(seen->raised[0].raised.from.iso() == "2024-01-01");
  CHECK(signals_for(s.w, operator_of_the_machine(), "incidents", s.w.clock.now().today, Rights::of_the_machine)->raised.size() == 3);
}

TEST_CASE("counts about people are for analysts and handlers, by what is offered") {
  Schools s;
  CHECK(count_by(s.w, kCouncil, {.register_name = "incidents", .by = {"kind"}}).error().fault == Fault::not_allowed);
  const auto by_kind = count_by(s.w, kAnalyst, {.register_name = "incidents", .by = {"kind"}});
  REQUIRE(by_kind);
  CHECK(by_kind->records == 3);
  CHECK(by_kind->rows == std::vector<registers::CountRow>{{{"physical"}, 1, 3}, {{"verbal"}, 2, 3}});
  CHECK(by_kind->returns->completeness.expected == 2);
  CHECK(by_kind->returns->completeness.returned == 2);
  CHECK(count_by(s.w, kAnalyst, {.register_name = "incidents", .by = {"ethnicity"}})->rows.size() == 2);
  const Actor of_gwyn{"handler", {{Role::handler, "", s.gwyn}}};
  CHECK(count_by(s.w, of_gwyn, {.register_name = "incidents", .by = {"kind"}})->records == 1);
  CHECK(count_by(s.w, of_gwyn, {.register_name = "incidents", .by = {"ethnicity"}}).error().fault == Fault::invalid_input);  // not theirs to see
  CHECK(count_by(s.w, kAnalyst, {.register_name = "incidents", .by = {"words"}}).error().fault == Fault::invalid_input);
  const auto until_may = count_by(s.w, kAnalyst, {.register_name = "incidents", .by = {"kind"}, .until = Day::parse("2023-05-31").value()});
  CHECK(until_may->records == 0);
}

TEST_CASE("counts of what is not about people are for whoever sees it, as calc reads them") {
  auto bench = Bench::in_memory();
  auto text = test::kOpenRegister;
  text.replace(text.find("\"states\""), 8, "\"counts\": {\"by\": [\"site\"], \"of\": \"visits\"}, \"states\"");
  REQUIRE(define_register(bench.workspace, kCouncil, text));
  for (const auto* day : {"2023-04-03", "2023-04-04", "2023-05-02"})
    REQUIRE(submit_record(bench.workspace, &kCouncil, {"site-visits", {{"site", "=Harbour"}, {"day", day}}, ""}));
  const auto counted = count_by(bench.workspace, kCouncil, {.register_name = "site-visits", .by = {}, .from = {}, .until = {}, .over = Every::month});
  REQUIRE(counted);
  CHECK(counted_cells(*counted) == std::vector<std::vector<std::string>>{{"site", "series", "t", "y"}, {"'=Harbour", "'=Harbour", "2023-04-01", "2"}, {"'=Harbour", "'=Harbour", "2023-05-01", "1"}});
}

}  // namespace register_watch_test
