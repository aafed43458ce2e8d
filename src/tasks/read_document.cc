#include "extract/extract.h"
#include "formats/formats.h"
#include "tasks/import.h"

namespace makegood::tasks {

Result<Plan> read_plan_document(const GivenDocument& given, std::optional<int> as_of) {
  const auto document = read_document(given.bytes, given.name);
  if (!document) {
    auto refusal = document.error();
    if (refusal.where.empty()) refusal.where = given.name;
    return tl::unexpected(std::move(refusal));
  }
  if (trim(plain_text(*document)).empty())
    return refuse(Fault::invalid_input, "there is no text in this document", given.name);
  TimescaleSettings settings;
  settings.as_of = as_of;
  return extract_plan(*document, ExtractOptions{settings});
}

}  // namespace makegood::tasks
