#include "json/text_members.h"

#include <doctest/doctest.h>

#include "json/json.h"

namespace makegood {

namespace text_members_test {

TEST_CASE("members that are texts are read, whatever stands in them") {
  struct Row {
    const char *rule, *json;
    TextMembers members;
  };
  const std::vector<Row> rows = {
      {"none", "{}", {}},
      {"in the order of their names", R"({"a": "1", "b": "2"})", {{"a", "1"}, {"b", "2"}}},
      {"in another order", R"({"b":"2","a":"1","c":"3"})", {{"a", "1"}, {"b", "2"}, {"c", "3"}}},
      {"said twice: the last", R"({"a": "1", "b": "2", "a": "3"})", {{"a", "3"}, {"b", "2"}}},
      {"quotes, lines and Welsh", R"({"words": "\"d\u0175r\"\nŵ"})", {{"words", "\"dŵr\"\nŵ"}}},
      {"an empty text", R"({"": ""})", {{"", ""}}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    const auto read = read_text_members(row.json);
    REQUIRE(read);
    CHECK(*read == row.members);
    CHECK(*read_text_members(Json(*read).dump()) == row.members);
  }
}

TEST_CASE("what is no object of texts is refused") {
  struct Row {
    const char *json, *message;
  };
  for (const auto& row : std::vector<Row>{
           {"", "this is not JSON"},
           {R"({"a": "1")", "this is not JSON"},
           {R"({"a": "1"} x)", "this is not JSON"},
           {"{\"a\": \"\xff\"}", "this is not JSON"},
           {"null", "an object is expected"},
           {R"("a")", "an object is expected"},
           {R"(["a"])", "an object is expected"},
           {R"({"a": 1})", "a member is not a text"},
           {R"({"a": -1.5})", "a member is not a text"},
           {R"({"a": null})", "a member is not a text"},
           {R"({"a": true})", "a member is not a text"},
           {R"({"a": ["b"]})", "a member is not a text"},
           {R"({"a": {"b": "c"}})", "a member is not a text"},
       }) {
    CAPTURE(row.json);
    const auto read = read_text_members(row.json);
    REQUIRE_FALSE(read);
    CHECK(read.error().message == row.message);
  }
  CHECK(read_text_members(std::string(kLargestJson + 1, ' ')).error().fault == Fault::too_large);
  CHECK(read_text_members(R"({"a":)" + std::string(1'000'000, '[')).error().message == "a member is not a text");
}

}  // namespace text_members_test
}  // namespace makegood
