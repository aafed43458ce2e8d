#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "words/embedded.h"
#include "words/refusal_words.h"

using namespace makegood;

namespace {

// A language in which every sentence is its places in square brackets, so that the tests say what was put where.
const Sentences& in_brackets() {
  static const auto made = Sentences::from({
      {"say why", "SAY WHY"},
      {"say why it is erased", "ERASED: SAY WHY"},
      {"it is empty", "EMPTY"},
      {"nothing was changed, for it cannot be done in every item: {}", "NOTHING DONE: [{0}]"},
      {"nothing was changed: {}", "NOTHING: [{0}]"},
      {"the start, {}, is after the due date, {}", "[{1}] < [{0}]"},
      {"there is no day {}-{}-{}", "NO [{0}] [{1}] [{2}]"},
      {"no date can be read from \"{}\"", "NO DATE IN \"{0}\""},
      {"publication is paused {}: {}", "PAUSED [{0}] [{1}]"},
      {"until {}", "UNTIL [{0}]"},
      {"for now", "FOR NOW"},
      {"{} of {} is {:.1f}, not {}", "[{0}] [{1}] [{2}] [{3}]"},
      {"{} is missing", "MISSING [{0}]"},
      {"{} minutes", "[{0}] MINUTES"},
      {"{} has spoken since you opened this: read it, then send again", "SPOKEN [{0}]"},
      {"try again in {}", "AGAIN [{0}]"},
      {"a report can be written as {}", "AS [{0}]"},
      {"a report can be written as {}, not as \"{}\"", "AS [{0}] NOT \"{1}\""},
      {"two things{}", "TWO[{0}][{0}]"},
      {"the secret is {}", "THE SECRET"},
      {"fill in \"{}\" before it becomes \"{}\"", "BEFORE \"{1:title}\" FILL IN \"{0:title}\""},
      {"{} is a web page", "WEB [{0:title}]"},
      {"choose one of {}", "ONE OF [{0:title}]"},
  });
  REQUIRE(made.has_value());
  return *made;
}

}  // namespace

