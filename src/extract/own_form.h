#pragma once
// Reads documents that Makegood wrote, by the fields of own_fields.h and nothing else.

#include "document/document.h"
#include "extract/extract.h"
#include "plan/plan.h"

namespace makegood {

/// The document says that it is ours, or its headings leave no doubt.
[[nodiscard]] bool is_own_form(const Document& document);
/// Ids are taken over where they are distinct and well formed, so that a file that went out and
/// comes back changed can be matched. `document` must be in our own form.
[[nodiscard]] Plan read_own_form(const Document& document, const ExtractOptions& options);
/// The findings that every import is looked through for: names, small counts, gaps.
void look_through(Plan& plan);

}  // namespace makegood
