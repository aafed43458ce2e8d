#include "timescale/tokens.h"

namespace makegood::dates {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_letter(char32_t c) {
  const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return ascii || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

bool is_line_break(char32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }
bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D; }
bool is_quote(char32_t c) { return c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019; }
bool is_bullet(char32_t c) { return c == '*' || c == 0x2022 || c == 0xB7 || c == 0x25CF || c == 0x27A4 || (c >= 0xE000 && c <= 0xF8FF); }
bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

std::string mark_text(char32_t c) {
  if (is_dash(c)) return "-";
  if (is_quote(c)) return "'";
  if (is_bullet(c)) return "*";
  if (c == 0x2044) return "/";
  return utf8(c);
}

// The end of a word or number that begins at `from`. An apostrophe between letters is inside.
std::size_t end_of_run(std::string_view text, std::size_t from, bool (*belongs)(char32_t), bool apostrophes) {
  auto at = from;
  while (at < text.size()) {
    auto next = at;
    const auto c = next_code_point(text, next);
    if (belongs(c)) {
      at = next;
      continue;
    }
    auto after = next;
    const bool inside = apostrophes && is_quote(c) && next < text.size() && is_letter(next_code_point(text, after));
    if (!inside) break;
    at = next;
  }
  return at;
}

int number_value(std::string_view digits) {
  if (digits.size() > 8) return -1;
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

Tokens::Tokens(std::string_view text) : text_(text) {
  Token next;
  for (std::size_t at = 0; at < text.size();) {
    auto after = at;
    const auto c = next_code_point(text, after);
    if (is_space(c) || is_invisible(c)) {
      next.space_before |= is_space(c);
      next.line_before |= is_line_break(c);
      at = after;
      continue;
    }
    at = add(at, c, next);
    next = {};
  }
  end_.span = {text.size(), text.size()};
}

std::size_t Tokens::add(std::size_t at, char32_t first, Token token) {
  auto to = at;
  if (is_digit(first)) {
    to = end_of_run(text_, at, is_digit, false);
    token.kind = TokenKind::number;
    token.value = number_value(text_.substr(at, to - at));
    token.digits = static_cast<int>(to - at);
  } else if (is_letter(first)) {
    to = end_of_run(text_, at, is_letter, true);
    token.kind = TokenKind::word;
  } else {
    static_cast<void>(next_code_point(text_, to));
    token.kind = TokenKind::mark;
  }
  token.text = token.kind == TokenKind::mark ? mark_text(first) : lower(text_.substr(at, to - at));
  token.span = {at, to};
  list_.push_back(std::move(token));
  return to;
}

std::size_t Tokens::after_phrase(std::size_t at, std::string_view phrase) const {
  auto here = at;
  while (!phrase.empty()) {
    const auto space = phrase.find(' ');
    const auto word = phrase.substr(0, space);
    if (here > at && is(here, "-") && word != "-") ++here;
    if (!is(here, word)) return at;
    ++here;
    phrase = space == std::string_view::npos ? std::string_view{} : phrase.substr(space + 1);
  }
  return here;
}

Span Tokens::span(std::size_t from, std::size_t to) const {
  if (from >= to) return {(*this)[from].span.from, (*this)[from].span.from};
  return {(*this)[from].span.from, (*this)[to - 1].span.to};
}

std::string_view Tokens::text(std::size_t from, std::size_t to) const { return text(span(from, to)); }

void Tokens::drop_last_word() {
  while (!list_.empty()) {
    const bool first = list_.back().space_before;
    list_.pop_back();
    if (first) return;
  }
}

}  // namespace makegood::dates
