#pragma once
// On which line of its file a member of a JSON document stands, by its pointer ("/fields/3/name").

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace makegood::registers {

class JsonLines {
 public:
  struct Twice {
    std::string name;
    int line = 0;
  };
  /// `text` is known to be JSON; what is not gives lines that lead nowhere, never a fault.
  explicit JsonLines(std::string_view text);

  /// From 1: of the member, else of the nearest one around it.
  [[nodiscard]] int of(std::string_view pointer) const;
  /// Members that one object has twice, each with the line of the second: readers of JSON take one and drop the other.
  [[nodiscard]] const std::vector<Twice>& twice() const { return twice_; }

 private:
  std::map<std::string, int, std::less<>> lines_;
  std::vector<Twice> twice_;
};

}  // namespace makegood::registers
