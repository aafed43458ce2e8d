// What everybody sees of a register, whatever happens to its records and to its definition afterwards.
#include <doctest/doctest.h>

#include <set>

#include <fmt/format.h>

#include "faults/fixture.h"
#include "tasks/record_care.h"
#include "tasks/record_import.h"
#include "tasks/records.h"
#include "tasks/registers.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace public_records_test {

/// A directory whose consent is personal, kept apart from the answers that lists read. `%` = what differs by version.
std::string directory(int version, std::string_view trade, std::string_view shown) {
  return fmt::format(R"json({{
 "fields": [
  {{"name": "name", "title": "Name", "type": "string", "constraints": {{"required": true}}, "makegood": {{"public": true, "erased": true}}}},
  {{"name": "trade", "title": "Trade", "type": "string", "makegood": {{"frame": "trade"{}}}}},
  {{"name": "since", "title": "Trading since", "type": "date", "makegood": {{"public": true}}}},
  {{"name": "owned_by", "title": "Owned by", "type": "string", "makegood": {{"case": false, "seen_by": ["analyst"], "public": true}}}},
  {{"name": "listed", "title": "May we list it", "type": "string", "makegood": {{"holds": "personal", "erased": true}}, "constraints": {{"required": true}}}}
 ],
 "makegood": {{"name": "minority-owned", "title": "Shops", "title_cy": "Siopau", "purpose": "Who trades here.", "version": {},
  "lawful": {{"article_6": "a", "controllers": ["Aberllyn Council"]}}, "subjects": ["businesses"], "date": "since",
  "roles": {{"submit": [{{"role": "coordinator"}}], "see": [{{"role": "coordinator"}}], "handle": [{{"role": "coordinator"}}], "export": [{{"role": "coordinator"}}]}},
  "frames": {{"trade": [{{"code": "food", "title": "Bakery", "title_cy": "Becws"}}, {{"code": "cloth", "title": "Draper", "title_cy": "Dilledydd"}}]}},
  "retention": {{"years": 2, "from": "recorded"}},
  "consent": {{"field": "listed", "given": ["yes", "by letter"]}}{}}}
}})json", trade, version, shown);
}
constexpr std::string_view kTradePublic = R"(, "public": true)";
constexpr std::string_view kWhenTraded = R"(, "public": {"when": {"field": "trade", "in": ["food", "cloth"]}})";
constexpr std::string_view kWhenCloth = R"(, "public": {"when": {"field": "trade", "in": ["cloth"]}})";

struct Street {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  const Actor council{"equality", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
  const Actor officer{"legal@aberllyn.example", {{Role::monitoring_officer, "", ""}}};

