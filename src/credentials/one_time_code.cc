#include "credentials/one_time_code.h"

#include <array>

#include <fmt/format.h>
#include <liboath/oath.h>

namespace makegood {
namespace {

constexpr unsigned kDigits = 6;

// RFC 3986: everything but unreserved characters as %XX.
std::string percent(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    if (plain) out += c;
    else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace

std::string make_code_secret(const RandomBits& random) {
  std::string secret;
  while (secret.size() < kSecretBytes)
    for (auto bits = random(), left = std::uint64_t{8}; left > 0 && secret.size() < kSecretBytes; bits >>= 8U, --left)
      secret += static_cast<char>(bits & 0xffU);
  return secret;
}

std::string code_at(std::string_view secret, std::int64_t step) {
  static const int kReady = oath_init();
  std::array<char, kDigits + 1> digits{};
  if (kReady != OATH_OK || oath_hotp_generate(secret.data(), secret.size(), static_cast<std::uint64_t>(step), kDigits, false,
                                              OATH_HOTP_DYNAMIC_TRUNCATION, digits.data()) != OATH_OK)
    return {};
  return digits.data();
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view typed, std::int64_t now, std::int64_t last_step) {
  const auto code = replace_all(squeeze(typed), " ", "");
  if (secret.empty() || code.size() != kDigits) return std::nullopt;
  const auto current = now / kStepSeconds;
  for (const auto step : {current, current - 1, current + 1})
    if (step > last_step && code_at(secret, step) == code) return step;
  return std::nullopt;
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  unsigned held = 0, bits = 0;
  for (const char byte : bytes) {
    held = (held << 8U) | static_cast<unsigned char>(byte);
    for (bits += 8; bits >= 5; bits -= 5) out += kLetters[(held >> (bits - 5)) & 31U];
    held &= 0xffU;
  }
  if (bits > 0) out += kLetters[(held << (5 - bits)) & 31U];
  return out;
}

std::string in_fours(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += 4) {
    if (at > 0) out += ' ';
    out += text.substr(at, 4);
  }
  return out;
}

std::string otpauth_link(std::string_view secret, std::string_view issuer, std::string_view account) {
  return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}", percent(issuer), percent(account), base32(secret));
}

}  // namespace makegood
