// Every page against its golden file. MAKEGOOD_BLESS=1 writes the golden files anew;
// MAKEGOOD_GALLERY=DIR writes the pages to DIR with relative assets, to be looked at.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "pages/gallery.h"

namespace fs = std::filesystem;
using namespace makegood;
using namespace makegood::pages;

namespace {

const fs::path kGolden = "tests/golden/pages";

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void write_file(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value && *value;
}

// One tag a line, so that a change shows as the lines it touches.
std::string a_tag_a_line(const std::string& html) { return replace_all(html, "><", ">\n<") + "\n"; }

std::string file_name(const GalleryPage& page, Language language) {
  return page.name + (language == Language::cy ? ".cy" : "") + ".html";
}

// What a reader sees in the interface's own words: text and spoken attributes outside elements
// that say which language they are in.
std::string without_quotations(std::string html) {
  html = std::regex_replace(html, std::regex("<(head|code)[ >][\\s\\S]*?</\\1>"), "");
  html = html.substr(html.find("<body"));
  static const std::regex marked("<(\\w+)([^<>]*) lang=\"(en|cy)\"([^<>]*)>[^<]*(<p class=\"govuk-body\">[^<]*</p>)*</\\1>");
  for (std::string before; before != html;) {
    before = html;
    html = std::regex_replace(html, marked, "");
  }
  return html;
}

std::vector<std::string> shown_texts(const std::string& html) {
  std::vector<std::string> texts;
  const auto collect = [&](const std::regex& pattern) {
    for (std::sregex_iterator it(html.begin(), html.end(), pattern), end; it != end; ++it) texts.push_back((*it)[1].str());
  };
  collect(std::regex(">([^<>]+)<"));
  collect(std::regex(" (?:aria-label|alt|title|data-label|placeholder)=\"([^\"]*)\""));
  return texts;
}

bool has_plain_word(std::string text) {
  text = std::regex_replace(text, std::regex("“[^”]*”|&[a-z#0-9]+;"), "");  // what the reader typed stands in quotes
  return std::regex_search(text, std::regex("[A-Za-z]{3,}"));
}

}  // namespace

TEST_CASE("every page is as its golden file") {
  for (const auto language : {Language::en, Language::cy})
    for (const auto& page : gallery_pages(language)) {
      const auto path = kGolden / file_name(page, language);
      const auto html = a_tag_a_line(page.html.text());
      if (is_set("MAKEGOOD_BLESS")) write_file(path, html);
      CAPTURE(path.string());
      CHECK(read_file(path) == html);
    }
}

TEST_CASE("no golden file is left of a page that is gone") {
  std::set<std::string> names;
  for (const auto language : {Language::en, Language::cy})
    for (const auto& page : gallery_pages(language)) names.insert(file_name(page, language));
  for (const auto& entry : fs::directory_iterator(kGolden)) {
    CAPTURE(entry.path().string());
    CHECK(names.contains(entry.path().filename().string()));
  }
}

TEST_CASE("the gallery is written where it is asked for") {
  if (!is_set("MAKEGOOD_GALLERY")) return;
  const fs::path folder = std::getenv("MAKEGOOD_GALLERY");
  for (const auto language : {Language::en, Language::cy})
    for (const auto& page : gallery_pages(language))
      write_file(folder / file_name(page, language), replace_all(page.html.text(), "\"/assets/", "\"assets/"));
}

TEST_CASE("every word of a page that is not a quotation comes from the catalogue") {
  std::vector<std::string> names = {"Makegood", "Aberllyn Council", "English", "Cymraeg", "CSV", "JSON", "HTML", "Excel", "Word", "Markdown", "Atom",
                                       // organisations and posts, by their names
                                       "Harbour Hill School", "Ty Gwyn School", "Quay Lane Primary School", "Ferry View Primary School", "Moel Fawr Nursery", "Race Council Wales",
                                       "Head of Equality, Aberllyn Council", "Head of Housing, Aberllyn Council",
                                       // what a register's definition, a framework and an action are called, in their own words
                                       "Incidents", "What happened", "School", "Ethnic group", "Something was said", "Somebody was hurt", "Not reviewed in time",
                                       "No return", "More than usual", "2025-26 spring", "record k3v9x2m7q", "Excellent", "Developing", "Achieving", "Not assessed",
                                       "Not for this body", "PANEL: Scrutiny panel", "YOUTH: Youth panel", "Seats", "Kind", "Trade", "Body", "Chair", "For an organisation", "For a community",
                                       "Health", "Police", "Business", "Aberllyn University Health Board", "Papers that went round", "Talks", "Agrees", "Agrees, with a comment", "Does not agree",
                                       "2 Find out where applicants are lost", "Because of what was seen.",
                                       "Shops", "Who trades here.", "Siop Siân", "Hill Drapers", "Bakery", "Draper", "Website", "https://siop.example",
                                       "2025-26 summer", "k3v9-x2m7-qa4t-9wfc", "https://plans.example.org/registers/incidents/report/begun/a-link-that-is-shown-once"};
  std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });  // the longer of two first
  for (const auto& page : gallery_pages(Language::pseudo)) {
    CAPTURE(page.name);
    for (const auto& text : shown_texts(without_quotations(page.html.text()))) {
      auto words = squeeze(text);
      for (const auto& name : names) words = replace_all(words, name, "");
      CAPTURE(words);
      CHECK_FALSE(has_plain_word(words));
    }
  }
}

