#pragma once
// Which passwords are taken. Length is what makes one hard to guess, so there is no rule about
// capitals, digits or signs (NIST SP 800-63B, 5.1.1.2; NCSC, "Password administration for system
// owners"). What anybody would try first counts for nothing: words of a list of our own
// (catalogue/blocked-passwords.txt) and the names of the service, the council and the person.
//
//   "correct horse battery"     taken
//   "Password-2026"             refused: without "password" and "2026" one sign is left
//   "aberllyn-aberllyn-1"       refused at Aberllyn Council, taken elsewhere

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood {

inline constexpr std::size_t kShortestPassword = 12;   ///< in characters, as people count them
inline constexpr std::size_t kLongestPassword = 256;   ///< in bytes: what is hashed is not without end
inline constexpr std::size_t kLeastOfOnesOwn = 8;      ///< characters that belong to no blocked word
inline constexpr std::size_t kLeastVariety = 5;        ///< different characters

/// The blocked words, in lower case, longest first.
[[nodiscard]] const std::vector<std::string>& blocked_words();

/// `names`: of council, service and person, as they are written; their words of 4 letters and more
/// are blocked too. Upper and lower case are one, and so are letters and the digits that stand for
/// them ("p4ssw0rd").
/// Refuses: too short, too long, too few characters of one's own -> invalid_input.
[[nodiscard]] Result<void> check_new_password(std::string_view password, std::span<const std::string> names = {});

}  // namespace makegood
