// The house keeps its floors: every #include between modules goes down, and a module marked
// PURE touches no file, clock, environment, thread or driver.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Floor {
  int number = 0;
  bool pure = false;
};

std::map<std::string, Floor> read_floors() {
  std::map<std::string, Floor> floors;
  std::ifstream in(MAKEGOOD_FLOORS);
  std::string name, purity;
  for (int number = 0; in >> name >> number >> purity;) floors[name] = {number, purity == "pure"};
  return floors;
}

struct Line {
  std::string module, file, text;
  int number = 0;
};

// Every line of the modules' product code; tests and fuzz targets may do as they like.
std::vector<Line> product_lines() {
  std::vector<Line> lines;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(MAKEGOOD_SOURCE) / "src")) {
    const auto name = entry.path().filename().string();
    const auto extension = entry.path().extension();
    if (extension != ".h" && extension != ".cc") continue;
    if (name.ends_with("_test.cc") || name.ends_with("_fuzz.cc")) continue;
    const auto relative = fs::relative(entry.path(), fs::path(MAKEGOOD_SOURCE) / "src");
    std::ifstream in(entry.path());
    int number = 0;
    for (std::string text; std::getline(in, text);)
      lines.push_back({relative.begin()->string(), relative.string(), text, ++number});
  }
  return lines;
}

std::string without_comment(const std::string& text) { return text.substr(0, text.find("//")); }

}  // namespace

TEST_CASE("every include between modules goes to a lower floor") {
  const auto floors = read_floors();
  REQUIRE(floors.size() > 3);
  const std::regex include("^\\s*#\\s*include\\s*\"([a-z_]+)/");
  int seen = 0;
  for (const auto& line : product_lines()) {
    std::smatch match;
    if (!std::regex_search(line.text, match, include)) continue;
    const auto used = match[1].str();
    if (used == line.module || !floors.contains(used)) continue;
    CAPTURE(line.file);
    CAPTURE(line.number);
    CHECK(floors.at(used).number < floors.at(line.module).number);
    ++seen;
  }
  CHECK(seen > 0);
}

TEST_CASE("a PURE module touches no file, clock, environment, thread or driver") {
  const auto floors = read_floors();
  const std::array forbidden = {
      std::regex(R"(#\s*include\s*<(fstream|iostream|filesystem|thread|mutex|future|random|ctime|cstdio|unistd\.h|sqlite3\.h|curl/|boost/asio|boost/beast|tbb/|sys/))"),
      std::regex(R"(\b(system_clock|steady_clock|getenv|random_device|fopen|std::cout|std::cerr|std::thread)\b)"),
      std::regex(R"(\b(std::)?time\s*\(\s*(nullptr|NULL|0)\s*\))"),
  };
  for (const auto& line : product_lines()) {
    if (!floors.contains(line.module) || !floors.at(line.module).pure) continue;
    CAPTURE(line.file);
    CAPTURE(line.number);
    for (const auto& pattern : forbidden) CHECK_FALSE(std::regex_search(without_comment(line.text), pattern));
  }
}

TEST_CASE("a driver's headers live in one module only") {
  const std::map<std::string, std::string> homes = {
      {"sqlite3.h", "store"}, {"boost/beast", "web"}, {"boost/asio", "web"}, {"CLI/", "cli"}, {"curl/", "mail"}};
  for (const auto& line : product_lines()) {
    if (line.text.find("#include <") == std::string::npos) continue;
    for (const auto& [header, home] : homes) {
      if (line.text.find("<" + header) == std::string::npos) continue;
      CAPTURE(line.file);
      CHECK(line.module == home);
    }
  }
}

TEST_CASE("every module has one door with a head comment") {
  for (const auto& [name, floor] : read_floors()) {
    if (name == "app") continue;
    const auto door = fs::path(MAKEGOOD_SOURCE) / "src" / name / (name + ".h");
    CAPTURE(door.string());
    REQUIRE(fs::exists(door));
    std::ifstream in(door);
    std::string first;
    std::getline(in, first);
    if (first == "#pragma once") std::getline(in, first);
    CHECK(first.starts_with("//"));
  }
}
