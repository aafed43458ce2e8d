// Registers in the browser's terms: three schools, a business that joins and leaves, and that nobody sees what is not theirs.

#include <algorithm>

#include <nlohmann/json.hpp>

#include "registers/fixture.h"
#include "tasks/record_import.h"
#include "tasks/registers.h"
#include "web/site/visitor.h"

namespace makegood::web {
namespace register_test {

using access::Role;
using tasks::Actor;

const std::string kDirectory = R"json({
 "fields": [
  {"name": "name", "title": "Business", "type": "string", "constraints": {"required": true}, "makegood": {"public": true}},
  {"name": "website", "title": "Website", "type": "string", "format": "uri", "makegood": {"public": true}},
  {"name": "email", "title": "Email", "type": "string", "format": "email", "makegood": {"holds": "personal", "erased": true}},
  {"name": "listed", "title": "May we list it", "type": "boolean", "constraints": {"required": true}}
 ],
 "makegood": {"name": "businesses", "title": "Businesses", "title_cy": "Busnesau", "purpose": "Who trades here.", "version": 1,
  "lawful": {"article_6": "a", "controllers": ["The council"]}, "subjects": ["businesses"],
  "roles": {"submit": [{"role": "anybody"}], "see": [{"role": "coordinator"}], "handle": [{"role": "coordinator"}]},
  "consent": {"field": "listed", "given": ["true"]}, "public": {"when": {"field": "listed", "in": ["true"]}},
  "retention": {"years": 2, "from": "recorded"}}
})json";

