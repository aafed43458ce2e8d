#include "store/store.h"

#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

#include "faults/fixture.h"
#include "tasks/payload.h"

using namespace makegood;
using namespace makegood::store;
using makegood::test::adopt_small_plan;
using makegood::test::Bench;
using makegood::test::Folder;
using makegood::test::repeating_bits;
using makegood::test::small_draft;
namespace fs = std::filesystem;

namespace store_test {

const auto kActor = tasks::first_coordinator();

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// All that the data folder holds, whichever file it is in.
std::string everything_in(const fs::path& folder) {
  std::string all;
  for (const auto& file : fs::directory_iterator(folder)) all += bytes_of(file.path());
  return all;
}

// Some of everything: imports settled, edited, taken back, discarded; corrections, releases.
void live_a_little(Bench& bench) {
  auto& w = bench.workspace;
  const auto id = tasks::propose_import(w, kActor, {"v1", "v1.docx"}, small_draft()).value().id;
  REQUIRE(tasks::edit_import(w, kActor, id, {ItemId("1"), ItemField::title, {"Publish the pay gap"}, ""}));
  REQUIRE(tasks::edit_import(w, kActor, id, {ItemId("3"), ItemField::ref, {"02.02"}, ""}));
  REQUIRE(tasks::undo_last_step(w, kActor, id));
  REQUIRE(tasks::settle_finding(w, kActor, id, {ItemId("3"), "unreadable_date", 0, Decision::no_date, {}, {}, ""}));
  REQUIRE(tasks::remove_item(w, kActor, id, ItemId("2")));
  REQUIRE(tasks::undo_last_step(w, kActor, id));
  REQUIRE(tasks::edit_plan(w, kActor, id, {PlanPart::new_theme, "", "Health", "", ""}));
  REQUIRE(tasks::accept_import(w, kActor, id, {true}));
  const auto plan = w.plans.find("fair-work-plan", View::live).value()->plan;
  REQUIRE(tasks::correct_item(w, kActor, "fair-work-plan", {plan.items[0].id, ItemField::due, {"2024-04-30"}, "agreed"}));
  REQUIRE(tasks::correct_item(w, {"clerk", {{tasks::Role::coordinator, "", ""}}}, "fair-work-plan",
                              {plan.items[2].id, ItemField::title, {"Review every school's curriculum"}, "misread"}));
  auto second = small_draft();
  second.items.pop_back();
  const auto revision = tasks::propose_import(w, kActor, {"v2", "v2.docx"}, second).value().id;
  const auto gone = plan.items[2].id;
  REQUIRE(tasks::decide_match(w, kActor, revision, {MatchVerdict::gone, {}, gone, {DepartureReason::dropped, {}, "done by schools", {}}}));
  REQUIRE(tasks::undo_last_step(w, kActor, revision));
  REQUIRE(tasks::decide_match(w, kActor, revision, {MatchVerdict::gone, {}, gone, {DepartureReason::completed, {}, "", {}}}));
  REQUIRE(tasks::accept_import(w, kActor, revision));
  const auto third = tasks::propose_import(w, kActor, {"v3", "v3.docx"}, small_draft()).value().id;
  REQUIRE(tasks::discard_import(w, kActor, third));
  auto other = small_draft();
  other.title = "Another Plan";
  const auto another = tasks::propose_import(w, kActor, {"v4", "v4.docx"}, other).value().id;
  REQUIRE(tasks::accept_import(w, kActor, another, {true}));
  const auto lent = plan.items[0].id;
  const auto theme = w.plans.find("another-plan", View::live).value()->plan.themes[1].id;
  REQUIRE(tasks::share_item(w, kActor, {"fair-work-plan", lent}, {"another-plan", theme}, "one promise, two plans"));
  REQUIRE(tasks::withdraw_plan(w, kActor, "another-plan", "too early"));
  const auto kept = w.plans.find("another-plan", View::live).value()->plan.items[2].id;
  REQUIRE(tasks::share_item(w, kActor, {"another-plan", kept}, {"fair-work-plan"}, "shown to the public with its home plan"));
  REQUIRE(tasks::unshare_item(w, kActor, {"fair-work-plan", lent}, "another-plan", "no longer"));
  REQUIRE(tasks::share_item(w, kActor, {"fair-work-plan", lent}, {"another-plan"}, "after all"));
  REQUIRE(tasks::import_directory(w, kActor, {"post,email,organisation\nHead of People,people@aberllyn.example,Aberllyn Council\nClerk,,\n", "d.csv"}));
  REQUIRE(tasks::import_directory(w, kActor, {"post,email\nHead of People,new@aberllyn.example\n", "d.csv"}));
  const auto directory = w.people.directory().value();
  const auto post = directory->posts[1].id;
  REQUIRE(tasks::delegate(w, kActor, {post, directory->people[0].id, {}, "nobody else yet"}));
  REQUIRE(tasks::match_owners(w, kActor, "fair-work-plan", {{"", "Head of Communications", post}}));
  REQUIRE(tasks::grant_role(w, kActor, {directory->people[0].id, {tasks::Role::scrutineer, "another-plan", ""}, {}}));
  REQUIRE(tasks::end_role(w, kActor, directory->people[0].id, {tasks::Role::scrutineer, "another-plan", ""}, Day::last_of_month(2023, 5)));
}

Batch one_change(const std::string& subject) {
  Batch batch;
  batch.changes = {{"note.made", subject, "test", "{}"}};
  batch.at = "2023-06-14T09:30:00Z";
  return batch;
}

TEST_CASE("rebuilding gives the same tables as living through it") {
  auto bench = Bench::in_memory();
  live_a_little(bench);
  const auto lived = bench.store->dump_derived().value();
  CHECK(lived.find("Review every school's curriculum") != std::string::npos);
  CHECK(lived.find("Another Plan") != std::string::npos);
  CHECK(lived.find("shown to the public with its home plan") != std::string::npos);
  CHECK(lived.find("one promise, two plans") == std::string::npos);
  CHECK(lived.find("new@aberllyn.example") != std::string::npos);
  CHECK(lived.find("\"scrutineer\"") != std::string::npos);
  REQUIRE(bench.store->ledger().rebuild());
  CHECK(bench.store->dump_derived().value() == lived);
  CHECK(bench.store->ledger().verify()->fault.empty());
}

TEST_CASE("what was written is there when the store is opened again") {
  Folder folder;
  std::string lived;
  LedgerHead head;
  {
    auto bench = Bench::in(folder.path());
    live_a_little(bench);
    lived = bench.store->dump_derived().value();
    head = bench.store->ledger().head().value();
  }
  auto again = Store::open_existing(folder.path(), repeating_bits());
  REQUIRE(again);
  CHECK((*again)->dump_derived().value() == lived);
  CHECK((*again)->ledger().verify()->head.hash == head.hash);
  CHECK((*again)->ledger().verify()->head.count == head.count);
}

TEST_CASE("what cannot be opened is refused with its place") {
  Folder folder;
  CHECK(Store::open_existing(folder.path(), repeating_bits()).error().fault == Fault::not_found);
  std::ofstream(folder.path() / "makegood.db") << std::string(4096, 'x');
  const auto refused = Store::open(folder.path(), repeating_bits());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fault == Fault::unreadable);
  CHECK(refused.error().where == folder.path().string());
}