TEST_CASE("a sentence is found again, with what was put into it") {
  struct Row {
    const char* name;
    const char* english;
    const char* expected;
  };
  const Row rows[] = {
      {"the sentence itself", "say why", "SAY WHY"},
      {"a longer one that begins alike is another", "say why it is erased", "ERASED: SAY WHY"},
      {"one that is not there", "say when", ""},
      {"nothing at all", "", ""},
      {"a capital makes another sentence", "Say why", ""},
      {"places may change their order", "the start, 5, is after the due date, 4", "[4] < [5]"},
      {"how a number is written makes no difference", "3 of 4 is 75.0, not 80", "[3] [4] [75.0] [80]"},
      {"places next to a hyphen", "there is no day 2023-02-30", "NO [2023] [02] [30]"},
      {"an empty place", "two things", "TWO[][]"},
      {"a place that is used twice", "two things: x", "TWO[: x][: x]"},
      {"a place that is left out", "the secret is 42", "THE SECRET"},
      {"most words of its own, where several begin alike", "a report can be written as html, not as \"gif\"", "AS [html] NOT \"gif\""},
      {"fewer where the others do not fit", "a report can be written as html", "AS [html]"},
      {"a refusal inside a refusal", "nothing was changed, for it cannot be done in every item: say why", "NOTHING DONE: [SAY WHY]"},
      {"inside of that a phrase", "nothing was changed: publication is paused until 31 March 2023: say why", "NOTHING: [PAUSED [UNTIL [31 Mawrth 2023]] [SAY WHY]]"},
      {"a phrase that begins with a number", "try again in 5 minutes", "AGAIN [[5] MINUTES]"},
      {"a date in words", "try again in 1 December 2026", "AGAIN [1 Rhagfyr 2026]"},
      {"no date", "try again in 1 Decembers 2026", "AGAIN [1 Decembers 2026]"},
      {"no date either", "try again in 123 December 2026", "AGAIN [123 December 2026]"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(in_brackets().say(row.english) == row.expected);
  }
}

TEST_CASE("what somebody typed is not taken for words of ours") {
  struct Row {
    const char* name;
    const char* english;
    const char* expected;
  };
  const Row rows[] = {
      {"a sentence of ours in quotation marks is a quotation", "no date can be read from \"say why\"", "NO DATE IN \"say why\""},
      {"so is a date there", "no date can be read from \"31 March 2023\"", "NO DATE IN \"31 March 2023\""},
      {"quotation marks in it", "no date can be read from \"\"\"", "NO DATE IN \"\"\""},
      {"places in it", "no date can be read from \"{0} {} {9}\"", "NO DATE IN \"{0} {} {9}\""},
      {"a reason that ends like another sentence", "publication is paused for now: proof is missing", "PAUSED [FOR NOW] [proof is missing]"},
      {"one that ends like a longer sentence", "publication is paused for now: a has spoken since you opened this: read it, then send again",
       "PAUSED [FOR NOW] [a has spoken since you opened this: read it, then send again]"},
      {"a line break", "publication is paused for now: one\ntwo", "PAUSED [FOR NOW] [one\ntwo]"},
      {"bytes that are no UTF-8", "publication is paused for now: \xff\xfe", "PAUSED [FOR NOW] [\xff\xfe]"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(in_brackets().say(row.english) == row.expected);
  }
}

TEST_CASE("a title of ours is said in the reader's language where the sentence has one, and nowhere else") {
  const Titles titles = [](std::string_view english) -> std::string {
    if (english == "Date") return "DYDDIAD";
    if (english == "Closed") return "AR GAU";
    return english == "handler" ? "TRAFODWR" : "";
  };
  struct Row {
    const char* name;
    const char* english;
    const char* expected;
  };
  const Row rows[] = {
      {"in quotation marks", "fill in \"Date\" before it becomes \"Closed\"", "BEFORE \"AR GAU\" FILL IN \"DYDDIAD\""},
      {"one of two", "fill in \"Note\" before it becomes \"Closed\"", "BEFORE \"AR GAU\" FILL IN \"Note\""},
      {"without them", "Date is a web page", "WEB [DYDDIAD]"},
      {"one that nobody knows", "Note is a web page", "WEB [Note]"},
      {"a list", "choose one of handler, Date", "ONE OF [TRAFODWR, DYDDIAD]"},
      {"a list with one that nobody knows", "choose one of handler, owner", "ONE OF [handler, owner]"},
      {"what somebody typed", "no date can be read from \"Date\"", "NO DATE IN \"Date\""},
      {"another's words in a place that has no title", "nothing was changed: Date", "NOTHING: [Date]"},
      {"a refusal inside a refusal", "nothing was changed: fill in \"Date\" before it becomes \"Closed\"", "NOTHING: [BEFORE \"AR GAU\" FILL IN \"DYDDIAD\"]"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(in_brackets().say(row.english, titles) == row.expected);
  }
  CHECK(in_brackets().say("Date is a web page") == "WEB [Date]");
}

TEST_CASE("a long text takes no long time, and one that is too long is left as it is") {
  std::string deep;
  while (deep.size() < kLongestSentence - 100) deep += "nothing was changed: ";
  const auto begun = std::chrono::steady_clock::now();
  CHECK(in_brackets().say(deep + "say why").starts_with("NOTHING: [NOTHING: [NOTHING: [NOTHING: [nothing was changed: "));
  CHECK(in_brackets().say("there is no day " + std::string(kLongestSentence - 20, '-')).starts_with("NO [] [] [---"));
  CHECK(in_brackets().say(std::string(kLongestSentence - 20, '{')).empty());
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(1));
  CHECK(in_brackets().say("publication is paused for now: " + std::string(kLongestSentence, 'x')).empty());
}

TEST_CASE("a catalogue with a place that cannot be is refused") {
  CHECK_FALSE(Sentences::from({{"a {", "b"}}).has_value());
  for (const char* text : {"{1}", "{}", "{x}", "{", "{-1}", "{00000000000000000001}", "{99}", "{0:titel}", "{:title}", "{title}"}) {
    CAPTURE(text);
    CHECK_FALSE(Sentences::from({{"a {}", text}}).has_value());
  }
}

TEST_CASE("every place of an English sentence is in the Welsh one") {
  const auto entries = read_mo(refusals_welsh_mo());
  REQUIRE(entries.has_value());
  REQUIRE(entries->size() > 500);
  CHECK(Sentences::from(*entries).has_value());
  for (const auto& entry : *entries) {
    int places = 0;
    for (auto at = entry.key.find('{'); at != std::string_view::npos; at = entry.key.find('{', at + 1)) ++places;
    CAPTURE(entry.key);
    for (int n = 0; n < places; ++n) {
      const auto place = "{" + std::to_string(n);
      CHECK((entry.text.find(place + "}") != std::string_view::npos || entry.text.find(place + ":title}") != std::string_view::npos));
    }
    CHECK(entry.key.ends_with('.') == entry.text.ends_with('.'));
  }
}

TEST_CASE("Welsh says which language it came out in") {
  CHECK(said_in(Language::cy, "say why").language == Language::cy);
  CHECK(said_in(Language::cy, "say why").text != "say why");
  CHECK(said_in(Language::cy, "words that nobody translated").text == "words that nobody translated");
  CHECK(said_in(Language::cy, "words that nobody translated").language == Language::en);
  CHECK(said_in(Language::en, "say why").text == "say why");
  CHECK(said_in(Language::pseudo, "say why").language == Language::en);
}

TEST_CASE("a sentence begins with a capital and ends with a full stop") {
  struct Row {
    const char* given;
    const char* line;
    const char* alone;
  };
  const Row rows[] = {{"say why", "Say why", "Say why."},
                      {"The file is empty.", "The file is empty.", "The file is empty."},
                      {"who are you?", "Who are you?", "Who are you?"},
                      {"\"x\" is not a number", "\"x\" is not a number", "\"x\" is not a number."},
                      {"ŵyn", "Ŵyn", "Ŵyn."},
                      {"the row has 3", "The row has 3", "The row has 3."},
                      {"", "", ""}};
  for (const auto& row : rows) {
    CHECK(capitalised(row.given) == row.line);
    CHECK(whole_sentence(row.given) == row.alone);
  }
}
