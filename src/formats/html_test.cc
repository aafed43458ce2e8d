#include "formats/html.h"

#include <doctest/doctest.h>

#include "formats/dump.h"

using namespace makegood;

namespace html_test {

std::string read(const std::string& body) {
  const auto document = read_html("<!DOCTYPE html><html><body>" + body + "</body></html>");
  return document ? formats::dump(document->blocks) : document.error().message;
}

struct Shown {
  const char* name;
  const char* body;
  const char* expected;
};

template <std::size_t N>
void check(const Shown (&rows)[N]) {
  for (const auto& row : rows) {
    CAPTURE(std::string(row.name));
    CHECK(read(row.body) == std::string(row.expected));
  }
}

TEST_CASE("web pages") {
  const Shown rows[] = {
      {"headings and paragraphs", "<h1>Plan</h1><p>One<p>Two", "h1 Plan\np One\np Two\n"},
      {"white space is squeezed, br is a line break", "<p> One \n two<br>three&nbsp;four&shy;teen </p>", "p One two\\nthree fourteen\n"},
      {"what is no content", "<nav>Menu</nav><header>Site</header><main><header><h1>Plan</h1></header><script>x</script><style>y</style>Text</main><footer>Foot</footer>",
       "h1 Plan\np Text\n"},
      {"nested lists", "<ol type=a><li>One<ul><li>In</li></ul></li><li>Two</ol>", "li a. One\nli1 \xE2\x80\xA2 In\nli b. Two\n"},
      {"a list that starts and jumps", "<ol start=3><li>C<li value=7>G<li>H</ol>", "li 3. C\nli 7. G\nli 8. H\n"},
      {"roman and capital lists", "<ol type=i><li>A<li>B</ol><ol type=A start=27><li>C</ol>", "li i. A\nli ii. B\nli AA. C\n"},
      {"a definition list", "<dl><dt>Owner<dd>Head</dl>", "p Owner: Head\n"},
      {"raised numbers behind a word point to notes, quantities and ordinals stay",
       "<p>Review panels<sup>2</sup> and pay.<sup><a href=\"#n3\">[3]</a></sup> 10<sup>2</sup> homes of 20 m<sup>2</sup> on the 1<sup>st</sup></p>",
       "p Review panels and pay. 102 homes of 20 m2 on the 1st\n"},
      {"emphasis of the whole, by tag and by style", "<p><b>All <u>of</u> it</b></p><p style=\"font-style: italic\">Lean</p>", "p <b>All of it\np <i>Lean\n"},
      {"row and column spans", "<table><tr><td rowspan=2>A<td colspan=2>B<tr><td>C<td>D</table>", "table\nrow | 1x2: A | 2x1: B\nrow | @1 C | D\n"},
      {"a span that would lie on another is cut", "<table><tr><td>A<td rowspan=2>B<tr><td colspan=2>C</table>", "table\nrow | A | 1x2: B\nrow | C\n"},
      {"rowspan 0 goes to the end", "<table><tr><td rowspan=0>A<td>B<tr><td>C<tr><td>D</table>", "table\nrow | 1x3: A | B\nrow | @1 C\nrow | @1 D\n"},
      {"header cells and header rows", "<table><thead><tr><td>A<td>B<tbody><tr><th>1<td>2</table>", "table\nhead | A | B\nrow | 1 | 2\n"},
      {"the caption stands before its table", "<table><caption>Actions</caption><tr><td>A</table>", "p Actions\ntable\nrow | A\n"},
      {"a table in a cell", "<table><tr><th>Out<tr><td>More<table><tr><th>In</table></table>", "table\nhead | Out\nrow | p More / table{head | In;}\n"},
      {"a list item in a cell begins at the first level", "<ul><li><table><tr><th>H<tr><td><ul><li>x</ul></table></ul>", "table\nhead | H\nrow | li \xE2\x80\xA2 x\n"},
      {"hidden and deleted text", "<p>Due <del>May</del> <ins>June</ins> <span hidden>secret</span></p>", "p Due June\n"},
      {"misnested tags", "<p><b>One <i>two</b> three</i> four", "p One two three four\n"},
  };
  check(rows);
}

TEST_CASE("tables that lay out a page are read as running text") {
  const Shown rows[] = {
      {"one cell", "<table><tr><td><p>One</p><p>Two</table>", "p One\np Two\n"},
      {"one column", "<table><tr><td>One<tr><td>Two</table>", "p One\np Two\n"},
      {"by its role", "<table role=presentation><tr><td>One<td>Two</table>", "p One\np Two\n"},
      {"a role is doubted where there are header cells", "<table role=presentation><tr><th>A<th>B<tr><td>1<td>2</table>", "table\nhead | A | B\nrow | 1 | 2\n"},
      {"around another table", "<table><tr><td>Menu<td><table><tr><td>A<td>B</table></table>", "p Menu\ntable\nrow | A | B\n"},
      {"around the page's title", "<table><tr><td>Menu<td><h1>Plan</h1><tr><td>x<td>y</table>", "p Menu\nh1 Plan\np x\np y\n"},
      {"one row of sections", "<table><tr><td><h2>A</h2><p>x<td><h2>B</h2><p>y</table>", "h2 A\np x\nh2 B\np y\n"},
      {"one row of data is data", "<table><tr><td>Review lettings<td>Head<td>March</table>", "table\nrow | Review lettings | Head | March\n"},
      {"headings in cells of data", "<table><tr><td colspan=2><h3>Parks</h3><tr><td>Ask<td>May</table>", "table\nrow | 2x1: h3 Parks\nrow | Ask | May\n"},
      {"a list around one goes on", "<ol><li>One<table><tr><td>in</table><li>Two</ol>", "li 1. One\np in\nli 2. Two\n"},
  };
  check(rows);
}

TEST_CASE("data tables of pages") {
  const Shown rows[] = {
      {"the foot comes last wherever it stands", "<table><thead><tr><th>A<tfoot><tr><td>foot<tbody><tr><td>body</table>", "table\nhead | A\nrow | body\nrow | foot\n"},
      {"columns that are only named", "<table><colgroup><col><col></colgroup><tr><th>A<th>B</table>", "table\nhead | A | B\n"},
      {"nested lists in a cell", "<table><tr><th>A<th>B<tr><td>x<ul><li>y<ol><li>z</ol></ul><td>w</table>", "table\nhead | A | B\nrow | p x / li \xE2\x80\xA2 y / li1 1. z | w\n"},
      {"labels for small screens that only some see", "<table><tr><th>Owner<th>When<tr><td><span aria-hidden=true>Owner</span>Head<td>May</table>", "table\nhead | Owner | When\nrow | Head | May\n"},
  };
  check(rows);
}

TEST_CASE("definition lists say facts") {
  const Shown rows[] = {
      {"several meanings are lines", "<dl><dt>Owner<dd>Head<dd>Deputy</dl>", "p Owner: Head\\nDeputy\n"},
      {"groups in div", "<dl><div><dt>Owner:<dd>Head</div><div><dt>When<dd>May</div></dl>", "p Owner: Head\np When: May\n"},
      {"a meaning that is a list", "<dl><dt>Steps<dd><ul><li>One<li>Two</ul></dl>", "p Steps:\nli \xE2\x80\xA2 One\nli \xE2\x80\xA2 Two\n"},
      {"a term that is a sentence", "<dl><dt>Review lettings.<dd>Head</dl>", "p Review lettings.\np Head\n"},
      {"meanings that name themselves", "<dl><dt>Review lettings<dd>Lead: Head<dd>When: May</dl>", "p Review lettings:\np Lead: Head\np When: May\n"},
      {"a term without a meaning", "<dl><dt>Owner<dt>When<dd>May</dl>", "p Owner\np When: May\n"},
      {"a meaning without a term", "<dl><dd>Head</dl>", "p Head\n"},
      {"outside any list", "<dt>Owner</dt><dd>Head</dd>", "p Owner\np Head\n"},
      {"a list within", "<dl><dt>A<dd><dl><dt>B<dd>C</dl></dl>", "p A:\np B: C\n"},
      {"a heading as a term", "<dl><dt><h3>Housing</h3><dd>Review lettings</dl>", "h3 Housing\np Review lettings\n"},
  };
  check(rows);
}

TEST_CASE("parts that are folded away are read, under their headings") {
  const Shown rows[] = {
      {"a button in a heading", "<h2><button aria-expanded=false aria-controls=a>Jobs <span class=icon>+</span></button></h2><div id=a hidden>x</div>", "h2 Jobs\np x\n"},
      {"a button on its own", "<h2>Plan</h2><button aria-expanded=false aria-controls=a>Jobs</button><div id=a hidden>x</div><p>y", "h2 Plan\nh3 Jobs\np x\np y\n"},
      {"no address, but it stands just before", "<h3><button aria-expanded=false>Jobs</button></h3><div hidden>x</div>", "h3 Jobs\np x\n"},
      {"a button that its class calls so", "<h2>Plan</h2><button class=accordion>Jobs</button><div class=panel>x</div>", "h2 Plan\nh3 Jobs\np x\n"},
      {"buttons that open nothing here", "<p>x</p><button>Print</button><div><button aria-expanded=false>Show all</button></div>", "p x\n"},
      {"a menu stays out", "<nav><button aria-controls=m>Menu</button></nav><nav id=m hidden>Home</nav><p>x", "p x\n"},
      {"tabs name their panels", "<h1>P</h1><a role=tab href=#a>One</a><a role=tab href=#b>Two</a><div id=a>x</div><div id=b hidden>y</div>", "h1 P\nh2 One\np x\nh2 Two\np y\n"},
      {"a panel that begins with its tab's words", "<a role=tab href=#a>One</a><div id=a><h2>One</h2>x</div>", "h2 One\np x\n"},
      {"details", "<h2>Plan</h2><details><summary>One</summary><p>x<h3>In</h3></details><details><summary>Two</summary>y</details>", "h2 Plan\nh3 One\np x\nh3 In\nh3 Two\np y\n"},
      {"details within details", "<h1>P</h1><details><summary><h3>One</h3></summary><details><summary>In</summary>x</details></details>", "h1 P\nh3 One\nh4 In\np x\n"},
      {"details in a cell head nothing", "<table><tr><th>A<tr><td><details><summary>More</summary>x</details></table>", "table\nhead | A\nrow | p More / p x\n"},
      {"two that open each other", "<div id=a hidden><button aria-controls=b>One</button>x</div><div id=b hidden><button aria-controls=a>Two</button>y</div>", "h2 Two\np x\nh2 One\np y\n"},
      {"a heading by its role", "<div role=heading aria-level=3>Jobs</div>x", "h3 Jobs\np x\n"},
  };
  check(rows);
}

TEST_CASE("what is of the page and not of the document is left out") {
  const Shown rows[] = {
      {"by names", "<div class=\"c-breadcrumbs\">Home</div><div id=cookieBanner>We use cookies</div><div class=\"share-links\">Share</div><ul class=pagination><li>1</ul><p>x", "p x\n"},
      {"by lines that are on every page", "<a href=#c>Skip to main content</a><p>x</p><h2>Is this page useful?</h2><p>Back to top<p>Last updated: 12 May 2025<p><a href=a.pdf>Download the plan (PDF, 2 MB)</a><p>\xC2\xA9 Aberllyn Council", "p x\n"},
      {"a line like those in the text", "<p>Download and share the plan<p>Updated figures<table><tr><th>Copyright Aberllyn</table>", "p Download and share the plan\np Updated figures\ntable\nhead | Copyright Aberllyn\n"},
      {"never what holds a title or a table", "<div class=\"cookie-policy\"><h1>Cookies</h1>x</div><div class=\"related-content\"><table><tr><th>A</table></div>", "h1 Cookies\np x\ntable\nhead | A\n"},
      {"a theme may be called so", "<p class=sharing>x</p><section class=feedback>y</section>", "p x\np y\n"},
      {"a main part that holds little is doubted", "<main>Short</main><p>x", "p Short\np x\n"},
  };
  check(rows);
  const auto main = "<p>Aside</p><main><h1>Plan</h1>" + std::string(200, 'x') + "</main><p>More";
  CHECK(read(main) == "h1 Plan\np " + std::string(200, 'x') + "\n");
  CHECK(read(main + "<table><tr><th>A</table>").starts_with("p Aside\n"));
}

TEST_CASE("pages that Word exported") {
  const auto item = [](const char* marker, const char* font = "", int level = 1) {
    return "<p class=MsoListParagraph style='mso-list:l0 level" + std::to_string(level) + " lfo1'><![if !supportLists]><span style='font-family:" + font +
           "'><span style='mso-list:Ignore'>" + marker + "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>Do it<o:p></o:p></p>";
  };
  CHECK(read(item("1.")) == "li 1. Do it\n");
  CHECK(read(item("&middot;", "Symbol")) == "li \xE2\x80\xA2 Do it\n");
  CHECK(read(item("&sect;", "Wingdings", 2)) == "li1 \xE2\x96\xAA Do it\n");
  CHECK(read(item("o", "\"Courier New\"", 2)) == "li1 \xE2\x97\xA6 Do it\n");
  CHECK(read("<h2 style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.1&nbsp;</span><![endif]>Jobs</h2>") == "h2 1.1 Jobs\n");
  CHECK(read("<p class=MsoToc1>Jobs...... 3</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><!--[if gte mso 9]><xml>x</xml><![endif]-->") == "");
}

TEST_CASE("findings of pages") {
  struct {
    const char* name;
    const char* body;
    const char* code;  // "" = none
  } rows[] = {
      {"hidden words", "<p hidden>secret</p>x", "hidden_text_left_out"},
      {"hidden signs say nothing", "<i aria-hidden=true>\xE2\x80\xB9</i>x", "hidden_text_left_out"},
      {"an icon says nothing", "<i aria-hidden=true class=icon></i>x", ""},
      {"a closed panel is read", "<h2><button aria-expanded=false aria-controls=a>J</button></h2><div id=a hidden>y</div>", ""},
      {"page furniture", "<div class=breadcrumb>Home</div>x", "page_parts_left_out"},
      {"a picture in the page itself", "<img src=\"data:image/png;base64,iVBORw0KGgo=\">x", "pictures_left_out"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto document = read_html("<!DOCTYPE html><body>" + std::string(row.body));
    REQUIRE(document);
    CHECK((document->findings.empty() ? "" : document->findings[0].code) == row.code);
  }
}

TEST_CASE("a page says in which encoding it is") {
  // One e with an acute accent in Windows-1252, among as many good characters as would outvote it.
  const std::string text = "caf\xE9 \xC3\xA9\xC3\xA9\xC3\xA9";
  const auto page = [&](const char* meta) {
    const auto document = read_html("<!DOCTYPE html><head>" + std::string(meta) + "</head><p>" + text);
    REQUIRE(document);
    return document->blocks[0].text;
  };
  CHECK(page("<meta charset=\"windows-1252\">").starts_with("caf\xC3\xA9 "));
  CHECK(page("<meta http-equiv=Content-Type content=\"text/html; charset=ISO-8859-1\">").starts_with("caf\xC3\xA9 "));
  CHECK(page("").starts_with("caf\xEF\xBF\xBD "));
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

}  // namespace html_test
