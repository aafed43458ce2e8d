#pragma once
// A document as a part of a page: a frozen edition, or a report that is looked at before it is frozen.

#include "document/document.h"
#include "html/html.h"

namespace makegood::pages {

/// Headings from <h1> on, tables that scroll sideways where they do not fit, lists, links that are https:, http: or
/// mailto:. The whole is marked with the document's language.
[[nodiscard]] html::Html document_html(const Document& document);

}  // namespace makegood::pages
