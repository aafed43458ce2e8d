// The input is content.xml; or, where it begins as one, a whole package.
#include <cstdint>

#include "formats/fuzz_check.h"
#include "formats/ods.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PK")) makegood::formats::check(makegood::read_ods(bytes));
  else makegood::formats::check(makegood::formats::read_ods_content(bytes));
  return 0;
}
