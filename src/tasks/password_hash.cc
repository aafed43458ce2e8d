#include "tasks/password_hash.h"

#include <array>
#include <condition_variable>
#include <mutex>

#include <sodium.h>

namespace makegood::tasks {
namespace {

constexpr auto kOperations = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto kMemory = crypto_pwhash_MEMLIMIT_INTERACTIVE;

/// Lets two through at once and eight wait.
class Gate {
 public:
  /// False when too many wait.
  [[nodiscard]] bool enter() {
    std::unique_lock lock(mutex_);
    if (waiting_ >= kHashesWaiting) return false;
    ++waiting_;
    free_.wait(lock, [this] { return inside_ < kHashesAtOnce; });
    --waiting_;
    ++inside_;
    return true;
  }
  void leave() {
    const std::lock_guard lock(mutex_);
    --inside_;
    free_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable free_;
  int inside_ = 0, waiting_ = 0;
};

Gate& the_gate() {
  static Gate gate;
  return gate;
}

/// A place within the gate while it lives.
class PlaceAtTheGate {
 public:
  PlaceAtTheGate() : held_(the_gate().enter()) {}
  PlaceAtTheGate(const PlaceAtTheGate&) = delete;
  PlaceAtTheGate& operator=(const PlaceAtTheGate&) = delete;
  ~PlaceAtTheGate() {
    if (held_) the_gate().leave();
  }
  [[nodiscard]] bool held() const { return held_; }

 private:
  bool held_;
};

tl::unexpected<Refusal> too_busy() { return refuse(Fault::unavailable, "many people are signing in just now: try again in a minute"); }

std::string made_hash(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), kOperations, kMemory) != 0) return {};
  return hash.data();
}

/// What nobody's password is compared with.
const std::string& nobodys_hash() {
  static const std::string kHash = [] {
    std::array<char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return made_hash({bytes.data(), bytes.size()});
  }();
  return kHash;
}

}  // namespace

Result<std::string> hash_password(std::string_view password) {
  const PlaceAtTheGate place;
  if (!place.held()) return too_busy();
  auto hash = made_hash(password);
  if (hash.empty()) return too_busy();
  return hash;
}

Result<bool> password_holds(const std::string& hash, std::string_view password) {
  const PlaceAtTheGate place;
  if (!place.held()) return too_busy();
  const auto& compared = hash.empty() ? nobodys_hash() : hash;
  if (compared.empty()) return too_busy();
  const bool same = crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
  return same && !hash.empty();
}

bool is_dated_hash(const std::string& hash) { return crypto_pwhash_str_needs_rehash(hash.c_str(), kOperations, kMemory) != 0; }

}  // namespace makegood::tasks
