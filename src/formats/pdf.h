#pragma once
// PDF: what the separate program makegood-pdf found (words, ruling lines, fonts, the structure
// tree, as JSON; pdf/README.md has the form) becomes a Document. The steps, each in its place:
//
//   pdf_json       JSON -> pages of words and rules, turned upright (pdf_pages)
//   pdf_furniture  running headers, footers and page numbers go
//   pdf_tags       tagged files: which pages the structure tree can be believed about
//   pdf_structure  tables, headings and lists as their makers marked them
//   pdf_layout     the other pages, by where words and rules stand:
//     pdf_strokes, pdf_grid, pdf_rules   ruling lines -> grids with merged cells
//     pdf_rivers, pdf_rows, pdf_zones    tables and columns without rules, by the white between words
//   pdf_lines, pdf_writer, pdf_blocks    words -> lines -> paragraphs, list items and headings

#include <string_view>

#include "formats/formats.h"

namespace makegood {

/// Every word stands in the document once, but for running headers, footers and page numbers.
/// Pages without text: finding `no_text_on_pages`. Text in columns whose order cannot be trusted:
/// `unreadable_layout`. A table over a page break is two tables: who reads plans joins them.
/// Refuses: what is no such JSON, or over a limit.
[[nodiscard]] Result<Document> read_pdf_json(std::string_view json, const ReadOptions& = {});

}  // namespace makegood
