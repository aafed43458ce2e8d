#include "web/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace makegood::web {
namespace {

// O_TMPFILE makes a file without a name; file systems that lack it get a named one, unlinked at once.
int open_unnamed(const std::string& folder) {
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  auto name = folder + "/makegood-upload-XXXXXX";
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Spool::Spool(std::string folder, std::size_t in_memory) : folder_(std::move(folder)), in_memory_(in_memory) {}

Spool::~Spool() {
  if (file_ >= 0) ::close(file_);
}

bool Spool::move_to_disk() {
  const int file = open_unnamed(folder_);
  if (file < 0) return false;
  if (!write_all(file, memory_)) return ::close(file), false;
  file_ = file;
  std::string().swap(memory_);
  return true;
}

bool Spool::append(std::string_view bytes) {
  if (file_ < 0 && size_ + bytes.size() > in_memory_ && !move_to_disk()) return false;
  if (file_ < 0) memory_.append(bytes);
  else if (!write_all(file_, bytes)) return false;
  size_ += bytes.size();
  return true;
}

std::string Spool::bytes() const {
  if (file_ < 0) return memory_;
  std::string all(size_, '\0');
  for (std::size_t at = 0; at < size_;) {
    const auto got = ::pread(file_, all.data() + at, size_ - at, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) throw std::system_error(errno, std::generic_category(), "an uploaded file could not be read back");
    at += static_cast<std::size_t>(got);
  }
  return all;
}

}  // namespace makegood::web
