#include "formats/pdf_structure.h"

#include <algorithm>

#include "formats/grid.h"
#include "formats/markers.h"
#include "formats/pdf_writer.h"
#include "formats/runs.h"

namespace makegood::formats {
namespace {

constexpr int kDeepestList = 8;
constexpr double kPadding = 5;  // points, of a cell

// 1 to 6 for "H1" to "H6", "H" and "Title"; 0 = no heading.
int level_of(const std::string& role) {
  if (role == "Title") return 1;
  if (role == "H") return 2;
  return role.size() == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6' ? role[1] - '0' : 0;
}

bool is_table_part(const std::string& role) { return role == "THead" || role == "TBody" || role == "TFoot"; }

// Where the longest line ends; in a cell, the upright rule to the right of it.
double right_edge(const PdfLines& lines, const PdfPage& page, bool in_cell) {
  PdfBox box = lines.front().box;
  for (const auto& line : lines) box.include(line.box);
  if (!in_cell) return box.x1;
  double nearest = page.width;
  bool found = false;
  for (const auto& rule : page.rules) {
    if (rule.height() <= rule.width() || rule.x0 < box.x1 || rule.x0 > nearest || rule.y0 > box.middle_y() ||
        rule.y1 < box.middle_y())
      continue;
    nearest = rule.x0;
    found = true;
  }
  return found ? std::max(box.x1, nearest - kPadding) : box.x1;
}

std::string text_of_all(const PdfLines& lines) {
  std::string text;
  for (const auto& line : lines) text += text_of(line) + '\n';
  return text;
}

class Walk {
 public:
  Walk(TaggedWords& words, const PdfType& type, Findings& findings) : words_(words), type_(type), findings_(findings) {}

  void go(const PdfElement& element, std::vector<Block>& out, bool in_cell, int depth) {
    if (element.role == "Table") return add_table(element, out);
    if (element.role == "LI") return add_item(element, out, in_cell, depth);
    if (!has_blocks(element)) return add_text(words_.take(element), element, out, in_cell);
    add_text(words_.take_own(element), element, out, in_cell);
    const bool list = element.role == "L";
    for (const auto& kid : element.kids) go(kid, out, in_cell, std::min(depth + (list ? 1 : 0), kDeepestList));
  }

 private:
  void add_text(PdfWords words, const PdfElement& element, std::vector<Block>& out, bool in_cell) {
    if (words.empty()) return;
    const int level = in_cell ? 0 : level_of(element.role);
    const int page = words_.page_of(*words.front()).number;
    Runs runs;
    write(std::move(words), runs, in_cell, level > 0, element.role == "TH");
    if (!runs.has_words()) return;
    auto block = level > 0 ? runs.take() : as_item_or_paragraph(runs, runs.take_marker(false), 0);
    if (level > 0) {
      block.kind = BlockKind::heading;
      block.level = level;
      block.text = squeeze(block.text);
    }
    block.position.page = page;
    out.push_back(std::move(block));
  }

  // A paragraph may go on over the end of a page; a header cell that comes again on the next is
  // the same one.
  void write(PdfWords words, Runs& runs, bool in_cell, bool one_line, bool header) {
    PdfWriter writer(runs, type_);
    PdfLine last;
    std::string first;
    for (auto from = words.begin(); from != words.end();) {
      const auto* page = &words_.page_of(**from);
      const auto end =
          std::find_if(from, words.end(), [&](const PdfWord* word) { return &words_.page_of(*word) != page; });
      const auto lines = lines_as_written({from, end});
      from = end;
      if (header && text_of_all(lines) == first) continue;
      if (first.empty()) first = text_of_all(lines);
      const double right = right_edge(lines, *page, in_cell);
      for (const auto& line : lines) {
        if (!last.words.empty()) writer.add_break(!one_line && ends_early(last, line, right), last, line);
        writer.add(line, page->links);
        last = line;
      }
    }
    writer.finish();
  }
  // The next line's first word would have had room.
  static bool ends_early(const PdfLine& above, const PdfLine& line, double right) {
    return above.box.x1 + 0.3 * above.words.back()->size + line.words.front()->box.width() < right;
  }

