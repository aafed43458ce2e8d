#pragma once
// Time-based one-time codes: RFC 6238 with HMAC-SHA-1, six digits and steps of 30 seconds, which
// is what every authenticator program understands.
//
//   step = seconds since 1970 / 30;   code = HOTP(secret, step)
//
// A clock may be off by a step, so that the step before and the one after are taken too. A step
// is taken once: a code that was read over a shoulder is of no use after it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/base.h"

namespace makegood {

inline constexpr std::int64_t kStepSeconds = 30;
inline constexpr std::size_t kSecretBytes = 20;  ///< as long as SHA-1's answer (RFC 4226, 4)

/// 20 random bytes.
[[nodiscard]] std::string make_code_secret(const RandomBits& random);
/// The six digits of a step.
[[nodiscard]] std::string code_at(std::string_view secret, std::int64_t step);
/// The step of a code that is right now, at most one away from `now` (seconds) and after
/// `last_step`. Blanks in what was typed are ignored. Empty: wrong, or taken before.
[[nodiscard]] std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view typed, std::int64_t now,
                                                        std::int64_t last_step);

/// RFC 4648, without "=" at its end: how a secret is typed by hand.
[[nodiscard]] std::string base32(std::string_view bytes);
/// "JBSW Y3DP ...": in fours, to be read out.
[[nodiscard]] std::string in_fours(std::string_view text);
/// "otpauth://totp/ISSUER:ACCOUNT?secret=...&issuer=ISSUER", what the square picture says.
[[nodiscard]] std::string otpauth_link(std::string_view secret, std::string_view issuer, std::string_view account);

}  // namespace makegood
