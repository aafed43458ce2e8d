// A Word document is a zip of XML parts that name one another: what each part is stands in
// [Content_Types].xml, which part belongs to which in the .rels files. Here they are put together.
#include <pugixml.hpp>

#include <algorithm>

#include "formats/package.h"
#include "formats/write.h"
#include "formats/write_docx_body.h"
#include "formats/write_docx_package.h"
#include "formats/write_docx_template.h"
#include "formats/write_docx_xml.h"

namespace makegood::formats {
namespace {

constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006/";
constexpr const char* kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/";
constexpr const char* kWordPart = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr const char* kUserProperties = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

std::string content_types(bool has_profile) {
  pugi::xml_document document;
  auto root = add(document, "Types", {{"xmlns", kPackage + std::string("content-types")}});
  add(root, "Default", {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
  add(root, "Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
  const auto part = [&](const char* name, const std::string& type) {
    add(root, "Override", {{"PartName", name}, {"ContentType", type}});
  };
  part("/word/document.xml", kWordPart + std::string("document.main+xml"));
  for (const auto* name : {"styles", "numbering", "settings"})
    part(("/word/" + std::string(name) + ".xml").c_str(), kWordPart + std::string(name) + "+xml");
  part("/word/footer1.xml", kWordPart + std::string("footer+xml"));
  part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
  if (has_profile) part("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml");
  return xml_of(document);
}

pugi::xml_node relationships_in(pugi::xml_document& document) {
  return add(document, "Relationships", {{"xmlns", kPackage + std::string("relationships")}});
}

std::string package_relationships(bool has_profile) {
  pugi::xml_document document;
  auto root = relationships_in(document);
  const auto office = kOffice + std::string("relationships/");
  add(root, "Relationship", {{"Id", "document"}, {"Type", office + "officeDocument"}, {"Target", "word/document.xml"}});
  add(root, "Relationship", {{"Id", "core"}, {"Type", kPackage + std::string("relationships/metadata/core-properties")},
                             {"Target", "docProps/core.xml"}});
  if (has_profile)
    add(root, "Relationship", {{"Id", "custom"}, {"Type", office + "custom-properties"}, {"Target", "docProps/custom.xml"}});
  return xml_of(document);
}

std::string document_relationships(const LinkTargets& targets) {
  pugi::xml_document document;
  auto root = relationships_in(document);
  const auto office = kOffice + std::string("relationships/");
  for (const auto* name : {"styles", "numbering", "settings"})
    add(root, "Relationship", {{"Id", name}, {"Type", office + name}, {"Target", std::string(name) + ".xml"}});
  add(root, "Relationship", {{"Id", kFooterRelationship}, {"Type", office + "footer"}, {"Target", "footer1.xml"}});
  targets.add_to(root);
  return xml_of(document);
}

std::string core_properties(const std::string& title, const std::string& language) {
  pugi::xml_document document;
  auto root = add(document, "cp:coreProperties",
                  {{"xmlns:cp", kPackage + std::string("metadata/core-properties")}, {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
  if (!title.empty()) add(root, "dc:title").text() = title.c_str();
  add(root, "dc:language").text() = language.c_str();
  return xml_of(document);
}

std::string custom_properties(const std::string& profile) {
  pugi::xml_document document;
  auto root = add(document, "Properties", {{"xmlns", kOffice + std::string("custom-properties")}, {"xmlns:vt", kOffice + std::string("docPropsVTypes")}});
  auto property = add(root, "property", {{"fmtid", kUserProperties}, {"pid", "2"}, {"name", kProfileProperty}});
  add(property, "vt:lpwstr").text() = profile.c_str();
  return xml_of(document);
}

// Word checks spelling by region: "en" alone it takes for American. What is no language tag at
// all would be a fault in the file.
std::string word_language(const std::string& language) {
  if (language == "en") return "en-GB";
  if (language == "cy") return "cy-GB";
  const auto parts = split(language, '-');
  const bool is_tag = parts[0].size() >= 2 && parts[0].size() <= 3 &&
                      std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
                        return !part.empty() && part.size() <= 8 && std::all_of(part.begin(), part.end(), [](unsigned char c) {
                          return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                        });
                      });
  return is_tag ? language : "en-GB";
}

}  // namespace
}  // namespace makegood::formats

namespace makegood {

std::string write_docx(const Document& document) {
  using namespace formats;
  const auto title = squeeze(xml_text(document.title));
  const auto own_language = squeeze(xml_text(document.language));
  const auto language = own_language.empty() ? std::string("en-GB") : own_language;
  const auto profile = squeeze(xml_text(document.profile));
  DocxBodyWriter body;
  const auto main = body.xml(document);
  PackageParts parts = {
      {"[Content_Types].xml", content_types(!profile.empty())},
      {"_rels/.rels", package_relationships(!profile.empty())},
      {"word/document.xml", main},
      {"word/_rels/document.xml.rels", document_relationships(body.targets())},
      {"word/styles.xml", docx_styles(word_language(language))},
      {"word/numbering.xml", body.lists().xml()},
      {"word/settings.xml", docx_settings()},
      {"word/footer1.xml", docx_footer(title)},
      {"docProps/core.xml", core_properties(title, language)},
  };
  if (!profile.empty()) parts.emplace_back("docProps/custom.xml", custom_properties(profile));
  return package_of(parts);
}

}  // namespace makegood
