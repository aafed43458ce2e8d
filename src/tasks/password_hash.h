#pragma once
// Passwords are kept as Argon2id hashes only (libsodium's crypto_pwhash_str at its INTERACTIVE
// costs: 64 MiB and about a fifth of a second). The memory is the machine's, so that the limit is
// one for the whole program: two are worked out at once and eight may wait.

#include <string>
#include <string_view>

#include "base/base.h"

namespace makegood::tasks {

inline constexpr int kHashesAtOnce = 2;
inline constexpr int kHashesWaiting = 8;

/// Refuses: more wait already, or there is no memory for it -> unavailable.
[[nodiscard]] Result<std::string> hash_password(std::string_view password);
/// Whether it is the password of this hash. An empty hash, of somebody who has none, takes as long
/// and holds for no password. Refuses as hash_password does.
[[nodiscard]] Result<bool> password_holds(const std::string& hash, std::string_view password);
/// Made with costs that are no longer ours: to be made anew at the next right password.
[[nodiscard]] bool is_dated_hash(const std::string& hash);

}  // namespace makegood::tasks
