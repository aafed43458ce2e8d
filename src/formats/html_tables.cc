// Tables of a page: rows and cells into the grid, spans resolved.
#include <algorithm>

#include "formats/grid.h"
#include "formats/html_walk.h"

namespace makegood::formats {

struct HtmlWalk::OpenTable {
  Block block;
  Grid grid;
  int cells_beyond = 0;
};

void HtmlWalk::table(const GumboNode* node) {
  flush();
  if (is_layout_table(node)) return unwrap(node);
  OpenTable open;
  open.block.kind = BlockKind::table;
  open.block.position.line = line_;
  const auto outer_marker = std::exchange(pending_marker_, {});
  auto* const outer = std::exchange(table_, &open);
  auto* const outer_definition = std::exchange(definition_, nullptr);
  table_part(node, false);
  for_each_child(node, [&](const GumboNode* part) {  // may stand before the rows that it sums up
    if (part->type == GUMBO_NODE_ELEMENT && part->v.element.tag == GUMBO_TAG_TFOOT && !is_left_out(part)) table_part(part, false);
  });
  definition_ = outer_definition;
  table_ = outer;
  pending_marker_ = outer_marker;
  close_table(open.block, open.cells_beyond, content_.findings);
  if (!open.block.rows.empty()) out_->push_back(std::move(open.block));
}

void HtmlWalk::table_part(const GumboNode* part, bool head) {
  const auto& nodes = part->v.element.children;
  for (unsigned i = 0; i < nodes.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(nodes.data[i]);
    if (child->type != GUMBO_NODE_ELEMENT || is_left_out(child)) continue;
    switch (child->v.element.tag) {
      case GUMBO_TAG_TR: table_row(child, head); break;
      case GUMBO_TAG_THEAD: table_part(child, true); break;
      case GUMBO_TAG_TBODY: table_part(child, false); break;
      case GUMBO_TAG_TFOOT: break;  // comes last
      case GUMBO_TAG_COL: case GUMBO_TAG_COLGROUP: break;
      default: element(child);  // the caption: a paragraph before the table
    }
  }
}

void HtmlWalk::table_row(const GumboNode* node, bool head) {
  see_line(node);
  Row row;
  row.position.line = line_of(node);
  table_->grid.begin_row();
  const auto& nodes = node->v.element.children;
  for (unsigned i = 0; i < nodes.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(nodes.data[i]);
    if (child->type == GUMBO_NODE_ELEMENT && !is_left_out(child)) table_cell(child, row);
  }
  if (head)
    for (auto& cell : row.cells) cell.header = true;
  row.header = head || (!row.cells.empty() && std::all_of(row.cells.begin(), row.cells.end(),
                                                          [](const Cell& cell) { return cell.header; }));
  if (!row.cells.empty() || !table_->block.rows.empty()) table_->block.rows.push_back(std::move(row));
}

void HtmlWalk::table_cell(const GumboNode* node, Row& row) {
  Cell cell;
  cell.header = node->v.element.tag == GUMBO_TAG_TH;
  const int columns = number_attribute(node, "colspan", 1);
  cell.column_span = columns >= 1 && columns <= kMaxColumns ? columns : 1;  // a mistake, or worse
  const int rows = number_attribute(node, "rowspan", 1);
  cell.row_span = rows == 0 ? 1'000'000 : std::max(rows, 1);
  if (!table_->grid.place(cell)) {
    ++table_->cells_beyond;
    return;
  }
  const auto saved = context_;
  context_ = {.in_article = context_.in_article};
  auto* const outer = std::exchange(out_, &cell.blocks);
  see_line(node);
  children(node);
  flush();
  out_ = outer;
  context_ = saved;
  row.cells.push_back(std::move(cell));
}

}  // namespace makegood::formats
