#include "formats/docx_styles.h"

#include <algorithm>
#include <vector>

#include "formats/xml.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kLongestChain = 32;  // of styles based on one another; more is a circle

Toggle toggle(pugi::xml_node rPr, std::string_view name) {
  const auto property = child(rPr, name);
  if (!property) return std::nullopt;
  return is_on(property);
}

// "heading 2", "SCC Heading 2", "Title"; Word keeps the English name in every language, and
// writers that do not are met half way.
int heading_of_name(const std::string& name) {
  const auto word = lower(name);
  if (word == "title") return 1;
  if (word == "subtitle" || word.empty()) return 0;
  const auto last = word.back();
  for (const auto* known : {"heading", "\xC3\xBC" "berschrift", "titre", "pennawd", "kop", "rubrik"})
    if (word.find(known) != std::string::npos && last >= '1' && last <= '9') return last - '0';
  return 0;
}

// 0 = not said, -1 = body text.
int heading_of(pugi::xml_node style) {
  const auto outline = child(child(style, "pPr"), "outlineLvl");
  if (outline) {
    const int level = number(attribute(outline, "val"), 9);
    return level >= 0 && level <= 8 ? level + 1 : -1;
  }
  return heading_of_name(value_of(style, "name"));
}

}  // namespace

void RunProperties::put_over(const RunProperties& inner) {
  const auto put = [](Toggle& outer, const Toggle& over) {
    if (over.has_value()) outer = over;
  };
  put(bold, inner.bold);
  put(italic, inner.italic);
  put(underlined, inner.underlined);
  put(hidden, inner.hidden);
}

RunProperties run_properties(pugi::xml_node rPr) {
  if (!rPr) return {};
  return {toggle(rPr, "b"), toggle(rPr, "i"), toggle(rPr, "u"), toggle(rPr, "vanish")};
}

NumberReference number_reference(pugi::xml_node pPr) {
  const auto numPr = child(pPr, "numPr");
  NumberReference reference;
  if (!numPr) return reference;
  reference.id = number(value_of(numPr, "numId"), -1);
  reference.level = number(value_of(numPr, "ilvl"), -1);
  return reference;
}

Styles::Styles(pugi::xml_node root) {
  const auto rPr = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr");
  defaults_.run = run_properties(rPr);
  language_ = value_of(rPr, "lang");
  std::map<std::string, Source> sources;
  for (auto node = root.first_child(); node; node = node.next_sibling()) {
    if (local_name(node) != "style") continue;
    const std::string id = attribute(node, "styleId");
    const std::string_view standard = attribute(node, "default");
    if ((standard == "1" || standard == "true") && std::string_view(attribute(node, "type")) == "paragraph")
      default_paragraph_ = id;
    sources[id] = {node, value_of(node, "basedOn")};
  }
  for (const auto& [id, source] : sources) styles_[id] = resolve(sources, id);
}

Style Styles::resolve(const std::map<std::string, Source>& sources, const std::string& id) const {
  std::vector<pugi::xml_node> chain;  // the style itself first
  for (auto at = sources.find(id); at != sources.end() && chain.size() < kLongestChain;
       at = sources.find(at->second.parent))
    chain.push_back(at->second.node);
  Style style;
  for (auto node = chain.rbegin(); node != chain.rend(); ++node) {
    style.run.put_over(run_properties(child(*node, "rPr")));
    const auto reference = number_reference(child(*node, "pPr"));
    if (reference.id >= 0) style.number.id = reference.id;
    if (reference.level >= 0) style.number.level = reference.level;
    const int heading = heading_of(*node);
    if (heading != 0) style.heading = std::max(heading, 0);
  }
  return style;
}

const Style& Styles::paragraph(const std::string& id) const {
  const auto found = styles_.find(id.empty() ? default_paragraph_ : id);
  return found == styles_.end() ? defaults_ : found->second;
}

const Style& Styles::character(const std::string& id) const {
  static const Style none;
  const auto found = styles_.find(id);
  return found == styles_.end() ? none : found->second;
}

}  // namespace makegood::formats
