// A cycle from day to day, with the clock as it should be and as it should not.
#include "cycle/steps.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace makegood;

namespace steps_test {

Day day(std::string_view iso) { return Day::parse(iso).value(); }

/// The small world that steps act on: what `tasks` does with the database, in a list.
struct World {
  Schedule schedule;
  TimescaleSettings settings;
  std::vector<KnownCycle> cycles;
  int people = 1;

  /// Carries the day's steps out and says which they were.
  std::string run(std::string_view iso) {
    const auto today = day(iso);
    const auto steps = steps_for(schedule, settings, cycles, today);
    std::string said;
    for (const auto& id : steps.remind) said += "remind " + id.text + " ", awaited(id).last_letter = today;
    for (const auto& id : steps.escalate) said += "escalate " + id.text + " ", awaited(id).escalated = true;
    for (const auto& id : steps.close) said += "close " + id.text() + " ", cycle(id).closed = true;
    for (const auto& id : steps.lock) said += "lock " + id.text() + " ", cycle(id).locked = true;
    if (steps.open) {
      said += "open " + steps.open->id.text() + " until " + steps.open->closes.iso() + " ";
      KnownCycle opened{steps.open->id, steps.open->period, today, steps.open->closes};
      for (int i = 1; i <= people; ++i) opened.requests.push_back({RequestId(fmt::format("p{}", i)), today});
      cycles.push_back(opened);
    }
    return std::string(trim(said));
  }

  Awaited& awaited(const RequestId& id) {
    for (auto& request : cycles.back().requests)
      if (request.id == id) return request;
    throw std::runtime_error("no such request");
  }
  KnownCycle& cycle(const CycleId& id) {
    for (auto& known : cycles)
      if (known.id == id) return known;
    throw std::runtime_error("no such cycle");
  }
};

struct Row {
  std::string today, happens;
};

void walk(World& world, const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.today);
    CHECK(world.run(row.today) == row.happens);
    CHECK(world.run(row.today) == "");  // the same day once more
  }
}

TEST_CASE("a quarter in which nobody answers") {
  World world;
  walk(world, {{"2023-04-01", "open 2023-Q1 until 2023-04-29"},
               {"2023-04-02", ""},
               {"2023-04-10", ""},
               {"2023-04-11", "remind p1"},
               {"2023-04-12", ""},
               {"2023-04-22", "remind p1"},
               {"2023-04-25", ""},
               {"2023-04-26", "escalate p1"},
               {"2023-04-29", ""},
               {"2023-04-30", "close 2023-Q1"},
               {"2023-05-13", ""},
               {"2023-05-14", "lock 2023-Q1"},
               {"2023-06-30", ""},
               {"2023-07-01", "open 2023-Q2 until 2023-07-29"}});
}

TEST_CASE("who has answered, or was let off, hears no more") {
  World world;
  world.people = 2;
  walk(world, {{"2023-04-01", "open 2023-Q1 until 2023-04-29"}});
  world.cycles.back().requests[0].settled = true;
  walk(world, {{"2023-04-11", "remind p2"}, {"2023-04-22", "remind p2"}, {"2023-04-26", "escalate p2"}, {"2023-04-30", "close 2023-Q1"}});
}

TEST_CASE("a clock that jumps sends nothing twice") {
  SUBCASE("a month ahead: the ladder was missed and is not climbed afterwards") {
    World world;
    walk(world, {{"2023-04-01", "open 2023-Q1 until 2023-04-29"}, {"2023-05-05", "close 2023-Q1"}, {"2023-05-14", "lock 2023-Q1"}});
  }
  SUBCASE("over two rungs at once: one letter") {
    World world;
    walk(world, {{"2023-04-01", "open 2023-Q1 until 2023-04-29"}, {"2023-04-24", "remind p1"}, {"2023-04-25", ""}, {"2023-04-26", "escalate p1"}});
  }
  SUBCASE("a day without a run: the reminder goes a day late, and the next on its own day") {
    World world;
    walk(world, {{"2023-04-01", "open 2023-Q1 until 2023-04-29"}, {"2023-04-12", "remind p1"}, {"2023-04-21", ""}, {"2023-04-22", "remind p1"}});
  }
  SUBCASE("back, and forward again") {
    World world;
    walk(world, {{"2023-04-01", "open 2023-Q1 until 2023-04-29"},
                 {"2023-04-11", "remind p1"},
                 {"2023-03-11", ""},
                 {"2022-01-01", ""},
                 {"2023-04-11", ""},
                 {"2023-04-22", "remind p1"}});
  }
  SUBCASE("ahead and back: an earlier cycle is not opened after a later one") {
    World world;
    walk(world, {{"2023-07-03", "open 2023-Q2 until 2023-07-31"}, {"2023-06-03", ""}, {"2023-07-13", "remind p1"}});
  }
  SUBCASE("years ahead: the cycles between were never opened, so nobody was silent in them") {
    World world;
    walk(world, {{"2023-04-01", "open 2023-Q1 until 2023-04-29"},
                 {"2025-02-14", "close 2023-Q1 lock 2023-Q1 open 2024-Q4 until 2025-03-14"}});
  }
}

TEST_CASE("a reminder sent by hand moves the ladder on") {
  World world;
  walk(world, {{"2023-04-01", "open 2023-Q1 until 2023-04-29"}});
  auto& request = world.cycles.back().requests[0];
  CHECK(!may_remind(request, day("2023-04-03")));
  CHECK(may_remind(request, day("2023-04-04")));
  request.last_letter = day("2023-04-09");
  walk(world, {{"2023-04-11", ""}, {"2023-04-12", "remind p1"}, {"2023-04-22", "remind p1"}});
}

TEST_CASE("a cycle opened late holds the next one back until it closes") {
  World world;
  walk(world, {{"2023-06-25", "open 2023-Q1 until 2023-07-23"},
               {"2023-07-05", "remind p1"},
               {"2023-07-16", "remind p1"},
               {"2023-07-20", "escalate p1"},
               {"2023-07-24", "close 2023-Q1 open 2023-Q2 until 2023-08-21"}});
}

TEST_CASE("another frequency does not ask about the same days again") {
  World world;
  walk(world, {{"2023-07-01", "open 2023-Q2 until 2023-07-29"}, {"2023-07-30", "close 2023-Q2"}});
  world.schedule.frequency = Frequency::six_monthly;
  walk(world, {{"2023-08-13", "lock 2023-Q2"}, {"2023-09-30", ""}, {"2023-10-01", "open 2023-H2 until 2023-10-29"}});
}

}  // namespace steps_test
