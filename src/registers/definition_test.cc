#include <doctest/doctest.h>

#include "registers/fixture.h"
#include "registers/json_lines.h"

using namespace makegood;
using namespace makegood::test;

namespace definition_test {

TEST_CASE("a register is read whole") {
  const auto read = read_definition(kRegister);
  for (const auto& fault : read.faults) FAIL_CHECK(fault.line << ": " << fault.message);
  const auto& d = read.definition;
  CHECK(d.name == "incidents");
  CHECK(d.title.in("cy") == "Digwyddiadau");
  REQUIRE(d.fields.size() == 9);
  CHECK(d.field("words")->shown_if->field == "kind");
  CHECK(d.field("ethnicity")->holds == Holds::special_category);
  CHECK_FALSE(d.field("ethnicity")->for_the_case);
  CHECK(d.field("reviewer")->set_by == SetBy::handler);
  CHECK(d.state("reviewed")->moves == std::vector<std::string>{"reported", "closed"});
  CHECK(d.returns->every == Every::term);
  CHECK(d.roles.submit.front().own);
  CHECK(d.needs_dpia());
  CHECK(d.first_state() == "reported");
}

TEST_CASE("what contradicts itself is refused with its line and the reason") {
  struct Row {
    const char* what;
    std::string text;
    const char* says;
  };
  const Row rows[] = {
      {"a slip in a member's name", with_change("\"purpose\"", "\"porpose\""), "\"porpose\" is not a member"},
      {"a field named twice", with_change("\"name\": \"author\"", "\"name\": \"school\""), "the field \"school\" is there twice"},
      {"a page that is not there", with_change("{\"page\": \"where\"}", "{\"page\": \"when\"}"), "page \"when\", which is not there"},
      {"a page on which nothing is asked", with_change("{\"name\": \"where\", \"title\": \"Where and when\"}", "{\"name\": \"where\", \"title\": \"W\"}, {\"name\": \"who\", \"title\": \"Who\"}"), "nothing is asked on the page \"who\""},
      {"a code frame that nobody has", with_change("ethnicity-2021", "ethnicity-3021"), "neither here nor shipped"},
      {"a condition on a field that is not there", with_change("{\"field\": \"kind\"", "{\"field\": \"sort\""), "depends on \"sort\", which is not there"},
      {"a condition on a later question", with_change("{\"field\": \"kind\", \"in\": [\"verbal\"]}", "{\"field\": \"pupils\", \"filled\": true}"), "which is asked later"},
      {"a condition on a value that cannot be", with_change("\"in\": [\"verbal\"]", "\"in\": [\"sung\"]"), "\"sung\" is not a value that \"kind\" can have"},
      {"a move to a state that is not there", with_change("\"moves\": [\"reviewed\"]", "\"moves\": [\"seen\"]"), "moves to \"seen\", which is not there"},
      {"a state that cannot be reached", with_change("\"reported\", \"closed\"]", "\"reported\"]"), "\"closed\" cannot be reached"},
      {"a final state that is open to its sender", with_change("\"final\": true", "\"final\": true, \"sender\": true"), "cannot be open to its sender"},
      {"a state that cannot be left", with_change("\"final\": true", "\"final\": false"), "cannot be left"},
      {"special category data without a condition", with_change("\"article_9\": \"g\", \"schedule_1\": \"8\",", ""), "\"article_9\" or \"part_3\" is missing"},
      {"a condition without its paragraph", with_change("\"schedule_1\": \"8\",", ""), "needs \"schedule_1\""},
      {"consent as a basis for pupils", with_change("\"article_6\": \"e\"", "\"article_6\": \"a\""), "consent is no basis for pupils"},
      {"protected data that opens at once", with_change("\"opens\": \"dpia\"", "\"opens\": \"at_once\""), "\"opens\" is \"dpia\""},
      {"monitoring data that a decision needs", with_change("\"needs\": [\"reviewer\"]", "\"needs\": [\"ethnicity\"]"), "may not feed a decision"},
      {"monitoring data shown to who decides", with_change("\"seen_by\": [\"analyst\"]", "\"seen_by\": [\"coordinator\"]"), "decides about cases"},
      {"personal data kept for ever", with_change("\"retention\": {\"years\": 6, \"from\": \"closed\"},", ""), "there is no \"retention\""},
      {"protected data that is public", with_change("\"case\": false", "\"public\": true, \"case\": false"), "cannot be public"},
      {"own records of nobody", with_change("\"organisation\": \"school\", ", ""), "\"own\" needs \"organisation\""},
      {"a pattern that is none", with_change("\"minimum\": 1,", "\"pattern\": \"[\", \"minimum\": 1,"), "no regular expression"},
      {"a minimum above the maximum", with_change("\"minimum\": 1,", "\"minimum\": 100,"), "minimum above its maximum"},
      {"nobody may submit", with_change("\"submit\": [{\"role\": \"contributor\", \"of\": \"own\"}]", "\"submit\": []"), "nobody may submit"},
      {"a condition on what is no date", with_change("{\"field\": \"kind\", \"in\": [\"verbal\"]}", "{\"field\": \"happened_on\", \"in\": [\"soon\"]}"), "\"soon\" is not a value that \"happened_on\" can have"},
      {"a number that has a length", with_change("\"minimum\": 1,", "\"maxLength\": 3, \"minimum\": 1,"), "is no text and has no length"},
      {"a first day that is none", with_change("2000-01-01", "2000-13-01"), "is no value that it can have: 2000-13-01"},
      {"a text that has a minimum", with_change("\"maxLength\": 200", "\"minimum\": 3"), "no number or date and has no minimum"},
      {"a value that is listed twice", with_change("\"maxLength\": 200", "\"enum\": [\"a\", \"a\"]"), "the value \"a\" is there twice"},
      {"two lists of the same values", with_change("\"title\": \"Ethnic group\",", "\"title\": \"Ethnic group\", \"constraints\": {\"enum\": [\"x\"]},"), "both \"enum\" and \"frame\""},
      {"a listed value that is no number", with_change("\"minimum\": 1,", "\"enum\": [\"many\"], \"minimum\": 1,"), "\"many\" is no value that \"pupils\" can have"},
      {"a date of several lines", with_change("\"makegood\": {\"page\": \"where\"}", "\"makegood\": {\"page\": \"where\", \"long\": true}"), "is no free text"},
      {"a date that is kept as a ward", with_change("\"makegood\": {\"page\": \"where\"}", "\"makegood\": {\"page\": \"where\", \"snap\": \"ward\"}"), "is no place"},
      {"a word for two choices", with_change("\"title\": \"Somebody was hurt\"", "\"title\": \"Somebody was hurt\", \"also\": [\"Verbal\"]"), "\"Verbal\" means \"verbal\" as well as \"physical\""},
      {"a key that is not always asked", with_change("\"missingValues\"", "\"primaryKey\": [\"words\"], \"missingValues\""), "which is not always asked"},
      {"a count that would tell an answer", with_change("\"by\": [\"kind\", \"ethnicity\"]", "\"by\": [\"words\"]"), "a count by it would tell what it says"},
      {"states that nobody moves a record through", with_change("\"handle\": [{\"role\": \"coordinator\"}]", "\"handle\": []"), "nobody may move a record"},
      {"a version before the first", with_change("\"version\": 1", "\"version\": 0"), "begins with 1"},
      {"a member that is said twice", with_change("\"version\": 1", "\"version\": 1,\n\"version\": 2"), "\"version\" is said twice in one object"},
      {"a file in another encoding", with_change("Incidents", "Incid\xEAnts"), "not UTF-8"},
      {"not JSON", "{", "JSON"},
      {"no register", "{\"fields\": []}", "\"makegood\" is missing"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    REQUIRE_FALSE(row.text.empty());
    const auto read = read_definition(row.text);
    bool found = false;
    for (const auto& fault : read.faults) found = found || fault.message.find(row.says) != std::string::npos;
    for (const auto& fault : read.faults) if (!found) MESSAGE(fault.line << ": " << fault.message);
    CHECK(found);
  }
}

TEST_CASE("a fault names the line of its member") {
  const auto read = read_definition(with_change("\"frame\": \"kind\"", "\"frame\": \"sort\""));
  REQUIRE_FALSE(read.faults.empty());
  CHECK(read.faults.front().line == 8);  // counted by hand in fixture.h
  const auto twice = read_definition(with_change("\"title\": \"Date\"", "\n\"title\": \"Date\", \"title\": \"Day\""));
  REQUIRE(twice.faults.size() == 1);
  CHECK(twice.faults.front().line == 6);
  const auto latin = read_definition(with_change("\"title\": \"Date\"", "\"title\": \"D\xE2te\""));
  REQUIRE(latin.faults.size() == 1);
  CHECK(latin.faults.front().line == 5);
  const auto refused = definition_of(with_change("\"frame\": \"kind\"", "\"frame\": \"sort\""));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.starts_with("line 8: "));
}

TEST_CASE("lines of members") {
  const registers::JsonLines lines("{\n\"a\": [1,\n {\"b\": \"{[\"},\n 3],\n\"c\": {}}");
  struct Row {
    const char* pointer;
    int line;
  };
  for (const auto& row : {Row{"/a", 2}, Row{"/a/0", 2}, Row{"/a/1", 3}, Row{"/a/1/b", 3}, Row{"/a/2", 4}, Row{"/c", 5}, Row{"/c/gone", 5}, Row{"/gone", 1}}) {
    CAPTURE(row.pointer);
    CHECK(lines.of(row.pointer) == row.line);
  }
}

}  // namespace definition_test
