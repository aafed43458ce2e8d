#include "extract/lines.h"

#include <algorithm>
#include <charconv>

#include "base/base.h"
#include "extract/vocabulary.h"

namespace makegood::extraction {
namespace {

constexpr int kLetters = 27;  // more than there are

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_bullet(char32_t c) {
  constexpr std::u32string_view kBullets = U"•‣◦▪▫■□●○➤►▶➢❖⁃∙⮚◆▸➡·✓";
  return (c >= 0xE000 && c <= 0xF8FF) || kBullets.find(c) != std::u32string_view::npos;
}

std::string_view skip_spaces(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

bool is_roman(std::string_view word) { return word.find_first_not_of("ivx") == std::string_view::npos; }

// "12", "1.1", "1a", "b", "iv" from the front of `text`; its length, or 0.
std::size_t ordinal_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (is_digit(text[at]) || (text[at] == '.' && at > 0 && at + 1 < text.size() && is_digit(text[at + 1])))) ++at;
  if (at > 0 && at < text.size() && is_small(text[at]) && at + 1 < text.size() && (text[at + 1] == '.' || text[at + 1] == ')')) ++at;  // "1a."
  if (at > 0) return at <= 8 ? at : 0;
  while (at < text.size() && is_small(text[at])) ++at;
  if (at == 1 || (at > 0 && at <= 5 && is_roman(text.substr(0, at)))) return at;
  return 0;
}

Marked ordered_marker(std::string_view text) {
  const bool bracket = !text.empty() && text.front() == '(';
  const auto body = text.substr(bracket ? 1 : 0);
  const auto length = ordinal_length(body);
  if (length == 0) return {"", text};
  const auto word = body.substr(0, length);
  const bool dotted = word.find('.') != std::string_view::npos;
  std::size_t end = length;
  const bool closed = end < body.size() && (body[end] == ')' || (!bracket && body[end] == '.'));
  if (closed) ++end;
  if ((bracket || !dotted) && !closed) return {"", text};
  if (is_digit(word[0]) && !dotted && length > 3) return {"", text};
  const auto rest = body.substr(end);
  if (!rest.empty() && rest.front() != ' ') return {"", text};
  const auto words = skip_spaces(rest);
  if (words.empty() || (dotted && !closed && !starts_upper(words))) return {"", text};
  return {std::string(text.substr(0, end + (bracket ? 1 : 0))), words};
}

Marked bullet_marker(std::string_view text) {
  if (text.empty()) return {"", text};
  std::size_t at = 0;
  const auto c = next_code_point(text, at);
  const bool dash = (c == U'-' || c == U'–' || c == U'*' || c == U'—') && at < text.size() && text[at] == ' ';
  if (!is_bullet(c) && !dash) return {"", text};
  const auto rest = skip_spaces(text.substr(at));
  if (rest.empty()) return {"", text};
  return {std::string(text.substr(0, at)), rest};
}

void add_text_lines(Lines& out, const Block& block) {
  bool first = true;
  for (const auto& piece : split(block.text, '\n')) {
    Line line;
    line.at = block.position;
    line.level = block.level;
    line.heading = block.kind == BlockKind::heading;
    line.bold = block.bold;
    line.underlined = block.underlined;
    line.marker = first ? block.marker : "";
    line.listed = block.kind == BlockKind::list_item && first;
    std::string text = squeeze(piece);
    for (int n = 0; n < 2 && !line.heading; ++n) {
      auto taken = take_marker(text);
      if (taken.marker.empty()) break;
      if (line.marker.empty() || is_ordered(taken.marker)) line.marker = taken.marker;
      line.listed = true;
      text = std::string(taken.rest);
    }
    line.text = std::move(text);
    if (line.text.empty()) continue;
    if (first) line.links = block.links;
    first = false;
    out.push_back(std::move(line));
  }
}

}  // namespace

Marked take_marker(std::string_view text) {
  auto marked = ordered_marker(text);
  if (marked.marker.empty()) marked = bullet_marker(text);
  return marked;
}

