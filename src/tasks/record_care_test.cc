// An objection to monitoring closes every way out, and what stays is the record.
#include "tasks/care_fixture.h"
#include "tasks/record_import.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::CareBench;

namespace record_care_test {

constexpr std::string_view kIndian = "AIN", kPakistani = "APK";  // as the frame codes them
const Day kDay = *Day::parse("2023-06-10");

std::string all_of(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const auto& row : rows) text += join(row, "|") + "\n";
  return text;
}

/// Everything that the whole store has outside the ledger and the place where objected answers wait.
std::string in_use(CareBench& c) {
  auto dump = c.tables();
  const auto from = dump.find("== objected_answers");
  const auto until = dump.find("== ", from + 3);
  return dump.erase(from, until - from);
}

FileTable extract(std::vector<std::string> header, std::vector<std::string> row) { return {std::move(header), {{2, std::move(row)}}, {}}; }

/// The register with a key, so that an import changes what is there.
std::string keyed() {
  return test::with_change("\"missingValues\"", "\"primaryKey\": [\"pupils\"], \"missingValues\"");
}

TEST_CASE("before an objection the monitoring data is used, after it nowhere, lifted everywhere again") {
  CareBench c;
  const auto id = c.sent(CareBench::incident("Harbour Hill"));
  const tasks::Actor both{"both", {{access::Role::analyst, "", ""}, {access::Role::coordinator, "", ""}}};
  struct Way {
    const char* what;
    std::function<bool()> shows;
  };
  const std::vector<Way> ways = {
      {"the record", [&] { return answer(see_record(c.w, both, id, false)->record.answers, "ethnicity") == kIndian; }},
      {"what is hidden of it", [&] { return !see_record(c.w, c.council, id, false)->hidden.empty(); }},
      {"the export", [&] { return all_of(export_records(c.w, c.analyst, "incidents").value()).find(kIndian) != std::string::npos; }},
      {"the export of the machine", [&] { return all_of(export_records(c.w, c.council, "incidents", Rights::of_the_machine).value()).find(kIndian) != std::string::npos; }},
      {"whatever goes through all records", [&] {
         bool found = false;
         (void)c.w.registers.each({.register_name = "incidents", .reach = {.all = true, .organisations = {}}}, [&](const Record& r) { return found = found || r.answers.contains("ethnicity"), true; });
         return found;
       }},
      {"one record from where it is kept", [&] { return c.w.registers.record(id)->answers.contains("ethnicity"); }},
      {"every table that a count or dataset is made of", [&] { return in_use(c).find(kIndian) != std::string::npos; }},
  };
  const auto all = [&](bool shown) {
    for (const auto& way : ways) {
      CAPTURE(way.what);
      CHECK(way.shows() == shown);
    }
  };
  all(true);
  REQUIRE(record_objection(c.w, c.council, c.step(id), kDay, ObjectionWay::letter));
  all(false);
  CHECK(answer(see_record(c.w, c.council, id, true)->record.answers, "words") == "a word of hate");  // the record stays
  CHECK(see_record(c.w, c.council, id, true)->objection->on == kDay);
  CHECK(see_record(c.w, c.council, id, true)->objection->by == c.council.name);
  CHECK(*count_records(c.w, c.council, {.register_name = "incidents"}) == 1);
  CHECK(c.w.care.set_aside(id)->size() == 1);
  REQUIRE(lift_objection(c.w, c.council, c.step(id), kDay, ObjectionWay::email));
  all(true);
  CHECK(c.w.care.set_aside(id)->empty());
  std::vector<std::string> kinds;
  const auto entries = c.w.ledger.about(id.text);
  for (const auto& entry : *entries) kinds.push_back(entry.kind);
  CHECK(kinds == std::vector<std::string>{"record.recorded", "record.objected", "record.objection_lifted"});
}

