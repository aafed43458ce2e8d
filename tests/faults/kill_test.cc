// kill -9 at any moment loses no acknowledged entry; a disk that refuses to take more loses none
// either. MAKEGOOD_KILLS says how often (25 by default); the moments are drawn from a fixed seed.
#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults/fixture.h"

using namespace makegood;
using makegood::test::Folder;

namespace {

struct Child {
  pid_t pid = -1;
  int out = -1;
};

Child start(const std::filesystem::path& folder, int seed, const char* bytes = nullptr) {
  int ends[2];
  REQUIRE(pipe2(ends, O_CLOEXEC) == 0);
  const auto seed_text = std::to_string(seed);
  Child child{fork(), ends[0]};
  if (child.pid == 0) {
    dup2(ends[1], STDOUT_FILENO);
    execl(MAKEGOOD_FAULTS_WRITER, MAKEGOOD_FAULTS_WRITER, folder.c_str(), seed_text.c_str(), bytes, nullptr);
    _exit(127);
  }
  close(ends[1]);
  return child;
}

std::string read_all(int file) {
  std::string text;
  char buffer[4096];
  for (ssize_t n = 0; (n = read(file, buffer, sizeof buffer)) > 0;) text.append(buffer, static_cast<std::size_t>(n));
  close(file);
  return text;
}

// Head hashes that were acknowledged, by the number of entries. A last line that the kill cut
// short was not acknowledged.
std::map<std::int64_t, std::string> acknowledged(const std::string& text) {
  std::map<std::int64_t, std::string> acks;
  std::istringstream lines(text.substr(0, text.rfind('\n') + 1));
  std::int64_t count = 0;
  for (std::string hash; lines >> count >> hash;) acks[count] = hash;
  return acks;
}

void check_survivor(const std::filesystem::path& folder, const std::map<std::int64_t, std::string>& acks) {
  auto opened = store::Store::open(folder, store::system_random());
  REQUIRE(opened);
  auto& store = **opened;
  const auto report = store.ledger().verify();
  REQUIRE(report);
  CHECK(report->fault.empty());
  for (const auto& [count, hash] : acks) {
    CAPTURE(count);
    const auto entry = store.ledger().entry(count);
    REQUIRE(entry);
    CHECK(entry->hash == hash);
  }
  const auto lived = store.dump_derived().value();
  REQUIRE(store.ledger().rebuild());
  CHECK(store.dump_derived().value() == lived);
}

int kills() {
  const char* setting = std::getenv("MAKEGOOD_KILLS");
  const int n = setting == nullptr ? 0 : std::atoi(setting);
  return n > 0 ? n : 25;
}

}  // namespace

TEST_CASE("kill -9 at any moment loses no acknowledged entry, and what is left is whole") {
  std::mt19937 random(20230614);
  auto folder = std::make_unique<Folder>();
  std::size_t entries = 0;
  std::map<std::int64_t, std::string> acks;
  for (int n = 0; n < kills(); ++n) {
    CAPTURE(n);
    if (n % 10 == 0) {  // a new folder now and then: kills while the tables are made
      folder = std::make_unique<Folder>();
      acks.clear();
    }
    const auto child = start(folder->path() / "data", n);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % (n % 5 == 0 ? 8'000 : 120'000)));
    kill(child.pid, SIGKILL);
    acks.merge(acknowledged(read_all(child.out)));
    int status = 0;
    REQUIRE(waitpid(child.pid, &status, 0) == child.pid);
    CHECK(WIFSIGNALED(status));  // it was killed; it did not give up by itself
    check_survivor(folder->path() / "data", acks);
    entries += acks.size();
  }
  CHECK(entries > 0);
  MESSAGE(kills() << " kills, " << entries << " acknowledgements looked for");
}

TEST_CASE("a disk that takes no more is a refusal, and nothing that was acknowledged is lost") {
  for (const auto* bytes : {"800000", "1200000", "1800000"}) {
    CAPTURE(bytes);
    Folder folder;
    const auto child = start(folder.path() / "data", 1, bytes);
    const auto acks = acknowledged(read_all(child.out));
    int status = 0;
    REQUIRE(waitpid(child.pid, &status, 0) == child.pid);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 3);
    CHECK(acks.size() > 0);
    check_survivor(folder.path() / "data", acks);
  }
}