TEST_CASE("a database of a newer version or another program is not touched") {
  for (const bool newer : {true, false}) {
    CAPTURE(newer);
    Folder folder;
    if (newer) REQUIRE(Store::open(folder.path(), repeating_bits()));
    {
      Db db((folder.path() / "makegood.db").string(), Access::create, nullptr);
      db.exec(newer ? "INSERT INTO schema_version VALUES (99, 'x')" : "CREATE TABLE recipes (name TEXT)");
    }
    const auto refused = Store::open(folder.path(), repeating_bits());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::invalid_input);
  }
}

TEST_CASE("an entry cannot be altered or deleted through SQL, and verify names one that was") {
  Folder folder;
  { auto bench = Bench::in(folder.path()); adopt_small_plan(bench); }
  {
    Db db((folder.path() / "makegood.db").string(), Access::write, nullptr);
    CHECK_THROWS_AS(run(db, "DELETE FROM entries WHERE sequence = 1"), SqlFault);
    CHECK_THROWS_AS(run(db, "UPDATE entries SET actor = 'nobody' WHERE sequence = 2"), SqlFault);
    db.exec("DROP TRIGGER entries_are_not_altered; UPDATE entries SET actor = 'nobody' WHERE sequence = 2");
  }
  auto store = Store::open_existing(folder.path(), repeating_bits()).value();
  CHECK(store->ledger().verify()->fault == "entry 2: it was altered: its hash does not match");
  CHECK(store->ledger().verify()->head.count == 1);
}

