#pragma once
// A vector whose copies share what neither has changed: values stand in blocks, and a block that somebody else has too is
// copied before it is changed. Copying a thousand values takes as long as copying sixteen pointers; reading, a division more
// than in a std::vector.
//
//   SharingVector<Update> now = then;   // shares every block
//   now.change(3).state = returned;     // copies one of them, once
//
// As a std::vector, two threads may read and copy it at once. References stay good until the next change.

#include <atomic>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace makegood {

template <class T>
class SharingVector {
 public:
  class Iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    Iterator() = default;
    Iterator(const SharingVector& all, std::size_t at) : all_(&all), at_(at) {}
    reference operator*() const { return (*all_)[at_]; }
    pointer operator->() const { return &(*all_)[at_]; }
    reference operator[](difference_type n) const { return *(*this + n); }
    Iterator& operator+=(difference_type n) { return at_ += static_cast<std::size_t>(n), *this; }
    Iterator& operator-=(difference_type n) { return *this += -n; }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this += -1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator operator--(int) { return std::exchange(*this, *this - 1); }
    friend Iterator operator+(Iterator i, difference_type n) { return i += n; }
    friend Iterator operator+(difference_type n, Iterator i) { return i += n; }
    friend Iterator operator-(Iterator i, difference_type n) { return i -= n; }
    friend difference_type operator-(const Iterator& a, const Iterator& b) {
      return static_cast<difference_type>(a.at_) - static_cast<difference_type>(b.at_);
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }
    friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.at_ <=> b.at_; }

   private:
    const SharingVector* all_ = nullptr;
    std::size_t at_ = 0;
  };
  using value_type = T;
  using const_iterator = Iterator;

  SharingVector() = default;
  SharingVector(std::initializer_list<T> values) {
    for (const auto& value : values) push_back(value);
  }
  /// Implicit, as the way back is: to change many values at once, change them in a std::vector.
  SharingVector(std::vector<T> values) {  // NOLINT(google-explicit-constructor)
    for (auto& value : values) push_back(std::move(value));
  }
  operator std::vector<T>() const { return {begin(), end()}; }  // NOLINT(google-explicit-constructor)

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const T& operator[](std::size_t at) const { return (*blocks_[at / kBlock])[at % kBlock]; }
  [[nodiscard]] const T& front() const { return (*this)[0]; }
  [[nodiscard]] const T& back() const { return (*this)[size_ - 1]; }
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, size_}; }
  [[nodiscard]] std::reverse_iterator<Iterator> rbegin() const { return std::reverse_iterator(end()); }
  [[nodiscard]] std::reverse_iterator<Iterator> rend() const { return std::reverse_iterator(begin()); }

  void push_back(T value) {
    if (size_ % kBlock == 0) {
      blocks_.push_back(std::make_shared<Block>());
      blocks_.back()->reserve(kBlock);
    }
    own(blocks_.back()).push_back(std::move(value));
    ++size_;
  }
  /// To be written to at once: a copy of the vector that is made in between would see it.
  [[nodiscard]] T& change(std::size_t at) { return own(blocks_[at / kBlock])[at % kBlock]; }

  friend bool operator==(const SharingVector& a, const SharingVector& b) {
    if (a.size_ != b.size_) return false;
    for (std::size_t i = 0; i < a.blocks_.size(); ++i)
      if (a.blocks_[i] != b.blocks_[i] && *a.blocks_[i] != *b.blocks_[i]) return false;
    return true;
  }

 private:
  using Block = std::vector<T>;
  static constexpr std::size_t kBlock = 64;

  static Block& own(std::shared_ptr<Block>& block) {
    if (block.use_count() > 1) {
      auto mine = std::make_shared<Block>();
      mine->reserve(kBlock);
      mine->assign(block->begin(), block->end());
      block = std::move(mine);
    } else {
      std::atomic_thread_fence(std::memory_order_acquire);  // after the last reader let go
    }
    return *block;
  }

  std::vector<std::shared_ptr<Block>> blocks_;
  std::size_t size_ = 0;
};

}  // namespace makegood