  Street() { define(1, kTradePublic, kWhenTraded); }
  void define(int version, std::string_view trade, std::string_view shown) {
    const auto done = define_register(w, council, directory(version, trade, shown));
    REQUIRE_MESSAGE(done, (done ? std::string() : done.error().line()));
  }
  RecordId list(std::string name, std::string trade, std::string since, std::string listed = "yes") {
    auto done = submit_record(w, &council, {"minority-owned", {{"name", std::move(name)}, {"trade", std::move(trade)}, {"since", std::move(since)}, {"owned_by", "Roma"}, {"listed", std::move(listed)}}, ""});
    REQUIRE(done);
    REQUIRE(done->faults.empty());
    return done->id;
  }
  std::int64_t last(const RecordId& id) { return w.ledger.last_about(id.text).value(); }
  void change(const RecordId& id, Answers answers) {
    const auto done = change_record(w, council, {.id = id, .answers = std::move(answers), .reason = "", .move_to = "", .seen = last(id)});
    REQUIRE_MESSAGE(done, (done ? std::string() : done.error().line()));
    REQUIRE(done->faults.empty());
  }
  PublishedList seen(std::string words = {}, std::string after = {}, int limit = 50) {
    return public_records(w, {"minority-owned", std::move(words), std::move(after), limit}).value();
  }
  /// Names as everybody sees them; the tables must be what the ledger makes of them.
  std::string names(std::string words = {}) {
    const auto dump = bench.store->dump_derived().value();
    REQUIRE(w.ledger.rebuild());
    CHECK(bench.store->dump_derived().value() == dump);
    const auto list = seen(std::move(words));
    CHECK(list.found == static_cast<std::int64_t>(list.entries.size()));
    std::string all;
    for (const auto& entry : list.entries) all += (all.empty() ? "" : ", ") + entry.at("name");
    return all;
  }
};

TEST_CASE("an entry is public while consent is given and the condition holds, and no longer") {
  Street s;
  const auto siop = s.list("Siop Siân", "food", "2019-03-01");
  const auto hill = s.list("Hill Drapers", "cloth", "2018-03-01", "by letter");
  s.list("Not asked", "food", "2017-01-01", "not yet");
  CHECK(s.names() == "Hill Drapers, Siop Siân");  // oldest first
  CHECK(s.seen().entries[1] == Answers{{"name", "Siop Siân"}, {"trade", "food"}, {"since", "2019-03-01"}, {"owned_by", "Roma"}});
  s.change(siop, {{"listed", "withdrawn"}});
  CHECK(s.names() == "Hill Drapers");
  CHECK(s.names("bakery").empty());
  CHECK(s.seen("siop").found == 0);
  s.change(hill, {{"trade", ""}});
  CHECK(s.names().empty());
  s.change(hill, {{"trade", "food"}, {"name", "Hill Bakers"}});
  CHECK(s.names() == "Hill Bakers");
  CHECK(s.names("drapers").empty());
}

TEST_CASE("an erased entry is gone, and so are its words") {
  Street s;
  const auto siop = s.list("Siop Siân", "food", "2019-03-01");
  s.list("Hill Drapers", "cloth", "2018-03-01");
  REQUIRE(empty_record(s.w, s.council, siop, "asked for"));
  CHECK(s.names() == "Hill Drapers");
  CHECK(s.bench.store->dump_derived()->find("Siân") == std::string::npos);
}

TEST_CASE("monitoring data that was objected to is not shown, and is again when the objection is lifted") {
  Street s;
  const auto siop = s.list("Siop Siân", "food", "2019-03-01");
  REQUIRE(record_objection(s.w, s.officer, {"minority-owned", siop, s.last(siop)}, *Day::parse("2023-06-01"), ObjectionWay::letter));
  CHECK(s.names() == "Siop Siân");
  CHECK_FALSE(s.seen().entries[0].contains("owned_by"));
  CHECK(s.seen("roma").found == 0);
  s.change(siop, {{"name", "Siop Fach"}});
  CHECK_FALSE(s.seen().entries[0].contains("owned_by"));
  REQUIRE(lift_objection(s.w, s.officer, {"minority-owned", siop, s.last(siop)}, *Day::parse("2023-06-02"), ObjectionWay::letter));
  CHECK(s.names("roma fach") == "Siop Fach");
}

TEST_CASE("a definition that changes decides about the records that are there") {
  Street s;
  s.list("Siop Siân", "food", "2019-03-01");
  s.list("Hill Drapers", "cloth", "2018-03-01");
  s.define(2, "", kWhenTraded);
  CHECK(s.names() == "Hill Drapers, Siop Siân");
  CHECK_FALSE(s.seen().entries[0].contains("trade"));
  CHECK(s.names("draper").find("Hill") == 0);  // of its name
  CHECK(s.names("bakery").empty());            // of the trade, which is not shown any more
  s.define(3, kTradePublic, kWhenCloth);
  CHECK(s.names() == "Hill Drapers");
  auto nothing = directory(4, "", "");
  for (const auto* there : {"\"public\": true, ", ", \"public\": true", "\"public\": true"}) nothing = replace_all(nothing, there, "");
  REQUIRE(define_register(s.w, s.council, nothing));
  CHECK(s.names().empty());
  s.define(5, kTradePublic, kWhenTraded);
  CHECK(s.names("becws") == "Siop Siân");
}

TEST_CASE("words find entries by the beginnings of what is shown, in both languages, and of no other register") {
  Street s;
  s.list("Siop Siân", "food", "2019-03-01");
  s.list("Hill Drapers", "cloth", "2018-12-24");
  struct Row {
    const char *name, *words, *found;
  };
  for (const auto& row : {Row{"no words", " ", "Hill Drapers, Siop Siân"}, Row{"without the accent", "sian", "Siop Siân"}, Row{"a beginning", "dra", "Hill Drapers"},
                          Row{"the English name of a code", "Bakery", "Siop Siân"}, Row{"its Welsh name", "dilledydd", "Hill Drapers"},
                          Row{"a month", "December 2018", "Hill Drapers"}, Row{"two words of different entries", "siop hill", ""},
                          Row{"an answer that is not public", "yes", ""}, Row{"the register itself", "minority", ""}}) {
    CAPTURE(row.name);
    CHECK(s.names(row.words) == row.found);
  }
  CHECK(public_records(s.w, {"minority-owned-2", "siop"}).error().fault == Fault::not_found);
}

TEST_CASE("a page begins where the one before ended, and words find a thousand at most") {
  Street s;
  FileTable sheet{{"name", "trade", "since", "listed"}, {}, {}};
  for (int n = 0; n < 1100; ++n) sheet.rows.push_back({static_cast<std::size_t>(n + 2), {fmt::format("Shop {}", n), "food", Day::parse("2015-01-01")->plus_days(n / 3).iso(), "yes"}});
  REQUIRE(import_records(s.w, s.council, "minority-owned", sheet, {})->fresh == 1100);
  std::set<std::string> met;
  std::string after, last;
  int pages = 0;
  do {
    const auto list = s.seen({}, after, 300);
    for (const auto& entry : list.entries) {
      CHECK(met.insert(entry.at("name")).second);
      CHECK(last <= entry.at("since"));
      last = entry.at("since");
    }
    CHECK(list.found == 1100);
    after = list.next;
    ++pages;
  } while (!after.empty());
  CHECK(met.size() == 1100);
  CHECK(pages == 4);
  CHECK(s.seen("shop").found == kMostFound);
  CHECK(s.seen("shop", {}, kMostPublished).entries.size() == kMostFound);
  CHECK(s.seen("1099").found == 1);
  CHECK(s.seen({}, {}, 0).entries.size() == 1);
  CHECK(s.seen({}, "nonsense").entries.size() <= 50);
}

}  // namespace public_records_test
