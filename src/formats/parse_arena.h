#pragma once
// Memory for one parse, given back all at once. The HTML parser asks for a dozen small pieces an
// element, and frees its tree by recursion; neither costs anything here.

#include <array>
#include <bit>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace makegood::formats {

class ParseArena {
 public:
  /// As malloc and free; what is freed is used again for pieces of about the same size.
  [[nodiscard]] void* allocate(std::size_t size) {
    const auto kind = kind_of(size);
    auto*& free = free_[kind];
    if (free != nullptr) return std::exchange(free, free->next);
    auto* piece = take(kHeader + size_of(kind));
    *reinterpret_cast<std::size_t*>(piece) = kind;
    return piece + kHeader;
  }

  void release(void* piece) {
    if (piece == nullptr) return;
    const auto kind = *reinterpret_cast<std::size_t*>(static_cast<std::byte*>(piece) - kHeader);
    auto* const gone = static_cast<Free*>(piece);
    gone->next = std::exchange(free_[kind], gone);
  }

 private:
  struct Free {
    Free* next;
  };
  static constexpr std::size_t kHeader = alignof(std::max_align_t);
  static constexpr std::size_t kBlock = 1U << 20U;

  // Pieces come in steps of 16 bytes up to 512, and in powers of two beyond.
  static constexpr std::size_t kSteps = 32;
  static std::size_t kind_of(std::size_t size) {
    return size <= 16 * kSteps ? (size + 15) / 16 : kSteps + static_cast<std::size_t>(std::bit_width(size - 1));
  }
  static std::size_t size_of(std::size_t kind) {
    return kind > kSteps ? std::size_t{1} << (kind - kSteps) : 16 * (kind == 0 ? 1 : kind);
  }

  std::byte* take(std::size_t size) {
    if (size > left_) {
      left_ = size > kBlock / 4 ? size : kBlock;
      blocks_.emplace_back(new std::byte[left_]);
      next_ = blocks_.back().get();
    }
    left_ -= size;
    return std::exchange(next_, next_ + size);
  }

  std::array<Free*, kSteps + 65> free_{};
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace makegood::formats
