// What a thread reads in a snapshot is of one instant; progress that is kept read is caught up or read anew.
#include <doctest/doctest.h>

#include <stdexcept>
#include <thread>

#include "faults/fixture.h"
#include "progress/json.h"

using namespace makegood;
using makegood::test::adopt_small_plan;
using makegood::test::Bench;
using makegood::test::Folder;

namespace snapshot_test {

const std::string kSlug = "fair-work-plan";

Batch noted(const std::string& subject) {
  Batch batch;
  batch.changes = {{"plan.released", subject, "coordinator", {}}};
  batch.at = "2023-06-14T09:30:00Z";
  return batch;
}

Batch said(const Plan& plan, const std::string& id, std::size_t item = 0) {
  Update update;
  update.id = UpdateId(id);
  update.plan = plan.slug;
  update.item = plan.items.at(item).id;
  update.claim = Claim::on_track;
  update.day = plan.items.at(item).dates().due.value_or(Day());
  Batch batch;
  batch.changes = {{"update.submitted", update.item.text, "Head of People", write_update(update)}};
  batch.at = "2023-06-14T09:30:00Z";
  return batch;
}

struct OnDisk {
  Folder folder;
  Bench bench = Bench::in(folder.path());
  Plan plan;
  OnDisk() {
    adopt_small_plan(bench, true);
    plan = bench.workspace.plans.find(kSlug, View::live).value()->plan;
  }
  [[nodiscard]] LedgerStore& ledger() const { return bench.store->ledger(); }
  [[nodiscard]] std::size_t updates() const { return bench.workspace.progress.of_plan(kSlug).value()->updates.size(); }
};

TEST_CASE("what is written by others during a snapshot is seen after it") {
  OnDisk d;
  REQUIRE(d.ledger().append(noted("x")));
  const auto before = d.ledger().last_about("x").value();
  // Whoever writes may have to wait until the snapshot is gone: it may be of the connection that writes.
  std::optional<std::jthread> other;
  {
    const auto snapshot = d.ledger().snapshot();
    REQUIRE(snapshot);
    const auto inner = d.ledger().snapshot();
    REQUIRE(inner);
    other.emplace([&] { CHECK(d.ledger().append(noted("x"))); });
    CHECK(d.ledger().last_about("x").value() == before);
    CHECK_THROWS_AS(static_cast<void>(d.ledger().append(noted("x"))), std::logic_error);
    CHECK(d.ledger().last_about("x").value() == before);
  }
  other->join();
  CHECK(d.ledger().last_about("x").value() > before);
  CHECK(d.ledger().append(noted("x")));
}

TEST_CASE("many who read in snapshots while others write never wait for each other") {
  OnDisk d;
  constexpr int kThreads = 12, kRounds = 40;
  std::atomic<int> looked = 0;
  {
    std::vector<std::jthread> all;
    for (int t = 0; t < kThreads; ++t)
      all.emplace_back([&, t] {
        for (int n = 0; n < kRounds; ++n) {
          const auto snapshot = d.ledger().snapshot();
          if (snapshot && d.bench.workspace.progress.of_plan(kSlug)) ++looked;
          if (t % 4 == 0) CHECK(d.bench.workspace.progress.public_of_plan(kSlug));
        }
      });
    for (int t = 0; t < 3; ++t)
      all.emplace_back([&, t] {
        for (int n = 0; n < kRounds; ++n) CHECK(d.ledger().append(said(d.plan, std::to_string(t) + "-" + std::to_string(n))));
      });
  }
  CHECK(looked == kThreads * kRounds);
  CHECK(d.updates() == 3 * kRounds);
}

TEST_CASE("an update is found once, whether little or much was written since the last look") {
  OnDisk d;
  REQUIRE(d.updates() == 0);
  int told = 0;
  for (const int others : {0, 3, 1100}) {
    for (int n = 0; n < others; ++n) REQUIRE(d.ledger().append(noted("something else")));
    REQUIRE(d.ledger().append(said(d.plan, "u-" + std::to_string(told++))));
    CHECK(d.updates() == static_cast<std::size_t>(told));
    REQUIRE(d.ledger().append(said(d.plan, "u-0")));  // said again: the same update
    CHECK(d.updates() == static_cast<std::size_t>(told));
    CHECK(d.bench.workspace.progress.of_plan(kSlug).value()->updates.front().versions == told + 1);
  }
}

}  // namespace snapshot_test