// Whatever the gallery refuses is a sentence that the program says, and so has its Welsh.
TEST_CASE("no refusal on a Welsh page is English") {
  const std::regex errors("<ul class=\"govuk-list govuk-error-summary__list\">[\\s\\S]*?</ul>|<p class=\"govuk-body(-l)?\" lang=\"en\">");
  int summaries = 0;
  for (const auto& page : gallery_pages(Language::cy)) {
    const auto html = page.html.text();
    for (std::sregex_iterator it(html.begin(), html.end(), errors), end; it != end; ++it, ++summaries) {
      CAPTURE(page.name);
      const auto shown = it->str();
      // Inside a Welsh sentence stands what a register's definition calls its field.
      CHECK_MESSAGE(shown.find("><span lang=\"en\">") == std::string::npos, shown);
      CHECK_MESSAGE(!shown.starts_with("<p"), shown);
    }
  }
  CHECK(summaries > 20);
}

// Downloads are the same in both languages, and so is the link to the page's twin.
TEST_CASE("a Welsh page leads to Welsh pages") {
  const std::regex links("<a ([^>]*href=\"(/[^\"]*)\"[^>]*)>");
  for (const auto& page : gallery_pages(Language::cy)) {
    const auto html = page.html.text();
    for (std::sregex_iterator it(html.begin(), html.end(), links), end; it != end; ++it) {
      const auto tag = (*it)[1].str(), path = (*it)[2].str().substr(0, (*it)[2].str().find('?'));
      const bool file = tag.find("download") != std::string::npos || path.find('.', path.rfind('/')) != std::string::npos;
      if (file || tag.find("hreflang") != std::string::npos) continue;
      CAPTURE(page.name);
      CAPTURE(path);
      CHECK(path.starts_with("/cy"));
    }
  }
}

TEST_CASE("every page has one main heading, a title, a language and a twin") {
  for (const auto language : {Language::en, Language::cy}) {
    std::set<std::string> titles;
    for (const auto& page : gallery_pages(language)) {
      const auto& html = page.html.text();
      CAPTURE(page.name);
      const auto count = [&](std::string_view part) {
        int n = 0;
        for (auto at = html.find(part); at != std::string::npos; at = html.find(part, at + 1)) ++n;
        return n;
      };
      CHECK(count("<h1") == 1);
      CHECK(count("<title>") == 1);
      CHECK(count(language == Language::cy ? "<html lang=\"cy\"" : "<html lang=\"en\"") == 1);
      CHECK(count("hreflang=\"cy\"") >= 1);
      CHECK(html.find("[") == std::string::npos);  // a key that the catalogue does not have
      CHECK(count("style=\"") == 0);
    }
  }
}

TEST_CASE("every id on a page is its own and every label has a field") {
  const std::regex ids(" id=\"([^\"]+)\"");
  const std::regex uses(" (?:for|aria-labelledby|aria-describedby)=\"([^\"]+)\"");
  for (const auto& page : gallery_pages(Language::en)) {
    const auto& html = page.html.text();
    std::set<std::string> seen;
    CAPTURE(page.name);
    for (std::sregex_iterator it(html.begin(), html.end(), ids), end; it != end; ++it) {
      CAPTURE((*it)[1].str());
      CHECK(seen.insert((*it)[1].str()).second);
    }
    for (std::sregex_iterator it(html.begin(), html.end(), uses), end; it != end; ++it)
      for (const auto& id : split((*it)[1].str(), ' ')) {
        CAPTURE(id);
        CHECK(seen.contains(id));
      }
  }
}
