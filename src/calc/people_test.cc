// Methods about employees and decisions: pay-gap, shrink, overdispersion, rri, wres.
#include <doctest/doctest.h>

#include "calc/calc.h"

using namespace makegood;

namespace people_test {

std::string answer(std::string_view method, std::string_view csv,
                   std::map<std::string, std::string, std::less<>> options = {}) {
  calc::Request request;
  request.options.values = std::move(options);
  const auto file = open_delimited(csv);
  std::string out;
  const auto account = calc::run(*calc::find_method(method), file, calc::survey(file), request,
                                 [&](std::string_view part) { out += part; });
  return account ? out : "refused: " + account.error().message;
}

TEST_CASE("pay-gap gives a row for each set and group") {
  const std::string csv =
      "set_id,employee,group,hourly\na,1,White,10\na,2,White,20\na,3,Black,12\na,4,Asian,15\na,5,Asian,18\nb,1,White,"
      "9\n";
  CHECK(
      answer("pay-gap", csv) ==
      "set_id,group,n_ref,n_group,mean_ref,mean_group,median_ref,median_group,mean_gap_pct,median_gap_pct,use,status\n"
      "a,Asian,2,2,15,16.5,15,16.5,-10,-10,too_few,ok\n"
      "a,Black,2,1,15,12,15,12,20,20,too_few,ok\n"
      "b,,,,,,,,,,,undefined\n");
  CHECK(answer("pay-gap", csv, {{"--reference", "Asian"}}).find("a,White,2,2,16.5,15,") != std::string::npos);
  CHECK(answer("pay-gap", csv, {{"--quarters", ""}}) ==
        "set_id,group,lower_n,lower_middle_n,upper_middle_n,upper_n,lower_pct,lower_middle_pct,upper_middle_pct,upper_"
        "pct,status\n"
        "a,Asian,0,1,1,0,0,100,100,0,ok\n"
        "a,Black,1,0,0,0,50,0,0,0,ok\n"
        "a,White,1,0,0,1,50,0,0,100,ok\n"
        "b,White,1,0,0,0,100,,,,undefined\n");
}

TEST_CASE("pay-gap answers what contradicts itself") {
  CHECK(answer("pay-gap", "set_id,employee,group,hourly\na,1,White,10\na,1,Black,12\n")
            .ends_with("\na,,,,,,,,,,,repeated\n"));
  CHECK(answer("pay-gap", "set_id,employee,group,hourly\na,1,White,-10\n").ends_with("\na,,,,,,,,,,,negative\n"));
  CHECK(answer("pay-gap", "set_id,employee,group,hourly\na,1,,10\n").ends_with("\na,,,,,,,,,,,missing\n"));
}

TEST_CASE("shrink and overdispersion answer each unit and leave faulty ones out") {
  CHECK(answer("shrink", "unit,events,population\na,10,100\nb,x,100\nc,20,200\n") ==
        "unit,events,population,raw,shrinkage_weight,eb_estimate,status\n"
        "a,10,100,0.1,0,0.1,ok\nb,x,100,,,,not_a_number\nc,20,200,0.1,0,0.1,ok\n");
  const std::string units = "unit,observed,expected\na,4,4\nb,4,1\n";
  CHECK(answer("overdispersion", units).find("a,4,4,0,0.3") != std::string::npos);
  CHECK(answer("overdispersion", units, {{"--scale", "cube"}}) ==
        "refused: --scale takes plain, root or log, not \"cube\"");
  CHECK(answer("overdispersion", "unit,observed,expected\na,4,4\n").ends_with("a,4,4,0,,,,,,undefined\n"));
}

TEST_CASE("rri follows the chain back to the population") {
  CHECK(
      answer("rri",
             "group,stage,base_stage,events,base\nWhite,stop,all,10,100\nWhite,arrest,stop,5,10\nBlack,stop,all,4,10\n"
             "Black,arrest,stop,3,4\n") ==
      "group,stage,base_stage,events,base,rate_prev_stage,rri_prev_stage,rate_population,rri_population,chain,status\n"
      "White,stop,all,10,100,0.1,1,0.1,1,first,ok\nWhite,arrest,stop,5,10,0.5,1,0.05,1,holds,ok\n"
      "Black,stop,all,4,10,0.4,4,0.4,4,first,ok\nBlack,arrest,stop,3,4,0.75,1.5,0.3,5.999999999999999,holds,ok\n");
}

TEST_CASE("rri says where a base is not what the stage before left, so that the indices do not multiply") {
  const auto got = answer("rri",
                          "group,stage,base_stage,events,base\nWhite,stop,all,10,100\nWhite,arrest,stop,5,11\n"
                          "White,charge,arrest,2,0\n");
  CHECK(got.find("White,arrest,stop,5,11,0.45454545454545453,1,0.05,1,broken,ok\n") != std::string::npos);
  CHECK(got.find("White,charge,arrest,2,0,,,,,,events_exceed_n\n") != std::string::npos);
}

TEST_CASE("wres gives each indicator its own way up, and says how many decisions would change the flag") {
  // 20 of 100 against 5 of 50: 12 of 100 would be 1.2, within; 13 would be 1.3. So 8 decisions.
  CHECK(answer("wres", "indicator,white_base,white_outcome,bme_base,bme_outcome\n2,100,20,50,5\n3,100,5,50,3\n6,1,1,1,1\n") ==
        "indicator,white_base,white_outcome,bme_base,bme_outcome,white_likelihood,bme_likelihood,relative_likelihood,orientation,"
        "four_fifths,flip_count,status\n"
        "2,100,20,50,5,0.2,0.1,2,White/BME,above_1.25,8,ok\n"
        "3,100,5,50,3,0.05,0.06,1.2,BME/White,within,1,ok\n"
        "6,1,1,1,1,,,,,,,out_of_range\n");
}

}  // namespace people_test
