#pragma once
// An identity of one kind of thing. It encodes nothing: no year, no position, no reference.

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

namespace makegood {

template <class Tag>
struct Id {
  std::string text;

  Id() = default;
  explicit Id(std::string value) : text(std::move(value)) {}
  auto operator<=>(const Id&) const = default;
  [[nodiscard]] bool empty() const { return text.empty(); }
};

/// 64 random bits a call. The only door to randomness: PURE code is handed one.
using RandomBits = std::function<std::uint64_t()>;

/// Ten letters and digits (50 bits), without those that are mistaken for others when read aloud.
[[nodiscard]] inline std::string make_id_text(const RandomBits& random) {
  static constexpr std::array<char, 33> kAlphabet = {"0123456789abcdefghjkmnpqrstvwxyz"};
  std::string text;
  for (auto bits = random(); text.size() < 10; bits >>= 5U) text += kAlphabet[bits & 31U];
  return text;
}

template <class Tag>
[[nodiscard]] Id<Tag> make_id(const RandomBits& random) {
  return Id<Tag>(make_id_text(random));
}

}  // namespace makegood
