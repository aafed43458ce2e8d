#include <doctest/doctest.h>

#include <algorithm>

#include "formats/dump.h"
#include "formats/pdf.h"
#include "formats/pdf_drawing.h"

using namespace makegood;
using formats::DrawnPage;

namespace pdf_rivers_test {

Document read(const std::vector<DrawnPage>& pages) { return read_pdf_json(formats::json_of(pages)).value(); }
std::string dump_of(const Document& document) { return formats::dump(document.blocks); }

// The words of `left`, then those of `right`, beside them: as a newsletter is written.
DrawnPage side_by_side(const char* left, const char* right) {
  DrawnPage page(left);
  const DrawnPage other(right);
  return page.change([&](formats::PdfPage& p) {
    for (auto word : other.page().words) {
      word.box.x0 += 260;
      word.box.x1 += 260;
      p.words.push_back(word);
    }
  });
}

const char* const kLeft = R"(
The council has listened to everybody who
came to the town hall in the spring and to
the many who wrote to it in the months that
came after, from all of the wards in the
borough and from beyond its borders too.
)";
const char* const kRight = R"(
Officers have read each of the letters and
made a plan of what will be done, by whom
and when, and they will come back to every
ward in the autumn to say what was done in
the year and what was left for the next.
)";

TEST_CASE("white alone parts the columns of a table") {
  struct Row {
    const char* what;
    const char* picture;
    std::vector<double> columns, rows;  // how its cells were written; none = line by line
    const char* blocks;
  };
  for (const auto& row : {
           Row{"every line a row",
               R"(
Action           Owner          Date
Listen           Chief          May
Learn            Head           June
)",
               {},
               {},
               "table\nrow | Action | Owner | Date\nrow | Listen | Chief | May\nrow | Learn | Head | June\n"},
           Row{"rows that wrap, written cell by cell",
               R"(
Action           Owner          Date
Listen to        Chief          May
everybody        Executive
Learn from       Head           June
them all
)",
               {0, 17, 32},
               {0, 1, 3},
               "table\nrow | Action | Owner | Date\nrow | Listen to everybody | Chief Executive | May\nrow | Learn "
               "from them all | Head | June\n"},
           Row{"rows with white between them, written line by line",
               R"(
Action           Owner          Date

Listen to        Chief          May
everybody        Executive

Learn from       Head           June
them all
)",
               {},
               {},
               "table\nrow | Action | Owner | Date\nrow | Listen to everybody | Chief Executive | May\nrow | Learn "
               "from them all | Head | June\n"},
           Row{"a theme across the table parts it",
               R"(
Action           Owner          Date
Listen           Chief          May
Everything that our schools will do
Learn            Head           June
Teach            Head           July
)",
               {},
               {},
               "table\nrow | Action | Owner | Date\nrow | Listen | Chief | May\np Everything that our schools will "
               "do\ntable\nrow | Learn | Head | June\nrow | Teach | Head | July\n"},
           Row{"a header that fills its column",
               R"(
Recommendation Details         Owner
Listen         to everybody    Chief
Learn          from them       Head
Teach          the others      Head
)",
               {},
               {},
               "table\nrow | Recommendation | Details | Owner\nrow | Listen | to everybody | Chief\nrow | Learn | from "
               "them | Head\nrow | Teach | the others | Head\n"},
           Row{"a numbered list is no table",
               R"(
1.    Listen
2.    Learn
3.    Teach
)",
               {},
               {},
               "p 1. Listen\np 2. Learn\np 3. Teach\n"},
           Row{"a table of contents is no table",
               R"(
Schools              3
Housing              7
Police              12
)",
               {},
               {},
               "p Schools 3 Housing 7 Police 12\n"},
           Row{"labels with what they say are no table",
               R"(
Lead:         Head of Housing
Due:          May
Status:       Begun in every one of our schools
)",
               {},
               {},
               "p Lead: Head of Housing\np Due: May\np Status: Begun in every one of our schools\n"},
           Row{"prose is no table",
               R"(
The council has listened to everybody who
came to the town hall in the spring and to
the many who wrote to it.
)",
               {},
               {},
               "p The council has listened to everybody who came to the town hall in the spring and to the many who "
               "wrote to it.\n"},
       }) {
    CAPTURE(row.what);
    DrawnPage page(row.picture);
    if (!row.columns.empty()) page.write_cells(row.columns, row.rows);
    CHECK(dump_of(read({page})) == row.blocks);
  }
}

