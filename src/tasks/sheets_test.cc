// Answers by spreadsheet: what is sent, what comes back, and what is recorded of it.

#include "tasks/sheets.h"

#include <doctest/doctest.h>

#include "tasks/ask.h"
#include "tasks/ask_fixture.h"
#include "tasks/sheet_fixture.h"

using namespace makegood;
using namespace makegood::tasks;

namespace sheets_test {

const auto kCoordinator = first_coordinator();
const Words kEnglish = Words::for_language(Language::en);

// The Head of People and the Head of Communications of the small plan are asked about two items; nobody is about the third.
struct Desk {
  test::AskBench b;
  Workspace w = test::with(b.bench.workspace, b.people, b.bench.workspace.progress);
  std::vector<Item> items;

  Desk() {
    b.set_day("2023-04-01");
    items = w.plans.find(b.slug, View::live).value()->plan.items;
  }
  OwnerSheet sheet() { return sheet_for_post(w, kCoordinator, PostId("people"), kEnglish).value(); }
  Result<std::string> give(const std::string& bytes, const Actor& actor = kCoordinator) { return keep_returned_sheet(w, actor, {"back.xlsx", bytes}); }
  std::string fates(const std::string& id) { return test::fates_in(read_returned_sheet(w, kCoordinator, id).value()); }
  std::vector<Update> updates() { return w.progress.of_plan(b.slug).value()->updates; }
  std::string state() { return std::to_string(w.ledger.head()->count) + b.bench.store->dump_derived().value(); }
};

TEST_CASE("a post's sheet has what is open of it, and stays the same sheet until something changes") {
  Desk d;
  const auto sheet = d.sheet();
  CHECK(sheet.who == "Head of People, Exampleshire Council");
  REQUIRE(sheet.lines.size() == 2);
  CHECK(sheet.lines[0].title == "Publish the pay gap by ethnic group");
  CHECK(sheet.lines[0].post == PostId("people"));
  CHECK(sheet.lines[0].last_word.empty());
  CHECK(d.sheet() == sheet);
  Update said;
  said.claim = Claim::on_track;
  REQUIRE(record_on_behalf(d.w, kCoordinator, d.b.slug, {PostId("people"), ""}, {{d.items[0].id, said, 0}}));
  const auto next = d.sheet();
  CHECK(next.token != sheet.token);
  CHECK(next.lines[0].last_word == "On track, 1 April 2023");
  said.claim = Claim::complete;
  const auto seen = last_said(*d.w.progress.of_plan(d.b.slug).value(), d.items[0].id);
  REQUIRE(record_on_behalf(d.w, kCoordinator, d.b.slug, {PostId("people"), ""}, {{d.items[0].id, said, seen}}));
  CHECK(d.sheet().lines.size() == 1);  // what is claimed to be complete is asked about no more
}

TEST_CASE("an organisation's sheet has each item once, with the post that is asked first") {
  Desk d;
  const auto sheet = sheet_for_organisation(d.w, kCoordinator, OrganisationId("council"), kEnglish).value();
  CHECK(sheet.who == "Exampleshire Council");
  REQUIRE(sheet.lines.size() == 2);
  CHECK(sheet.lines[0].post == PostId("people"));
}

TEST_CASE("who gets no sheet, and why") {
  Desk d;
  struct Case {
    const char* what;
    Actor actor;
    PostId post;
    Fault fault;
  };
  const std::vector<Case> cases = {
      {"an owner", {"o", {{Role::owner, "", ""}}}, PostId("people"), Fault::not_allowed},
      {"a coordinator of another plan has nothing to ask here", {"c", {{Role::coordinator, "another", ""}}}, PostId("people"), Fault::conflict},
      {"a coordinator for another organisation", {"c", {{Role::coordinator, "", "police"}}}, PostId("people"), Fault::conflict},
      {"a post that is none", kCoordinator, PostId("nobody"), Fault::not_found},
      {"a post that owns nothing", kCoordinator, PostId("director"), Fault::conflict},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.what));
    const auto sheet = sheet_for_post(d.w, c.actor, c.post, kEnglish);
    REQUIRE_FALSE(sheet.has_value());
    CHECK(sheet.error().fault == c.fault);
  }
  CHECK(sheet_for_post(d.w, {"c", {{Role::coordinator, d.b.slug, "council"}}}, PostId("people"), kEnglish)->lines.size() == 2);
}

TEST_CASE("nothing is recorded before somebody accepts, and what is accepted twice is recorded once") {
  Desk d;
  const auto bytes = test::sheet_with(d.sheet(), {{0, AnswerColumn::claim, "At risk"},
                                                  {0, AnswerColumn::narrative, "The tender came back empty."},
                                                  {0, AnswerColumn::evidence_link, "https://aberllyn.example/tender"},
                                                  {1, AnswerColumn::claim, "Nearly there"}});
  const auto before = d.state();
  const auto id = d.give(bytes).value();
  CHECK(d.fates(id) == "answered unknown_claim");
  CHECK(d.state() == before);
  CHECK(record_returned_sheet(d.w, kCoordinator, id) == 1);
  REQUIRE(d.updates().size() == 1);
  const auto update = d.updates()[0];
  CHECK(update.claim == Claim::at_risk);
  CHECK(update.speaker == Speaker::on_behalf);
  CHECK(update.voice.post_words == "Head of People, Exampleshire Council");
  CHECK(update.voice.actor == "coordinator");
  CHECK_FALSE(update.evidence.at(0).id.empty());
  CHECK(d.fates(id) == "recorded unknown_claim");
  CHECK(record_returned_sheet(d.w, kCoordinator, id) == 0);
  CHECK(d.fates(d.give(bytes).value()) == "recorded unknown_claim");
  CHECK(d.updates().size() == 1);
}

