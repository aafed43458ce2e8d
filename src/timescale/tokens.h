#pragma once
// Words, numbers and marks with their byte spans: what the grammar of timescales reads.
// "Sept'23" is a word, a mark and a number, so that "September23" needs no rule of its own.

#include <string>
#include <string_view>
#include <vector>

#include "timescale/timescale.h"

namespace makegood::dates {

enum class TokenKind { word, number, mark, end };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;  ///< lower case; every dash is "-", every single quote "'", every bullet "*"
  int value = -1;    ///< of a number of at most eight figures
  int digits = 0;
  Span span;
  bool space_before = false;  ///< a line break counts as space too
  bool line_before = false;
};

class Tokens {
 public:
  explicit Tokens(std::string_view text);

  /// The token at a place, or an `end` token past the last.
  [[nodiscard]] const Token& operator[](std::size_t at) const { return at < list_.size() ? list_[at] : end_; }
  [[nodiscard]] std::size_t size() const { return list_.size(); }
  [[nodiscard]] bool is(std::size_t at, std::string_view text) const { return (*this)[at].text == text; }
  [[nodiscard]] bool is_number(std::size_t at) const { return (*this)[at].kind == TokenKind::number; }
  [[nodiscard]] bool is_word(std::size_t at) const { return (*this)[at].kind == TokenKind::word; }
  /// A number of that many figures stands here, joined to what is before it.
  [[nodiscard]] bool is_joined(std::size_t at) const { return at < list_.size() && !list_[at].space_before; }

  /// Where the words of a phrase end that begins here, or `at` when it is not here. A hyphen
  /// in the text may stand for any space of the phrase: "on going" is also "on-going".
  [[nodiscard]] std::size_t after_phrase(std::size_t at, std::string_view phrase) const;

  [[nodiscard]] Span span(std::size_t from, std::size_t to) const;
  [[nodiscard]] std::string_view text(std::size_t from, std::size_t to) const;
  [[nodiscard]] std::string_view text(Span span) const { return text_.substr(span.from, span.to - span.from); }
  void drop_last_word();  ///< the last run of tokens without space between them

 private:
  std::size_t add(std::size_t at, char32_t first, Token token);

  std::string_view text_;
  std::vector<Token> list_;
  Token end_;
};

/// What a rule read, and the token after it.
template <class T>
struct Read {
  T value;
  std::size_t next = 0;
};

}  // namespace makegood::dates
