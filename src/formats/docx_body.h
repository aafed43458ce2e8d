#pragma once
// The walk over a Word document's body. Internal to the DOCX reader.

#include <pugixml.hpp>

#include <map>
#include <string>
#include <vector>

#include "document/document.h"
#include "formats/docx_numbering.h"
#include "formats/docx_styles.h"
#include "formats/runs.h"

namespace makegood::formats {

/// What the other parts say.
struct DocxContext {
  Styles styles;
  Numbering numbering;
  std::map<std::string, std::string> links;  ///< relationship id -> address
  int max_depth = 64;
};

class DocxBody {
 public:
  DocxBody(DocxContext& context, Document& document, bool has_rendered_pages)
      : context_(context), document_(document), out_(&document.blocks), rendered_pages_(has_rendered_pages) {}

  void read(pugi::xml_node body);

 private:
  // A field: {HYPERLINK "address"} text. Its instruction is not text, its result is.
  struct Field {
    std::string instruction;
    bool in_result = false;
    bool is_link = false;
  };

  void blocks(pugi::xml_node parent);
  void block(pugi::xml_node node);
  void paragraph(pugi::xml_node node);
  void finish_paragraph(pugi::xml_node pPr, const Style& style, const std::string& style_id, int page);
  [[nodiscard]] std::string marker_of(pugi::xml_node pPr, const Style& style, const std::string& style_id, int& level);
  void inlines(pugi::xml_node parent);
  [[nodiscard]] RunProperties properties_of_run(pugi::xml_node rPr) const;
  void run(pugi::xml_node node);
  void run_part(pugi::xml_node node, Emphasis emphasis);
  void words(std::string_view text, Emphasis emphasis);
  void field_mark(pugi::xml_node node);
  void hyperlink(pugi::xml_node node);
  void simple_field(pugi::xml_node node);
  void begin_field_result(Field& field);
  void drawing(pugi::xml_node node);
  void text_boxes();
  void new_page(bool rendered);
  void flatten(pugi::xml_node node);
  void find(const char* code, const char* message);

  struct OpenTable;
  void table(pugi::xml_node node);
  void table_rows(pugi::xml_node parent, OpenTable& open);
  void table_row(pugi::xml_node node, OpenTable& open);
  void table_cells(pugi::xml_node parent, OpenTable& open, Row& row, int& column);
  void table_cell(pugi::xml_node node, OpenTable& open, Row& row, int& column);
  std::vector<Block> cell_blocks(pugi::xml_node node);

  DocxContext& context_;
  Document& document_;
  std::vector<Block>* out_;
  Runs runs_;
  const Style* style_ = nullptr;  // of the paragraph being read
  std::vector<Field> fields_;
  std::vector<pugi::xml_node> boxes_;  // text boxes anchored in the paragraph, read after it
  bool rendered_pages_;
  bool pages_known_ = false;
  bool joins_next_ = false;  // the paragraph's end was deleted
  std::string lone_number_;  // of a numbered paragraph without words
  int page_ = 1;
  int depth_ = 0;
};

/// Of two ways to draw the same thing, the newer one.
[[nodiscard]] pugi::xml_node one_alternative(pugi::xml_node node);

/// The address in a field's instruction, or empty: HYPERLINK "https://..." \o "tip".
[[nodiscard]] std::string hyperlink_of_instruction(std::string_view instruction);

}  // namespace makegood::formats
