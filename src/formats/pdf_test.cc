#include "formats/pdf.h"

#include <doctest/doctest.h>

#include "formats/dump.h"
#include "formats/pdf_drawing.h"

using namespace makegood;
using formats::DrawnPage;
using formats::PdfPage;

namespace pdf_test {

Document read(const std::vector<DrawnPage>& pages) { return read_pdf_json(formats::json_of(pages)).value(); }
std::string dump_of(const std::vector<DrawnPage>& pages) { return formats::dump(read(pages).blocks); }
std::string dump_of(const char* picture) { return dump_of({DrawnPage(picture)}); }

struct Picture {
  const char* what;
  const char* picture;
  const char* blocks;
};

void check(std::initializer_list<Picture> pictures) {
  for (const auto& row : pictures) {
    CAPTURE(row.what);
    CHECK(dump_of(row.picture) == row.blocks);
  }
}

const char* const kPlain = R"(
+--------+-------+
| Action | Owner |
+--------+-------+
| Listen | Chief |
+--------+-------+
)";
const char* const kPlainBlocks = "table\nrow | Action | Owner\nrow | Listen | Chief\n";

using Rules = std::vector<formats::PdfBox>;

bool is_level(const formats::PdfBox& rule) { return rule.width() >= rule.height(); }
formats::PdfBox moved(formats::PdfBox rule, double by) {
  if (is_level(rule))
    rule.y0 = rule.y1 = rule.y0 + by;
  else
    rule.x0 = rule.x1 = rule.x0 + by;
  return rule;
}

TEST_CASE("however its borders are drawn, a table is the same table") {
  struct Way {
    const char* what;
    Rules (*draw)(const formats::PdfBox& rule);
  };
  for (const auto& way : {
           Way{"once", [](const formats::PdfBox& r) { return Rules{r}; }},
           Way{"twice over",
               [](const formats::PdfBox& r) {
                 return Rules{r, r};
               }},
           Way{"doubled, a point apart",
               [](const formats::PdfBox& r) {
                 return Rules{r, moved(r, 1)};
               }},
           Way{"both edges of a fill",
               [](const formats::PdfBox& r) {
                 return Rules{moved(r, -0.7), moved(r, 0.7)};
               }},
           Way{"in halves, as browsers do where two cells meet",
               [](const formats::PdfBox& r) {
                 return is_level(r) ? Rules{{r.x0, r.y0, r.middle_x(), r.y0}, {r.middle_x(), r.y0, r.x1, r.y0}}
                                    : Rules{{r.x0, r.y0, r.x0, r.middle_y()}, {r.x0, r.middle_y(), r.x0, r.y1}};
               }},
           Way{"with gaps of two points",
               [](const formats::PdfBox& r) {
                 return is_level(r) ? Rules{{r.x0, r.y0, r.middle_x() - 1, r.y0}, {r.middle_x() + 1, r.y0, r.x1, r.y0}}
                                    : Rules{{r.x0, r.y0, r.x0, r.middle_y() - 1}, {r.x0, r.middle_y() + 1, r.x0, r.y1}};
               }},
           Way{"ending short of the corners",
               [](const formats::PdfBox& r) {
                 return is_level(r) ? Rules{{r.x0 + 2, r.y0, r.x1 - 2, r.y0}} : Rules{{r.x0, r.y0 + 2, r.x0, r.y1 - 2}};
               }},
       }) {
    CAPTURE(way.what);
    DrawnPage page(kPlain);
    page.change([&](PdfPage& p) {
      Rules drawn;
      for (const auto& rule : p.rules)
        for (const auto& part : way.draw(rule)) drawn.push_back(part);
      p.rules = drawn;
    });
    CHECK(dump_of({page}) == kPlainBlocks);
  }
}

