#pragma once
// Word documents (.docx): paragraphs with their automatic numbers worked out, tables with merged
// cells, tracked changes as if accepted.

#include <string>
#include <string_view>

#include "formats/formats.h"

namespace makegood {

/// Left out: headers, footers, page numbers, notes, comments, pictures, hidden text and deleted
/// changes (with findings where words are lost to the reader).
/// Refuses: what is no Word document, locked or damaged ones, parts with a DOCTYPE, and packages
/// that unpack to more than `max_text` or beyond all proportion.
[[nodiscard]] Result<Document> read_docx(std::string_view bytes, const ReadOptions& = {});

namespace formats {

/// The parts of a Word document that are read. Only `document` must be there.
struct DocxParts {
  std::string document;
  std::string styles;
  std::string numbering;
  std::string relationships;
  std::string properties;
  std::string custom;  ///< properties of its own kind
};

[[nodiscard]] Result<Document> read_docx_parts(DocxParts parts, const ReadOptions& = {});

}  // namespace formats
}  // namespace makegood
