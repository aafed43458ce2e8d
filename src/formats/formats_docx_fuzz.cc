// The input is the XML of the main part, with parts of its own after bytes of value 1 (document,
// styles, numbering, relationships, properties); or, where it begins as one, a whole package.
#include <cstdint>

#include "formats/docx.h"
#include "formats/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PK")) {
    makegood::formats::check(makegood::read_document(bytes, "plan.docx"));
    return 0;
  }
  auto parts = makegood::split(bytes, '\1');
  parts.resize(5);
  makegood::formats::check(makegood::formats::read_docx_parts({parts[0], parts[1], parts[2], parts[3], parts[4]}));
  return 0;
}
