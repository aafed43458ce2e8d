// Tables that place things on a page, and hold no data.
#include <algorithm>

#include "formats/html_walk.h"

namespace makegood::formats {
namespace {

struct TableShape {
  int rows = 0;
  int cells_in_widest_row = 0;
  bool says_data = false;       // header cells, a head, a caption
  bool has_tables = false;      // in its cells
  bool has_page_title = false;  // a first-level heading
  bool has_headings = false;
};

void look_at_cell(const GumboNode* cell, TableShape& shape) {
  (void)has_element(cell, [&](const GumboNode* inner) {
    const int level = heading_level(inner->v.element.tag);
    shape.has_tables = shape.has_tables || inner->v.element.tag == GUMBO_TAG_TABLE;
    shape.has_page_title = shape.has_page_title || level == 1;
    shape.has_headings = shape.has_headings || level > 0;
    return false;
  });
}

void look_at_part(const GumboNode* part, TableShape& shape, int& cells) {
  for_each_child(part, [&](const GumboNode* child) {
    if (child->type != GUMBO_NODE_ELEMENT) return;
    switch (child->v.element.tag) {
      case GUMBO_TAG_THEAD: case GUMBO_TAG_CAPTION: case GUMBO_TAG_TH: shape.says_data = true; break;
      case GUMBO_TAG_TD: ++cells, look_at_cell(child, shape); break;
      case GUMBO_TAG_TR: {
        int own = 0;
        look_at_part(child, shape, own);
        ++shape.rows;
        shape.cells_in_widest_row = std::max(shape.cells_in_widest_row, own);
        break;
      }
      default: look_at_part(child, shape, cells);
    }
  });
}

}  // namespace

bool is_layout_table(const GumboNode* table) {
  TableShape shape;
  int cells = 0;
  look_at_part(table, shape, cells);
  if (shape.says_data) return false;
  const auto role = attribute(table, "role");
  if (role == "presentation" || role == "none") return true;
  return shape.cells_in_widest_row <= 1 || shape.has_tables || shape.has_page_title || (shape.rows == 1 && shape.has_headings);
}

// Cell by cell, row by row: the order in which they are read aloud.
void HtmlWalk::unwrap(const GumboNode* part) {
  for_each_child(part, [&](const GumboNode* child) {
    if (child->type != GUMBO_NODE_ELEMENT || is_left_out(child)) return;
    switch (child->v.element.tag) {
      case GUMBO_TAG_TR: case GUMBO_TAG_THEAD: case GUMBO_TAG_TBODY: case GUMBO_TAG_TFOOT: unwrap(child); break;
      case GUMBO_TAG_TD: case GUMBO_TAG_TH:
        flush();
        see_line(child);
        context_.loose_list = false;
        children(child);
        flush();
        break;
      case GUMBO_TAG_COL: case GUMBO_TAG_COLGROUP: break;
      default: element(child);
    }
  });
}

}  // namespace makegood::formats
