// The retention run: what is shown is what is emptied, in one step or not at all.
#include "tasks/care_fixture.h"
#include "tasks/plans.h"
#include "tasks/retention.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::CareBench;

namespace retention_test {

TEST_CASE("records are past retention six years after they were closed, and not before") {
  CareBench c;
  const auto closed = c.sent(CareBench::incident("Harbour Hill"));
  c.sent(CareBench::incident("Harbour Hill"));  // never closed: its time has not begun
  c.close(closed);                              // on 14 June 2023
  c.bench.clock.seconds = 1'876'089'600;        // 14 June 2029: the last day
  CHECK(preview_retention(c.w, c.council, "incidents")->due.empty());
  c.bench.clock.seconds += 24 * 60 * 60;
  const auto run = preview_retention(c.w, c.council, "incidents");
  REQUIRE(run);
  REQUIRE(run->due.size() == 1);
  CHECK(run->due[0].id == closed);
  CHECK(run->due[0].since.iso() == "2023-06-14");
  CHECK(run->due[0].kept_until.iso() == "2029-06-14");
  CHECK(run->emptied == std::vector<std::string>{"words", "ethnicity"});
  CHECK(run->stays.size() == 7);
  CHECK(run->stay_in_all == 2);
}

TEST_CASE("all that is due is emptied in one step: no word is left, counts stay, the chain holds") {
  CareBench c;
  for (int i = 0; i < 30; ++i) c.close(c.sent(CareBench::incident("Harbour Hill")));
  const auto kept = c.sent(CareBench::incident("Harbour Hill", "said last week"));
  c.pass_years(7);
  const auto run = preview_retention(c.w, c.council, "incidents");
  CHECK(apply_retention(c.w, c.council, "incidents", run->mark).value() == 30);
  const auto dump = c.tables();
  CHECK(dump.find("a word of hate") == std::string::npos);
  CHECK(dump.find("said last week") != std::string::npos);
  CHECK(*count_records(c.w, c.council, {.register_name = "incidents"}) == 31);
  for (const auto& due : run->due) {
    const auto entries = c.w.ledger.about(due.id.text);
    REQUIRE(entries->size() == 4);
    for (std::size_t i = 0; i < 3; ++i) CHECK((*entries)[i].erased);
    CHECK(entries->back().kind == "record.emptied");
  }
  CHECK(see_record(c.w, c.council, kept, true)->record.emptied == false);
  CHECK(preview_retention(c.w, c.council, "incidents")->due.empty());
}

TEST_CASE("a record under a legal hold is left out and listed, until the hold is lifted") {
  CareBench c;
  const auto held = c.sent(CareBench::incident("Harbour Hill")), free = c.sent(CareBench::incident("Harbour Hill"));
  c.close(held);
  c.close(free);
  CHECK(hold_record(c.w, c.monitoring, c.step(held), " ").error().where == "reason");
  REQUIRE(hold_record(c.w, c.monitoring, c.step(held), "a claim before the tribunal"));
  CHECK(hold_record(c.w, c.monitoring, c.step(held), "again").error().fault == Fault::conflict);
  c.pass_years(7);
  const auto run = preview_retention(c.w, c.council, "incidents");
  REQUIRE(run->held.size() == 1);
  CHECK(run->held[0].id == held);
  CHECK(run->held[0].hold->reason == "a claim before the tribunal");
  CHECK(run->held[0].hold->by == c.monitoring.name);
  CHECK(apply_retention(c.w, c.council, "incidents", run->mark).value() == 1);
  CHECK(empty_record(c.w, c.council, held, "asked for").error().fault == Fault::conflict);
  CHECK(erase_payload(c.w, c.council, c.w.ledger.about(held.text)->front().sequence, "asked for").error().fault == Fault::conflict);
  c.tables();
  REQUIRE(lift_hold(c.w, c.monitoring, c.step(held), "the claim was settled"));
  CHECK(lift_hold(c.w, c.monitoring, c.step(held), "again").error().fault == Fault::conflict);
  CHECK(apply_retention(c.w, c.council, "incidents", preview_retention(c.w, c.council, "incidents")->mark).value() == 1);
  CHECK(c.tables().find("tribunal") == std::string::npos);
  const auto entries = c.w.ledger.about(held.text);
  for (const auto& entry : *entries) CHECK((entry.erased || entry.kind == "record.emptied"));
}

TEST_CASE("what is confirmed is what was shown") {
  CareBench c;
  const auto one = c.sent(CareBench::incident("Harbour Hill")), two = c.sent(CareBench::incident("Harbour Hill"));
  c.close(one);
  c.close(two);
  c.pass_years(7);
  const auto mark = preview_retention(c.w, c.council, "incidents")->mark;
  REQUIRE(hold_record(c.w, c.council, c.step(two), "an inquiry"));
  const auto refused = apply_retention(c.w, c.council, "incidents", mark);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fault == Fault::conflict);
  CHECK_FALSE(see_record(c.w, c.council, one, true)->record.emptied);
}

