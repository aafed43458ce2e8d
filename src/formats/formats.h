#pragma once
// formats: the bytes of somebody's file become a Document. Word, Excel, OpenDocument spreadsheet, PDF,
// web page, Markdown, plain text with tab-separated tables, CSV and TSV; recognised by what is in
// them, not by their names. Documents and workbooks become the bytes of a file (write.h).
//
//   Result<Document> document = read_document(bytes, "plan.docx");
//   if (!document) return tl::unexpected(document.error());   // one sentence for an officer
//   for (const Block& block : document->blocks) use(block);
//   show(document->findings);                                  // what was odd, and where
//   Result<CsvTable> table = read_csv_table(bytes);            // formats/csv.h: rows with line numbers
//   std::string out = write_csv({{"id", "title"}, {"1", "Do it, soon"}});
//
// Each format has its own header (markdown.h, html.h, text.h, csv.h, docx.h, xlsx.h, ods.h, pdf.h)
// for callers that know what they hold. Whatever comes in, what goes out is valid UTF-8, squeezed,
// with every cell inside its table's grid and no two overlapping.
//
// formats must not know what a plan is: it joins no rows that the source keeps apart for a
// reason of meaning, and drops none. It opens no file of anybody's: bytes are handed to it and come
// back (the writer of workbooks works in memory and in nameless files of the system's).

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/base.h"
#include "document/document.h"

namespace makegood {

/// Turns a PDF into the JSON of pdf/README.md; whoever calls the readers decides how.
using PdfToJson = std::function<Result<std::string>(std::string_view pdf)>;

/// What a reader will take on before it refuses (Fault::too_large).
struct ReadOptions {
  std::size_t max_bytes = 25U << 20U;  ///< of the file as it is
  std::size_t max_rows = 100'000;      ///< of all its tables together, below their first
  std::size_t max_text = 64U << 20U;   ///< bytes of text, and of a packed file's parts unpacked
  int max_depth = 64;                  ///< of nesting; what is deeper is flattened, with a finding
  PdfToJson pdf_to_json;               ///< empty = PDF is refused
};

/// Reads whatever `bytes` turn out to be; the name settles ties only.
/// Refuses: nothing in it, over a limit, a kind that is not read, damaged or locked files.
/// A document without any text is no refusal here: its blocks are empty.
[[nodiscard]] Result<Document> read_document(std::string_view bytes, std::string_view name, const ReadOptions& = {});

}  // namespace makegood
