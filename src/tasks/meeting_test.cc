// A meeting: what stands on the agenda, and what is recorded of it row by row.

#include "tasks/meeting.h"

#include <doctest/doctest.h>

#include "tasks/ask_fixture.h"

using namespace makegood;
using namespace makegood::tasks;

namespace meeting_test {

const auto kCoordinator = first_coordinator();

struct Room {
  test::AskBench b;
  Workspace w = test::with(b.bench.workspace, b.people, b.bench.workspace.progress);
  std::vector<Item> items;

  Room() {
    b.set_day("2023-04-01");
    items = w.plans.find(b.slug, View::live).value()->plan.items;
  }
  Heard heard(std::size_t item, Claim claim, std::int64_t seen = 0, std::string narrative = {}) const {
    Update words;
    words.claim = claim;
    words.narrative = std::move(narrative);
    return {{items[item].id, words, seen}, {PostId("people"), {}}};
  }
  std::string outcome(const std::vector<Heard>& all, const Actor& actor = kCoordinator) {
    const auto done = record_meeting(w, actor, b.slug, all);
    if (!done) return "refused";
    std::vector<std::string> words;
    for (const auto& refusal : *done) words.emplace_back(!refusal ? "recorded" : refusal->fault == Fault::conflict ? "overtaken" : "faulty");
    return join(words, " ");
  }
  std::vector<Update> updates() { return w.progress.of_plan(b.slug).value()->updates; }
};

TEST_CASE("the agenda has each open item once, under its first owner, and those that nobody is named for last") {
  Room r;
  const auto agenda = meeting_agenda(r.w, kCoordinator, r.b.slug).value();
  REQUIRE(agenda.parts.size() == 2);
  CHECK(agenda.parts[0].who == "Head of People, Exampleshire Council");
  CHECK(agenda.parts[0].items.size() == 2);
  CHECK(agenda.parts[1].who.empty());
  CHECK(agenda.parts[1].items[0]->title == "Review the school curriculum");
  REQUIRE(r.outcome({r.heard(0, Claim::complete)}) == "recorded");
  CHECK(meeting_agenda(r.w, kCoordinator, r.b.slug)->parts[0].items.size() == 1);
  CHECK(meeting_agenda(r.w, kCoordinator, r.b.slug, {r.items[0].id})->parts[0].items.size() == 2);  // somebody is writing about it
}

TEST_CASE("each row is recorded or refused by itself") {
  Room r;
  CHECK(r.outcome({r.heard(0, Claim::on_track), r.heard(1, Claim::paused), r.heard(2, Claim::complete)}) == "recorded faulty recorded");
  CHECK(r.updates().size() == 2);
  CHECK(r.updates()[0].speaker == Speaker::on_behalf);
}

TEST_CASE("of two who write the second sees the first, and loses nothing") {
  Room r;
  CHECK(r.outcome({r.heard(0, Claim::on_track)}) == "recorded");
  CHECK(r.outcome({r.heard(0, Claim::at_risk), r.heard(1, Claim::on_track)}) == "overtaken recorded");
  CHECK(r.updates().size() == 2);
  CHECK(r.outcome({r.heard(0, Claim::at_risk, last_said(*r.w.progress.of_plan(r.b.slug).value(), r.items[0].id))}) == "recorded");
}

TEST_CASE("a button that is pressed twice records once") {
  Room r;
  CHECK(r.outcome({r.heard(0, Claim::on_track, 0, "Two meetings.")}) == "recorded");
  CHECK(r.outcome({r.heard(0, Claim::on_track, 0, "Two meetings.")}) == "recorded");
  CHECK(r.updates().size() == 1);
}

TEST_CASE("a role for one organisation takes the answers of that organisation's items") {
  Room r;
  const Actor theirs = {"c", {{Role::coordinator, "", "council"}}};
  const Actor others = {"c", {{Role::coordinator, "", "police"}}};
  CHECK(meeting_agenda(r.w, theirs, r.b.slug)->parts.size() == 1);
  CHECK(r.outcome({r.heard(0, Claim::on_track), r.heard(2, Claim::on_track)}, theirs) == "recorded faulty");
  CHECK(meeting_agenda(r.w, others, r.b.slug)->parts.empty());
  CHECK(r.outcome({r.heard(1, Claim::on_track)}, others) == "faulty");
  CHECK(r.outcome({}, {"o", {{Role::owner, "", ""}}}) == "refused");
}

}  // namespace meeting_test
