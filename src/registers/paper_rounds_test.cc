#include "registers/paper_rounds.h"

#include <doctest/doctest.h>

#include "registers/group_fixture.h"
#include "registers/registers.h"

using namespace makegood;
using namespace makegood::registers;

namespace paper_rounds_test {

Day day(std::string_view iso) { return *Day::parse(iso); }

Record word_of(const std::string& number, const std::string& edition, const std::string& went, const std::string& state, Answers said = {}) {
  said["panel"] = "PANEL";
  said["title"] = "Terms of reference";
  said["edition"] = edition;
  said["number"] = number;
  said["went"] = went;
  said["back_by"] = day(went).plus_days(21).iso();
  return {.id = RecordId("r" + edition + number), .register_name = "rounds", .organisation = {}, .state = state, .recorded = day(went), .entered = day(went), .closed = {}, .answers = std::move(said), .reason = {}};
}

/// "yes 7, yes-but 1, no 0; agree 8 of 10, 2 silent"
std::string said(const RoundCount& count) {
  std::vector<std::string> parts;
  for (const auto& [code, n] : count.by_answer) parts.push_back(code + " " + std::to_string(n));
  return join(parts, ", ") + "; agree " + std::to_string(count.agree) + " of " + std::to_string(count.asked) + ", " + std::to_string(count.silent) + " silent";
}

std::string first_fault(const std::string& from, const std::string& to) {
  auto text = test::kPapers;
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  const auto read = read_definition(text);
  return read.faults.empty() ? "" : read.faults.front().message;
}

TEST_CASE("ten are asked: seven agree, one with a comment, two are silent; a new version asks again") {
  const auto definition = definition_of(test::kPapers).value();
  const auto words = *read_group_words(test::kPapers).circulation;
  std::vector<Record> records;
  for (int i = 1; i <= 10; ++i) {
    Answers answers;
    if (i <= 8) answers = {{"word", i == 8 ? "yes-but" : "yes"}, {"said_on", i == 7 ? "2023-03-25" : "2023-03-10"}};
    if (i == 8) answers["why"] = "Say who may speak for us.";
    records.push_back(word_of("M" + std::to_string(i), "1", "2023-03-03", i <= 8 ? "answered" : "asked", answers));
  }
  const auto once = rounds_of(words, records);
  REQUIRE(once.size() == 1);
  CHECK(said(count_round(definition, words, once[0])) == "yes 7, yes-but 1, no 0; agree 8 of 10, 2 silent");
  CHECK(once[0].answers[6].late);  // due on 24 March
  CHECK_FALSE(once[0].answers[5].late);
  CHECK(once[0].answers[7].comment == "Say who may speak for us.");
  CHECK(once[0].answers[9].silent());

  for (auto& record : records) record.state = "replaced";
  for (int i = 1; i <= 10; ++i) records.push_back(word_of("M" + std::to_string(i), "2", "2023-03-03", "asked"));
  const auto twice = rounds_of(words, records);
  REQUIRE(twice.size() == 2);
  CHECK(twice[0].version == "2");
  CHECK(said(count_round(definition, words, twice[0])) == "yes 0, yes-but 0, no 0; agree 0 of 10, 10 silent");
  CHECK(twice[1].replaced);
  CHECK(said(count_round(definition, words, twice[1])) == "yes 7, yes-but 1, no 0; agree 8 of 10, 2 silent");  // history
}

TEST_CASE("rounds stand newest first, and what still asks before what was replaced") {
  const auto words = *read_group_words(test::kPapers).circulation;
  const auto rounds = rounds_of(words, {word_of("M1", "1", "2023-01-02", "replaced"), word_of("M1", "3", "2023-03-01", "replaced"), word_of("M1", "2", "2023-02-01", "asked")});
  REQUIRE(rounds.size() == 3);
  CHECK(rounds[0].version == "2");
  CHECK(rounds[1].version == "3");
  CHECK(rounds[2].version == "1");
  auto undated = word_of("M1", "4", "2023-02-01", "asked");
  undated.answers.erase("went");
  CHECK(rounds_of(words, {undated}).empty());
}

TEST_CASE("a file is a SHA-256 and a name") {
  const std::string digest(64, 'a');
  CHECK(read_sent_file(write_sent_file({digest, "terms of reference.docx"})) == SentFile{digest, "terms of reference.docx"});
  for (const auto& written : {std::string(), digest, digest + " ", std::string(63, 'a') + " x", std::string(64, 'A') + " x", digest + "x y"}) {
    CAPTURE(written);
    CHECK_FALSE(read_sent_file(written).has_value());
  }
}

TEST_CASE("what a definition says about papers must hold together") {
  struct Row {
    const char *from, *to, *fault;
  };
  const Row rows[] = {
      {"\"member\": \"number\"", "\"member\": \"title\"", "\"title\" leads to no register of members: it needs a key, together with \"panel\", among \"foreignKeys\""},
      {"\"due\": \"back_by\"", "\"due\": \"edition\"", "\"edition\" is no date"},
      {"\"agree\": [\"yes\"", "\"agree\": [\"aye\"", "\"aye\" is not a value that \"word\" can have"},
      {"\"answer\": \"word\"", "\"answer\": \"edition\"", "\"yes\" is not a value that \"edition\" can have"},
      {"\"post\": \"office\"", "\"post\": \"edition\"", "\"edition\" does not refer to a post"},
      {"\"replaced\": \"replaced\"}", "\"replaced\": \"asked\"}", "no move leads from \"asked\" to \"asked\""},
      {"{\"asked\": \"asked\"", "{\"asked\": \"answered\"", "records begin as \"asked\", not as \"answered\""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.to);
    CHECK(first_fault(row.from, row.to) == row.fault);
  }
}

}  // namespace paper_rounds_test
