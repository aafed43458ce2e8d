#pragma once
// Files of the catalogue, in the program.

#include <span>
#include <string_view>

namespace makegood::registers {

struct Embedded {
  std::string_view name;
  struct {
    const char *begin, *end;
  } bytes;
  [[nodiscard]] std::string_view text() const { return {bytes.begin, bytes.end}; }
};

[[nodiscard]] std::span<const Embedded> embedded_definitions();
[[nodiscard]] std::string_view embedded_holidays();

}  // namespace makegood::registers
