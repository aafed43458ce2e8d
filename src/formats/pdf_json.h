#pragma once
// The JSON of makegood-pdf (pdf/README.md has the form) as values.

#include <string_view>

#include "formats/formats.h"
#include "formats/pdf_pages.h"

namespace makegood::formats {

/// Members that are missing or of another type count as empty; pages come upright.
/// Refuses: what is no JSON object, another format -> Fault::unreadable; more words and rules
/// than memory is worth -> Fault::too_large.
[[nodiscard]] Result<PdfFile> parse_pdf_json(std::string_view json);

}  // namespace makegood::formats
