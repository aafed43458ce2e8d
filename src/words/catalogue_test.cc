// The catalogues: sorted, complete, saying the same things in both languages, and holding every
// key that the source names.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "words/message.h"
#include "words/speech.h"
#include "words/words.h"

using namespace makegood;
namespace fs = std::filesystem;

namespace {

struct Translation {
  std::string key, text;
  bool fuzzy = false;
};

std::string unquoted(const std::string& line) {
  const auto from = line.find('"'), to = line.rfind('"');
  std::string out;
  for (auto i = from + 1; i < to; ++i) {
    if (line[i] == '\\' && i + 1 < to) out += line[++i] == 'n' ? '\n' : line[i];
    else out += line[i];
  }
  return out;
}

// The .po files as they are written, since msgfmt drops flags and order.
std::vector<Translation> read_po(const char* name) {
  std::ifstream in(fs::path(MAKEGOOD_SOURCE) / "catalogue/locales" / name);
  REQUIRE(in.good());
  std::vector<Translation> all;
  Translation now;
  std::string* into = nullptr;
  const auto finish = [&] {
    if (!now.key.empty()) all.push_back(now);
    now = {};
    into = nullptr;
  };
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) finish();
    else if (line.starts_with("#, ") && line.find("fuzzy") != std::string::npos) now.fuzzy = true;
    else if (line.starts_with("msgid ")) now.key = unquoted(line), into = &now.key;
    else if (line.starts_with("msgstr ")) now.text = unquoted(line), into = &now.text;
    else if (line.starts_with("\"") && into != nullptr) *into += unquoted(line);
  }
  finish();
  return all;
}

std::map<std::string, std::string> as_map(const std::vector<Translation>& all) {
  std::map<std::string, std::string> map;
  for (const auto& one : all) map.emplace(one.key, one.text);
  return map;
}

// Every call of a Words with a literal key, in product code: words("a.b") or words.text("a.b", ...).
// A key has a dot in it; other functions that happen to be called words() take other things.
std::map<std::string, std::string> keys_in_source() {
  const std::regex call(R"re(\b(?:words|say|words_)(?:\.text)?\(\s*"([a-z][a-z0-9_.]*\.[a-z0-9_]+)"\s*([,)]))re");
  std::map<std::string, std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(MAKEGOOD_SOURCE) / "src")) {
    const auto name = entry.path().filename().string();
    const auto extension = entry.path().extension();
    if ((extension != ".cc" && extension != ".h") || name.ends_with("_test.cc")) continue;
    std::ifstream in(entry.path());
    std::stringstream all;
    std::string line;
    while (std::getline(in, line)) all << line.substr(0, line.find("//")) << '\n';
    const std::string text = all.str();
    for (auto at = std::sregex_iterator(text.begin(), text.end(), call); at != std::sregex_iterator(); ++at)
      found.emplace((*at)[1].str(), fs::relative(entry.path(), MAKEGOOD_SOURCE).string());
  }
  return found;
}

}  // namespace

TEST_CASE("the catalogues are sorted by key, each key once") {
  for (const char* name : {"en.po", "cy.po"}) {
    const auto all = read_po(name);
    CAPTURE(name);
    REQUIRE(all.size() > 20);
    for (std::size_t i = 1; i < all.size(); ++i) {
      const std::string pair = all[i - 1].key + " before " + all[i].key;
      CHECK_MESSAGE(all[i - 1].key < all[i].key, pair);
    }
  }
}

TEST_CASE("every key that the source names is in the English catalogue") {
  const auto english = as_map(read_po("en.po"));
  for (const auto& [key, file] : keys_in_source()) {
    const std::string where = file + " says words(\"" + key + "\"), which catalogue/locales/en.po does not have";
    CHECK_MESSAGE(english.contains(key), where);
  }
}

TEST_CASE("every English text has a Welsh one, and no Welsh text stands alone") {
  const auto english = as_map(read_po("en.po")), welsh = as_map(read_po("cy.po"));
  for (const auto& [key, text] : english) {
    const std::string where = key + " is missing from catalogue/locales/cy.po";
    CHECK_MESSAGE((welsh.contains(key) && !welsh.at(key).empty()), where);
  }
  for (const auto& [key, text] : welsh) {
    const std::string where = key + " is in cy.po only";
    CHECK_MESSAGE(english.contains(key), where);
  }
  const auto drafts = read_po("cy.po");
  const auto fuzzy = std::count_if(drafts.begin(), drafts.end(), [](const auto& one) { return one.fuzzy; });
  std::printf("%zu messages; %td of the Welsh ones are drafts that nobody has reviewed\n", english.size(), fuzzy);
}

TEST_CASE("both languages name the same arguments, and every pattern can be read") {
  const Speech en(Language::en), cy(Language::cy);
  const auto english = as_map(read_po("en.po")), welsh = as_map(read_po("cy.po"));
  for (const auto& [key, text] : english) {
    CAPTURE(key);
    const auto message = Message::compile(text, en.grammar());
    REQUIRE(message.has_value());
    if (!welsh.contains(key)) continue;
    const auto other = Message::compile(welsh.at(key), cy.grammar());
    REQUIRE(other.has_value());
    CHECK(other->argument_names() == message->argument_names());
  }
}

TEST_CASE("texts keep the house style") {
  for (const char* name : {"en.po", "cy.po"})
    for (const auto& one : read_po(name)) {
      CAPTURE(one.key);
      CHECK(one.text == std::string(trim(one.text)));
      CHECK(one.text.find("BAME") == std::string::npos);
      CHECK(one.text.find("  ") == std::string::npos);
      CHECK(one.text.find("</") == std::string::npos);
    }
}
