#include <doctest/doctest.h>

#include "formats/dump.h"
#include "formats/markdown.h"
#include "formats/write.h"

using namespace makegood;
using formats::dump;

namespace write_markdown_test {

std::string there_and_back(const Document& document) {
  const auto read = read_document(write_markdown(document), "plan.md");
  return read ? dump(read->blocks) : read.error().message;
}

TEST_CASE("no text becomes markup, wherever it stands") {
  for (const char* text :
       {"# no heading", "- no item", "+ no item", "* no item", "1. no item", "12) no item", "> no quotation", "===", "---", "***", "| no | table |", "**not bold**",
        "_not_ __leaning__", "`no code`", "~~not gone~~", "[no](link)", "![no](picture)", "<b>no tag</b>", "<br>", "<!-- no comment -->", "&amp;", "&#42;", "&copy;", "a & b",
        "\\", "\\|", "\\\\|", "a\\", "ends in #", "ends in \\", ": no definition", "\xE2\x80\xA2 no bullet", "\xE2\x80\xA2no bullet", "https://example.org/a_b*c", "<html>",
        "=1+1", "a|b", "|", "``` no fence", "Setext", "{.class}", "$x$", "e\xCC\x81 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 \xD8\xAA\xD8\xAC"}) {
    CAPTURE(text);
    Document document;
    document.profile = "a-profile";
    document.blocks = {heading(2, text), paragraph(text), table({{"One", "Two"}, {text, "x"}, {"y", std::string(text) + "\nand " + text}})};
    CHECK(there_and_back(document) == "h2 " + std::string(text) + "\np " + text + "\ntable\nhead | One | Two\nrow | " + text + " | x\nrow | y | " + text + "\\nand " + text + "\n");
  }
}

TEST_CASE("lists keep their markers and levels, links their words and addresses") {
  Document document;
  document.blocks = {list_item("\xE2\x80\xA2", "one"), list_item("\xE2\x80\xA2", "1. inner", 1), list_item("a.", "two"), list_item("3)", "three"), list_item("\xE2\x9E\xA4", "four")};
  document.blocks.push_back(paragraph("See the [minutes] of May & June."));
  document.blocks.back().links = {{"[minutes]", "https://example.org/a_(b)?c=1&d=2"}};
  const auto read = read_markdown(write_markdown(document));
  REQUIRE(read);
  CHECK(dump(read->blocks) == "li \xE2\x80\xA2 one\nli1 \xE2\x80\xA2 1. inner\nli a. two\nli 3) three\nli \xE2\x9E\xA4 four\np See the [minutes] of May & June.\n");
  CHECK(read->blocks.back().links == document.blocks.back().links);
}

TEST_CASE("merged cells are written once, and a table without a header has none") {
  Document document;
  auto merged = table({{"Head", ""}, {"a", "b"}});
  merged.rows[0].cells.pop_back();
  merged.rows[0].cells[0].column_span = 2;
  auto headless = table({{"x", "y"}});
  headless.rows[0].header = false;
  document.blocks = {merged, paragraph("between"), headless};
  CHECK(write_markdown(document) == "| Head |  |\n| --- | --- |\n| a | b |\n\nbetween\n\n|  |  |\n| --- | --- |\n| x | y |\n");
}

TEST_CASE("the profile and the language stand on the first line, and are found behind a byte order mark") {
  Document document;
  document.profile = "makegood-plan-1";
  document.language = "cy";
  document.blocks = {paragraph("Words <html> of any kind,\nin lines, and, more, commas")};
  const auto bytes = write_markdown(document);
  CHECK(bytes.starts_with("<!-- profile: makegood-plan-1; language: cy -->\n"));
  for (const auto& given : {bytes, "\xEF\xBB\xBF" + bytes, replace_all(bytes, "\n", "\r\n")}) {
    const auto read = read_document(given, "");
    REQUIRE(read);
    CHECK(read->format == "markdown");
    CHECK(read->profile == "makegood-plan-1");
    CHECK(read->language == "cy");
  }
  for (const char* none : {"<!-- profile: -->\n", "<!-- profile: a b -->\n", "words <!-- profile: a -->\n", "<!-- profile: a; language: <b> -->\n"})
    CHECK(read_markdown(none)->profile.empty());
}

TEST_CASE("thousands of marks in one cell stay what they are") {
  std::string marks;
  for (int n = 0; n < 30'000; ++n) marks += n % 100 == 0 ? " [" : "_";
  Document document;
  document.blocks = {table({{"One", "Two"}, {"x" + marks, "y"}})};
  CHECK(there_and_back(document) == "table\nhead | One | Two\nrow | x" + marks + " | y\n");
}

}  // namespace write_markdown_test
