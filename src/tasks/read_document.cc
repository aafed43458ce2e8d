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

Result<Document> read_given_document(const GivenDocument& given, const PdfToJson& pdf) {
  ReadOptions options;
  options.pdf_to_json = pdf;
  auto document = read_document(given.bytes, given.name, options);
  if (!document) {
    auto refusal = document.error();
    if (refusal.where.empty()) refusal.where = given.name;
    return tl::unexpected(std::move(refusal));
  }
  if (trim(plain_text(*document)).empty()) return refuse(Fault::invalid_input, why_empty(*document), given.name);
  return document;
}

Result<PlanReading> read_plan_reading(const GivenDocument& given, const Reading& reading) {
  const auto document = read_given_document(given, reading.pdf);
  if (!document) return tl::unexpected(document.error());
  TimescaleSettings settings;
  settings.as_of = reading.as_of;
  return extract_reading(*document, {settings, reading.given});
}

Result<Plan> read_plan_document(const GivenDocument& given, const Reading& reading) {
  return read_plan_reading(given, reading).map([](PlanReading read) { return std::move(read.plan); });
}

}  // namespace makegood::tasks
