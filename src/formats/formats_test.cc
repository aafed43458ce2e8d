#include "formats/formats.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "formats/dump.h"
#include "formats/markers.h"
#include "formats/zip_fixture.h"

using namespace makegood;

TEST_CASE("the kind of a file is told by what is in it; the name settles ties") {
  struct {
    const char* name;
    std::string bytes;
    const char* file;
    const char* format;
  } rows[] = {
      {"a Word document under a wrong name", formats::docx_of({"<w:p><w:r><w:t>x</w:t></w:r></w:p>"}), "plan.txt", "docx"},
      {"a page", "<!DOCTYPE html><p>x", "plan", "html"},
      {"a page behind a comment", "<!-- saved -->\n<html><p>x", "plan", "html"},
      {"a fragment of a page", "<table><tr><td>x</td></tr></table>\n", "plan", "html"},
      {"Markdown that begins with HTML", "<p>Intro</p>\n\n|A|B|\n|--|--|\n|1|2|\n", "plan", "markdown"},
      {"Markdown by its tables", "Plan\n\n|A|B|\n|--|--|\n", "plan.txt", "markdown"},
      {"Markdown by its headings", "# Plan\n\nText\n", "plan", "markdown"},
      {"Markdown by its name", "Plan\n\nText\n", "plan.md", "markdown"},
      {"text by its tabs", "# Plan\n\nA\tB\n1\t2\n", "plan", "text"},
      {"prose", "Plan, the\n\nOne, two.\n", "plan", "text"},
      {"rows of one width under names", "id,title\n1,x\n2,y\n", "plan", "csv"},
      {"the same called text", "id,title\n1,x\n2,y\n", "plan.txt", "text"},
      {"tabs of one width", "id\ttitle\n1\tx\n", "plan", "tsv"},
      {"uneven rows called CSV", "id,title\n1\n", "plan.csv", "csv"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto document = read_document(row.bytes, row.file);
    REQUIRE(document);
    CHECK(document->format == row.format);
  }
}

TEST_CASE("markers follow one another") {
  CHECK(formats::follows("b.", "a."));
  CHECK(formats::follows("(iv)", "(iii)"));
  CHECK(formats::follows("10.", "9."));
  CHECK_FALSE(formats::follows("c.", "a."));
  CHECK_FALSE(formats::follows("2.", "a."));
  CHECK(formats::roman(1994) == "mcmxciv");
  CHECK(formats::letters(28) == "bb");
}

namespace formats_test {

std::filesystem::path plans() {
  const char* set = std::getenv("MAKEGOOD_SHARED");
  return std::filesystem::path(set != nullptr ? set : "../shared") / "plans";
}

Document read_file(const std::string& name) {
  std::ifstream in(plans() / name, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  auto document = read_document(bytes, name);
  REQUIRE_MESSAGE(document, name << ": " << (document ? "" : document.error().message));
  return std::move(*document);
}

// How often each word stands in the document, bullets not counted.
std::map<std::string, int> words(const Document& document) {
  std::map<std::string, int> counts;
  for (const auto& word : split(squeeze(plain_text(document)), ' ')) {
    std::size_t at = 0;
    if (!formats::is_bullet(next_code_point(word, at)) || at < word.size()) ++counts[word];
  }
  return counts;
}

std::size_t tables(const Document& document) {
  return static_cast<std::size_t>(std::count_if(document.blocks.begin(), document.blocks.end(),
                                                [](const Block& block) { return block.kind == BlockKind::table; }));
}

// The counts of tables are those of <w:tbl> in the files; the renderings hold the
// sources' words and no others, but for header rows that a source repeats on each page.
TEST_CASE("five adopted plans: text and Word say the same, word for word") {
  if (!std::filesystem::exists(plans())) {
    MESSAGE("skipped: no folder " << plans().string() << " (set MAKEGOOD_SHARED)");
    return;
  }
  struct {
    const char* name;
    const char* source;
    std::size_t docx_tables;
    int repeated_words;  // in the source only
  } rows[] = {
      {"stevenage-recommendations", ".txt", 8, 34},
      {"stevenage-legacy-action-plan", ".txt", 1, 0},
      {"southwark-stands-together", ".txt", 1, 0},
      {"cardiff-race-equality-taskforce", ".md", 31, 0},
      {"north-somerset-anti-racist-plan", ".txt", 13, 0},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto source = read_file(row.name + std::string(row.source));
    const auto word = read_file(row.name + std::string(".docx"));
    CHECK(tables(word) == row.docx_tables);
    auto difference = words(source);
    for (const auto& [text, count] : words(word)) difference[text] -= count;
    int extra = 0;
    for (const auto& [text, count] : difference) {
      CAPTURE(text);
      CHECK(count >= 0);
      extra += count;
    }
    CHECK(extra == row.repeated_words);
    for (const auto* document : {&source, &word})
      for (const char* mark : {"<p", "</", "<ul", "&amp;", "**"}) CHECK(plain_text(*document).find(mark) == std::string::npos);
  }
}

}  // namespace formats_test
