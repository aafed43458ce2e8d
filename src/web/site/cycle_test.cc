// The pages of asking: who may see them, what the buttons do, what the calendars hold.
#include <algorithm>

#include "people/json.h"
#include "tasks/ask.h"
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;

namespace cycle_test {

/// Somebody at the desk of a plan whose two owners are in the directory.
struct Desk : Visitor {
  std::string slug;
  Desk() {
    sign_in();
    slug = test::adopt_small_plan(bench, true);
    keep("organisation.kept", "council", write_organisation({OrganisationId("council"), "Exampleshire Council"}));
    add("people", "Head of People", "people@exampleshire.example");
    add("comms", "Head of Communications", "comms@exampleshire.example");
  }
  void keep(std::string kind, std::string subject, std::string payload) {
    Batch batch;
    batch.changes = {{std::move(kind), std::move(subject), "coordinator", std::move(payload)}};
    batch.at = "2023-06-14T09:30:00Z";
    REQUIRE(bench.workspace.ledger.append(batch));
  }
  void add(const std::string& id, const std::string& title, const std::string& email) {
    keep("post.kept", id, write_post({PostId(id), title, OrganisationId("council")}));
    keep("person.kept", "of-" + id, write_person({PersonId("of-" + id), "", email}));
    keep("post.held", id, write_holding({PostId(id), PersonId("of-" + id)}));
    keep("owner.matched", slug, write_owner_match({slug, title, PostId(id)}));
  }
  [[nodiscard]] std::string page() { return get("/desk/cycle/" + slug).body; }
  [[nodiscard]] bool shows(std::string_view words) { return page().find(words) != std::string::npos; }
  [[nodiscard]] std::string first_request() { return bench.workspace.cycles.cycles(slug)->back().requests.front().id.text; }
};

TEST_CASE("what would be sent is shown before it is sent, and who is silent after") {
  Desk desk;
  CHECK(desk.shows("Nobody has been asked about this plan yet."));
  CHECK(desk.shows("These 2 letters would be sent now:"));
  CHECK(desk.shows("Head of People, Exampleshire Council"));
  CHECK(desk.shows("the plan names nobody"));
  const auto asked = desk.post("/desk/cycle/" + desk.slug + "/ask");
  CHECK(asked.status == 303);
  CHECK(asked.headers.value("Location") == "/desk/cycle/" + desk.slug + "?done=asked&n=2");
  CHECK(desk.get("/desk/cycle/" + desk.slug + "?done=asked&n=2").body.find("2 letters are on their way") != std::string::npos);
  CHECK(desk.shows("0 of 2 have answered for April 2023 to June 2023. Answers count until 12 July 2023."));
  CHECK(desk.shows("Silent since 14 June 2023: no answer yet"));
  CHECK(desk.shows("Nothing is due today: no letter would be sent."));
  CHECK(!desk.shows("exampleshire.example"));
  CHECK(desk.get("/desk/cycle").body.find("0 of 2 have answered") != std::string::npos);
  CHECK(desk.get("/cy/desk/cycle/" + desk.slug).body.find("Tawel ers 14 Mehefin 2023") != std::string::npos);
}

TEST_CASE("remind, take back, end") {
  Desk desk;
  desk.post("/desk/cycle/" + desk.slug + "/ask");
  const auto to = "/desk/cycle/" + desk.slug + "/requests/" + desk.first_request();
  const auto early = desk.post(to + "/remind");
  CHECK(early.status == 409);
  CHECK(early.body.find("The last letter went on 14 June 2023") != std::string::npos);
  desk.bench.clock.seconds += 3 * 24 * 3600;
  desk.sign_in();
  CHECK(desk.post(to + "/remind").status == 303);
  CHECK(desk.post(to + "/revoke", {{"reason", " "}}).status == 422);
  CHECK(desk.post(to + "/revoke", {{"reason", "<b>wrong</b> post"}}).status == 303);
  CHECK(desk.shows("The link was taken back on 17 June 2023"));
  CHECK(desk.shows("&lt;b&gt;wrong&lt;/b&gt; post"));
  CHECK(desk.post("/desk/cycle/" + desk.slug + "/close").status == 303);
  CHECK(desk.shows("Silent: no answer came"));
  CHECK(desk.post("/desk/cycle/" + desk.slug + "/close").status == 409);
}

TEST_CASE("once its time is over, a cycle is closed from its page though no letter is due") {
  Desk desk;
  desk.post("/desk/cycle/" + desk.slug + "/schedule", {{"frequency", "named-dates"}, {"dates", "2023-07-05"}, {"opens_edge", "after_start"},
                                                       {"opens_days", "0"}, {"open_days", "28"}, {"reminders", ""}, {"escalates", "3 before closing"},
                                                       {"escalates_to", ""}, {"lock_days", "14"}, {"officer", ""}});
  desk.post("/desk/cycle/" + desk.slug + "/ask");
  desk.bench.clock.seconds += 60 * 24 * 3600;
  desk.sign_in();
  CHECK(desk.shows("Write down who was silent"));
  const auto closed = desk.post("/desk/cycle/" + desk.slug + "/ask");
  CHECK(closed.headers.value("Location") == "/desk/cycle/" + desk.slug + "?done=closed");
  CHECK_FALSE(desk.shows("Write down who was silent"));
}

TEST_CASE("a schedule is set, and refused with everything that was typed") {
  Desk desk;
  std::vector<Field> fields = {{"frequency", "named-dates"}, {"dates", "15 December 2023\n2024-06-01"}, {"opens_edge", "after_start"}, {"opens_days", "0"},
                               {"open_days", "28"}, {"reminders", "10 after opening"}, {"escalates", "3 before closing"}, {"escalates_to", "Head of People"},
                               {"lock_days", "14"}, {"officer", ""}};
  CHECK(desk.post("/desk/cycle/" + desk.slug + "/schedule", fields).status == 303);
  CHECK(desk.bench.workspace.cycles.schedule(desk.slug).value()->dates.size() == 2);
  CHECK(desk.shows("As set for this plan: For named dates."));
  fields[5].value = "10 after opening, 11 after opening";
  const auto refused = desk.post("/desk/cycle/" + desk.slug + "/schedule", fields);
  CHECK(refused.status == 422);
  CHECK(refused.body.find("closer than 3 days") != std::string::npos);
  CHECK(refused.body.find("value=\"10 after opening, 11 after opening\"") != std::string::npos);
  fields[1].value = "some day";
  CHECK(desk.post("/desk/cycle/" + desk.slug + "/schedule", fields).status == 422);
}

TEST_CASE("calendars: a plan's for everybody, a post's at the desk") {
  Desk desk;
  desk.post("/desk/cycle/" + desk.slug + "/ask");
  const auto mine = desk.get("/plans/" + desk.slug + "/calendar.ics");
  CHECK(mine.headers.value("Content-Type") == "text/calendar; charset=utf-8");
  CHECK(mine.body.find("DTSTART;VALUE=DATE:20240331\r\nSUMMARY;LANGUAGE=en:Due: 01.05 Publish the pay gap by ethnic group\r\n") != std::string::npos);
  CHECK(mine.body.find("-2023-Q1-closes@makegood") != std::string::npos);
  const auto post = desk.get("/desk/owners/comms/calendar.ics");
  CHECK(post.body.find("Due: 01.05") != std::string::npos);
  CHECK(desk.get("/desk/owners/nobody/calendar.ics").status == 404);
  desk.token.clear();
  const auto anybody = desk.get("/plans/" + desk.slug + "/calendar.ics");
  CHECK(anybody.body.find("Due: 01.05") != std::string::npos);
  CHECK(anybody.body.find("-closes@makegood") == std::string::npos);
  CHECK(desk.get("/desk/owners/comms/calendar.ics").status == 303);
}

}  // namespace cycle_test