TEST_CASE("rules make tables") {
  check({
      {"no outer edges", R"(
         |
  Action | Owner
---------+--------
  Listen | Chief
         |
)",
       kPlainBlocks},
      {"no edges left and right", R"(
---------+--------
  Action | Owner
---------+--------
  Listen | Chief
---------+--------
)",
       kPlainBlocks},
      {"a heading over two columns", R"(
+--------+---------------+
| Action | Who and when  |
|        +-------+-------+
|        | Owner | Date  |
+--------+-------+-------+
| Listen | Chief | May   |
+--------+-------+-------+
)",
       "table\nrow | 1x2: Action | 2x1: Who and when\nrow | @1 Owner | Date\nrow | Listen | Chief | May\n"},
      {"a theme merged down beside its actions", R"(
+---------+--------+-------+
| Schools | Listen | Chief |
|         +--------+-------+
|         | Learn  | Head  |
+---------+--------+-------+
| Police  | Review | Chief |
+---------+--------+-------+
)",
       "table\nrow | 1x2: Schools | Listen | Chief\nrow | @1 Learn | Head\nrow | Police | Review | Chief\n"},
      {"a row across the whole table", R"(
+--------+-------+
| Action | Owner |
+--------+-------+
| 1. Listening   |
+--------+-------+
| Listen | Chief |
+--------+-------+
)",
       "table\nrow | Action | Owner\nrow | 2x1: 1. Listening\nrow | Listen | Chief\n"},
      {"empty cells", R"(
+--------+-------+
| Action | Owner |
+--------+-------+
|        | Chief |
+--------+-------+
)",
       "table\nrow | Action | Owner\nrow | | Chief\n"},
      {"two tables on a page, with text around them", R"(
Before

+--------+-------+
| Listen | Chief |
+--------+-------+

Between

+--------+-------+
| Learn  | Head  |
+--------+-------+

After
)",
       "p Before\ntable\nrow | Listen | Chief\np Between\ntable\nrow | Learn | Head\np After\n"},
      {"a frame is no table", R"(
+-----------------------+
| Our promise: we will  |
| listen to everybody.  |
+-----------------------+
)",
       "p Our promise: we will listen to everybody.\n"},
      {"a line under a heading is no table", R"(
# Plan
------------------------------------
Words
)",
       "h1 Plan\np Words\n"},
      {"level lines between paragraphs are no table", R"(
-----------------------------------------
First words, as long as the lines are, so
that they go on below.
-----------------------------------------
Second words.
-----------------------------------------
)",
       "p First words, as long as the lines are, so that they go on below.\np Second words.\n"},
      {"level lines alone, with words in columns", R"(
---------------------------------------
Action         Owner       Date
---------------------------------------
Listen to      Chief       May
everybody
---------------------------------------
Learn          Head        June
---------------------------------------
)",
       "table\nrow | Action | Owner | Date\nrow | Listen to everybody | Chief | May\nrow | Learn | Head | June\n"},
  });
}

TEST_CASE("a table goes on over a page") {
  const char* const first = R"(
+--------+-------+
| Action | Owner |
+--------+-------+
| Listen | Chief |
+--------+-------+
)";
  CHECK(dump_of({DrawnPage(first), DrawnPage(R"(
+--------+-------+
| to all | Head  |
+--------+-------+
)")}) == "table\nrow | Action | Owner\nrow | Listen | Chief\ntable\nrow | to all | Head\n");
  const auto long_table =
      first +
      std::string(
          "| to     | and   |\n|        |       |\n|        |       |\n| all    | more  |\n+--------+-------+\n");
  const auto repeated = read({DrawnPage(long_table), DrawnPage(long_table)});
  REQUIRE(repeated.blocks.size() == 2);
  CHECK(repeated.blocks[0].position.page == 1);
  CHECK(repeated.blocks[1].position.page == 2);
  CHECK(repeated.blocks[1].rows[1].cells[0].blocks[0].position.page == 2);
}

TEST_CASE("headings, paragraphs and lists by their looks") {
  check({
      {"sizes are levels", R"(
# Action plan
## Schools
Words of ordinary size, more of them than
of any other.
)",
       "h1 Action plan\nh2 Schools\np Words of ordinary size, more of them than of any other.\n"},
      {"white begins a paragraph", R"(
Words that fill the line from edge to edge
and go on.
Words that fill the line from edge to edge

After some white.
)",
       "p Words that fill the line from edge to edge and go on.\np Words that fill the line from edge to edge\np After "
       "some white.\n"},
      {"a line that ends early ends its paragraph", R"(
Owner: Chief
Words that fill the line from edge to edge
)",
       "p Owner: Chief\np Words that fill the line from edge to edge\n"},
      {"a word broken at its hyphen, and a path", R"(
Words that fill the line and an anti-
racist plan, a place to go such as one/
two and then the end of all the words.
)",
       "p Words that fill the line and an anti-racist plan, a place to go such as one/two and then the end of all the "
       "words.\n"},
      {"raised letters belong to their word", "Done by 20^th May\n", "p Done by 20th May\n"},
      {"bold words alone are bold", "*Bold* *words*\n", "p <b>Bold words\n"},
      {"lines in a cell that end early are kept apart", R"(
+------------------------+
| Head of Housing        |
| Chief                  |
+------------------------+
| Head of Housing and    |
| Neighbourhoods         |
+------------------------+
)",
       "table\nrow | Head of Housing\\nChief\nrow | Head of Housing and Neighbourhoods\n"},
      {"numbered lines in a cell stay apart, full though they are", R"(
+---------------------+
| a. Listen to the    |
|    people that live |
| b. Learn from those |
|    who went away    |
+---------------------+
| Owner               |
+---------------------+
)",
       "table\nrow | p a. Listen to the people that live / p b. Learn from those who went away\nrow | Owner\n"},
      {"a label after a full line", R"(
+----------------------------+
| This goes on to the edge.. |
| Commitment:                |
+----------------------------+
| Words                      |
+----------------------------+
)",
       "table\nrow | This goes on to the edge..\\nCommitment:\nrow | Words\n"},
  });
}

