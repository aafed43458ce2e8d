#include "formats/write.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include <fmt/format.h>

#include "formats/docx.h"
#include "formats/dump.h"
#include "formats/finish.h"
#include "formats/package.h"

using namespace makegood;

namespace write_docx_test {

// Everything that a block says, its position apart.
std::string everything(const std::vector<Block>& blocks);

std::string everything(const Block& block) {
  auto out = fmt::format("[{} {} \"{}\" \"{}\"{}", static_cast<int>(block.kind), block.level, block.marker, block.text,
                         formats::emphasis_letters(block));
  for (const auto& link : block.links) out += " {" + link.text + " " + link.url + "}";
  for (const auto& row : block.rows) {
    out += row.header ? "\n  head" : "\n  row";
    for (const auto& cell : row.cells)
      out += fmt::format(" {}@{} {}x{} {}", cell.header ? "th" : "td", cell.column, cell.column_span, cell.row_span, everything(cell.blocks));
  }
  return out + "]\n";
}

std::string everything(const std::vector<Block>& blocks) {
  std::string out;
  for (const auto& block : blocks) out += everything(block);
  return out;
}

Document written_and_read(const Document& document) {
  auto read = read_docx(write_docx(document));
  REQUIRE_MESSAGE(read, (read ? "" : read.error().message));
  CHECK(read->findings.empty());
  return std::move(*read);
}

std::string there_and_back(std::vector<Block> blocks) {
  Document document;
  document.blocks = std::move(blocks);
  return formats::dump(written_and_read(document).blocks);
}

// Documents as the readers make them, of words that are hard to write.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Document document() {
    Document document;
    document.title = text();
    document.language = pick({"en-GB", "cy", "en"});
    document.profile = pick({"", "makegood-plan-1"});
    document.blocks = blocks(1 + number(12), 0);
    return document;
  }

 private:
  int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  bool once_in(int n) { return number(n) == 0; }
  std::string pick(const std::vector<std::string>& from) { return from[static_cast<std::size_t>(number(static_cast<int>(from.size())))]; }

  std::string text() {
    std::string out = pick(kWords);
    for (int n = number(once_in(20) ? 400 : 6); n > 0; --n) out += (once_in(6) ? "\n" : " ") + pick(kWords);
    return out;
  }

  void put_words(Block& block) {
    block.text = text();
    block.bold = once_in(4);
    block.italic = once_in(6);
    block.underlined = once_in(8);
    std::string linked;
    for (int n = number(3); n > 0; --n) {
      const auto words = pick({"the action plan", "a|b <c>", "Cynllun gweithredu"});
      linked += " " + words;
      block.links.push_back({words, pick({"https://example.org/a?b=1&c=2#d", "http://example.org", "mailto:equality@example.org"})});
    }
    block.text += linked;
  }

  Block block(int depth) {
    Block out;
    switch (number(depth < 2 ? 8 : 5)) {
      case 0: out = heading(1 + number(6), ""); break;
      case 1: case 2: out = paragraph(""); break;
      case 3: case 4: out = list_item(pick(kMarkers), "", number(9)); break;
      default: return table(depth);
    }
    put_words(out);
    return out;
  }

  std::vector<Block> blocks(int count, int depth) {
    std::vector<Block> out;
    for (int n = 0; n < count; ++n) out.push_back(block(depth));
    return out;
  }

  // Cells are laid from left to right, none on another, rows may end early.
  Block table(int depth) {
    Block out;
    out.kind = BlockKind::table;
    const int rows = 1 + number(5);
    const int columns = 1 + number(8);
    std::vector<int> busy(static_cast<std::size_t>(columns), 0);
    for (int r = 0; r < rows; ++r) {
      Row row;
      row.header = r < 2 && once_in(3);
      int column = 0;
      while (column < columns) {
        auto& taken = busy[static_cast<std::size_t>(column)];
        if (taken > r) {
          ++column;
          continue;
        }
        const bool covered_later = *std::max_element(busy.begin() + column, busy.end()) > r;
        if (!row.cells.empty() && !covered_later && once_in(15)) break;
        column += place(row, column, columns, r, rows, busy, depth);
      }
      if (row.cells.size() == 1) row.cells[0].header = row.header;
      out.rows.push_back(std::move(row));
    }
    return out;
  }

  int place(Row& row, int column, int columns, int r, int rows, std::vector<int>& busy, int depth) {
    Cell cell;
    cell.column = column;
    int free = 1;
    while (column + free < columns && busy[static_cast<std::size_t>(column + free)] <= r) ++free;
    cell.column_span = once_in(5) ? 1 + number(free) : 1;
    cell.row_span = once_in(5) ? 1 + number(rows - r) : 1;
    cell.header = row.header || once_in(6);
    if (!once_in(5)) cell.blocks = blocks(once_in(3) ? 1 + number(3) : 1, depth + 1);
    for (int c = column; c < column + cell.column_span; ++c) busy[static_cast<std::size_t>(c)] = r + cell.row_span;
    row.cells.push_back(std::move(cell));
    return row.cells.back().column_span;
  }

  const std::vector<std::string> kWords = {
      "Review the curriculum.", "a|b", "&", "<w:t>", "&amp;", "\"quoted\"", "it's", "]]>", "-->", "Pennaeth Tai \xC5\xB4" "yn, t\xC5\xB7",
      "\xD8\xA7\xD9\x84\xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A\xD8\xA9", "\xE2\x80\x8F(1)\xE2\x80\x8F", "\xE2\x80\xAD" "abc\xE2\x80\xAC",
      "\xF0\x9F\x91\xA9\xF0\x9F\x8F\xBF\xE2\x80\x8D\xF0\x9F\x8F\xAB", "\xE2\x80\xA2", "a.", "1)", "(iv)", "\xC2\xB7", "=1+1", "%1", "2023/24", "#",
      "\\", "{x}", "https://example.org", std::string(300, 'x'), "\xE2\x9E\xA4", "31 March 2023", "\xEF\xBF\xBD", "_x000D_"};
  const std::vector<std::string> kMarkers = {
      "a.", "b.", "c.", "1.", "2.", "3.", "1.1", "1.2", "2.1.10", "(i)", "(ii)", "(v)", "A)", "IV.", "01", "02", "10", "\xE2\x80\xA2", "\xE2\x9E\xA4",
      "\xE2\x97\xA6", "-", "o", "v.", "x", "aa.", "Action 3:", "Note:", "%1", "50%", "2023/24", "R7b", "0", "\xC5\xB5)", "i", "\xF0\x9F\x8E\xAF", "123456", "<&>"};
  std::mt19937 random_;
};

