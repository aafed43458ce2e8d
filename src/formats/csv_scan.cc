#include "formats/csv_scan.h"

#include <algorithm>

namespace makegood {

bool CsvScanner::next() {
  while (at_ < text_.size())
    if (scan_row()) return true;
  return false;
}

bool CsvScanner::scan_row() {
  const auto from = at_;
  bool quoted = false;
  began_ = line_;
  well_formed_ = true;
  cells_.clear();
  made_.clear();
  for (bool more = true; more;) {
    const bool opens = at_ < text_.size() && text_[at_] == '"';
    quoted = quoted || opens;
    cells_.push_back(opens ? quoted_cell() : plain_cell());
    more = at_ < text_.size() && text_[at_] == delimiter_;
    if (more) ++at_;
  }
  as_written_ = text_.substr(from, at_ - from);
  if (at_ < text_.size()) ++at_;  // past the line end
  ++line_;
  if (cells_.size() == 1 && cells_[0].empty() && !quoted) return false;
  ++row_;
  return true;
}

std::string_view CsvScanner::plain_cell() {
  const auto from = at_;
  while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n') ++at_;
  return text_.substr(from, at_ - from);
}

std::string_view CsvScanner::quoted_cell() {
  const auto from = ++at_;
  for (;;) {
    at_ = std::min(text_.find('"', at_), text_.size());
    if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
      at_ += 2;
      continue;
    }
    const auto inside = text_.substr(from, at_ - from);
    line_ += static_cast<std::size_t>(std::count(inside.begin(), inside.end(), '\n'));
    unclosed_ = at_ == text_.size();
    if (unclosed_) well_formed_ = false;
    else ++at_;
    return unquoted(inside, plain_cell());
  }
}

std::string_view CsvScanner::unquoted(std::string_view inside, std::string_view tail) {
  const bool stray = !trim(tail).empty();
  if (!tail.empty()) well_formed_ = false;
  if (!stray && inside.find('"') == std::string_view::npos) return inside;
  auto& made = made_.emplace_back(replace_all(std::string(inside), "\"\"", "\""));
  if (stray) made += tail;
  return made;
}

}  // namespace makegood
