// What is held about one person: found in every register, written down, and given out without others.
#include "tasks/access_log.h"
#include "tasks/care_fixture.h"
#include "tasks/subject_access.h"
#include "registers/open_fixture.h"
#include "registers/sender_fixture.h"
#include "tasks/receipts.h"
#include "tasks/record_ties.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::CareBench;

namespace subject_access_test {

const SubjectSearch kAsked{"caretaker@aberllyn.example", "Request 14 of 3 July"};

int lines_of(CareBench& c, std::string_view what) {
  const auto log = c.w.access_log.list(0, 100);
  return static_cast<int>(std::count_if(log->begin(), log->end(), [&](const AccessEntry& e) { return e.what == what; }));
}

TEST_CASE("every register is searched, and the search is written down with its reason and without the name") {
  CareBench c;
  REQUIRE(define_register(c.w, c.council, test::kOpenRegister));
  const auto visit = submit_record(c.w, &c.council, {"site-visits", {{"site", "With Caretaker@aberllyn.example"}, {"day", "2023-06-01"}}, ""});
  REQUIRE(visit);
  const auto one = c.sent(CareBench::incident("Harbour Hill", "told caretaker@aberllyn.example to go"));
  c.sent(CareBench::incident("Ty Gwyn", "nobody"));
  const auto found = find_subject(c.w, c.monitoring, kAsked);
  REQUIRE(found);
  REQUIRE(found->searched.size() == 2);
  CHECK(found->searched[0].definition().name == "incidents");
  CHECK(found->searched[0].searched == 2);
  CHECK(found->searched[0].found == 1);
  CHECK(found->searched[1].found == 1);
  REQUIRE(found->records.size() == 2);
  CHECK(found->records[0].record.id == one);
  CHECK(found->records[0].naming == std::vector<std::string>{"words"});
  const auto log = c.w.access_log.list(0, 10);
  CHECK(log->front().what == "subject_search");
  CHECK(log->front().subject == "Request 14 of 3 July");
  for (const auto& entry : *log) CHECK(entry.subject.find("caretaker") == std::string::npos);
  CHECK(find_subject(c.w, c.monitoring, {one.text, "Request 14"})->records.size() == 1);  // by its number
}

TEST_CASE("a search is for the monitoring officer, gives a reason and would not find everybody") {
  CareBench c;
  CHECK(find_subject(c.w, c.council, kAsked).error().fault == Fault::not_allowed);
  CHECK(find_subject(c.w, c.school, kAsked).error().fault == Fault::not_allowed);
  CHECK(find_subject(c.w, c.monitoring, {"an", "Request 14"}).error().where == "value");
  CHECK(find_subject(c.w, c.monitoring, {"caretaker", " "}).error().where == "reason");
  CHECK(lines_of(c, "subject_search") == 0);
}

TEST_CASE("what goes out is what was chosen, without what is about others, with what is held but not used") {
  CareBench c;
  const auto one = c.sent(CareBench::incident("Harbour Hill", "caretaker@aberllyn.example and the cook quarrelled"));
  const auto two = c.sent(CareBench::incident("Harbour Hill", "caretaker@aberllyn.example again"));
  REQUIRE(record_objection(c.w, c.council, c.step(one), *Day::parse("2023-06-10"), ObjectionWay::letter));
  const SubjectRedaction redaction{{one.text + ".school"}, {{one.text, {"the cook"}}}};
  const auto report = subject_report(c.w, c.monitoring, kAsked, {one}, redaction, Issue::given_out);
  REQUIRE(report);
  REQUIRE(report->records.size() == 1);
  const auto& record = report->records[0];
  CHECK(answer(record.record.answers, "words") == "caretaker@aberllyn.example and […] quarrelled");
  CHECK_FALSE(record.record.answers.contains("school"));
  CHECK(record.left_out == 1);
  CHECK(answer(record.record.answers, "ethnicity") == "AIN");
  CHECK(record.set_aside == std::vector<std::string>{"ethnicity"});
  CHECK(record.story.size() == 2);
  CHECK(lines_of(c, "subject_export") == 1);
  CHECK(subject_report(c.w, c.monitoring, kAsked, {two}, {}, Issue::preview)->records.size() == 1);
  CHECK(lines_of(c, "subject_export") == 1);
  CHECK(lines_of(c, "record") == 1);
}

TEST_CASE("nothing goes out that the search does not find, nor from whoever may not") {
  CareBench c;
  const auto other = c.sent(CareBench::incident("Harbour Hill", "nobody"));
  CHECK(subject_report(c.w, c.monitoring, kAsked, {other}, {}, Issue::given_out).error().where == "record");
  CHECK(subject_report(c.w, c.council, kAsked, {other}, {}, Issue::given_out).error().fault == Fault::not_allowed);
  CHECK(subject_report(c.w, c.monitoring, kAsked, {}, {}, Issue::given_out).error().where == "record");
  CHECK(lines_of(c, "subject_export") == 0);
}

TEST_CASE("messages and ties go out too, and a message that names the person is found") {
  CareBench c;
  const Actor handler{"handler@aberllyn.example", {{Role::handler, "", ""}}};
  REQUIRE(define_register(c.w, c.council, test::kTips));
  const auto sent = submit_record(c.w, nullptr, {.register_name = "tips", .answers = {{"about", "A locked gate"}}, .once = "k3v9x2m7qa", .anonymous = true}).value();
  const auto other = submit_record(c.w, nullptr, {.register_name = "tips", .answers = {{"about", "The cook's key"}}, .once = "k3v9x2m7qb", .anonymous = true}).value();
  REQUIRE(add_message(c.w, "tips", sent.receipt, {.text = "Ask caretaker@aberllyn.example or the cook", .once = "m1"}));
  REQUIRE(write_to_sender(c.w, handler, sent.id, {.text = "We did", .once = "m2"}));
  REQUIRE(tie_record(c.w, handler, sent.id, {TieTo::record, "tips", other.id.text}));
  REQUIRE(change_record(c.w, handler, {.id = sent.id, .answers = {}, .reason = "", .move_to = "done", .seen = c.last(sent.id)})->faults.empty());
  const auto found = find_subject(c.w, c.monitoring, kAsked).value();
  REQUIRE(found.records.size() == 1);
  CHECK(found.records[0].record.id == sent.id);
  CHECK(found.records[0].in_messages);
  CHECK(found.records[0].naming.empty());
  const auto whole = subject_report(c.w, c.monitoring, kAsked, {sent.id}, {}, Issue::preview).value();
  const auto& record = whole.records.at(0);
  REQUIRE(record.messages.size() == 2);
  CHECK(record.messages[0].from_sender);
  REQUIRE(record.ties.size() == 1);
  CHECK(record.ties[0].end.target == other.id.text);
  CHECK(record.ties[0].title.find("cook") == std::string::npos);  // the other record is about somebody else
  CHECK(record.story.back().state == "done");
  const SubjectRedaction redaction{{message_name(record, 1)}, {{sent.id.text, {"the cook"}}}};
  const auto given = subject_report(c.w, c.monitoring, kAsked, {sent.id}, redaction, Issue::given_out).value();
  REQUIRE(given.records.at(0).messages.size() == 1);
  CHECK(given.records[0].messages[0].text == "Ask caretaker@aberllyn.example or […]");
  CHECK(given.records[0].left_out == 1);
  const auto json = subject_json(given);
  CHECK(json.find("\"from\": \"sender\"") != std::string::npos);
  CHECK(json.find(other.id.text) != std::string::npos);
  CHECK(json.find("We did") == std::string::npos);
  const auto& blocks = subject_document(given, Words::for_language(Language::en)).blocks;
  const auto says = [&](std::string_view words) { return std::any_of(blocks.begin(), blocks.end(), [&](const Block& b) { return b.text.find(words) != std::string::npos; }); };
  CHECK(says("Messages"));
  CHECK(says("moved to Dealt with"));
}

}  // namespace subject_access_test
