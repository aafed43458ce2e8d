#include "formats/xlsx_styles.h"

#include "formats/xml.h"

namespace makegood::formats {
namespace {

struct Font {
  int size = 0;  // points
  bool bold = false;
};

// The first one is the workbook's usual type.
std::vector<Font> fonts_of(pugi::xml_node parent) {
  std::vector<Font> fonts;
  for (auto node = parent.first_child(); node; node = node.next_sibling())
    if (local_name(node) == "font") fonts.push_back({number(value_of(node, "sz"), 0), is_on(child(node, "b"))});
  return fonts;
}

}  // namespace

Result<XlsxStyles> XlsxStyles::read(std::string& part) {
  XlsxStyles styles;
  pugi::xml_document xml;
  if (part.empty()) return styles;
  if (auto parsed = parse_xml(part, xml); !parsed) return tl::unexpected(parsed.error());
  const auto root = child(xml, "styleSheet");
  const auto formats = child(root, "numFmts");
  for (auto node = formats.first_child(); node; node = node.next_sibling())
    styles.codes_[number(attribute(node, "numFmtId"), -1)] = valid_utf8(attribute(node, "formatCode"));
  const auto fonts = fonts_of(child(root, "fonts"));
  const auto looks = child(root, "cellXfs");
  for (auto node = looks.first_child(); node; node = node.next_sibling()) {
    if (local_name(node) != "xf") continue;
    const auto font = static_cast<std::size_t>(number(attribute(node, "fontId"), 0));
    Look look{number(attribute(node, "numFmtId"), 0), false, false};
    if (font < fonts.size()) {
      look.bold = fonts[font].bold;
      look.large = fonts[font].size * 4 >= fonts.front().size * 5;  // 14 points beside 11
    }
    styles.looks_.push_back(look);
  }
  return styles;
}

const NumberFormat& XlsxStyles::format(int style) {
  const auto at = static_cast<std::size_t>(style);
  const int id = at < looks_.size() ? looks_[at].format : 0;
  const auto known = formats_.find(id);
  if (known != formats_.end()) return known->second;
  const auto own = codes_.find(id);
  return formats_.emplace(id, NumberFormat(own != codes_.end() ? own->second : NumberFormat::built_in(id))).first->second;
}

}  // namespace makegood::formats
