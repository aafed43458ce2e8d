// Whatever bytes come in: one of the known media types, the same for the same bytes, text only
// where there is nothing but text, and a suffix of its own for every type but the unknown one.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/base.h"
#include "progress/media.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto media = makegood::media_of(bytes);
  if (media != makegood::media_of(bytes) || media.find('/') == std::string_view::npos) std::abort();
  if (media.starts_with("text/") && (!makegood::is_valid_utf8(bytes) || bytes.find('\0') != std::string_view::npos)) std::abort();
  if ((makegood::suffix_of(media) == "bin") != (media == "application/octet-stream")) std::abort();
  return 0;
}
