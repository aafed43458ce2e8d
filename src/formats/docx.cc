#include "formats/docx.h"

#include <pugixml.hpp>

#include "formats/docx_body.h"
#include "formats/finish.h"
#include "formats/package_kind.h"
#include "formats/relationships.h"
#include "formats/xml.h"

namespace makegood::formats {
namespace {

// One optional part, parsed; its text is kept beside it because it is parsed in place.
struct ParsedPart {
  explicit ParsedPart(std::string& source) : text(source) {}
  std::string& text;
  pugi::xml_document xml;
  Result<bool> parse() { return text.empty() ? Result<bool>(true) : parse_xml(text, xml); }
};

std::map<std::string, std::string> addresses(pugi::xml_node root) {
  std::map<std::string, std::string> out;
  for (auto node = root.first_child(); node; node = node.next_sibling())
    if (std::string_view(attribute(node, "Type")).ends_with("/hyperlink"))
      out[attribute(node, "Id")] = valid_utf8(attribute(node, "Target"));
  return out;
}

// What a program that wrote the document says of its form.
std::string profile_in(pugi::xml_node properties) {
  for (auto node = properties.first_child(); node; node = node.next_sibling())
    if (std::string_view(attribute(node, "name")) == kProfileProperty) return squeeze(valid_utf8(child(node, "lpwstr").child_value()));
  return {};
}

Result<DocxParts> unpack(std::string_view bytes, const ReadOptions& options) {
  auto package = Package::open(bytes, options);
  if (!package) return tl::unexpected(package.error());
  const auto main = main_part(*package, "word/document.xml");
  if (!main) return tl::unexpected(main.error());
  if (!package->has(*main)) return refuse(Fault::unreadable, "There is no Word document in this file; unpack it and send the document in it.");
  const auto links = Relationships::of(*package, *main);
  if (!links) return tl::unexpected(links.error());
  const auto related = [&](std::string_view type, std::string_view usual) {
    const auto* link = links->by_type(type);
    return link == nullptr ? resolve_part(*main, usual) : link->target;
  };
  DocxParts parts;
  const std::array<std::pair<std::string*, std::string>, 6> wanted = {{
      {&parts.document, *main},
      {&parts.relationships, relationships_part(*main)},
      {&parts.styles, related("styles", "styles.xml")},
      {&parts.numbering, related("numbering", "numbering.xml")},
      {&parts.properties, "docProps/core.xml"},
      {&parts.custom, "docProps/custom.xml"},
  }};
  for (const auto& [part, path] : wanted) {
    auto text = package->part(path);
    if (!text) return tl::unexpected(text.error());
    *part = std::move(*text);
  }
  return parts;
}

}  // namespace

Result<Document> read_docx_parts(DocxParts parts, const ReadOptions& options) {
  const bool rendered = parts.document.find("lastRenderedPageBreak") != std::string::npos;
  ParsedPart main(parts.document);
  ParsedPart styles(parts.styles);
  ParsedPart numbering(parts.numbering);
  ParsedPart links(parts.relationships);
  ParsedPart properties(parts.properties);
  ParsedPart custom(parts.custom);
  for (auto* part : {&main, &styles, &numbering, &links, &properties, &custom})
    if (auto parsed = part->parse(); !parsed) return tl::unexpected(parsed.error());
  const auto body = child(child(main.xml, "document"), "body");
  if (!body) return refuse(Fault::unreadable, "The Word document has no body; open it in Word, save it anew and send that.");

  DocxContext context;
  context.styles = Styles(child(styles.xml, "styles"));
  context.numbering = Numbering(child(numbering.xml, "numbering"));
  context.links = addresses(child(links.xml, "Relationships"));
  context.max_depth = options.max_depth;
  Document document;
  document.format = "docx";
  const auto core = child(properties.xml, "coreProperties");
  document.title = squeeze(valid_utf8(child(core, "title").child_value()));
  document.language = squeeze(valid_utf8(child(core, "language").child_value()));
  if (document.language.empty()) document.language = squeeze(valid_utf8(context.styles.language()));
  document.profile = profile_in(child(custom.xml, "Properties"));
  DocxBody(context, document, rendered).read(body);
  return finish(std::move(document), options);
}

}  // namespace makegood::formats

namespace makegood {

Result<Document> read_docx(std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() > options.max_bytes) return formats::refuse_size(options.max_bytes);
  auto parts = formats::unpack(bytes, options);
  if (!parts) return tl::unexpected(parts.error());
  return formats::read_docx_parts(std::move(*parts), options);
}

}  // namespace makegood
