// Whoever sent it in mends it, over the store in memory: whose it is, until when, and what is checked.
#include "tasks/own_amendments.h"

#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "registers/fixture.h"
#include "registers/sender_fixture.h"
#include "tasks/record_care.h"
#include "tasks/record_story.h"
#include "tasks/records.h"
#include "tasks/registers.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;
using makegood::test::with_change;

namespace own_amendments_test {

const Actor kCouncil{"equality", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
const Actor kSchool{"head@harbour-hill.example", {{Role::contributor, "", "Harbour Hill"}}};
const Actor kDeputy{"deputy@harbour-hill.example", {{Role::contributor, "", "Harbour Hill"}}};
const Actor kOther{"ty-gwyn", {{Role::contributor, "", "Ty Gwyn"}}};
const Actor kHandler{"handler@aberllyn.example", {{Role::handler, "", ""}}};
const Actor kSender{"sender@aberllyn.example", {{Role::contributor, "", "Streets"}}};

struct Incident {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  RecordId id{"k3v9x2m7qa"};
  explicit Incident(const std::string& text = test::kRegister) {
    REQUIRE(define_register(w, kCouncil, text));
    REQUIRE(open_register(w, kCouncil, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
    REQUIRE(submit_record(w, &kSchool, {"incidents", {{"school", "Harbour Hill"}, {"happened_on", "2023-06-01"}, {"kind", "verbal"}, {"words", "a word of hate"}, {"ethnicity", "Indian"}}, id.text}));
  }
  OwnRecord own(const Actor& who) { return own_record(w, who, "incidents", id).value(); }
  Result<OwnChanged> amend(const Actor& who, Answers answers, std::int64_t seen, std::string reply = "") {
    return amend_own_record(w, who, "incidents", id, {std::move(answers), seen, std::move(reply)});
  }
  void move(const std::string& to, Answers answers, const std::string& reason) {
    const auto done = change_record(w, kCouncil, {.id = id, .answers = std::move(answers), .reason = reason, .move_to = to, .seen = now()});
    REQUIRE(done);
    REQUIRE(done->faults.empty());
  }
  std::int64_t now() { return w.ledger.last_about(id.text).value(); }
  Record record() { return w.registers.record(id).value(); }
};

struct Tip {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  Submitted sent;
  explicit Tip(const Actor* who, bool anonymous, const std::string& text = test::kTips) {
    REQUIRE(define_register(w, kCouncil, text));
    sent = submit_record(w, who, {.register_name = "tips", .answers = {{"about", "A locked gate"}, {"team", "Streets"}, {"name", "Head of Streets"}}, .once = "k3v9x2m7qa", .anonymous = anonymous}).value();
    REQUIRE(sent.faults.empty());
  }
};

bool asks(const OwnRecord& own, std::string_view field) { return own.asked.field(field) != nullptr; }

TEST_CASE("whose record it is: who sent it, colleagues of its organisation, and nobody else") {
  Incident i;
  struct Row {
    const char* who;
    const Actor& actor;
    bool is_theirs;
  };
  const Actor gone{kSchool.name, {{Role::contributor, "", "Ty Gwyn"}}};
  const Actor reader{kSchool.name, {{Role::analyst, "", ""}}};
  for (const auto& row : {Row{"whoever sent it", kSchool, true}, Row{"a colleague", kDeputy, true}, Row{"another school", kOther, false},
                          Row{"whoever sent it, at another school now", gone, false}, Row{"whoever sent it and may send nothing any more", reader, false},
                          Row{"who handles it and sends nothing in", kCouncil, false}}) {
    CAPTURE(row.who);
    CHECK(is_own_record(i.w, row.actor, i.id) == row.is_theirs);
    const auto own = own_record(i.w, row.actor, "incidents", i.id);
    CHECK(own.has_value() == row.is_theirs);
    if (!own) CHECK(own.error().fault == Fault::not_found);
    if (!own) CHECK(i.amend(row.actor, {}, i.now()).error().fault == Fault::not_found);
  }
  CHECK(own_record(i.w, kSchool, "others", i.id).error().fault == Fault::not_found);
}

TEST_CASE("a colleague is not shown what their role may not see, and leaves it as it is") {
  Incident i;
  const auto group = std::string(answer(i.record().answers, "ethnicity"));
  REQUIRE_FALSE(group.empty());
  CHECK(answer(i.own(kSchool).answers, "ethnicity") == group);
  const auto seen = i.own(kDeputy);
  CHECK_FALSE(asks(seen, "ethnicity"));
  CHECK_FALSE(seen.answers.contains("ethnicity"));
  auto answers = seen.answers;
  answers["words"] = "another word";
  REQUIRE(i.amend(kDeputy, answers, seen.seen)->faults.empty());
  CHECK(answer(i.record().answers, "ethnicity") == group);
  CHECK(answer(i.record().answers, "words") == "another word");
}

TEST_CASE("a look at protected answers is written down, for the form as for the page") {
  Incident i;
  static_cast<void>(i.own(kSchool));
  const auto log = i.w.access_log.list(0, 10).value();
  REQUIRE(log.size() == 1);
  CHECK(log.front().who == kSchool.name);
  CHECK(log.front().subject == i.id.text);
}

TEST_CASE("it is theirs in the first state, and again when it is sent back with a question") {
  Incident i;
  CHECK(i.own(kSchool).question.empty());
  i.move("reviewed", {{"reviewer", "Deputy head"}}, "looked at");
  const auto gone_on = own_record(i.w, kSchool, "incidents", i.id);
  REQUIRE_FALSE(gone_on);
  CHECK(gone_on.error().fault == Fault::conflict);
  CHECK(gone_on.error().message.find("\"Reviewed\" now") != std::string::npos);
  i.move("reported", {}, "How many pupils heard it?");
  const auto own = i.own(kSchool);
  CHECK(own.question == "How many pupils heard it?");
  CHECK_FALSE(own.answers.contains("reviewer"));
  auto answers = own.answers;
  answers["pupils"] = "3";
  answers["reviewer"] = "smuggled in";
  REQUIRE(i.amend(kSchool, answers, own.seen, "Three of them")->faults.empty());
  CHECK(answer(i.record().answers, "pupils") == "3");
  CHECK(answer(i.record().answers, "reviewer") == "Deputy head");
  CHECK(i.record().state == "reported");
  const auto story = record_story(i.w, kCouncil, i.id).value();
  REQUIRE(story.size() == 4);
  CHECK(story[0].kind == "changed");
  CHECK(story[0].who == kSchool.name);
  CHECK(story[0].reason == "Three of them");
  CHECK(story[1].state == "reported");
  CHECK(i.own(kSchool).question == "How many pupils heard it?");  // still stands while it stands there
}

TEST_CASE("a definition calls another state open to its sender") {
  Incident i(with_change(R"("moves": ["reported", "closed"], "needs": ["reviewer"])", R"("moves": ["reported", "closed"], "needs": ["reviewer"], "sender": true)"));
  i.move("reviewed", {{"reviewer", "Deputy head"}}, "Say more");
  CHECK(i.own(kSchool).question == "Say more");
  i.move("closed", {{"outcome", "done"}}, "");
  CHECK_FALSE(is_own_record(i.w, kSchool, i.id));
}

TEST_CASE("the checks are those of sending it in") {
  Incident i;
  const auto own = i.own(kSchool);
  auto answers = own.answers;
  answers.erase("words");
  const auto missing = i.amend(kSchool, answers, own.seen);
  REQUIRE(missing);
  REQUIRE(missing->faults.size() == 1);
  CHECK(missing->faults[0] == RegisterFault{"words", AnswerTrouble::missing, {}});
  answers["kind"] = "physical";  // then nobody asks for the words
  CHECK(i.amend(kSchool, answers, own.seen)->faults.empty());
  CHECK_FALSE(i.record().answers.contains("words"));
  answers["school"] = "Ty Gwyn";
  CHECK(i.amend(kSchool, answers, i.now()).error().fault == Fault::not_allowed);
}

TEST_CASE("the second of two savers is told, and the same form sent twice is one change") {
  Incident i;
  const auto seen = i.own(kSchool);
  auto mine = seen.answers, theirs = seen.answers;
  theirs["words"] = "what the deputy heard";
  REQUIRE(i.amend(kDeputy, theirs, seen.seen)->faults.empty());
  mine["words"] = "what the head heard";
  CHECK(i.amend(kSchool, mine, seen.seen).error().fault == Fault::conflict);
  CHECK(answer(i.record().answers, "words") == "what the deputy heard");
  const auto again = i.now();
  REQUIRE(i.amend(kSchool, mine, again, "I was there")->faults.empty());
  CHECK(i.amend(kSchool, mine, again, "I was there")->faults.empty());
  CHECK(i.w.ledger.about(i.id.text)->size() == 3);
  CHECK(i.amend(kSchool, mine, again)->faults.empty());  // nothing is changed
  CHECK(i.w.ledger.about(i.id.text)->size() == 3);
}

TEST_CASE("what was objected to is asked for no more") {
  Incident i;
  const Actor officer{"dpo@aberllyn.example", {{Role::monitoring_officer, "", ""}, {Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
  const auto objected = record_objection(i.w, officer, {"incidents", i.id, i.now()}, *Day::parse("2023-06-10"), ObjectionWay{});
  REQUIRE(objected);
  const auto own = i.own(kSchool);
  CHECK_FALSE(asks(own, "ethnicity"));
  CHECK_FALSE(own.answers.contains("ethnicity"));
}

TEST_CASE("an emptied record is nobody's to mend") {
  Incident i;
  REQUIRE(empty_record(i.w, kCouncil, i.id, "asked for"));
  CHECK(own_record(i.w, kSchool, "incidents", i.id).error().fault == Fault::conflict);
}

TEST_CASE("somebody without a name mends it by the receipt, and stays without one") {
  Tip t(nullptr, true);
  const auto own = own_record(t.w, "tips", t.sent.receipt);
  REQUIRE(own);
  CHECK(answer(own->answers, "about") == "A locked gate");
  CHECK_FALSE(asks(*own, "name"));
  REQUIRE(amend_own_record(t.w, "tips", t.sent.receipt, {{{"about", "Two locked gates"}, {"name", "smuggled in"}}, own->seen})->faults.empty());
  const auto record = t.w.registers.record(t.sent.id).value();
  CHECK(answer(record.answers, "about") == "Two locked gates");
  CHECK_FALSE(record.answers.contains("name"));
  CHECK(t.w.ledger.about(t.sent.id.text)->back().actor == "anybody");
  CHECK(own_record(t.w, "tips", "k3v9-x2m7-qa4t-9wfc").error().fault == Fault::not_found);
  REQUIRE(change_record(t.w, kHandler, {.id = t.sent.id, .answers = {}, .reason = "", .move_to = "done", .seen = record.sequence}));
  CHECK(own_record(t.w, "tips", t.sent.receipt).error().fault == Fault::conflict);
  CHECK_FALSE(is_own_record(t.w, "tips", t.sent.receipt));
}

TEST_CASE("a sender in confidence mends it by account, and colleagues know of nothing") {
  Tip t(&kSender, false);
  const Actor colleague{"colleague@aberllyn.example", kSender.grants};
  CHECK_FALSE(is_own_record(t.w, colleague, t.sent.id));
  const auto own = own_record(t.w, kSender, "tips", t.sent.id);
  REQUIRE(own);
  CHECK(answer(own->answers, "name") == "Head of Streets");
  auto answers = own->answers;
  answers["about"] = "Two locked gates";
  REQUIRE(amend_own_record(t.w, kSender, "tips", t.sent.id, {answers, own->seen})->faults.empty());
  const auto told = record_story(t.w, kCouncil, t.sent.id).value();
  for (const auto& step : told) CHECK(step.who.empty());
  CHECK(record_story(t.w, kHandler, t.sent.id)->front().who == kSender.name);
}

TEST_CASE("what everybody can see is not mended by somebody who is not known") {
  auto text = test::tips_with(R"("subjects": ["public"])", R"("subjects": ["none"], "public": {"when": {"field": "answer", "filled": true}})");
  const std::string_view about = R"("makegood": {"page": "what"}})";
  REQUIRE(text.find(about) != std::string::npos);
  text.replace(text.find(about), about.size(), R"("makegood": {"page": "what", "public": true}})");
  Tip t(nullptr, true, text);
  CHECK(is_own_record(t.w, "tips", t.sent.receipt));
  REQUIRE(change_record(t.w, kHandler, {.id = t.sent.id, .answers = {{"answer", "Opened"}}, .reason = "", .move_to = "", .seen = t.w.ledger.last_about(t.sent.id.text).value()}));
  const auto refused = own_record(t.w, "tips", t.sent.receipt);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.starts_with("everybody can see this"));
}

}  // namespace own_amendments_test
