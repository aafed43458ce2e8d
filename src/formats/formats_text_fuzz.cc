#include <cstdint>

#include "formats/text.h"
#include "formats/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  makegood::formats::check(makegood::read_text(bytes));
  return 0;
}
