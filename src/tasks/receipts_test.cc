// Senders who stay unknown or in confidence, over the store in memory.
#include "tasks/receipts.h"

#include <doctest/doctest.h>

#include <set>

#include "faults/fixture.h"
#include "registers/sender_fixture.h"
#include "tasks/record_import.h"
#include "tasks/record_story.h"
#include "tasks/records.h"
#include "tasks/registers.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace receipts_test {

const Actor kCouncil{"equality", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
const Actor kHandler{"handler@aberllyn.example", {{Role::handler, "", ""}, {Role::publisher, "", ""}}};
const Actor kAnalyst{"analyst@aberllyn.example", {{Role::analyst, "", ""}}};
const Actor kHousing{"housing@aberllyn.example", {{Role::contributor, "", "Housing"}}};
const Actor kSender{"sender@aberllyn.example", {{Role::contributor, "", "Streets"}}};

struct Opened {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  explicit Opened(const std::string& text = test::kTips) { REQUIRE(define_register(w, kCouncil, text)); }
  Submitted sent(const Actor* who, bool anonymous, std::string once = "") {
    auto done = submit_record(w, who, {.register_name = "tips", .answers = {{"about", "A locked gate"}, {"team", "Housing"}, {"name", "Head of Streets"}, {"reach", "0000 000 000"}},
                                       .once = std::move(once), .anonymous = anonymous});
    REQUIRE(done);
    REQUIRE(done->faults.empty());
    return *done;
  }
  std::string whole_ledger() {
    std::string all;
    for (std::int64_t i = 1; i <= w.ledger.head()->count; ++i) {
      const auto entry = w.ledger.entry(i).value();
      if (entry.kind.starts_with("record.")) all += entry.actor + " " + entry.payload + "\n";
    }
    return all;
  }
};

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

TEST_CASE("a receipt is 16 signs that are read as they were typed") {
  const auto random = test::repeating_bits();
  std::set<std::string> made;
  for (int i = 0; i < 1'000; ++i) {
    const auto receipt = make_receipt(random);
    CHECK(receipt.size() == 19);
    CHECK(receipt_from(receipt) == receipt);
    made.insert(receipt);
  }
  CHECK(made.size() == 1'000);
  struct Row {
    const char* typed;
    const char* read;
  };
  for (const auto& row : {Row{"K3V9 X2M7 QA4T 9WFC", "k3v9-x2m7-qa4t-9wfc"}, {"k3v9x2m7qa4t9wfc", "k3v9-x2m7-qa4t-9wfc"}, {"k3v9-x2m7-qa4t-9wf", ""},
                          {"k3v9-x2m7-qa4t-9wfcc", ""}, {"k3v9-x2m7-qa4t-9wf0", ""}, {"", ""}, {"k3v9-x2m7-qa4t-9wf\xff", ""}})
    CHECK(receipt_from(row.typed) == row.read);
}

TEST_CASE("nothing is kept of somebody who does not want to be known, signed in or not") {
  for (const auto* who : {static_cast<const Actor*>(nullptr), &kSender}) {
    Opened o;
    const auto sent = o.sent(who, true);
    const auto record = o.w.registers.record(sent.id).value();
    CHECK_FALSE(record.answers.contains("name"));
    CHECK_FALSE(record.answers.contains("reach"));
    const auto ledger = o.whole_ledger();
    for (const auto* word : {"sender@", "Head of Streets", "0000 000 000"}) CHECK_FALSE(holds(ledger, word));
    CHECK(holds(ledger, "anybody "));
    CHECK_FALSE(holds(ledger, sent.receipt));  // its hash alone is kept, and not there
    CHECK(o.w.access_log.list(0, 10)->empty());
  }
}

TEST_CASE("a register that is only anonymous asks nobody, whatever the form says") {
  Opened o(test::tips_with(test::kBoth, R"("anonymous": true)"));
  const auto sent = o.sent(&kSender, false);
  CHECK_FALSE(o.w.registers.record(sent.id)->answers.contains("name"));
  CHECK_FALSE(holds(o.whole_ledger(), "sender@"));
}

TEST_CASE("a register that is only confidential asks everybody, whatever the form says") {
  Opened o(test::tips_with(test::kBoth, R"("confidential": true)"));
  const auto sent = o.sent(&kSender, true);
  CHECK(answer(o.w.registers.record(sent.id)->answers, "name") == "Head of Streets");
}

TEST_CASE("only those who handle a record see who sent it in confidence: by record, list, search, export and story") {
  Opened o;
  const auto id = o.sent(&kSender, false).id;
  struct Row {
    const char* rule;
    const Actor& actor;
    bool knows;
  };
  for (const auto& row : {Row{"a handler", kHandler, true}, {"who handles that team's", kHousing, true}, {"who sees and does not handle", kCouncil, false}, {"an analyst", kAnalyst, false}}) {
    CAPTURE(row.rule);
    const auto seen = see_record(o.w, row.actor, id, false);
    REQUIRE(seen);
    CHECK(seen->in_confidence != row.knows);
    CHECK(seen->record.answers.contains("name") == row.knows);
    CHECK(seen->record.answers.contains("reach") == row.knows);
    CHECK(answer(seen->record.answers, "about") == "A locked gate");
    const auto story = record_story(o.w, row.actor, id);
    REQUIRE(story);
    CHECK(story->back().who == (row.knows ? "sender@aberllyn.example" : ""));
    const auto list = list_records(o.w, row.actor, {.register_name = "tips"});
    REQUIRE(list);
    CHECK_FALSE(list->records.at(0).answers.contains("name"));  // a list is no look at a person, for nobody
    CHECK(*count_records(o.w, row.actor, {.register_name = "tips", .words = "Streets"}) == 0);
    CHECK(*count_records(o.w, row.actor, {.register_name = "tips", .words = "gate"}) == 1);
  }
  const auto cells = [&](const Actor& actor) { return export_records(o.w, actor, "tips").value().at(1); };
  CHECK(cells(kHandler) == std::vector<std::string>{"A locked gate", "Housing", "Head of Streets", "0000 000 000", ""});
  CHECK(cells(kCouncil) == std::vector<std::string>{"A locked gate", "Housing", "confidential", "confidential", ""});
  CHECK(cells(kAnalyst) == std::vector<std::string>{"A locked gate", "Housing", "confidential", "confidential", ""});
}

TEST_CASE("the same form twice is one record and the same receipt; with another receipt it opens nothing") {
  Opened o;
  const auto receipt = make_receipt(o.w.random);
  const auto send = [&](std::string given) {
    return submit_record(o.w, nullptr, {.register_name = "tips", .answers = {{"about", "A locked gate"}}, .once = "k3v9x2m7qa", .anonymous = true, .receipt = std::move(given)}).value();
  };
  CHECK(send(receipt).receipt == receipt);
  const auto again = send(receipt);
  CHECK(again.already);
  CHECK(again.receipt == receipt);
  const auto other = make_receipt(o.w.random);
  CHECK(send(other).receipt.empty());
  CHECK_FALSE(look_at_receipt(o.w, "tips", other));
  CHECK(*count_records(o.w, kCouncil, {.register_name = "tips"}) == 1);
}

TEST_CASE("whoever has the receipt sees the state and adds a message, which those who handle it read") {
  Opened o;
  const auto sent = o.sent(nullptr, true);
  auto seen = look_at_receipt(o.w, "tips", sent.receipt);
  REQUIRE(seen);
  CHECK(seen->state == "new");
  CHECK(seen->messages.empty());
  REQUIRE(add_message(o.w, "tips", sent.receipt, {.text = " The other gate, too ", .once = "m1"}));
  REQUIRE(add_message(o.w, "tips", sent.receipt, {.text = " The other gate, too ", .once = "m1"}));  // pressed twice
  CHECK(add_message(o.w, "tips", sent.receipt, {.text = "  ", .once = "m2"}).error().where == "message");
  CHECK(add_message(o.w, "tips", sent.receipt, {.text = std::string(16'001, 'x'), .once = "m2"}).error().where == "message");
  CHECK(add_message(o.w, "tips", make_receipt(o.w.random), {.text = "mine", .once = "m3"}).error().fault == Fault::not_found);
  CHECK(look_at_receipt(o.w, "others", sent.receipt).error().fault == Fault::not_found);
  const auto read = messages_for(o.w, kHandler, sent.id);
  REQUIRE(read);
  REQUIRE(read->size() == 1);
  CHECK(read->front().text == "The other gate, too");
  CHECK(read->front().at == "2023-06-14T09:30:00Z");
  CHECK(messages_for(o.w, kCouncil, sent.id)->empty());  // a sender may write who they are
  REQUIRE(write_to_sender(o.w, kHandler, sent.id, {.text = "Which one?", .once = "m4"}));
  CHECK(write_to_sender(o.w, kCouncil, sent.id, {.text = "Which one?", .once = "m5"}).error().fault == Fault::not_found);
  const auto now = o.w.registers.record(sent.id)->sequence;
  REQUIRE(change_record(o.w, kHandler, {.id = sent.id, .answers = {{"answer", "Unlocked"}}, .reason = "", .move_to = "done", .seen = now})->faults.empty());
  seen = look_at_receipt(o.w, "tips", sent.receipt);
  CHECK(seen->state == "done");
  REQUIRE(seen->messages.size() == 2);
  CHECK_FALSE(seen->messages[1].from_sender);
}

TEST_CASE("a message that came in meanwhile is seen before the record is changed") {
  Opened o;
  const auto sent = o.sent(nullptr, true);
  const auto seen = see_record(o.w, kHandler, sent.id, true)->record.sequence;
  REQUIRE(add_message(o.w, "tips", sent.receipt, {.text = "One more thing", .once = "m1"}));
  CHECK(change_record(o.w, kHandler, {.id = sent.id, .answers = {}, .reason = "", .move_to = "done", .seen = seen}).error().fault == Fault::conflict);
}

TEST_CASE("an erased record keeps no message, and the tables are those of a rebuild") {
  Opened o;
  const auto sent = o.sent(nullptr, true);
  REQUIRE(add_message(o.w, "tips", sent.receipt, {.text = "My own name", .once = "m1"}));
  const auto before = o.bench.store->dump_derived().value();
  CHECK(holds(before, "My own name"));
  REQUIRE(o.w.ledger.rebuild());
  CHECK(o.bench.store->dump_derived().value() == before);
  REQUIRE(empty_record(o.w, kHandler, sent.id, "asked for"));
  CHECK_FALSE(holds(o.bench.store->dump_derived().value(), "My own name"));
  CHECK_FALSE(holds(o.whole_ledger(), "My own name"));
  CHECK(add_message(o.w, "tips", sent.receipt, {.text = "Again", .once = "m2"}).error().fault == Fault::conflict);
  CHECK(o.w.ledger.verify()->fault.empty());
}

}  // namespace receipts_test
