// What a recorded value supports, and what it does not. Expected codes are those of the published code sets.
#include "codeframe/codeframe.h"

#include <doctest/doctest.h>

#include "codeframe/spelling.h"

using namespace makegood;

namespace codeframe_test {

struct Case {
  const char* rule;
  const char* scheme;
  const char* raw;
  const char* expected;  ///< code, group, kind, detail
};

std::string answer(const CodedEthnicity& coded) {
  return coded.code + "," + coded.group + "," + coded.unknown_kind + "," + coded.unknown_detail;
}

void hold(const std::vector<Case>& cases, const char* frame = "ethnicity-2021") {
  for (const auto& row : cases) {
    CAPTURE(row.rule);
    CAPTURE(row.raw);
    const auto coded = code_ethnicity(row.scheme, row.raw, frame);
    REQUIRE(coded);
    CAPTURE(coded->reason);
    CHECK(answer(*coded) == row.expected);
    CHECK_FALSE(coded->reason.empty());
  }
}

constexpr auto kNhs = "nhs_data_dictionary_16plus1", k16 = "police_sde_16plus1", k18 = "police_sde_18plus1",
               kIc = "police_officer_defined_ic", kDfe = "dfe_school_census", kSelf = "data_police_uk_self_defined",
               kOfficer = "data_police_uk_officer_defined", kCensus = "census2021_ts021";

TEST_CASE("codes of agencies") {
  hold({
      {"a letter of the NHS", kNhs, "A", "WBR,White,,"},
      {"in lower case, with spaces", kNhs, " h ", "AIN,Asian,,"},
      {"Chinese is Asian although the code follows 2001", kNhs, "R", "ACH,Asian,,"},
      {"the NHS has no Roma: C is any other White", kNhs, "C", "WOT,White,,"},
      {"Z was asked", kNhs, "Z", ",,not_stated,no_answer"},
      {"99 was not asked", kNhs, "99", ",,not_known,not_asked"},
      {"a letter with its label", kNhs, "A: White - British", "WBR,White,,"},
      {"16+1 has Chinese as O1", k16, "O1", "ACH,Asian,,"},
      {"18+1 has it as A4", k18, "A4", "ACH,Asian,,"},
      {"18+1 still meets O1", k18, "O1", "ACH,Asian,,"},
      {"18+1 has Arab", k18, "O2", "OAR,Other,,"},
      {"16+1 has none", k16, "O2", ",,,"},
      {"18+1 has Gypsy or Irish Traveller", k18, "W3", "WGT,White,,"},
      {"not stated", k16, "NS", ",,not_stated,no_answer"},
      {"the person declined", k16, "N4", ",,not_stated,declined"},
      {"a blank field", k16, "", ",,not_known,not_recorded"},
      {"an officer's code is a group and no more", kIc, "IC1", ",White,,"},
      {"the figure alone", kIc, "4", ",Asian,,"},
      {"Chinese appearance is Asian since 2011", kIc, "IC5 - Chinese, Japanese or other South East Asian", ",Asian,,"},
      {"Arab appearance is not Arab", kIc, "IC6", ",Other,,"},
      {"origin unknown", kIc, "IC9", ",,not_known,not_recorded"},
      {"main code of the school census", kDfe, "BCRB", "BCA,Black,,"},
      {"extended code by its main code", kDfe, "BSOM", "BAF,Black,,"},
      {"Gypsy/Roma straddles two census groups", kDfe, "WROM", ",White,,"},
      {"Traveller of Irish heritage does not", kDfe, "WIRT", "WGT,White,,"},
      {"refused", kDfe, "REFU", ",,not_stated,declined"},
      {"not yet obtained", kDfe, "NOBT", ",,not_known,not_recorded"},
      {"a census code", kCensus, "13", "WBR,White,,"},
      {"does not apply is no unknown", kCensus, "-8", ",,,"},
      {"a code that is one thing everywhere needs no scheme", "", "W1", "WBR,White,,"},
      {"a lone letter does", "", "A", ",,,"},
      {"and so does a figure", "", "99", ",,,"},
  });
}

TEST_CASE("labels") {
  hold({
      {"the label of the census", kCensus, "White: English, Welsh, Scottish, Northern Irish or British", "WBR,White,,"},
      {"a heading with commas", kCensus, "Black, Black British, Black Welsh, Caribbean or African: African",
       "BAF,Black,,"},
      {"the heading alone", kCensus, "Asian, Asian British or Asian Welsh", ",Asian,,"},
      {"other under a heading", kCensus, "Mixed or Multiple ethnic groups: Other Mixed or Multiple ethnic groups",
       "MOT,Mixed,,"},
      {"the police site, with slashes", kSelf, "White - English/Welsh/Scottish/Northern Irish/British", "WBR,White,,"},
      {"any other of a long heading", kSelf,
       "Black/African/Caribbean/Black British - Any other Black/African/Caribbean background", "BOT,Black,,"},
      {"not stated stands under Other and is unknown", kSelf, "Other ethnic group - Not stated",
       ",,not_stated,no_answer"},
      {"any other ethnic group is a group", kSelf, "Other ethnic group - Any other ethnic group", "OAO,Other,,"},
      {"an officer's Other is a group", kOfficer, "Other", ",Other,,"},
      {"bare White is not White British", "", "White", ",White,,"},
      {"bare Asian stops at the group", "", "Asian", ",Asian,,"},
      {"bare Black", "", "Black or Black British", ",Black,,"},
      {"leaf before heading", "", "Other White", "WOT,White,,"},
      {"underscores and capitals", "", "WHITE_BRITISH", "WBR,White,,"},
      {"a long dash", "", "White\u2014Irish", "WIR,White,,"},
      {"words run together by capitals", "", "BlackAfrican", "BAF,Black,,"},
      {"a total of a group", "", "White British total", "WBR,White,,"},
      {"a code in brackets behind", "", "White British (W1)", "WBR,White,,"},
      {"a code and words that agree on the group only", "", "W1 White Irish", ",White,,"},
      {"a code and words that disagree", "", "W1 Black African", ",,,"},
      {"two codes of one group", "", "Pakistani/Bangladeshi", ",Asian,,"},
      {"two groups", "", "Mixed/Other", ",,,"},
      {"a group of 2001", "", "Chinese or other ethnic group", ",,,"},
      {"and what stood in it", "", "Chinese or other ethnic group: Chinese", "ACH,Asian,,"},
      {"any other Black on the form of 2021", "", "Any other Black, Black British, or Caribbean background",
       "BOT,Black,,"},
      {"Caribbean under a heading of 2001", "", "Black or Black British: Caribbean", "BCA,Black,,"},
      {"White and Asian is a Mixed group", "", "White and Asian", "MWA,Mixed,,"},
      {"White or Asian is not", "", "White/Asian", ",,,"},
      {"unless Mixed stands before it", "", "Mixed White/Asian", "MWA,Mixed,,"},
      {"Mixed that does not say Caribbean or African", "", "Mixed - Black and White", ",Mixed,,"},
      {"including another group", "", "Other inc. Chinese", ",,,"},
      {"including within the group", "", "Asian other inc Chinese", ",Asian,,"},
      {"words that contradict each other", "", "Black - Chinese", ",,,"},
      {"a nation before a group", "", "British Pakistani", "APK,Asian,,"},
      {"a write-in answer", "", "Somali", "BAF,Black,,"},
      {"British says nothing of ethnic group", "", "British", ",,,"},
      {"nor does a religion", "", "Muslim", ",,,"},
      {"nor an unknown word", "", "Jedi", ",,,"},
      {"nor another script", "", "\u4e2d\u6587", ",,,"},
  });
}

TEST_CASE("labels in Welsh") {
  hold({{"a group of the census", "", "Gwyn: Gwyddelig", "WIR,White,,"},
        {"bare Gwyn stops at the group", "", "Gwyn", ",White,,"},
        {"Cymreig under Gwyn", "", "Gwyn - Cymreig", "WBR,White,,"},
        {"a mixed group", "", "Gwyn ac Asiaidd", "MWA,Mixed,,"},
        {"with a circumflex", "", "Unrhyw gr\u0175p ethnig arall", "OAO,Other,,"},
        {"declined", "", "Mae'n well gen i beidio \u00e2 dweud", ",,not_stated,declined"},
        {"unknown", "", "Anhysbys", ",,not_known,not_recorded"}});
}

TEST_CASE("terms for all ethnic minorities are no group") {
  for (const auto* raw :
       {"BAME", "BME", "ethnic minority", "Global Majority", "non-white", "Black, Asian and minority ethnic"}) {
    const auto coded = code_ethnicity("", raw);
    CAPTURE(raw);
    CHECK(answer(*coded) == ",,,");
    CHECK(coded->recognised);
    CHECK(coded->reason.find("ethnic minority group unspecified") != std::string::npos);
  }
  const auto terms = collective_terms();
  REQUIRE(terms.size() == 3);
  CHECK_FALSE(counted_in(terms[0], "WIR"));
  CHECK(counted_in(terms[1], "WIR"));
  CHECK_FALSE(counted_in(terms[1], "WBR"));
  CHECK_FALSE(counted_in(terms[1], "White"));  // divided by the definition
  CHECK(counted_in(terms[2], "ACH"));
}

TEST_CASE("five different things") {
  hold({
      {"declined", "", "Prefer not to say", ",,not_stated,declined"},
      {"no answer", "", "Not stated", ",,not_stated,no_answer"},
      {"not asked", "", "Not asked", ",,not_known,not_asked"},
      {"not known", "", "Unknown", ",,not_known,not_recorded"},
      {"Other", "", "Other", ",Other,,"},
      {"a dash is a blank", "", " - ", ",,not_known,not_recorded"},
      {"two kinds in one label", "", "Not known / prefer not to say", ",,not_known,"},
      {"not applicable is none of them", "", "Not applicable", ",,,"},
  });
}

TEST_CASE("misspellings within bounds, and the reason says so") {
  hold({
      {"one slip", "free_text_variant", "White Britsh", "WBR,White,,"},
      {"two slips in a long word", "free_text_variant", "Afro-Carribean", "BCA,Black,,"},
      {"neighbours swapped", "free_text_variant", "asain", ",Asian,,"},
      {"run together", "free_text_variant", "whitebritish", "WBR,White,,"},
      {"written short", "free_text_variant", "Blk African", "BAF,Black,,"},
      {"a nation written short", "census2021_ts021", "English, Welsh, Scottish, N. Irish or British", "WBR,White,,"},
      {"the later code of a set in a file of the older", "police_sde_16plus1", "A4", "ACH,Asian,,"},
      {"the first letter lost", "free_text_variant", "ndian", "AIN,Asian,,"},
      {"the first two swapped", "free_text_variant", "hwite British", "WBR,White,,"},
      {"another first letter", "free_text_variant", "Bakistani", "APK,Asian,,"},
      {"a word that says nothing, misspelt", "free_text_variant", "Any other White backgroudn", "WOT,White,,"},
      {"black and blank are as near, and one makes sense", "free_text_variant", "Blak Caribbean", "BCA,Black,,"},
      {"black and blank are as near, and both make sense", "free_text_variant", "blak", ",,,"},
      {"a nationality is not taken for a word like it", "free_text_variant", "Omani", ",,,"},
      {"Ugandans are Black and Asian, as Kenyans are", "free_text_variant", "Ugandan", ",,,"},
      {"beside the group, a nationality is the write-in that it is", "free_text_variant", "Black - Ugandan", "BAF,Black,,"},
      {"Zimbabweans are White and Black", "free_text_variant", "Zimbabwean", ",,,"},
      {"Malaysians are of many groups", "free_text_variant", "Malaysian", ",,,"},
      {"two slips and another first letter", "free_text_variant", "Bakistany", ",,,"},
  });
  CHECK(code_ethnicity("", "Bangladishi")->reason == "read \"bangladishi\" as \"bangladeshi\"");
  CHECK(codes::slips_between("carribean", "caribbean", 2) == 2);
  CHECK(codes::slips_between("asain", "asian", 1) == 1);
  CHECK(codes::slips_between("asian", "asian", 1) == 0);
  CHECK(codes::slips_between("indian", "pakistani", 2) == 3);
}

TEST_CASE("older frames, by bridges that mark their breaks") {
  hold({{"Arab had no box in 2001", "", "Arab", "OAO,Other,,"},
        {"Chinese stood under Other", "", "Chinese", "ACH,Other,,"},
        {"Gypsy or Irish Traveller had none either", "", "Gypsy or Irish Traveller", "WOT,White,,"}},
       "ethnicity-2001");
  hold({{"Roma had no box in 2011", "", "Roma", "WOT,White,,"}, {"Arab had", "", "Arab", "OAR,Other,,"}},
       "ethnicity-2011");
  CHECK(code_ethnicity("", "Chinese", "ethnicity-2001")->reason.find("break:") != std::string::npos);
  CHECK(code_ethnicity("", "Asian", "ethnicity-2001")->reason.find("break: it holds Chinese from 2011") !=
        std::string::npos);
  CHECK(code_ethnicity("", "Indian", "ethnicity-2001")->reason.find("break:") == std::string::npos);
}

TEST_CASE("Scotland and Northern Ireland ask another question") {
  hold({{"a box of Scotland", "scotland_census_2022", "White: Scottish", "WBR,White,,"},
        {"African is not Black African there", "scotland_census_2022", "African", ",,,"},
        {"Polish is a box", "scotland_census_2022", "Polish", "WOT,White,,"},
        {"White is not divided", "northern_ireland_census_2021", "White", ",White,,"},
        {"Irish Traveller is a group of its own", "northern_ireland_census_2021", "Irish Traveller", "WGT,White,,"},
        {"the unknowns are the same", "scotland_census_2022", "Prefer not to say", ",,not_stated,declined"}});
}

TEST_CASE("what is refused") {
  CHECK(code_ethnicity("nhs", "A").error().message.find("there is no scheme \"nhs\"") == 0);
  CHECK(code_ethnicity("", "A", "ethnicity-1991").error().message.find("no way from the label") != std::string::npos);
  CHECK_FALSE(code_ethnicity("", std::string(401, 'a'))->recognised);
}

TEST_CASE("other characteristics use the same frames") {
  CHECK(code_frame("sex")->read("FEMALE")->code == "F");
  CHECK(code_frame("sex")->read("unknown") == nullptr);
  CHECK(code_frame("religion-2021")->read("Islam")->code == "muslim");
  CHECK(code_frame("age-police")->read("35 and over")->code == "over-34");
  CHECK(code_frame("disability")->top("limited-a-lot") == "disabled");
  CHECK(code_frame("grade-nhs")->top("band-8a") == "cluster-3");
  CHECK(code_frame("no-such-frame") == nullptr);
  CHECK(answer(*code_recorded("", "Woman", "sex")) == "F,F,,");
  CHECK(answer(*code_recorded("", "Band 8a", "grade-nhs")) == "band-8a,cluster-3,,");
  CHECK(answer(*code_recorded("", "Prefer not to say", "religion-2021")) == ",,not_stated,declined");
  CHECK(answer(*code_recorded("", "", "disability")) == ",,not_known,not_recorded");
  CHECK_FALSE(code_recorded("", "purple", "sex")->recognised);
  CHECK_FALSE(code_recorded("police_sde_16plus1", "W1", "sex"));
  CHECK_FALSE(code_recorded("", "W1", "no-such-frame"));
}

TEST_CASE("authorities that merged") {
  const auto* areas = code_frame("authorities");
  const auto day = [](const char* iso) { return *Day::parse(iso); };
  CHECK(areas->on_day("E07000163", day("2023-03-31")) == std::vector<std::string>{"E07000163"});
  CHECK(areas->on_day("E07000163", day("2023-04-01")) == std::vector<std::string>{"E06000065"});
  CHECK(areas->on_day("E07000190", day("2020-01-01")) == std::vector<std::string>{"E07000246"});
  CHECK(areas->on_day("E07000190", day("2024-01-01")) == std::vector<std::string>{"E06000066"});  // merged twice
  CHECK(areas->on_day("E06000065", day("2020-01-01")).empty());                                   // before it began
  CHECK(areas->on_day("E99999999", day("2020-01-01")).empty());
  CHECK(areas->on_day("E10000006", day("2023-04-01")) == std::vector<std::string>{"E06000063", "E06000064"});  // a county in two
  CHECK(areas->top("E07000223") == "E10000032");
}

TEST_CASE("an authority's name, where codes share it") {
  const auto* areas = code_frame("authorities");
  CHECK(areas->read("Sheffield")->code == "E08000039");  // renumbered, and the same place
  CHECK(areas->read("Sheffield", *Day::parse("2024-01-01"))->code == "E08000019");
  CHECK(areas->read("Somerset")->code == "E06000066");  // one authority took the whole county over
  CHECK(areas->read("Dorset") == nullptr);              // of the county, Christchurch went elsewhere
  CHECK(areas->read("Dorset", *Day::parse("2018-01-01"))->code == "E10000009");
  CHECK(areas->read("Dorset", *Day::parse("2020-01-01"))->code == "E06000059");
  CHECK(areas->read("ynys môn")->code == "W06000001");
  CHECK(areas->read("Hull")->code == "E06000010");
}

}  // namespace codeframe_test
