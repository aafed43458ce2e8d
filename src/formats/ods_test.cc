#include "formats/ods.h"

#include <doctest/doctest.h>

#include "formats/dump.h"
#include "formats/zip_fixture.h"

using namespace makegood;

namespace ods_test {

// A cell, a row, a sheet, a file: OpenDocument's markup in short.
std::string c(const std::string& text, const std::string& attributes = "") {
  return "<table:table-cell " + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
}
std::string empty(const std::string& attributes = "") { return "<table:table-cell " + attributes + "/>"; }
std::string r(const std::string& cells, const std::string& attributes = "") { return "<table:table-row " + attributes + ">" + cells + "</table:table-row>"; }
std::string sheet(const std::string& rows, const std::string& name = "Sheet1", const std::string& style = "") {
  return "<table:table table:name=\"" + name + "\" table:style-name=\"" + style + "\">" + rows + "</table:table>";
}
std::string content(const std::string& sheets) {
  return "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\" xmlns:fo=\"f\" xmlns:xlink=\"l\" xmlns:draw=\"d\" xmlns:calcext=\"c\">"
         "<office:automatic-styles><style:style style:name=\"gone\"><style:table-properties table:display=\"false\"/></style:style>"
         "<style:style style:name=\"bold\"><style:text-properties fo:font-weight=\"bold\"/></style:style></office:automatic-styles>"
         "<office:body><office:spreadsheet>" + sheets + "</office:spreadsheet></office:body></office:document-content>";
}
std::string show(const Result<Document>& document) { return document ? formats::dump(document->blocks) : document.error().message; }
std::string read(const std::string& rows) { return show(formats::read_ods_content(content(sheet(rows)))); }

std::string findings(const Result<Document>& document) {
  std::string out;
  for (const auto& finding : document.value().findings) out += finding.code + ": " + finding.where + "\n";
  return out;
}

TEST_CASE("cells of OpenDocument spreadsheets") {
  struct {
    const char* name;
    std::string rows;
    const char* expected;
  } rows[] = {
      {"a date is what it shows", r(c("April 23", "office:value-type=\"date\" office:date-value=\"2023-04-01\"") + c("x")), "table\nrow | April 23 | x\n"},
      {"a value that shows nothing is given", r(empty("office:value-type=\"float\" office:value=\"4.5\"") + c("x")), "table\nrow | 4.5 | x\n"},
      {"paragraphs are lines", r("<table:table-cell><text:p>Head of A</text:p><text:p>Head of B</text:p></table:table-cell>" + c("x")), "table\nrow | Head of A\\nHead of B | x\n"},
      {"spaces, tabs and breaks", r(c("a<text:s text:c=\"3\"/>b<text:tab/>c<text:line-break/>d") + c("x")), "table\nrow | a b c\\nd | x\n"},
      {"line breaks of the file are spaces", r(c("Head\n  of A") + c("x")), "table\nrow | Head of A | x\n"},
      {"spans of text", r(c("<text:span>Do</text:span> it") + c("x")), "table\nrow | Do it | x\n"},
      {"a repeated cell", r(c("a", "table:number-columns-repeated=\"2\"") + c("b")), "table\nrow | a | a | b\n"},
      {"repeated empty cells are a place", r(c("a") + empty("table:number-columns-repeated=\"2\"") + c("b")) + r(c("c") + c("d") + c("e") + c("f")), "table\nrow | a | @3 b\nrow | c | d | e | f\n"},
      {"a repeated row", r(c("a") + c("b"), "table:number-rows-repeated=\"2\""), "table\nrow | a | b\nrow | a | b\n"},
      {"merged sideways", r(c("a", "table:number-columns-spanned=\"2\"") + "<table:covered-table-cell/>" + c("b")) + r(c("1") + c("2") + c("3")), "table\nrow | 2x1: a | b\nrow | 1 | 2 | 3\n"},
      {"merged downwards", r(c("a") + c("b", "table:number-rows-spanned=\"2\"")) + r(c("c") + "<table:covered-table-cell/>"), "table\nrow | a | 1x2: b\nrow | c\n"},
      {"what a covered cell holds is kept", r(c("a") + c("b", "table:number-rows-spanned=\"2\"")) + r(c("c") + "<table:covered-table-cell><text:p>d</text:p></table:covered-table-cell>"), "table\nrow | a | 1x2: b\\nd\nrow | c\n"},
      {"a title in bold", r(c("Plan", "table:style-name=\"bold\"")) + r(c("Action") + c("Owner")), "h1 Plan\ntable\nrow | Action | Owner\n"},
      {"rows in groups", "<table:table-header-rows>" + r(c("a") + c("b")) + "</table:table-header-rows><table:table-row-group>" + r(c("c") + c("d")) + "</table:table-row-group>", "table\nrow | a | b\nrow | c | d\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(read(row.rows) == row.expected);
  }
}

TEST_CASE("what is hidden or left out of an OpenDocument spreadsheet is said") {
  const auto note = "<table:table-cell><office:annotation><text:p>Chase this</text:p></office:annotation><text:p>Do it</text:p></table:table-cell>";
  const auto shape = "<table:table-cell><draw:frame><draw:text-box><text:p>Box</text:p></draw:text-box></draw:frame><text:p>Head</text:p></table:table-cell>";
  const auto document = formats::read_ods_content(content(
      "<table:tracked-changes><table:table-cell><text:p>deleted</text:p></table:table-cell></table:tracked-changes>" +
      sheet("<table:table-column/><table:table-column table:visibility=\"collapse\"/>" + r(note + std::string(shape)) +
                r(c("More") + c("Err:502", "calcext:value-type=\"error\""), "table:visibility=\"filter\""),
            "Plan") +
      sheet(r(c("Open")), "Lists", "gone")));
  CHECK(show(document) == "table\nrow | Do it | Head\nrow | More\n");
  CHECK(findings(document) ==
        "hidden_rows_read: sheet \"Plan\", row 2\n"
        "hidden_columns_read: sheet \"Plan\", column B\n"
        "error_cells_left_out: sheet \"Plan\", cell B2\n"
        "hidden_sheets_left_out: \"Lists\"\n"
        "comments_left_out: sheet \"Plan\"\n"
        "pictures_left_out: sheet \"Plan\"\n");
}

TEST_CASE("links, positions and properties of OpenDocument spreadsheets") {
  const auto bytes = formats::zip_of(
      {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
       {"content.xml", content(sheet(r("", "table:number-rows-repeated=\"4\"") + r(empty() + c("<text:a xlink:href=\"https://example.org\">the plan</text:a>") + c("b")), "Housing"))},
       {"meta.xml", "<office:document-meta xmlns:office=\"o\" xmlns:dc=\"d\" xmlns:meta=\"m\"><office:meta><dc:title>Plan</dc:title><dc:language>cy</dc:language>"
                    "<meta:user-defined meta:name=\"makegood-profile\">makegood-plan-1</meta:user-defined></office:meta></office:document-meta>"}});
  const auto document = read_document(bytes, "plan.ods");
  REQUIRE(document);
  CHECK(document->format == "ods");
  CHECK(document->title == "Plan");
  CHECK(document->language == "cy");
  CHECK(document->profile == "makegood-plan-1");
  const auto& cell = document->blocks.at(0).rows.at(0).cells.at(0);
  CHECK(cell.blocks.at(0).links == std::vector<Link>{{"the plan", "https://example.org"}});
  CHECK(cell.blocks.at(0).position == Position{.sheet = "Housing", .block = 1, .row = 5, .column = 2});
}

}  // namespace ods_test
