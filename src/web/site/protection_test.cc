// Data protection of registers in the browser's terms: a retention run, a hold, an objection, a person who asks, an emergency.
#include "registers/fixture.h"
#include "tasks/records.h"
#include "tasks/registers.h"
#include "web/site/html_forms.h"
#include "web/site/visitor.h"

namespace makegood::web {
namespace protection_test {

using access::Role;
using tasks::Actor;

struct Protected : Visitor {
  const tasks::Workspace& w = bench.workspace;
  Actor council{"equality", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
  Actor legal{"legal@aberllyn.example", {{Role::monitoring_officer, "", ""}}};
  Actor harbour{"harbour-hill", {{Role::contributor, "", "harbour-hill"}}}, gwyn{"ty-gwyn", {{Role::contributor, "", "ty-gwyn"}}};
  RecordId record;
  Protected() {
    REQUIRE(tasks::define_register(w, council, test::kRegister));
    REQUIRE(tasks::open_register(w, council, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
    record = sent("told caretaker@aberllyn.example and the cook");
  }
  RecordId sent(const std::string& words) {
    return tasks::submit_record(w, &harbour, {"incidents", {{"school", "harbour-hill"}, {"happened_on", "2015-01-10"}, {"kind", "verbal"}, {"words", words}, {"ethnicity", "Indian"}}, ""}).value().id;
  }
  void close() {
    for (const auto& [state, field] : {std::pair{"reviewed", "reviewer"}, std::pair{"closed", "outcome"}})
      REQUIRE(tasks::change_record(w, council, {.id = record, .answers = {{field, "Deputy head"}}, .reason = "", .move_to = state, .seen = w.ledger.last_about(record.text).value()})->faults.empty());
  }
  [[nodiscard]] std::string path() const { return "/desk/registers/incidents/records/" + record.text; }
  /// The form on a page that goes there, sent with these changes.
  Reply fill(const Reply& shown, const std::string& action, std::vector<Field> changes) {
    for (const auto& form : forms_of(shown.body)) {
      if (form.action != action || !form.post) continue;
      std::vector<Field> fields = std::move(changes);
      for (const auto& field : form.fields)
        if (field.kind == "hidden" && field.name != "csrf") fields.push_back({field.name, field.value});
      return post(action, fields);
    }
    FAIL("no form for " << action);
    return {};
  }
};

TEST_CASE("a retention run is looked at, confirmed and done, and what is not ticked is not done") {
  Protected p;
  p.close();
  const auto kept = p.sent("said last week");
  p.bench.clock.seconds += 7LL * 366 * 24 * 60 * 60;
  p.sign_in(p.council);
  const auto shown = p.get("/desk/registers/incidents/retention");
  CHECK(says(shown, "1 record is past its time."));
  CHECK(says(shown, "Closed on 14 June 2023, to be kept until 14 June 2029"));
  CHECK(says(shown, "What was said and Ethnic group"));
  CHECK(says(shown, "2 records"));
  CHECK_FALSE(says(shown, "caretaker"));
  const auto unticked = p.fill(shown, "/desk/registers/incidents/retention", {});
  CHECK(unticked.status == 422);
  CHECK(says(unticked, "href=\"#confirmed\""));
  const auto done = p.fill(shown, "/desk/registers/incidents/retention", {{"confirmed", "yes"}});
  CHECK(location(done) == "/desk/registers/incidents/retention?done=1");
  CHECK(says(p.get(location(done)), "1 record was emptied."));
  CHECK_FALSE(says(p.get(p.path()), "caretaker"));
  CHECK(says(p.get("/desk/registers/incidents/records/" + kept.text), "said last week"));
  CHECK(p.fill(shown, "/desk/registers/incidents/retention", {{"confirmed", "yes"}}).status == 409);  // the list of before
}

TEST_CASE("a hold stops the run and the button, and its reason is for those who hold records") {
  Protected p;
  p.close();
  p.bench.clock.seconds += 7LL * 366 * 24 * 60 * 60;
  p.sign_in(p.legal);
  const auto page = p.get(p.path() + "/protection");
  CHECK(page.status == 200);
  CHECK_FALSE(says(page, "caretaker"));
  const auto empty = p.fill(page, p.path() + "/protection/hold", {{"reason", ""}});
  CHECK(empty.status == 422);
  CHECK(says(empty, "href=\"#reason\""));
  CHECK(p.fill(page, p.path() + "/protection/hold", {{"reason", "a claim before the tribunal"}}).status == 303);
  CHECK(p.fill(page, p.path() + "/protection/hold", {{"reason", "again"}}).status == 409);
  const auto run = p.get("/desk/registers/incidents/retention");
  CHECK(says(run, "1 more is kept by a legal hold"));
  CHECK(says(run, "a claim before the tribunal"));
  p.sign_in(p.council);
  CHECK(p.post(p.path() + "/erase", {{"reason", "asked for"}}).status == 409);
  p.sign_in(p.harbour);
  const auto own = p.get(p.path());
  CHECK(says(own, "A legal hold stands"));
  CHECK_FALSE(says(own, "tribunal"));
  CHECK(p.get(p.path() + "/protection").status == 403);
}

TEST_CASE("an objection is written down and takes the monitoring data from page and file") {
  Protected p;
  const Actor analyst{"analyst", {{Role::analyst, "", ""}}};
  p.sign_in(analyst);
  CHECK(says(p.post("/desk/registers/incidents/export"), "AIN"));
  p.sign_in(p.council);
  const auto page = p.get(p.path() + "/protection");
  const auto action = p.path() + "/protection/objection";
  CHECK(says(page, "Ethnic group"));
  const auto wrong = p.fill(page, action, {{"on-day", "31"}, {"on-month", "2"}, {"on-year", "2023"}, {"way", "letter"}});
  CHECK(wrong.status == 422);
  CHECK(says(wrong, "value=\"31\""));
  CHECK(says(wrong, "href=\"#on-day\""));
  CHECK(says(p.fill(page, action, {{"on-day", "1"}, {"on-month", "6"}, {"on-year", "2023"}}), "Say how it reached you"));
  CHECK(p.fill(page, action, {{"on-day", "1"}, {"on-month", "6"}, {"on-year", "2023"}, {"way", "letter"}}).status == 303);
  CHECK(says(p.get(p.path()), "An objection of 1 June 2023 stands"));
  p.sign_in(analyst);
  CHECK_FALSE(says(p.post("/desk/registers/incidents/export"), "AIN"));
}

TEST_CASE("a person who asks is found, others are taken out, and what goes out was read first") {
  Protected p;
  p.sign_in(p.legal);
  const auto start = p.get("/desk/subject-access");
  CHECK(p.fill(start, "/desk/subject-access", {{"value", "ca"}, {"reason", "Request 14"}, {"step", "found"}}).status == 422);
  const auto found = p.fill(start, "/desk/subject-access", {{"value", "caretaker@aberllyn.example"}, {"reason", "Request 14"}, {"step", "found"}});
  CHECK(says(found, "1 record names this person"));
  CHECK(says(found, "Article 9(2)(g)"));
  CHECK_FALSE(says(found, "the cook"));
  CHECK(p.fill(found, "/desk/subject-access", {{"step", "redact"}}).status == 422);  // none chosen
  const auto redact = p.fill(found, "/desk/subject-access", {{"record", p.record.text}, {"step", "redact"}});
  CHECK(says(redact, "told caretaker@aberllyn.example and the cook"));
  const auto preview = p.fill(redact, "/desk/subject-access", {{"words-" + p.record.text, "the cook"}, {"left_out", p.record.text + ".school"}, {"step", "preview"}});
  CHECK(says(preview, "told caretaker@aberllyn.example and […]"));
  CHECK(says(preview, "1 answer is left out"));
  CHECK(p.fill(preview, "/desk/subject-access", {{"step", "html"}}).status == 422);  // not read
  const auto file = p.fill(preview, "/desk/subject-access", {{"looked", "yes"}, {"step", "html"}});
  CHECK(file.status == 200);
  CHECK(std::string(file.headers.value("Content-Disposition")).find("what-is-held.html") != std::string::npos);
  CHECK(says(file, "told caretaker@aberllyn.example and […]"));
  CHECK_FALSE(says(file, "the cook"));
  CHECK_FALSE(says(file, "harbour-hill"));
  const auto json = p.fill(preview, "/desk/subject-access", {{"looked", "yes"}, {"step", "json"}});
  CHECK(says(json, "\"article_9\": \"g\""));
  CHECK_FALSE(says(json, "the cook"));
  p.sign_in(p.council);
  CHECK(p.get("/desk/subject-access").status == 403);
}

TEST_CASE("a record is opened in an emergency, everybody who sees it is told, and it closes by itself") {
  Protected p;
  p.sign_in(p.gwyn);
  CHECK(p.get(p.path()).status == 404);
  const auto form = p.get("/desk/registers/incidents/emergency");
  const auto action = "/desk/registers/incidents/emergency";
  CHECK(says(p.fill(form, action, {{"record", p.record.text}, {"reason", ""}, {"minutes", "60"}}), "href=\"#reason\""));
  const auto wrong = p.fill(form, action, {{"record", "aaaaaaaaaa"}, {"reason", "A pupil is missing"}, {"minutes", "30"}});
  CHECK(wrong.status == 422);
  CHECK(says(wrong, "A pupil is missing"));
  CHECK(location(p.fill(form, action, {{"record", " " + p.record.text}, {"reason", "A pupil is missing"}, {"minutes", "60"}})) == p.path());
  const auto opened = p.get(p.path());
  CHECK(says(opened, "told caretaker@aberllyn.example"));
  CHECK(says(opened, "This record is open to you until"));
  CHECK_FALSE(says(opened, "name=\"move_to\""));
  CHECK(p.post(p.path(), {{"seen", "1"}, {"move_to", "reviewed"}}).status != 303);
  p.sign_in(p.harbour);
  CHECK(says(p.get(p.path()), "Opened in an emergency by"));
  CHECK_FALSE(says(p.get(p.path()), "A pupil is missing"));
  CHECK(p.get("/desk/emergencies").status == 403);
  p.sign_in(p.legal);
  CHECK(says(p.get("/desk/emergencies"), "A pupil is missing"));
  CHECK(says(p.get("/desk/emergencies"), "open now"));
  CHECK(says(p.get(p.path() + "/looks"), "Opened a record in an emergency"));
  CHECK(says(p.get("/desk/registers/incidents/looks"), "Opened a record of a register"));
  p.bench.clock.seconds += 60 * 60;
  p.sign_in(p.gwyn);
  CHECK(p.get(p.path()).status == 404);
  p.token.clear();
  CHECK(p.get(action).status == 303);  // the public is asked to sign in
  CHECK(p.post(action, {{"record", p.record.text}, {"reason", "why"}, {"minutes", "60"}}).status == 403);
}

TEST_CASE("where everything is stands on one page for those whose job it is") {
  Protected p;
  p.sign_in(p.legal);
  const auto page = p.get("/desk/data-protection");
  for (const auto* link : {"/desk/registers/incidents/retention", "/desk/registers/incidents/looks", "/desk/subject-access", "/desk/emergencies"}) {
    CAPTURE(link);
    CHECK(says(page, link));
  }
  p.sign_in(p.council);
  CHECK_FALSE(says(p.get("/desk/data-protection"), "/desk/subject-access"));
  CHECK(says(p.get("/desk/registers"), "/desk/data-protection"));
  p.sign_in(p.harbour);
  CHECK(p.get("/desk/data-protection").status == 403);
  CHECK(says(p.get("/desk/registers/incidents"), "/desk/registers/incidents/emergency"));
}

}  // namespace protection_test
}  // namespace makegood::web
