#include "formats/pages.h"

#include <algorithm>

namespace makegood::formats {

Pages::Pages(std::string& text) {
  int line = 1;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') ++line;
    if (text[at] != '\f') continue;
    text[at] = ' ';
    const auto end = std::min(text.find('\n', at), text.size());
    const bool ends_line = trim(std::string_view(text).substr(at, end - at)).empty();
    first_lines_.push_back(ends_line ? line + 1 : line);
  }
}

int Pages::page_of(int line) const {
  if (first_lines_.empty() || line <= 0) return 0;
  const auto after = std::upper_bound(first_lines_.begin(), first_lines_.end(), line);
  return static_cast<int>(after - first_lines_.begin()) + 1;
}

void Pages::apply(std::vector<Block>& blocks) const {
  if (first_lines_.empty()) return;
  for (auto& block : blocks) {
    block.position.page = page_of(block.position.line);
    for (auto& row : block.rows) {
      row.position.page = page_of(row.position.line);
      for (auto& cell : row.cells) apply(cell.blocks);
    }
  }
}

}  // namespace makegood::formats