TEST_CASE("a row that somebody overtook is stale, and the others are recorded") {
  Desk d;
  const auto id = d.give(test::sheet_with(d.sheet(), {{0, AnswerColumn::claim, "On track"}, {1, AnswerColumn::claim, "Complete"}})).value();
  Update said;
  said.claim = Claim::off_track;
  REQUIRE(record_on_behalf(d.w, kCoordinator, d.b.slug, {PostId("comms"), ""}, {{d.items[0].id, said, 0}}));
  CHECK(d.fates(id) == "stale answered");
  CHECK(record_returned_sheet(d.w, kCoordinator, id) == 1);
  CHECK(d.updates().size() == 2);
}

TEST_CASE("what is no sheet of ours is refused in one line") {
  Desk d;
  auto stranger = d.sheet();
  struct Case {
    const char* what;
    std::string bytes;
    Fault fault;
  };
  stranger.token = "never";
  Workbook other;
  other.title = "Budget";
  other.sheets = {{.name = "One", .tables = {{"Costs", {"a", "b"}, {{std::string("1"), std::string("2")}}, {}}}}};
  const std::vector<Case> cases = {
      {"nothing", "", Fault::invalid_input},
      {"text", "On track", Fault::invalid_input},
      {"a damaged workbook", test::sheet_with(d.sheet(), {}).substr(0, 900), Fault::unreadable},
      {"another workbook", write_xlsx(other).value(), Fault::invalid_input},
      {"more bytes than a sheet has", std::string(kLargestSheet + 1, 'x'), Fault::too_large},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.what));
    const auto id = d.give(c.bytes);
    REQUIRE_FALSE(id.has_value());
    CHECK(id.error().fault == c.fault);
    CHECK(id.error().message.find('\n') == std::string::npos);
  }
  CHECK(d.fates(d.give(test::sheet_with(stranger, {{0, AnswerColumn::claim, "On track"}})).value()) == "another_sheet silent");
}

TEST_CASE("a sheet that came back is its account's alone, and rows of others are not theirs") {
  Desk d;
  const auto bytes = test::sheet_with(d.sheet(), {{0, AnswerColumn::claim, "On track"}});
  const auto id = d.give(bytes).value();
  const Actor elsewhere = {"police@aberllyn.example", {{Role::coordinator, "", "police"}}};
  CHECK(read_returned_sheet(d.w, elsewhere, id).error().fault == Fault::not_found);
  const auto theirs = d.give(bytes, elsewhere).value();
  const auto rows = read_returned_sheet(d.w, elsewhere, theirs).value();
  CHECK(test::fates_in(rows) == "not_yours silent");
  CHECK(rows[0].line.title.empty());
  CHECK(record_returned_sheet(d.w, elsewhere, theirs) == 0);
  CHECK(d.give(bytes, {"o", {{Role::owner, "", ""}}}).error().fault == Fault::not_allowed);
}

TEST_CASE("by a link: its own items, whoever's sheet they came in") {
  Desk d;
  REQUIRE(ask_for_updates(d.w, kCoordinator, {d.b.slug}));
  const auto reply = find_reply(d.w, d.b.token_to("people@exampleshire.example")).value();
  const auto sheet = sheet_for_reply(d.w, reply, kEnglish).value();
  CHECK(sheet.lines.size() == 2);
  CHECK(sheet_for_reply(d.w, reply, kEnglish).value() == sheet);
  const auto welsh = sheet_for_reply(d.w, reply, Words::for_language(Language::cy)).value();
  CHECK(welsh == sheet);  // nothing was said yet that would be put into words
  const auto rows = read_reply_sheet(d.w, reply, test::sheet_with(sheet, {{1, AnswerColumn::claim, "Complete"}})).value();
  CHECK(test::fates_in(rows) == "silent answered");
  auto narrower = reply;
  narrower.request.items.pop_back();
  CHECK(test::fates_in(read_reply_sheet(d.w, narrower, test::sheet_with(sheet, {{1, AnswerColumn::claim, "Complete"}})).value()) == "silent not_yours");
}

TEST_CASE("of one holder's sheets the newest twenty are known") {
  Desk d;
  OwnerSheet sheet = d.sheet();
  for (int n = 0; n < kSheetsOfOne; ++n) {
    auto next = sheet;
    next.token = "t" + std::to_string(n);
    REQUIRE(d.w.sheets.keep_sent({"post people", "2023-04-01T09:30:00Z", next}));
  }
  CHECK_FALSE(d.w.sheets.sent_as(sheet.token)->has_value());
  CHECK(d.w.sheets.sent_as("t0")->has_value());
  CHECK(d.w.sheets.newest_for("post people").value()->token == "t19");
  CHECK_FALSE(d.w.sheets.newest_for("post nobody")->has_value());
}

}  // namespace sheets_test
