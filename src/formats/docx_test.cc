#include "formats/docx.h"

#include <doctest/doctest.h>

#include "formats/dump.h"
#include "formats/zip_fixture.h"

using namespace makegood;
using formats::DocxSource;

namespace docx_test {

std::string show(const Result<Document>& document) {
  return document ? formats::dump(document->blocks) : document.error().message;
}
std::string read(const DocxSource& source) { return show(read_docx(formats::docx_of(source))); }

// A run, a paragraph, a cell, a row, a table: Word's markup in short.
std::string r(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
std::string p(const std::string& runs, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}
std::string tc(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text.empty() ? "" : r(text)) + "</w:tc>";
}
std::string tr(const std::string& cells, const std::string& properties = "") {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
std::string tbl(const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; }
std::string in_list(int list, int level = 0) {
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(list) + "\"/></w:numPr>";
}
std::string style(const std::string& id, const std::string& name, const std::string& inner = "") {
  return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + inner + "</w:style>";
}
std::string level(int number, const std::string& format, const std::string& text, const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more +
         "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}
std::string abstract(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}
std::string num(int id, int of, const std::string& overrides = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(of) + "\"/>" + overrides + "</w:num>";
}
constexpr const char* kStartAgain = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>";

TEST_CASE("running text of Word documents") {
  const std::string field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org\" </w:instrText></w:r>"
                            "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + r("the page") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  struct {
    const char* name;
    std::string body;
    const char* expected;
  } rows[] = {
      {"runs join, white space is squeezed", p(r("Do ") + r(" it") + r(" ") + r("now")), "p Do it now\n"},
      {"line breaks are kept, tabs are spaces", p("<w:r><w:t>Head of A</w:t><w:br/><w:t>Head</w:t><w:tab/><w:t>of B</w:t></w:r>"), "p Head of A\\nHead of B\n"},
      {"soft hyphens go, hard ones stay", p("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t><w:noBreakHyphen/><w:t>erate</w:t></w:r>"), "p coop-erate\n"},
      {"emphasis of the whole, switched off again in part", p(r("All", "<w:b/>") + r(" bold", "<w:b/><w:i w:val=\"0\"/>")) + p(r("Not", "<w:b/>") + r(" all")), "p <b>All bold\np Not all\n"},
      {"no underline is none", p(r("Plain", "<w:u w:val=\"none\"/>")) + p(r("Under", "<w:u w:val=\"single\"/>")), "p Plain\np <u>Under\n"},
      {"tracked changes are read as accepted", p(r("Due ") + "<w:del><w:r><w:delText>May</w:delText></w:r></w:del><w:ins>" + r("June") + "</w:ins>"), "p Due June\n"},
      {"moved text stands where it went", p("<w:moveFrom>" + r("Here") + "</w:moveFrom>" + r("x")) + p("<w:moveTo>" + r("Here") + "</w:moveTo>"), "p x\np Here\n"},
      {"raised numbers behind a word point to notes, those behind a unit do not",
       p(r("Review panels") + r("2", "<w:vertAlign w:val=\"superscript\"/>") + r(" and pay.") + r("3", "<w:position w:val=\"7\"/>") + r(" 20 m") + r("2", "<w:vertAlign w:val=\"superscript\"/>")),
       "p Review panels and pay. 20 m2\n"},
      {"a paragraph's end deleted joins it to the next", p(r("One"), "<w:rPr><w:del/></w:rPr>") + p(r(" two")), "p One two\n"},
      {"hidden text is left out", p(r("Seen") + r(" unseen", "<w:vanish/>")), "p Seen\n"},
      {"a field's result is text, its instruction is not", p(r("See ") + field), "p See the page\n"},
      {"a simple field", p("<w:fldSimple w:instr=\"DATE\">" + r("1 May") + "</w:fldSimple>"), "p 1 May\n"},
      {"a content control is read, its prompt is not", "<w:sdt><w:sdtContent>" + p(r("Inside")) + "</w:sdtContent></w:sdt>" +
           p("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + r("Click here") + "</w:sdtContent></w:sdt>" + r("After")), "p Inside\np After\n"},
      {"a text box is read once, after its paragraph",
       p(r("Anchor") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + p(r("Box")) + "</w:txbxContent></w:drawing></mc:Choice>"
         "<mc:Fallback><w:pict><w:txbxContent>" + p(r("Box")) + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>") + p(r("Next")),
       "p Anchor\np Box\np Next\n"},
      {"notes and comments are left out", p(r("Text") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:commentReference w:id=\"1\"/></w:r>"), "p Text\n"},
      {"a symbol-font bullet typed before text", p(r("\xEF\x83\x98 We will")), "li \xE2\x9E\xA4 We will\n"},
      {"a smart tag is no border", p("<w:smartTag>" + r("Weston") + "</w:smartTag>" + r("-super-Mare")), "p Weston-super-Mare\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(read({row.body}) == row.expected);
  }
}

TEST_CASE("other prefixes than Word's are read") {
  CHECK(show(formats::read_docx_parts({"<ns0:document xmlns:ns0=\"w\"><ns0:body><ns0:p><ns0:r><ns0:t>Plan</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>"})) == "p Plan\n");
}

TEST_CASE("headings by style, outline level and the styles they are based on") {
  const auto styles = style("Heading1", "heading 1", "<w:rPr><w:b/></w:rPr>") + style("Uberschrift2", "heading 2") +
                      style("Theme", "Council Theme", "<w:basedOn w:val=\"Heading1\"/><w:rPr><w:b w:val=\"0\"/></w:rPr>") +
                      style("Deep", "Deep", "<w:pPr><w:outlineLvl w:val=\"7\"/></w:pPr>") +
                      style("Not", "heading 1 but text", "<w:basedOn w:val=\"Heading1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>") +
                      style("A", "Loop A", "<w:basedOn w:val=\"B\"/>") + style("B", "Loop B", "<w:basedOn w:val=\"A\"/>");
  const auto with = [](const char* id) { return "<w:pStyle w:val=\"" + std::string(id) + "\"/>"; };
  CHECK(read({p(r("One"), with("Heading1")) + p(r("Two", "<w:b/>"), with("Uberschrift2")) + p(r("Theme"), with("Theme")) + p(r("Deep"), with("Deep")) +
                  p(r("Text"), with("Not")) + p(r("Loop"), with("A")) + p(r("Direct"), "<w:outlineLvl w:val=\"2\"/>"),
              styles}) == "h1 One\nh2 <b>Two\nh1 Theme\nh6 Deep\np <b>Text\np Loop\nh3 Direct\n");
}

TEST_CASE("automatic numbers as Word shows them") {
  const auto letters = abstract(0, level(0, "lowerLetter", "%1."));
  struct {
    const char* name;
    std::string numbering;
    std::string body;
    const char* expected;
  } rows[] = {
      {"letters", letters + num(1, 0), p(r("x"), in_list(1)) + p(r("y"), in_list(1)), "li a. x\nli b. y\n"},
      {"a list that starts again", letters + num(1, 0) + num(2, 0, kStartAgain),
       p(r("x"), in_list(1)) + p(r("y"), in_list(2)) + p(r("z"), in_list(2)), "li a. x\nli a. y\nli b. z\n"},
      {"lists of one kind go on where none starts again", letters + num(1, 0) + num(2, 0),
       p(r("x"), in_list(1)) + p(r("y"), in_list(2)), "li a. x\nli b. y\n"},
      {"levels in levels, begun anew under each", abstract(0, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")) + num(1, 0),
       p(r("A"), in_list(1)) + p(r("B"), in_list(1, 1)) + p(r("C"), in_list(1, 1)) + p(r("D"), in_list(1)) + p(r("E"), in_list(1, 1)),
       "li 1. A\nli1 1.1 B\nli1 1.2 C\nli 2. D\nli1 2.1 E\n"},
      {"a level that never begins anew", abstract(0, level(0, "decimal", "%1.") + level(1, "lowerRoman", "(%2)", "<w:lvlRestart w:val=\"0\"/>")) + num(1, 0),
       p(r("A"), in_list(1)) + p(r("B"), in_list(1, 1)) + p(r("C"), in_list(1)) + p(r("D"), in_list(1, 1)), "li 1. A\nli1 (i) B\nli 2. C\nli1 (ii) D\n"},
      {"roman, capital letters, leading zeros", abstract(0, level(0, "upperRoman", "%1") + level(1, "upperLetter", "%2)") + level(2, "decimalZero", "%3")) + num(1, 0),
       p(r("A"), in_list(1)) + p(r("B"), in_list(1, 1)) + p(r("C"), in_list(1, 2)), "li I A\nli1 A) B\nli2 01 C\n"},
      {"legal numbering", abstract(0, level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1, 0),
       p(r("A"), in_list(1)) + p(r("B"), in_list(1, 1)), "li I. A\nli1 1.1 B\n"},
      {"bullets of symbol fonts", abstract(0, level(0, "bullet", "\xEF\x82\xB7") + level(1, "bullet", "o") + level(2, "bullet", "\xEF\x83\x98")) + num(1, 0),
       p(r("A"), in_list(1)) + p(r("B"), in_list(1, 1)) + p(r("C"), in_list(1, 2)), "li \xE2\x80\xA2 A\nli1 \xE2\x97\xA6 B\nli2 \xE2\x9E\xA4 C\n"},
      {"a level whose format the list overrides", letters + num(1, 0, "<w:lvlOverride w:ilvl=\"0\">" + level(0, "decimal", "%1)") + "</w:lvlOverride>"),
       p(r("x"), in_list(1)), "li 1) x\n"},
      {"an empty paragraph is counted", letters + num(1, 0), p("", in_list(1)) + p(r("y"), in_list(1)), "li b. y\n"},
      {"no list and lists that are not there", letters + num(1, 0), p(r("x"), in_list(0)) + p(r("y"), in_list(9)), "p x\np y\n"},
      {"after the 26th letter", abstract(0, "<w:lvl w:ilvl=\"0\"><w:start w:val=\"27\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1.\"/></w:lvl>") + num(1, 0),
       p(r("x"), in_list(1)), "li aa. x\n"},
      {"a format through a list style", "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"Ours\"/></w:abstractNum>"
       "<w:abstractNum w:abstractNumId=\"1\"><w:styleLink w:val=\"Ours\"/>" + level(0, "decimal", "%1.") + "</w:abstractNum>" + num(1, 0),
       p(r("x"), in_list(1)), "li 1. x\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(read({.body = row.body, .numbering = row.numbering}) == row.expected);
  }
}

TEST_CASE("bytes that are not UTF-8 in numbers, links and text are replaced") {
  CHECK(read({.body = p(r("x&#xD800;\xFF"), in_list(1)) + p("<w:hyperlink w:anchor=\"\xFF\">" + r("y") + "</w:hyperlink>"),
              .numbering = abstract(0, level(0, "decimal", "%1\xE9")) + num(1, 0)}) ==
        "li 1\xEF\xBF\xBD x\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\np y\n");
}

TEST_CASE("numbers that come with a style, and before headings") {
  const auto styles = style("Item", "Item", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>") +
                      style("Sub", "Sub", "<w:basedOn w:val=\"Item\"/>") +
                      style("Heading1", "heading 1", "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>");
  const auto numbering = abstract(0, level(0, "decimal", "%1.", "<w:pStyle w:val=\"Item\"/>") + level(1, "lowerLetter", "%2)", "<w:pStyle w:val=\"Sub\"/>")) +
                         abstract(1, level(0, "decimal", "%1")) + num(1, 0) + num(2, 1);
  const auto with = [](const char* id) { return "<w:pStyle w:val=\"" + std::string(id) + "\"/>"; };
  CHECK(read({p(r("One"), with("Heading1")) + p(r("A"), with("Item")) + p(r("B"), with("Sub")) + p(r("Two"), with("Heading1")), styles, numbering}) ==
        "h1 1 One\nli 1. A\nli1 a) B\nh1 2 Two\n");
}

TEST_CASE("tables of Word documents") {
  struct {
    const char* name;
    std::string rows;
    const char* expected;
  } rows[] = {
      {"a repeating header row", tr(tc("Action") + tc("Owner"), "<w:tblHeader/>") + tr(tc("Do it") + tc("Head")), "table\nhead | Action | Owner\nrow | Do it | Head\n"},
      {"cells merged sideways", tr(tc("A", "<w:gridSpan w:val=\"2\"/>") + tc("B")) + tr(tc("1") + tc("2") + tc("3")), "table\nrow | 2x1: A | B\nrow | 1 | 2 | 3\n"},
      {"cells merged downwards", tr(tc("A", "<w:vMerge w:val=\"restart\"/>") + tc("B")) + tr(tc("", "<w:vMerge/>") + tc("C")) + tr(tc("", "<w:vMerge w:val=\"continue\"/>") + tc("D")) + tr(tc("E") + tc("F")),
       "table\nrow | 1x3: A | B\nrow | @1 C\nrow | @1 D\nrow | E | F\n"},
      {"one merge straight after another", tr(tc("A", "<w:vMerge w:val=\"restart\"/>")) + tr(tc("", "<w:vMerge/>")) + tr(tc("B", "<w:vMerge w:val=\"restart\"/>")) + tr(tc("", "<w:vMerge/>")),
       "table\nrow | 1x2: A\nrow\nrow | 1x2: B\nrow\n"},
      {"a merge that goes on from nothing is a cell", tr(tc("A", "<w:vMerge/>") + tc("B")), "table\nrow | A | B\n"},
      {"a merge that goes on wider is a cell", tr(tc("A", "<w:vMerge w:val=\"restart\"/>") + tc("B")) + tr(tc("C", "<w:gridSpan w:val=\"2\"/><w:vMerge/>")),
       "table\nrow | A | B\nrow | 2x1: C\n"},
      {"columns skipped before the first cell", tr(tc("A") + tc("B")) + tr(tc("C"), "<w:gridBefore w:val=\"1\"/>"), "table\nrow | A | B\nrow | @1 C\n"},
      {"a deleted row is gone, an inserted one stays", tr(tc("A"), "<w:del/>") + tr(tc("B"), "<w:ins/>"), "table\nrow | B\n"},
      {"a table in a cell", tr("<w:tc>" + p(r("Out")) + tbl(tr(tc("In"))) + p("") + "</w:tc>"), "table\nrow | p Out / table{row | In;}\n"},
      {"a row and a cell in content controls", "<w:sdt><w:sdtContent>" + tr("<w:sdt><w:sdtContent>" + tc("A") + "</w:sdtContent></w:sdt>" + tc("B")) + "</w:sdtContent></w:sdt>", "table\nrow | A | B\n"},
      {"paragraphs of a cell", tr("<w:tc>" + p(r("One")) + p(r("Two")) + "</w:tc>"), "table\nrow | p One / p Two\n"},
      {"what a merged-away cell held is kept", tr(tc("A", "<w:vMerge w:val=\"restart\"/>")) + tr(tc("more", "<w:vMerge/>")), "table\nrow | 1x2: p A / p more\nrow\n"},
      {"old-fashioned sideways merges", tr(tc("A", "<w:hMerge w:val=\"restart\"/>") + tc("", "<w:hMerge w:val=\"continue\"/>") + tc("B")), "table\nrow | 2x1: A | B\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(read({tbl(row.rows)}) == row.expected);
  }
}

TEST_CASE("links by relationship and by field") {
  const DocxSource source{
      .body = p("<w:hyperlink r:id=\"rId7\">" + r("the plan") + "</w:hyperlink>" + r(" and ") + "<w:fldSimple w:instr=\"HYPERLINK &quot;https://example.org/b&quot;\">" + r("more") + "</w:fldSimple>"),
      .links = "<Relationship Id=\"rId7\" Type=\"http://x/hyperlink\" Target=\"https://example.org/a\" TargetMode=\"External\"/>"};
  const auto document = read_docx(formats::docx_of(source));
  REQUIRE(document);
  REQUIRE(document->blocks.size() == 1);
  CHECK(document->blocks[0].text == "the plan and more");
  REQUIRE(document->blocks[0].links.size() == 2);
  CHECK(document->blocks[0].links[0] == Link{"the plan", "https://example.org/a"});
  CHECK(document->blocks[0].links[1] == Link{"more", "https://example.org/b"});
}

TEST_CASE("the underline of a link is none of its words") {
  const DocxSource source{
      .body = p("<w:hyperlink r:id=\"rId7\">" + r("one", "<w:rStyle w:val=\"Link\"/>") + "</w:hyperlink>") +
              p("<w:hyperlink r:id=\"rId7\">" + r("two", "<w:rStyle w:val=\"Link\"/><w:u w:val=\"single\"/>") + "</w:hyperlink>") +
              p(r("three", "<w:rStyle w:val=\"Link\"/>")),
      .styles = "<w:style w:type=\"character\" w:styleId=\"Link\"><w:name w:val=\"Link\"/><w:rPr><w:u w:val=\"single\"/></w:rPr></w:style>",
      .links = "<Relationship Id=\"rId7\" Type=\"http://x/hyperlink\" Target=\"https://example.org/a\" TargetMode=\"External\"/>"};
  CHECK(read(source) == "p one\np <u>two\np <u>three\n");
}

TEST_CASE("cells that Word marks as headings of their rows") {
  const std::string mark = "<w:cnfStyle w:val=\"001000000000\" w:firstColumn=\"1\"/>";
  const auto document = read_docx(formats::docx_of({tbl(tr(tc("1.1", mark) + tc("Do it")) + tr(tc("All across", mark + "<w:gridSpan w:val=\"2\"/>")))}));
  REQUIRE(document);
  CHECK(document->blocks[0].rows[0].cells[0].header);
  CHECK_FALSE(document->blocks[0].rows[0].cells[1].header);
  CHECK_FALSE(document->blocks[0].rows[1].cells[0].header);  // it heads nothing
}

TEST_CASE("pages by Word's own notes, or by the author's breaks, or not at all") {
  const auto page_of_last = [](const std::string& body) {
    const auto document = read_docx(formats::docx_of({body}));
    REQUIRE(document);
    return document->blocks.back().position.page;
  };
  const std::string rendered = "<w:r><w:lastRenderedPageBreak/></w:r>";
  const std::string broken = "<w:r><w:br w:type=\"page\"/></w:r>";
  CHECK(page_of_last(p(r("One")) + p(r("Two"))) == 0);
  CHECK(page_of_last(p(r("One") + broken) + p(r("Two"))) == 2);
  CHECK(page_of_last(p(r("One") + broken) + p(rendered + r("Two")) + p(rendered) + p(r("Three"))) == 3);
  CHECK(page_of_last(p(r("One")) + p(r("Two"), "<w:pageBreakBefore/>")) == 2);
  CHECK(page_of_last(p(r("One"), "<w:sectPr/>") + p(r("Two"))) == 2);
}

TEST_CASE("title and language come from the properties") {
  const auto document = read_docx(formats::docx_of({.body = p(r("x")), .properties = "<dc:title>The  Plan</dc:title><dc:language>cy-GB</dc:language>"}));
  REQUIRE(document);
  CHECK(document->title == "The Plan");
  CHECK(document->language == "cy-GB");
}

TEST_CASE("what was left out is said once") {
  const auto gone = "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>";
  const auto document = read_docx(formats::docx_of({p(r("One") + gone) + p(r("Two") + gone) + p(r("u", "<w:vanish/>"))}));
  REQUIRE(document);
  REQUIRE(document->findings.size() == 2);
  CHECK(document->findings[0].code == "deleted_text_left_out");
  CHECK(document->findings[1].code == "hidden_text_left_out");
}

}  // namespace docx_test
