#include "plan/word_difference.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace makegood;

namespace word_difference_test {

// "Train [-all-] {+new+} staff"
std::string shown(const std::vector<WordRun>& runs) {
  std::vector<std::string> parts;
  for (const auto& run : runs)
    parts.push_back(run.kind == WordRunKind::same      ? run.text
                    : run.kind == WordRunKind::removed ? "[-" + run.text + "-]"
                                                       : "{+" + run.text + "+}");
  return join(parts, " ");
}

std::string one_side(const std::vector<WordRun>& runs, WordRunKind left_out) {
  std::vector<std::string> parts;
  for (const auto& run : runs)
    if (run.kind != left_out) parts.push_back(run.text);
  return join(parts, " ");
}

TEST_CASE("where two wordings differ, word by word") {
  struct Row {
    const char* what;
    const char* before;
    const char* after;
    const char* shown;
  };
  for (const auto& row : {Row{"nothing differs", "Train all staff", "Train all staff", "Train all staff"},
                          Row{"a word is another", "Train all staff", "Train new staff", "Train [-all-] {+new+} staff"},
                          Row{"words are added at the end", "Train staff", "Train staff every year", "Train staff {+every year+}"},
                          Row{"words are taken from the start", "By May train staff", "train staff", "[-By May-] train staff"},
                          Row{"case and punctuation count", "Train staff", "train staff.", "[-Train staff-] {+train staff.+}"},
                          Row{"two places differ", "one two three four five", "one 2 three 4 five",
                              "one [-two-] {+2+} three [-four-] {+4+} five"},
                          Row{"white space does not count", " Train \n staff", "Train staff", "Train staff"},
                          Row{"from nothing", "", "Train staff", "{+Train staff+}"},
                          Row{"to nothing", "Train staff", "", "[-Train staff-]"},
                          Row{"both empty", "", "", ""}}) {
    CAPTURE(row.what);
    CHECK(shown(word_difference(row.before, row.after)) == row.shown);
  }
}

TEST_CASE("what is the same and removed makes the older wording, the same and added the newer") {
  unsigned seed = 7;
  const auto random_words = [&] {
    std::vector<std::string> words;
    for (int i = 0; i < 30; ++i) {
      seed = seed * 1103515245U + 12345U;
      if ((seed >> 16U) % 4 != 0) words.push_back(std::string(1, static_cast<char>('a' + (seed >> 18U) % 6)));
    }
    return join(words, " ");
  };
  for (int round = 0; round < 200; ++round) {
    const auto before = random_words(), after = random_words();
    const auto runs = word_difference(before, after);
    CHECK(one_side(runs, WordRunKind::added) == before);
    CHECK(one_side(runs, WordRunKind::removed) == after);
  }
}

TEST_CASE("texts too long to be laid side by side keep their common beginning and end") {
  std::string before = "begin", after = "begin";
  for (int i = 0; i < 2000; ++i) before += " a" + std::to_string(i), after += " b" + std::to_string(i);
  const auto runs = word_difference(before + " end", after + " end");
  REQUIRE(runs.size() == 4);
  CHECK(runs.front() == WordRun{WordRunKind::same, "begin"});
  CHECK(runs.back() == WordRun{WordRunKind::same, "end"});
}

}  // namespace word_difference_test
