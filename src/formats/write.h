#pragma once
// Documents and workbooks as the bytes of a file. Each writer has its reader in this module, and
// what one writes the other reads back: blocks, rows, spans, markers, links, language and profile.

#include <string>

#include "document/document.h"
#include "formats/workbook.h"

namespace makegood {

/// CommonMark with GitHub's tables; line breaks in cells are <br>. Nothing in a text can become
/// markup: what would be is escaped. The profile is a comment on the first line.
/// Edge: merged cells are written once, followed by empty ones; Markdown has none.
[[nodiscard]] std::string write_markdown(const Document& document);

/// One HTML file: no script, nothing fetched, a stylesheet inside with rules for printing; header cells marked as
/// such, A4 on paper. A link is one only where it is https:, http: or mailto:.
/// Edge: numbers of a numbered list stand as text in their items.
[[nodiscard]] std::string write_html(const Document& document);

/// Word: headings in heading styles, lists as lists, header rows that repeat, the language set,
/// title in the properties, the profile a custom property; A4, landscape where a table has more
/// than five columns or needs the room. The same document gives the same bytes.
[[nodiscard]] std::string write_docx(const Document& document);

/// Excel. The same workbook gives the same bytes. Refuses: more rows, columns or text in a cell
/// than Excel can hold -> Fault::too_large.
[[nodiscard]] Result<std::string> write_xlsx(const Workbook& workbook);

}  // namespace makegood
