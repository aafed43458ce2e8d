// What a walk through a register's pages found: names, titles and ways back, each as a person reads it.

#include "registers/fixture.h"
#include "registers/sender_fixture.h"
#include "tasks/records.h"
#include "tasks/registers.h"
#include "web/site/visitor.h"

namespace makegood::web {
namespace register_walk_test {

using access::Role;
using tasks::Actor;

struct Walked : Visitor {
  Actor council{"equality@aberllyn.example", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
  Actor head, other;
  std::string id = "k3v9x2m7qa";
  const std::string desk = "/desk/registers/incidents";
  Walked() {
    const auto& w = bench.workspace;
    head = head_of("Harbour Hill");
    other = head_of("Ty Gwyn");
    REQUIRE(tasks::define_register(w, council, asked()));
    REQUIRE(tasks::open_register(w, council, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
    REQUIRE(tasks::submit_record(w, &head, {"incidents", {{"school", "Harbour Hill"}, {"happened_on", "2023-06-01"}, {"kind", "verbal"}, {"words", "a word of hate"}}, id}));
    REQUIRE(tasks::submit_record(w, &other, {"incidents", {{"school", "Ty Gwyn"}, {"happened_on", "2023-05-01"}, {"kind", "physical"}}, "k3v9x2m7qb"}));
  }
  /// One field has a question of its own.
  static std::string asked() { return test::with_change(R"("makegood": {"page": "what", "frame": "kind"})", R"("makegood": {"page": "what", "frame": "kind", "question": "What did you see?"})"); }
  Actor head_of(const std::string& school) {
    return {fold(school), {{Role::contributor, "", tasks::keep_organisation(bench.workspace, tasks::first_coordinator(), {{}, school}).value().text}}};
  }
  void hold_post(const std::string& title) {
    const auto& w = bench.workspace;
    const auto by = tasks::first_coordinator();
    const auto post = tasks::keep_post(w, by, {{}, title, {}}).value();
    const auto person = tasks::keep_person(w, by, {{}, "", council.name}).value();
    REQUIRE(tasks::hold_post(w, by, {post, person, {*Day::parse("2023-01-01"), std::nullopt}}));
  }
};

TEST_CASE("a record's story says to which state it moved, and which post moved it") {
  Walked s;
  s.hold_post("Head of Equality");
  const auto seen = s.bench.workspace.ledger.last_about(s.id).value();
  REQUIRE(tasks::change_record(s.bench.workspace, s.council, {.id = RecordId(s.id), .answers = {{"reviewer", "Deputy head"}}, .reason = "Looked at", .move_to = "reviewed", .seen = seen})->faults.empty());
  s.sign_in(s.council);
  const auto record = s.get(s.desk + "/records/" + s.id);
  CHECK(says(record, "moved to Reviewed"));
  CHECK(says(record, "Head of Equality"));
  CHECK_FALSE(says(record, "equality@aberllyn.example</span>: "));
  CHECK(says(record, "State: Reviewed, since 14 June 2023."));
}

TEST_CASE("a record is called what its line in the list is, and its number stands above") {
  Walked s;
  s.sign_in(s.council);
  const auto record = s.get(s.desk + "/records/" + s.id);
  CHECK(says(record, "Incidents: record k3v9x2m7qa</span>"));
  CHECK(says(record, "<h1 class=\"govuk-heading-l\"><span class=\"mg-quoted\" lang=\"en\">Harbour Hill</span> · Something was said</h1>"));
  CHECK(says(record, "<title>Harbour Hill · Something was said - Incidents: record k3v9x2m7qa"));
  CHECK(says(record, "Needs: Reviewed by"));
  CHECK_FALSE(says(record, "Reviewed by (optional)"));
}

TEST_CASE("the desk's list has a title of its own, the way back, and filters for organisations and days") {
  Walked s;
  s.sign_in(s.council);
  const auto list = s.get(s.desk);
  CHECK(says(list, "<title>Incidents: records"));
  CHECK(says(s.get("/cy" + s.desk), "Digwyddiadau: cofnodion"));
  CHECK(says(list, "href=\"/desk\""));
  CHECK(says(list, "2 records"));
  CHECK(says(s.get(s.desk + "?organisation=" + s.head.grants[0].organisation), "1 record"));
  const auto may = s.get(s.desk + "?from=2023-05-01&until=2023-05-31");
  CHECK(says(may, "1 record"));
  CHECK(says(may, "value=\"2023-05-31\""));
  CHECK(says(may, "Ty Gwyn"));
  s.sign_in(s.head);
  CHECK_FALSE(says(s.get(s.desk), "name=\"organisation\""));  // there is one
}

TEST_CASE("a form is called by its step and its register, asks by its questions, and chooses the only organisation") {
  Walked s;
  s.sign_in(s.head);
  const auto form = s.get("/registers/incidents/report");
  CHECK(says(form, "<title>Where and when - Incidents"));
  CHECK(says(form, "selected>Harbour Hill</option>"));
  const auto wrong = s.post("/registers/incidents/report", {{"step", "what"}, {"go", "next"}, {"school", "Harbour Hill"}, {"happened_on-day", "1"}, {"happened_on-month", "6"}, {"happened_on-year", "2023"}});
  CHECK(wrong.status == 422);
  CHECK(says(wrong, "Answer: “What did you see?”"));
  CHECK(says(wrong, "Only if your answer to “What did you see?” is: Something was said"));
  CHECK(says(s.get("/desk/registers"), "Fill in the form<span class=\"govuk-visually-hidden\">: </span><span class=\"govuk-visually-hidden\">Incidents</span>"));
}

TEST_CASE("the way out stays in sight, and says what three presses of Shift do in the page's language") {
  Walked s;
  REQUIRE(tasks::define_register(s.bench.workspace, s.council, test::kTips));
  const auto form = s.get("/registers/tips/report");
  CHECK(says(form, "data-module=\"govuk-exit-this-page\""));
  CHECK(says(form, "Press Shift twice more to exit"));
  CHECK(says(s.get("/cy/registers/tips/report"), "Pwyswch Shift ddwywaith eto i adael"));
}

}  // namespace register_walk_test
}  // namespace makegood::web
