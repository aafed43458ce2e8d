#include "extract/extract.h"
#include "formats/formats.h"
#include "tasks/import.h"

namespace makegood::tasks {
namespace {

std::string why_empty(const Document& document) {
  for (const auto& finding : document.findings)
    if (finding.code == "no_text_on_pages")
      return "there is no text in this document: its pages are pictures, perhaps scanned; ask for the file that they were printed from";
  return "there is no text in this document";
}

}  // namespace

Result<Plan> read_plan_document(const GivenDocument& given, const Reading& reading) {
  ReadOptions options;
  options.pdf_to_json = reading.pdf;
  const auto document = read_document(given.bytes, given.name, options);
  if (!document) {
    auto refusal = document.error();
    if (refusal.where.empty()) refusal.where = given.name;
    return tl::unexpected(std::move(refusal));
  }
  if (trim(plain_text(*document)).empty()) return refuse(Fault::invalid_input, why_empty(*document), given.name);
  TimescaleSettings settings;
  settings.as_of = reading.as_of;
  return extract_plan(*document, ExtractOptions{settings});
}

}  // namespace makegood::tasks
