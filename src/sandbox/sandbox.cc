#include "sandbox/sandbox.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>

namespace makegood {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostMessage = 4096;

// One end of a pair; closed when it goes.
class End {
 public:
  explicit End(int fd = -1) : fd_(fd) {}
  End(const End&) = delete;
  End& operator=(const End&) = delete;
  End(End&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  End& operator=(End&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~End() { close(); }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }
  [[nodiscard]] int fd() const { return fd_; }
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }

 private:
  int fd_;
};

struct Pair {
  End ours, theirs;
};

// Sockets instead of pipes: writing to one whose reader has gone is an error, not a signal.
bool make_pair(Pair& pair) {
  std::array<int, 2> fds{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds.data()) != 0) return false;
  pair.ours = End(fds[0]);
  pair.theirs = End(fds[1]);
  return fcntl(fds[0], F_SETFL, O_NONBLOCK) == 0;
}

class Process {
 public:
  Process() = default;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() {
    if (id_ > 0 && !reaped_) {
      kill(id_, SIGKILL);
      (void)wait();
    }
  }

  bool start(const std::string& program, int in, int out, int err) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
    std::string name = program;
    std::array<char*, 2> arguments = {name.data(), nullptr};
    std::array<char*, 1> environment = {nullptr};  // nothing of ours is its business
    const int failed = posix_spawn(&id_, program.c_str(), &actions, nullptr, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) id_ = -1;
    return failed == 0;
  }
  int wait() {
    int status = 0;
    while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    reaped_ = true;
    return status;
  }

 private:
  pid_t id_ = -1;
  bool reaped_ = false;
};

// Feeds and listens at the same time: a program may answer before it has heard all.
class Talk {
 public:
  Talk(const Filter& filter, std::string_view input, End to, End from, End errors)
      : filter_(filter),
        left_(input),
        to_(std::move(to)),
        from_(std::move(from)),
        errors_(std::move(errors)),
        until_(Clock::now() + filter.time) {}

  enum class Ended { well, too_slow, too_much };
  Ended run() {
    while (from_.is_open() || errors_.is_open()) {
      const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(until_ - Clock::now()).count();
      if (rest <= 0) return Ended::too_slow;
      std::array<pollfd, 3> waiting = {{{from_.fd(), POLLIN, 0}, {errors_.fd(), POLLIN, 0}, {to_.fd(), POLLOUT, 0}}};
      if (poll(waiting.data(), waiting.size(), static_cast<int>(rest)) <= 0) continue;
      if (waiting[2].revents != 0) feed();
      if (waiting[1].revents != 0) listen(errors_, message_, kMostMessage);
      if (waiting[0].revents != 0 && !listen(from_, output_, filter_.most_output)) return Ended::too_much;
    }
    return Ended::well;
  }
  std::string take_output() { return std::move(output_); }
  [[nodiscard]] const std::string& message() const { return message_; }

 private:
  void feed() {
    const auto n = left_.empty() ? 0 : send(to_.fd(), left_.data(), left_.size(), MSG_NOSIGNAL);
    if (n > 0) left_.remove_prefix(static_cast<std::size_t>(n));
    if (left_.empty() || (n < 0 && errno != EAGAIN && errno != EINTR)) to_.close();
  }
  static bool listen(End& end, std::string& into, std::size_t most) {
    std::array<char, 65536> buffer{};
    const auto n = read(end.fd(), buffer.data(), buffer.size());
    if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR)) end.close();
    if (n <= 0) return true;
    into.append(buffer.data(), std::min(static_cast<std::size_t>(n), most - std::min(most, into.size())));
    return into.size() < most;
  }

  const Filter& filter_;
  std::string_view left_;
  End to_, from_, errors_;
  Clock::time_point until_;
  std::string output_, message_;
};

std::string first_line(std::string_view text) {
  const auto line = squeeze(valid_utf8(text.substr(0, text.find('\n'))));
  return shorten(line, 200);
}

Result<std::string> outcome(const Filter& filter, Talk& talk, int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return talk.take_output();
  const auto said = first_line(talk.message());
  if (WIFEXITED(status) && WEXITSTATUS(status) == 2 && !said.empty()) return refuse(Fault::unreadable, said);
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
    return refuse(Fault::unreadable,
                  fmt::format("reading this {} took too long and was stopped; print it to a new {} and send that",
                              filter.what, filter.what));
  return refuse(Fault::unreadable, fmt::format("the {} reader broke on this file; print it to a new {} and send that",
                                               filter.what, filter.what));
}

}  // namespace

std::optional<std::string> find_program(std::string_view name, const char* variable) {
  std::error_code ignored;
  const auto usable = [&](const fs::path& path) {
    return access(path.c_str(), X_OK) == 0 && fs::is_regular_file(path, ignored);
  };
  const auto ourselves = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const auto& path : {ourselves / name, ourselves.parent_path() / "libexec/makegood" / name})
    if (usable(path)) return path.string();
  const char* const named = std::getenv(variable);
  if (named != nullptr && usable(named)) return std::string(named);
  return std::nullopt;
}

Result<std::string> run_filter(const Filter& filter, std::string_view input) {
  Pair in, out, err;
  Process process;
  if (!make_pair(in) || !make_pair(out) || !make_pair(err) ||
      !process.start(filter.program, in.theirs.fd(), out.theirs.fd(), err.theirs.fd()))
    return refuse(Fault::unreadable, fmt::format("the {} reader could not be started", filter.what));
  for (auto* pair : {&in, &out, &err}) pair->theirs.close();
  Talk talk(filter, input, std::move(in.ours), std::move(out.ours), std::move(err.ours));
  switch (talk.run()) {
    case Talk::Ended::too_slow:
      return refuse(Fault::unreadable,
                    fmt::format("reading this {} took too long and was stopped; print it to a new {} and send that",
                                filter.what, filter.what));
    case Talk::Ended::too_much:
      return refuse(
          Fault::too_large,
          fmt::format("this {} holds more than can be read; split it and send the part with the plan", filter.what));
    case Talk::Ended::well:
      break;
  }
  return outcome(filter, talk, process.wait());
}

}  // namespace makegood