TEST_CASE("a retention run is for those whose job it is, and for registers that say for how long") {
  CareBench c;
  CHECK(preview_retention(c.w, c.school, "incidents").error().fault == Fault::not_allowed);
  CHECK(preview_retention(c.w, c.analyst, "incidents").error().fault == Fault::not_allowed);
  CHECK(preview_retention(c.w, c.monitoring, "incidents"));
  CHECK(preview_retention(c.w, c.council, "nothing").error().fault == Fault::not_found);
  CHECK(apply_retention(c.w, c.council, "incidents", preview_retention(c.w, c.council, "incidents")->mark).value() == 0);
}

TEST_CASE("many payloads go in one step or none of them") {
  CareBench c;
  const auto one = c.sent(CareBench::incident("Harbour Hill")), two = c.sent(CareBench::incident("Harbour Hill"));
  const auto before = c.tables();
  const auto count = c.w.ledger.head()->count;
  const auto erasure = [&](const RecordId& id) {
    return Erasure{.sequence = c.last(id), .actor = "equality", .reason = "by law", .at = "2023-06-14T09:30:00Z", .replacement = {}, .attachment = {}};
  };
  Batch batch;
  batch.at = "2023-06-14T09:30:00Z";
  CHECK(c.w.ledger.erase_all(batch, {erasure(one), erasure(two), erasure(one)}).error().fault == Fault::conflict);
  batch.expectations = {{one.text, 1}};
  CHECK(c.w.ledger.erase_all(batch, {erasure(one)}).error().fault == Fault::conflict);
  CHECK(c.w.ledger.head()->count == count);
  CHECK(c.tables() == before);
  batch.expectations.clear();
  REQUIRE(c.w.ledger.erase_all(batch, {erasure(one), erasure(two)}));  // nothing says more about them: the tables are made anew
  CHECK(c.w.ledger.head()->count == count + 2);
  CHECK(c.tables().find("a word of hate") == std::string::npos);
}

TEST_CASE("a disk that is full at any step of a retention run leaves every record or none") {
  store::Faults faults;
  test::Folder folder;
  CareBench c(folder.path(), &faults);
  for (int i = 0; i < 3; ++i) c.close(c.sent(CareBench::incident("Harbour Hill")));
  c.pass_years(7);
  const auto before = c.bench.store->dump_derived().value();
  const auto mark = preview_retention(c.w, c.council, "incidents")->mark;
  int broken = 0;
  for (int step = 1; step < 5000; ++step) {
    faults.steps_left = step;
    const auto done = apply_retention(c.w, c.council, "incidents", mark);
    const bool fired = faults.steps_left <= 0;
    faults.steps_left = 0;
    CAPTURE(step);
    CHECK(c.w.ledger.verify()->fault.empty());
    if (done || c.bench.store->dump_derived().value() != before) break;  // a fault after the commit is not one of the run
    REQUIRE(fired);
    ++broken;
  }
  CHECK(broken > 20);
  CHECK(preview_retention(c.w, c.council, "incidents")->due.empty());
  CHECK(c.tables().find("a word of hate") == std::string::npos);
}

}  // namespace retention_test
