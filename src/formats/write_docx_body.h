#pragma once
// The main part of a Word document that is being written. Internal to the DOCX writer.

#include <pugixml.hpp>

#include <string>
#include <vector>

#include "document/document.h"
#include "formats/write_docx_grid.h"
#include "formats/write_docx_numbering.h"
#include "formats/write_docx_text.h"

namespace makegood::formats {

class DocxBodyWriter {
 public:
  /// The part word/document.xml.
  [[nodiscard]] std::string xml(const Document& document);

  [[nodiscard]] const MarkerLists& lists() const { return lists_; }
  [[nodiscard]] const LinkTargets& targets() const { return targets_; }

 private:
  // Where blocks are written: the body, or a cell of some width in which words have another style.
  struct Place {
    pugi::xml_node parent;
    int width = 0;
    bool in_cell = false;
    bool in_header = false;
    bool after_table = false;
  };

  void write_block(const Block& block, const Place& place);
  void write_paragraph(const Block& block, const Place& place);
  void write_blocks(const std::vector<Block>& blocks, const Place& place);
  void write_table(const Block& table, const Place& place);
  void write_row(const DocxRow& row, const std::vector<int>& widths, pugi::xml_node parent);
  void write_cell(const DocxCell& cell, bool header, int width, pugi::xml_node parent);

  MarkerLists lists_;
  LinkTargets targets_;
  std::string caption_;  // of the next table: the heading above it
};

}  // namespace makegood::formats
