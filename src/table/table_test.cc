#include "table/table.h"

#include <doctest/doctest.h>

#include <type_traits>

using namespace makegood;

TEST_CASE("a table refuses rows that do not fit it") {
  CountTable counts({"theme", "status"});
  CHECK(counts.add({"Education", "overdue"}, 3).has_value());
  CHECK_FALSE(counts.add({"Education"}, 3).has_value());
  CHECK_FALSE(counts.add({"Education", "ok"}, -1).has_value());
  CHECK_FALSE(counts.add_missing({"Education", "ok"}, ValueStatus::ok).has_value());
  CHECK(counts.rows().size() == 1);
}

TEST_CASE("a missing value says why in a column of its own") {
  CountTable counts({"group"});
  REQUIRE(counts.add_missing({"all"}, ValueStatus::confidential).has_value());
  CHECK_FALSE(counts.rows()[0].value.has_value());
  CHECK(letter(counts.rows()[0].status) == "c");
}

TEST_CASE("only disclosure control and not_about_people make a table that may be published") {
  static_assert(!std::is_convertible_v<CountTable, ProtectedTable>);
  static_assert(!std::is_constructible_v<ProtectedTable, CountTable>);
  static_assert(!std::is_default_constructible_v<ProtectedTable>);
  CountTable counts({"theme"});
  REQUIRE(counts.add({"Education"}, 2).has_value());
  CHECK(not_about_people(counts).rows() == counts.rows());
}
