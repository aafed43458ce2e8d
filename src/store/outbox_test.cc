// The outbox where it meets the disk: every step of a write made to fail, and two at once.
#include <doctest/doctest.h>

#include <atomic>
#include <set>
#include <thread>

#include "faults/fixture.h"

using namespace makegood;
using namespace makegood::store;
using makegood::test::Bench;
using makegood::test::Folder;

namespace outbox_test {

tasks::Letter letter_for(const std::string& key) {
  tasks::Letter letter;
  letter.key = key;
  letter.to = "housing@aberllyn.example";
  letter.subject = "A word, please";
  letter.text = "Please say what has happened.";
  return letter;
}

Batch asked(Bench& bench, const std::string& key) {
  Batch batch;
  batch.changes = {{"note.made", key, "test", "{}"}};
  batch.errands = {tasks::letter_errand(bench.workspace, letter_for(key)).value()};
  batch.at = bench.clock.now().utc();
  return batch;
}

TEST_CASE("a disk that is full at any step of asking leaves neither entry nor letter") {
  Folder folder;
  Faults faults;
  auto bench = Bench::in(folder.path(), &faults);
  const auto batch = asked(bench, "ask 1");
  int broken = 0;
  for (int step = 1; step < 100; ++step) {
    faults.steps_left = step;
    const auto done = bench.store->ledger().append(batch);
    const bool fired = faults.steps_left <= 0;
    faults.steps_left = 0;
    CAPTURE(step);
    REQUIRE(done.has_value() == !fired);
    if (!fired) break;
    ++broken;
    CHECK(bench.store->ledger().head()->count == 0);
    CHECK(bench.store->outbox().counts()->waiting == 0);
  }
  CHECK(broken >= 4);
  CHECK(bench.store->ledger().head()->count == 1);
  CHECK(bench.store->outbox().counts()->waiting == 1);
}

TEST_CASE("a disk that is full while an attempt is written down leaves the letter in the outbox") {
  Folder folder;
  Faults faults;
  auto bench = Bench::in(folder.path(), &faults);
  REQUIRE(bench.store->ledger().append(asked(bench, "ask 1")));
  auto& outbox = bench.store->outbox();
  const auto now = bench.clock.seconds;
  faults.steps_left = 1;
  CHECK(outbox.claim(now, now + 600).error().fault == Fault::unavailable);
  CHECK(outbox.counts()->waiting == 1);
  const auto claimed = outbox.claim(now, now + 600).value();
  REQUIRE(claimed);
  faults.steps_left = 1;
  CHECK(outbox.settle(*claimed, {}).error().fault == Fault::unavailable);
  CHECK(outbox.counts()->sending == 1);
  CHECK(outbox.next_due().value() == now + 600);
}

TEST_CASE("of several that send at once, each letter is claimed by one") {
  Folder folder;
  auto bench = Bench::in(folder.path());
  constexpr int kLetters = 40;
  for (int i = 0; i < kLetters; ++i) REQUIRE(tasks::post_letter(bench.workspace, letter_for("ask " + std::to_string(i))));
  std::atomic<int> claimed{0};
  std::vector<std::thread> threads;
  std::array<std::set<std::string>, 4> ids;
  for (auto& own : ids)
    threads.emplace_back([&] {
      for (;;) {
        const auto letter = bench.store->outbox().claim(bench.clock.seconds, bench.clock.seconds + 600);
        if (!letter || !*letter) return;
        own.insert((*letter)->id);
        ++claimed;
      }
    });
  for (auto& thread : threads) thread.join();
  std::set<std::string> all;
  for (const auto& own : ids) all.insert(own.begin(), own.end());
  CHECK(claimed == kLetters);
  CHECK(all.size() == kLetters);
}

TEST_CASE("the outbox outlives the program, and a rebuild leaves it as it is") {
  Folder folder;
  {
    auto bench = Bench::in(folder.path());
    REQUIRE(bench.store->ledger().append(asked(bench, "ask 1")));
    REQUIRE(bench.store->ledger().rebuild());
  }
  auto bench = Bench::in(folder.path());
  CHECK(bench.store->outbox().counts()->waiting == 1);
  REQUIRE(bench.store->ledger().rebuild());
  CHECK(bench.store->outbox().counts()->waiting == 1);
}

}  // namespace outbox_test
