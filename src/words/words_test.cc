#include <doctest/doctest.h>

#include <unicode/msgfmt.h>
#include <unicode/plurrule.h>

#include "words/message.h"
#include "words/mo_file.h"
#include "words/speech.h"
#include "words/words.h"

using namespace makegood;

namespace words_test {

std::string said(std::string_view pattern, Arguments arguments, Language language = Language::en) {
  const Speech speech(language);
  const auto message = Message::compile(pattern, speech.grammar());
  REQUIRE_MESSAGE(message.has_value(), pattern);
  return message->format(arguments, speech.grammar());
}

TEST_CASE("a message says its arguments") {
  struct Row {
    const char* name;
    const char* pattern;
    Arguments arguments;
    const char* expected;
  };
  const char* items = "{n, plural, =0 {no items} one {one item} other {# items}}";
  const Row rows[] = {
      {"plain text", "Plans", {}, "Plans"},
      {"a named argument", "Due {when}", {{"when", "soon"}}, "Due soon"},
      {"the same twice", "{a}{a}", {{"a", "x"}}, "xx"},
      {"a whole number is grouped", "{n}", {{"n", 1234567}}, "1,234,567"},
      {"a negative number is grouped", "{n}", {{"n", -1234}}, "-1,234"},
      {"a fraction", "{n}", {{"n", 2.5}}, "2.5"},
      {"a day in words", "by {d}", {{"d", Day::last_of_month(2023, 3)}}, "by 31 March 2023"},
      {"exact plural", items, {{"n", 0}}, "no items"},
      {"one", items, {{"n", 1}}, "one item"},
      {"other, with the number", items, {{"n", 1200}}, "1,200 items"},
      {"offset", "{n, plural, offset:1 =1 {you} one {you and one more} other {you and # more}}", {{"n", 3}}, "you and 2 more"},
      {"select", "{k, select, theme {a theme} other {an item}}", {{"k", "theme"}}, "a theme"},
      {"select falls to other", "{k, select, theme {a theme} other {an item}}", {{"k", "?"}}, "an item"},
      {"a plural inside a select", "{k, select, a {{n, plural, one {1 a} other {# as}}} other {-}}", {{"k", "a"}, {"n", 2}}, "2 as"},
      {"a quoted brace", "'{'x'}' it''s", {}, "{x} it's"},
      {"an argument that nobody gave is seen", "Due {when}", {}, "Due {when}"},
      {"braces in an argument stay as they are", "{a}", {{"a", "{b} #"}}, "{b} #"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(said(row.pattern, row.arguments) == row.expected);
  }
}

TEST_CASE("Welsh counts in six forms") {
  const char* pattern = "{n, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}";
  const std::pair<int, const char*> rows[] = {{0, "zero"}, {1, "one"}, {2, "two"},   {3, "few"},
                                              {4, "other"}, {6, "many"}, {7, "other"}, {103, "other"}};
  for (const auto& [n, expected] : rows) {
    CAPTURE(n);
    CHECK(said(pattern, {{"n", n}}, Language::cy) == expected);
  }
}

TEST_CASE("broken or unknown patterns are refused") {
  const Speech speech(Language::en);
  for (const char* pattern : {"{", "{n, plural, one {x}}", "{d, date}", "{n, number, percent}", "{n, choice, 0#a|1#b}"}) {
    CAPTURE(pattern);
    CHECK_FALSE(Message::compile(pattern, speech.grammar()).has_value());
  }
}

TEST_CASE("messages say what ICU itself says") {
  const char* patterns[] = {"{n, plural, =0 {none} zero {z #} one {o #} two {t #} few {f #} many {m #} other {x #}}",
                            "a ''{n}'' '{'b'}' {n, plural, offset:2 =0 {q} one {w #} other {e #}}"};
  for (const auto language : {Language::en, Language::cy}) {
    for (const char* pattern : patterns) {
      for (int n = 0; n < 120; ++n) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::MessageFormat oracle(icu::UnicodeString::fromUTF8(pattern),
                                        icu::Locale(language == Language::cy ? "cy" : "en"), status);
        const icu::UnicodeString names[] = {"n"};
        const icu::Formattable values[] = {icu::Formattable(n)};
        icu::UnicodeString out;
        oracle.format(names, values, 1, out, status);
        REQUIRE(U_SUCCESS(status));
        std::string expected;
        out.toUTF8String(expected);
        CAPTURE(n);
        CHECK(said(pattern, {{"n", n}}, language) == expected);
      }
    }
  }
}

TEST_CASE("days and numbers in words") {
  const auto en = Words::for_language(Language::en), cy = Words::for_language(Language::cy);
  const Day day = *Day::parse("2022-12-06");
  CHECK(en.date(day) == "6 December 2022");
  CHECK(cy.date(day) == "6 Rhagfyr 2022");
  CHECK(en.short_date(day) == "6 Dec 2022");
  CHECK(en.weekday_date(day) == "Tuesday 6 December 2022");
  CHECK(cy.weekday_date(day) == "Dydd Mawrth 6 Rhagfyr 2022");
  CHECK(cy.month(day) == "Rhagfyr 2022");
  CHECK(en.number(std::int64_t{1234}) == "1,234");
  CHECK(en.list({"a"}) == "a");
  CHECK(en.list({"a", "b", "c"}) == "a, b and c");
  CHECK(cy.list({"heddlu", "cyngor"}) == "heddlu a cyngor");
  CHECK(cy.list({"heddlu", "ysgol"}) == "heddlu ac ysgol");
  CHECK(en.list({}).empty());
}

TEST_CASE("fixed places round ties away from zero") {
  struct Row {
    double n;
    int places;
    const char* expected;
  };
  const Row rows[] = {{5.25, 1, "5.3"},  {1.25, 1, "1.3"},   {-1.25, 1, "-1.3"}, {0.04, 1, "0.0"},     {-0.04, 1, "0.0"},
                      {9.95, 1, "10.0"}, {999.5, 0, "1,000"}, {1234.5, 2, "1,234.50"}, {0.5, 0, "1"}, {7, 0, "7"},
                      {1e21, 0, "1,000,000,000,000,000,000,000"}, {2.675, 2, "2.68"}};
  for (const auto& row : rows) {
    CAPTURE(row.n);
    CHECK(fixed(row.n, row.places) == row.expected);
  }
  CHECK(fixed(std::numeric_limits<double>::infinity(), 1).empty());
}

TEST_CASE("an unknown key stands out, and a Welsh text says that it is Welsh") {
  const auto en = Words::for_language(Language::en), cy = Words::for_language(Language::cy);
  CHECK(en("no.such.key") == "[no.such.key]");
  CHECK(en("component.error") == "Error");
  CHECK(cy("component.error") == "Gwall");
  CHECK(cy.text("component.error").language == Language::cy);
  CHECK(cy.tag() == "cy");
}

TEST_CASE("the pseudo language has no plain letter but in arguments") {
  const auto pseudo = Words::for_language(Language::pseudo);
  CHECK(pseudo("component.error") == "[Éřřóř]");
  CHECK(pseudo("component.page_number", {{"n", "x"}}) == "[Þáğé x]");
  CHECK(pseudo.date(*Day::parse("2023-05-01")) == "1 Ɱáý 2023");
}

TEST_CASE("a catalogue file is read within its bounds") {
  CHECK_FALSE(read_mo("").has_value());
  CHECK_FALSE(read_mo("not a catalogue at all").has_value());
  const std::string head("\xde\x12\x04\x95\0\0\0\0\1\0\0\0\x1c\0\0\0\x24\0\0\0\0\0\0\0\0\0\0\0", 28);
  const std::string table("\1\0\0\0\x2c\0\0\0\2\0\0\0\x2e\0\0\0", 16);
  const auto whole = head + table + std::string("k\0ab\0", 5);
  const auto entries = read_mo(whole);
  REQUIRE(entries.has_value());
  REQUIRE(entries->size() == 1);
  CHECK(entries->front().key == "k");
  CHECK(entries->front().text == "ab");
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(read_mo(whole.substr(0, size)).has_value());
}

}  // namespace words_test
