#include "formats/write_docx_template.h"

#include <array>

#include "formats/write_docx_xml.h"

namespace makegood::formats {
namespace {

constexpr const char* kFont = "Arial";
constexpr const char* kHeadingInk = "12344D";
constexpr const char* kLinkInk = "1D4F91";
constexpr const char* kRule = "6B7780";

// Sizes in half points, space in twentieths of a point.
struct ParagraphLook {
  const char* id;
  const char* name;
  const char* based_on;
  int size;  // 0 = as the style that it is based on
  int before;
  int after;
  int line;  // 240 = single
};

constexpr std::array<ParagraphLook, 6> kHeadings = {{
    {"Heading1", "heading 1", "Normal", 40, 0, 240, 264},
    {"Heading2", "heading 2", "Normal", 32, 360, 160, 264},
    {"Heading3", "heading 3", "Normal", 28, 280, 120, 264},
    {"Heading4", "heading 4", "Normal", 26, 240, 100, 264},
    {"Heading5", "heading 5", "Normal", 24, 200, 80, 264},
    {"Heading6", "heading 6", "Normal", 24, 160, 80, 264},
}};
constexpr std::array<ParagraphLook, 7> kTexts = {{
    {"BodyText", "Body Text", "Normal", 0, 0, 160, 276},
    {"ListParagraph", "List Paragraph", "Normal", 0, 0, 100, 276},
    {"TableText", "Table Text", "Normal", 22, 40, 40, 252},
    {"TableList", "Table List", "TableText", 0, 20, 20, 252},
    {"TableHeading", "Table Heading", "TableText", 0, 60, 60, 252},
    {"Gap", "Gap between Tables", "Normal", 8, 0, 0, 240},
    {"Footer", "footer", "Normal", 20, 0, 0, 240},
}};

pugi::xml_node add_style(pugi::xml_node root, const char* type, const char* id, const char* name, const char* based_on) {
  auto style = add(root, "w:style", {{"w:type", type}, {"w:styleId", id}});
  add_value(style, "w:name", name);
  if (based_on != nullptr) add_value(style, "w:basedOn", based_on);
  return style;
}

void add_spacing(pugi::xml_node pPr, const ParagraphLook& look) {
  add(pPr, "w:spacing", {{"w:before", std::to_string(look.before)}, {"w:after", std::to_string(look.after)},
                         {"w:line", std::to_string(look.line)}, {"w:lineRule", "auto"}});
}

void add_size(pugi::xml_node rPr, int size) {
  add_value(rPr, "w:sz", size);
  add_value(rPr, "w:szCs", size);
}

void add_defaults(pugi::xml_node root, const std::string& language) {
  auto defaults = add(root, "w:docDefaults");
  auto rPr = add(add(defaults, "w:rPrDefault"), "w:rPr");
  add(rPr, "w:rFonts", {{"w:ascii", kFont}, {"w:hAnsi", kFont}, {"w:eastAsia", kFont}, {"w:cs", kFont}});
  add_size(rPr, 24);
  add(rPr, "w:lang", {{"w:val", language}, {"w:eastAsia", language}, {"w:bidi", "ar-SA"}});
  add(defaults, "w:pPrDefault");
}

void add_heading_style(pugi::xml_node root, const ParagraphLook& look, int level) {
  auto style = add_style(root, "paragraph", look.id, look.name, look.based_on);
  add_value(style, "w:next", kTextStyle);
  add_value(style, "w:uiPriority", 9);
  add(style, "w:qFormat");
  auto pPr = add(style, "w:pPr");
  add(pPr, "w:keepNext");
  add(pPr, "w:keepLines");
  add_spacing(pPr, look);
  add_value(pPr, "w:outlineLvl", level - 1);
  auto rPr = add(style, "w:rPr");
  add(rPr, "w:b");
  add(rPr, "w:bCs");
  if (level == 6) add(rPr, "w:i"), add(rPr, "w:iCs");
  add_value(rPr, "w:color", kHeadingInk);
  add_size(rPr, look.size);
}

void add_text_style(pugi::xml_node root, const ParagraphLook& look) {
  const std::string_view id = look.id;
  auto style = add_style(root, "paragraph", look.id, look.name, look.based_on);
  add(style, "w:qFormat");
  auto pPr = add(style, "w:pPr");
  if (id == kTableHeadingStyle) add(pPr, "w:keepNext");
  add_spacing(pPr, look);
  if (id == "Footer") add_value(pPr, "w:jc", "right");
  if (look.size > 0) add_size(add(style, "w:rPr"), look.size);
}

void add_borders(pugi::xml_node parent) {
  auto borders = add(parent, "w:tblBorders");
  for (const auto* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"})
    add(borders, side, {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", "0"}, {"w:color", kRule}});
}

void add_bold_part(pugi::xml_node style, const char* part) {
  auto condition = add(style, "w:tblStylePr", {{"w:type", part}});
  auto rPr = add(condition, "w:rPr");
  add(rPr, "w:b");
  add(rPr, "w:bCs");
  add(add(condition, "w:tcPr"), "w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", kHeaderFill}});
}

void add_table_style(pugi::xml_node root) {
  auto plain = add_style(root, "table", "TableNormal", "Normal Table", nullptr);
  plain.append_attribute("w:default") = "1";
  auto style = add_style(root, "table", kTableStyle, "Plan Table", "TableNormal");
  auto tblPr = add(style, "w:tblPr");
  add_borders(tblPr);
  auto margins = add(tblPr, "w:tblCellMar");
  for (const auto* side : {"w:left", "w:right"})
    add(margins, side, {{"w:w", std::to_string(kCellPadding / 2)}, {"w:type", "dxa"}});
  add_bold_part(style, "firstRow");
  add_bold_part(style, "firstCol");
}

void add_field(pugi::xml_node paragraph, const char* instruction) {
  auto field = add(paragraph, "w:fldSimple", {{"w:instr", instruction}});
  add(add(field, "w:r"), "w:t").text() = "1";
}

void add_words(pugi::xml_node paragraph, const std::string& text) {
  add(add(paragraph, "w:r"), "w:t", {{"xml:space", "preserve"}}).text() = text.c_str();
}

}  // namespace

std::string docx_styles(const std::string& language) {
  pugi::xml_document document;
  auto root = add(document, "w:styles", {{"xmlns:w", kWordNamespace}});
  add_defaults(root, language);
  auto normal = add_style(root, "paragraph", "Normal", "Normal", nullptr);
  normal.append_attribute("w:default") = "1";
  add(normal, "w:qFormat");
  int level = 0;
  for (const auto& look : kHeadings) add_heading_style(root, look, ++level);
  for (const auto& look : kTexts) add_text_style(root, look);
  auto link = add(add_style(root, "character", "Hyperlink", "Hyperlink", nullptr), "w:rPr");
  add_value(link, "w:color", kLinkInk);
  add_value(link, "w:u", "single");
  add_table_style(root);
  return xml_of(document);
}

std::string docx_footer(const std::string& title) {
  pugi::xml_document document;
  auto paragraph = add(add(document, "w:ftr", {{"xmlns:w", kWordNamespace}}), "w:p");
  add_value(add(paragraph, "w:pPr"), "w:pStyle", "Footer");
  if (!title.empty()) add_words(paragraph, shorten(title, 80) + "  |  ");
  add_field(paragraph, "PAGE");
  add_words(paragraph, " / ");
  add_field(paragraph, "NUMPAGES");
  return xml_of(document);
}

// Without its version Word opens a document in "compatibility mode".
std::string docx_settings() {
  pugi::xml_document document;
  auto root = add(document, "w:settings", {{"xmlns:w", kWordNamespace}});
  add_value(root, "w:defaultTabStop", 397);
  auto compatibility = add(root, "w:compat");
  add(compatibility, "w:compatSetting",
      {{"w:name", "compatibilityMode"}, {"w:uri", "http://schemas.microsoft.com/office/word"}, {"w:val", "15"}});
  return xml_of(document);
}

}  // namespace makegood::formats
