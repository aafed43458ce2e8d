#pragma once
// Codes for the day when the telephone is lost: ten, each good once, kept as hashes only.

#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood {

inline constexpr int kRecoveryCodes = 10;

/// Ten codes such as "K7QM-2XPA-9DHR-W4TC": 80 random bits each, so that a plain hash of one cannot
/// be searched for. The letters I, L, O and U are left out, which are misread (Crockford's base 32).
[[nodiscard]] std::vector<std::string> make_recovery_codes(const RandomBits& random);
/// As it was typed, in the form in which it is hashed: capitals, blanks and dashes gone, I and L as
/// 1, O as 0. Empty where it cannot be one.
[[nodiscard]] std::string recovery_code_from(std::string_view typed);

}  // namespace makegood
