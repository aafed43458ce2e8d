// Answers as JSON: each row is one value on its way in, and what stands in the record then.
#include <doctest/doctest.h>

#include "registers/answers_json.h"
#include "registers/fixture.h"

using namespace makegood;

namespace answers_json_test {

/// Every kind of field once.
const std::string kKinds = R"json({
 "fields": [
  {"name": "words", "title": "Words", "type": "string"},
  {"name": "whole", "title": "Whole", "type": "integer"},
  {"name": "amount", "title": "Amount", "type": "number"},
  {"name": "agreed", "title": "Agreed", "type": "boolean"},
  {"name": "year", "title": "Year", "type": "year"},
  {"name": "day", "title": "Day", "type": "date"},
  {"name": "code", "title": "Code", "type": "string", "constraints": {"enum": ["1", "2"]}},
  {"name": "codes", "title": "Codes", "type": "string", "makegood": {"frame": "codes", "many": true}},
  {"name": "receipt", "title": "Receipt", "type": "string", "makegood": {"set_by": "system"}},
  {"name": "outcome", "title": "Outcome", "type": "string", "makegood": {"set_by": "handler"}}
 ],
 "makegood": {"name": "kinds", "title": "Kinds", "purpose": "Every kind.", "version": 1, "lawful": {"controllers": ["Aberllyn Council"]}, "subjects": ["none"],
  "frames": {"codes": [{"code": "a", "title": "A"}, {"code": "b", "title": "B"}]},
  "roles": {"submit": [{"role": "contributor"}], "see": [{"role": "contributor"}], "handle": [{"role": "coordinator"}]}}
})json";

Definition kinds() {
  auto read = read_definition(kKinds);
  REQUIRE(read.faults.empty());
  return std::move(read.definition);
}

struct Row {
  const char* name;
  const char* field;
  const char* given;
  const char* text;   ///< null = refused
  const char* back;   ///< JSON on the way out
};

const std::vector<Row> kRows = {
    {"a text", "words", R"("as it was said")", "as it was said", R"("as it was said")"},
    {"a text that looks like a number keeps its noughts", "words", R"("0123")", "0123", R"("0123")"},
    {"a number is no text", "words", "123", nullptr, ""},
    {"yes is no text", "words", "true", nullptr, ""},
    {"a character that ends a string in other languages", "words", R"("a\u0000b")", nullptr, ""},
    {"a whole number", "whole", "7", "7", "7"},
    {"a negative one", "whole", "-7", "-7", "-7"},
    {"a whole number written with a point", "whole", "7.0", "7", "7"},
    {"a number as a text, as forms send it", "whole", R"("7")", "7", "7"},
    {"a large number without an exponent", "amount", "1e21", "1000000000000000000000", "1e+21"},
    {"an amount", "amount", "12.5", "12.5", "12.5"},
    {"a list is no number", "amount", "[1]", nullptr, ""},
    {"yes", "agreed", "true", "true", "true"},
    {"no", "agreed", "false", "false", "false"},
    {"1 is not yes", "agreed", "1", nullptr, ""},
    {"a year", "year", "2026", "2026", "2026"},
    {"a day", "day", R"("2026-03-31")", "2026-03-31", R"("2026-03-31")"},
    {"a day is no number", "day", "20260331", nullptr, ""},
    {"a code that looks like a number is a text", "code", R"("1")", "1", R"("1")"},
    {"and not a number", "code", "1", nullptr, ""},
    {"several codes", "codes", R"(["a", "b"])", "a;b", R"(["a","b"])"},
    {"one code", "codes", R"(["a"])", "a", R"(["a"])"},
    {"no code", "codes", "[]", "", ""},
    {"a code that would be taken for two", "codes", R"(["a;b"])", nullptr, ""},
    {"an object within a list", "codes", R"([{}])", nullptr, ""},
    {"nothing", "words", "null", "", ""},
    {"an object", "words", "{}", nullptr, ""},
};

TEST_CASE("a value comes in as its field has it, or is refused, and goes out as JSON again") {
  const auto definition = kinds();
  for (const auto& row : kRows) {
    CAPTURE(row.name);
    const auto json = parse_sent(std::string("{\"") + row.field + "\": " + row.given + "}");
    REQUIRE(json);
    const auto sent = sent_answers(definition, *json, Moment::submitting);
    if (row.text == nullptr) {
      CHECK(sent.answers.empty());
      REQUIRE(sent.faults.size() == 1);
      CHECK(sent.faults[0].field == row.field);
      continue;
    }
    CHECK(sent.faults.empty());
    CHECK(answer(sent.answers, row.field) == row.text);
    if (std::string(row.back).empty()) continue;
    CHECK(answers_json(definition, sent.answers).at(row.field).dump() == row.back);
  }
}

TEST_CASE("only who handles a record sets a handler's field, and nobody what the register sets itself") {
  const auto definition = kinds();
  const Json given = {{"receipt", "x"}, {"outcome", "x"}};
  CHECK(sent_answers(definition, given, Moment::submitting).faults.size() == 2);
  const auto handling = sent_answers(definition, given, Moment::handling);
  REQUIRE(handling.faults.size() == 1);
  CHECK(handling.faults[0] == SentFault{"receipt", "is set by the register itself"});
}

TEST_CASE("a name that is said twice is refused, however deep") {
  CHECK(parse_sent(R"({"a": {"b": 1}, "c": {"b": 1}})"));
  CHECK_FALSE(parse_sent(R"({"a": 1, "a": 1})"));
  CHECK_FALSE(parse_sent(R"({"a": [{"b": 1, "b": 2}]})"));
  CHECK_FALSE(parse_sent(R"({"a": 1)"));
  CHECK_FALSE(parse_sent(""));
}

TEST_CASE("answers to what is not asked are named, also when it is another answer that changes") {
  const auto definition = test::incidents();
  const Answers before = {{"school", "Harbour Hill"}, {"happened_on", "2023-06-01"}, {"kind", "physical"}};
  const auto faults = check_sent(definition, {{"words", "X"}}, before, Moment::handling);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0] == SentFault{"words", "is not asked, given the other answers"});
  CHECK(check_sent(definition, {{"words", "X"}, {"kind", "verbal"}}, before, Moment::handling).empty());
  CHECK(check_sent(definition, {{"words", ""}}, before, Moment::handling).empty());
}

}  // namespace answers_json_test
