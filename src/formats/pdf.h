#pragma once
// PDF: what the separate program makegood-pdf found (words, ruling lines, fonts, the structure
// tree, as JSON; pdf/README.md has the form) becomes a Document. The steps, each in its place:
//
//   pdf_pages      JSON -> pages of words and rules, turned upright
//   pdf_furniture  running headers, footers and page numbers go
//   pdf_rules      ruling lines -> grids with merged cells
//   pdf_rivers     columns by the white space between words, where there are no upright rules
//   pdf_lines      words -> lines -> paragraphs, list items and headings
//   pdf_structure  tagged files: tables and headings as their makers marked them

#include <string_view>

#include "formats/formats.h"

namespace makegood {

/// Every word stands in the document once, but for running headers, footers and page numbers.
/// Pages without text: finding `no_text_on_pages`. Text in columns whose order cannot be trusted:
/// `unreadable_layout`. A table over a page break is two tables: who reads plans joins them.
/// Refuses: what is no such JSON, or over a limit.
[[nodiscard]] Result<Document> read_pdf_json(std::string_view json, const ReadOptions& = {});

}  // namespace makegood
