#include "sandbox/sandbox.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace makegood;

namespace {

namespace fs = std::filesystem;

// A program of a few lines of shell, gone when the test ends.
class Script {
 public:
  explicit Script(const std::string& lines)
      : folder_(fs::temp_directory_path() /
                ("makegood-sandbox-" + std::to_string(getpid()) + "-" + std::to_string(count_++))) {
    fs::create_directories(folder_);
    std::ofstream(path()) << "#!/bin/sh\n" << lines << "\n";
    chmod(path().c_str(), 0755);
  }
  ~Script() { fs::remove_all(folder_); }
  [[nodiscard]] std::string path() const { return (folder_ / "program").string(); }

 private:
  static inline int count_ = 0;
  fs::path folder_;
};

Result<std::string> run(const std::string& lines, std::string_view input = "x") {
  const Script script(lines);
  Filter filter{.program = script.path(), .what = "PDF"};
  filter.time = std::chrono::milliseconds(2000);
  filter.most_output = 1U << 20U;
  return run_filter(filter, input);
}

}  // namespace

TEST_CASE("what goes in comes out, more than any pipe holds") {
  const std::string much(700'000, 'a');
  CHECK(run("exec /bin/cat", much).value() == much);
  CHECK(run("exec /bin/cat", "").value().empty());
}

TEST_CASE("a program that answers without listening is no fault") {
  const std::string much(3'000'000, 'a');
  CHECK(run("echo answered", much).value() == "answered\n");
}

TEST_CASE("each way to fail has its sentence") {
  struct Way {
    const char* lines;
    const char* words;
  };
  for (const auto& way :
       {Way{"echo 'this PDF is locked' >&2; exit 2", "this PDF is locked"}, Way{"exit 2", "the PDF reader broke"},
        Way{"exit 7", "the PDF reader broke"}, Way{"kill -SEGV $$", "the PDF reader broke"},
        Way{"kill -XCPU $$", "took too long"}, Way{"exec /bin/sleep 60", "took too long"},
        Way{"exec /usr/bin/yes", "more than can be read"}}) {
    CAPTURE(way.lines);
    const auto result = run(way.lines);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().message.find(way.words) != std::string::npos);
  }
}

TEST_CASE("a program that is not there is said to be so") {
  CHECK(run_filter({.program = "/nowhere/at/all", .what = "PDF"}, "x").error().message ==
        "the PDF reader could not be started");
}

TEST_CASE("no process is left behind") {
  (void)run("exec /bin/sleep 60");
  CHECK(waitpid(-1, nullptr, WNOHANG) == -1);
  CHECK(errno == ECHILD);
}

TEST_CASE("several threads may run programs at once") {
  const Script script("exec /bin/cat");
  std::vector<std::thread> threads;
  std::vector<std::string> answers(6);
  for (std::size_t i = 0; i < answers.size(); ++i)
    threads.emplace_back([&, i] {
      answers[i] =
          run_filter({.program = script.path()}, std::string(100'000, static_cast<char>('a' + i))).value_or("refused");
    });
  for (auto& thread : threads) thread.join();
  for (std::size_t i = 0; i < answers.size(); ++i)
    CHECK(answers[i] == std::string(100'000, static_cast<char>('a' + i)));
}
