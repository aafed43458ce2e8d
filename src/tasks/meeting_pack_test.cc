// Packs for meetings: what is in them, who may read them, and that they never change.
#include "tasks/meeting_pack.h"

#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "registers/group_fixture.h"
#include "tasks/arising.h"
#include "tasks/circulate.h"
#include "tasks/records.h"
#include "tasks/registers.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace meeting_pack_test {

const Actor kCouncil{"equality", {{Role::coordinator, "", ""}}};
Day day(std::string_view iso) { return *Day::parse(iso); }

struct Talks {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  std::string slug = test::adopt_small_plan(bench);
  RecordId first, second;
  Talks() {
    for (const auto* text : {&test::kPanels, &test::kSeats, &test::kPapers, &test::kTalks}) REQUIRE(define_register(w, kCouncil, *text));
    add("panels", {{"short", "PANEL"}, {"called", "Harbour panel"}, {"places", "3"}, {"must_have", "police"}});
    add("panels", {{"short", "OTHER"}, {"called", "Another panel"}});
    sits("M1", "health");
    first = add("talks", {{"ref", "S1"}, {"panel", "PANEL"}, {"on", "2023-05-01"}, {"topic", "Paths"}, {"who_said", "Somebody by name"}});
    second = add("talks", {{"ref", "S2"}, {"panel", "PANEL"}, {"on", "2023-07-03"}, {"topic", "Lamps"}, {"who_said", "Somebody by name"}});
    add("talks", {{"ref", "O1"}, {"panel", "OTHER"}, {"on", "2023-05-02"}, {"topic", "Bridges"}});
  }
  RecordId add(const std::string& name, const Answers& answers) {
    const auto sent = submit_record(w, &kCouncil, {name, answers, ""});
    REQUIRE(sent);
    REQUIRE(sent->faults.empty());
    return sent->id;
  }
  void sits(const std::string& number, const std::string& trade) {
    const auto id = add("seats", {{"panel", "PANEL"}, {"number", number}, {"kind", "community"}, {"trade", trade}, {"begins", "2023-01-01"}, {"mail", lower(number) + "@aberllyn.example"}});
    REQUIRE(change_record(w, kCouncil, {.id = id, .answers = {}, .reason = "", .move_to = "serving", .seen = w.registers.record(id)->sequence}));
  }
  std::string read(const RecordId& record, const FrozenPack& pack, const Actor& actor = kCouncil, Language language = Language::en) {
    auto bytes = pack_bytes(w, actor, record, pack.sequence, "md", language);
    REQUIRE(bytes);
    return *bytes;
  }
};

bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

TEST_CASE("a pack holds the agenda, who sits on the group, what has gone round since, and open actions with their meeting") {
  Talks s;
  REQUIRE(circulate(s.w, kCouncil, {.register_name = "rounds", .group = "PANEL", .paper = "Terms", .version = "1", .due = day("2023-07-01"), .posts = {}, .note = {}, .file_name = {}, .file_bytes = {}, .once = {}}));
  REQUIRE(make_item_of(s.w, kCouncil, {.record = s.first, .plan = s.slug, .kind = ItemKind::action, .title = "Mend the harbour path", .detail = {}, .owners = {}, .timescale = "by March 2024", .once = {}}));
  const auto frozen = freeze_pack(s.w, kCouncil, s.second, day("2023-06-14"));
  REQUIRE(frozen);
  CHECK(frozen->files.size() == 8);
  const auto text = s.read(s.second, *frozen);
  for (const auto* words : {"Pack for PANEL: S2", "As at 14 June 2023", "Lamps", "PANEL: Harbour panel had 1 member on 14 June 2023.", "2 of 3 seats are empty.", "Nobody", "From 2 May 2023 to 14 June 2023", "| Terms | 1 | Not stated |",
                            "Mend the harbour path", "31 March 2024", "S1", "Paths"}) {
    CAPTURE(words);
    CHECK(says(text, words));
  }
  CHECK_FALSE(says(text, "Somebody by name"));  // protected, although the definition lists it
  CHECK_FALSE(says(text, "Bridges"));           // another group's
  CHECK_FALSE(says(text, "m1@aberllyn.example"));
  CHECK(says(s.read(s.second, *frozen, kCouncil, Language::cy), "Pwnc"));
}

TEST_CASE("a pack of a day that is over says that it is not what was known then") {
  Talks s;
  const auto later = freeze_pack(s.w, kCouncil, s.second, day("2023-06-13"));
  REQUIRE(later);
  const auto text = s.read(s.second, *later);
  CHECK(says(text, "had 1 member on 13 June 2023"));  // who was entered on the 14th
  CHECK(says(text, "as the records stood when it was frozen on 14 June 2023: also what was entered after 13 June 2023"));
  CHECK(says(s.read(s.second, *later, kCouncil, Language::cy), "hefyd yr hyn a gofnodwyd ar ôl 13 Mehefin 2023"));
  const auto today = freeze_pack(s.w, kCouncil, s.second, day("2023-06-14"));
  REQUIRE(today);
  CHECK(says(s.read(s.second, *today), "Frozen on 14 June 2023."));
  CHECK_FALSE(says(s.read(s.second, *today), "also what was entered after"));
}

