#include "formats/csv.h"

#include <doctest/doctest.h>

#include "formats/dump.h"

using namespace makegood;
using namespace std::string_literals;

namespace csv_test {

std::string show(const Result<CsvTable>& table) {
  if (!table) return table.error().message;
  std::string out = join(table->header, "|");
  for (const auto& row : table->rows)
    out += "\n" + std::to_string(row.row) + "," + std::to_string(row.line) + ": " + replace_all(join(row.cells, "|"), "\n", "\\n");
  for (const auto& finding : table->findings) out += "\n! " + finding.code + " " + finding.where;
  return out;
}

TEST_CASE("delimited text of many makes") {
  struct {
    const char* name;
    std::string bytes;
    const char* expected;
  } rows[] = {
      {"commas and LF", "id,title\n1,Do it\n", "id|title\n2,2: 1|Do it"},
      {"no line end at the end", "id,title\n1,Do it", "id|title\n2,2: 1|Do it"},
      {"CRLF", "id,title\r\n1,Do it\r\n", "id|title\n2,2: 1|Do it"},
      {"a byte order mark", "\xEF\xBB\xBFid,title\n1,x\n", "id|title\n2,2: 1|x"},
      {"semicolons", "id;title\n1;a, b\n", "id|title\n2,2: 1|a, b"},
      {"tabs", "id\ttitle\n1\ta, b\n", "id|title\n2,2: 1|a, b"},
      {"a named delimiter", "sep=;\r\nid;title\r\n1;x\r\n", "id|title\n2,3: 1|x"},
      {"quotes, doubled quotes and quoted line breaks", "id,title\n1,\"a, \"\"b\"\"\nc\"\n2,x\n", "id|title\n2,2: 1|a, \"b\"\\nc\n3,4: 2|x"},
      {"UTF-16, little end first, with a mark", "\xFF\xFEi\0d\0,\0t\0\n\0" "1\0,\0\xE9\0\n\0"s, "id|t\n2,2: 1|\xC3\xA9"},
      {"UTF-16, big end first, without a mark", "\0i\0d\0,\0t\0\n\0" "1\0,\0x\0\n"s, "id|t\n2,2: 1|x"},
      {"Windows-1252", "id,t\n1,caf\xE9 \x96 \x80" "5\n", "id|t\n2,2: 1|caf\xC3\xA9 \xE2\x80\x93 \xE2\x82\xAC" "5\n! encoding_guessed "},
      {"blank lines are no rows", "id,t\n\n1,x\n\n", "id|t\n2,3: 1|x"},
      {"a row of delimiters is a row", "id,t\n,\n", "id|t\n2,2: |"},
      {"ragged rows are kept and named", "id,t\n1\n1,2,3\n1,2\n", "id|t\n2,2: 1\n3,3: 1|2|3\n4,4: 1|2\n! ragged_rows lines 2 and 3"},
      {"a quote that is never closed", "id,t\n1,\"x\n2,y\n", "id|t\n2,2: 1|x\\n2,y\\n\n! unclosed_quote line 2"},
      {"text after a closing quote", "id,t\n\"1\"x,y\n", "id|t\n2,2: 1x|y\n! stray_quote line 2"},
      {"a quote inside a cell is text", "id,t\n5\" pipe,y\n", "id|t\n2,2: 5\" pipe|y"},
      {"two columns of one name", "id,Id\n1,2\n", "id|Id\n2,2: 1|2\n! repeated_column row 1"},
      {"one column", "id\n1\n2\n", "id\n2,2: 1\n3,3: 2"},
      {"nothing", "\n\n", "The file has no rows."},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(show(read_csv_table(row.bytes)) == row.expected);
  }
}

TEST_CASE("a CSV as a document: a header, lines kept, bullets as items") {
  const auto document = read_csv("Action,Owner\n\"\xE2\x80\xA2 One\n\xE2\x80\xA2 Two\",\"Head of A\nHead of B\"\n");
  REQUIRE(document);
  CHECK(document->format == "csv");
  CHECK(formats::dump(document->blocks) ==
        "table\nhead | Action | Owner\nrow | li \xE2\x80\xA2 One / li \xE2\x80\xA2 Two | Head of A\\nHead of B\n");
  CHECK(document->blocks[0].rows[1].position == Position{.block = 1, .row = 2, .line = 2});
}

TEST_CASE("what is written needs quotes only where RFC 4180 asks for them") {
  CHECK(write_csv({{"id", "a, b"}, {"say \"x\"", "two\nlines"}, {"", ""}, {""}, {" x"}}) ==
        "id,\"a, b\"\n\"say \"\"x\"\"\",\"two\nlines\"\n,\n\"\"\n\" x\"\n");
  CHECK(write_csv({{"a;b", "c,d"}}, ';') == "\"a;b\";c,d\n");
}

}  // namespace csv_test
