// A value that only one record may have, and a key that leads to another, by form, by file and while handling.
#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "tasks/record_import.h"
#include "tasks/records.h"
#include "tasks/registers.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace record_keys_test {

const std::string kHouses = R"json({
 "fields": [{"name": "number", "title": "Number", "type": "string", "constraints": {"required": true}}],
 "primaryKey": "number",
 "makegood": {"name": "houses", "title": "Houses", "purpose": "Houses.", "version": 1, "lawful": {"article_6": "e", "controllers": ["The council"]},
  "subjects": ["none"], "roles": {"submit": [{"role": "coordinator"}], "see": [{"role": "coordinator"}], "handle": [{"role": "coordinator"}]}}
})json";
const std::string kKeys = R"json({
 "fields": [{"name": "tag", "title": "Tag", "type": "string", "constraints": {"unique": true}},
            {"name": "house", "title": "House", "type": "string"},
            {"name": "copy_of", "title": "Copy of", "type": "string"},
            {"name": "note", "title": "Note", "type": "string", "makegood": {"set_by": "handler"}}],
 "foreignKeys": [{"fields": "house", "reference": {"resource": "houses", "fields": "number"}},
                 {"fields": "copy_of", "reference": {"resource": "", "fields": "tag"}}],
 "makegood": {"name": "door-keys", "title": "Door keys", "purpose": "Keys.", "version": 1, "lawful": {"article_6": "e", "controllers": ["The council"]},
  "subjects": ["none"], "roles": {"submit": [{"role": "coordinator"}], "see": [{"role": "coordinator"}], "handle": [{"role": "coordinator"}]}}
})json";

const Actor kDesk{"desk", {{Role::coordinator, "", ""}}};

struct Street {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  explicit Street(bool with_houses = true) {
    if (with_houses) {
      REQUIRE(define_register(w, kDesk, kHouses));
      REQUIRE(submit_record(w, &kDesk, {"houses", {{"number", "12"}}, ""})->faults.empty());
    }
    REQUIRE(define_register(w, kDesk, kKeys));
  }
  Submitted key(Answers answers) { return submit_record(w, &kDesk, {"door-keys", std::move(answers), ""}).value(); }
  RecordImport file(std::vector<FileRow> rows) { return import_records(w, kDesk, "door-keys", {{"tag", "house", "copy_of"}, std::move(rows), {}}, {}).value(); }
};

TEST_CASE("a form whose key leads nowhere, or whose value is another's, says so at the field") {
  Street s;
  CHECK(s.key({{"tag", "A"}, {"house", "12"}}).faults.empty());
  CHECK(s.key({{"tag", "A"}}).faults == std::vector<RegisterFault>{{"tag", AnswerTrouble::taken, "A"}});
  CHECK(s.key({{"tag", "B"}, {"house", "13"}}).faults == std::vector<RegisterFault>{{"house", AnswerTrouble::leads_nowhere, "13 (Houses)"}});
  CHECK(s.key({{"tag", "B"}, {"copy_of", "A"}}).faults.empty());
  CHECK(s.key({{"tag", "a \"quoted\" tag"}}).faults.empty());
  CHECK(s.key({{"tag", "a \"quoted\" tag"}}).faults.size() == 1);
  CHECK(s.key({}).faults.empty());  // nothing is nobody else's
}

TEST_CASE("in a file the order does not matter, and each row that leads nowhere is named") {
  Street s;
  const auto good = s.file({{2, {"B", "12", "A"}}, {3, {"A", "", ""}}});
  CHECK(good.faults.empty());
  CHECK(good.fresh == 2);
  const auto bad = s.file({{2, {"C", "13", ""}}, {3, {"C", "", "Z"}}, {4, {"A", "", ""}}});
  REQUIRE(bad.faults.size() == 3);
  CHECK_FALSE(bad.written);
  CHECK(bad.faults[0].message == "House leads to no record: 13 (Houses)");
  CHECK(bad.faults[0].row == 2);
  CHECK(bad.faults[1].message == "says the same key as row 2");
  CHECK(bad.faults[2].message == "Copy of leads to no record: Z (Door keys)");
  CHECK(bad.faults[2].column == "copy_of");
  CHECK(bad.unchanged == 1);  // a tag is one record's alone: row 4 is about that one
}

TEST_CASE("a key to a register that is not set up here cannot be checked") {
  Street s(false);
  CHECK(s.key({{"tag", "A"}, {"house", "13"}}).faults.empty());
  REQUIRE(define_register(s.w, kDesk, kHouses));
  CHECK(s.key({{"tag", "B"}, {"house", "13"}}).faults.size() == 1);
}

TEST_CASE("whoever handles a record is told about what they change, not about what stood there") {
  Street s(false);
  const auto id = s.key({{"tag", "A"}, {"house", "13"}}).id;
  (void)s.key({{"tag", "B"}});
  REQUIRE(define_register(s.w, kDesk, kHouses));
  const auto change = [&](Answers answers) {
    return change_record(s.w, kDesk, {.id = id, .answers = std::move(answers), .reason = "", .move_to = "", .seen = s.w.ledger.last_about(id.text).value()})->faults;
  };
  CHECK(change({{"note", "lost"}}).empty());
  CHECK(change({{"tag", "B"}}) == std::vector<RegisterFault>{{"tag", AnswerTrouble::taken, "B"}});
  CHECK(change({{"tag", "A"}}).empty());
  CHECK(change({{"house", "14"}}).size() == 1);
}

}  // namespace record_keys_test
