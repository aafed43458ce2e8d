// Places in a funnel and checks on received figures, as calc answers them.
#include <doctest/doctest.h>

#include "calc/calc.h"

using namespace makegood;

namespace received_test {

using Given = std::map<std::string, std::string, std::less<>>;

// The answer's last columns, from the first that was not read.
std::vector<std::string> added(std::string_view method, const std::string& csv, Given options = {}) {
  calc::Request request;
  request.options.values = std::move(options);
  const auto file = open_delimited(csv);
  std::string out;
  const auto account = calc::run(*calc::find_method(method), file, calc::survey(file), request,
                                 [&](std::string_view part) { out += part; });
  if (!account) return {"refused: " + account.error().message};
  auto lines = split(out, '\n');
  lines.pop_back();
  if (calc::find_method(method)->shape == calc::Shape::of_a_set) return lines;
  const auto given = split(csv, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i] = lines[i].substr(given[i].size() + 1);
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("a unit is placed against the average of the sound rows, or against p0 where that is given") {
  CHECK(added("funnel-place-proportion", "events,n\n10,100\n10,100\n40,100\n3,2\n,9\n") ==
        Lines{"share,centre,significance,status", "0.1,0.2,Low (0.025),ok", "0.1,0.2,Low (0.025),ok", "0.4,0.2,High (0.001),ok",
              ",,,events_exceed_n", ",,,missing"});
  CHECK(added("funnel-place-proportion", "events,n,p0\n10,100,0.1\n10,100,2\n0,0,0.5\n") ==
        Lines{"share,centre,significance,status", "0.1,0.1,Not significant,ok", ",,,out_of_range", ",,,zero_denominator"});
}

TEST_CASE("a ratio's place, and nothing where nothing was expected") {
  CHECK(added("funnel-place-ratio", "observed,expected\n0,4\n3,0\n-1,2\n") ==
        Lines{"ratio,significance,status", "0,Low (0.025),ok", ",,zero_denominator", ",,negative"});
}

TEST_CASE("rates stand against the people that they imply, and a faulty row takes no part") {
  // 20 of 1000 and 60 of 1000: 40 in 1000 together; 60 lies above 40 by more than chance, 20 below.
  CHECK(added("funnel-place-rate", "events,person_time\n20,1000\n60,1000\n-5,1000\n", {{"--per", "1000"}}) ==
        Lines{"centre,significance,status", "40,Low (0.001),ok", "40,High (0.025),ok", ",,negative"});
  CHECK(added("funnel-place-rate", "events,rate\n20,20\n60,60\n0,0\n0,\n", {{"--per", "1000"}}) ==
        Lines{"centre,significance,status", "40,Low (0.001),ok", "40,High (0.025),ok", ",,missing", ",,missing"});
  CHECK(added("funnel-place-rate", "events,rate\n20,20\n60,60\n4,90\n", {{"--per", "1000"}, {"--standardised", ""}})[3].ends_with(
      ",withheld_few_events"));
  CHECK(added("funnel-place-rate", "events,rate\n20,20\n", {{"--per", "none"}})[0].starts_with("refused: --per takes"));
}

TEST_CASE("a stated figure is held to as many decimals as it was written with") {
  CHECK(added("follows", "numerator,denominator,stated,times,decimals\n1,8,12.5,100,\n1,8,13,100,\n1,8,13,100,1\n1,2,1,,\n1,0,7,,\n1,2,1,,0.5\n1,2,1,,99\n") ==
        Lines{"value,difference,follows,status", "12.5,0,yes,ok", "12.5,0.5,yes,ok", "12.5,0.5,no,ok",
              "0.5,0.5,yes,ok", ",,,zero_denominator", ",,,not_whole", ",,,out_of_range"});
}

TEST_CASE("parts are held to the one total of their set") {
  CHECK(added("adds-up", "set_id,part,value,total\nA,White,30,\nA,Black,12,42\nB,White,5,11\nB,Black,5,11\nC,White,1,1\nC,White,1,1\n"
                         "D,White,1,2\nD,Black,1,3\nE,White,1,\n") ==
        Lines{"set_id,parts,sum,total,difference,adds_up,status", "A,2,42,42,0,yes,ok", "B,2,10,11,1,no,ok", "C,2,2,,,,repeated",
              "D,2,2,,,,repeated", "E,1,1,,,,missing"});
  // Each of three figures may be 2.5 off, the total one of them.
  CHECK(added("adds-up", "set_id,part,value,total\nB,White,5,15\nB,Black,5,15\nC,White,5,20\nC,Black,5,20\n", {{"--rounding", "5"}}) ==
        Lines{"set_id,parts,sum,total,difference,adds_up,status", "B,2,10,15,5,yes,ok", "C,2,10,20,10,no,ok"});
}

TEST_CASE("a period with the figures of the one before is named, in the order of time") {
  const std::string csv =
      "series,period,figure,value\nX,2,a,3\nX,2,b,5\nX,1,a,3\nX,1,b,5\nX,3,a,3\nX,3,b,6\nX,4,a,3\nX,4,c,6\nX,4,c,7\nX,5,a,\n";
  CHECK(added("copied-forward", csv, {{"--at-least", "2"}}) ==
        Lines{"figures,copied,copied_from,status", "2,yes,1,ok", "2,yes,1,ok", "2,no,,ok", "2,no,,ok", "2,no,,ok", "2,no,,ok", "2,no,,ok",
              "2,no,,ok", "2,no,,repeated", ",,,missing"});
  CHECK(added("copied-forward", csv)[1] == "2,no,,ok");  // two figures prove nothing
  CHECK(added("copied-forward", csv, {{"--at-least", "0.5"}})[0].starts_with("refused: --at-least"));
}

}  // namespace received_test
