#pragma once
// The words of one block as runs of a Word paragraph. Internal to the DOCX writer.

#include <pugixml.hpp>

#include <map>
#include <string>

#include "document/document.h"

namespace makegood::formats {

/// The addresses that a document links to, each once: what Word calls relationships.
class LinkTargets {
 public:
  /// The relationship's id; empty for addresses that are shown as text only.
  [[nodiscard]] std::string id_of(const std::string& url);
  /// As elements of word/_rels/document.xml.rels.
  void add_to(pugi::xml_node relationships) const;

 private:
  std::map<std::string, std::string> ids_;  // address -> id
};

/// `text` begins with a letter that is written from right to left, signs before it not counted.
[[nodiscard]] bool is_right_to_left(std::string_view text);

/// Adds the text of `block`, line breaks, emphasis and links with it. A link whose words do not
/// stand in the text has no place in it and is left out.
void add_runs(pugi::xml_node paragraph, const Block& block, LinkTargets& targets);

/// Bold, italic and underlined as run properties (also those of a list marker).
void add_emphasis(pugi::xml_node rPr, const Block& block);

}  // namespace makegood::formats
