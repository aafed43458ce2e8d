#include "report/column_profile.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace makegood;
using Rows = std::vector<std::vector<std::string>>;

namespace column_profile_test {

const Day kToday = *Day::parse("2026-11-22");

Plan two_items() {
  Plan plan;
  plan.slug = "our-plan";
  plan.title = "Our plan";
  Item first;
  first.id = ItemId("k1");
  first.kind = ItemKind::recommendation;
  first.title = "Publish the pay gap";
  first.owners = {"Head of People", "Chief Executive"};
  first.timescale_raw = "March 2026";
  first.timescale = read_timescale(first.timescale_raw);
  Item second;
  second.id = ItemId("k2");
  second.ref = "=2";
  second.kind = ItemKind::commitment;
  second.parent = first.id;
  second.title = "Agree the method";
  second.absent = true;
  plan.items = {first, second};
  return plan;
}

std::string fault_of(std::string_view json) {
  const auto profile = read_column_profile(json);
  return profile ? "" : profile.error().message;
}

TEST_CASE("a profile says names, order, sources, dates and words") {
  const auto profile = read_column_profile(R"({"with_absent": true, "columns": [
      {"name": "Due", "from": "due", "date_format": "dd/mm/yyyy", "empty": "none"},
      {"name": "Code", "from": "ref", "or": "id"},
      {"name": "RAG", "from": "rule", "values": {"overdue": "Red"}, "otherwise": "Grey"},
      {"name": "One owner", "from": "owners", "first": true},
      {"name": "All owners", "from": "owners", "separator": " | "},
      {"name": "Short", "from": "title", "at_most": 8},
      {"name": "Of", "from": "plan_title"}, {"name": "At", "from": "address"}, {"name": "Year", "fixed": "2026"}]})");
  REQUIRE(profile);
  CHECK(profile_rows(two_items(), *profile, kToday) ==
        Rows{{"Due", "Code", "RAG", "One owner", "All owners", "Short", "Of", "At", "Year"},
             {"31/03/2026", "k1", "Red", "Head of People", "Head of People | Chief Executive", "Publish…", "Our plan", "/plans/our-plan/items/k1", "2026"},
             {"none", "'=2", "Grey", "", "", "Agree t…", "Our plan", "/plans/our-plan/items/k2", "2026"}});
}

TEST_CASE("only the kinds that are asked for, and not what the newest document no longer has") {
  const auto count = [](const char* json) { return profile_rows(two_items(), read_column_profile(json).value(), kToday).size() - 1; };
  CHECK(count(R"({"columns": [{"name": "a", "from": "title"}]})") == 1);
  CHECK(count(R"({"with_absent": true, "columns": [{"name": "a", "from": "title"}]})") == 2);
  CHECK(count(R"({"with_absent": true, "kinds": ["commitment"], "columns": [{"name": "a", "from": "title"}]})") == 1);
}

TEST_CASE("dates as other systems write them") {
  const auto day = *Day::parse("2026-03-07");
  struct {
    const char* format;
    const char* expected;
  } rows[] = {{"dd/mm/yyyy", "07/03/2026"}, {"d/m/yy", "7/3/26"}, {"yyyy-mm-dd", "2026-03-07"}, {"d mmmm yyyy", "7 March 2026"}, {"dd-mmm-yyyy", "07-Mar-2026"}, {"mm.dd.yyyy", "03.07.2026"}};
  for (const auto& row : rows) {
    CHECK(is_date_format(row.format));
    CHECK(format_day(day, row.format) == row.expected);
  }
  for (const char* none : {"", "dd/mm", "dd/mm/yyyy/dd", "DD/MM/YYYY", "dd:mm:yyyy", "ddd mm yyyy", "yyyyy-mm-dd"}) CHECK_FALSE(is_date_format(none));
}

TEST_CASE("what does not fit is named with its column") {
  CHECK(fault_of("nonsense") == "this is not JSON");
  CHECK(fault_of("[]").find("object") != std::string::npos);
  CHECK(fault_of(R"({"columns": []})").find("at least one") != std::string::npos);
  CHECK(fault_of(R"({"colums": [], "columns": [{"name": "a", "from": "id"}]})") == "\"colums\" is not a member");
  CHECK(fault_of(R"({"delimiter": "|", "columns": [{"name": "a", "from": "id"}]})").find("delimiter") != std::string::npos);
  CHECK(fault_of(R"({"kinds": ["wish"], "columns": [{"name": "a", "from": "id"}]})").find("kinds") != std::string::npos);
  CHECK(fault_of(R"({"columns": [{"name": "a", "from": "id"}, {"name": "b", "from": "owner"}]})").starts_with("column 2: \"from\" is \"owner\", which is none of: id, ref,"));
  CHECK(fault_of(R"({"columns": [{"from": "id"}]})") == "column 1: it has no \"name\"");
  CHECK(fault_of(R"({"columns": [{"name": "a"}]})") == "column 1: it needs either \"from\" or \"fixed\"");
  CHECK(fault_of(R"({"columns": [{"name": "a", "from": "id"}, {"name": "a", "from": "id"}]})") == "column 2: another column is called \"a\" too");
  CHECK(fault_of(R"({"columns": [{"name": "a", "from": "due", "date_format": "dd"}]})").find("dd/mm/yyyy") != std::string::npos);
  CHECK(fault_of(R"({"columns": [{"name": "a", "from": "id", "values": {"x": 1}}]})").find("values") != std::string::npos);
  CHECK(fault_of(R"({"columns": [{"name": "a", "from": "id", "at_most": 0}]})").find("at_most") != std::string::npos);
}

TEST_CASE("the profiles that come with Makegood are profiles") {
  for (const char* name : {"catalogue/profiles/performance-actions.json", "catalogue/profiles/project-tasks.json"}) {
    CAPTURE(name);
    std::ifstream in(name);
    const std::string json((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    CHECK(fault_of(json) == "");
    CHECK(profile_rows(two_items(), read_column_profile(json).value(), kToday).size() == 2);
  }
}

}  // namespace column_profile_test
