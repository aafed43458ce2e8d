// kill -9 at any moment of a council at work loses no acknowledged entry and writes each letter's file once; a disk
// that refuses to take more loses none either. MAKEGOOD_KILLS says how often (25 by default); the moments are drawn
// from a fixed seed.
#include <chrono>
#include <fstream>
#include <iterator>
#include <random>
#include <thread>

#include <sys/stat.h>

#include "faults/survivor.h"
#include "mail/folder_mailer.h"

using namespace makegood;
using namespace makegood::test;

namespace {

namespace fs = std::filesystem;

const tasks::Letterhead kHead{"plans@aberllyn.example", "Aberllyn Council", "https://plans.aberllyn.example"};

/// A file that is written again is another file, or has another time.
struct Written {
  ino_t inode = 0;
  std::int64_t seconds = 0, nanoseconds = 0;
  off_t size = 0;
  bool operator==(const Written&) const = default;
};
using Files = std::map<std::string, Written>;

Files letters_in(const fs::path& folder) {
  Files files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    if (entry.path().extension() != ".eml") continue;  // what is half-written has a name of its own
    struct stat s {};
    REQUIRE(stat(entry.path().c_str(), &s) == 0);
    files[entry.path().stem()] = {s.st_ino, s.st_mtim.tv_sec, s.st_mtim.tv_nsec, s.st_size};
  }
  return files;
}

/// Every file is a whole letter of the outbox, and what was there before was left alone.
void check_files(const fs::path& folder, Files& before) {
  auto files = letters_in(folder / "letters");
  std::size_t touched = 0;
  for (const auto& [id, written] : before) touched += !files.contains(id) || files[id] != written;
  CHECK(touched == 0);
  const auto store = open_survivor(folder);
  std::map<std::string, tasks::PostedLetter> posted;
  auto letters = store->outbox().list({}, kAllLetters).value();
  for (auto& letter : letters) posted[letter.id] = std::move(letter);
  for (const auto& [id, written] : files) {
    if (before.contains(id)) continue;
    REQUIRE(posted.contains(id));
    std::ifstream in(folder / "letters" / (id + ".eml"), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    CHECK(bytes.find(posted[id].message_id) != std::string::npos);
    CHECK(mail::read_message(bytes).has_value());
  }
  for (const auto& [id, letter] : posted)
    if (letter.state == tasks::LetterState::sent) CHECK(files.contains(id));
  before = std::move(files);
}

/// Sends what still waits: then every letter was sent, each into one file. Returns how many.
std::size_t send_the_rest(const fs::path& folder, Files& before) {
  {
    auto bench = Bench::in(folder);
    bench.clock.seconds += 100 * 700 + tasks::kLeaseSeconds + 1;
    mail::FolderMailer mailer(folder / "letters", kHead);
    REQUIRE(tasks::send_waiting(bench.workspace, mailer));
    const auto counts = bench.workspace.outbox.counts().value();
    CHECK(counts.waiting + counts.sending + counts.failed == 0);
    CHECK(static_cast<std::size_t>(counts.sent) == letters_in(folder / "letters").size());
  }
  check_files(folder, before);
  return before.size();
}

std::chrono::microseconds a_moment(std::mt19937& random, int n) {
  return std::chrono::microseconds(random() % (n % 5 == 0 ? 20'000 : 300'000));
}

constexpr int kKillsOfOne = 10;  // then a new folder: kills while the tables are made

}  // namespace

TEST_CASE("kill -9 at any moment loses no acknowledged entry or letter, writes each file once, and what is left is whole") {
  std::mt19937 random(20230614);
  std::size_t acknowledged = 0, letters = 0;
  for (int n = 0; n < kills();) {
    Folder folder;
    const auto data = folder.path() / "data";
    Acknowledged acks;
    Files files;
    for (int of_one = 0; of_one < kKillsOfOne && n < kills(); ++of_one, ++n) {
      CAPTURE(n);
      const Child child({data, std::to_string(n)});
      std::this_thread::sleep_for(a_moment(random, n));
      child.kill_now();
      auto [more, status] = child.ended();
      CHECK(WIFSIGNALED(status));  // it was killed; it did not give up by itself
      acks.add(std::move(more));
      check_survivor(data, acks);
      check_files(data, files);
    }
    acknowledged += acks.count();
    letters += send_the_rest(data, files);
  }
  CHECK(acknowledged > 0);
  CHECK(letters > 0);
  MESSAGE(kills() << " kills, " << acknowledged << " acknowledgements looked for, " << letters << " letters, each in one file");
}

TEST_CASE("a disk that takes no more is a refusal, and nothing that was acknowledged is lost") {
  for (const auto* bytes : {"1200000", "1600000", "2200000", "3000000", "4500000"}) {
    CAPTURE(bytes);
    Folder folder;
    const auto data = folder.path() / "data";
    auto [acks, status] = Child({data, "1", "--bytes", bytes}).ended();
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 3);
    CHECK(acks.count() > 0);
    check_survivor(data, acks);
    Files files;
    check_files(data, files);
    send_the_rest(data, files);
  }
}
