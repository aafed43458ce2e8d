#pragma once
// For the fuzz targets: a claim that does not hold stops the program, whatever NDEBUG says.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace makegood::web {

inline void claim(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline bool has_control(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return true;
  return false;
}

}  // namespace makegood::web
