#include "mail/folder_mailer.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

namespace makegood::mail {
namespace {

namespace fs = std::filesystem;
using tasks::Handover;
using tasks::Outcome;

/// An open file or folder, closed at the end.
class Handle {
 public:
  Handle(const fs::path& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] bool open() const { return fd_ >= 0; }
  [[nodiscard]] bool write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto n = ::write(fd_, bytes.data(), bytes.size());
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }
  [[nodiscard]] bool to_disk() const { return ::fsync(fd_) == 0; }

 private:
  int fd_;
};

bool is_file_name(std::string_view id) {
  return !id.empty() && id.size() <= 100 && id.front() != '.' &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") == std::string_view::npos;
}

Handover not_written(std::string_view what) {
  return {Outcome::unreachable, std::string(what) + ": " + std::strerror(errno), false};
}

Handover write_once(const fs::path& folder, const std::string& name, std::string_view bytes) {
  std::error_code error;
  if (fs::exists(folder / name, error)) return {};
  const auto beside = folder / ("." + name + ".part");
  {
    const Handle file(beside, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.open() || !file.write_all(bytes) || !file.to_disk()) return not_written("the letter cannot be written");
  }
  if (::rename(beside.c_str(), (folder / name).c_str()) != 0) return not_written("the letter cannot be put in its place");
  const Handle inside(folder, O_RDONLY | O_DIRECTORY);
  if (!inside.open() || !inside.to_disk()) return not_written("the folder of letters cannot be brought to the disk");
  return {};
}

}  // namespace

Handover FolderMailer::send(const tasks::PostedLetter& letter) {
  if (!is_file_name(letter.id)) return {Outcome::refused, "the letter's Message-ID makes no file name", false};
  const auto message = write_message(letter, letterhead_);
  if (!message) return {Outcome::refused, message.error().line(), false};
  std::error_code error;
  if (fs::create_directories(folder_, error)) fs::permissions(folder_, fs::perms::owner_all, error);
  if (!fs::is_directory(folder_, error)) return {Outcome::unreachable, "the folder of letters cannot be made", false};
  return write_once(folder_, letter.id + ".eml", *message);
}

Result<tasks::SentWords> FolderMailer::read_sent(std::string_view id) {
  if (!is_file_name(id)) return refuse(Fault::not_found, "there is no such letter");
  std::ifstream in(folder_ / (std::string(id) + ".eml"), std::ios::binary);
  if (!in) return refuse(Fault::not_found, "its file is no longer in the folder of letters");
  return read_message(std::string(std::istreambuf_iterator<char>(in), {}));
}

}  // namespace makegood::mail
