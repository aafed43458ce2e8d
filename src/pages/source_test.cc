// The document beside what was read from it: which row is shown, and which cell is marked.
#include <doctest/doctest.h>

#include "pages/gallery.h"
#include "pages/source_excerpt.h"

using namespace makegood;
using namespace makegood::pages;

namespace {

// As a sheet has it whose table begins in row 7 of column C.
Document sheet() {
  Document document;
  document.format = "xlsx";
  document.blocks = {table({{"Action", "By when"}, {"Plant trees", "May 2027"}, {"Count birds", "June 2027"}})};
  auto& block = document.blocks[0];
  block.position = {.sheet = "Parks", .block = 1, .row = 7, .column = 3};
  for (std::size_t n = 0; n < block.rows.size(); ++n) block.rows[n].position = {.sheet = "Parks", .block = 1, .row = static_cast<int>(n) + 7};
  return document;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a row of a spreadsheet is found by its number on the sheet") {
  const auto site = gallery_site(Language::en, Url::path({"desk"}));
  const auto document = sheet();
  const auto shown = excerpt_row(site, {{&document, nullptr}, {.sheet = "Parks", .block = 1, .row = 8, .column = 4}, "May 2027", "en"}).text();
  CHECK(has(shown, "Plant trees"));
  CHECK(has(shown, "<mark lang=\"en\">May 2027</mark>"));
  CHECK_FALSE(has(shown, "Count birds"));
  // Words that stand nowhere in the row: the position's column, counted from the table's first.
  const auto unknown = excerpt_row(site, {{&document, nullptr}, {.sheet = "Parks", .block = 1, .row = 9, .column = 3}, "elsewhere", "en"}).text();
  CHECK(has(unknown, "Count birds"));
  CHECK(excerpt(site, {{&document, nullptr}, {.sheet = "Parks", .block = 1, .row = 2}, "", "en"}).empty());
  CHECK(excerpt_place(site, {.sheet = "Parks", .block = 1, .row = 8, .column = 4}) == "sheet “Parks”, row 8");
}