TEST_CASE("a payload that was taken out behind the ledger's back is noticed") {
  Folder folder;
  { auto bench = Bench::in(folder.path()); adopt_small_plan(bench); }
  {
    Db db((folder.path() / "makegood.db").string(), Access::write, nullptr);
    run(db, "UPDATE entries SET payload = NULL, salt = NULL WHERE sequence = 3");
  }
  auto store = Store::open_existing(folder.path(), repeating_bits()).value();
  CHECK(store->ledger().verify()->fault == "entry 3: its payload is missing, and no entry records its erasure");
}

TEST_CASE("a document whose bytes were altered is noticed") {
  Folder folder;
  { auto bench = Bench::in(folder.path()); adopt_small_plan(bench); }
  {
    Db db((folder.path() / "makegood.db").string(), Access::write, nullptr);
    run(db, "UPDATE attachments SET bytes = $1", Blob{"another document"});
  }
  auto store = Store::open_existing(folder.path(), repeating_bits()).value();
  CHECK(store->ledger().verify()->fault.ends_with("its bytes were altered"));
}

TEST_CASE("an erased text is nowhere in the files, the chain holds and rebuild agrees") {
  Folder folder;
  const std::string secret = "Zebulon Quartermain";
  auto bench = Bench::in(folder.path());
  auto& w = bench.workspace;
  auto draft = small_draft();
  draft.items[0].detail = "Speak to " + secret + " first.";
  const auto proposal = tasks::propose_import(w, kActor, {"Speak to " + secret, "plan.docx"}, draft).value();
  REQUIRE(tasks::accept_import(w, kActor, proposal.id, {true}));
  REQUIRE(everything_in(folder.path()).find(secret) != std::string::npos);
  REQUIRE(w.plans.search("quartermain", "", View::released, 10, 0)->total == 1);
  const auto held = w.plans.find("fair-work-plan", View::released).value();
  const auto count = w.ledger.head()->count;

  // The item goes on without the name; the proposal and the document are not needed any more.
  auto item = held->plan.items[0];
  item.detail.clear();
  tasks::Payload replacement;
  replacement.plan = "fair-work-plan";
  replacement.position = 0;
  replacement.item = write_item(item);
  for (std::int64_t sequence = 1; sequence <= count; ++sequence) {
    const auto entry = w.ledger.entry(sequence).value();
    if (entry.payload.find(secret) == std::string::npos) continue;
    const bool is_item = entry.kind == "item.adopted";
    REQUIRE(tasks::erase_payload(w, kActor, sequence, "a name that should not be here",
                                 is_item ? tasks::write_payload(replacement) : "", is_item ? "" : proposal.digest));
  }

  CHECK(w.ledger.verify()->fault.empty());
  CHECK(w.plans.search("quartermain", "", View::released, 10, 0)->total == 0);
  CHECK(w.plans.search("pay gap", "", View::released, 10, 0)->total == 1);
  CHECK(w.plans.find("fair-work-plan", View::released).value()->plan.items[0].detail.empty());
  CHECK(w.ledger.attachment(proposal.digest).error().fault == Fault::not_found);
  CHECK(everything_in(folder.path()).find(secret) == std::string::npos);
  CHECK(everything_in(folder.path()).find("quartermain") == std::string::npos);
  const auto lived = bench.store->dump_derived().value();
  REQUIRE(w.ledger.rebuild());
  CHECK(bench.store->dump_derived().value() == lived);
}

