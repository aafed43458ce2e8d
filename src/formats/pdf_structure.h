#pragma once
// Tagged files: tables, headings and lists as their makers marked them.

#include <vector>

#include "document/document.h"
#include "formats/pdf_tags.h"

namespace makegood::formats {

/// The blocks that the structure tree makes of the words of believed pages, in its order; each
/// has the page of its first word.
[[nodiscard]] std::vector<Block> tagged_blocks(const PdfFile& file, TaggedWords& words, const PdfType& type,
                                               Findings& findings);

}  // namespace makegood::formats
