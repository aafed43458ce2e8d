// Tables of a Word document: every row lists all of its cells, those merged into one above too.
#include <algorithm>

#include "formats/docx_body.h"
#include "formats/grid.h"
#include "formats/xml.h"

namespace makegood::formats {

namespace {

// Word notes on each cell of the first column that the table shows it as a heading of its row.
bool is_row_heading(pugi::xml_node tcPr) {
  const std::string_view first = attribute(child(tcPr, "cnfStyle"), "firstColumn");
  return first == "1" || first == "true" || first == "on";
}

}  // namespace

struct DocxBody::OpenTable {
  // The cell that a vertical merge in this column goes on with.
  struct Origin {
    std::size_t row = 0;
    std::size_t cell = 0;
    int span = 0;  // 0 = none
  };
  Block block;
  std::vector<Origin> merges;  // by column
  std::vector<Origin> next;    // of the row being read
  int cells_beyond = 0;
};

void DocxBody::table(pugi::xml_node node) {
  // A paragraph whose end was deleted before the table ends there all the same.
  if (runs_.has_words()) finish_paragraph({}, context_.styles.paragraph({}), {}, page_);
  OpenTable open;
  open.block.kind = BlockKind::table;
  open.block.position.page = page_;
  if (depth_ >= context_.max_depth) return flatten(node);
  table_rows(node, open);
  close_table(open.block, open.cells_beyond, document_.findings);
  if (!open.block.rows.empty()) out_->push_back(std::move(open.block));
}

void DocxBody::table_rows(pugi::xml_node parent, OpenTable& open) {
  if (depth_ >= context_.max_depth) return flatten(parent);
  ++depth_;
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    const auto name = local_name(node);
    if (name == "tr") table_row(node, open);
    else if (name == "sdt") table_rows(child(node, "sdtContent"), open);
    else if (name == "ins" || name == "moveTo" || name == "customXml") table_rows(node, open);
  }
  --depth_;
}

void DocxBody::table_row(pugi::xml_node node, OpenTable& open) {
  const auto trPr = child(node, "trPr");
  if (child(trPr, "del")) return find("deleted_text_left_out", "Text deleted by tracked changes was left out.");
  Row row;
  row.header = is_on(child(trPr, "tblHeader"));
  row.position.page = page_;
  int column = std::clamp(number(value_of(trPr, "gridBefore"), 0), 0, kMaxColumns);
  open.next.assign(open.merges.size(), {});
  table_cells(node, open, row, column);
  if (row.cells.size() == 1) row.cells[0].header = row.header;  // it heads nothing
  open.merges.swap(open.next);
  open.block.rows.push_back(std::move(row));
}

void DocxBody::table_cells(pugi::xml_node parent, OpenTable& open, Row& row, int& column) {
  if (depth_ >= context_.max_depth) return flatten(parent);
  ++depth_;
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    const auto name = local_name(node);
    if (name == "tc") table_cell(node, open, row, column);
    else if (name == "sdt") table_cells(child(node, "sdtContent"), open, row, column);
    else if (name == "ins" || name == "customXml") table_cells(node, open, row, column);
  }
  --depth_;
}

void DocxBody::table_cell(pugi::xml_node node, OpenTable& open, Row& row, int& column) {
  if (column >= kMaxColumns) {
    ++open.cells_beyond;
    return;
  }
  const auto tcPr = child(node, "tcPr");
  const int span = std::clamp(number(value_of(tcPr, "gridSpan"), 1), 1, kMaxColumns - column);
  const auto at = static_cast<std::size_t>(column);
  const auto merge = child(tcPr, "vMerge");
  const bool starts = std::string_view(attribute(merge, "val")) == "restart";
  auto blocks = cell_blocks(node);
  column += span;
  if (open.next.size() < at + 1) open.next.resize(at + 1);
  // What a merged cell holds is not shown, but it is not lost: it follows what the first one holds.
  if (merge && !starts && at < open.merges.size() && open.merges[at].span == span) {
    const auto origin = open.merges[at];
    auto& above = open.block.rows[origin.row].cells[origin.cell];
    ++above.row_span;
    std::move(blocks.begin(), blocks.end(), std::back_inserter(above.blocks));
    open.next[at] = origin;
    return;
  }
  const bool goes_on_sideways = std::string_view(value_of(tcPr, "hMerge")) == "continue" ||
                                (child(tcPr, "hMerge") && *value_of(tcPr, "hMerge") == '\0');
  if (goes_on_sideways && !row.cells.empty() && row.cells.back().column + row.cells.back().column_span == column - span) {
    row.cells.back().column_span += span;
    std::move(blocks.begin(), blocks.end(), std::back_inserter(row.cells.back().blocks));
    return;
  }
  if (merge) open.next[at] = {open.block.rows.size(), row.cells.size(), span};
  Cell cell;
  cell.column = column - span;
  cell.column_span = span;
  cell.header = row.header || is_row_heading(tcPr);
  cell.blocks = std::move(blocks);
  row.cells.push_back(std::move(cell));
}

std::vector<Block> DocxBody::cell_blocks(pugi::xml_node node) {
  std::vector<Block> inner;
  auto* const outer = std::exchange(out_, &inner);
  const auto fields = std::exchange(fields_, {});
  lone_number_.clear();
  blocks(node);
  if (runs_.has_words()) finish_paragraph({}, context_.styles.paragraph({}), {}, page_);
  fields_ = fields;
  out_ = outer;
  // A column of references is often numbered by Word and holds nothing else.
  if (inner.empty() && !lone_number_.empty()) {
    inner.push_back(makegood::paragraph(std::exchange(lone_number_, {})));
    inner.back().position.page = page_;
  }
  return inner;
}

}  // namespace makegood::formats
