#pragma once
// For tests: the writing process, as its parent sees it, and what it acknowledged before it was killed.

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/base.h"

namespace makegood::test {

/// What the writer said before it ended. Sets, for what one process said and the next one says again.
struct Acknowledged {
  std::map<std::int64_t, std::string> heads;              ///< length of the ledger -> hash of its last entry
  std::set<std::pair<std::string, std::string>> said;     ///< item, narrative
  std::set<std::pair<std::string, std::string>> letters;  ///< item, key of the letter

  void add(Acknowledged more) {
    heads.merge(more.heads);
    said.merge(more.said);
    letters.merge(more.letters);
  }
  [[nodiscard]] std::size_t count() const { return heads.size() + said.size() + letters.size(); }
};

// A last line that the kill cut short was not acknowledged.
inline Acknowledged read_acknowledged(const std::string& text) {
  Acknowledged acks;
  std::istringstream lines(text.substr(0, text.rfind('\n') + 1));
  for (std::string line; std::getline(lines, line);) {
    const auto first = line.find(' '), second = line.find(' ', first + 1);
    const auto what = line.substr(0, first), about = line.substr(first + 1, second - first - 1), rest = line.substr(second + 1);
    if (what == "head") acks.heads[std::stoll(about)] = rest;
    if (what == "said") acks.said.emplace(about, rest);
    if (what == "asked") acks.letters.emplace(about, rest);
  }
  return acks;
}

class Child {
 public:
  explicit Child(std::vector<std::string> arguments) {
    int ends[2];
    REQUIRE(pipe2(ends, O_CLOEXEC) == 0);
    arguments.insert(arguments.begin(), MAKEGOOD_FAULTS_WRITER);
    std::vector<char*> argv;
    for (auto& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    pid_ = fork();
    if (pid_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      execv(argv[0], argv.data());
      _exit(127);
    }
    close(ends[1]);
    out_ = ends[0];
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { close(out_); }

  void kill_now() const { kill(pid_, SIGKILL); }
  /// To the end of what it says; then how it ended, as wait() has it.
  std::pair<Acknowledged, int> ended() const {
    std::string text;
    char buffer[4096];
    for (ssize_t n = 0; (n = read(out_, buffer, sizeof buffer)) > 0;) text.append(buffer, static_cast<std::size_t>(n));
    int status = 0;
    REQUIRE(waitpid(pid_, &status, 0) == pid_);
    return {read_acknowledged(text), status};
  }

 private:
  pid_t pid_ = -1;
  int out_ = -1;
};

/// MAKEGOOD_KILLS, 25 where it is not set.
inline int kills() {
  const char* setting = std::getenv("MAKEGOOD_KILLS");
  const int n = setting == nullptr ? 0 : std::atoi(setting);
  return n > 0 ? n : 25;
}

}  // namespace makegood::test