TEST_CASE("bullets of symbol fonts are bullets") {
  DrawnPage page(R"(
@ Listen to everybody
@ Learn
   @ Learn more
)");
  page.change([](PdfPage& p) {
    for (auto& word : p.words)
      if (word.text == "@") {
        word.text = "\xEF\x82\xB7";  // U+F0B7
        word.font = 2;
      }
  });
  CHECK(dump_of({page}) == "li \u2022 Listen to everybody\nli \u2022 Learn\nli1 \u2022 Learn more\n");
}

TEST_CASE("links keep their words and address") {
  DrawnPage page("See the strategy online for more\n");
  page.change([](PdfPage& p) { p.links.push_back({{4 * 5.0, 0, 16 * 5.0, 12}, "https://council.example/strategy"}); });
  const auto document = read({page});
  REQUIRE(document.blocks.size() == 1);
  REQUIRE(document.blocks[0].links.size() == 1);
  CHECK(document.blocks[0].links[0] == Link{"the strategy", "https://council.example/strategy"});
  CHECK(document.blocks[0].text == "See the strategy online for more");
}

TEST_CASE("ligatures are letters, soft hyphens go") {
  DrawnPage page("o@ce re@\nform\n");
  page.change([](PdfPage& p) {
    p.words[0].text =
        "o\xEF\xAC\x83"
        "ce";
    p.words[1].text = "re\xC2\xAD";
  });
  CHECK(dump_of({page}) == "p office reform\n");
}

TEST_CASE("a page that was put on its side reads as if it stood") {
  for (const int angle : {90, 180, 270}) {
    CAPTURE(angle);
    DrawnPage page(kPlain);
    page.change([&](PdfPage& p) {
      const auto corner = formats::turned({0, 0, p.width, p.height}, 360 - angle);
      const auto turn = [&](formats::PdfBox& box) {
        const auto t = formats::turned(box, 360 - angle);
        box = {t.x0 - corner.x0, t.y0 - corner.y0, t.x1 - corner.x0, t.y1 - corner.y0};
      };
      for (auto& word : p.words) {
        turn(word.box);
        word.angle = angle;
      }
      for (auto& rule : p.rules) turn(rule);
      p.width = corner.width();
      p.height = corner.height();
    });
    CHECK(dump_of({page}) == kPlainBlocks);
  }
}

TEST_CASE("a heading that reads sideways in its cell") {
  DrawnPage page(R"(
+---+----------------------+
| X | Listen to everybody  |
|   | in every school.     |
+---+----------------------+
)");
  page.change([](PdfPage& p) {
    p.words[0].text = "Schools";
    p.words[0].angle = 270;
    p.words[0].box = {9, 10, 19, 40};
  });
  CHECK(dump_of({page}) == "table\nrow | Schools | Listen to everybody in every school.\n");
}

