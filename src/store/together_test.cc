// Several who append at once: each is decided by itself, and what is answered is there.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <thread>

#include "faults/fixture.h"
#include "store/sqlite.h"

using namespace makegood;
using makegood::test::Bench;
using makegood::test::Folder;

namespace together_test {

Batch about(const std::string& subject, std::int64_t seen) {
  Batch batch;
  batch.changes = {{"plan.released", subject, "coordinator", {}}};
  batch.expectations = {{subject, seen}};
  batch.at = "2023-06-14T09:30:00Z";
  return batch;
}

struct Tally {
  int written = 0, conflicts = 0, unavailable = 0;
};

/// `threads` at once, each `rounds` times: about a subject of its own, and about one that all of them write about.
Tally write_at_once(LedgerStore& ledger, int threads, int rounds) {
  std::atomic<int> written = 0, conflicts = 0, unavailable = 0;
  const auto write_about = [&](const std::string& subject) {
    const auto seen = ledger.last_about(subject);
    const auto done = seen ? ledger.append(about(subject, *seen)) : Result<std::vector<Entry>>(tl::unexpected(seen.error()));
    ++(done ? written : done.error().fault == Fault::conflict ? conflicts : unavailable);
  };
  {
    std::vector<std::jthread> all;
    for (int t = 0; t < threads; ++t)
      all.emplace_back([&, t] {
        for (int n = 0; n < rounds; ++n) {
          write_about("subject-" + std::to_string(t));
          write_about("of all");
        }
      });
  }
  return {written, conflicts, unavailable};
}

TEST_CASE("of many who append at once, each entry that was acknowledged is there once, and who was late is refused alone") {
  Folder folder;
  auto bench = Bench::in(folder.path());
  auto& ledger = bench.store->ledger();
  const auto tally = write_at_once(ledger, 8, 25);
  CHECK(tally.unavailable == 0);
  CHECK(tally.written + tally.conflicts == 8 * 25 * 2);
  CHECK(ledger.head()->count == tally.written);
  for (int t = 0; t < 8; ++t) CHECK(ledger.about("subject-" + std::to_string(t))->size() == 25);  // nobody else writes about these
  CHECK(static_cast<int>(ledger.about("of all")->size()) == tally.written - 8 * 25);
  CHECK(ledger.verify()->fault.empty());
}

TEST_CASE("a fault of the disk among many at once refuses whom it touches, and loses nothing that was acknowledged") {
  for (const auto code : {SQLITE_FULL, SQLITE_IOERR_FSYNC}) {
    Folder folder;
    store::Faults faults;
    faults.code = code;
    auto bench = Bench::in(folder.path(), &faults);
    auto& ledger = bench.store->ledger();
    int written = 0, refused = 0;
    for (int step = 5; step < 200; step += 7) {
      faults.steps_left = step;
      const auto tally = write_at_once(ledger, 4, 3);
      written += tally.written;
      refused += tally.unavailable;
    }
    faults.steps_left = 0;
    CHECK(refused > 0);
    CHECK(ledger.head()->count == written);
    CHECK(ledger.verify()->fault.empty());
  }
}

}  // namespace together_test
