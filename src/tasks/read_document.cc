#include "extract/extract.h"
#include "extract/own_form.h"
#include "formats/csv.h"
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

bool is_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return trim(bytes).starts_with('{');
}

// A plan that left the house as JSON.
Result<Plan> read_json(const GivenDocument& given, const TimescaleSettings& settings) {
  std::string_view bytes = given.bytes;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  auto plan = read_any_plan(bytes, settings);
  if (!plan) return refuse(plan.error().fault, plan.error().message, given.name);
  look_through(*plan);
  return plan;
}

Result<Document> read(const GivenDocument& given, const ReadOptions& options) {
  auto document = read_document(given.bytes, given.name, options);
  const bool delimited = document && (document->format == "csv" || document->format == "tsv");
  // A program wrote it: nothing in its cells is layout.
  if (delimited && is_own_form(*document)) return read_csv(given.bytes, options, CsvCells::exact);
  return document;
}

}  // namespace

Result<Document> read_given_document(const GivenDocument& given, const PdfToJson& pdf) {
  ReadOptions options;
  options.pdf_to_json = pdf;
  auto document = read(given, options);
  if (!document) {
    auto refusal = document.error();
    if (refusal.where.empty()) refusal.where = given.name;
    return tl::unexpected(std::move(refusal));
  }
  if (trim(plain_text(*document)).empty()) return refuse(Fault::invalid_input, why_empty(*document), given.name);
  return document;
}

Result<PlanReading> read_plan_reading(const GivenDocument& given, const Reading& reading) {
  TimescaleSettings settings;
  settings.as_of = reading.as_of;
  if (is_json(given.bytes)) return read_json(given, settings).map([](Plan plan) { return PlanReading{std::move(plan), {}, {}}; });
  const auto document = read_given_document(given, reading.pdf);
  if (!document) return tl::unexpected(document.error());
  return extract_reading(*document, {settings, reading.given});
}

Result<Plan> read_plan_document(const GivenDocument& given, const Reading& reading) {
  return read_plan_reading(given, reading).map([](PlanReading read) { return std::move(read.plan); });
}

}  // namespace makegood::tasks
