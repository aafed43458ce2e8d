#include "formats/xlsx.h"

#include <doctest/doctest.h>

#include "formats/dump.h"
#include "formats/relationships.h"
#include "formats/sheet_blocks.h"
#include "formats/sheet_fixture.h"
#include "formats/xlsx_sheet.h"

using namespace makegood;
using formats::row_of_cells;
using formats::text_cell;
using formats::value_cell;
using formats::XlsxSource;

namespace xlsx_test {

std::string show(const Result<Document>& document) {
  return document ? formats::dump(document->blocks) : document.error().message;
}

std::string read(const XlsxSource& source) { return show(read_xlsx(formats::xlsx_of(source))); }

std::string read_rows(const std::string& rows, const std::string& after = "") { return read({.sheets = {{"Sheet1", rows, after}}}); }

// "CODE: where" for each finding.
std::string findings(const Result<Document>& document) {
  std::string out;
  for (const auto& finding : document.value().findings) out += finding.code + ": " + finding.where + "\n";
  return out;
}

std::string merged(const std::string& range) { return "<mergeCells><mergeCell ref=\"" + range + "\"/></mergeCells>"; }

constexpr const char* kStrings = "<si><t>Action</t></si><si><t xml:space=\"preserve\"> Head of </t></si>"
                                 "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">Do </t></r><r><t>it</t></r><rPh sb=\"0\" eb=\"1\"><t>doo</t></rPh></si>"
                                 "<si><r><rPr><b/></rPr><t>All bold</t></r></si>";

TEST_CASE("what the cells of a workbook say") {
  const auto cell = [](const std::string& markup) { return row_of_cells(1, markup); };
  struct {
    const char* name;
    std::string row;
    const char* expected;
  } rows[] = {
      {"a shared text", cell(value_cell("A1", "0", 0, "s")), "p Action\n"},
      {"a shared text is squeezed", cell(value_cell("A1", "1", 0, "s")), "p Head of\n"},
      {"runs are joined, reading aids left out", cell(value_cell("A1", "2", 0, "s")), "p Do it\n"},
      {"a text in bold all through", cell(value_cell("A1", "3", 0, "s")), "h1 All bold\n"},
      {"a text in the cell", cell(text_cell("A1", "Review")), "p Review\n"},
      {"rich text in the cell", cell("<c r=\"A1\" t=\"inlineStr\"><is><r><t>Re</t></r><r><t>view</t></r></is></c>"), "p Review\n"},
      {"a number", cell(value_cell("A1", "42")), "p 42\n"},
      {"a number that is none is a text", cell(value_cell("A1", "4 2")), "p 4 2\n"},
      {"a formula's result", cell("<c r=\"A1\"><f>1+1</f><v>2</v></c>"), "p 2\n"},
      {"a formula's text", cell("<c r=\"A1\" t=\"str\"><f>A2&amp;A3</f><v>Head of Housing</v></c>"), "p Head of Housing\n"},
      {"true and false", row_of_cells(1, value_cell("A1", "1", 0, "b") + value_cell("B1", "0", 0, "b")), "table\nrow | TRUE | FALSE\n"},
      {"a date written out", cell(value_cell("A1", "2023-04-01T00:00:00", 2, "d")), "p April 23\n"},
      {"a date by its format", cell(value_cell("A1", "45017", 2)), "p April 23\n"},
      {"a style that is not there is plain", cell(value_cell("A1", "45017", 99)), "p 45017\n"},
      {"line breaks", cell(text_cell("A1", "Head of A&#10;Head of B")), "p Head of A\\nHead of B\n"},
      {"bullets in a cell", row_of_cells(1, text_cell("A1", "Libraries will:&#10;\xE2\x80\xA2 read&#10;\xE2\x80\xA2 lend") + text_cell("B1", "x")),
       "table\nrow | p Libraries will: / li \xE2\x80\xA2 read / li \xE2\x80\xA2 lend | x\n"},
      {"Excel's escapes", cell(text_cell("A1", "one_x000A_two _x005F_x000A_ _x00e9_ _xZZZZ_ _x0000_")), "p one\\ntwo _x000A_ \xC3\xA9 _xZZZZ_\n"},
      {"entities", cell(text_cell("A1", "R&amp;D &#8211; &lt;b&gt;")), "p R&D \xE2\x80\x93 <b>\n"},
      {"rows and cells without names follow one another", "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", "table\nrow | 1 | 2\nrow | 3\n"},
      {"rows and cells out of order", row_of_cells(2, value_cell("B2", "4") + value_cell("A2", "3")) + row_of_cells(1, value_cell("B1", "2") + value_cell("A1", "1")), "table\nrow | 1 | 2\nrow | 3 | 4\n"},
      {"the same cell twice: the later one", row_of_cells(1, value_cell("A1", "1") + value_cell("B1", "2") + value_cell("A1", "3")), "table\nrow | 3 | 2\n"},
      {"other prefixes", "<x:row xmlns:x=\"x\" r=\"1\"><x:c r=\"A1\"><x:v>5</x:v></x:c></x:row>", "p 5\n"},
  };
  const std::string styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"mmmm\\ yy\"/></numFmts>"
                             "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>";
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(read({.sheets = {{"Sheet1", row.row}}, .strings = kStrings, .styles = styles}) == row.expected);
  }
}

