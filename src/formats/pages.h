#pragma once
// Page numbers of text sources: a form feed begins a page.

#include <string>
#include <vector>

#include "document/document.h"

namespace makegood::formats {

class Pages {
 public:
  /// Takes the form feeds out of `text` (a space stays, so that lines and columns hold).
  explicit Pages(std::string& text);
  /// 0 where the text has no form feeds.
  [[nodiscard]] int page_of(int line) const;
  void apply(std::vector<Block>& blocks) const;

 private:
  std::vector<int> first_lines_;  // of page 2, 3, ...
};

}  // namespace makegood::formats
