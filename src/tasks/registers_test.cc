// Registers by the use cases, over the store in memory: what comes in, who sees it, and what is kept.
#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "registers/fixture.h"
#include "tasks/record_import.h"
#include "tasks/records.h"
#include "tasks/registers.h"
#include "tasks/sent_otherwise.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;
using makegood::test::kRegister;

namespace registers_test {

const Actor kCouncil{"equality", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
const Actor kSchool{"harbour-hill", {{Role::contributor, "", "Harbour Hill"}}};
const Actor kOther{"ty-gwyn", {{Role::contributor, "", "Ty Gwyn"}}};
const Actor kAnalyst{"analyst", {{Role::analyst, "", ""}}};

Answers incident(std::string_view school, std::string_view day) {
  return {{"school", std::string(school)}, {"happened_on", std::string(day)}, {"kind", "verbal"}, {"words", "a word of hate"}, {"ethnicity", "Indian"}};
}

/// A register that is defined and open.
struct Opened {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  Opened() {
    REQUIRE(define_register(w, kCouncil, kRegister));
    REQUIRE(open_register(w, kCouncil, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
  }
  RecordId sent(const Actor& who, Answers answers) {
    auto done = submit_record(w, &who, {"incidents", std::move(answers), ""});
    REQUIRE(done);
    REQUIRE(done->faults.empty());
    return done->id;
  }
};

TEST_CASE("a register that holds protected data opens when a named person says so") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  REQUIRE(define_register(w, kCouncil, kRegister)->changed);
  CHECK_FALSE(define_register(w, kCouncil, kRegister)->changed);
  const auto early = submit_record(w, &kSchool, {"incidents", incident("Harbour Hill", "2023-06-01"), ""});
  REQUIRE_FALSE(early);
  CHECK(early.error().message.find("has not been approved") != std::string::npos);
  CHECK(open_register(w, kSchool, {"incidents", "Me", "X", *Day::parse("2023-06-01")}).error().fault == Fault::not_allowed);
  CHECK(open_register(w, kCouncil, {"incidents", " ", "X", *Day::parse("2023-06-01")}).error().where == "approved_by");
  CHECK(open_register(w, kCouncil, {"incidents", "Data protection officer", "X", *Day::parse("2023-07-01")}).error().where == "approved_on");
  REQUIRE(open_register(w, kCouncil, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
  CHECK(submit_record(w, &kSchool, {"incidents", incident("Harbour Hill", "2023-06-01"), ""}));
}

TEST_CASE("a school sees its own records and nothing else, by list, count, search, record and export") {
  Opened o;
  const auto own = o.sent(kSchool, incident("Harbour Hill", "2023-06-01"));
  const auto others = o.sent(kOther, incident("Ty Gwyn", "2023-06-02"));
  CHECK(submit_record(o.w, &kSchool, {"incidents", incident("Ty Gwyn", "2023-06-02"), ""}).error().fault == Fault::not_allowed);
  const auto list = list_records(o.w, kSchool, {.register_name = "incidents"});
  REQUIRE(list);
  REQUIRE(list->records.size() == 1);
  CHECK(list->records[0].id == own);
  CHECK_FALSE(list->records[0].answers.contains("words"));  // protected: not in a list
  CHECK(*count_records(o.w, kSchool, {.register_name = "incidents"}) == 1);
  CHECK(*count_records(o.w, kSchool, {.register_name = "incidents", .words = "Ty Gwyn"}) == 0);
  CHECK(*count_records(o.w, kSchool, {.register_name = "incidents", .organisation = "Ty Gwyn"}) == 0);
  CHECK(*count_records(o.w, kCouncil, {.register_name = "incidents"}) == 2);
  CHECK(see_record(o.w, kSchool, own, false));
  CHECK(see_record(o.w, kSchool, others, false).error().fault == Fault::not_found);
  CHECK(change_record(o.w, kSchool, {.id = own, .answers = {}, .reason = "", .move_to = "reviewed", .seen = 0}).error().fault == Fault::not_found);
  CHECK(export_records(o.w, kSchool, "incidents").error().fault == Fault::not_allowed);
  CHECK(export_records(o.w, kAnalyst, "incidents")->size() == 3);
  CHECK(public_records(o.w, {"incidents"})->entries.empty());
}

TEST_CASE("a look at protected answers is written down, and monitoring data is not shown to who decides") {
  Opened o;
  const auto id = o.sent(kSchool, incident("Harbour Hill", "2023-06-01"));
  const auto seen = see_record(o.w, kCouncil, id, true);
  REQUIRE(seen);
  CHECK(answer(seen->record.answers, "words") == "a word of hate");
  CHECK(seen->hidden == std::vector<std::string>{"ethnicity"});
  CHECK(seen->moves == std::vector<std::string>{"reviewed"});
  CHECK(seen->due->iso() == "2023-06-19");  // five days from the clock's 14 June
  const auto log = o.w.access_log.list(0, 10);
  REQUIRE(log->size() == 1);
  CHECK(log->front().subject == id.text);
  CHECK(log->front().what == "record");
  CHECK(change_record(o.w, kCouncil, {.id = id, .answers = {{"ethnicity", "x"}}, .reason = "", .move_to = "", .seen = seen->record.sequence}).error().fault == Fault::not_allowed);
}

TEST_CASE("the same form sent twice is one record") {
  Opened o;
  const Submission form{"incidents", incident("Harbour Hill", "2023-06-01"), "k3v9x2m7qa"};
  const auto first = submit_record(o.w, &kSchool, form);
  const auto second = submit_record(o.w, &kSchool, form);
  REQUIRE(first);
  REQUIRE(second);
  CHECK_FALSE(first->already);
  CHECK(second->already);
  CHECK(second->id == first->id);
  CHECK(*count_records(o.w, kCouncil, {.register_name = "incidents"}) == 1);
}

TEST_CASE("a form that was sent before is told from one that was changed after it was sent, and from a stranger's") {
  Opened o;
  const auto first = incident("Harbour Hill", "2023-06-01");
  const auto& definition = (*o.w.registers.find("incidents"))->definition;
  REQUIRE(submit_record(o.w, &kSchool, {"incidents", first, "k3v9x2m7qa"}));
  auto other = first;
  other["kind"] = "physical";
  auto spelt = first;
  spelt["happened_on"] = "01/06/2023";
  CHECK(check_not_sent_otherwise(o.w, definition, &kSchool, "k3v9x2m7qa", first, false));
  CHECK(check_not_sent_otherwise(o.w, definition, &kSchool, "k3v9x2m7qa", spelt, false));
  CHECK(check_not_sent_otherwise(o.w, definition, &kSchool, "k3v9x2m7qa", other, false).error().fault == Fault::conflict);
  CHECK(check_not_sent_otherwise(o.w, definition, &kOther, "k3v9x2m7qa", other, false));
  CHECK(check_not_sent_otherwise(o.w, definition, nullptr, "k3v9x2m7qa", other, false));
  CHECK(check_not_sent_otherwise(o.w, definition, &kSchool, "k3v9x2m7qb", other, false));
}

TEST_CASE("a record moves on, and the second of two savers is told") {
  Opened o;
  const auto id = o.sent(kSchool, incident("Harbour Hill", "2023-06-01"));
  const auto seen = see_record(o.w, kCouncil, id, true)->record.sequence;
  Changing move{.id = id, .answers = {{"reviewer", "Deputy head"}}, .reason = "looked at", .move_to = "reviewed", .seen = seen};
  REQUIRE(change_record(o.w, kCouncil, move)->faults.empty());
  CHECK(change_record(o.w, kCouncil, move).error().fault == Fault::conflict);
  CHECK(see_record(o.w, kCouncil, id, true)->record.state == "reviewed");
  CHECK(o.w.ledger.about(id.text)->size() == 2);
}

TEST_CASE("counts that are kept are those that one would count, before and after a record moves on") {
  Opened o;
  const auto id = o.sent(kSchool, incident("Harbour Hill", "2023-06-01"));
  (void)o.sent(kSchool, incident("Harbour Hill", "2023-06-02"));
  const auto kept = [&](const std::string& state) { return *count_records(o.w, kCouncil, {.register_name = "incidents", .state = state}); };
  const auto counted = [&](const std::string& state) {  // a day that narrows nothing, so that records are gone over
    return *count_records(o.w, kCouncil, {.register_name = "incidents", .state = state, .from = Day::parse("1900-01-01").value()});
  };
  const auto first = see_record(o.w, kCouncil, id, true)->record;
  CHECK(kept("") == 2);
  CHECK(kept(first.state) == 2);
  const Changing move{.id = id, .answers = {{"reviewer", "Deputy head"}}, .reason = "looked at", .move_to = "reviewed", .seen = first.sequence};
  REQUIRE(change_record(o.w, kCouncil, move)->faults.empty());
  CHECK(kept("") == 2);
  for (const auto* state : {"", first.state.c_str(), "reviewed", "nowhere"}) CHECK(kept(state) == counted(state));
  CHECK(kept("reviewed") == 1);
  CHECK(*count_records(o.w, kSchool, {.register_name = "incidents"}) == 2);
  CHECK(*count_records(o.w, kSchool, {.register_name = "incidents", .organisation = "Ty Gwyn"}) == 0);
}

TEST_CASE("a record is emptied everywhere, its count stays and the chain holds") {
  Opened o;
  const auto id = o.sent(kSchool, incident("Harbour Hill", "2023-06-01"));
  CHECK(empty_record(o.w, kSchool, id, "asked for").error().fault == Fault::not_found);
  CHECK(empty_record(o.w, kCouncil, id, " ").error().where == "reason");
  REQUIRE(empty_record(o.w, kCouncil, id, "the family asked for it"));
  const auto after = see_record(o.w, kCouncil, id, false);
  CHECK_FALSE(after->record.answers.contains("words"));
  CHECK(answer(after->record.answers, "kind") == "verbal");
  CHECK(*count_records(o.w, kCouncil, {.register_name = "incidents"}) == 1);
  CHECK(o.w.ledger.about(id.text)->front().erased);
  CHECK(o.w.ledger.verify()->fault.empty());
  const auto dump = o.bench.store->dump_derived();
  CHECK(dump->find("a word of hate") == std::string::npos);
  REQUIRE(o.w.ledger.rebuild());
  CHECK(*o.bench.store->dump_derived() == *dump);
}

TEST_CASE("a file that does not say whose it is is of whoever hands it in, or of whom they name") {
  Opened o;
  const tasks::FileTable table{{"Date", "What happened"}, {{2, {"01/06/2023", "Something was said"}}}, {}};
  CHECK(import_records(o.w, tasks::operator_of_the_machine(), "incidents", table, {.dry = true, .rights = Rights::of_the_machine}).error().message.find("School") != std::string::npos);
  const auto own = import_records(o.w, kSchool, "incidents", table, {});
  REQUIRE(own);
  CHECK(own->fresh == 1);
  CHECK(*count_records(o.w, kCouncil, {.register_name = "incidents", .organisation = "Harbour Hill"}) == 1);
  const auto named = import_records(o.w, tasks::operator_of_the_machine(), "incidents", table, {.rights = Rights::of_the_machine, .organisation = "Ty Gwyn"});
  REQUIRE(named);
  CHECK(named->fresh == 1);
  CHECK(*count_records(o.w, kCouncil, {.register_name = "incidents", .organisation = "Ty Gwyn"}) == 1);
  CHECK(import_records(o.w, kSchool, "incidents", table, {.organisation = "Ty Gwyn"})->faults.size() == 1);  // not theirs to name
}

TEST_CASE("an extract comes in whole or not at all, and every fault is named") {
  Opened o;
  const tasks::FileTable table{{"Establishment", "Date", "What happened", "What was said", "Mood", "Ethnic group"},
                          {{2, {"Harbour Hill", "01/06/2023", "Something was said", "x", "grim", "Martian"}},
                           {3, {"Harbour Hill", "31/06/2023", "verbal", "x", "", ""}},
                           {4, {"", "02/06/2023", "physical", "", "", ""}}}, {}};
  const auto looked = import_records(o.w, kCouncil, "incidents", table, {.dry = true});
  REQUIRE_FALSE(looked);  // the coordinator of this register handles; schools send in
  const Actor all_schools{"desk", {{Role::contributor, "", "Harbour Hill"}}};
  const auto refused = import_records(o.w, all_schools, "incidents", table, {});
  REQUIRE(refused);
  CHECK_FALSE(refused->written);
  REQUIRE(refused->faults.size() == 2);
  CHECK(refused->faults[0].row == 3);
  CHECK(refused->faults[0].column == "Date");
  CHECK(refused->faults[1].message == "School is missing");
  CHECK(refused->unknown_columns == std::vector<std::string>{"Mood"});
  CHECK(refused->unmapped.at("Ethnic group").at("Martian") == 1);
  CHECK(*count_records(o.w, kCouncil, {.register_name = "incidents"}) == 0);
  CHECK(import_records(o.w, kCouncil, "incidents", table, {.dry = true, .rights = Rights::of_the_machine})->faults.size() == 2);
  const auto aside = import_records(o.w, all_schools, "incidents", table, {.on_fault = OnFault::set_aside});
  CHECK(aside->written);
  CHECK(aside->fresh == 1);
  CHECK(*count_records(o.w, kCouncil, {.register_name = "incidents"}) == 1);
}

TEST_CASE("nothing returned, nothing to report and a report are told apart") {
  Opened o;
  REQUIRE(expect_returns(o.w, kCouncil, "incidents", {"Harbour Hill", "Ty Gwyn", "Bryn Mawr"}));
  o.sent(kSchool, incident("Harbour Hill", "2023-06-01"));
  REQUIRE(say_nil(o.w, kOther, "incidents", "Ty Gwyn", *Day::parse("2023-06-14")));
  CHECK(say_nil(o.w, kOther, "incidents", "Harbour Hill", *Day::parse("2023-06-14")).error().fault == Fault::not_allowed);
  o.bench.clock.seconds += 120LL * 24 * 60 * 60;  // well past the end of the term
  const auto returns = returns_for(o.w, kCouncil, "incidents", *Day::parse("2023-06-14"));
  REQUIRE(returns);
  REQUIRE(returns->rows.size() == 3);
  CHECK(returns->rows[0].organisation == "Bryn Mawr");
  CHECK(returns->rows[0].standing == ReturnStanding::silent);
  CHECK(returns->rows[1].standing == ReturnStanding::returned);
  CHECK(returns->rows[2].standing == ReturnStanding::nil);
  CHECK(returns->completeness.returned == 2);
  CHECK(returns_for(o.w, kSchool, "incidents", *Day::parse("2023-06-14"))->rows.size() == 1);
}

TEST_CASE("a definition that changes keeps its records or is refused with their ids") {
  Opened o;
  const auto id = o.sent(kSchool, incident("Harbour Hill", "2023-06-01"));
  const auto changed = [](std::string_view from, std::string_view to) {
    auto text = test::with_change(from, to);
    const auto at = text.find("\"version\": 1");
    return text.replace(at, 12, "\"version\": 2");
  };
  CHECK(define_register(o.w, kCouncil, test::with_change("\"What happened\", \"type\"", "\"What took place\", \"type\"")).error().message.find("higher number") != std::string::npos);
  CHECK(define_register(o.w, kCouncil, changed("\"What happened\", \"type\"", "\"What took place\", \"type\""))->changed);
  const auto lost = define_register(o.w, kCouncil, changed("\"name\": \"words\"", "\"name\": \"phrase\""));
  REQUIRE_FALSE(lost);
  CHECK(lost.error().fault == Fault::conflict);
  CHECK(lost.error().message.find(id.text) != std::string::npos);
  CHECK(see_record(o.w, kSchool, id, false));
}

/// The register of the fixture as its next version, with these changes.
std::string next_version(const std::vector<std::pair<std::string, std::string>>& changes) {
  auto text = replace_all(kRegister, "\"version\": 1", "\"version\": 2");
  for (const auto& [from, to] : changes) {
    REQUIRE(text.find(from) != std::string::npos);
    text = replace_all(text, from, to);
  }
  return text;
}

TEST_CASE("a changed definition is refused with the reason, and the records that it would leave without a place") {
  struct Row {
    const char* what;
    std::vector<std::pair<std::string, std::string>> changes;
    const char* says;
  };
  const Row rows[] = {
      {"a choice that records have is gone", {{"{\"code\": \"verbal\", \"title\": \"Something was said\"}", "{\"code\": \"spoken\", \"title\": \"Words\"}"}, {"\"in\": [\"verbal\"]", "\"in\": [\"spoken\"]"}},
       "\"kind\" has no choice \"verbal\" any more (2: "},
      {"two records say what is to be unique", {{"\"name\": \"pupils\", \"title\": \"How many pupils\", \"type\": \"integer\", \"constraints\": {", "\"name\": \"pupils\", \"title\": \"How many pupils\", \"type\": \"integer\", \"constraints\": {\"unique\": true, "}},
       "\"pupils\" says what another record says (1: "},
      {"two records have one primary key", {{"\"missingValues\"", "\"primaryKey\": [\"kind\"], \"missingValues\""}}, "the primary key is that of another record (1: "},
      {"an answer that would not be asked", {{"\"in\": [\"verbal\"]", "\"in\": [\"physical\"]"}}, "\"words\" would not be asked (2: "},
      {"a field that is gone", {{"\"name\": \"pupils\"", "\"name\": \"children\""}}, "\"pupils\" is gone and has answers (2: "},
      {"a state that is gone", {{"\"name\": \"reported\"", "\"name\": \"new\""}, {"\"moves\": [\"reported\", ", "\"moves\": [\"new\", "}}, "the state \"reported\" is gone (2: "},
      {"a bound that an answer is above", {{"\"maximum\": 50", "\"maximum\": 2"}}, "How many pupils must be 2 or less (2: "},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    Opened o;
    auto answers = incident("Harbour Hill", "2023-06-01");
    answers["pupils"] = "3";
    o.sent(kSchool, answers);
    o.sent(kSchool, answers);
    const auto done = define_register(o.w, kCouncil, next_version(row.changes));
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == Fault::conflict);
    CHECK_MESSAGE(done.error().message.find(row.says) != std::string::npos, done.error().message);
    CHECK(done.error().message.find("a word of hate") == std::string::npos);
    CHECK((*o.w.registers.find("incidents"))->definition.version == 1);
  }
}

TEST_CASE("what becomes protected is in no list and no search from then on, and after a rebuild") {
  Opened o;
  auto answers = incident("Harbour Hill", "2023-06-01");
  answers["author"] = "Zebra Class";
  const auto id = o.sent(kSchool, answers);
  const RecordQuery zebra{.register_name = "incidents", .reach = {.all = true, .organisations = {}}, .words = "zebra"};
  CHECK(o.w.registers.count(zebra).value() == 1);
  REQUIRE(define_register(o.w, kCouncil, next_version({{"\"title\": \"Reported by\", \"type\": \"string\", \"makegood\": {", "\"title\": \"Reported by\", \"type\": \"string\", \"makegood\": {\"holds\": \"personal\", \"seen_by\": [\"coordinator\"], "}})));
  CHECK(o.w.registers.count(zebra).value() == 0);
  const auto listed = list_records(o.w, kCouncil, {.register_name = "incidents"});
  REQUIRE(listed);
  REQUIRE(listed->records.size() == 1);
  CHECK(answer(listed->records.front().answers, "author").empty());
  CHECK(answer(o.w.registers.record(id)->answers, "author") == "Zebra Class");
  CHECK(o.w.registers.record(id)->version == 2);
  REQUIRE(o.w.ledger.rebuild());
  CHECK(o.w.registers.count(zebra).value() == 0);
  CHECK(o.w.ledger.verify()->fault.empty());
}

TEST_CASE("records are known by a primary key that came later") {
  Opened o;
  auto answers = incident("Harbour Hill", "2023-06-01");
  answers["author"] = "A7";
  o.sent(kSchool, answers);
  REQUIRE(define_register(o.w, kCouncil, next_version({{"\"missingValues\"", "\"primaryKey\": [\"author\"], \"missingValues\""}})));
  const tasks::FileTable table{{"School", "Date", "What happened", "What was said", "Reported by"}, {{2, {"Harbour Hill", "2023-06-02", "verbal", "x", "A7"}}}, {}};
  const auto again = import_records(o.w, kSchool, "incidents", table, {});
  REQUIRE(again);
  CHECK(again->changed == 1);
  CHECK(again->fresh == 0);
}

TEST_CASE("a file says what it leaves out, whom the directory does not know, and each value of a list without a code") {
  Opened o;
  REQUIRE(define_register(o.w, kCouncil, next_version({{"\"page\": \"what\", \"frame\": \"kind\"", "\"page\": \"what\", \"frame\": \"kind\", \"many\": true"}})));
  const tasks::FileTable table{{"School", "Date", "What happened", "What was said"},
                               {{2, {"Harbor Hill", "2023-06-02", "physical;shoved;tripped", "not asked here"}}, {3, {"Harbor Hill", "2023-06-03", "shoved", ""}}}, {}};
  const auto looked = import_records(o.w, kCouncil, "incidents", table, {.dry = true, .rights = Rights::of_the_machine});
  REQUIRE(looked);
  CHECK(looked->fresh == 2);
  CHECK(looked->not_asked == std::map<std::string, int>{{"What was said", 1}});
  CHECK(looked->unknown_organisations.at("School").at("Harbor Hill") == 2);
  CHECK(looked->unmapped.at("What happened") == std::map<std::string, int>{{"shoved", 2}, {"tripped", 1}});
}

TEST_CASE("where there is no primary key, a unique field tells that a row is there already") {
  Opened o;
  REQUIRE(define_register(o.w, kCouncil, next_version({{"\"title\": \"Reported by\", \"type\": \"string\",", "\"title\": \"Reported by\", \"type\": \"string\", \"constraints\": {\"unique\": true},"}})));
  const tasks::FileTable first{{"School", "Date", "What happened", "Reported by"}, {{2, {"Harbour Hill", "2023-06-02", "physical", "A7"}}}, {}};
  const tasks::FileTable next{{"School", "Date", "What happened", "Reported by"},
                              {{2, {"Harbour Hill", "2023-06-05", "physical", "A7"}}, {3, {"Harbour Hill", "2023-06-02", "physical", "A8"}}, {4, {"Harbour Hill", "2023-06-02", "physical", "A8"}}}, {}};
  CHECK(import_records(o.w, kSchool, "incidents", first, {})->fresh == 1);
  CHECK(import_records(o.w, kSchool, "incidents", first, {})->unchanged == 1);
  const auto again = import_records(o.w, kSchool, "incidents", next, {.on_fault = OnFault::set_aside});
  REQUIRE(again);
  CHECK(again->changed == 1);
  CHECK(again->fresh == 1);
  REQUIRE(again->faults.size() == 1);
  CHECK(again->faults.front().message == "says the same key as row 3");
  CHECK(*count_records(o.w, kCouncil, {.register_name = "incidents"}) == 2);
}

TEST_CASE("an unknown choice of a file is no longer than any text may be") {
  Opened o;
  const tasks::FileTable table{{"School", "Date", "What happened"}, {{2, {"Harbour Hill", "2023-06-02", std::string(20'001, 'x')}}}, {}};
  const auto looked = import_records(o.w, kSchool, "incidents", table, {.dry = true});
  REQUIRE(looked);
  REQUIRE(looked->faults.size() == 1);
  CHECK(looked->faults.front().message == "What happened must have 20000 characters or fewer");
}

TEST_CASE("nothing to report is not said of a period with records, nor of one to come") {
  Opened o;
  o.sent(kSchool, incident("Harbour Hill", "2023-06-01"));
  const auto records = say_nil(o.w, kSchool, "incidents", "Harbour Hill", *Day::parse("2023-06-14"));
  REQUIRE_FALSE(records);
  CHECK(records.error().fault == Fault::conflict);
  const auto to_come = say_nil(o.w, kSchool, "incidents", "Harbour Hill", o.w.clock.now().today.plus_days(400));
  REQUIRE_FALSE(to_come);
  CHECK(to_come.error().fault == Fault::invalid_input);
}

TEST_CASE("an export takes no formula into a spreadsheet, and comes back as it went") {
  Opened o;
  auto answers = incident("Harbour Hill", "2023-06-01");
  answers["author"] = "=HYPERLINK(1)";
  o.sent(kSchool, answers);
  const auto rows = export_records(o.w, kAnalyst, "incidents");
  REQUIRE(rows->size() == 2);
  CHECK(rows->at(0).at(6) == "author");
  CHECK(rows->at(1).at(6) == "'=HYPERLINK(1)");
}

}  // namespace registers_test
