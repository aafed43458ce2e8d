// What is published keeps to its published descriptions.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "formats/csv.h"
#include "report/report.h"
#include "round_trip/plans_made_up.h"
#include "round_trip/schema_check.h"

using namespace makegood;
using namespace makegood::round_trip;
using nlohmann::json;

namespace {

const Day kToday = *Day::parse("2026-11-22");

json schema() {
  std::ifstream in("docs/reference/plan.schema.json");
  return json::parse(std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>()));
}

Plan plan_with_slug(std::uint64_t seed) {
  auto plan = made_up_plan(seed);
  plan.slug = make_slug(plan.title);
  return plan;
}

bool is_of(const json& field, const std::string& cell) {
  const auto type = field["type"].get<std::string>();
  if (cell.empty()) return !field.value("constraints", json::object()).value("required", false);
  if (type == "date") return Day::parse(cell).has_value();
  if (type == "integer") return cell.find_first_not_of("-0123456789") == std::string::npos;
  if (type == "boolean") return cell == "yes" || cell == "no";
  const auto words = field.value("constraints", json::object()).value("enum", json());
  return words.is_null() || std::find(words.begin(), words.end(), cell) != words.end();
}

}  // namespace

TEST_CASE("every plan as JSON keeps to the schema") {
  const auto rules = schema();
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    CHECK(schema_fault(rules, json::parse(plan_json(plan_with_slug(seed), kToday))) == "");
  }
}

TEST_CASE("the schema lets nothing else pass") {
  const auto rules = schema();
  std::uint64_t seed = 1;
  while (plan_with_slug(seed).items.empty()) ++seed;
  const auto good = json::parse(plan_json(plan_with_slug(seed), kToday));
  const auto spoiled = [&](const char* place, const json& value) {
    auto copy = good;
    copy[json::json_pointer(place)] = value;
    return schema_fault(rules, copy);
  };
  CHECK(spoiled("/format", "makegood-open-2") != "");
  CHECK(spoiled("/items/0/kind", "wish") != "");
  CHECK(spoiled("/items/0/due", "31 March 2024") != "");
  CHECK(spoiled("/items/0/owners", json::array({""})) != "");
  CHECK(spoiled("/items/0/findings", json::array()) != "");
  CHECK(spoiled("/settings/as_of", "2024") != "");
  CHECK(spoiled("/settings/academic_year_starts", 13) != "");
  auto without = good;
  without["items"][0].erase("title");
  CHECK(schema_fault(rules, without) != "");
}

TEST_CASE("every plan as CSV keeps to its data package") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const auto plan = plan_with_slug(seed);
    if (plan.title.empty()) continue;  // a plan in force has one
    const auto package = json::parse(data_package_json(plan));
    const auto& fields = package["resources"][0]["schema"]["fields"];
    CHECK(package["resources"][0]["path"] == plan.slug + ".csv");
    const auto rows = plan_rows(plan, kToday);
    REQUIRE(rows[0].size() == fields.size());
    for (std::size_t c = 0; c < fields.size(); ++c) {
      CHECK(fields[c]["name"] == rows[0][c]);
      for (std::size_t r = 1; r < rows.size(); ++r) {
        CAPTURE(rows[r][c]);
        CAPTURE(fields[c].dump());
        CHECK(is_of(fields[c], rows[r][c]));
      }
    }
  }
}
