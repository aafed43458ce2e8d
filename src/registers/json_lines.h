#pragma once
// On which line of its file a member of a JSON document stands, by its pointer ("/fields/3/name").

#include <map>
#include <string>
#include <string_view>

namespace makegood::registers {

class JsonLines {
 public:
  /// `text` is known to be JSON; what is not gives lines that lead nowhere, never a fault.
  explicit JsonLines(std::string_view text);

  /// From 1: of the member, else of the nearest one around it.
  [[nodiscard]] int of(std::string_view pointer) const;

 private:
  std::map<std::string, int, std::less<>> lines_;
};

}  // namespace makegood::registers