  void add_item(const PdfElement& element, std::vector<Block>& out, bool in_cell, int depth) {
    PdfWords label;
    std::vector<Block> inside;
    add_text(words_.take_own(element), element, inside, in_cell);
    for (const auto& kid : element.kids) {
      if (kid.role != "Lbl") {
        go(kid, inside, in_cell, depth);
        continue;
      }
      const auto more = words_.take(kid);
      label.insert(label.end(), more.begin(), more.end());
    }
    const bool has_text = !inside.empty() && inside[0].kind != BlockKind::table && inside[0].kind != BlockKind::heading;
    if (has_text)
      make_item(inside[0], marker_of(label), std::max(depth - 1, 0));
    else
      add_text(std::move(label), element, out, in_cell);
    std::move(inside.begin(), inside.end(), std::back_inserter(out));
  }
  static void make_item(Block& block, const std::string& marker, int level) {
    if (block.kind == BlockKind::list_item && block.level > level) level = block.level;
    block.marker = marker + block.marker;
    if (block.marker.empty()) block.marker = "\xE2\x80\xA2";
    block.kind = BlockKind::list_item;
    block.level = level;
  }
  static std::string marker_of(const PdfWords& words) {
    std::string text;
    for (const auto* word : words) text += word->text;
    const auto bullet = leading_bullet(text + " x").text;
    return bullet.empty() ? squeeze(text) : bullet;
  }

  void add_table(const PdfElement& element, std::vector<Block>& out) {
    Block table;
    table.kind = BlockKind::table;
    Grid grid;
    int beyond = 0;
    add_rows(element, false, table, grid, beyond, out);
    close_table(table, beyond, findings_);
    if (!table.rows.empty()) table.position.page = table.rows.front().position.page;
    out.push_back(std::move(table));
  }
  // What stands in a table outside of its cells, a caption say, comes before it.
  void add_rows(const PdfElement& element, bool in_head, Block& table, Grid& grid, int& beyond,
                std::vector<Block>& before) {
    add_text(words_.take_own(element), element, before, false);
    for (const auto& kid : element.kids) {
      if (kid.role == "TR")
        add_row(kid, in_head, table, grid, beyond, before);
      else if (is_table_part(kid.role))
        add_rows(kid, kid.role == "THead", table, grid, beyond, before);
      else
        go(kid, before, false, 0);
    }
  }
  void add_row(const PdfElement& element, bool in_head, Block& table, Grid& grid, int& beyond,
               std::vector<Block>& before) {
    add_text(words_.take_own(element), element, before, false);
    Row row;
    grid.begin_row();
    for (const auto& kid : element.kids) {
      if (kid.role != "TH" && kid.role != "TD") {
        go(kid, before, false, 0);
        continue;
      }
      Cell cell;
      cell.column_span = kid.column_span;
      cell.row_span = kid.row_span;
      cell.header = kid.role == "TH";
      for_cell(kid, cell.blocks);
      if (row.position.page == 0 && !cell.blocks.empty()) row.position.page = cell.blocks.front().position.page;
      if (grid.place(cell))
        row.cells.push_back(std::move(cell));
      else {
        ++beyond;
        std::move(cell.blocks.begin(), cell.blocks.end(), std::back_inserter(before));
      }
    }
    row.header = !row.cells.empty() && (in_head || std::all_of(row.cells.begin(), row.cells.end(),
                                                               [](const Cell& cell) { return cell.header; }));
    table.rows.push_back(std::move(row));
  }
  void for_cell(const PdfElement& element, std::vector<Block>& out) {
    if (!has_blocks(element)) return add_text(words_.take(element), element, out, true);
    add_text(words_.take_own(element), element, out, true);
    for (const auto& kid : element.kids) go(kid, out, true, 0);
  }

  TaggedWords& words_;
  const PdfType& type_;
  Findings& findings_;
};

}  // namespace

std::vector<Block> tagged_blocks(const PdfFile& file, TaggedWords& words, const PdfType& type, Findings& findings) {
  std::vector<Block> blocks;
  Walk walk(words, type, findings);
  for (const auto& element : file.structure) walk.go(element, blocks, false, 0);
  return blocks;
}

}  // namespace makegood::formats
