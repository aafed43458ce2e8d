#pragma once
// An enumerator and its one word, and the way there and back.

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace makegood {

template <class E>
struct CodeWord {
  E code;
  std::string_view word;  ///< in CSV, JSON, forms and URLs
};

template <class E, std::size_t n>
[[nodiscard]] std::string_view word_in(const std::array<CodeWord<E>, n>& table, E code) {
  return std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.code == code; })->word;
}

template <class E, std::size_t n>
[[nodiscard]] std::optional<E> code_in(const std::array<CodeWord<E>, n>& table, std::string_view text) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.word == text; });
  return found == table.end() ? std::nullopt : std::optional(found->code);
}

}  // namespace makegood
