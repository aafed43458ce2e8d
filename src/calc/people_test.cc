// Methods about employees and decisions: pay-gap.
#include <doctest/doctest.h>

#include "calc/calc.h"

using namespace makegood;

namespace {

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

}  // namespace

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
