#include "formats/write_docx_body.h"

#include <algorithm>

#include "formats/docx_numbering.h"
#include "formats/write_docx_pages.h"
#include "formats/write_docx_template.h"
#include "formats/write_docx_xml.h"

namespace makegood::formats {
namespace {

constexpr const char* kSpaceAfterTable = "160";

// Left out here, as every reader would.
bool is_empty(const Block& block) {
  return block.kind == BlockKind::table ? block.rows.empty() : squeeze(xml_text(block.text)).empty();
}

std::string marker_of(const Block& block) {
  return block.kind == BlockKind::list_item ? squeeze(xml_text(block.marker)) : std::string();
}

std::string style_of(const Block& block, bool listed, bool in_cell, bool in_header) {
  if (block.kind == BlockKind::heading) return kHeadingStyle + std::to_string(std::clamp(block.level, 1, 6));
  if (in_header) return kTableHeadingStyle;
  if (listed) return in_cell ? kTableListStyle : kListStyle;
  return in_cell ? kTableTextStyle : kTextStyle;
}

void add_section(pugi::xml_node parent, bool landscape) {
  auto section = add(parent, "w:sectPr");
  add(section, "w:footerReference", {{"w:type", "default"}, {"r:id", kFooterRelationship}});
  auto size = add(section, "w:pgSz", {{"w:w", std::to_string(landscape ? kLongSide : kShortSide)},
                                      {"w:h", std::to_string(landscape ? kShortSide : kLongSide)}});
  if (landscape) size.append_attribute("w:orient") = "landscape";
  const auto margin = std::to_string(kMargin);
  add(section, "w:pgMar", {{"w:top", margin}, {"w:right", margin}, {"w:bottom", margin}, {"w:left", margin},
                           {"w:header", "567"}, {"w:footer", "567"}, {"w:gutter", "0"}});
}

// Word joins tables that stand side by side, and lets no cell or document end with one.
pugi::xml_node add_gap(pugi::xml_node parent) {
  auto pPr = add(add(parent, "w:p"), "w:pPr");
  add_value(pPr, "w:pStyle", kGapStyle);
  return pPr;
}

// Ends the section of pages that `last`, the block just written, stands on.
void end_section(pugi::xml_node body, const Block& last, bool landscape) {
  if (last.kind == BlockKind::table) return add_section(add_gap(body), landscape);
  add_section(body.last_child().child("w:pPr"), landscape);
}

}  // namespace

std::string DocxBodyWriter::xml(const Document& document) {
  pugi::xml_document out;
  auto body = add(add(out, "w:document", {{"xmlns:w", kWordNamespace}, {"xmlns:r", kRelationshipNamespace}}), "w:body");
  std::vector<const Block*> blocks;
  for (const auto& block : document.blocks)
    if (!is_empty(block)) blocks.push_back(&block);
  const auto landscape = landscape_blocks(blocks);
  caption_ = document.title;
  for (std::size_t n = 0; n < blocks.size(); ++n) {
    const int width = (landscape[n] ? kLongSide : kShortSide) - 2 * kMargin;
    const bool after_table = n > 0 && blocks[n - 1]->kind == BlockKind::table && landscape[n - 1] == landscape[n];
    write_block(*blocks[n], {.parent = body, .width = width, .after_table = after_table});
    const bool last = n + 1 == blocks.size();
    const bool turns = !last && landscape[n + 1] != landscape[n];
    const bool table = blocks[n]->kind == BlockKind::table;
    if (turns) end_section(body, *blocks[n], landscape[n]);
    else if (table && (last || blocks[n + 1]->kind == BlockKind::table)) (void)add_gap(body);
  }
  if (blocks.empty()) (void)add(body, "w:p");
  add_section(body, !landscape.empty() && landscape.back());
  return xml_of(out);
}

void DocxBodyWriter::write_block(const Block& block, const Place& place) {
  if (block.kind == BlockKind::table) return write_table(block, place);
  if (block.kind == BlockKind::heading) {
    lists_.end_lists();
    if (!place.in_cell) caption_ = block.text;
  }
  write_paragraph(block, place);
}

void DocxBodyWriter::write_paragraph(const Block& block, const Place& place) {
  const auto marker = marker_of(block);
  auto parent = place.parent;
  auto paragraph = add(parent, "w:p");
  auto pPr = add(paragraph, "w:pPr");
  add_value(pPr, "w:pStyle", style_of(block, !marker.empty(), place.in_cell, place.in_header));
  if (!marker.empty()) {
    const int level = std::clamp(block.level, 0, kNumberLevels - 1);
    auto numPr = add(pPr, "w:numPr");
    add_value(numPr, "w:ilvl", level);
    add_value(numPr, "w:numId", lists_.list_for(marker, level));
  }
  if (is_right_to_left(block.text)) add(pPr, "w:bidi");
  if (place.after_table && block.kind != BlockKind::heading) add(pPr, "w:spacing", {{"w:before", kSpaceAfterTable}});
  auto mark = add(pPr, "w:rPr");  // a list's marker looks as its paragraph's end does
  add_emphasis(mark, block);
  if (!mark.first_child()) pPr.remove_child(mark);
  add_runs(paragraph, block, targets_);
}

void DocxBodyWriter::write_blocks(const std::vector<Block>& blocks, const Place& place) {
  for (const auto& block : blocks) {
    if (is_empty(block)) continue;
    const bool side_by_side = block.kind == BlockKind::table && std::string_view(place.parent.last_child().name()) == "w:tbl";
    if (side_by_side) (void)add_gap(place.parent);
    write_block(block, place);
  }
}

}  // namespace makegood::formats
