// A file that is handed in by page, over the store in memory: looked at, then written, once.
#include "tasks/record_files.h"

#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "formats/csv.h"
#include "registers/fixture.h"
#include "tasks/registers.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace record_files_test {

const Actor kCouncil{"equality", {{Role::coordinator, "", ""}}};
const Actor kSchool{"harbour-hill", {{Role::contributor, "", "Harbour Hill"}}};
const Actor kOther{"ty-gwyn", {{Role::contributor, "", "Ty Gwyn"}}};
const Actor kAnalyst{"analyst", {{Role::analyst, "", ""}}};

/// The fixture's register with a key, so that rows can be the same record again.
std::string keyed() { return test::with_change(R"("missingValues")", R"("primaryKey": ["school", "happened_on"], "missingValues")"); }

struct Opened {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  Opened() {
    REQUIRE(define_register(w, kCouncil, keyed()));
    REQUIRE(open_register(w, kCouncil, {"incidents", "Data protection officer", "DPIA-1", *Day::parse("2023-06-01")}));
  }
  std::string handed_in(const Actor& who, std::string_view csv) {
    const auto id = hand_in_file(w, who, "incidents", {std::string(csv), "extract.csv"});
    REQUIRE(id);
    return *id;
  }
  std::int64_t records() { return count_records(w, kCouncil, {.register_name = "incidents"}).value(); }
};

const std::string kFile = "Establishment,Date,What happened,Ethnic group,Teacher\n"
                          "Harbour Hill,2023-05-01,physical,Indian,x\n"
                          "Harbour Hill,02/05/2023,physical,Martian,y\n"
                          "Harbour Hill,2023-02-31,physical,Indian,z\n";

TEST_CASE("a file is looked at before anything is written") {
  Opened o;
  const auto id = o.handed_in(kSchool, kFile);
  const auto seen = look_at_file(o.w, kSchool, "incidents", id);
  REQUIRE(seen);
  CHECK(seen->rows == 3);
  CHECK(seen->import.fresh == 2);
  CHECK(seen->import.faulty == std::vector<std::size_t>{4});
  REQUIRE(seen->import.faults.size() == 1);
  CHECK(seen->import.faults[0].row == 4);
  CHECK(seen->import.faults[0].column == "Date");
  CHECK(seen->import.unknown_columns == std::vector<std::string>{"Teacher"});
  CHECK(seen->import.unmapped.at("Ethnic group").at("Martian") == 1);
  REQUIRE(seen->import.columns.size() == 4);
  CHECK(seen->import.columns[0].heading == "Establishment");
  CHECK(seen->import.columns[0].field == "school");
  CHECK_FALSE(seen->accepted);
  CHECK(o.records() == 0);
}

TEST_CASE("nothing is accepted while a row is at fault, unless it is to be left out; and twice is once") {
  Opened o;
  const auto id = o.handed_in(kSchool, kFile);
  const auto digest = look_at_file(o.w, kSchool, "incidents", id)->digest;
  CHECK(accept_file(o.w, kSchool, "incidents", id, "another", OnFault::set_aside).error().fault == Fault::conflict);
  const auto refused = accept_file(o.w, kSchool, "incidents", id, digest, OnFault::refuse_all);
  REQUIRE(refused);
  CHECK_FALSE(refused->accepted);
  CHECK(o.records() == 0);
  const auto done = accept_file(o.w, kSchool, "incidents", id, digest, OnFault::set_aside);
  REQUIRE(done);
  REQUIRE(done->accepted);
  CHECK(done->accepted->fresh == 2);
  CHECK(done->accepted->left_out == 1);
  CHECK(o.records() == 2);
  const auto again = accept_file(o.w, kSchool, "incidents", id, digest, OnFault::set_aside);
  REQUIRE(again);
  REQUIRE(again->accepted);
  CHECK(again->accepted->fresh == 2);
  CHECK(o.records() == 2);
  CHECK(o.w.forms.file(id, "harbour-hill")->bytes.empty());  // its people's data is in the records now, and nowhere else
}

TEST_CASE("a file whose rows are all there already is accepted too") {
  Opened o;
  const std::string one = "School,Date,What happened\nHarbour Hill,2023-05-01,physical\n";
  for (const int expected : {1, 0}) {
    const auto id = o.handed_in(kSchool, one);
    const auto done = accept_file(o.w, kSchool, "incidents", id, look_at_file(o.w, kSchool, "incidents", id)->digest, OnFault::refuse_all);
    REQUIRE(done);
    REQUIRE(done->accepted);
    CHECK(done->accepted->fresh == expected);
    CHECK(done->accepted->unchanged == 1 - expected);
  }
  CHECK(o.records() == 1);
}