TEST_CASE("a pack never changes: the same bytes whatever happens later, and another pack says what is new") {
  Talks s;
  const auto frozen = freeze_pack(s.w, kCouncil, s.second, day("2023-06-14"));
  REQUIRE(frozen);
  const auto before = s.read(s.second, *frozen);
  s.sits("M2", "police");
  REQUIRE(change_record(s.w, kCouncil, {.id = s.second, .answers = {{"topic", "Drains"}}, .reason = "", .move_to = "", .seen = s.w.registers.record(s.second)->sequence}));
  REQUIRE(make_item_of(s.w, kCouncil, {.record = s.second, .plan = s.slug, .kind = ItemKind::action, .title = "Clear the drains", .detail = {}, .owners = {}, .timescale = {}, .once = {}}));
  CHECK(s.read(s.second, *frozen) == before);
  const auto derived = s.bench.store->dump_derived().value();
  REQUIRE(s.w.ledger.rebuild());
  CHECK(s.bench.store->dump_derived().value() == derived);
  CHECK(s.read(s.second, *frozen) == before);
  CHECK(s.w.ledger.verify()->fault.empty());
  const auto next = freeze_pack(s.w, kCouncil, s.second, day("2023-06-14"));
  REQUIRE(next);
  const auto after = s.read(s.second, *next);
  CHECK(says(after, "Drains"));
  CHECK(says(after, "had 2 members"));
  CHECK(says(after, "Clear the drains"));
  CHECK(packs_of(s.w, kCouncil, s.second)->packs.size() == 2);
  CHECK(packs_of(s.w, kCouncil, s.second)->packs.front().sequence == next->sequence);
}

TEST_CASE("a pack is read only by those who may see all that is in it") {
  Talks s;
  const auto frozen = freeze_pack(s.w, kCouncil, s.second, day("2023-06-14"));
  REQUIRE(frozen);
  CHECK(frozen->registers == std::vector<std::string>{"rounds", "seats", "talks"});
  const Actor analyst{"analyst", {{Role::analyst, "", ""}}}, scrutineer{"panel", {{Role::scrutineer, "", ""}}}, nobody{"nobody", {}};
  for (const auto* actor : {&analyst, &scrutineer}) {  // one sees members and no papers, the other papers and no members
    const auto seen = packs_of(s.w, *actor, s.second);
    REQUIRE(seen);
    CHECK(seen->packs.empty());
    CHECK(seen->withheld == 1);
    CHECK_FALSE(seen->may_freeze);
    CHECK(pack_bytes(s.w, *actor, s.second, frozen->sequence, "md", Language::en).error().fault == Fault::not_found);
    CHECK(freeze_pack(s.w, *actor, s.second, day("2023-06-14")).error().fault == Fault::not_found);
  }
  CHECK(packs_of(s.w, nobody, s.second).error().fault == Fault::not_found);
  CHECK(pack_bytes(s.w, kCouncil, s.first, frozen->sequence, "md", Language::en).error().fault == Fault::not_found);  // of another meeting
}

TEST_CASE("what is worth watching is in a pack, and then it is for those whose role is told") {
  Talks s;
  const auto quiet = freeze_pack(s.w, kCouncil, s.second, day("2023-06-14"));
  CHECK(quiet->watched.empty());
  const auto id = s.add("seats", {{"panel", "PANEL"}, {"number", "M9"}, {"kind", "chair"}, {"begins", "2021-01-01"}, {"ends", "2023-05-31"}});
  REQUIRE(change_record(s.w, kCouncil, {.id = id, .answers = {}, .reason = "", .move_to = "serving", .seen = s.w.registers.record(id)->sequence}));
  const auto loud = freeze_pack(s.w, kCouncil, s.second, day("2023-06-14"));
  REQUIRE(loud);
  CHECK(says(s.read(s.second, *loud), "| Term is over |"));
  CHECK(loud->watched == std::vector<std::string>{"seats coordinator"});
  // Somebody who sees every record that is in it, and is not told of this signal.
  const Actor both{"both", {{Role::analyst, "", ""}, {Role::scrutineer, "", ""}}};
  const auto seen = packs_of(s.w, both, s.second);
  REQUIRE(seen);
  CHECK(seen->packs.size() == 1);
  CHECK(seen->withheld == 1);
}

TEST_CASE("a pack of a day to come, or of a record that has none, is refused") {
  Talks s;
  CHECK(freeze_pack(s.w, kCouncil, s.second, day("2023-06-15")).error().where == "as_at");
  const auto panel = list_records(s.w, kCouncil, {.register_name = "panels"})->records.at(0).id;
  CHECK(freeze_pack(s.w, kCouncil, panel, day("2023-06-14")).error().fault == Fault::invalid_input);
  CHECK(packs_of(s.w, kCouncil, panel).error().fault == Fault::invalid_input);
}

TEST_CASE("a register that whoever freezes may not see is left out, and the pack says so") {
  Talks s;
  auto text = test::kPapers;
  const std::string see = R"("see": [{"role": "coordinator"}, {"role": "scrutineer"}])";
  REQUIRE(define_register(s.w, kCouncil, text.replace(text.find(see), see.size(), R"("see": [{"role": "scrutineer"}])").replace(text.find("\"version\": 1"), 12, "\"version\": 2")));
  const auto frozen = freeze_pack(s.w, kCouncil, s.second, day("2023-06-14"));
  REQUIRE(frozen);
  CHECK(frozen->registers == std::vector<std::string>{"seats", "talks"});
  CHECK(says(s.read(s.second, *frozen), "Whoever froze this pack may not see all of these:"));
  CHECK(says(s.read(s.second, *frozen), "Papers that went round"));
}

}  // namespace meeting_pack_test