TEST_CASE("an item erased without a replacement is gone, and the rest of the plan is not") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench, true);
  const auto last = w.plans.find("fair-work-plan", View::live).value()->plan.items[2].id;
  REQUIRE(tasks::erase_payload(w, kActor, w.ledger.last_about(last.text).value(), "not ours to keep"));
  CHECK(w.plans.find("fair-work-plan", View::released).value()->plan.items.size() == 2);
  CHECK(tasks::erase_payload(w, kActor, 1, "").error().fault == Fault::invalid_input);
  CHECK(tasks::erase_payload(w, kActor, 99, "x").error().fault == Fault::not_found);
  const auto erasure = w.ledger.head()->count;
  CHECK(tasks::erase_payload(w, kActor, erasure, "x").error().fault == Fault::conflict);
}

TEST_CASE("search finds words, beginnings and letters without their marks, each in its own view") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench);
  struct Row {
    const char* text;
    int found;
  };
  for (const auto& row : {Row{"curriculum", 1}, Row{"CURRIC", 1}, Row{"cafe", 1}, Row{"café", 1}, Row{"head communications", 1},
                          Row{"pay curriculum", 0}, Row{"01.05", 1}, Row{"\"pay", 1}, Row{"pay) OR (school", 0},
                          Row{"NEAR(pay gap)", 0}, Row{"*", 0}, Row{"", 0}, Row{"title:pay", 0}, Row{"young people’s", 1}}) {
    CAPTURE(row.text);
    CHECK(w.plans.search(row.text, "", View::live, 10, 0)->total == row.found);
    CHECK(w.plans.search(row.text, "", View::released, 10, 0)->total == 0);
  }
  const auto hits = w.plans.search("curriculum", "fair-work-plan", View::live, 10, 0)->hits;
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].plan_title == "Fair Work Plan");
  REQUIRE(hits[0].excerpt.size() == 2);
  CHECK(hits[0].excerpt[1].text == "curriculum");
  CHECK(hits[0].excerpt[1].hit);
  CHECK(w.plans.search("curriculum", "another-plan", View::live, 10, 0)->total == 0);
}

TEST_CASE("a plan that has not changed is not read again") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench);
  const auto first = w.plans.find("fair-work-plan", View::live).value();
  CHECK(w.plans.find("fair-work-plan", View::live).value() == first);
  REQUIRE(tasks::correct_item(w, kActor, "fair-work-plan", {first->plan.items[0].id, ItemField::ref, {"9"}, "x"}));
  const auto second = w.plans.find("fair-work-plan", View::live).value();
  CHECK(second != first);
  CHECK(second->plan.items[0].ref == "9");
  CHECK(first->plan.items[0].ref == "01.05");
}

TEST_CASE("a backup is whole, restores into an empty folder only, and is refused when damaged") {
  Folder folder;
  auto bench = Bench::in(folder.path() / "data");
  live_a_little(bench);
  const auto file = folder.path() / "monday.db";
  const auto head = bench.store->backup(file);
  REQUIRE(head);
  CHECK(head->hash == bench.store->ledger().head()->hash);
  CHECK(bench.store->backup(file).error().fault == Fault::conflict);
  CHECK_FALSE(fs::exists(folder.path() / "monday.db.part"));

  CHECK(restore(file, folder.path() / "data").error().fault == Fault::conflict);
  const auto restored = restore(file, folder.path() / "new");
  REQUIRE(restored);
  CHECK(restored->count == head->count);
  auto again = Store::open_existing(folder.path() / "new", repeating_bits()).value();
  CHECK(again->dump_derived().value() == bench.store->dump_derived().value());

  auto bytes = bytes_of(file);
  const auto at = bytes.find("coordinator");
  REQUIRE(at != std::string::npos);
  for (auto from = at; from != std::string::npos; from = bytes.find("coordinator", from)) bytes.replace(from, 11, "Coordinator");
  std::ofstream(folder.path() / "altered.db", std::ios::binary) << bytes;
  CHECK(restore(folder.path() / "altered.db", folder.path() / "other").error().fault == Fault::invalid_input);
  CHECK_FALSE(fs::exists(folder.path() / "other"));
  std::ofstream(folder.path() / "cut.db", std::ios::binary) << bytes.substr(0, bytes.size() / 2);
  CHECK_FALSE(restore(folder.path() / "cut.db", folder.path() / "other"));
  std::ofstream(folder.path() / "empty.db", std::ios::binary) << "";
  CHECK_FALSE(restore(folder.path() / "empty.db", folder.path() / "other"));
  CHECK(restore(folder.path() / "none.db", folder.path() / "other").error().fault == Fault::not_found);
}

