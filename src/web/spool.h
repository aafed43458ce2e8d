#pragma once
// Bytes of an upload: in memory while few, then in a temporary file that has no name, so that
// nothing is left behind whatever happens to the process.

#include <cstddef>
#include <string>
#include <string_view>

namespace makegood::web {

class Spool {
 public:
  /// `folder` is where the temporary file goes once more than `in_memory` bytes have come.
  explicit Spool(std::string folder = "/tmp", std::size_t in_memory = 256 * 1024);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /// False when the temporary file cannot be made or written (full disk); what came before stays.
  [[nodiscard]] bool append(std::string_view bytes);
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool on_disk() const { return file_ >= 0; }
  /// Every byte. Throws std::system_error when the temporary file cannot be read back.
  [[nodiscard]] std::string bytes() const;

 private:
  [[nodiscard]] bool move_to_disk();

  std::string folder_;
  std::size_t in_memory_;
  std::string memory_;
  std::size_t size_ = 0;
  int file_ = -1;
};

}  // namespace makegood::web