std::string label_of(std::string_view marker) {
  std::string label;
  for (const char c : marker)
    if (c != '(' && c != ')' && c != ' ') label += c;
  while (!label.empty() && label.back() == '.') label.pop_back();
  return label;
}

bool is_ordered(std::string_view marker) {
  const auto label = label_of(marker);
  return !label.empty() && (is_digit(label[0]) || is_small(label[0]) || (is_capital(label[0]) && label.size() <= 4));
}

int ordinal(std::string_view marker) {
  const auto label = label_of(marker);
  if (label.empty()) return 0;
  if (is_digit(label[0])) {
    const auto dot = label.rfind('.');
    const auto from = label.data() + (dot == std::string::npos ? 0 : dot + 1);
    int value = 0;
    const auto [end, error] = std::from_chars(from, label.data() + label.size(), value);
    if (error != std::errc() || end == label.data() + label.size() || !is_small(*end)) return value;
    return value * kLetters + (*end - 'a' + 1);  // "1b" comes after "1a" and before "2a"
  }
  if (label.size() == 1 && is_small(label[0])) return label[0] - 'a' + 1;
  return 0;
}

void add_lines(Lines& out, const Block& block) {
  if (!block.text.empty()) add_text_lines(out, block);
  for (const auto& row : block.rows)
    for (const auto& cell : row.cells)
      for (const auto& inner : cell.blocks) add_lines(out, inner);
}

std::string text_of(const Lines& lines) {
  std::string out;
  for (const auto& line : lines) {
    if (!out.empty()) out += ' ';
    out += line.text;
  }
  return out;
}

std::string lines_text(const Lines& lines) {
  std::string out;
  for (const auto& line : lines) {
    if (!out.empty()) out += '\n';
    if (!line.marker.empty()) out += line.marker + " ";
    out += line.text;
  }
  return out;
}

bool is_ended(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '"' || text.back() == '\'' || text.back() == ')')) text.remove_suffix(1);
  return !text.empty() && (text.back() == '.' || text.back() == '!' || text.back() == '?' || text.back() == ';' || text.back() == ':');
}

bool is_cut_off(std::string_view text) {
  const auto words = words_of(text);
  if (words.empty()) return false;
  return words.back().back() == ',' || is_joining_word(words.back());
}

bool is_title_like(std::string_view text) {
  if (!starts_upper(text) && !(is_digit(text.empty() ? ' ' : text.front()))) return false;
  if (text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos) return false;
  const auto words = words_of(text);
  if (words.size() > 22 || words.empty()) return false;
  const char last = text.back();
  if (last == '.' || last == ';' || last == ',') return false;
  if (is_cut_off(text)) return false;
  static constexpr std::string_view kVerbs[] = {"is", "are", "was", "were", "please", "has", "have", "can", "may", "been"};
  const auto verbs = std::count_if(words.begin(), words.end(), [](std::string_view word) {
    return std::find(std::begin(kVerbs), std::end(kVerbs), word) != std::end(kVerbs);
  });
  if (words.size() > 12 && verbs > 0) return false;
  // Contents pages: "Health 35", "Pg 35 Health".
  if (starts_with_fold(text, "pg ") || starts_with_fold(text, "page ")) return false;
  return !(words.size() > 1 && is_digit(words.back().front()) && words.back().find_first_not_of("0123456789") == std::string_view::npos && words.back().size() < 4);
}

bool is_aim_like(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() < 4 || words.size() > 90) return false;
  if (words[0] == "To" && starts_lower(words[1])) return true;
  static constexpr std::string_view kStarts[] = {"objective", "aim", "priority", "goal", "theme", "commitment", "outcome", "strand", "pillar"};
  const auto first = lower(bare(words[0]));
  const bool named = std::find(std::begin(kStarts), std::end(kStarts), first) != std::end(kStarts);
  return named && (is_digit(words[1].front()) || words[0].back() == ':');
}

}  // namespace makegood::extraction
