#include <doctest/doctest.h>

#include "calc/calc.h"

using namespace makegood;

namespace codes_test {

std::string code(std::string_view csv, std::string_view frame = {}) {
  calc::Request request;
  if (!frame.empty()) request.options.values["--frame"] = frame;
  const auto file = open_delimited(csv);
  std::string out;
  const auto account = calc::run(*calc::find_method("code"), file, calc::survey(file), request,
                                 [&](std::string_view part) { out += part; });
  return account ? out : "refused: " + account.error().message;
}

TEST_CASE("code puts code, group, unknown and reason beside each value") {
  CHECK(code("scheme,raw\npolice_sde_16plus1,W1\n,BAME\nnhs_data_dictionary_16plus1,Z\n,Jedi\nnhs,A\n") ==
        "scheme,raw,code19,group5,unknown_kind,unknown_detail,reason,status\n"
        "police_sde_16plus1,W1,WBR,White,,,the code W1 of police_sde_16plus1,ok\n"
        ",BAME,,,,,\"\"\"BAME\"\" is an ethnic minority group unspecified: it has no place without a stated "
        "definition\",ok\n"
        "nhs_data_dictionary_16plus1,Z,,,not_stated,no_answer,\"the code Z of nhs_data_dictionary_16plus1; not stated: "
        "asked, but refused or "
        "could not choose\",ok\n"
        ",Jedi,,,,,\"\"\"Jedi\"\" is not recognised\",undefined\n"
        "nhs,A,,,,,\"there is no scheme \"\"nhs\"\"; there are census2021_ts021, data_police_uk_self_defined, "
        "data_police_uk_officer_defined, dfe_school_census, free_text_variant, nhs_data_dictionary_16plus1, "
        "northern_ireland_census_2021, police_officer_defined_ic, police_sde_16plus1, police_sde_18plus1, "
        "scotland_census_2022\","
        "out_of_range\n");
}

TEST_CASE("the scheme column may be left out, and another frame asked for") {
  CHECK(code("raw\nRoma\n", "ethnicity-2011").find("Roma,WOT,White,,,") != std::string::npos);
  CHECK(code("raw\nfemale\n", "sex").find("female,F,F,,,") != std::string::npos);
  CHECK(code("raw\nRoma\n", "ethnicity-1991") ==
        "refused: there is no way from the label to the frame \"ethnicity-1991\"");
}

}  // namespace codes_test
