#include <doctest/doctest.h>

#include "formats/dump.h"
#include "formats/pdf.h"
#include "formats/pdf_drawing.h"

using namespace makegood;
using formats::DrawnPage;
using Json = nlohmann::json;

namespace pdf_structure_test {

// Word n of the drawing has mark n.
DrawnPage marked(const char* picture) {
  return DrawnPage(picture).change([](formats::PdfPage& page) {
    for (std::size_t i = 0; i < page.words.size(); ++i) page.words[i].mcid = static_cast<int>(i);
  });
}

using Elements = std::vector<Json>;

Json element(const char* role, std::initializer_list<int> marks, const Elements& kids = {}) {
  Json content = Json::array();
  for (const int mark : marks) content.push_back({1, mark});
  return {{"role", role}, {"content", content}, {"kids", kids}};
}
Json with(Json element, const char* key, int value) {
  element[key] = value;
  return element;
}

std::string read(const std::vector<DrawnPage>& pages, const Elements& kids) {
  return formats::dump(
      read_pdf_json(formats::json_of(pages, Json::array({element("Document", {}, kids)}))).value().blocks);
}

TEST_CASE("a tagged table has the cells, spans and headers that its maker marked") {
  const auto page = marked("Action Owner Listen Chief Everything\n");
  const Json head = element("TR", {}, {element("TH", {0}), element("TH", {1})});
  const Json row = element("TR", {}, {element("TD", {2}), element("TD", {}, {element("P", {3})})});
  const Json wide = element("TR", {}, {with(element("TD", {4}), "colspan", 2)});
  CHECK(read({page}, {element("Table", {}, {head, row, wide})}) ==
        "table\nhead | Action | Owner\nrow | Listen | Chief\nrow | 2x1: Everything\n");
  CHECK(read({page}, {element("Table", {}, {element("THead", {}, {head}), element("TBody", {}, {row, wide})})}) ==
        "table\nhead | Action | Owner\nrow | Listen | Chief\nrow | 2x1: Everything\n");
}

TEST_CASE("a cell that spans rows leaves no cell below it") {
  const Json first = element("TR", {}, {with(element("TD", {0}), "rowspan", 2), element("TD", {1})});
  CHECK(read({marked("Schools Listen Learn\n")},
             {element("Table", {}, {first, element("TR", {}, {element("TD", {2})})})}) ==
        "table\nrow | 1x2: Schools | Listen\nrow | @1 Learn\n");
}

TEST_CASE("tagged headings, lists and paragraphs") {
  const Json inner = element("L", {}, {element("LI", {}, {element("Lbl", {5}), element("LBody", {6})})});
  const Json item = element("LI", {}, {element("Lbl", {3}), element("LBody", {}, {element("P", {4}), inner})});
  CHECK(read({marked("Plan Schools Words 1. Listen a. Learn\n")},
             {element("H1", {0}), element("H3", {1}), element("P", {2}), element("L", {}, {item})}) ==
        "h1 Plan\nh3 Schools\np Words\nli 1. Listen\nli1 a. Learn\n");
}

TEST_CASE("a paragraph's spans and links stay in the order of the page") {
  CHECK(read({marked("See the strategy online\n")}, {element("P", {0, 1, 3}, {element("Link", {2})})}) ==
        "p See the strategy online\n");
}

TEST_CASE("a tagged row goes on over a page") {
  const auto second = DrawnPage("everybody\n").change([](formats::PdfPage& p) { p.words[0].mcid = 0; });
  Json cell = element("TD", {0});
  cell["content"].push_back({2, 0});
  CHECK(read({marked("Listen Chief\n"), second},
             {element("Table", {}, {element("TR", {}, {cell, element("TD", {1})})})}) ==
        "table\nrow | Listen everybody | Chief\n");
}

TEST_CASE("a header that comes again on the next page is read once") {
  const auto second = DrawnPage("Action Owner Chief\n").change([](formats::PdfPage& p) {
    for (std::size_t i = 0; i < p.words.size(); ++i) p.words[i].mcid = static_cast<int>(i);
  });
  const auto on_both = [](const char* role, int mark) {
    Json cell = element(role, {mark});
    cell["content"].push_back({2, mark});
    return cell;
  };
  const Json head = element("TR", {}, {on_both("TH", 0), on_both("TH", 1)});
  Json last = element("TR", {}, {element("TD", {2}), element("TD", {})});
  last["kids"][1]["content"] = Json::array({Json::array({2, 2})});
  CHECK(read({marked("Action Owner Listen\n"), second}, {element("Table", {}, {head, last})}) ==
        "table\nhead | Action | Owner\nrow | Listen | Chief\n");
}

TEST_CASE("tags are believed only where they speak of nearly every word") {
  const auto page = marked("# Plan\nListen to everybody\n");
  CHECK(read({page}, {element("H2", {0}), element("P", {1, 2, 3})}) == "h2 Plan\np Listen to everybody\n");
  CHECK(read({page}, {element("H2", {0})}) == "h1 Plan\np Listen to everybody\n");
}

TEST_CASE("tags that know of no table do not undo a ruled one") {
  CHECK(
      read({marked(
               "+--------+-------+\n| Listen | Chief |\n+--------+-------+\n| Learn  | Head  |\n+--------+-------+\n")},
           {element("P", {0, 1, 2, 3})}) == "table\nrow | Listen | Chief\nrow | Learn | Head\n");
}

TEST_CASE("what the file calls an artefact goes at the edge of the page and stays elsewhere") {
  std::string picture = "Confidential\n\n\n\n\n\n\n\n\n\n";
  for (int i = 0; i < 20; ++i) picture += "word\n";
  auto page = marked((picture + "Stamp\n").c_str());
  page.change([](formats::PdfPage& p) { p.words.front().mcid = p.words.back().mcid = -2; });
  Json words = element("P", {});
  for (int i = 1; i <= 20; ++i) words["content"].push_back({1, i});
  const auto blocks = read({page}, {words});
  CHECK(blocks.find("Confidential") == std::string::npos);
  CHECK(blocks.find("p Stamp\n") != std::string::npos);
}

TEST_CASE("no word of a crooked tree is lost or comes twice") {
  struct Tree {
    const char* what;
    Elements kids;
  };
  for (const auto& tree :
       {Tree{"a label without a body", {element("L", {}, {element("LI", {}, {element("Lbl", {0, 1, 2})})})}},
        Tree{"words in a table outside of its cells",
             {element("Table", {0}, {element("TR", {1}, {element("TD", {2})})})}},
        Tree{"one mark in two places", {element("P", {0, 1}), element("P", {1, 2}), element("H1", {0})}},
        Tree{"a cell outside of a table",
             {element("TD", {0}), element("TR", {}, {element("TH", {1}), element("TD", {2})})}}}) {
    CAPTURE(tree.what);
    const auto blocks = read({marked("Listen Learn Teach\n")}, tree.kids);
    for (const char* word : {"Listen", "Learn", "Teach"}) {
      CAPTURE(word);
      CHECK(blocks.find(word) != std::string::npos);
      CHECK(blocks.find(word) == blocks.rfind(word));
    }
  }
}

}  // namespace pdf_structure_test
