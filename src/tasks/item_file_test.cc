// Everything that is held about an item, as it goes to whoever asks for it in law.
#include "tasks/item_file.h"

#include <doctest/doctest.h>

#include "formats/package.h"
#include "json/json.h"
#include "tasks/ask.h"
#include "tasks/ask_fixture.h"
#include "tasks/tasks.h"

using namespace makegood;
using namespace makegood::tasks;

namespace item_file_test {

const auto kCoordinator = first_coordinator();

/// It has looked at nothing, or finds harm in what says so.
class OneScanner final : public Scanner {
 public:
  Result<Verdict> scan(std::string_view bytes) override { return Verdict{bytes.find("harm") == std::string_view::npos, "Test.Harm"}; }
};

struct Held {
  test::AskBench b;
  Workspace w = test::with(b.bench.workspace, b.people, b.bench.workspace.progress);
  OneScanner scanner;
  std::vector<Item> items;
  OpenReply reply;

  Held() {
    b.set_day("2023-04-01");
    REQUIRE(ask_for_updates(w, kCoordinator, {b.slug}));
    items = w.plans.find(b.slug, View::live).value()->plan.items;
    reply = find_reply(w, b.token_to("people@exampleshire.example")).value();
    w.scanner = &scanner;
  }
  void save(std::string holder, std::vector<std::pair<std::string, std::string>> fields, std::vector<Evidence> evidence = {}) {
    REQUIRE(save_drafts(w, {{std::move(holder), items[0].id, std::move(fields), std::move(evidence), 0, ""}}));
  }
  Evidence file(const char* name, const char* bytes) { return receive_file(w, {name, "What was decided"}, bytes).value(); }
  ItemFile found() { return find_item_file(w, kCoordinator, b.slug, items[0].id).value(); }
  formats::Package package(Language language = Language::en) {
    return formats::Package::open(write_item_file(w, found(), Words::for_language(language)).value(), {}).value();
  }
  OrderedJson drafts() { return OrderedJson::parse(package().part("drafts.json").value()); }
};

bool has(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

TEST_CASE("drafts that were never sent are in the file of an item: by which post, when, and every word as typed") {
  Held h;
  h.save(holder_of_request(h.reply.request.id.text), {{"claim", "off_track"}, {"narrative", "Nobody has\nthe \"figures\"."}, {"date-day", "31"}, {"date-month", "2"}});
  h.b.set_day("2023-04-03");
  h.save(holder_of_account("comms@exampleshire.example"), {{"narrative", "We wait for them."}});
  const auto drafts = h.drafts();
  REQUIRE(drafts.size() == 2);
  CHECK(drafts[0]["by"] == "Head of Communications, Exampleshire Council");  // the last saved first
  CHECK(drafts[0]["saved_at"] == "2023-04-03T09:30:00Z");
  CHECK(drafts[1]["state"] == "draft, never sent");
  CHECK(drafts[1]["by"] == "Head of People, Exampleshire Council");
  CHECK(drafts[1]["saved_at"] == "2023-04-01T09:30:00Z");
  CHECK(drafts[1]["fields"] == OrderedJson::parse(R"([{"field": "claim", "text": "off_track"}, {"field": "narrative", "text": "Nobody has\nthe \"figures\"."},
                                                      {"field": "date-day", "text": "31"}, {"field": "date-month", "text": "2"}])"));
}

TEST_CASE("a draft about another item stays out, and one that was sent is an entry and a draft no longer") {
  Held h;
  REQUIRE(save_drafts(h.w, {{holder_of_account("x"), h.items[1].id, {{"narrative", "Elsewhere"}}, {}, 0, ""}}));
  h.save(holder_of_request(h.reply.request.id.text), {{"claim", "on_track"}});
  CHECK(h.found().drafts.size() == 1);
  tasks::Said said{h.items[0].id, {}};
  said.words.claim = Claim::on_track;
  REQUIRE(answer_request(h.w, h.reply, {said}));
  CHECK(h.found().drafts.empty());
  CHECK(h.found().entries.back().kind == "update.submitted");
  CHECK(h.drafts().empty());
}

TEST_CASE("who typed a draft: the account where it holds no post, what the plan names where the directory has nobody") {
  Held h;
  h.save(holder_of_account("temp@exampleshire.example"), {{"narrative", "x"}});
  CHECK(h.found().drafts.at(0).who == "temp@exampleshire.example");
  h.b.people.now.posts.clear();
  h.b.set_day("2023-04-02");
  h.save(holder_of_request(h.reply.request.id.text), {{"narrative", "x"}});
  CHECK(h.found().drafts.at(0).who == "Head of People");
}

TEST_CASE("files of a draft are named with what the scanner says, and are in the package only once they may be opened") {
  Held h;
  const auto good = h.file("minutes of June.pdf", "%PDF-1.7 minutes"), bad = h.file("bad.bin", "harm");
  h.save(holder_of_request(h.reply.request.id.text), {{"claim", "on_track"}}, {good, bad});
  const auto name = "drafts/" + good.id.text + "-minutes_of_June.pdf";
  {
    auto package = h.package();
    CHECK_FALSE(package.has(name));
    CHECK(has(package.part("about.txt").value(), name + ": not in this file, because the scanner has not looked at it yet"));
    CHECK(h.drafts()[0]["evidence"][0]["scan"] == "waiting");
    CHECK_FALSE(h.drafts()[0]["evidence"][0].contains("file"));
  }
  REQUIRE(scan_waiting(h.w, 10).value() == 2);
  auto package = h.package();
  CHECK(package.part(name).value() == "%PDF-1.7 minutes");
  CHECK_FALSE(package.has("drafts/" + bad.id.text + "-bad.bin"));
  CHECK(has(package.part("about.txt").value(), "-bad.bin: not in this file, because the scanner found something harmful in it"));
  const auto evidence = h.drafts()[0]["evidence"];
  CHECK(evidence[0]["file"] == name);
  CHECK(evidence[0]["size"] == 16);
  CHECK(evidence[1]["scan"] == "infected");
}

TEST_CASE("a file that waits in quarantine after it was sent is named too") {
  Held h;
  tasks::Said said{h.items[0].id, {}};
  said.words.claim = Claim::complete;
  said.words.evidence = {h.file("minutes.pdf", "%PDF-1.7 minutes")};
  REQUIRE(answer_request(h.w, h.reply, {said}));
  const auto name = "evidence/" + said.words.evidence[0].id.text + "-minutes.pdf";
  CHECK(has(h.package().part("about.txt").value(), name + ": not in this file, because the scanner has not looked at it yet"));
  REQUIRE(scan_waiting(h.w, 10).value() == 1);
  CHECK(h.package().part(name).value() == "%PDF-1.7 minutes");
}

TEST_CASE("about.txt says what is personal and what is not in it, in the reader's language") {
  Held h;
  const auto english = h.package().part("about.txt").value();
  CHECK(has(english, "No draft that was never sent"));
  CHECK(has(english, "Look at this before you release any of it"));
  CHECK(has(english, "e-mail addresses"));
  CHECK(has(english, "Not in it: letters"));
  CHECK(has(h.package(Language::cy).part("about.txt").value(), "Edrychwch ar hyn cyn i chi ryddhau dim ohono"));
}

TEST_CASE("what a scrutineer or an owner types is for nobody else: neither of them may take the file of an item") {
  Held h;
  h.save(holder_of_request(h.reply.request.id.text), {{"narrative", "x"}});
  for (const auto role : {Role::owner, Role::contributor, Role::scrutineer, Role::publisher})
    CHECK(find_item_file(h.w, {"somebody", {{role, "", ""}}}, h.b.slug, h.items[0].id).error().fault == Fault::not_allowed);
  CHECK(find_item_file(h.w, {"legal", {{Role::monitoring_officer, "", ""}}}, h.b.slug, h.items[0].id)->drafts.size() == 1);
  CHECK(h.w.access_log.list(0, 10)->front().subject == h.items[0].id.text);
}

}  // namespace item_file_test