TEST_CASE("running headers, footers and page numbers go") {
  const auto page = [](const std::string& header, const std::string& body, const std::string& footer) {
    return DrawnPage(header + "\n\n\n\n\n\n\n\n\n" + body + std::string(58, '\n') + footer + "\n");
  };
  CHECK(dump_of({page("Aberllyn action plan", "One", "Page 1 of 3"), page("Aberllyn action plan", "Two", "Page 2 of 3"),
                 page("Aberllyn action plan", "Three", "Page 3 of 3")}) == "p One\np Two\np Three\n");
  CHECK(dump_of({page("The cover", "One", "1"), page("x", "Two", "2"), page("y", "Three", "Notes")}) ==
        "p The cover\np One\np x\np Two\np y\np Three\np Notes\n");
  CHECK(dump_of({page("Alone", "One", "1")}) == "p Alone\np One\np 1\n");
  // A header row comes again as well, but not at the edge of the page.
  CHECK(dump_of({DrawnPage("\n\n\n\n\n\n\n\n\n\nx\n"), DrawnPage("\n\n\n\n\n\n\n\n\n\nx\n")}).find('x') !=
        std::string::npos);
}

TEST_CASE("paragraphs that are numbered on part at their numbers") {
  const auto blocks = [](const char* second) {
    const std::string wide = "2.3 We will review how patients in all of our wards are asked about pain when they come and how long they have waited";
    return read({DrawnPage(wide + "\n" + second + " We will write down what they say\n")}).blocks.size();
  };
  CHECK(blocks("2.4") == 2);
  CHECK(blocks("2.9") == 1);  // perhaps a number in the sentence
}

TEST_CASE("a small raised number close behind a word points to a note") {
  const auto raised = [](PdfPage& page) {
    for (std::size_t n = 1; n < page.words.size(); ++n) {
      auto& word = page.words[n];
      if (word.text != "2") continue;
      const double width = word.box.width();
      word.size *= 0.8;
      word.box.x0 = page.words[n - 1].box.x1;
      word.box.x1 = word.box.x0 + width;
      word.box.y0 -= 2;
      word.box.y1 -= 3;
    }
  };
  CHECK(dump_of({DrawnPage("Review panels 2 in May\n").change(raised)}) == "p Review panels in May\n");
  CHECK(dump_of({DrawnPage("Review 20 m 2 in May\n").change(raised)}) == "p Review 20 m2 in May\n");
  CHECK(dump_of({DrawnPage("Review panels 2 in May\n")}) == "p Review panels 2 in May\n");
}

TEST_CASE("pages without text are said to be so") {
  const auto picture = [] { return DrawnPage("").change([](PdfPage& p) { p.images = 1; }); };
  const DrawnPage words("Words\n"), empty("");
  const auto message = [](const std::vector<DrawnPage>& pages) {
    const auto document = read(pages);
    return document.findings.empty() ? std::string() : document.findings[0].message;
  };
  CHECK(message({words, words, picture(), picture(), picture(), words, picture()}) ==
        "No text was found on pages 3 to 5 and 7: these are pictures, perhaps scanned. Nothing on them was read.");
  CHECK(message({words, picture()}) ==
        "No text was found on page 2: these are pictures, perhaps scanned. Nothing on them was read.");
  CHECK(message({words, empty}).empty());
  const auto scanned = read({picture(), picture()});
  CHECK(scanned.blocks.empty());
  CHECK(scanned.findings.size() == 1);
}

TEST_CASE("what is no answer of makegood-pdf is refused in one line") {
  for (const char* json : {"", "{", "[]", "{}", "null", R"({"format":"makegood-pdf-2"})", R"({"format":1})"}) {
    CAPTURE(json);
    const auto document = read_pdf_json(json);
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().message == "This PDF could not be read: the PDF reader's answer makes no sense.");
  }
  CHECK(read_pdf_json(R"({"format":"makegood-pdf-1","pages":[{"words":[[1],[],3,"x"],"rules":[7]},8]})").has_value());
  CHECK_FALSE(read_pdf_json(std::string(1000, '[')).has_value());
}

}  // namespace pdf_test
