// What must not bring a reader down: bombs, floods, depths, cut and locked files. All of it is
// made here; each is refused in one sentence or read with findings.
#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <string>

#include "formats/csv.h"
#include "formats/dump.h"
#include "formats/formats.h"
#include "formats/zip_fixture.h"

using namespace makegood;
using namespace std::string_literals;

namespace limits_test {

std::string times(std::size_t n, std::string_view text) {
  std::string out;
  out.reserve(n * text.size());
  for (std::size_t i = 0; i < n; ++i) out += text;
  return out;
}

std::string refusal(std::string_view bytes, std::string_view name = "plan", const ReadOptions& options = {}) {
  const auto document = read_document(bytes, name, options);
  return document ? "read" : document.error().message;
}

bool has_finding(const Document& document, std::string_view code) {
  for (const auto& finding : document.findings)
    if (finding.code == code) return true;
  return false;
}

class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

constexpr double kPatience = 30.0;  // generous: two slow cores shared with other work

std::string wide(std::string_view text) {
  std::string out;
  for (const char c : text) (out += c) += '\0';
  return out;
}

TEST_CASE("what is no document is refused, each with its own reason") {
  const std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  struct {
    const char* name;
    std::string bytes;
    const char* says;
  } rows[] = {
      {"an empty file", "", "empty"},
      {"spaces alone", "  \n\t \n", "nothing in it"},
      {"a picture", "\x89PNG\r\n\x1A\n....", "picture"},
      {"a PDF", "%PDF-1.7\n...", "PDF files cannot be read here"},
      {"an old Word file", ole + std::string(600, '\0') + wide("WordDocument"), "old format"},
      {"a locked Word file", ole + std::string(600, '\0') + wide("EncryptedPackage"), "password-protected"},
      {"rich text", "{\\rtf1 Plan}", "RTF"},
      {"a program", "\x7F" "ELF\x02\x01", "program"},
      {"bytes that are no text", std::string("a\0b\0\0\0c\x01\x02\x03", 10), "not a document"},
      {"a zip archive of something else", formats::zip_of({{"photo.jpg", "x"}}), "zip archive"},
      {"a workbook without sheets", formats::zip_of({{"xl/workbook.xml", "<workbook/>"}}), "no sheets"},
      {"a binary workbook", formats::zip_of({{"xl/workbook.bin", "x"}}), ".xlsb"},
      {"a presentation", formats::zip_of({{"ppt/presentation.xml", "<p/>"}}), "presentation"},
      {"an OpenDocument text", formats::zip_of({{"content.xml", "<p/>"}}), "OpenDocument"},
      {"a locked OpenDocument spreadsheet", formats::zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "\x01\x02"}, {"META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"}}), "password-protected"},
      {"a package cut short", formats::docx_of({"<w:p><w:r><w:t>Plan</w:t></w:r></w:p>"}).substr(0, 150), "cut short"},
      {"a zip signature and nothing else", "PK\x03\x04", "cut short"},
      {"XML that ends in the middle", formats::zip_of({{"word/document.xml", "<w:document><w:body><w:p>"}}), "damaged"},
      {"a document without a body", formats::zip_of({{"word/document.xml", "<w:document/>"}}), "no body"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto message = refusal(row.bytes);
    CHECK_MESSAGE(message.find(row.says) != std::string::npos, message);
    CHECK(message.find('\n') == std::string::npos);
    CHECK(message.back() == '.');
  }
}

TEST_CASE("a file over the limit is refused before it is read") {
  const auto document = read_document(std::string(2048, 'x'), "plan.txt", {.max_bytes = 1024});
  REQUIRE_FALSE(document);
  CHECK(document.error().fault == Fault::too_large);
}

TEST_CASE("a document of pictures alone has no text and is no refusal") {
  const auto document = read_document(formats::docx_of({"<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"}), "scan.docx");
  REQUIRE(document);
  CHECK(plain_text(*document).empty());
  CHECK(has_finding(*document, "pictures_left_out"));
}

