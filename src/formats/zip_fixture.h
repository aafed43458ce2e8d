#pragma once
// Packages made in memory, for tests: the parts go in, the bytes of a .docx come out.

#include <zip.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace makegood::formats {

inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
  for (const auto& [name, text] : parts)
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), ZIP_FL_OVERWRITE);
  zip_close(archive);
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

inline std::string document_xml(std::string_view body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\" xmlns:r=\"r\" xmlns:mc=\"mc\"><w:body>" +
         std::string(body) + "</w:body></w:document>";
}

/// `body` is what stands in w:body; the other parts are whole files, left out when empty.
struct DocxSource {
  std::string body;
  std::string styles = {};
  std::string numbering = {};
  std::string links = {};
  std::string properties = {};
};

inline std::string docx_of(const DocxSource& source) {
  std::vector<std::pair<std::string, std::string>> parts = {{"word/document.xml", document_xml(source.body)}};
  const auto add = [&](const char* name, const char* root, const std::string& text) {
    if (!text.empty())
      parts.push_back({name, "<" + std::string(root) + ">" + text + "</" + std::string(root).substr(0, std::string(root).find(' ')) + ">"});
  };
  add("word/styles.xml", "w:styles xmlns:w=\"w\"", source.styles);
  add("word/numbering.xml", "w:numbering xmlns:w=\"w\"", source.numbering);
  add("word/_rels/document.xml.rels", "Relationships", source.links);
  add("docProps/core.xml", "cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"", source.properties);
  return zip_of(parts);
}

}  // namespace makegood::formats
