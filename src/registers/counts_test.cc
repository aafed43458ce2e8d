// Counts by coded fields, with expected values counted by hand.
#include "registers/counts.h"

#include <doctest/doctest.h>

#include "registers/fixture.h"

using namespace makegood;
using namespace makegood::registers;

namespace counts_test {

Record incident(std::string_view organisation, std::string_view on, Answers answers) {
  Record record{.id = RecordId("r"), .register_name = "incidents", .organisation = std::string(organisation), .state = "reported", .recorded = *Day::parse(on), .entered = *Day::parse(on),
                .answers = std::move(answers)};
  record.answers["happened_on"] = std::string(on);
  return record;
}

std::vector<Record> five() {
  return {incident("org1", "2026-01-10", {{"kind", "verbal"}}), incident("org1", "2026-02-10", {{"kind", "verbal"}}), incident("org2", "2026-02-10", {{"kind", "Somebody was hurt"}}),
          incident("org2", "2026-04-10", {{"kind", "a shove"}}), incident("org2", "2026-04-11", {})};
}

TEST_CASE("codes, unmapped values and what is not stated are told apart") {
  const auto d = test::incidents();
  RecordCounts counts(d, {"kind"});
  for (const auto& record : five()) counts.take(record);
  CHECK(counts.records() == 5);
  CHECK(counts.rows() == std::vector<CountRow>{{{""}, 1, 5}, {{"physical"}, 1, 5}, {{"unmapped"}, 1, 5}, {{"verbal"}, 2, 5}});
  const auto cells = count_cells({"kind"}, counts.rows());
  CHECK(cells[0] == std::vector<std::string>{"kind", "events", "n"});
  CHECK(cells[1] == std::vector<std::string>{"not stated", "1", "5"});
}

TEST_CASE("two fields: each row is of those that share the first") {
  const auto d = test::incidents();
  RecordCounts counts(d, {"school", "kind"});
  for (const auto& record : five()) counts.take(record);
  CHECK(counts.rows() == std::vector<CountRow>{{{"org1", "verbal"}, 2, 2}, {{"org2", ""}, 1, 3}, {{"org2", "physical"}, 1, 3}, {{"org2", "unmapped"}, 1, 3}});
}

TEST_CASE("a record with several values counts for each, and once among all") {
  auto d = test::incidents();
  for (auto& field : d.fields) field.many = field.name == "kind";
  RecordCounts counts(d, {"kind"});
  counts.take(incident("org1", "2026-01-10", {{"kind", "verbal;physical"}}));
  CHECK(counts.records() == 1);
  CHECK(counts.rows() == std::vector<CountRow>{{{"physical"}, 1, 1}, {{"verbal"}, 1, 1}});
}

TEST_CASE("a series has every period that has ended, with 0 where there is none") {
  const auto d = test::incidents();
  RecordCounts counts(d, {"school"});
  for (const auto& record : five()) counts.take(record);
  const auto cells = series_cells({"school"}, counts.series(Every::month, *Day::parse("2026-05-01")));
  CHECK(cells == std::vector<std::vector<std::string>>{{"school", "series", "t", "y"}, {"org1", "org1", "2026-01-01", "1"}, {"org1", "org1", "2026-02-01", "1"}, {"org1", "org1", "2026-03-01", "0"},
                                                       {"org1", "org1", "2026-04-01", "0"}, {"org2", "org2", "2026-01-01", "0"}, {"org2", "org2", "2026-02-01", "1"},
                                                       {"org2", "org2", "2026-03-01", "0"}, {"org2", "org2", "2026-04-01", "2"}});
  CHECK(counts.series(Every::month, *Day::parse("2026-04-30")).size() == 6);  // April has not ended
}

TEST_CASE("whom a register is about decides who may count") {
  auto d = test::incidents();
  CHECK(about_people(d));
  d.subjects = {"businesses", "organisations"};
  CHECK_FALSE(about_people(d));
}

}  // namespace counts_test