// Of two long texts, what stands around the first difference.
void must_be_same(const std::vector<Block>& written, const std::vector<Block>& read) {
  const auto wanted = everything(written);
  const auto got = everything(read);
  const auto [at, in_got] = std::mismatch(wanted.begin(), wanted.end(), got.begin(), got.end());
  const auto before = std::min<std::ptrdiff_t>(at - wanted.begin(), 100);
  INFO("written: ", std::string(at - before, at + std::min<std::ptrdiff_t>(wanted.end() - at, 100)));
  INFO("read:    ", std::string(in_got - before, in_got + std::min<std::ptrdiff_t>(got.end() - in_got, 100)));
  REQUIRE(at == wanted.end());
  REQUIRE(in_got == got.end());
}

// Links within a page lead nowhere outside it, and are written as words.
void drop_local_links(std::vector<Block>& blocks) {
  for (auto& block : blocks) {
    std::erase_if(block.links, [](const Link& link) { return link.url.starts_with("#"); });
    for (auto& row : block.rows)
      for (auto& cell : row.cells) drop_local_links(cell.blocks);
  }
}

// MAKEGOOD_GENERATED=3000 tries more.
TEST_CASE("documents that are written to Word are read back as they were") {
  const char* set = std::getenv("MAKEGOOD_GENERATED");
  const unsigned documents = set != nullptr ? static_cast<unsigned>(std::atoi(set)) : 150;
  for (unsigned seed = 1; seed <= documents; ++seed) {
    CAPTURE(seed);
    const auto document = Generator(seed).document();
    const auto back = written_and_read(document);
    CHECK(back.title == squeeze(document.title));
    CHECK(back.language == document.language);
    CHECK(back.profile == document.profile);
    must_be_same(document.blocks, back.blocks);
  }
}