TEST_CASE("a workbook of the calendar from 1904") {
  const XlsxSource source{.sheets = {{"Sheet1", row_of_cells(1, value_cell("A1", "43555", 1))}},
                          .styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>",
                          .workbook = "<workbookPr date1904=\"1\"/>"};
  CHECK(read(source) == "p 01/04/2023\n");
}

TEST_CASE("merged cells") {
  const auto grid = formats::picture("a | b | c\nd | e | f\ng | h | i");
  struct {
    const char* name;
    std::string rows, ranges;
    const char* expected;
  } rows[] = {
      {"sideways", formats::picture("Who || When\nA | B | C"), merged("A1:B1"), "table\nrow | 2x1: Who | When\nrow | A | B | C\n"},
      {"downwards", formats::picture("A | Head\nB\nC | Other"), merged("B1:B2"), "table\nrow | A | 1x2: Head\nrow | B\nrow | C | Other\n"},
      {"over a blank row", formats::picture("A | Head\n\nC | Other"), merged("A1:A2"), "table\nrow | A | Head\nrow | C | Other\n"},
      {"what is covered is kept", grid, merged("A1:B2"), "table\nrow | 2x2: a\\nb\\nd\\ne | c\nrow | @2 f\nrow | g | h | i\n"},
      {"a range over another is none", grid, "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"B1:C1\"/></mergeCells>", "table\nrow | 2x1: a\\nb | c\nrow | d | e | f\nrow | g | h | i\n"},
      {"a range beyond the text is cut", formats::picture("a | b\nc | d"), merged("B1:XFD1048576"), "table\nrow | a | 1x2: b\\nd\nrow | c\n"},
      {"corners the other way round", formats::picture("a || c\nd | e | f"), merged("B1:A1"), "table\nrow | 2x1: a | c\nrow | d | e | f\n"},
      {"a range that no sheet has is none", grid, merged("A1:XFE2"), "table\nrow | a | b | c\nrow | d | e | f\nrow | g | h | i\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(read_rows(row.rows, row.ranges) == row.expected);
  }
}

TEST_CASE("where the tables of a sheet are") {
  struct {
    const char* name;
    const char* sheet;
    const char* expected;
  } rows[] = {
      {"a title above a header row", "*Housing plan\n*Action | *Owner\nDo it | Head", "h1 Housing plan\ntable\nhead | <b>Action | <b>Owner\nrow | Do it | Head\n"},
      {"a title in plain type is a line", "Housing plan\nAction | Owner\nDo it | Head", "p Housing plan\ntable\nrow | Action | Owner\nrow | Do it | Head\n"},
      {"a title, a note and a blank row", "*Plan\nPlease read the notes.\n\nAction | Owner\nDo it | Head", "h1 Plan\np Please read the notes.\ntable\nrow | Action | Owner\nrow | Do it | Head\n"},
      {"a blank row does not end a table", "Action | Owner\nDo it | Head\n\nDo more | Head", "table\nrow | Action | Owner\nrow | Do it | Head\nrow | Do more | Head\n"},
      {"a header after a blank row begins one", "*Action | *Owner\nDo it | Head\n\n*Aim | *Lead\nDo more | Head",
       "table\nhead | <b>Action | <b>Owner\nrow | Do it | Head\ntable\nhead | <b>Aim | <b>Lead\nrow | Do more | Head\n"},
      {"the same header again begins one", "Action | Owner\nDo it | Head\n\nAction | Owner\nDo more | Head",
       "table\nrow | Action | Owner\nrow | Do it | Head\ntable\nrow | Action | Owner\nrow | Do more | Head\n"},
      {"other columns begin one", "Action | Owner\nDo it | Head\n\nMeasure | Unit | Value\nA | B | C",
       "table\nrow | Action | Owner\nrow | Do it | Head\ntable\nrow | Measure | Unit | Value\nrow | A | B | C\n"},
      {"a heading over each of two tables", "*Housing\nAction | Owner\nDo it | Head\n\n*Health\nAction | Owner\nDo more | Head",
       "h2 Housing\ntable\nrow | Action | Owner\nrow | Do it | Head\nh2 Health\ntable\nrow | Action | Owner\nrow | Do more | Head\n"},
      {"a title over all and one over each", "*Plan\n*Housing\nAction | Owner\nDo it | Head\n\n*Health\nAction | Owner\nDo more | Head",
       "h1 Plan\nh2 Housing\ntable\nrow | Action | Owner\nrow | Do it | Head\nh2 Health\ntable\nrow | Action | Owner\nrow | Do more | Head\n"},
      {"a title in larger type than the headings below", "#Plan\nAction | Owner\nDo it | Head\n\n*Health\nDo more | Head",
       "h1 Plan\ntable\nrow | Action | Owner\nrow | Do it | Head\nh2 Health\ntable\nrow | Do more | Head\n"},
      {"a lone cell between rows is a row", "Action | Owner\n*Housing\nDo it | Head\nDo more | Head", "table\nrow | Action | Owner\nrow | <b>Housing\nrow | Do it | Head\nrow | Do more | Head\n"},
      {"two tables side by side, of different length", "Action | Owner || Measure | Value\nDo it | Head || Staff | 5\nDo more | Head",
       "table\nrow | Action | Owner\nrow | Do it | Head\nrow | Do more | Head\ntable\nrow | Measure | Value\nrow | Staff | 5\n"},
      {"two tables side by side, of one header", "Action | Owner || Action | Owner\nDo it | Head || Do more | Head",
       "table\nrow | Action | Owner\nrow | Do it | Head\ntable\nrow | Action | Owner\nrow | Do more | Head\n"},
      {"a column left empty for its looks", "Ref | Action || Owner | When\n1 | Do it || Head | May\n2 | Do more || Head | June",
       "table\nrow | Ref | Action | @3 Owner | When\nrow | 1 | Do it | @3 Head | May\nrow | 2 | Do more | @3 Head | June\n"},
      {"a sparse row after a blank one is a row", "Ref | Action | Owner\n1 | Do it | Head\n\n| Do more", "table\nrow | Ref | Action | Owner\nrow | 1 | Do it | Head\nrow | @1 Do more\n"},
      {"a note below a table is a line", "Ref | Action | Owner\n1 | Do it | Head\n\nAgreed in May.", "table\nrow | Ref | Action | Owner\nrow | 1 | Do it | Head\np Agreed in May.\n"},
      {"a table that does not begin in the first column", "\n|Action | Owner\n|Do it | Head", "table\nrow | Action | Owner\nrow | Do it | Head\n"},
      {"no table at all", "*About\nThe council will act.\nIt asks its partners to.", "h1 About\np The council will act.\np It asks its partners to.\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(read({.sheets = {{"Sheet1", formats::picture(row.sheet)}}, .styles = formats::kPlainBoldLarge}) == row.expected);
  }
}

TEST_CASE("names of sheets as headings") {
  const std::string table = "Action | Owner\nDo it | Head", shown = "table\nrow | Action | Owner\nrow | Do it | Head\n";
  const auto workbook = [](const std::vector<std::pair<const char*, std::string>>& sheets) {
    XlsxSource source{.styles = formats::kPlainBoldLarge};
    for (const auto& [name, lines] : sheets) source.sheets.push_back({name, formats::picture(lines)});
    return read(source);
  };
  CHECK(workbook({{"Housing", table}}) == shown);
  CHECK(workbook({{"Housing", table}, {"Health", table}}) == "h1 Housing\n" + shown + "h1 Health\n" + shown);
  CHECK(workbook({{"Sheet1", table}, {"Sheet 2", table}}) == shown + shown);
  CHECK(workbook({{"Housing", table}, {"Sheet2", ""}}) == shown);
  CHECK(workbook({{"Hou", "*Housing and homes\n" + table}, {"Hea", "*Health and care\n" + table}}) ==
        "h1 Housing and homes\n" + shown + "h1 Health and care\n" + shown);
  CHECK(workbook({{"Housing", "*Plan 2026\n" + table}, {"Health", "*Plan 2026\n" + table}}) ==
        "h1 Plan 2026\nh2 Housing\n" + shown + "h2 Health\n" + shown);
  CHECK(workbook({{"Introduction", "We will act."}, {"Housing", table}, {"Health", table}}) ==
        "p We will act.\nh1 Housing\n" + shown + "h1 Health\n" + shown);
  CHECK(workbook({{"Cover", "*Our plan\nWe will act."}, {"Actions", table}}) == "h1 Our plan\np We will act.\n" + shown);
}

TEST_CASE("names that say nothing") {
  for (const auto* name : {"Sheet1", "sheet 12", "Sheet1 (2)", "Table 3", "Taflen 1", "Dalen1", "7", ""}) CHECK(formats::says_nothing(name));
  for (const auto* name : {"Housing", "1 Stand together", "Sheets and bedding", "Adults 2"}) CHECK_FALSE(formats::says_nothing(name));
}

TEST_CASE("positions are the sheet's own") {
  const auto document = read_xlsx(formats::xlsx_of({.sheets = {{"Housing", formats::picture("Plan\n\n||Action | Owner\n||Do it | Head")}}}));
  REQUIRE(document);
  REQUIRE(document->blocks.size() == 2);
  CHECK(document->blocks[0].position == Position{.sheet = "Housing", .block = 1, .row = 1, .column = 1});
  const auto& table = document->blocks[1];
  CHECK(table.rows[1].position == Position{.sheet = "Housing", .block = 2, .row = 4});
  CHECK(table.rows[1].cells[1].blocks[0].position == Position{.sheet = "Housing", .block = 2, .row = 4, .column = 4});
}

TEST_CASE("what is hidden, wrong or left out is said") {
  const auto rows = row_of_cells(1, text_cell("A1", "Action") + text_cell("B1", "Owner")) +
                    row_of_cells(2, text_cell("A2", "Do it") + value_cell("B2", "#REF!", 0, "e"), "hidden=\"1\"") +
                    row_of_cells(3, text_cell("A3", "More") + "<c r=\"B3\"><f>B2</f></c>", "hidden=\"1\"") +
                    row_of_cells(5, "<c r=\"B5\"><f>B2+1</f><v></v></c><c r=\"C5\"><f>HYPERLINK(\"https://example.org/\",\"Report\")</f><v/></c><c r=\"D5\" t=\"str\"><f>E5</f><v></v></c>") +
                    row_of_cells(4, text_cell("A4", "Last") + value_cell("B4", "77", 0, "s"));
  const auto links = formats::relationship("r1", "comments", "../comments1.xml") + formats::relationship("r2", "drawing", "../drawings/drawing1.xml");
  const auto document = read_xlsx(formats::xlsx_of(
      {.sheets = {{"Plan", rows, "", "", links, "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>"},
                  {"Lists", formats::picture("Open\nClosed"), "", "hidden"},
                  {"Old", formats::picture("Gone"), "", "veryHidden"}},
       .strings = kStrings}));
  REQUIRE(document);
  CHECK(formats::dump(document->blocks) == "table\nrow | Action | Owner\nrow | Do it\nrow | More\nrow | Last\n");
  CHECK(findings(document) ==
        "hidden_rows_read: sheet \"Plan\", rows 2 to 3\n"
        "hidden_columns_read: sheet \"Plan\", column B\n"
        "error_cells_left_out: sheet \"Plan\", cell B2 (#REF!)\n"
        "formulas_without_value: sheet \"Plan\", cells B3, B5, C5\n"
        "texts_missing: sheet \"Plan\", cell B4\n"
        "hidden_sheets_left_out: \"Lists\", \"Old\"\n"
        "comments_left_out: sheet \"Plan\"\n"
        "pictures_left_out: sheet \"Plan\"\n");
}

TEST_CASE("a date shown month first is read day first, and that is said") {
  const auto document = read_xlsx(formats::xlsx_of({.sheets = {{"Sheet1", row_of_cells(1, value_cell("A1", "45017", 1))}},
                                                    .styles = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"m/d/yyyy\"/></numFmts>"
                                                              "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>"}));
  CHECK(show(document) == "p 1/4/2023\n");
  CHECK(findings(document) == "dates_read_day_first: sheet \"Sheet1\", cell A1\n");
}

TEST_CASE("links of a sheet") {
  const auto rows = row_of_cells(1, text_cell("A1", "the plan") + "<c r=\"B1\" t=\"str\"><f>HYPERLINK(\"https://example.org/b\",\"more\")</f><v>more</v></c>" + text_cell("C1", "here"));
  const auto document = read_xlsx(formats::xlsx_of(
      {.sheets = {{"Sheet1", rows, "<hyperlinks><hyperlink ref=\"A1\" r:id=\"r1\"/><hyperlink ref=\"C1\" location=\"Sheet1!A1\"/></hyperlinks>", "",
                   formats::relationship("r1", "hyperlink", "https://example.org/a", true)}}}));
  REQUIRE(document);
  const auto& cells = document->blocks.at(0).rows.at(0).cells;
  CHECK(cells[0].blocks[0].links == std::vector<Link>{{"the plan", "https://example.org/a"}});
  CHECK(cells[1].blocks[0].links == std::vector<Link>{{"more", "https://example.org/b"}});
  CHECK(cells[2].blocks[0].links.empty());
}

TEST_CASE("addresses in formulas") {
  CHECK(formats::address_in_formula("HYPERLINK(\"https://example.org\")") == "https://example.org");
  CHECK(formats::address_in_formula("HYPERLINK(A1)").empty());
  CHECK(formats::address_in_formula("HYPERLINK(\"https://example.org/\"&A1)").empty());
  CHECK(formats::address_in_formula("HYPERLINK(\"https://example.org").empty());
}

TEST_CASE("a table that the file names has its header row, and begins where it begins") {
  const auto rows = formats::picture("Status | Open\nRef | Action\n1 | Do it");
  const XlsxSource source{.sheets = {{"Sheet1", rows, "", "", formats::relationship("r1", "table", "../tables/table1.xml")}},
                          .more = {{"xl/tables/table1.xml", "<table xmlns=\"x\" ref=\"A2:B3\" headerRowCount=\"1\"/>"}}};
  CHECK(read(source) == "table\nrow | Status | Open\ntable\nhead | Ref | Action\nrow | 1 | Do it\n");
}

TEST_CASE("parts by other names, and the strict form of the format") {
  const auto strict = [](const char* type, const char* target) {
    return std::string("<Relationship Id=\"") + type + "\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/" + type + "\" Target=\"" + target + "\"/>";
  };
  const auto bytes = formats::zip_of({
      {"_rels/.rels", formats::relationships(strict("officeDocument", "/book/main.xml"))},
      {"book/main.xml", "<w:workbook xmlns:w=\"x\" xmlns:r=\"r\"><w:sheets><w:sheet name=\"Plan\" r:id=\"worksheet\"/></w:sheets></w:workbook>"},
      {"book/_rels/main.xml.rels", formats::relationships(strict("worksheet", "../pages/one.xml") + strict("sharedStrings", "/texts.xml"))},
      {"[Content_Types].xml", "<Types><Override PartName=\"/book/main.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"},
      {"pages/one.xml", "<w:worksheet xmlns:w=\"x\"><w:sheetData><w:row><w:c t=\"s\"><w:v>0</w:v></w:c></w:row></w:sheetData></w:worksheet>"},
      {"texts.xml", "<sst><si><t>Do it</t></si></sst>"},
  });
  CHECK(show(read_document(bytes, "plan")) == "p Do it\n");
}

TEST_CASE("macros are named and not read") {
  const auto bytes = formats::xlsx_of({.sheets = {{"Sheet1", formats::picture("Do it")}},
                                       .more = {{"xl/_rels/workbook.xml.rels",
                                                 formats::relationships(formats::relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
                                                                        "<Relationship Id=\"m\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/>")}}});
  const auto document = read_xlsx(bytes);
  CHECK(show(document) == "p Do it\n");
  CHECK(findings(document) == "macros_left_out: \n");
}

TEST_CASE("title, language and profile come from the properties") {
  const auto document = read_xlsx(formats::xlsx_of(
      {.sheets = {{"Sheet1", formats::picture("x")}},
       .more = {{"docProps/core.xml", "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title> The  plan</dc:title><dc:language>cy-GB</dc:language></cp:coreProperties>"},
                {"docProps/custom.xml", "<Properties xmlns:vt=\"v\"><property name=\"makegood-profile\"><vt:lpwstr>makegood-plan-1</vt:lpwstr></property></Properties>"}}}));
  REQUIRE(document);
  CHECK(document->title == "The plan");
  CHECK(document->language == "cy-GB");
  CHECK(document->profile == "makegood-plan-1");
}

TEST_CASE("how parts point to one another") {
  CHECK(formats::resolve_part("xl/worksheets/sheet1.xml", "../tables/table1.xml") == "xl/tables/table1.xml");
  CHECK(formats::resolve_part("xl/workbook.xml", "/xl/styles.xml") == "xl/styles.xml");
  CHECK(formats::resolve_part("xl/workbook.xml", "./styles.xml") == "xl/styles.xml");
  CHECK(formats::resolve_part("", "xl/workbook.xml") == "xl/workbook.xml");
  CHECK(formats::resolve_part("a.xml", "../../../etc/passwd") == "etc/passwd");
}

TEST_CASE("names of cells") {
  int row = 0, column = 0;
  CHECK(formats::read_cell_name("XFD1048576", row, column));
  CHECK(row == 1048576);
  CHECK(column == 16384);
  CHECK(formats::read_cell_name("$b$7", row, column));
  CHECK(formats::cell_name(row, column) == "B7");
  for (const auto* name : {"XFE1", "A1048577", "A0", "A", "7", "", "A1B", "A99999999999999999999"}) CHECK_FALSE(formats::read_cell_name(name, row, column));
  CHECK(formats::column_name(28) == "AB");
  CHECK(formats::column_name(16384) == "XFD");
  CHECK(formats::runs_in_words({3, 4, 5, 9, 11, 12}) == "3 to 5, 9, 11 to 12");
}

}  // namespace xlsx_test
