// The input is the XML of the main part, with parts of its own after bytes of value 1 (document,
// styles, numbering, relationships, properties, custom
// properties); or, where it begins as one, a whole package.
#include <cstdint>

#include "formats/docx.h"
#include "formats/fuzz_check.h"
#include "formats/write.h"

namespace {

// What was read can be written, and read and written again to the same bytes.
void check(const makegood::Result<makegood::Document>& document) {
  makegood::formats::check(document);
  if (!document) return;
  const auto bytes = makegood::write_docx(*document);
  const auto again = makegood::read_docx(bytes);
  makegood::formats::must(again.has_value());
  makegood::formats::check(again);
  makegood::formats::must(makegood::write_docx(*again) == bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PK")) {
    check(makegood::read_document(bytes, "plan.docx"));
    return 0;
  }
  auto parts = makegood::split(bytes, '\1');
  parts.resize(6);
  check(makegood::formats::read_docx_parts({parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]}));
  return 0;
}
