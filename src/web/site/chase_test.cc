// Returns are asked for by a button, the page says who was asked, and a coordinator names who watches.

#include "registers/fixture.h"
#include "tasks/directory.h"
#include "tasks/registers.h"
#include "web/site/visitor.h"

namespace makegood::web {
namespace chase_test {

using access::Role;
using tasks::Actor;

/// Harbour Hill's head teacher is in the directory; Ty Gwyn has nobody, and Ferry View is not expected.
struct Council : Visitor {
  Actor coordinator{"equality", {{Role::coordinator, "", ""}}};
  std::string harbour = school("Harbour Hill"), gwyn = school("Ty Gwyn"), ferry = school("Ferry View");

  Council() {
    auto& w = bench.workspace;
    const auto head = tasks::first_coordinator();
    const auto post = tasks::keep_post(w, head, {{}, "Head teacher", OrganisationId(harbour)}).value();
    const auto person = tasks::keep_person(w, head, {{}, "", "head@harbour.example"}).value();
    REQUIRE(tasks::hold_post(w, head, {post, person}));
    REQUIRE(tasks::define_register(w, coordinator, test::kRegister));
    REQUIRE(tasks::open_register(w, coordinator, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-01-01")}));
    REQUIRE(tasks::expect_returns(w, coordinator, "incidents", {harbour, gwyn}));
    bench.clock.seconds = 1682933400;  // 2023-05-01T09:30:00Z
    sign_in(coordinator);
  }
  std::string school(const std::string& name) { return tasks::keep_organisation(bench.workspace, tasks::first_coordinator(), {{}, name}).value().text; }
};

TEST_CASE("the button asks, and the page says who was asked and who is not among the expected") {
  Council c;
  const Actor other{"ferry", {{Role::contributor, "", c.ferry}}};
  REQUIRE(tasks::submit_record(c.bench.workspace, &other, {"incidents", {{"school", "Ferry View"}, {"happened_on", "2023-03-01"}, {"kind", "physical"}}, ""})->faults.empty());
  const auto before = c.get("/desk/registers/incidents/returns?day=2023-03-01");
  CHECK(says(before, "Not asked"));
  CHECK(says(before, "Not expected, and returned all the same"));
  CHECK(says(before, "The period after: 2022-23 summer"));
  CHECK(says(before, "0 of 2 have returned, with 1 record in all"));
  const auto asked = c.post("/desk/registers/incidents/returns/ask", {{"day", "2023-03-01"}});
  CHECK(location(asked) == "/desk/registers/incidents/returns?day=2023-03-01&done=asked&n=1");
  const auto after = c.get("/desk/registers/incidents/returns?day=2023-03-01&done=asked&n=1");
  CHECK(says(after, "1 letter is on its way"));
  CHECK(says(after, "1 May 2023"));
  CHECK(says(after, "Nobody to ask: the directory has no post of it"));
  CHECK(says(c.get("/cy/desk/registers/incidents/returns?day=2023-03-01"), "gwanwyn 2022-23"));
  CHECK(says(c.get("/desk/registers/incidents"), "2022-23 summer: 0 of 2 have returned, with no records in all"));
}

TEST_CASE("a school reads its own line and asks nobody") {
  Council c;
  c.sign_in({"head", {{Role::contributor, "", c.harbour}}});
  const auto page = c.get("/desk/registers/incidents/returns?day=2023-03-01");
  CHECK(says(page, "Harbour Hill"));
  CHECK(!says(page, "Ty Gwyn"));
  CHECK(!says(page, "Ask for returns"));
  CHECK(c.post("/desk/registers/incidents/returns/ask", {{"day", "2023-03-01"}}).status == 403);
  CHECK(c.post("/desk/registers/incidents/monitor", {{"post", "Head teacher"}}).status == 403);
}

TEST_CASE("a coordinator sets the days on which organisations are reminded, and never daily") {
  Council c;
  const std::string page = "/desk/registers/incidents/returns", form = page + "/ladder";
  const auto usual = c.get(page + "?day=2023-03-01");
  CHECK(says(usual, "A round is open for 13 days"));
  CHECK(says(usual, "value=\"10 after opening, 7 before closing\""));
  struct Row {
    const char *name, *reminders, *escalates, *field;
  };
  for (const auto& row : {Row{"daily", "4 after opening, 5 after opening", "1 before closing", "reminders"}, Row{"on the day after the first letter", "1 after opening", "1 before closing", "reminders"},
                          Row{"after the last day", "20 after opening", "1 before closing", "reminders"}, Row{"no day", "soon", "1 before closing", "reminders"},
                          Row{"an escalation before the round", "", "30 before closing", "escalates"}, Row{"no escalation", "", "never", "escalates"}}) {
    CAPTURE(row.name);
    const auto refused = c.post(form, {{"day", "2023-03-01"}, {"reminders", row.reminders}, {"escalates", row.escalates}});
    CHECK(refused.status == 422);
    CHECK(says(refused, "href=\"#" + std::string(row.field) + "\""));
    CHECK(says(refused, "value=\"" + std::string(row.escalates) + "\""));
    CHECK(says(refused, "Harbour Hill"));
  }
  CHECK(says(c.get(page), "value=\"10 after opening, 7 before closing\""));
  CHECK(location(c.post(form, {{"day", "2023-03-01"}, {"reminders", "3 before closing; 5 after opening"}, {"escalates", "1 before closing"}})) == page + "?day=2023-03-01");
  CHECK(says(c.get(page), "value=\"5 after opening, 3 before closing\""));
  CHECK(says(c.get(page), "value=\"1 before closing\""));
  REQUIRE(c.post("/desk/registers/incidents/monitor", {{"post", "Head teacher"}}).status == 303);
  CHECK(says(c.get(page), "value=\"5 after opening, 3 before closing\""));
  c.sign_in({"head", {{Role::contributor, "", c.harbour}}});
  CHECK_FALSE(says(c.get(page), "When are they reminded?"));
  CHECK(c.post(form, {{"reminders", ""}, {"escalates", "1 before closing"}}).status == 403);
}

TEST_CASE("a coordinator names the post that watches") {
  Council c;
  CHECK(says(c.get("/desk/registers/incidents/signals"), "Nobody is told by letter"));
  const auto refused = c.post("/desk/registers/incidents/monitor", {{"post", "Head of Nothing"}});
  CHECK(refused.status == 422);
  CHECK(says(refused, "value=\"Head of Nothing\""));
  CHECK(says(refused, "href=\"#post\""));
  CHECK(location(c.post("/desk/registers/incidents/monitor", {{"post", "Head teacher"}})) == "/desk/registers/incidents/signals");
  CHECK(says(c.get("/desk/registers/incidents/signals"), "are brought by letter to Head teacher, Harbour Hill"));
}

}  // namespace chase_test
}  // namespace makegood::web