struct Schools : Visitor {
  Actor council{"equality", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
  Actor harbour = head_of("Harbour Hill"), gwyn = head_of("Ty Gwyn"), mawr = head_of("Bryn Mawr");
  Schools() {
    REQUIRE(tasks::define_register(bench.workspace, council, test::kRegister));
    REQUIRE(tasks::open_register(bench.workspace, council, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
    REQUIRE(tasks::expect_returns(bench.workspace, council, "incidents", {organisation(harbour), organisation(gwyn), organisation(mawr)}));
  }
  Actor head_of(const std::string& school) {
    return {fold(school), {{Role::contributor, "", tasks::keep_organisation(bench.workspace, tasks::first_coordinator(), {{}, school}).value().text}}};
  }
  static const std::string& organisation(const Actor& head) { return head.grants[0].organisation; }

  /// The form from the first page to the receipt, as a browser without script sends it.
  std::string report(const Actor& who, const std::string& school, const std::string& words) {
    sign_in(who);
    const auto form = get("/registers/incidents/report");
    REQUIRE(form.status == 200);
    const auto at = form.body.find("name=\"once\" value=\"");
    const std::string once = form.body.substr(at + 19, 10);
    std::vector<Field> answers = {{"step", "where"}, {"once", once}, {"school", school}, {"happened_on-day", "1"}, {"happened_on-month", "6"}, {"happened_on-year", "2023"}};
    auto first = answers;
    first.push_back({"go", "next"});
    CHECK(says(post("/registers/incidents/report", first), "What was said"));
    answers[0].value = "what";
    answers.push_back({"kind", "verbal"});
    answers.push_back({"words", words});
    auto second = answers;
    second.push_back({"go", "next"});
    const auto check = post("/registers/incidents/report", second);
    CHECK(says(check, "Check your answers"));
    CHECK(says(check, "1 June 2023"));
    answers[0].value = "check";
    answers.push_back({"go", "send"});
    const auto sent = post("/registers/incidents/report", answers);
    CHECK(sent.status == 303);
    CHECK(location(post("/registers/incidents/report", answers)) == location(sent));  // pressed twice
    return once;
  }
};

TEST_CASE("three schools: one reports, one has nothing to report, one says nothing") {
  Schools s;
  const auto id = s.report(s.harbour, "Harbour Hill", "a word of hate");
  s.sign_in(s.gwyn);
  CHECK(s.post("/desk/registers/incidents/returns", {{"organisation", "Ty Gwyn"}, {"day", "2023-06-14"}}).status == 303);
  CHECK(s.get("/desk/registers/incidents/records/" + id).status == 404);  // another school's
  CHECK(says(s.get("/desk/registers/incidents"), "No records"));
  s.bench.clock.seconds += 120LL * 24 * 60 * 60;
  s.sign_in(s.council);
  const auto returns = s.get("/desk/registers/incidents/returns?day=2023-06-14");
  CHECK(says(returns, "2 of 3 have returned, 1 of them with nothing to report, with 1 record in all; 1 is silent, and what it had is not known"));
  CHECK(says(returns, "Not returned"));
  CHECK(says(s.get("/desk/registers/incidents"), "1 record"));
  const auto record = s.get("/desk/registers/incidents/records/" + id);
  CHECK(says(record, "a word of hate"));
  CHECK(says(record, "is late"));
}

TEST_CASE("a form says what is missing, keeps what was typed, and asks for no more than it needs") {
  Schools s;
  s.sign_in(s.harbour);
  const auto wrong = s.post("/registers/incidents/report", {{"step", "where"}, {"go", "next"}, {"once", "k3v9x2m7qa"}, {"school", "Harbour Hill"}, {"happened_on-day", "31"}, {"happened_on-month", "2"}, {"happened_on-year", "2023"}});
  CHECK(wrong.status == 422);
  CHECK(says(wrong, "Date must be a real date"));
  CHECK(says(wrong, "href=\"#happened_on-day\""));
  CHECK(says(wrong, "value=\"31\""));
  CHECK(says(wrong, "<title>Error: "));
  const auto other = s.post("/registers/incidents/report", {{"step", "where"}, {"go", "next"}, {"school", "Ty Gwyn"}, {"happened_on-day", "1"}, {"happened_on-month", "2"}, {"happened_on-year", "2023"}});
  CHECK(says(other, "name=\"school\" value=\"Ty Gwyn\""));
  const auto sent = s.post("/registers/incidents/report", {{"step", "check"}, {"go", "send"}, {"school", "Ty Gwyn"}, {"happened_on-day", "1"}, {"happened_on-month", "2"}, {"happened_on-year", "2023"}, {"kind", "physical"}});
  CHECK(sent.status == 403);
  CHECK(says(sent, "your own organisation only"));
  s.csrf = "0";
  CHECK(s.post("/registers/incidents/report", {{"step", "where"}, {"go", "next"}}).status == 403);
}

TEST_CASE("a record is handled, and its erasure leaves a count and no name") {
  Schools s;
  const auto id = s.report(s.harbour, "Harbour Hill", "a word of hate");
  s.sign_in(s.council);
  const auto path = "/desk/registers/incidents/records/" + id;
  const auto seen = s.bench.workspace.ledger.last_about(id).value();
  CHECK(says(s.post(path, {{"seen", std::to_string(seen)}, {"move_to", "reviewed"}}), "before it becomes"));
  CHECK(s.post(path, {{"seen", std::to_string(seen)}, {"move_to", "reviewed"}, {"reviewer", "Deputy head"}, {"words", "smuggled in"}}).status == 303);
  const auto reviewed = s.get(path);
  CHECK(says(reviewed, "State: Reviewed, since 14 June 2023."));
  CHECK(says(reviewed, "a word of hate"));  // the form takes the handler's fields alone
  CHECK(s.post(path, {{"seen", std::to_string(seen)}, {"move_to", "closed"}}).status == 409);
  CHECK(s.post(path + "/erase", {{"reason", "asked for"}}).status == 303);
  CHECK_FALSE(says(s.get(path), "a word of hate"));
  CHECK(says(s.get("/desk/registers/incidents"), "1 record"));
}

TEST_CASE("a Welsh page calls the fields and states of a refusal by their Welsh titles") {
  Schools s;
  auto text = test::with_change(R"("title": "Reviewed by", "type": "string", "makegood": {)", R"("title": "Reviewed by", "type": "string", "makegood": {"title_cy": "Adolygwyd gan", )");
  const std::string state = R"("title": "Reviewed", )";
  text.replace(text.find(state), state.size(), state + R"("title_cy": "Adolygwyd", )");
  text.replace(text.find("\"version\": 1"), 12, "\"version\": 2");
  REQUIRE(tasks::define_register(s.bench.workspace, s.council, text));
  const auto id = s.report(s.harbour, "Harbour Hill", "a word of hate");
  s.sign_in(s.council);
  const auto path = "/desk/registers/incidents/records/" + id;
  const auto seen = std::to_string(s.bench.workspace.ledger.last_about(id).value());
  CHECK(says(s.post(path, {{"seen", seen}, {"move_to", "reviewed"}}), "Fill in &quot;Reviewed by&quot; before it becomes &quot;Reviewed&quot;"));
  const auto welsh = s.post("/cy" + path, {{"seen", seen}, {"move_to", "reviewed"}});
  CHECK(says(welsh, "Llenwch &quot;Adolygwyd gan&quot; cyn iddo ddod yn &quot;Adolygwyd&quot;"));
  // A title without Welsh stays as it is.
  CHECK(says(s.post("/cy" + path, {{"seen", seen}, {"move_to", "closed"}}), "Ni all cofnod sydd yn &quot;Reported&quot; ddod yn &quot;Closed&quot;"));
}

TEST_CASE("no public address shows what a register holds about people") {
  Schools s;
  s.report(s.harbour, "Harbour Hill", "a word of hate");
  s.token.clear();
  for (const auto* path : {"/registers", "/registers/incidents", "/registers/incidents.csv", "/registers/incidents.json", "/registers/incidents/report", "/data", "/search?q=hate",
                           "/desk/registers", "/desk/registers/incidents", "/desk/registers/incidents/returns"}) {
    CAPTURE(path);
    const auto shown = s.get(path);
    CHECK_FALSE(says(shown, "a word of hate"));
    CHECK_FALSE(says(shown, "Harbour Hill"));
    CHECK_FALSE(says(shown, "1 record"));
  }
}

TEST_CASE("a business joins the directory, and when it leaves it is gone from page, CSV and JSON together") {
  Schools s;
  REQUIRE(tasks::define_register(s.bench.workspace, s.council, kDirectory));
  const auto sent = s.post("/registers/businesses/report", {{"step", "check"}, {"go", "send"}, {"once", "k3v9x2m7qa"}, {"name", "Siop Siân"}, {"email", "siop@aberllyn.example"}, {"listed", "true"}});
  CHECK(location(sent) == "/registers/businesses/received/k3v9x2m7qa");
  for (const auto* path : {"/registers/businesses", "/registers/businesses.csv", "/registers/businesses.json", "/cy/registers/businesses"}) {
    CAPTURE(path);
    CHECK(says(s.get(path), "Siop Siân"));
    CHECK_FALSE(says(s.get(path), "siop@aberllyn.example"));
  }
  REQUIRE(tasks::change_record(s.bench.workspace, s.council, {.id = RecordId("k3v9x2m7qa"), .answers = {{"listed", "false"}}, .reason = "it asked to", .move_to = "",
                                                               .seen = s.bench.workspace.ledger.last_about("k3v9x2m7qa").value()}));
  for (const auto* path : {"/registers/businesses", "/registers/businesses.csv", "/registers/businesses.json"}) CHECK_FALSE(says(s.get(path), "Siop Siân"));
}

TEST_CASE("what is public goes out in parts, each of which says where the next begins") {
  Schools s;
  REQUIRE(tasks::define_register(s.bench.workspace, s.council, kDirectory));
  tasks::FileTable sheet{{"name", "listed"}, {}, {}};
  for (int n = 0; n < 10'060; ++n) sheet.rows.push_back({static_cast<std::size_t>(n + 2), {"Shop " + std::to_string(n), n % 2 == 0 || n > 100 ? "true" : "false"}});
  REQUIRE(tasks::import_records(s.bench.workspace, tasks::operator_of_the_machine(), "businesses", sheet, {.rights = tasks::Rights::of_the_machine}));
  const auto page = s.get("/registers/businesses");
  CHECK(says(page, "10,010 entries"));
  CHECK(says(page, "A file has 10,000 entries at most"));
  const auto next = page.body.find("/registers/businesses?after=");
  REQUIRE(next != std::string::npos);
  const auto second = s.get(page.body.substr(next, page.body.find('"', next) - next));
  CHECK(says(second, "Back to the first entries"));
  const auto lines = [](const std::string& body) { return std::count(body.begin(), body.end(), '\n'); };
  const auto csv = s.get("/registers/businesses.csv");
  CHECK(lines(csv.body) == 10'001);  // with the headings
  const std::string link(csv.headers.value("Link"));
  REQUIRE(link.starts_with("</registers/businesses.csv?after="));
  REQUIRE(link.ends_with(">; rel=\"next\""));
  const auto rest = s.get(link.substr(1, link.find('>') - 1));
  CHECK(lines(rest.body) == 11);
  CHECK_FALSE(rest.headers.has("Link"));
  const auto json = nlohmann::json::parse(s.get("/registers/businesses.json").body);
  CHECK(json.at("found") == 10'010);
  CHECK(json.at("records").size() == 10'000);
  CHECK(nlohmann::json::parse(s.get(json.at("next").get<std::string>()).body).at("records").size() == 10);
  const auto few = nlohmann::json::parse(s.get("/registers/businesses.json?words=10059").body);
  CHECK(few.at("records").size() == 1);
  CHECK_FALSE(few.contains("next"));
}

}  // namespace register_test
}  // namespace makegood::web
