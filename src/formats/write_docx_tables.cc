// Tables of a Word document that is being written.
#include <algorithm>
#include <numeric>

#include "formats/write_docx_body.h"
#include "formats/write_docx_template.h"
#include "formats/write_docx_xml.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kMostOnOnePage = 900;  // bytes of a row that is kept on one page

// Of all the rows below the header ones, the first cell is a heading of its row.
bool has_row_headings(const DocxGrid& grid) {
  bool any = false;
  for (const auto& row : grid.rows) {
    if (row.row->header || row.cells.front().from.empty()) continue;
    if (!row.cells.front().from.front()->header) return false;
    any = true;
  }
  return any;
}

void add_width(pugi::xml_node parent, const char* name, int width) {
  add(parent, name, {{"w:w", std::to_string(width)}, {"w:type", "dxa"}});
}

// In the order that the schema asks for.
void add_table_properties(pugi::xml_node table, const DocxGrid& grid, int width, const std::string& caption) {
  auto tblPr = add(table, "w:tblPr");
  add_value(tblPr, "w:tblStyle", kTableStyle);
  add_width(tblPr, "w:tblW", width);
  add(tblPr, "w:tblLayout", {{"w:type", "fixed"}});
  const bool first_row = grid.rows.front().row->header;
  const bool first_column = has_row_headings(grid);
  const int bits = 0x0600 + (first_row ? 0x20 : 0) + (first_column ? 0x80 : 0);
  static constexpr char kHex[] = "0123456789ABCDEF";
  const std::string look = {'0', kHex[bits >> 8], kHex[(bits >> 4) & 0xF], '0'};
  add(tblPr, "w:tblLook", {{"w:val", look}, {"w:firstRow", first_row ? "1" : "0"}, {"w:lastRow", "0"},
                           {"w:firstColumn", first_column ? "1" : "0"}, {"w:lastColumn", "0"}, {"w:noHBand", "1"}, {"w:noVBand", "1"}});
  if (!caption.empty()) add_value(tblPr, "w:tblCaption", caption);
}

std::size_t longest_cell(const DocxRow& row) {
  std::size_t longest = 0;
  for (const auto& cell : row.cells)
    for (const auto* from : cell.from) longest = std::max(longest, cell_text(*from).size());
  return longest;
}

void add_row_properties(pugi::xml_node out, const DocxRow& row, const std::vector<int>& widths) {
  auto trPr = add(out, "w:trPr");
  const auto before = widths.begin() + row.before;
  const auto after = widths.end() - row.after;
  if (row.before > 0) add_value(trPr, "w:gridBefore", row.before);
  if (row.after > 0) add_value(trPr, "w:gridAfter", row.after);
  if (row.before > 0) add_width(trPr, "w:wBefore", std::accumulate(widths.begin(), before, 0));
  if (row.after > 0) add_width(trPr, "w:wAfter", std::accumulate(after, widths.end(), 0));
  if (longest_cell(row) <= kMostOnOnePage) add(trPr, "w:cantSplit");
  if (row.row->header) add(trPr, "w:tblHeader");
  if (!trPr.first_child()) out.remove_child(trPr);
}

}  // namespace

void DocxBodyWriter::write_table(const Block& block, const Place& place) {
  const auto grid = docx_grid(block);
  const auto widths = column_widths(grid, place.width);
  auto parent = place.parent;
  auto table = add(parent, "w:tbl");
  add_table_properties(table, grid, place.width, shorten(squeeze(xml_text(caption_)), 200));
  auto columns = add(table, "w:tblGrid");
  for (const int width : widths) add(columns, "w:gridCol", {{"w:w", std::to_string(width)}});
  for (const auto& row : grid.rows) write_row(row, widths, table);
  lists_.end_lists();
}

void DocxBodyWriter::write_row(const DocxRow& row, const std::vector<int>& widths, pugi::xml_node parent) {
  auto out = add(parent, "w:tr");
  add_row_properties(out, row, widths);
  for (const auto& cell : row.cells) {
    const auto from = widths.begin() + cell.column;
    write_cell(cell, row.row->header, std::accumulate(from, from + cell.span, 0), out);
  }
}

void DocxBodyWriter::write_cell(const DocxCell& cell, bool header, int width, pugi::xml_node parent) {
  auto out = add(parent, "w:tc");
  auto tcPr = add(out, "w:tcPr");
  const bool row_heading = !header && !cell.from.empty() && cell.from.front()->header;
  if (row_heading) add(tcPr, "w:cnfStyle", {{"w:val", "001000000000"}, {"w:firstColumn", "1"}});
  add_width(tcPr, "w:tcW", width);
  if (cell.span > 1) add_value(tcPr, "w:gridSpan", cell.span);
  if (cell.begins_merge) add_value(tcPr, "w:vMerge", "restart");
  if (cell.goes_on) add(tcPr, "w:vMerge");
  if (header) add(tcPr, "w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", kHeaderFill}});
  lists_.end_lists();
  for (const auto* from : cell.from) write_blocks(from->blocks, {.parent = out, .width = std::max(width - kCellPadding, 0), .in_cell = true, .in_header = header});
  if (std::string_view(out.last_child().name()) != "w:p") {
    auto pPr = add(add(out, "w:p"), "w:pPr");
    add_value(pPr, "w:pStyle", out.child("w:tbl") ? kGapStyle : header ? kTableHeadingStyle : kTableTextStyle);
  }
}

}  // namespace makegood::formats