TEST_CASE("a part that unpacks out of all proportion is a bomb") {
  const auto bytes = formats::zip_of({{"word/document.xml", std::string(40U << 20U, ' ')}});
  CHECK(bytes.size() < 100'000);
  CHECK(refusal(bytes).find("unpacks to far more") != std::string::npos);
}

TEST_CASE("parts together may not unpack to more than the limit") {
  std::string noise;
  for (unsigned i = 0, x = 1; i < 200'000; ++i) noise += static_cast<char>('a' + ((x = x * 1664525U + 1013904223U) >> 24U) % 26);
  const auto bytes = formats::docx_of({"<w:p><w:r><w:t>" + noise + "</w:t></w:r></w:p>", noise});
  CHECK(refusal(bytes) == "read");
  CHECK(refusal(bytes, "plan", {.max_text = 300'000}).find("unpacks to far more") != std::string::npos);
}

TEST_CASE("a package of too many entries is refused, and a package in it is not opened") {
  std::vector<std::pair<std::string, std::string>> parts = {{"word/document.xml", formats::document_xml("")}};
  for (int i = 0; i < 10'001; ++i) parts.push_back({"x/" + std::to_string(i), ""});
  CHECK(refusal(formats::zip_of(parts)).find("unpacks to far more") != std::string::npos);
  CHECK(refusal(formats::zip_of({{"inner.docx", formats::docx_of({"<w:p/>"})}})).find("zip archive") != std::string::npos);
}

TEST_CASE("a package that lies about a part's size is stopped or refused") {
  auto bytes = formats::zip_of({{"word/document.xml", formats::document_xml(times(5000, "<w:p/>"))}});
  for (std::size_t at = 22; at < 26; ++at) bytes[at] = 1;
  CHECK(refusal(bytes) != "");
}

TEST_CASE("entities are never expanded: a DOCTYPE is refused") {
  const auto bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                    "<w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"s;
  CHECK(refusal(formats::zip_of({{"word/document.xml", bomb}})).find("DOCTYPE") != std::string::npos);
}

// "<p0>" "<p1>" ...
std::string numbered(std::size_t count, const std::string& before, const std::string& after) {
  std::string out;
  for (std::size_t n = 0; n < count; ++n) out += before + std::to_string(n) + after;
  return out;
}

TEST_CASE("nesting of any depth is flattened, not followed") {
  constexpr std::size_t n = 100'000;
  struct {
    const char* name;
    std::string bytes;
    const char* file;
  } rows[] = {
      {"100,000 div", "<!DOCTYPE html>" + times(n, "<div>") + "deep" + times(n, "</div>"), "a.html"},
      {"100,000 div, never closed", "<!DOCTYPE html>" + times(n, "<div>") + "deep", "a.html"},
      {"100,000 b", "<!DOCTYPE html>" + times(n, "<b>") + "deep", "a.html"},
      {"100,000 different fonts and paragraphs", "<!DOCTYPE html>" + times(n / 10, "<font size=1><font size=2><p>") + "deep", "a.html"},
      {"30,000 tables in tables", "<!DOCTYPE html>" + times(30'000, "<table><tr><td>") + "deep", "a.html"},
      {"30,000 lists in lists", "<!DOCTYPE html>" + times(30'000, "<ul><li>") + "deep", "a.html"},
      {"a million attributes on a tag", "<!DOCTYPE html><p" + numbered(1'000'000, " a", "=1") + ">deep</p" + numbered(100'000, " b", "") + ">", "a.html"},
      {"20,000 definition lists in one another", "<!DOCTYPE html>" + times(20'000, "<dl><dt>a<dd>") + "deep", "a.html"},
      {"30,000 parts folded into one another", "<!DOCTYPE html>" + times(30'000, "<details><summary>deep</summary>"), "a.html"},
      {"50,000 buttons that open one another", "<!DOCTYPE html>" + numbered(50'000, "<button aria-expanded=false aria-controls=p", ">deep</button>") + numbered(50'000, "<div hidden id=p", ">x</div>"), "a.html"},
      {"100,000 parts of one name", "<!DOCTYPE html><button aria-controls=p>deep" + std::string(100'000, 'x') + "</button>" + times(n, "<div id=p hidden>x</div>"), "a.html"},
      {"100,000 breadcrumbs in one another", "<!DOCTYPE html>" + times(n, "<div class=breadcrumb>") + std::string(1'000'000, 'x') + " deep", "a.html"},
      {"100,000 quotations", times(n, ">") + " deep\n", "a.md"},
      {"100,000 list marks", times(n, "- ") + "deep\n", "a.md"},
      {"100,000 numbers", times(n, "1. ") + "deep\n", "a.md"},
      {"100,000 brackets", times(n, "[") + "deep\n", "a.md"},
      {"100,000 pictures", times(n, "![") + "deep\n", "a.md"},
      {"100,000 stars", times(n, "*a **b ") + "deep\n", "a.md"},
      {"100,000 backticks of growing length", times(n, "` `` ") + "deep\n", "a.md"},
      {"100,000 less-than signs", times(n, "<") + "deep\n", "a.md"},
      {"100,000 open tags in text", times(n, "<i>x") + "deep\n", "a.md"},
      {"100,000 links", times(n, "[a](") + "deep\n", "a.md"},
      {"20,000 paragraphs of brackets", times(20'000, "[[[[[[ a\n") + "deep\n", "a.md"},
      {"lists that step in", [] {
         std::string out;
         for (std::size_t i = 0; i < 600; ++i) out += std::string(2 * i, ' ') + "- deep\n";
         return out;
       }(), "a.md"},
      {"20,000 content controls", formats::docx_of({times(20'000, "<w:sdt><w:sdtContent>") + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" +
                                                     times(20'000, "</w:sdtContent></w:sdt>")}), "a.docx"},
      {"100,000 insertions", formats::docx_of({"<w:p>" + times(n, "<w:ins>") + "<w:r><w:t>deep</w:t></w:r>" + times(n, "</w:ins>") + "</w:p>"}), "a.docx"},
      {"20,000 tables in cells", formats::docx_of({times(20'000, "<w:tbl><w:tr><w:tc>") + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" +
                                                   times(20'000, "</w:tc></w:tr></w:tbl>")}), "a.docx"},
      {"50,000 drawings in drawings", formats::docx_of({"<w:p><w:r><w:t>deep</w:t>" + times(50'000, "<w:drawing>") + times(50'000, "</w:drawing>") + "</w:r></w:p>"}), "a.docx"},
      {"1,000 text boxes in text boxes", formats::docx_of({times(1000, "<w:p><w:r><w:pict><w:txbxContent>") + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>" +
                                                           times(1000, "</w:txbxContent></w:pict></w:r></w:p>")}), "a.docx"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const Stopwatch watch;
    const auto document = read_document(row.bytes, row.file);
    REQUIRE(document);
    CHECK(plain_text(*document).find("deep") != std::string::npos);
    CHECK_MESSAGE(watch.seconds() < kPatience, watch.seconds());
    if (std::getenv("MAKEGOOD_TIMES")) MESSAGE(std::string(row.name) << ": " << watch.seconds());
  }
}

TEST_CASE("bytes that are not UTF-8 and zeros come out as valid text") {
  for (const auto& bytes : {"# Plan \xFF\xFE\n\nA \xC3\xA9 b\n"s, "Plan \x93quoted\x94 caf\xE9\n"s, "Plan with\0 a zero and enough words around it to be taken for text\n"s}) {
    const auto document = read_document(bytes, "plan.md");
    REQUIRE(document);
    const auto text = plain_text(*document);
    CHECK(is_valid_utf8(text));
    CHECK(text.find('\0') == std::string::npos);
  }
  CHECK(formats::dump(read_document("Plan \x93quoted\x94 caf\xE9\n", "a.txt")->blocks) == "p Plan \xE2\x80\x9Cquoted\xE2\x80\x9D caf\xC3\xA9\n");
}

TEST_CASE("tables of 100,000 rows are read whole") {
  constexpr std::size_t n = 100'000;
  struct {
    const char* name;
    std::string bytes;
    const char* file;
  } rows[] = {
      {"CSV", "Action,Owner,By when,Status\n" + times(n, "Do the thing,Head of Service,March 2024,Open\n"), "a.csv"},
      {"text", "Action\tOwner\tBy when\tStatus\n" + times(n, "Do the thing\tHead of Service\tMarch 2024\tOpen\n"), "a.txt"},
      {"Markdown", "|Action|Owner|By when|Status|\n|--|--|--|--|\n" + times(n, "|Do the thing|Head of Service|March 2024|Open|\n"), "a.md"},
      {"HTML", "<html><table><tr><th>A<th>B<th>C<th>D" + times(n, "<tr><td>Do the thing</td><td>Head</td><td>March</td><td>Open</td></tr>") + "</table>", "a.html"},
      {"Word", formats::docx_of({"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr>" +
                                 times(n, "<w:tr><w:tc><w:p><w:r><w:t>Do it</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Head</w:t></w:r></w:p></w:tc></w:tr>") + "</w:tbl>"}), "a.docx"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const Stopwatch watch;
    const auto document = read_document(row.bytes, row.file);
    REQUIRE_MESSAGE(document, (document ? "" : document.error().message));
    REQUIRE(document->blocks.size() == 1);
    CHECK(document->blocks[0].rows.size() == n + 1);
    CHECK_MESSAGE(watch.seconds() < kPatience, watch.seconds());
    if (std::getenv("MAKEGOOD_TIMES")) MESSAGE(std::string(row.name) << ": " << watch.seconds());
  }
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) {
      CHECK(std::stol(line.substr(6)) < 512 * 1024);
      if (std::getenv("MAKEGOOD_TIMES")) MESSAGE(line);
    }
}

TEST_CASE("one row over the limit is refused") {
  for (const auto* name : {"a.csv", "a.txt"}) {
    const auto text = "Action\tOwner\n" + times(10, "Do it\tHead\n");
    CHECK(refusal(text, name, {.max_rows = 10}) == "read");
    CHECK(refusal(text, name, {.max_rows = 9}).find("rows") != std::string::npos);
  }
}

TEST_CASE("a row of 100,000 columns is cut, with a finding") {
  const auto cells = times(100'000, "x\t");
  for (const auto& [bytes, name] : {std::pair{cells + "\n" + cells + "\n", "a.txt"}, std::pair{replace_all(cells, "\t", ",") + "\n", "a.csv"},
                                    std::pair{"<html><table><tr>" + replace_all(cells, "x\t", "<td>x"), "a.html"},
                                    std::pair{formats::docx_of({"<w:tbl><w:tr>" + replace_all(cells, "x\t", "<w:tc><w:p/></w:tc>") + "</w:tr></w:tbl>"}), "a.docx"}}) {
    CAPTURE(name);
    const auto document = read_document(bytes, name);
    REQUIRE(document);
    CHECK(has_finding(*document, "too_many_columns"));
    CHECK(column_count(document->blocks[0]) == 1000);
  }
}

TEST_CASE("a pipe table whose short rows would be filled to millions of cells is bounded") {
  const auto wide_header = times(20'000, "|a") + "|\n" + times(20'000, "|-") + "|\n";
  const Stopwatch watch;
  (void)read_document(wide_header + times(20'000, "|x|\n"), "a.md");
  CHECK_MESSAGE(watch.seconds() < kPatience, watch.seconds());
}

TEST_CASE("spans of a thousand million are cut to the table and push no cell out of it") {
  const auto document = read_document("<html><table><tr><td rowspan=1000000000>A<td>B<tr><td colspan=1000000000>C<td>D</table>", "a.html");
  REQUIRE(document);
  CHECK(formats::dump(document->blocks) == "table\nrow | 1x2: A | B\nrow | @1 C | D\n");
}

}  // namespace limits_test
