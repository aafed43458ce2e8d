// A sender's own amendments in the browser's terms: by account, and by receipt.

#include "registers/fixture.h"
#include "registers/sender_fixture.h"
#include "tasks/records.h"
#include "tasks/registers.h"
#include "web/site/html_forms.h"
#include "web/site/visitor.h"

namespace makegood::web {
namespace amendment_test {

using access::Role;
using tasks::Actor;

/// What is chosen in a select, which the page says without a value of its own.
const std::vector<Field> kSchool = {{"school", "Harbour Hill"}};

struct Office : Visitor {
  Actor council{"equality", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
  Actor handler{"handler@aberllyn.example", {{Role::handler, "", ""}}};
  Actor head = head_of("head@harbour-hill.example"), deputy{"deputy@harbour-hill.example", head.grants};
  std::string id = "k3v9x2m7qa", receipt;
  Office() {
    REQUIRE(tasks::define_register(bench.workspace, council, test::kRegister));
    REQUIRE(tasks::open_register(bench.workspace, council, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
    REQUIRE(tasks::define_register(bench.workspace, council, test::kTips));
    REQUIRE(tasks::submit_record(bench.workspace, &head, {"incidents", {{"school", "Harbour Hill"}, {"happened_on", "2023-06-01"}, {"kind", "verbal"}, {"words", "a word of hate"}}, id}));
    receipt = tasks::submit_record(bench.workspace, nullptr, {.register_name = "tips", .answers = {{"about", "A locked gate"}}, .once = "k3v9x2m7qb", .anonymous = true}).value().receipt;
  }
  Actor head_of(const std::string& name) {
    return {name, {{Role::contributor, "", tasks::keep_organisation(bench.workspace, tasks::first_coordinator(), {{}, "Harbour Hill"}).value().text}}};
  }
  std::string own() const { return "/registers/incidents/sent/" + id; }
  /// The page's own form as a browser sends it: what is typed in the place of what stands there.
  Reply press(const Reply& page, std::string_view action, const std::vector<Field>& typed, const std::string& go) {
    std::vector<Field> fields;
    for (const auto& form : forms_of(page.body)) {
      if (!form.action.ends_with(action)) continue;
      for (const auto& field : form.fields) {
        const bool is_typed = std::any_of(typed.begin(), typed.end(), [&](const Field& t) { return t.name == field.name; });
        const bool chosen = field.kind != "radio" && field.kind != "checkbox" && field.kind != "button";
        if (chosen && !is_typed && field.name != "csrf") fields.push_back({field.name, field.value});
      }
    }
    REQUIRE_FALSE(fields.empty());
    fields.insert(fields.end(), typed.begin(), typed.end());
    fields.push_back({"go", go});
    return post(action, fields);
  }
  std::string words() { return std::string(makegood::answer(bench.workspace.registers.record(RecordId(id)).value().answers, "words")); }
  std::int64_t seen() { return bench.workspace.ledger.last_about(id).value(); }
  void move(const std::string& to, const std::string& reason) {
    REQUIRE(tasks::change_record(bench.workspace, council, {.id = RecordId(id), .answers = {{"reviewer", "Deputy head"}}, .reason = reason, .move_to = to, .seen = seen()})->faults.empty());
  }
};

TEST_CASE("what was sent back is mended by whoever sent it, with the question above the form") {
  Office o;
  o.move("reviewed", "");
  o.sign_in(o.head);
  CHECK(o.get(o.own()).status == 409);
  CHECK(says(o.get(o.own()), "you can change it again if it is sent back to you"));
  o.move("reported", "What exactly was said?");
  const auto record = o.get("/desk/registers/incidents/records/" + o.id);
  CHECK(says(record, "href=\"" + o.own() + "\""));
  const auto form = o.get(o.own());
  REQUIRE(form.status == 200);
  CHECK(says(form, "What exactly was said?"));
  CHECK(says(form, "Harbour Hill"));
  const auto what = o.press(form, o.own(), kSchool, "next");
  CHECK(says(what, "name=\"words\" type=\"text\" value=\"a word of hate\""));
  CHECK(says(what, "What exactly was said?"));
  const auto empty = o.press(what, o.own(), {{"kind", "verbal"}, {"words", ""}}, "next");
  CHECK(empty.status == 422);
  CHECK(says(empty, "href=\"#words\""));
  const auto check = o.press(what, o.own(), {{"kind", "verbal"}, {"words", "the word itself"}}, "next");
  REQUIRE(says(check, "Check your answers"));
  CHECK(says(check, "Send the changes"));
  const auto sent = o.press(check, o.own(), {{"amend-reply", "It is written out now"}}, "send");
  CHECK(sent.status == 303);
  CHECK(location(sent) == "/registers/incidents/received/" + o.id);
  CHECK(says(o.get(location(sent)), "href=\"" + o.own() + "\""));
  CHECK(o.words() == "the word itself");
  o.sign_in(o.council);
  const auto story = o.get("/desk/registers/incidents/records/" + o.id);
  CHECK(says(story, "It is written out now"));
  CHECK(says(story, "State: Reported, since"));
}

TEST_CASE("the second of two savers keeps what they typed, beside what the first wrote") {
  Office o;
  o.sign_in(o.head);
  const auto form = o.press(o.get(o.own()), o.own(), kSchool, "next");
  const auto check = o.press(form, o.own(), {{"kind", "verbal"}, {"words", "what the head heard"}}, "next");
  o.sign_in(o.deputy);
  const auto other = o.press(o.press(o.get(o.own()), o.own(), kSchool, "next"), o.own(), {{"kind", "verbal"}, {"words", "what the deputy heard"}}, "next");
  REQUIRE(o.press(other, o.own(), {}, "send").status == 303);
  o.sign_in(o.head);
  const auto refused = o.press(check, o.own(), {{"amend-reply", "I was there"}}, "send");
  CHECK(refused.status == 409);
  CHECK(says(refused, "what the deputy heard"));
  CHECK(says(refused, "what the head heard"));
  CHECK(says(refused, "I was there"));
  CHECK(o.words() == "what the deputy heard");
  CHECK(o.press(refused, o.own(), {}, "send").status == 303);
  CHECK(o.words() == "what the head heard");
}

TEST_CASE("changes that are not ready are kept for later, and what was sent stands until they are sent") {
  Office o;
  o.sign_in(o.head);
  const auto form = o.press(o.get(o.own()), o.own(), kSchool, "next");
  const auto check = o.press(form, o.own(), {{"kind", "verbal"}, {"words", "what the head heard"}}, "next");
  const auto saved = o.press(check, o.own(), {{"amend-reply", "I asked again"}}, "save");
  REQUIRE(saved.status == 200);
  CHECK(says(saved, "Your changes are saved"));
  CHECK(says(saved, "They wait until 12 July 2023"));
  CHECK(says(saved, "href=\"" + o.own() + "\""));
  CHECK(o.words() == "a word of hate");
  CHECK_FALSE(says(o.get("/registers/incidents/report"), "12 July 2023"));  // it is no form that was begun
  o.sign_in(o.deputy);
  CHECK_FALSE(says(o.get(o.own()), "what the head heard"));
  o.bench.clock.seconds += 2LL * 24 * 60 * 60;
  o.sign_in(o.head);
  const auto again = o.get(o.own());
  CHECK(says(again, "You saved these changes on 14 June 2023 and have not sent them"));
  CHECK(says(again, "Check your answers"));
  CHECK(says(again, "what the head heard"));
  CHECK(says(again, "I asked again"));
  CHECK(says(o.get("/cy" + o.own()), "Gwnaethoch gadw’r newidiadau hyn ar 14 Mehefin 2023"));
  REQUIRE(o.press(again, o.own(), {}, "send").status == 303);
  CHECK(o.words() == "what the head heard");
  CHECK_FALSE(says(o.get(o.own()), "You saved these changes"));
}

TEST_CASE("kept changes can be left for what was sent, and are gone after 28 days") {
  for (const bool waits : {false, true}) {
    CAPTURE(waits);
    Office o;
    o.sign_in(o.head);
    const auto form = o.press(o.get(o.own()), o.own(), kSchool, "next");
    REQUIRE(says(o.press(form, o.own(), {{"kind", "verbal"}, {"words", "what the head heard"}}, "save"), "Your changes are saved"));
    const auto kept = o.get(o.own());
    REQUIRE(says(kept, "value=\"what the head heard\""));
    if (waits) {
      o.bench.clock.seconds += 28LL * 24 * 60 * 60;
      o.sign_in(o.head);
    } else {
      CHECK_FALSE(says(o.press(kept, o.own(), {{"kind", "verbal"}}, "anew"), "You saved these changes"));
    }
    const auto anew = o.press(o.get(o.own()), o.own(), kSchool, "next");
    CHECK(says(anew, "value=\"a word of hate\""));
    CHECK_FALSE(says(anew, "value=\"anew\""));
  }
}

TEST_CASE("kept changes do not cover what somebody else wrote meanwhile") {
  Office o;
  o.sign_in(o.head);
  const auto form = o.press(o.get(o.own()), o.own(), kSchool, "next");
  REQUIRE(says(o.press(o.press(form, o.own(), {{"kind", "verbal"}, {"words", "what the head heard"}}, "next"), o.own(), {}, "save"), "Your changes are saved"));
  o.sign_in(o.deputy);
  const auto other = o.press(o.press(o.get(o.own()), o.own(), kSchool, "next"), o.own(), {{"kind", "verbal"}, {"words", "what the deputy heard"}}, "next");
  REQUIRE(o.press(other, o.own(), {}, "send").status == 303);
  o.sign_in(o.head);
  const auto refused = o.press(o.get(o.own()), o.own(), {}, "send");
  CHECK(refused.status == 409);
  CHECK(says(refused, "what the deputy heard"));
  CHECK(says(refused, "what the head heard"));
  CHECK(o.words() == "what the deputy heard");
}

TEST_CASE("a sender without a name finds their kept changes by the receipt, however it is written") {
  Office o;
  const std::string to = "/registers/tips/receipt/form";
  const auto form = o.post(to, {{"receipt", o.receipt}, {"go", "open"}});
  const auto saved = o.press(form, to, {{"about", "Two locked gates"}}, "save");
  CHECK(says(saved, "They are there again when you open the form by your receipt."));
  CHECK_FALSE(says(saved, o.receipt));
  const auto again = o.post(to, {{"receipt", replace_all(o.receipt, "-", " ")}, {"go", "open"}});
  CHECK(says(again, "You saved these changes on 14 June 2023"));
  CHECK(says(again, "Two locked gates"));
  CHECK(says(o.press(o.press(again, to, {{"about", "Two locked gates"}}, "next"), to, {}, "send"), "Your changes have been sent"));
  CHECK_FALSE(says(o.post(to, {{"receipt", o.receipt}, {"go", "open"}}), "You saved these changes"));
}

TEST_CASE("whoever has no right to it is told that there is no such record") {
  Office o;
  o.token.clear();
  CHECK(o.get(o.own()).status != 200);
  for (const auto& who : {o.council, o.handler, Actor{"ty-gwyn", {{Role::contributor, "", "Ty Gwyn"}}}}) {
    o.sign_in(who);
    CAPTURE(who.name);
    CHECK(o.get(o.own()).status == 404);
    CHECK(o.post(o.own(), {{"step", "check"}, {"go", "send"}, {"amend-seen", std::to_string(o.seen())}}).status == 404);
    CHECK_FALSE(says(o.get("/registers/incidents/received/" + o.id), o.own()));
  }
  o.sign_in(o.head);
  CHECK(o.get("/registers/tips/sent/" + o.id).status == 404);
  CHECK(o.words() == "a word of hate");
}

TEST_CASE("somebody without a name mends what they sent by the receipt, and no address opens it") {
  Office o;
  const auto page = o.post("/registers/tips/receipt", {{"receipt", o.receipt}, {"go", "look"}});
  CHECK(says(page, "Change what you sent in"));
  const std::string to = "/registers/tips/receipt/form";
  CHECK(o.get(to).status != 200);
  const auto form = o.press(page, to, {}, "open");
  REQUIRE(form.status == 200);
  CHECK(says(form, "A locked gate"));
  CHECK_FALSE(says(form, "Do you want to say who you are?"));
  const auto check = o.press(form, to, {{"about", "Two locked gates"}}, "next");
  CHECK_FALSE(says(check, "Your name"));
  CHECK(says(o.press(check, to, {}, "send"), "Your changes have been sent"));
  CHECK(says(o.press(check, to, {}, "send"), "Your changes have been sent"));  // pressed twice
  o.sign_in(o.handler);
  const auto record = o.get("/desk/registers/tips/records/k3v9x2m7qb");
  CHECK(says(record, "Two locked gates"));
  o.token.clear();
  CHECK(o.post(to, {{"receipt", "k3v9-x2m7-qa4t-9wfc"}, {"go", "open"}}).status == 404);
  CHECK(o.post(to, {{"go", "open"}}).status == 404);
  REQUIRE(tasks::change_record(o.bench.workspace, o.handler, {.id = RecordId("k3v9x2m7qb"), .answers = {}, .reason = "", .move_to = "done",
                                                              .seen = o.bench.workspace.ledger.last_about("k3v9x2m7qb").value()}));
  CHECK(o.press(check, to, {{"about", "Three"}}, "send").status == 409);
  CHECK_FALSE(says(o.post("/registers/tips/receipt", {{"receipt", o.receipt}, {"go", "look"}}), "Change what you sent in"));
}

TEST_CASE("a fault that other records make is shown on its page, and nothing is called received") {
  Office o;
  const auto text = test::with_change(R"("name": "pupils", "title": "How many pupils", "type": "integer", "constraints": {"minimum": 1)",
                                      R"("name": "pupils", "title": "How many pupils", "type": "integer", "constraints": {"unique": true, "minimum": 1)");
  REQUIRE_FALSE(text.empty());
  REQUIRE(tasks::define_register(o.bench.workspace, o.council, replace_all(text, "\"version\": 1", "\"version\": 2")));
  o.sign_in(o.head);
  const std::vector<Field> answers = {{"step", "check"}, {"go", "send"}, {"school", "Harbour Hill"}, {"happened_on-day", "1"}, {"happened_on-month", "6"}, {"happened_on-year", "2023"}, {"kind", "physical"}, {"pupils", "3"}};
  const auto with = [&](const std::string& once) {
    auto fields = answers;
    fields.push_back({"once", once});
    return o.post("/registers/incidents/report", fields);
  };
  CHECK(with("k3v9x2m7qc").status == 303);
  const auto taken = with("k3v9x2m7qd");
  CHECK(taken.status == 422);
  CHECK(says(taken, "href=\"#pupils\""));
}

}  // namespace amendment_test
}  // namespace makegood::web
