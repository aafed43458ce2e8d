#include "formats/relationships.h"

#include "formats/xml.h"

namespace makegood::formats {

std::string relationships_part(const std::string& name) {
  const auto slash = name.rfind('/');
  const auto folder = slash == std::string::npos ? std::string() : name.substr(0, slash + 1);
  return folder + "_rels/" + name.substr(folder.size()) + ".rels";
}

Result<Relationships> Relationships::of(Package& package, const std::string& name) {
  auto text = package.part(relationships_part(name));
  if (!text) return tl::unexpected(text.error());
  Relationships out;
  if (text->empty()) return out;
  pugi::xml_document xml;
  if (auto parsed = parse_xml(*text, xml); !parsed) return tl::unexpected(parsed.error());
  const auto root = child(xml, "Relationships");
  for (auto node = root.first_child(); node; node = node.next_sibling()) {
    const std::string_view type = attribute(node, "Type");
    const auto target = valid_utf8(attribute(node, "Target"));
    const bool outside = std::string_view(attribute(node, "TargetMode")) == "External";
    const auto last = type.rfind('/');
    out.by_id_.try_emplace(valid_utf8(attribute(node, "Id")), out.all_.size());
    out.all_.push_back({valid_utf8(attribute(node, "Id")), std::string(last == std::string_view::npos ? type : type.substr(last + 1)),
                        outside ? target : resolve_part(name, target)});
  }
  return out;
}

const Relationship* Relationships::by_id(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &all_[found->second];
}

const Relationship* Relationships::by_type(std::string_view type) const {
  for (const auto& one : all_)
    if (one.type == type) return &one;
  return nullptr;
}

std::string resolve_part(std::string_view from, std::string_view target) {
  std::vector<std::string> path;
  if (!target.starts_with('/')) {
    path = split(from, '/');
    path.pop_back();
  }
  for (auto& piece : split(target, '/')) {
    if (piece == ".." && !path.empty()) path.pop_back();
    if (!piece.empty() && piece != "." && piece != "..") path.push_back(std::move(piece));
  }
  return join(path, "/");
}

}  // namespace makegood::formats