TEST_CASE("a change and an import go on while an objection stands, and bring no monitoring data in") {
  CareBench c;
  REQUIRE(define_register(c.w, c.council, replace_all(keyed(), "\"version\": 1", "\"version\": 2")));
  auto answers = CareBench::incident("Harbour Hill");
  answers["pupils"] = "7";
  const auto id = c.sent(answers);
  REQUIRE(record_objection(c.w, c.council, c.step(id), kDay, ObjectionWay::letter));
  c.close(id);
  CHECK(answer(see_record(c.w, c.council, id, true)->record.answers, "outcome") == "Apology");
  CHECK(in_use(c).find(kIndian) == std::string::npos);
  const auto table = extract({"school", "happened_on", "kind", "words", "pupils", "ethnicity"}, {"Harbour Hill", "2015-01-10", "verbal", "other words", "7", "Pakistani"});
  const auto import = import_records(c.w, c.council, "incidents", table, {.rights = Rights::of_the_machine});
  REQUIRE(import);
  CHECK(import->changed == 1);
  CHECK(import->kept_out == 1);
  CHECK(in_use(c).find(kPakistani) == std::string::npos);
  CHECK(in_use(c).find("other words") != std::string::npos);
  REQUIRE(lift_objection(c.w, c.council, c.step(id), kDay, ObjectionWay::letter));
  CHECK(in_use(c).find(kIndian) != std::string::npos);  // as it was when they objected
  const auto again = import_records(c.w, c.council, "incidents", table, {.rights = Rights::of_the_machine});
  CHECK(again->kept_out == 0);
  CHECK(in_use(c).find(kPakistani) != std::string::npos);
}

TEST_CASE("a field that becomes monitoring data later is covered by the objections that stand") {
  CareBench c;
  auto answers = CareBench::incident("Harbour Hill");
  answers["pupils"] = "7";
  const auto id = c.sent(answers);
  REQUIRE(record_objection(c.w, c.council, c.step(id), kDay, ObjectionWay::letter));
  CHECK(c.w.registers.record(id)->answers.contains("pupils"));
  auto text = test::with_change("\"makegood\": {\"page\": \"what\"}},\n  {\"name\": \"ethnicity\"", "\"makegood\": {\"page\": \"what\", \"case\": false, \"seen_by\": [\"analyst\"]}},\n  {\"name\": \"ethnicity\"");
  REQUIRE_FALSE(text.empty());
  REQUIRE(define_register(c.w, c.council, replace_all(text, "\"version\": 1", "\"version\": 2")));
  CHECK_FALSE(c.w.registers.record(id)->answers.contains("pupils"));
  CHECK(c.w.care.set_aside(id)->size() == 2);
  c.tables();
}

TEST_CASE("an emptied record has nothing left to object to, and what was set aside is gone") {
  CareBench c;
  const auto id = c.sent(CareBench::incident("Harbour Hill"));
  REQUIRE(record_objection(c.w, c.council, c.step(id), kDay, ObjectionWay::letter));
  REQUIRE(empty_record(c.w, c.council, id, "asked for"));
  CHECK(c.tables().find(kIndian) == std::string::npos);
  CHECK(record_objection(c.w, c.council, c.step(id), kDay, ObjectionWay::letter).error().fault == Fault::conflict);
  CHECK(lift_objection(c.w, c.council, c.step(id), kDay, ObjectionWay::letter).error().fault == Fault::conflict);
}

TEST_CASE("who may write an objection down, and what is refused") {
  CareBench c;
  const auto id = c.sent(CareBench::incident("Harbour Hill"));
  CHECK(record_objection(c.w, c.school, c.step(id), kDay, ObjectionWay::letter).error().fault == Fault::not_allowed);
  CHECK(see_care(c.w, c.analyst, "incidents", id).error().fault == Fault::not_allowed);
  const tasks::Actor elsewhere{"elsewhere", {{access::Role::handler, "", "Ty Gwyn"}}};
  CHECK(see_care(c.w, elsewhere, "incidents", id).error().fault == Fault::not_found);
  CHECK(record_objection(c.w, elsewhere, c.step(id), kDay, ObjectionWay::letter).error().fault == Fault::not_allowed);
  CHECK(record_objection(c.w, c.council, c.step(id), *Day::parse("2023-07-01"), ObjectionWay::letter).error().where == "on");
  auto stale = c.step(id);
  c.close(id);
  CHECK(record_objection(c.w, c.council, stale, kDay, ObjectionWay::letter).error().fault == Fault::conflict);
  REQUIRE(record_objection(c.w, c.monitoring, c.step(id), kDay, ObjectionWay::letter));
  CHECK(record_objection(c.w, c.monitoring, c.step(id), kDay, ObjectionWay::letter).error().fault == Fault::conflict);
  const auto care = see_care(c.w, c.monitoring, "incidents", id);
  REQUIRE(care);
  CHECK(care->monitoring == std::vector<std::string>{"Ethnic group"});
  CHECK(care->may_hold);
  CHECK(see_care(c.w, c.monitoring, "incidents", RecordId("aaaaaaaaaa")).error().fault == Fault::not_found);
}

}  // namespace record_care_test
