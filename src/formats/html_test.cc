#include "formats/html.h"

#include <doctest/doctest.h>

#include "formats/dump.h"

using namespace makegood;

namespace {

std::string read(const std::string& body) {
  const auto document = read_html("<!DOCTYPE html><html><body>" + body + "</body></html>");
  return document ? formats::dump(document->blocks) : document.error().message;
}

}  // namespace

TEST_CASE("web pages") {
  struct {
    const char* name;
    const char* body;
    const char* expected;
  } rows[] = {
      {"headings and paragraphs", "<h1>Plan</h1><p>One<p>Two", "h1 Plan\np One\np Two\n"},
      {"white space is squeezed, br is a line break", "<p> One \n two<br>three&nbsp;four&shy;teen </p>", "p One two\\nthree fourteen\n"},
      {"what is no content", "<nav>Menu</nav><header>Site</header><main><header><h1>Plan</h1></header><script>x</script><style>y</style>Text</main><footer>Foot</footer>",
       "h1 Plan\np Text\n"},
      {"nested lists", "<ol type=a><li>One<ul><li>In</li></ul></li><li>Two</ol>", "li a. One\nli1 \xE2\x80\xA2 In\nli b. Two\n"},
      {"a list that starts and jumps", "<ol start=3><li>C<li value=7>G<li>H</ol>", "li 3. C\nli 7. G\nli 8. H\n"},
      {"roman and capital lists", "<ol type=i><li>A<li>B</ol><ol type=A start=27><li>C</ol>", "li i. A\nli ii. B\nli AA. C\n"},
      {"a definition list", "<dl><dt>Owner<dd>Head</dl>", "p Owner\np Head\n"},
      {"emphasis of the whole, by tag and by style", "<p><b>All <u>of</u> it</b></p><p style=\"font-style: italic\">Lean</p>", "p <b>All of it\np <i>Lean\n"},
      {"row and column spans", "<table><tr><td rowspan=2>A<td colspan=2>B<tr><td>C<td>D</table>", "table\nrow | 1x2: A | 2x1: B\nrow | @1 C | D\n"},
      {"a span that would lie on another is cut", "<table><tr><td>A<td rowspan=2>B<tr><td colspan=2>C</table>", "table\nrow | A | 1x2: B\nrow | C\n"},
      {"rowspan 0 goes to the end", "<table><tr><td rowspan=0>A<td>B<tr><td>C<tr><td>D</table>", "table\nrow | 1x3: A | B\nrow | @1 C\nrow | @1 D\n"},
      {"header cells and header rows", "<table><thead><tr><td>A<td>B<tbody><tr><th>1<td>2</table>", "table\nhead | A | B\nrow | 1 | 2\n"},
      {"the caption stands before its table", "<table><caption>Actions</caption><tr><td>A</table>", "p Actions\ntable\nrow | A\n"},
      {"a table in a cell", "<table><tr><td>Out<table><tr><td>In</table></table>", "table\nrow | p Out / table{row | In;}\n"},
      {"a list item in a cell begins at the first level", "<ul><li><table><tr><td><ul><li>x</ul></table></ul>", "table\nrow | li \xE2\x80\xA2 x\n"},
      {"hidden and deleted text", "<p>Due <del>May</del> <ins>June</ins> <span hidden>secret</span></p>", "p Due June\n"},
      {"misnested tags", "<p><b>One <i>two</b> three</i> four", "p One two three four\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(read(row.body) == row.expected);
  }
}

TEST_CASE("a page's title, language, lines and links") {
  const auto document = read_html("<!DOCTYPE html>\n<html lang=\"cy\">\n<head><title> Y \n Cynllun </title></head>\n<body>\n<p><a href=\"https://example.org/a\">one</a></p>\n</body></html>");
  REQUIRE(document);
  CHECK(document->title == "Y Cynllun");
  CHECK(document->language == "cy");
  REQUIRE(document->blocks.size() == 1);
  CHECK(document->blocks[0].position.line == 6);
  CHECK(document->blocks[0].links[0].url == "https://example.org/a");
}