TEST_CASE("a newsletter is read column by column") {
  CHECK(dump_of(read({side_by_side(kLeft, kRight)})) ==
        "p The council has listened to everybody who came to the town hall in the spring and to the many who wrote to "
        "it in the months that "
        "came after, from all of the wards in the borough and from beyond its borders too.\n"
        "p Officers have read each of the letters and made a plan of what will be done, by whom and when, and they "
        "will come back to every "
        "ward in the autumn to say what was done in the year and what was left for the next.\n");
}

TEST_CASE("a newsletter whose right column begins higher") {
  const auto text = dump_of(read({side_by_side((std::string("\n") + kLeft).c_str(), kRight)}));
  CHECK(text.starts_with("p The council has listened"));
  CHECK(text.find("\np Officers have read each of the letters and made a plan") != std::string::npos);
}

TEST_CASE("text side by side whose order is not certain is said to be so, and not lost") {
  auto page = side_by_side(kLeft, kRight);
  page.change([](formats::PdfPage& p) {  // written line by line
    std::stable_sort(p.words.begin(), p.words.end(), [](const auto& a, const auto& b) { return a.box.y0 < b.box.y0; });
  });
  const auto document = read({DrawnPage("Words\n"), page});
  REQUIRE(document.findings.size() == 1);
  CHECK(document.findings[0].code == "unreadable_layout");
  CHECK(document.findings[0].message ==
        "On page 2 text stands side by side and its order is not certain: lines may have run together. Check every "
        "item from there, or use "
        "the Word or spreadsheet version.");
  CHECK(plain_text(document).find("listened") != std::string::npos);
  CHECK(plain_text(document).find("Officers") != std::string::npos);
}

TEST_CASE("level rules hold several tables, with text between") {
  CHECK(dump_of(read({DrawnPage(R"(
---------------------------------------
Action         Owner       Date
---------------------------------------
Listen         Chief       May
---------------------------------------
What our schools will do this year
---------------------------------------
Action         Owner       Date
---------------------------------------
Learn          Head        June
---------------------------------------
)")})) ==
        "table\nrow | Action | Owner | Date\nrow | Listen | Chief | May\np What our schools will do this year\n"
        "table\nrow | Action | Owner | Date\nrow | Learn | Head | June\n");
}

TEST_CASE("rules around a table but not between its rows") {
  DrawnPage page(R"(
+--------------+-----------+
| Action       | Owner     |
+--------------+-----------+
| Listen to    | Chief     |
| everybody    |           |
| Learn from   | Head      |
| them all     |           |
+--------------+-----------+
)");
  page.write_cells({0, 15}, {0, 3, 5});
  CHECK(dump_of(read({page})) ==
        "table\nrow | Action | Owner\nrow | Listen to everybody | Chief\nrow | Learn from them all | Head\n");
}

TEST_CASE("a row without rules that goes on over a page stays in its column") {
  DrawnPage first(R"(
Action           Owner          Date
Listen           Chief          May
Learn            Head of all    June
)"),
      second(R"(
                 the schools
Teach            Head           July
Tell             Head           July
)");
  CHECK(dump_of(read({first, second})) ==
        "table\nrow | Action | Owner | Date\nrow | Listen | Chief | May\nrow | Learn | Head of all | June\n"
        "table\nrow | | the schools |\nrow | Teach | Head | July\nrow | Tell | Head | July\n");
}

}  // namespace pdf_rivers_test
