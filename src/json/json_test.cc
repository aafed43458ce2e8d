#include "json/json.h"

#include <doctest/doctest.h>

namespace makegood {

namespace json_test {

TEST_CASE("the first thing that does not fit is named, with its place") {
  struct Row {
    const char *rule, *json, *message;
  };
  const std::vector<Row> rows = {
      {"what is not JSON", "{", "this is not JSON"},
      {"what is no object", "[]", "an object is expected"},
      {"a text that is a number", R"({"title": 3})", "\"title\" is not a text"},
      {"a day that does not exist", R"({"from": "2023-02-30"})", "\"from\" is not a date: 2023-02-30"},
      {"a number in a list of texts", R"({"names": ["a", 3]})", "names 2: a text is expected"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    const auto read = read_one<int>(row.json, [](JsonReader& r, const Json& json) {
      static_cast<void>(r.text(json, "title"));
      static_cast<void>(r.day(json, "from"));
      static_cast<void>(r.texts(json, "names"));
      return 1;
    });
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().message == row.message);
  }
}

TEST_CASE("more depth than is held is refused before it is parsed") {
  CHECK(parse_json(std::string(33, '[') + std::string(33, ']')).error().fault == Fault::too_large);
  CHECK(parse_json(std::string(32, '[') + std::string(32, ']')).has_value());
}

TEST_CASE("members stand in the order in which they were set, and those that say nothing are left out") {
  JsonObject o;
  o.text("title", "Head of Housing");
  o.text("empty", "");
  o.day("from", *Day::parse("2023-04-01"));
  o.day("until", std::nullopt);
  o.flag("named", false);
  o.texts("also", {"a"});
  CHECK(o.line() == R"({"title":"Head of Housing","from":"2023-04-01","also":["a"]})");
}

}  // namespace json_test
}  // namespace makegood
