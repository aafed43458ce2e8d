#include <doctest/doctest.h>

#include <random>

#include "formats/dump.h"
#include "formats/package.h"
#include "formats/runs.h"
#include "formats/write.h"
#include "formats/xlsx.h"

using namespace makegood;
using namespace std::string_literals;

namespace write_xlsx_test {

Workbook one_table(std::vector<std::vector<SheetValue>> rows) {
  Workbook book;
  book.title = "Plan";
  book.sheets.push_back({"Items", {"Items of the plan"}, {{"Items", {"Ref", "Action", "Due"}, std::move(rows), {}}}});
  return book;
}

// What a reader makes of a text: lines squeezed, empty ones gone.
std::string read_back(const std::string& text) {
  const auto bytes = write_xlsx(one_table({{"1"s, text, "x"s}}));
  if (!bytes) return bytes.error().message;
  const auto document = read_xlsx(*bytes);
  if (!document) return document.error().message;
  std::string out;
  for (const auto& cell : document->blocks.back().rows.at(1).cells)
    if (cell.column == 1) out = cell_text(cell);
  return out;
}

// A bullet and its words are parted when they are read.
std::string without_space(std::string_view text) { return replace_all(replace_all(squeeze(text), " ", ""), "\n", ""); }

std::string part(const std::string& bytes, const std::string& name) { return formats::Package::open(bytes, {}).value().part(name).value(); }

TEST_CASE("a workbook that is written reads back") {
  Workbook book = one_table({{"1.1"s, "Review lettings"s, Day::make(2026, 3, 31).value()}, {"1.2"s, ""s, ""s}, {""s, "No reference"s, 4.5}});
  book.language = "cy-GB";
  book.profile = "makegood-plan-1";
  book.sheets.insert(book.sheets.begin(), Sheet{"Cover", {"Our plan", "Agreed in May."}, {}});
  const auto bytes = write_xlsx(book);
  REQUIRE(bytes);
  const auto document = read_document(*bytes, "plan.xlsx");
  REQUIRE(document);
  CHECK(document->title == "Plan");
  CHECK(document->language == "cy-GB");
  CHECK(document->profile == "makegood-plan-1");
  CHECK(document->findings.empty());
  CHECK(formats::dump(document->blocks) ==
        "h1 Our plan\np Agreed in May.\nh1 Items of the plan\ntable\nhead | <b>Ref | <b>Action | <b>Due\n"
        "row | 1.1 | Review lettings | 2026-03-31\nrow | 1.2\nrow | @1 No reference | 4.5\n");
}

TEST_CASE("texts stay texts, whatever they begin with or hold") {
  const struct {
    const char* name;
    std::string text, expected;
  } rows[] = {
      {"a formula", "=1+1", "=1+1"},
      {"a command", "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"},
      {"a plus", "+44 7700 900123", "+44 7700 900123"},
      {"a minus", "-1", "-1"},
      {"an at sign", "@SUM(A1)", "@SUM(A1)"},
      {"a number in figures", "007", "007"},
      {"an address", "https://example.org/a?b=c&d", "https://example.org/a?b=c&d"},
      {"mark-up", "<b>R&D</b> \"quoted\"", "<b>R&D</b> \"quoted\""},
      {"spaces at both ends", "  Do it  ", "Do it"},
      {"line breaks", "Head of A\nHead of B\r\nHead of C", "Head of A\nHead of B\nHead of C"},
      {"what looks like Excel's escape", "_x000D_ and _x005F_x0041_", "_x000D_ and _x005F_x0041_"},
      {"escapes that run into one another", "_x0041_x0042_", "_x0041_x0042_"},
      {"an escape closed by the next", "_x000D\x1F", "_x000D\x1F"},
      {"nearly an escape", "_x00_ _xGGGG_ _x0041", "_x00_ _xGGGG_ _x0041"},
      {"a control character", "bell\x07 rings", "bell\x07 rings"},
      {"a zero byte", "a\0b"s, "ab"},
      {"bytes that are no text", "caf\xE9", "caf\xEF\xBF\xBD"},
      {"characters that XML has not", "a\xEF\xBF\xBE" "b\xEF\xBF\xBF", "a\xEF\xBF\xBE" "b\xEF\xBF\xBF"},
      {"Welsh and emoji", "Cymru ŵŷ \xF0\x9F\x8F\xB4", "Cymru ŵŷ \xF0\x9F\x8F\xB4"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(read_back(row.text) == row.expected);
  }
}

TEST_CASE("a cell takes 32,767 characters, as Excel counts them") {
  CHECK(read_back(std::string(32'767, 'x')) == std::string(32'767, 'x'));
  CHECK(read_back(std::string(32'768, 'x')).find("more than 32767 characters") != std::string::npos);
  std::string wide;
  for (int n = 0; n < 16'384; ++n) wide += "\xF0\x9F\x8F\xB4";  // two units each
  CHECK(read_back(wide).find("more than 32767 characters") != std::string::npos);
}

TEST_CASE("dates are true dates, where Excel has them") {
  const auto bytes = write_xlsx(one_table({{"1"s, Day::make(2023, 4, 1).value(), Day::make(1899, 12, 31).value()}}));
  REQUIRE(bytes);
  CHECK(part(*bytes, "xl/worksheets/sheet1.xml").find("<v>45017</v>") != std::string::npos);
  CHECK(formats::dump(read_xlsx(*bytes)->blocks).find("row | 1 | 2023-04-01 | 1899-12-31") != std::string::npos);
}

TEST_CASE("the form that published tables have: named, header in view, nothing merged") {
  const auto bytes = write_xlsx(one_table({{"1"s, "a"s, "b"s}}));
  REQUIRE(bytes);
  const auto page = part(*bytes, "xl/worksheets/sheet1.xml");
  CHECK(page.find("<mergeCell") == std::string::npos);
  CHECK(page.find("state=\"frozen\"") != std::string::npos);
  CHECK(page.find("ySplit=\"3\"") != std::string::npos);
  const auto table = part(*bytes, "xl/tables/table1.xml");
  CHECK(table.find("displayName=\"Items\"") != std::string::npos);
  CHECK(table.find("ref=\"A3:C4\"") != std::string::npos);
  CHECK(part(*bytes, "xl/styles.xml").find("wrapText=\"1\"") != std::string::npos);
}

TEST_CASE("the same workbook gives the same bytes") {
  const auto book = one_table({{"1"s, "a"s, Day::make(2023, 4, 1).value()}});
  CHECK(write_xlsx(book).value() == write_xlsx(book).value());
}

TEST_CASE("a table without rows is a table all the same") {
  const auto bytes = write_xlsx(one_table({}));
  REQUIRE(bytes);
  CHECK(formats::dump(read_xlsx(*bytes)->blocks) == "h1 Items of the plan\ntable\nhead | <b>Ref | <b>Action | <b>Due\n");
}

TEST_CASE("what Excel cannot hold is refused by its sheet") {
  auto book = one_table({});
  book.sheets[0].tables[0].rows.resize(1'048'577);
  const auto refused = write_xlsx(book);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fault == Fault::too_large);
  CHECK(refused.error().message == "The sheet \"Items\" cannot be an Excel sheet: it has more than 1048576 rows.");
}

TEST_CASE("any text that is written is read back") {
  const std::vector<std::string> pieces = {"a", "Z", "0", "_", "x", "_x", "005F", "000D", "_x000A_", "_x005F_", "=", "@", "&", "<", "]]>", "\"", "'", "\n",
                                           "\r", "\t", " ", "\x01", "\x1F", "\x7F", "\xC2\x85", "\xE2\x80\xA8", "\xEF\xBF\xBF", "\xF0\x9F\x8F\xB4", "\xE2\x80\xA2 ", "- ", "\xC3\xA9"};
  std::mt19937 random(20260914);
  for (int sheet = 0; sheet < 40; ++sheet) {
    std::vector<std::vector<SheetValue>> rows;
    std::vector<std::string> texts;
    for (int n = 0; n < 50; ++n) {
      std::string text;
      for (auto length = random() % 12; length > 0; --length) text += pieces[random() % pieces.size()];
      texts.push_back(text);
      rows.push_back({std::to_string(n), text, "end"s});
    }
    const auto document = read_xlsx(write_xlsx(one_table(rows)).value());
    REQUIRE(document);
    const auto& table = document->blocks.back();
    REQUIRE(table.rows.size() == texts.size() + 1);
    for (std::size_t n = 0; n < texts.size(); ++n) {
      std::string read;
      for (const auto& cell : table.rows[n + 1].cells)
        for (const auto& block : cell.blocks)
          if (cell.column == 1) read += block.marker + block.text;
      CAPTURE(texts[n]);
      CHECK(without_space(read) == without_space(formats::clean_lines(texts[n])));
    }
  }
}

TEST_CASE("a locked sheet keeps its open columns, its menus and its hidden columns") {
  Workbook book = one_table({{"1.1"s, ""s, "key-1"s}, {"1.2"s, "At risk"s, "key-2"s}});
  book.sheets[0].locked = true;
  book.sheets[0].tables[0].menus = {{1, {"On track", "At risk"}}};
  book.sheets[0].tables[0].open = {1};
  book.sheets[0].tables[0].hidden = {2};
  const auto bytes = write_xlsx(book);
  REQUIRE(bytes);
  const auto sheet = part(*bytes, "xl/worksheets/sheet1.xml");
  CHECK(sheet.find("<sheetProtection ") != std::string::npos);
  CHECK(sheet.find("<formula1>\"On track,At risk\"</formula1>") != std::string::npos);
  CHECK(sheet.find("hidden=\"1\"") != std::string::npos);
  const auto document = read_xlsx(*bytes);
  REQUIRE(document);  // a sheet that is only locked is no locked file
  CHECK(formats::dump(document->blocks).find("row | 1.2 | At risk | key-2\n") != std::string::npos);
}

}  // namespace write_xlsx_test
