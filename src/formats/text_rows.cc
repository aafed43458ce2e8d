// Which lines of a plain text are rows of a table, and where a row runs over several lines.
#include <algorithm>

#include "formats/markers.h"
#include "formats/text.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kLongestRow = 200;  // lines

std::size_t tabs(std::string_view line) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
}

bool is_blank_row(std::string_view line) { return squeeze(line).empty(); }

// "1.<tab>Text", "•<tab>Text": a list as word processors paste it, not two columns.
bool is_tabbed_item(std::string_view line) {
  const auto tab = line.find('\t');
  if (tab == 0 || tab == std::string_view::npos || tabs(line) != 1 || is_blank_row(line.substr(tab))) return false;
  const auto first = trim(line.substr(0, tab));
  if (first == "-" || first == "*" || first == "o" || first == "\xE2\x80\x93") return true;
  const auto ordinal = leading_ordinal(first);
  return (!ordinal.text.empty() && ordinal.length == first.size()) ||
         !leading_bullet(std::string(first) + " x").text.empty();
}

// A tab after some text, or cells closed after leading empty ones; mere indentation is neither.
bool looks_like_row(std::string_view line) {
  const auto text = line.find_first_not_of("\t ");
  return text != std::string_view::npos && line.find('\t', text) != std::string_view::npos && !is_tabbed_item(line);
}

bool is_rule(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
    const auto text = trim(cell);
    return text.size() >= 2 && text.find_first_not_of(":-") == std::string_view::npos;
  });
}

// A line that can hardly begin a row: it goes on in small letters, or with a list's marker.
bool goes_on(std::string_view line) {
  const auto text = trim(line);
  if (text.empty()) return false;
  return (text[0] >= 'a' && text[0] <= 'z') || !leading_ordinal(text).text.empty() || !leading_bullet(text).text.empty();
}

bool leaves_quote_open(std::string_view line) {
  return line.find("\t\"") != std::string_view::npos && std::count(line.begin(), line.end(), '"') % 2 == 1;
}

class Reader {
 public:
  explicit Reader(std::string_view text) {
    for (std::size_t from = 0; from < text.size();) {
      const auto end = std::min(text.find('\n', from), text.size());
      lines_.push_back(text.substr(from, end - from));
      from = end + 1;
    }
  }

  std::vector<TextPart> run() {
    while (at_ < lines_.size()) {
      if (looks_like_row(lines_[at_])) table();
      else prose_line();
    }
    return std::move(parts_);
  }

 private:
  void prose_line() {
    if (parts_.empty() || !parts_.back().rows.empty()) parts_.push_back({line_number(), {}, {}});
    parts_.back().text.append(lines_[at_++]).append("\n");
  }

  [[nodiscard]] int line_number() const { return static_cast<int>(at_) + 1; }

  void table() {
    const auto width = tabs(lines_[at_]);
    TextPart part{line_number(), {}, {}};
    while (at_ < lines_.size() && belongs(part, width)) add_row(part, width);
    if (part.rows.size() == 1 && width == 1) return alone(part);
    if (!part.rows.empty()) parts_.push_back(std::move(part));
  }

  // "Telephone<tab>01234" by itself is a line, not a table.
  void alone(const TextPart& part) {
    if (parts_.empty() || !parts_.back().rows.empty()) parts_.push_back({part.first_line, {}, {}});
    const auto& cells = part.rows.front().cells;
    parts_.back().text.append(replace_all(join(cells, " "), "\n", " ")).append("\n");
    for (auto line = part.first_line + 1; line < line_number(); ++line) parts_.back().text += '\n';
  }

  // Whether the next line, blank ones skipped, goes on with the table; stands on it if so.
  bool belongs(const TextPart& part, std::size_t width) {
    auto next = at_;
    while (next < lines_.size() && is_blank_row(lines_[next])) ++next;
    if (next >= lines_.size()) return false;
    const auto line = lines_[next];
    const bool same = tabs(line) == width && (width > 1 || !is_tabbed_item(line) || next == at_);
    if (next > at_ && (!same || (!part.rows.empty() && split(line, '\t') == part.rows.front().cells))) return false;
    if (!same && !looks_like_row(line)) return false;
    at_ = next;
    return true;
  }

  void add_row(TextPart& part, std::size_t width) {
    TextRow row;
    row.line = line_number();
    const auto lines = lines_of_row(width);
    std::string text(lines_[at_]);
    for (std::size_t i = 1; i < lines; ++i) text.append("\n").append(lines_[at_ + i]);
    at_ += lines;
    row.cells = split(text, '\t');
    if (!is_rule(row.cells)) part.rows.push_back(std::move(row));
  }

  // 1, or how many lines it takes until the row has `width` tabs: only where the lines between
  // have none and the last brings exactly those that lack, so that ragged rows stay apart.
  [[nodiscard]] std::size_t lines_of_row(std::size_t width) const {
    const auto first = lines_[at_];
    const auto have = tabs(first);
    if (have >= width || first.ends_with('\t')) return 1;
    for (std::size_t n = 1; n < kLongestRow && at_ + n < lines_.size(); ++n) {
      const auto line = lines_[at_ + n];
      const auto more = tabs(line);
      if (line.starts_with('#')) return 1;
      if (more == 0) continue;
      const bool plain = n > 1 || have != more || goes_on(line) || leaves_quote_open(first);
      const bool closes = have + more == width && plain;
      return closes ? n + 1 : 1;
    }
    return 1;
  }

  std::vector<std::string_view> lines_;
  std::vector<TextPart> parts_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<TextPart> parts_of_text(std::string_view text) { return Reader(text).run(); }

}  // namespace makegood::formats
