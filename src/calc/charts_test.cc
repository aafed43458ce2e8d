#include <doctest/doctest.h>

#include "calc/calc.h"

using namespace makegood;

namespace charts_test {

std::vector<std::string> lines(std::string_view method, std::string_view csv) {
  const auto file = open_delimited(csv);
  std::string out;
  const auto account =
      calc::run(*calc::find_method(method), file, calc::survey(file), {}, [&](std::string_view part) { out += part; });
  REQUIRE(account);
  return split(out, '\n');
}

TEST_CASE("spc reads a series in time order and answers in the order of the file") {
  const auto got = lines("spc", "series,t,y\na,3,3\na,1,2\na,2,4\nb,1,7\na,5,1\na,4,5\n");
  CHECK(got[1] == "a,3,3,3,-2.9850000000000003,8.985,0,0,0,Common Cause,trial,ok");
  CHECK(got[4] == "b,1,7,7,,,0,0,0,Common Cause,,undefined");
  CHECK(got[5].starts_with("a,5,1,3,"));
}

TEST_CASE("spc answers a faulty row and charts the others") {
  const auto got = lines("spc", "series,t,y,rebase_start\na,1,2,\na,2,many,\na,3,4,\na,4,,\n");
  CHECK(got[2] == "a,2,many,,,,,,,,,,not_a_number");
  CHECK(got[4] == "a,4,,,,,,,,,,,missing");
  CHECK(got[3].starts_with("a,3,4,,3,"));
}

TEST_CASE("spc begins afresh where a rebase is marked") {
  const auto got = lines("spc", "series,t,y,rebase_start\na,1,1,0\na,2,1,0\na,3,9,1\na,4,9,0\n");
  CHECK(got[2].starts_with("a,2,1,0,1,1,1,"));
  CHECK(got[3].starts_with("a,3,9,1,9,9,9,"));
}

TEST_CASE("spc refuses two values at one time and a baseline of no points, in the status") {
  CHECK(lines("spc", "series,t,y\na,1,1\na,1,2\n")[1].ends_with(",repeated"));
  CHECK(lines("spc", "series,t,y,fix_after_n\na,1,1,0\na,2,2,0\n")[1].ends_with(",out_of_range"));
  CHECK(lines("spc", "series,t,y,fix_after_n\na,1,1,2.5\na,2,2,\n")[1].ends_with(",not_whole"));
}

}  // namespace charts_test
