#include "cli/command.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

namespace makegood::cli {

namespace fs = std::filesystem;

std::string name_of(const std::string& path) { return fs::path(path).filename().string(); }

Result<std::string> read_file(const std::string& path, std::uintmax_t limit) {
  std::error_code error;
  if (!fs::exists(path, error)) return refuse(Fault::not_found, "there is no such file", path);
  if (!fs::is_regular_file(path, error)) return refuse(Fault::invalid_input, "is not a file", path);
  const auto size = fs::file_size(path, error);
  if (!error && size > limit)
    return refuse(Fault::too_large, fmt::format("is {} MB; at most {} MB are read", size >> 20U, limit >> 20U), path);
  std::ifstream in(path, std::ios::binary);
  std::string bytes(error ? 0 : size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (!in.good() && !in.eof()) return refuse(Fault::unreadable, std::strerror(errno), path);
  return bytes;
}

Result<int> deliver(Call& call, std::string_view bytes) {
  return deliver(call, [&](std::ostream& out) { out << bytes; });
}

Result<int> deliver(Call& call, const std::function<void(std::ostream&)>& write) {
  const auto path = call.arguments.get("-o");
  if (path.empty()) {
    write(call.out);
    call.out << std::flush;
    return call.out ? Result<int>(0) : refuse(Fault::unavailable, "the output could not be written");
  }
  if (auto written = write_file(path, write); !written) return tl::unexpected(written.error());
  return 0;
}

Result<void> write_file(const std::string& path, const std::function<void(std::ostream&)>& write) {
  const auto staged = path + ".part";
  {
    std::ofstream file(staged, std::ios::binary | std::ios::trunc);
    write(file);
    file << std::flush;
    if (!file) return refuse(Fault::unavailable, std::strerror(errno), path);
  }
  std::error_code error;
  fs::rename(staged, path, error);
  if (error) return refuse(Fault::unavailable, error.message(), path);
  return {};
}

Result<std::unique_ptr<Data>> open_data(Call& call, Machine::Opening opening) {
  const auto today = call.arguments.day("--today");
  if (!today) return tl::unexpected(today.error());
  return call.machine.open(call.arguments.get("--data"), opening, *today);
}

Day today_of(const Data& data) { return data.workspace().clock.now().today; }

}  // namespace makegood::cli
