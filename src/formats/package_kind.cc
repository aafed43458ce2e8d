#include "formats/package_kind.h"

#include "formats/docx.h"
#include "formats/ods.h"
#include "formats/relationships.h"
#include "formats/xlsx.h"
#include "formats/xml.h"

namespace makegood::formats {
namespace {

// The type that [Content_Types].xml gives to a part; empty where it says nothing.
Result<std::string> content_type(Package& package, const std::string& part) {
  auto text = package.part("[Content_Types].xml");
  if (!text) return tl::unexpected(text.error());
  pugi::xml_document xml;
  if (text->empty()) return std::string();
  if (auto parsed = parse_xml(*text, xml); !parsed) return tl::unexpected(parsed.error());
  const auto root = child(xml, "Types");
  for (auto node = root.first_child(); node; node = node.next_sibling())
    if (lower(attribute(node, "PartName")) == "/" + lower(part)) return lower(valid_utf8(attribute(node, "ContentType")));
  return std::string();
}

Result<PackageKind> office_kind(std::string_view type, const std::string& main) {
  if (type.find("sheet.binary") != std::string_view::npos || main.ends_with(".bin"))
    return refuse(Fault::unreadable, "This is a binary workbook (.xlsb); save it as .xlsx and send that.");
  if (type.find("spreadsheetml") != std::string_view::npos || type.find("ms-excel") != std::string_view::npos) return PackageKind::excel;
  if (type.find("wordprocessingml") != std::string_view::npos || type.find("ms-word") != std::string_view::npos) return PackageKind::word;
  if (type.find("presentationml") != std::string_view::npos || type.find("powerpoint") != std::string_view::npos || main.starts_with("ppt/"))
    return refuse(Fault::unreadable, "This is a presentation; send the plan as a Word document (.docx) or a workbook (.xlsx).");
  return main.starts_with("xl/") ? PackageKind::excel : PackageKind::word;
}

Result<PackageKind> opendocument_kind(Package& package) {
  auto type = package.part("mimetype");
  auto manifest = package.part("META-INF/manifest.xml");
  if (!type || !manifest) return tl::unexpected(type ? manifest.error() : type.error());
  if (manifest->find("encryption-data") != std::string::npos)
    return refuse(Fault::unreadable, "The document is password-protected; remove the password and send it again.");
  if (type->find("opendocument.spreadsheet") != std::string::npos) return PackageKind::opendocument_sheet;
  return refuse(Fault::unreadable, "Of OpenDocument files only spreadsheets (.ods) are read; save the document as .docx and send that.");
}

}  // namespace

Result<std::string> main_part(Package& package, const std::string& usual) {
  const auto links = Relationships::of(package, "");
  if (!links) return tl::unexpected(links.error());
  const auto* main = links->by_type("officeDocument");
  return main != nullptr && package.has(main->target) ? main->target : usual;
}

Result<PackageKind> kind_of(Package& package) {
  auto main = main_part(package, "");
  if (!main) return tl::unexpected(main.error());
  for (const auto* usual : {"word/document.xml", "xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml"})
    if (main->empty() && package.has(usual)) *main = usual;
  if (!main->empty()) {
    const auto type = content_type(package, *main);
    return type ? office_kind(*type, *main) : tl::unexpected(type.error());
  }
  if (package.has("content.xml")) return opendocument_kind(package);
  return refuse(Fault::unreadable, "This is a zip archive without a document that can be read; unpack it and send the document in it.");
}

Result<Document> read_package(std::string_view bytes, const ReadOptions& options) {
  auto package = Package::open(bytes, options);
  if (!package) return tl::unexpected(package.error());
  const auto kind = kind_of(*package);
  if (!kind) return tl::unexpected(kind.error());
  switch (*kind) {
    case PackageKind::word: return read_docx(bytes, options);
    case PackageKind::excel: return read_xlsx(bytes, options);
    case PackageKind::opendocument_sheet: return read_ods(bytes, options);
  }
  return refuse(Fault::unreadable, "This kind of file is not read.");
}

}  // namespace makegood::formats
