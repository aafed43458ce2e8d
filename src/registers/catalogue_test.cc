#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "registers/registers.h"

using namespace makegood;

TEST_CASE("every register that is shipped holds together, under the name of its file") {
  REQUIRE(shipped_registers().size() >= 8);
  for (const auto& shipped : shipped_registers()) {
    CAPTURE(shipped.name);
    const auto read = read_definition(shipped.text);
    for (const auto& fault : read.faults) FAIL_CHECK(fault.line << ": " << fault.message);
    CHECK(read.definition.name == shipped.name);
    CHECK_FALSE(read.definition.title.cy.empty());
  }
}

TEST_CASE("a key to another register leads to one that is shipped, and to fields of it") {
  for (const auto& shipped : shipped_registers()) {
    CAPTURE(shipped.name);
    for (const auto& key : read_definition(shipped.text).definition.foreign_keys) {
      if (key.resource.empty()) continue;
      CAPTURE(key.resource);
      REQUIRE_FALSE(shipped_register(key.resource).empty());
      const auto other = read_definition(shipped_register(key.resource)).definition;
      for (const auto& field : key.reference) CHECK(other.field(field) != nullptr);
    }
  }
}

TEST_CASE("working days pass over weekends and bank holidays") {
  struct Row {
    const char *from;
    int days;
    const char* due;
  };
  for (const auto& row : {Row{"2026-11-25", 5, "2026-12-02"}, Row{"2026-12-24", 1, "2026-12-29"}, Row{"2026-03-31", 10, "2026-04-16"}, Row{"2026-11-27", 1, "2026-11-30"}}) {
    CAPTURE(row.from);
    CHECK(plus_working_days(*Day::parse(row.from), row.days).iso() == row.due);
  }
}

namespace catalogue_test {

std::string read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_engine(const std::filesystem::path& path) {
  const auto name = path.filename().string();
  const bool code = path.extension() == ".cc" || path.extension() == ".h";
  return code && name.find("_test") == std::string::npos && name.find("fixture") == std::string::npos && name.find("gallery") == std::string::npos;
}

TEST_CASE("the register of the how-to holds together as it stands there") {
  const auto page = read_text("docs/how-to/set-up-a-register.md");
  const auto begin = page.find("```json\n");
  REQUIRE(begin != std::string::npos);
  const auto read = read_definition(std::string_view(page).substr(begin + 8, page.find("```", begin + 8) - begin - 8));
  for (const auto& fault : read.faults) FAIL_CHECK(fault.line << ": " << fault.message);
  CHECK(read.definition.name == "lost-property");
}

TEST_CASE("the engine names no register") {
  for (const auto& file : std::filesystem::recursive_directory_iterator("src")) {
    if (!file.is_regular_file() || !is_engine(file.path())) continue;
    const auto text = read_text(file.path());
    for (const auto& shipped : shipped_registers()) {
      // Help shows the name of one in an example of a command, where no quotation mark stands right before it.
      const bool named = text.find("\"" + std::string(shipped.name) + "\"") != std::string::npos && shipped.name.find('-') != std::string_view::npos;
      CHECK_MESSAGE(!named, file.path().string() << " names " << shipped.name);
    }
  }
}

}  // namespace catalogue_test
