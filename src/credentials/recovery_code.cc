#include "credentials/recovery_code.h"

namespace makegood {
namespace {

constexpr std::string_view kSigns = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLength = 16;

std::string make_one(const RandomBits& random) {
  std::string code;
  for (std::size_t sign = 0; sign < kLength; sign += 8) {
    auto bits = random();
    for (int n = 0; n < 8; ++n, bits >>= 5U) {
      if (!code.empty() && n % 4 == 0) code += '-';
      code += kSigns[bits & 31U];
    }
  }
  return code;
}

char meant_by(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'I' || c == 'L') return '1';
  return c == 'O' ? '0' : c;
}

}  // namespace

std::vector<std::string> make_recovery_codes(const RandomBits& random) {
  std::vector<std::string> codes;
  for (int n = 0; n < kRecoveryCodes; ++n) codes.push_back(make_one(random));
  return codes;
}

std::string recovery_code_from(std::string_view typed) {
  std::string code;
  for (const char c : squeeze(typed.substr(0, 100))) {
    if (c == ' ' || c == '-') continue;
    code += meant_by(c);
    if (kSigns.find(code.back()) == std::string_view::npos) return {};
  }
  return code.size() == kLength ? code : std::string();
}

}  // namespace makegood
