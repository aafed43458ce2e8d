#include "formats/formats.h"

#include "formats/csv.h"
#include "formats/finish.h"
#include "formats/html.h"
#include "formats/markdown.h"
#include "formats/package_kind.h"
#include "formats/pdf.h"
#include "formats/recognise.h"
#include "formats/text.h"

namespace makegood {
namespace {

Result<Document> read_pdf(std::string_view bytes, const ReadOptions& options) {
  if (!options.pdf_to_json)
    return refuse(Fault::unreadable, "PDF files cannot be read here: the program makegood-pdf is not installed beside makegood.");
  const auto json = options.pdf_to_json(bytes);
  if (!json) return tl::unexpected(json.error());
  return read_pdf_json(*json, options);
}

}  // namespace

Result<Document> read_document(std::string_view bytes, std::string_view name, const ReadOptions& options) {
  if (bytes.size() > options.max_bytes) return formats::refuse_size(options.max_bytes);
  const auto kind = formats::recognise(bytes, name);
  if (!kind) return tl::unexpected(kind.error());
  switch (*kind) {
    case formats::Kind::markdown: return read_markdown(bytes, options);
    case formats::Kind::html: return read_html(bytes, options);
    case formats::Kind::text: return read_text(bytes, options);
    case formats::Kind::csv: return read_csv(bytes, options);
    case formats::Kind::pdf: return read_pdf(bytes, options);
    case formats::Kind::zip: return formats::read_package(bytes, options);
  }
  return refuse(Fault::unreadable, "This kind of file is not read.");
}

}  // namespace makegood
