// Save and return in the browser's terms, and a form that lies open while its register changes.

#include "registers/fixture.h"
#include "registers/sender_fixture.h"
#include "tasks/registers.h"
#include "web/site/html_forms.h"
#include "web/site/visitor.h"

namespace makegood::web {
namespace begun_form_test {

using access::Role;
using tasks::Actor;

struct Office : Visitor {
  Actor council{"equality", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
  Actor head = head_of("Harbour Hill"), other = head_of("Ty Gwyn");
  Office() {
    REQUIRE(tasks::define_register(bench.workspace, council, test::kRegister));
    REQUIRE(tasks::open_register(bench.workspace, council, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
    REQUIRE(tasks::define_register(bench.workspace, council, test::kTips));
  }
  Actor head_of(const std::string& school) {
    return {fold(school), {{Role::contributor, "", tasks::keep_organisation(bench.workspace, tasks::first_coordinator(), {{}, school}).value().text}}};
  }
  /// What the form of a page would send, with these values typed and this button pressed.
  static std::vector<Field> filled(const Reply& page, const std::vector<Field>& typed, const std::string& go) {
    std::vector<Field> fields;
    for (const auto& form : forms_of(page.body)) {
      if (!form.action.ends_with("/report")) continue;
      for (const auto& field : form.fields) {
        const bool chosen = field.kind != "radio" && field.kind != "checkbox" && field.kind != "button";
        const bool is_typed = std::any_of(typed.begin(), typed.end(), [&](const Field& t) { return t.name == field.name; });
        if (chosen && !is_typed && field.name != "csrf") fields.push_back({field.name, field.value});
      }
    }
    fields.insert(fields.end(), typed.begin(), typed.end());
    fields.push_back({"go", go});
    return fields;
  }
  Reply go(const std::string& name, const Reply& page, const std::vector<Field>& typed, const std::string& button) {
    return post("/registers/" + name + "/report", filled(page, typed, button));
  }
  void change(const std::string& text) { REQUIRE(tasks::define_register(bench.workspace, council, text)); }
  std::int64_t records(const std::string& name) { return bench.workspace.registers.count({.register_name = name, .reach = {.all = true, .organisations = {}}}).value(); }
};

const std::vector<Field> kWhere = {{"school", "Harbour Hill"}, {"happened_on-day", "1"}, {"happened_on-month", "6"}, {"happened_on-year", "2023"}};

std::string second_version() {
  auto text = test::with_change("\"version\": 1", "\"version\": 2");
  const auto pupils = text.find("{\"name\": \"pupils\"");
  text.replace(pupils, text.find("{\"name\": \"ethnicity\"") - pupils,
               R"({"name": "place", "title": "Where in the school", "type": "string", "constraints": {"required": true}, "makegood": {"page": "what"}}, )");
  return text;
}

/// The address of the link that a page shows.
std::string link_in(const Reply& page, std::string_view begins) {
  const auto at = page.body.find(begins);
  REQUIRE(at != std::string::npos);
  return page.body.substr(at, page.body.find('"', at) - at);
}

TEST_CASE("a signed-in person goes on where they stopped, and nobody else finds their form") {
  Office o;
  o.sign_in(o.head);
  const auto where = o.get("/registers/incidents/report");
  const auto what = o.go("incidents", where, kWhere, "next");
  CHECK(says(what, "What was said"));
  // The browser is closed here. What was typed is theirs when they come back.
  o.sign_in(o.other);
  CHECK(says(o.get("/registers/incidents/report"), "Where and when"));
  o.sign_in(o.head);
  const auto begun = o.get("/registers/incidents/report");
  CHECK(says(begun, "You have begun this form"));
  CHECK(says(begun, "until 12 July 2023"));
  const auto on = o.get(link_in(begun, "/registers/incidents/report/begun?form="));
  CHECK(says(on, "What was said"));
  CHECK(says(on, "name=\"school\" value=\"Harbour Hill\""));
  CHECK(says(o.get("/registers/incidents/report?new=1"), "Where and when"));
  const auto check = o.go("incidents", on, {{"kind", "physical"}}, "next");
  CHECK(says(check, "Check your answers"));
  CHECK(o.go("incidents", check, {}, "send").status == 303);
  CHECK(o.records("incidents") == 1);
  CHECK(says(o.get("/registers/incidents/report"), "Where and when"));  // it is no longer kept
}

TEST_CASE("save says until when, keeps what is half typed, and a form can be thrown away") {
  Office o;
  o.sign_in(o.head);
  const auto saved = o.go("incidents", o.get("/registers/incidents/report"), {{"school", "Harbour Hill"}, {"happened_on-day", "31"}, {"happened_on-month", "2"}, {"happened_on-year", "2023"}}, "save");
  CHECK(saved.status == 200);
  CHECK(says(saved, "kept until 12 July 2023"));
  const auto on = o.get(link_in(saved, "/registers/incidents/report/begun?form="));
  CHECK(says(on, "value=\"31\""));
  for (const auto& form : forms_of(saved.body))
    if (form.action.ends_with("/begun")) CHECK(o.post(form.action, {{"form", form.fields.at(1).value}}).status == 303);
  CHECK_FALSE(says(o.get("/registers/incidents/report"), "You have begun"));
  o.bench.clock.seconds += 28LL * 24 * 60 * 60;
}

TEST_CASE("a form for anybody goes on by a link that is shown once; only its hash is kept") {
  Office o;
  const auto first = o.get("/registers/tips/report");
  const auto saved = o.go("tips", first, {{"about", "A locked gate"}, {"sent_as", "confidential"}}, "save");
  const auto link = link_in(saved, "/registers/tips/report/begun/");
  const auto token = link.substr(link.rfind('/') + 1);
  CHECK(token.size() == 64);
  CHECK(says(saved, "shown this once"));
  CHECK(o.bench.workspace.forms.begun("link " + token)->empty());
  CHECK(o.bench.workspace.forms.begun("link " + tasks::token_hash(token))->size() == 1);
  const auto on = o.get(link);
  CHECK(says(on, "A locked gate"));
  CHECK(std::string(on.headers.value("Cache-Control")).find("no-store") != std::string::npos);
  const auto again = o.go("tips", on, {{"about", "A locked gate, twice"}, {"sent_as", "confidential"}}, "save");
  CHECK(says(again, "The link that you have goes on working"));
  CHECK_FALSE(says(again, "shown this once"));
  CHECK(says(o.get(link), "A locked gate, twice"));
  CHECK(o.get("/registers/tips/report/begun/" + std::string(64, 'a')).status == 404);
  const auto who = o.go("tips", o.get(link), {{"about", "A locked gate"}, {"sent_as", "confidential"}}, "next");
  const auto check = o.go("tips", who, {{"name", "Head of Streets"}}, "next");
  CHECK(o.go("tips", check, {}, "send").status == 200);
  CHECK(o.get(link).status == 404);
}

TEST_CASE("a form without a name is kept by its link alone, also for somebody who is signed in") {
  Office o;
  o.sign_in(o.head);
  const auto saved = o.go("tips", o.get("/registers/tips/report"), {{"about", "A locked gate"}, {"sent_as", "anonymous"}}, "save");
  link_in(saved, "/registers/tips/report/begun/");
  o.go("tips", o.get("/registers/tips/report"), {{"about", "Another gate"}, {"sent_as", "anonymous"}}, "next");
  CHECK(o.bench.workspace.forms.begun(tasks::holder_of_account(fold("Harbour Hill")))->empty());
}

TEST_CASE("a form left open over a change keeps what fits, says what changed, and is not sent before that was seen") {
  Office o;
  o.sign_in(o.head);
  const auto what = o.go("incidents", o.get("/registers/incidents/report"), kWhere, "next");
  const auto check = o.go("incidents", what, {{"kind", "physical"}, {"pupils", "3"}}, "next");
  CHECK(says(check, "Check your answers"));
  o.change(second_version());
  const auto told = o.go("incidents", check, {}, "send");
  CHECK(told.status == 409);
  CHECK(o.records("incidents") == 0);
  CHECK(says(told, "This form changed while you were filling it in"));
  CHECK(says(told, "How many pupils"));
  CHECK(says(told, "New questions: Where in the school"));
  CHECK(says(told, "name=\"school\" value=\"Harbour Hill\""));
  const auto missing = o.go("incidents", told, {}, "send");  // now they know, and the new question waits for an answer
  CHECK(missing.status == 422);
  CHECK(says(missing, "href=\"#place\""));
  CHECK(says(missing, "name=\"pupils\" value=\"3\""));  // what was typed is shown until it is sent
  const auto again = o.go("incidents", missing, {{"kind", "physical"}, {"place", "Canteen"}}, "next");
  CHECK(o.go("incidents", again, {}, "send").status == 303);
  CHECK(o.records("incidents") == 1);
}

TEST_CASE("a form that was saved goes on under the changed register") {
  Office o;
  o.sign_in(o.head);
  const auto what = o.go("incidents", o.get("/registers/incidents/report"), kWhere, "next");
  const auto saved = o.go("incidents", what, {{"kind", "physical"}, {"pupils", "3"}}, "save");
  o.change(second_version());
  const auto on = o.get(link_in(saved, "/registers/incidents/report/begun?form="));
  CHECK(says(on, "This form changed while you were filling it in"));
  CHECK(says(on, "How many pupils"));
  CHECK(says(on, "name=\"pupils\" value=\"3\""));
}

TEST_CASE("back in the browser and sent again is one record, and whoever changed something is told that the first stands") {
  Office o;
  o.sign_in(o.head);
  const auto what = o.go("incidents", o.get("/registers/incidents/report"), kWhere, "next");
  const auto check = o.go("incidents", what, {{"kind", "physical"}}, "next");
  const auto first = location(o.go("incidents", check, {}, "send"));
  const auto other = o.go("incidents", what, {{"kind", "verbal"}, {"words", "a word"}}, "next");  // the page before, from the browser's memory
  CHECK(location(o.go("incidents", check, {}, "send")) == first);
  const auto told = o.go("incidents", other, {}, "send");
  CHECK(told.status == 409);
  CHECK(says(told, "what you sent then stands"));
  CHECK(says(told, "a word"));  // nothing that was typed is lost
  CHECK(o.records("incidents") == 1);
}

}  // namespace begun_form_test
}  // namespace makegood::web
