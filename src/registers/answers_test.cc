#include <doctest/doctest.h>

#include "registers/fixture.h"

using namespace makegood;
using namespace makegood::test;

namespace answers_test {

Answers good() { return {{"school", "Harbour Hill"}, {"happened_on", "2026-03-02"}, {"kind", "physical"}}; }

std::string told(const std::vector<RegisterFault>& faults) {
  std::string text;
  for (const auto& fault : faults) text += sentence(incidents(), fault) + "\n";
  return text;
}

TEST_CASE("answers take their one written form") {
  struct Row {
    const char *field, *given, *kept;
  };
  const Row rows[] = {
      {"happened_on", "2/3/2026", "2026-03-02"},
      {"happened_on", "2026-03-02T10:15:00+00:00", "2026-03-02"},
      {"kind", "something was SAID", "verbal"},
      {"kind", "verbal", "verbal"},
      {"pupils", " 12 ", "12"},
      {"author", "  Head of year ", "Head of year"},
  };
  const auto d = incidents();
  for (const auto& row : rows) {
    CAPTURE(row.given);
    auto answers = good();
    answers[row.field] = row.given;
    if (std::string_view(row.kept) == "verbal") answers["words"] = "a word";
    CHECK(told(AnswerCheck(d)(answers, Moment::submitting)).empty());
    CHECK(answer(answers, row.field) == row.kept);
  }
}

TEST_CASE("what may not stand is told by field") {
  struct Row {
    const char *field, *given, *says;
  };
  const Row rows[] = {
      {"school", "", "School is missing"},
      {"happened_on", "31/02/2026", "Date must be a real date"},
      {"happened_on", "1999-12-31", "Date must be 2000-01-01 or more"},
      {"happened_on", "0026-03-02", "Date must be a real date"},
      {"kind", "sung", "not among the choices: sung"},
      {"pupils", "0", "How many pupils must be 1 or more"},
      {"pupils", "51", "How many pupils must be 50 or less"},
      {"pupils", "1.5", "must be a whole number"},
      {"pupils", "some", "must be a number"},
  };
  const auto d = incidents();
  for (const auto& row : rows) {
    CAPTURE(row.given);
    auto answers = good();
    answers[row.field] = row.given;
    CHECK(told(AnswerCheck(d)(answers, Moment::submitting)).find(row.says) != std::string::npos);
  }
}

TEST_CASE("a question that is not asked has no answer") {
  const auto d = incidents();
  auto answers = good();
  answers["words"] = "left over from another choice";
  CHECK(AnswerCheck(d)(answers, Moment::submitting).empty());
  CHECK_FALSE(answers.contains("words"));
  answers["kind"] = "verbal";
  CHECK(told(AnswerCheck(d)(answers, Moment::submitting)) == "What was said is missing\n");
  answers["words"] = std::string(201, 'x');
  CHECK(told(AnswerCheck(d)(answers, Moment::submitting)) == "What was said must have 200 characters or fewer\n");
}

TEST_CASE("a file keeps a code that nobody knows, and it counts as unmapped") {
  const auto d = incidents();
  auto answers = good();
  answers["ethnicity"] = "Martian";
  CHECK(AnswerCheck(d)(answers, Moment::importing).empty());
  CHECK(answer(answers, "ethnicity") == "Martian");
  CHECK(coded(d, *d.field("ethnicity"), "Martian") == kUnmapped);
  CHECK(coded(d, *d.field("kind"), "verbal") == "verbal");
  CHECK(told(AnswerCheck(d)(answers, Moment::submitting)).find("not among the choices") != std::string::npos);
}

TEST_CASE("a shipped frame reads the words of other systems, and what says nothing is not stated") {
  const auto d = incidents();
  const auto& field = *d.field("ethnicity");
  struct Row {
    const char *written, *code;
  };
  for (const auto& row : {Row{"White - English/Welsh/Scottish/Northern Irish/British", "WBR"}, Row{"Asian/Asian British - Pakistani", "APK"},
                          Row{"Black/African/Caribbean/Black British - Caribbean", "BCA"}, Row{"Mixed/Multiple ethnic groups - White and Black Caribbean", "MWC"},
                          Row{"White - Any other White background", "WOT"}, Row{"Asian or Asian British", "Asian"}, Row{"WIR", "WIR"},
                          Row{"Other ethnic group - Not stated", ""}, Row{"Prefer not to say", ""}, Row{"Martian", "unmapped"}}) {
    CAPTURE(std::string(row.written));
    CHECK(coded(d, field, row.written) == row.code);
  }
  auto answers = good();
  answers["ethnicity"] = "White - Irish";
  CHECK(AnswerCheck(d)(answers, Moment::importing).empty());
  CHECK(answer(answers, "ethnicity") == "WIR");
}

TEST_CASE("columns are known by name, by title and by other systems' headings") {
  const auto d = incidents();
  const auto map = map_columns(d, {"Establishment", "DATE", "kind", "How many pupils?", "Mood"});
  REQUIRE(map.fields.size() == 5);
  CHECK(map.fields[0] == 0);
  CHECK(map.fields[1] == 1);
  CHECK(map.fields[2] == 2);
  CHECK(map.fields[3] == 4);
  CHECK_FALSE(map.fields[4]);
  CHECK(map.unknown == std::vector<std::string>{"Mood"});
  CHECK(map.missing.empty());
  CHECK(map_columns(d, {"school"}).missing == std::vector<std::string>{"Date", "What happened"});
  CHECK(map_columns(d, {"school", "Establishment"}).twice == std::vector<std::string>{"School"});
  const auto answers = row_answers(d, map, {"Harbour Hill", "n/a", " verbal ", "", "x"});
  CHECK(answers == Answers{{"school", "Harbour Hill"}, {"kind", "verbal"}});
}

}  // namespace answers_test
