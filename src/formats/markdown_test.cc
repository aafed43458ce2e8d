#include "formats/markdown.h"

#include <doctest/doctest.h>

#include "formats/dump.h"

using namespace makegood;

namespace markdown_test {

std::string read(std::string_view text) {
  const auto document = read_markdown(text);
  return document ? formats::dump(document->blocks) : document.error().message;
}

TEST_CASE("Markdown as converters leave it") {
  struct {
    const char* name;
    const char* text;
    const char* expected;
  } rows[] = {
      {"headings of both kinds", "# One\n\nTwo\n---\n\n### Three ###\n", "h1 One\nh2 Two\nh3 Three\n"},
      {"emphasis goes from the text and is kept where it is the whole block",
       "**All bold**\n\n*Leaning*\n\nOnly *some* of it\n\n<u>Under</u>\n",
       "p <b>All bold\np <i>Leaning\np Only some of it\np <u>Under\n"},
      {"a hard break is a line break, a soft one a space", "One  \nTwo\nThree\n", "p One\\nTwo Three\n"},
      {"lists with their markers and levels", "- One\n- Two\n  1. Inner\n  2. Next\n",
       "li \xE2\x80\xA2 One\nli \xE2\x80\xA2 Two\nli1 1. Inner\nli1 2. Next\n"},
      {"a numbered list that begins elsewhere", "4. Four\n5. Five\n", "li 4. Four\nli 5. Five\n"},
      {"a letter in a bullet item is its marker", "- i. *Improve communication.*\n- j. Use media.\n",
       "li i. <i>Improve communication.\nli j. Use media.\n"},
      {"initials are no marker", "- A. Name reports\n", "li \xE2\x80\xA2 A. Name reports\n"},
      {"an arrow begins a list item", "\xE2\x9E\xA4 We will monitor.\n", "li \xE2\x9E\xA4 We will monitor.\n"},
      {"loose lists keep one marker an item", "- One\n\n- Two\n\n  more\n", "li \xE2\x80\xA2 One\nli \xE2\x80\xA2 Two\np more\n"},
      {"a pipe table", "| Ref | Action |\n|--|--|\n| 1.1 | Do it |\n", "table\nhead | Ref | Action\nrow | 1.1 | Do it\n"},
      {"a row with fewer cells is filled up, one with more is cut as Markdown says",
       "|A|B|\n|--|--|\n|1|\n|1|2|3|\n", "table\nhead | A | B\nrow | 1 |\nrow | 1 | 2\n"},
      {"paragraphs and entities in a cell", "|A|B|\n|--|--|\n| <p>Do &amp; be</p> <p>More</p> | x |\n",
       "table\nhead | A | B\nrow | p Do & be / p More | x\n"},
      {"a list without items, bullets as characters", "|A|\n|--|\n| <ul style=\"x\"> \xE2\x80\xA2 One; \xE2\x80\xA2 Two <p>Commitment:</p> |\n",
       "table\nhead | A\nrow | li \xE2\x80\xA2 One; / li \xE2\x80\xA2 Two / p Commitment:\n"},
      {"a list without items, letters before each", "|A|\n|--|\n| <ul> a. <i>First in 2. part</i> b. <i>Second</i> |\n",
       "table\nhead | A\nrow | li a. <i>First in 2. part / li b. <i>Second\n"},
      {"numbers in a loose list that do not follow on are text", "|A|\n|--|\n| <ul> a. One <i>5.</i> of all </ul> |\n",
       "table\nhead | A\nrow | li a. One 5. of all\n"},
      {"a bullet inside an item is not said twice", "|A|\n|--|\n| <ul><li>\xE2\x80\xA2 One</li></ul> |\n",
       "table\nhead | A\nrow | li \xE2\x80\xA2 One\n"},
      {"an escaped pipe", "|A|B|\n|--|--|\n| x \\| y | z |\n", "table\nhead | A | B\nrow | x | y | z\n"},
      {"an empty header row is no row", "| | |\n|--|--|\n| More text | |\n", "table\nrow | More text |\n"},
      {"a first row that cannot be a header", "| <p>Progress.</p> <p>Commitment:</p> | | |\n|--|--|--|\n| Ref | Action | When |\n",
       "table\nrow | p Progress. / p Commitment: | |\nrow | Ref | Action | When\n"},
      {"a second header swallowed by the table stays a row, its rule of dashes goes",
       "|A|B|\n|--|--|\n|1|2|\n|A|B|\n|--|---|\n|3|4|\n", "table\nhead | A | B\nrow | 1 | 2\nrow | A | B\nrow | 3 | 4\n"},
      {"text that fell out of a table, and lines of no-break spaces", "|A|\n|--|\n|1|\n\n\xC2\xA0\nCommitment:\n\xC2\xA0\n|B|\n|--|\n|2|\n",
       "table\nhead | A\nrow | 1\np Commitment:\ntable\nhead | B\nrow | 2\n"},
      {"raw tables with spans", "<table><tr><th rowspan=2>A</th><td>B</td></tr><tr><td>C</td></tr></table>\n",
       "table\nrow | 1x2: A | B\nrow | @1 C\n"},
      {"picture marks leave nothing", "|A|B|\n|--|--|\n| ![tick](x.png) | <p data-bbox=\"1 2\">3.6</p> |\n", "table\nhead | A | B\nrow | | 3.6\n"},
      {"text struck out is gone", "Due ~~May~~ June\n", "p Due June\n"},
      {"code is text", "Use `x *y*` here\n", "p Use x *y* here\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(read(row.text) == row.expected);
  }
}

TEST_CASE("links keep their words and address") {
  const auto document = read_markdown("See [the plan](https://example.org/plan) now\n");
  REQUIRE(document);
  REQUIRE(document->blocks[0].links.size() == 1);
  CHECK(document->blocks[0].links[0] == Link{"the plan", "https://example.org/plan"});
}

TEST_CASE("blocks and rows know their lines, and pages where form feeds tell") {
  const auto document = read_markdown("# One\n\n|A|\n|--|\n|1|\n|2|\n\n\fNext page\n\n\f\nThird\n");
  REQUIRE(document);
  REQUIRE(document->blocks.size() == 4);
  CHECK(document->blocks[0].position == Position{.page = 1, .block = 1, .line = 1});
  CHECK(document->blocks[1].rows[2].position == Position{.page = 1, .block = 2, .row = 3, .line = 6});
  CHECK(document->blocks[1].rows[2].cells[0].blocks[0].position == Position{.page = 1, .block = 2, .row = 3, .column = 1, .line = 6});
  CHECK(document->blocks[2].position.page == 2);
  CHECK(document->blocks[3].position.page == 3);
  CHECK(document->blocks[3].position.line == 11);
}

TEST_CASE("a long table is one table whose rows know their lines") {
  std::string text = "|A|B|\n|--|--|\n";
  for (int i = 1; i <= 2500; ++i) text += "|r" + std::to_string(i) + "|x|\n";
  const auto document = read_markdown(text + "\nAfter\n");
  REQUIRE(document);
  REQUIRE(document->blocks.size() == 2);
  const auto& rows = document->blocks[0].rows;
  REQUIRE(rows.size() == 2501);
  for (const std::size_t i : {std::size_t{1}, std::size_t{1000}, std::size_t{1001}, std::size_t{2500}}) {
    CHECK(cell_text(rows[i].cells[0]) == "r" + std::to_string(i));
    CHECK(rows[i].position.line == static_cast<int>(i) + 2);
  }
  CHECK(document->blocks[1].text == "After");
}

TEST_CASE("what would be a line of every web page stays in Markdown") {
  CHECK(formats::dump(read_markdown("Last updated: 12 May 2025\n")->blocks) == "p Last updated: 12 May 2025\n");
}

}  // namespace markdown_test