TEST_CASE("five adopted plans, written to Word, are read back as they were") {
  const char* set = std::getenv("MAKEGOOD_SHARED");
  const auto plans = std::filesystem::path(set != nullptr ? set : "../shared") / "plans";
  if (!std::filesystem::exists(plans)) {
    MESSAGE("skipped: no folder " << plans.string() << " (set MAKEGOOD_SHARED)");
    return;
  }
  int read = 0;
  for (const auto& file : std::filesystem::directory_iterator(plans)) {
    const auto kind = file.path().extension();
    if (kind != ".docx" && kind != ".txt" && kind != ".md") continue;
    CAPTURE(file.path().string());
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    auto document = read_document(bytes, file.path().filename().string());
    REQUIRE(document);
    drop_local_links(document->blocks);
    must_be_same(document->blocks, written_and_read(*document).blocks);
    ++read;
  }
  CHECK(read >= 10);
}

TEST_CASE("what Word cannot hold is written as near as it can") {
  auto gap = table({{"A", "", "C"}});
  gap.rows[0].cells.erase(gap.rows[0].cells.begin() + 1);
  auto bare = table({{"A", "B"}});
  bare.rows.emplace_back();
  struct {
    const char* name;
    Block block;
    const char* expected;
  } rows[] = {
      {"control characters are dropped", paragraph(std::string("a\x01" "b\x1F" "c\xEF\xBF\xBF" "d")), "p abcd\n"},
      {"bytes that are not UTF-8 are replaced", paragraph("a\xFF"), "p a\xEF\xBF\xBD\n"},
      {"an item without a marker is a paragraph", list_item("", "x"), "p x\n"},
      {"a block without words is left out", paragraph("\x02"), ""},
      {"the tenth level and deeper are the ninth", list_item("a.", "x", 12), "li8 a. x\n"},
      {"levels of headings end at six", heading(9, "x"), "h6 x\n"},
      {"a gap within a row is an empty cell", gap, "table\nhead | A | | C\n"},
      {"a row without cells has an empty one", bare, "table\nhead | A | B\nrow | 2x1:\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(there_and_back({row.block}) == row.expected);
  }
}

TEST_CASE("a table wider than Word's 63 columns keeps its words") {
  std::vector<std::string> names;
  for (int n = 1; n <= 65; ++n) names.push_back(std::to_string(n));
  Document document;
  document.blocks = {table({names})};
  const auto read = written_and_read(document);
  REQUIRE(column_count(read.blocks[0]) == 63);
  CHECK(cell_text(read.blocks[0].rows[0].cells[62]) == "63\n64\n65");
}

TEST_CASE("links that could do harm stay words") {
  struct {
    const char* name;
    const char* url;
    const char* read;
  } rows[] = {
      {"a web address", "https://example.org/a?b=1&c=\"2\"", "https://example.org/a?b=1&c=%222%22"},
      {"spaces and line breaks are escaped", "HTTP://example.org/a b\n", "HTTP://example.org/a%20b%0A"},
      {"a mail address", "mailto:equality@example.org", "mailto:equality@example.org"},
      {"a script", "javascript:alert(1)", ""},
      {"a file", "file:///etc/passwd", ""},
      {"a place on the page", "#actions", ""},
      {"an address without a host", "https:///x", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    auto block = paragraph("See the plan.");
    block.links = {{"the plan", row.url}};
    Document document;
    document.blocks = {block};
    const auto read = written_and_read(document);
    CHECK(read.blocks[0].text == "See the plan.");
    CHECK((read.blocks[0].links.empty() ? "" : read.blocks[0].links[0].url) == row.read);
  }
}

std::string part_of(const Document& document, const char* name) {
  const auto bytes = write_docx(document);
  auto package = formats::Package::open(bytes, {});
  REQUIRE(package);
  return package->part(name).value();
}

int count(const std::string& text, const std::string& part) {
  int n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

TEST_CASE("markers that follow one another are counted by Word") {
  struct {
    const char* name;
    std::vector<Block> blocks;
    int lists;
  } rows[] = {
      {"one list", {list_item("a.", "x"), list_item("b.", "y"), list_item("c.", "z")}, 1},
      {"a paragraph between does not end it", {list_item("1)", "x"), paragraph("p"), list_item("2)", "y")}, 1},
      {"a heading does", {list_item("1)", "x"), heading(2, "p"), list_item("2)", "y")}, 2},
      {"a list within", {list_item("1.", "x"), list_item("a.", "y", 1), list_item("2.", "z")}, 2},
      {"it begins anew under the next", {list_item("1.", "x"), list_item("a.", "y", 1), list_item("2.", "z"), list_item("a.", "y", 1)}, 3},
      {"a number is left out", {list_item("1.", "x"), list_item("3.", "y")}, 2},
      {"i after h is a letter", {list_item("h.", "x"), list_item("i.", "y")}, 1},
      {"all bullets of one shape", {list_item("\xE2\x80\xA2", "x"), heading(1, "h"), list_item("\xE2\x80\xA2", "y", 1)}, 1},
      {"references", {list_item("1.9", "x"), list_item("1.10", "y")}, 1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    Document document;
    document.blocks = row.blocks;
    CHECK(count(part_of(document, "word/numbering.xml"), "<w:num ") == row.lists);
    CHECK(everything(written_and_read(document).blocks) == everything(row.blocks));
  }
}

TEST_CASE("pages are turned for tables of more than five columns") {
  const auto narrow = table({{"A", "B"}});
  const auto wide = table({{"A", "B", "C", "D", "E", "F"}});
  const auto text = paragraph(std::string(2000, 'x'));
  struct {
    const char* name;
    std::vector<Block> blocks;
    int sections;
    int landscape;
  } rows[] = {
      {"no wide table", {text, narrow}, 1, 0},
      {"nothing else", {wide}, 1, 1},
      {"five columns of long words", {table({{"Recommendation", "Underrepresented", "Commissioners", "Characteristics", "Organisations"}})}, 1, 1},
      {"a short text goes with it", {heading(1, "Plan"), paragraph("x"), wide, paragraph("y")}, 1, 1},
      {"a long text stands upright", {text, wide}, 2, 1},
      {"the heading above goes with the table", {text, heading(2, "Housing"), wide, text}, 3, 1},
      {"a long text between two", {wide, text, wide}, 3, 2},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    Document document;
    document.blocks = row.blocks;
    const auto xml = part_of(document, "word/document.xml");
    CHECK(count(xml, "<w:sectPr>") == row.sections);
    CHECK(count(xml, "landscape") == row.landscape);
  }
}

TEST_CASE("a Word file says what assistive technology needs") {
  Document document;
  document.title = "The plan";
  document.language = "cy";
  document.blocks = {heading(2, "Housing & health"), table({{"Action", "Owner"}, {"Do it", "Head"}})};
  document.blocks[1].rows[1].cells[0].header = true;
  const auto xml = part_of(document, "word/document.xml");
  CHECK(count(xml, "<w:pStyle w:val=\"Heading2\"/>") == 1);
  CHECK(count(xml, "<w:tblHeader/>") == 1);
  CHECK(count(xml, "<w:tblCaption w:val=\"Housing &amp; health\"/>") == 1);
  CHECK(count(xml, "w:firstColumn=\"1\"") == 2);  // in the table's look, and on the cell
  CHECK(count(part_of(document, "word/styles.xml"), "<w:lang w:val=\"cy-GB\"") == 1);
  CHECK(count(part_of(document, "docProps/core.xml"), "<dc:title>The plan</dc:title><dc:language>cy</dc:language>") == 1);
}

TEST_CASE("the same document gives the same bytes") {
  const auto document = Generator(7).document();
  CHECK(write_docx(document) == write_docx(document));
}

TEST_CASE("an empty document opens") {
  CHECK(there_and_back({}).empty());
  CHECK(count(part_of({}, "word/document.xml"), "<w:p/>") == 1);
}

// Python's zipfile and expat know nothing of ours; every relationship must lead to a part.
TEST_CASE("another tool opens the package and finds XML in every part") {
  const auto folder = std::filesystem::temp_directory_path() / ("makegood-docx-" + std::to_string(std::random_device{}()));
  std::filesystem::create_directories(folder);
  for (unsigned seed = 1; seed <= 20; ++seed)
    std::ofstream(folder / (std::to_string(seed) + ".docx"), std::ios::binary) << write_docx(Generator(seed).document());
  const auto command = "python3 src/formats/check_docx.py " + folder.string() + "/*.docx";
  CHECK(std::system(command.c_str()) == 0);
  std::filesystem::remove_all(folder);
}

}  // namespace write_docx_test
