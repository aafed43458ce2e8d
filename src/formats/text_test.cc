#include "formats/text.h"

#include <doctest/doctest.h>

#include "formats/dump.h"

using namespace makegood;

namespace text_test {

std::string read(std::string_view text) {
  const auto document = read_text(text);
  return document ? formats::dump(document->blocks) : document.error().message;
}

TEST_CASE("plain text with tables between its paragraphs") {
  struct {
    const char* name;
    const char* text;
    const char* expected;
  } rows[] = {
      {"a title, a table, a paragraph", "The Plan\n\nAction\tOwner\tBy when\nDo it\tHead\tMay 24\n\nMore text.\n",
       "p The Plan\ntable\nrow | Action | Owner | By when\nrow | Do it | Head | May 24\np More text.\n"},
      {"blank lines do not end a table", "A\tB\n1\t2\n\n\n3\t4\n", "table\nrow | A | B\nrow | 1 | 2\nrow | 3 | 4\n"},
      {"the first row again begins a new table", "A\tB\n1\t2\n\nA\tB\n3\t4\n",
       "table\nrow | A | B\nrow | 1 | 2\ntable\nrow | A | B\nrow | 3 | 4\n"},
      {"after a blank line, another width is another table", "A\tB\tC\n1\t2\t3\n\nx\t\ny\t\n",
       "table\nrow | A | B | C\nrow | 1 | 2 | 3\ntable\nrow | x |\nrow | y |\n"},
      {"a row that goes on after the page, its first cells empty", "Ref\tText\tLead\n1\tStart of\tHead\n\n\t<p>the text</p>\t\n",
       "table\nrow | Ref | Text | Lead\nrow | 1 | Start of | Head\nrow | | the text |\n"},
      {"a cell over several lines until the last tab closes the row",
       "Ref\tText\tLead\n1\t<p>a. <i>First.</i></p>\n\nSecond heading\n\n- b. *Third.*\n- c. Fourth\tHead\n2\tx\ty\n",
       "table\nrow | Ref | Text | Lead\nrow | 1 | p a. First. / p Second heading / li b. <i>Third. / li c. Fourth | Head\nrow | 2 | x | y\n"},
      {"lettered lines of a long cell are paragraphs of their own", "Ref\tText\tLead\n1\ta. First\nb. Second\tHead\n",
       "table\nrow | Ref | Text | Lead\nrow | 1 | p a. First / p b. Second | Head\n"},
      {"a quoted cell with a line break", "A\tB\tC\n1\t\"Head of Service\nHead of Policy\"\tx\n",
       "table\nrow | A | B | C\nrow | 1 | Head of Service\\nHead of Policy | x\n"},
      {"ragged rows are not joined", "A\tB\tC\nx\t\ny\t\nz\t1\t2\n", "table\nrow | A | B | C\nrow | x |\nrow | y |\nrow | z | 1 | 2\n"},
      {"a row of dashes is a rule", "A\tB\n1\t2\n--\t---\n", "table\nrow | A | B\nrow | 1 | 2\n"},
      {"a dash alone is an answer", "A\tB\n-\t2\n", "table\nrow | A | B\nrow | - | 2\n"},
      {"a number before a cell's text is text", "A\tB\n1. Do it\tHead\n", "table\nrow | A | B\nrow | 1. Do it | Head\n"},
      {"emphasis and footnote stars in a cell", "A\tB\n*All of it*\tNov* and Dec\n", "table\nrow | A | B\nrow | <i>All of it | Nov* and Dec\n"},
      {"a bulleted list pasted with tabs is a list", "\xE2\x80\xA2\tOne\n\xE2\x80\xA2\tTwo\n", "li \xE2\x80\xA2 One\nli \xE2\x80\xA2 Two\n"},
      {"a numbered list pasted with tabs is a list", "1.\tOne\n2.\tTwo\n", "li 1. One\nli 2. Two\n"},
      {"one line with one tab is a line", "Telephone\t01632 960000\n\nText\n", "p Telephone 01632 960000\np Text\n"},
      {"indented text is no program code", "    Indented paragraph with *stress*\n", "p Indented paragraph with stress\n"},
      {"short lines are meant, long ones are wrapped",
       "Head of Service\nHead of Policy\n\nThis paragraph was wrapped by the editor that it was written in,\nso that its lines run on.\n",
       "p Head of Service\\nHead of Policy\np This paragraph was wrapped by the editor that it was written in, so that its lines run on.\n"},
      {"Markdown around tables", "# Plan\n\n- One\n\nA\tB\n1\t2\n\n## Next\n", "h1 Plan\nli \xE2\x80\xA2 One\ntable\nrow | A | B\nrow | 1 | 2\nh2 Next\n"},
      {"bullets as characters in a cell stay its text", "A\tB\nIncluding: \xE2\x80\xA2 one \xE2\x80\xA2 two\tx\n",
       "table\nrow | A | B\nrow | Including: \xE2\x80\xA2 one \xE2\x80\xA2 two | x\n"},
      {"symbol-font bullets can be read", "\xEF\x82\xB7 One\n", "li \xE2\x80\xA2 One\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(read(row.text) == row.expected);
  }
}

TEST_CASE("ragged rows of a text table are a finding with their lines") {
  const auto document = read_text("A\tB\tC\nx\t\ny\t\nz\t1\t2\n");
  REQUIRE(document);
  REQUIRE(document->findings.size() == 1);
  CHECK(document->findings[0].code == "ragged_rows");
  CHECK(document->findings[0].where == "lines 2 and 3");
}

TEST_CASE("rows of a text table know their lines") {
  const auto document = read_text("Plan\n\nA\tB\tC\n1\tone\ntwo\tx\n\n2\t3\t4\n");
  REQUIRE(document);
  const auto& rows = document->blocks[1].rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].position.line == 3);
  CHECK(rows[1].position.line == 4);
  CHECK(rows[2].position == Position{.block = 2, .row = 3, .line = 7});
}

}  // namespace text_test
