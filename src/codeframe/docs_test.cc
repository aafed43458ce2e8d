// The reference page lists what the catalogue has, and its examples are read as the page says.
#include <doctest/doctest.h>

#include <fstream>

#include "codeframe/codeframe.h"
#include "codeframe/scheme.h"

using namespace makegood;

namespace docs_test {

std::string page() {
  std::ifstream in(MAKEGOOD_SOURCE "/docs/reference/code-frames.md");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::vector<std::string>> rows_under(const std::string& heading) {
  const auto text = page();
  const auto from = text.find("## " + heading + "\n");
  std::vector<std::vector<std::string>> rows;
  if (from == std::string::npos) return rows;
  for (const auto& line : split(text.substr(from, text.find("\n## ", from) - from), '\n')) {
    if (!line.starts_with("| ") || line.starts_with("| Scheme | As written")) continue;
    auto cells = split(line, '|');
    for (auto& cell : cells) cell = replace_all(std::string(trim(cell)), "`", "");
    rows.push_back({cells.begin() + 1, cells.end() - 1});
  }
  return rows;
}

TEST_CASE("every frame, scheme, collective term and group of 2021 is on the page") {
  const auto text = page();
  for (const auto name : code_frame_names())
    CHECK_MESSAGE(text.find("`" + std::string(name) + "`") != std::string::npos, name);
  for (const auto& name : codes::scheme_names()) CHECK_MESSAGE(text.find("`" + name + "`") != std::string::npos, name);
  for (const auto& term : collective_terms())
    CHECK_MESSAGE(text.find("`" + term.definition + "`") != std::string::npos, term.definition);
  for (const auto& code : code_frame("ethnicity-2021")->codes())
    CHECK_MESSAGE(text.find("| `" + code.code + "` | " + code.label + " |") != std::string::npos, code.code);
}

TEST_CASE("every example of the page is read as it says") {
  const auto rows = rows_under("Examples");
  REQUIRE(rows.size() >= 15);
  for (const auto& row : rows) {
    REQUIRE(row.size() == 6);
    CAPTURE(row[1]);
    const auto coded = code_ethnicity(row[0], row[1]);
    REQUIRE(coded);
    CHECK(coded->code == row[2]);
    CHECK(coded->group == row[3]);
    CHECK(coded->unknown_kind == row[4]);
    CHECK(coded->unknown_detail == row[5]);
  }
}

}  // namespace docs_test
