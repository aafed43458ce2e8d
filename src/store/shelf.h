#pragma once
// What was read from the tables, kept in memory under a key until its version is another. Several threads may use it.

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace makegood::store {

/// `Noun` is copied out: a shared_ptr where that is dear.
template <class Key, class Noun>
class Shelf {
 public:
  /// Emptied when more than `most` keys would stand in it.
  explicit Shelf(std::size_t most) : most_(most) {}

  /// Nothing where it was never put, or is of another version.
  [[nodiscard]] std::optional<Noun> find(const Key& key, std::string_view version) {
    const std::lock_guard guard(lock_);
    const auto found = held_.find(key);
    if (found == held_.end() || found->second.version != version) return std::nullopt;
    return found->second.noun;
  }

  void put(const Key& key, std::string version, Noun noun) {
    const std::lock_guard guard(lock_);
    if (held_.size() >= most_ && !held_.contains(key)) held_.clear();
    held_.insert_or_assign(key, Held{std::move(version), std::move(noun)});
  }

  void clear() {
    const std::lock_guard guard(lock_);
    held_.clear();
  }

 private:
  struct Held {
    std::string version;
    Noun noun;
  };
  std::size_t most_;
  std::mutex lock_;
  std::map<Key, Held> held_;
};

}  // namespace makegood::store