TEST_CASE("a file waits for whoever handed it in, for a day, and goes when it is thrown away") {
  Opened o;
  const auto id = o.handed_in(kSchool, kFile);
  CHECK(look_at_file(o.w, kOther, "incidents", id).error().fault == Fault::not_found);
  CHECK(look_at_file(o.w, kAnalyst, "incidents", id).error().fault == Fault::not_allowed);
  o.bench.clock.seconds += kFileSeconds - 1;
  CHECK(look_at_file(o.w, kSchool, "incidents", id));
  o.bench.clock.seconds += 1;
  CHECK(look_at_file(o.w, kSchool, "incidents", id).error().fault == Fault::not_found);
  CHECK(o.w.forms.file(id, "harbour-hill").error().fault == Fault::not_found);  // and it is gone, not only hidden
  const auto other = o.handed_in(kSchool, kFile);
  REQUIRE(throw_away_file(o.w, kOther, other));
  CHECK(look_at_file(o.w, kSchool, "incidents", other));
  REQUIRE(throw_away_file(o.w, kSchool, other));
  CHECK(look_at_file(o.w, kSchool, "incidents", other).error().fault == Fault::not_found);
}

TEST_CASE("what cannot be a file of this register is refused at the door, and not kept") {
  Opened o;
  struct Row {
    const char* rule;
    std::string file;
    const char* says;
  };
  const Row rows[] = {
      {"a column that every record needs is missing", "School,Date\nHarbour Hill,2023-05-01\n", "no column is for \"What happened\""},
      {"two columns for one field", "School,Establishment,Date,What happened\na,b,2023-05-01,physical\n", "two columns are for"},
      {"headings and no row", "School,Date,What happened\n", "no row below the headings"},
      {"a quote that is not closed", "School,Date,What happened\n\"Harbour Hill,2023-05-01,physical\n", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    const auto id = hand_in_file(o.w, kSchool, "incidents", {row.file, "extract.csv"});
    REQUIRE_FALSE(id);
    CHECK(id.error().message.find(row.says) != std::string::npos);
  }
  CHECK(hand_in_file(o.w, kAnalyst, "incidents", {kFile, "extract.csv"}).error().fault == Fault::not_allowed);
}

TEST_CASE("a row of another organisation is at fault, and so is the key of its record") {
  Opened o;
  const auto theirs = o.handed_in(kOther, "School,Date,What happened\nTy Gwyn,2023-05-01,physical\n");
  REQUIRE(accept_file(o.w, kOther, "incidents", theirs, look_at_file(o.w, kOther, "incidents", theirs)->digest, OnFault::refuse_all)->accepted);
  const auto id = o.handed_in(kSchool, "School,Date,What happened\nTy Gwyn,2023-05-01,verbal\nHarbour Hill,2023-05-01,physical\n");
  const auto seen = look_at_file(o.w, kSchool, "incidents", id);
  REQUIRE(seen);
  CHECK(seen->import.fresh == 1);
  CHECK(seen->import.faulty == std::vector<std::size_t>{2});
  const auto record = list_records(o.w, kCouncil, {.register_name = "incidents"})->records.at(0);
  CHECK(answer(record.answers, "kind") == "physical");
}

TEST_CASE("rows with a fault in every hundredth bring in nothing until accepted, and every fault is named") {
  Opened o;
  std::vector<std::vector<std::string>> rows{{"School", "Date", "What happened", "How many pupils"}};
  const auto first = *Day::parse("2001-01-01");
  for (int i = 0; i < 4'000; ++i) rows.push_back({"Harbour Hill", first.plus_days(i).iso(), "physical", i % 100 == 7 ? "many" : "3"});
  const auto id = o.handed_in(kSchool, write_csv(rows));
  const auto seen = look_at_file(o.w, kSchool, "incidents", id);
  REQUIRE(seen);
  CHECK(seen->import.faults.size() == 40);
  CHECK(seen->import.faults[1].row == 109);  // row 1 is the header, and the 108th below it is the next one
  CHECK(o.records() == 0);
  REQUIRE(accept_file(o.w, kSchool, "incidents", id, seen->digest, OnFault::set_aside)->accepted);
  CHECK(o.records() == 3'960);
}

TEST_CASE("whoever sets a register up brings a file into it, although the public sends and others handle") {
  Opened o;
  auto text = test::with_change(R"("submit": [{"role": "contributor", "of": "own"}])", R"("submit": [{"role": "anybody"}])");
  text.replace(text.find(R"("handle": [{"role": "coordinator"}])"), 35, R"("handle": [{"role": "handler"}])");
  REQUIRE(define_register(o.w, kCouncil, text.replace(text.find("\"version\": 1"), 12, "\"version\": 2")));
  const auto definition = o.w.registers.find("incidents").value();
  CHECK(rights_to_import(definition->definition, kCouncil).value() == Rights::of_the_machine);
  CHECK_FALSE(rights_to_import(definition->definition, {"h", {{Role::handler, "", ""}}}));
  CHECK_FALSE(rights_to_import(definition->definition, kAnalyst));
  CHECK(hand_in_file(o.w, kCouncil, "incidents", {kFile, "extract.csv"}));
}

}  // namespace record_files_test