TEST_CASE("readers see whole batches only, while several threads read and one writes") {
  Folder folder;
  auto bench = Bench::in(folder.path());
  adopt_small_plan(bench, true);
  auto& w = bench.workspace;
  const auto items = w.plans.find("fair-work-plan", View::live).value()->plan.items;
  std::atomic<bool> stop{false};
  std::atomic<int> reads{0}, torn{0}, refused{0};
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i)
    readers.emplace_back([&] {
      while (!stop) {
        const auto kept = w.plans.find("fair-work-plan", View::released);
        const auto hits = w.plans.search("wording", "", View::released, 10, 0);
        if (!kept || !hits) { ++refused; continue; }
        const auto& found = (*kept)->plan.items;
        // Both items are corrected in one batch: they never differ.
        if (found[0].detail != found[2].detail) ++torn;
        ++reads;
      }
    });
  for (int n = 0; n < 40; ++n) {
    Batch batch;
    batch.at = "2023-06-14T09:30:00Z";
    for (const std::size_t i : {std::size_t{0}, std::size_t{2}}) {
      auto item = items[i];
      item.detail = "wording " + std::to_string(n);
      tasks::Payload payload;
      payload.plan = "fair-work-plan";
      payload.item = write_item(item);
      payload.released = true;
      batch.changes.push_back({"item.corrected", item.id.text, "test", tasks::write_payload(payload)});
    }
    REQUIRE(w.ledger.append(batch));
  }
  stop = true;
  for (auto& reader : readers) reader.join();
  CHECK(torn == 0);
  CHECK(refused == 0);
  CHECK(reads > 0);
  CHECK(w.plans.find("fair-work-plan", View::released).value()->plan.items[0].detail == "wording 39");
  CHECK(w.ledger.verify()->fault.empty());
}

TEST_CASE("of many threads that expect to be first about one subject exactly one is") {
  Folder folder;
  auto bench = Bench::in(folder.path());
  std::atomic<int> first{0}, conflicts{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      auto batch = one_change("contested");
      batch.expectations = {{"contested", 0}};
      const auto done = bench.store->ledger().append(batch);
      if (done) ++first;
      else if (done.error().fault == Fault::conflict) ++conflicts;
    });
  for (auto& thread : threads) thread.join();
  CHECK(first == 1);
  CHECK(conflicts == 7);
}

TEST_CASE("a payload that cannot be read takes its whole batch back") {
  auto bench = Bench::in_memory();
  auto batch = one_change("a");
  batch.changes.push_back({"plan.adopted", "p", "test", "{\"head\":{\"format\":\"another\"}}"});
  CHECK(bench.store->ledger().append(batch).error().fault == Fault::invalid_input);
  CHECK(bench.store->ledger().head()->count == 0);
}

TEST_CASE("the reference page names every table and every kind of entry") {
  const auto page = bytes_of(fs::path(MAKEGOOD_SOURCE) / "docs/reference/database.md");
  Folder folder;
  REQUIRE(Store::open(folder.path(), repeating_bits()));
  Db db((folder.path() / "makegood.db").string(), Access::read, nullptr);
  int tables = 0;
  for (Query q(db, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search!_%' ESCAPE '!' "
                   "AND name NOT LIKE 'sqlite!_%' ESCAPE '!'");
       q.next(); ++tables) {
    CAPTURE(q.text(0));
    CHECK(page.find("`" + q.text(0) + "`") != std::string::npos);
  }
  CHECK(tables > 8);
  for (const auto& kind : tasks::kEntryKinds) {
    CAPTURE(kind.kind);
    CHECK(page.find("| `" + std::string(kind.kind) + "` |") != std::string::npos);
    CHECK(page.find(kind.meaning) != std::string::npos);
  }
}

}  // namespace store_test
