#include "document/document.h"

#include <doctest/doctest.h>

using namespace makegood;

TEST_CASE("a position is said in the words that apply") {
  CHECK(Position{.page = 7, .row = 2}.in_words() == "page 7, row 2");
  CHECK(Position{.sheet = "Place", .row = 4, .column = 3}.in_words() == "sheet \"Place\", row 4, column 3");
  CHECK(Position{}.in_words().empty());
}

TEST_CASE("a table made of texts has a grid") {
  const auto grid = table({{"Action", "Owner"}, {"Do it", ""}});
  CHECK(column_count(grid) == 2);
  CHECK(grid.rows[0].header);
  CHECK(grid.rows[1].cells[1].blocks.empty());
  CHECK(cell_text(grid.rows[1].cells[0]) == "Do it");
}

TEST_CASE("plain text keeps order and markers") {
  Document document;
  document.blocks = {heading(1, "Plan"), list_item("a.", "First"), table({{"Action"}, {"Do it"}})};
  CHECK(plain_text(document) == "Plan\na. First\nAction\nDo it");
}
