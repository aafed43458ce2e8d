// Every statement of a write is made to fail once: each time nothing is half-written, the
// refusal says so, and the store goes on working.
#include <doctest/doctest.h>

#include <sqlite3.h>

#include "faults/fixture.h"

using namespace makegood;
using namespace makegood::store;
using makegood::test::Bench;
using makegood::test::Folder;
using makegood::test::small_draft;

namespace faults_test {

const auto kActor = tasks::first_coordinator();

struct Where {
  const char* name;
  int code;
};

// Runs `act` with its first, second, third ... step failing, until none is left to fail.
// Before each time `prepare` puts the store in the state that `act` starts from.
template <class Act>
int break_every_step(Bench& bench, Faults& faults, Act act) {
  int broken = 0;
  for (int step = 1; step < 2000; ++step) {
    const auto before = bench.store->dump_derived().value();
    const auto head = bench.store->ledger().head().value();
    faults.steps_left = step;
    const auto done = act();
    const bool fired = faults.steps_left <= 0;
    faults.steps_left = 0;
    if (!fired) {
      CHECK(done);
      return broken;
    }
    ++broken;
    CAPTURE(step);
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == Fault::unavailable);
    CHECK(bench.store->dump_derived().value() == before);
    CHECK(bench.store->ledger().head()->hash == head.hash);
    CHECK(bench.store->ledger().verify()->fault.empty());
  }
  FAIL("there is no end of steps");
  return broken;
}

TEST_CASE("a disk that is full at any step of accepting an import leaves nothing half-written") {
  for (const auto& row : {Where{"full disk", SQLITE_FULL}, Where{"I/O fault", SQLITE_IOERR_FSYNC}}) {
    CAPTURE(row.name);
    Folder folder;
    Faults faults;
    faults.code = row.code;
    auto bench = Bench::in(folder.path(), &faults);
    const auto id = tasks::propose_import(bench.workspace, kActor, {"document", "plan.docx"}, small_draft()).value().id;
    const int broken = break_every_step(bench, faults, [&] {
      return tasks::accept_import(bench.workspace, kActor, id, {true}).map([](const auto&) { return 0; });
    });
    CHECK(broken > 20);
    CHECK(bench.workspace.plans.find("fair-work-plan", View::released).value()->plan.items.size() == 3);
  }
}

TEST_CASE("a disk that is full at any step of an erasure leaves the payload or takes it wholly") {
  Faults faults;
  Folder folder;
  auto bench = Bench::in(folder.path(), &faults);
  test::adopt_small_plan(bench, true);
  // The log is emptied after the commit; a fault there is not an erasure that failed.
  for (int step = 1; step < 2000; ++step) {
    const auto before = bench.store->dump_derived().value();
    const auto count = bench.store->ledger().head()->count;
    faults.steps_left = step;
    const auto done = tasks::erase_payload(bench.workspace, kActor, 1, "by law");
    const bool fired = faults.steps_left <= 0;
    faults.steps_left = 0;
    CAPTURE(step);
    CHECK(bench.store->ledger().verify()->fault.empty());
    const bool erased = bench.store->ledger().entry(1)->erased;
    CHECK(erased == (bench.store->ledger().head()->count == count + 1));
    CHECK(erased == done.has_value());
    if (erased) break;
    REQUIRE(fired);
    CHECK(bench.store->dump_derived().value() == before);
  }
  CHECK(bench.store->ledger().entry(1)->erased);
}

TEST_CASE("a fault while rebuilding leaves the tables as they were") {
  Faults faults;
  Folder folder;
  auto bench = Bench::in(folder.path(), &faults);
  test::adopt_small_plan(bench, true);
  const int broken = break_every_step(bench, faults, [&] { return bench.store->ledger().rebuild().map([] { return 0; }); });
  CHECK(broken > 20);
}

TEST_CASE("a sign-in that fails at any step leaves the link usable") {
  Faults faults;
  Folder folder;
  auto bench = Bench::in(folder.path(), &faults);
  const auto token = tasks::make_sign_in_link(bench.workspace, kActor).value();
  const int broken =
      break_every_step(bench, faults, [&] { return tasks::sign_in(bench.workspace, token).map([](const auto&) { return 0; }); });
  CHECK(broken > 3);
}

}  // namespace faults_test
