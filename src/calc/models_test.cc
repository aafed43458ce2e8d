#include <doctest/doctest.h>

#include <cmath>

#include "calc/calc.h"

using namespace makegood;

namespace models_test {

using Given = std::map<std::string, std::string, std::less<>>;

std::vector<std::string> answer(std::string_view method, std::string_view csv, Given options) {
  calc::Request request;
  request.options.values = std::move(options);
  const auto file = open_delimited(csv);
  std::string out;
  const auto account = calc::run(*calc::find_method(method), file, calc::survey(file), request,
                                 [&](std::string_view part) { out += part; });
  return split(account ? out : "refused: " + account.error().message, '\n');
}

// 10 of 40 White and 30 of 60 Black: odds ratio 3.
std::string outcomes() {
  std::string csv = "id,y,ethnicity\n";
  for (int i = 0; i < 100; ++i) {
    const bool white = i < 40, event = white ? i < 10 : i < 70;
    csv += std::to_string(i) + (event ? ",1," : ",0,") + (white ? "White\n" : "Black\n");
  }
  return csv;
}

TEST_CASE("logistic gives a row for each term, named as R names them") {
  const auto got = answer("logistic", outcomes(), {{"--formula", "y ~ ethnicity"}, {"--reference", "ethnicity=White"}});
  REQUIRE(got.size() == 4);
  CHECK(got[0] == "term,estimate,se,z,p,or,or_lo,or_hi,n,method,status");
  CHECK(got[1].starts_with("(Intercept),-1.09861228866"));
  CHECK(got[2].starts_with("ethnicityBlack,1.09861228866"));
  CHECK(got[2].ends_with(",100,maximum likelihood,ok"));
}

TEST_CASE("logistic names separation, leaves incomplete rows out, and reads words as outcomes") {
  const std::string csv = "out,g\nNo,a\nNo,a\nYes,b\nNo,b\nYes,\nNA,a\n";
  const auto got = answer("logistic", csv, {{"--formula", "out ~ g"}});
  CHECK(got[1].find(",4,firth,separation") != std::string::npos);
  const auto without = answer("logistic", "y,g\n,a\n", {{"--formula", "y ~ g"}});
  CHECK(without[1] == ",,,,,,,,,,missing");
}

TEST_CASE("logistic refuses what is no formula, and says what contradicts itself") {
  CHECK(answer("logistic", "y,g\n1,a\n", {})[0].starts_with("refused: the formula"));
  CHECK(answer("logistic", "y,g\n1,a\n", {{"--formula", "y ~ h"}})[0].starts_with("refused: there is no column \"h\""));
  CHECK(answer("logistic", "y,g\n1,a\n", {{"--formula", "y ~ g"}, {"--reference", "White"}})[0].starts_with(
      "refused: --reference"));
  CHECK(answer("logistic", "y,g\n1,a\n0,b\n", {{"--formula", "y ~ g"}, {"--reference", "g=c"}})[1].ends_with(
      "out_of_range"));
  CHECK(answer("logistic", "y,g\n1,a\n2,b\n", {{"--formula", "y ~ g"}})[1].ends_with("out_of_range"));
}

TEST_CASE("a column of names is no variable") {
  std::string csv = "y,name\n";
  for (int i = 0; i < 400; ++i) csv += std::to_string(i % 2) + ",p" + std::to_string(i) + "\n";
  const auto got = answer("logistic", csv, {{"--formula", "y ~ name"}});
  CHECK(got[1] == "400 terms; there may be 300: is a column of names among the variables?,,,,,,,,,,out_of_range");
}

TEST_CASE("poisson without covariates but the group is the rate ratio of the two groups, with its lognormal limits") {
  const std::string csv = "stops,people,ethnicity\n12,1000,White\n18,2000,White\n20,500,Black\n4,300,Black\n,1,Black\n";
  const auto got = answer("poisson", csv, {{"--formula", "stops ~ ethnicity"}, {"--exposure", "people"}, {"--reference", "ethnicity=White"}});
  CHECK(got[0] == "term,estimate,se,z,p,rate_ratio,rate_ratio_lo,rate_ratio_hi,n,status");
  const auto cells = split(got[2], ',');
  REQUIRE(cells.size() == 10);
  CHECK(cells[0] == "ethnicityBlack");
  CHECK(std::stod(cells[5]) == doctest::Approx(24.0 / 800 / (30.0 / 3000)).epsilon(1e-10));
  CHECK(std::stod(cells[2]) == doctest::Approx(std::sqrt(1.0 / 24 + 1.0 / 30)).epsilon(1e-10));
  CHECK(cells[8] == "4");
  CHECK(cells[9] == "ok");
}

TEST_CASE("poisson says what is wrong with its columns") {
  const Given given{{"--formula", "stops ~ ethnicity"}, {"--exposure", "people"}};
  CHECK(answer("poisson", "stops,people,ethnicity\n1,0,White\n2,9,Black\n", given)[1] == "(Intercept),,,,,,,,2,zero_denominator");
  CHECK(answer("poisson", "stops,people,ethnicity\nmany,1,White\n2,9,Black\n", given)[1] ==
        "the column stops holds something that is no number,,,,,,,,,out_of_range");
  CHECK(answer("poisson", "stops,ethnicity\n1,White\n", given)[0].starts_with("refused: there is no column \"people\""));
}

TEST_CASE("standardised risks of groups whose shares are the same in every stratum are those shares") {
  // A quarter of White and half of Black staff, young and old alike: no sum of effects fits better.
  std::string csv = "y,ethnicity,old\n";
  const auto add = [&](int people, int events, const char* rest) {
    for (int i = 0; i < people; ++i) csv += (i < events ? "1," : "0,") + std::string(rest) + "\n";
  };
  add(8, 2, "White,no"), add(4, 1, "White,yes"), add(4, 2, "Black,no"), add(4, 2, "Black,yes");
  const auto got = answer("standardised-risk", csv, {{"--formula", "y ~ ethnicity + old"}, {"--reference", "ethnicity=White"}});
  CHECK(got[0] == "level,risk,se,risk_lo,risk_hi,risk_ratio,risk_ratio_lo,risk_ratio_hi,n,status");
  const auto white = split(got[1], ','), black = split(got[2], ',');
  CHECK(white[0] == "White");
  CHECK(std::stod(white[1]) == doctest::Approx(0.25).epsilon(1e-9));
  CHECK(white[5] == "1");
  CHECK(std::stod(black[1]) == doctest::Approx(0.5).epsilon(1e-9));
  CHECK(std::stod(black[5]) == doctest::Approx(2).epsilon(1e-9));
  CHECK(black[8] == "20");
  CHECK(answer("standardised-risk", csv, {{"--formula", "y ~ ethnicity"}, {"--of", "age"}})[0] ==
        "refused: --of names one of the formula's variables, whose groups are compared");
  CHECK(answer("standardised-risk", "y,age\n1,20\n0,30\n1,40\n", {{"--formula", "y ~ age"}})[1].starts_with("age is a column of numbers"));
}

TEST_CASE("oaxaca gives totals and terms of every division, whose values sum to the gap") {
  const std::string csv =
      "hourly,group,senior\n10,White,0\n20,White,1\n22,White,1\n8,Black,0\n10,Black,0\n16,Black,1\n";
  const auto got = answer("oaxaca", csv, {{"--outcome", "hourly"}, {"--group", "group"}, {"--by", "senior"}});
  CHECK(got[0] == "part,reference,explained,unexplained,interaction,term,value,group,group_weight,status");
  REQUIRE(got.size() == 1 + 7 * 3 + 1);
  // As R's package oaxaca numbers its references: the weight of A's coefficients, or a pooled regression.
  const std::map<std::string, std::string> weights = {{"group_a", "1"}, {"group_b", "0"}, {"equal", "0.5"}, {"weighted", "0.5"},
                                                      {"neumark", "-1"}, {"pooled", "-2"}, {"three-fold", ""}};
  int totals = 0;
  for (const auto& line : got) {
    const auto cells = split(line, ',');
    if (cells.size() < 10 || cells[5] != "total") continue;
    ++totals;
    CHECK(std::stod(cells[6]) == doctest::Approx(52.0 / 3 - 34.0 / 3).epsilon(1e-12));
    CHECK((cells[4].empty()) == (cells[0] == "two-fold"));
    CHECK(cells[8] == weights.at(cells[0] == "two-fold" ? cells[1] : cells[0]));
  }
  CHECK(totals == 7);
  // Senior is worth 11 to White and 7 to Black; a third more of White are senior.
  CHECK(got[1].starts_with("two-fold,group_a,3.66"));
}

TEST_CASE("oaxaca says what is missing") {
  const Given options{{"--outcome", "hourly"}, {"--group", "group"}, {"--by", "senior"}};
  CHECK(answer("oaxaca", "hourly,group,senior\n1,Black,0\n", options)[1] == ",,,,,,,,,missing_strata");
  CHECK(answer("oaxaca", "hourly,group,senior\nx,White,0\n1,Black,1\n", options)[1] == ",,,,,,,Black,,not_a_number");
  CHECK(answer("oaxaca", "hourly,group,senior\n1,White,0\n1,Black,1\n", options)[1] == ",,,,,,,Black,,undefined");
  CHECK(answer("oaxaca", "hourly,group,senior\n1,White,0\n", {{"--outcome", "hourly"}})[0].starts_with(
      "refused: oaxaca needs"));
}

}  // namespace models_test
