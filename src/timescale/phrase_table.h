#pragma once
// The set phrases. Where two begin alike the longer is meant.

#include "timescale/phrases.h"

namespace makegood::dates {

struct Phrase {
  std::string_view words;
  Meaning meaning;
  Recurrence recurs = Recurrence::none;
};

struct RolePhrase {
  std::string_view words;
  Role role;
};

struct NarrowingPhrase {
  std::string_view words;
  Narrowing narrowing;
};

/// The longest that begins at a token, and where it ends.
[[nodiscard]] std::optional<Read<Phrase>> phrase_at(const Tokens& tokens, std::size_t at);
[[nodiscard]] std::optional<Read<Role>> role_at(const Tokens& tokens, std::size_t at);
[[nodiscard]] std::optional<Read<Narrowing>> narrowing_at(const Tokens& tokens, std::size_t at);

}  // namespace makegood::dates
