// What the Markdown parser takes quadratic time over is taken out before it sees it: a line of
// 100,000 '>' or "- ", and one of 100,000 '['.
#include <algorithm>
#include <string>

#include "formats/markdown.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kMaxOfOneMark = 2000;  // in one line
constexpr std::size_t kMaxInBlock = 20'000;  // in lines without a blank one between

bool is_blank(std::string_view line) { return squeeze(line).empty(); }

// The length of a '>', "- " or "12. " at `at`, or 0.
std::size_t container_mark(std::string_view line, std::size_t at) {
  if (at >= line.size()) return 0;
  const auto gap_at = [&](std::size_t i) { return i >= line.size() || line[i] == ' ' || line[i] == '\t'; };
  if (line[at] == '>') return 1;
  if (line[at] == '-' || line[at] == '*' || line[at] == '+') return gap_at(at + 1) ? 1 : 0;
  auto to = at;
  while (to < line.size() && to - at < 9 && line[to] >= '0' && line[to] <= '9') ++to;
  if (to == at || to >= line.size() || (line[to] != '.' && line[to] != ')')) return 0;
  return gap_at(to + 1) ? to + 1 - at : 0;
}

// Cuts the marks after the first `limit` at the start of the line.
std::string cut_marks(std::string_view line, int limit, bool& flattened) {
  std::size_t at = 0;
  std::size_t keep = 0;
  int marks = 0;
  for (;;) {
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
    const auto length = container_mark(line, at);
    if (length == 0) break;
    at += length;
    if (++marks == limit) keep = at;
  }
  if (marks <= limit) return std::string(line);
  flattened = true;
  return std::string(line.substr(0, keep)) + " " + std::string(line.substr(at));
}

class Floods {
 public:
  std::string pass(std::string line) {
    if (is_blank(line)) block_ = {};
    std::string out;
    Counts here;
    bool escaped = false;  // what follows a backslash is no mark already
    for (const char c : line) {
      const auto mark = escaped ? std::string_view::npos : std::string_view(kMarks).find(c);
      escaped = c == '\\' && !escaped;
      if (mark != std::string_view::npos && (++here.of[mark] > kMaxOfOneMark || ++block_.of[mark] > kMaxInBlock))
        out += '\\';
      out += c;
    }
    return out;
  }

 private:
  static constexpr const char* kMarks = "[]*_`!~";
  struct Counts {
    std::size_t of[7] = {};
  };
  Counts block_;
};

}  // namespace

std::string guard_markdown(std::string_view text, int max_depth, bool& flattened) {
  std::string out;
  out.reserve(text.size());
  Floods floods;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    const auto line = text.substr(from, end - from);
    if (!is_blank(line)) out += floods.pass(cut_marks(line, std::max(max_depth / 2, 4), flattened));
    else (void)floods.pass({});
    out += '\n';
    from = end + 1;
  }
  return out;
}

}  // namespace makegood::formats
