// Returns are chased day by day: who gets which letter, what is written down, what the returns page is told.
#include <doctest/doctest.h>

#include "tasks/chase_fixture.h"
#include "tasks/chase_returns.h"
#include "tasks/register_monitor.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::ChaseBench;
using makegood::test::kCouncil;

namespace chase_returns_test {

using Letters = std::vector<std::string>;
constexpr const char *kHarbour = "harbour@schools.example", *kGwyn = "gwyn@schools.example", *kQuay = "quay@schools.example", *kDirector = "director@exampleshire.example";

Letters run_on(ChaseBench& b, std::string_view day) {
  b.set_day(day);
  const auto report = chase_returns(b.w, kCouncil);
  REQUIRE_MESSAGE(report.has_value(), (report ? "" : report.error().message));
  auto letters = b.new_letters();
  CHECK(report->letters == static_cast<int>(letters.size()));
  const auto before = b.w.ledger.head()->count;
  CHECK(chase_returns(b.w, kCouncil)->letters == 0);
  CHECK(b.w.ledger.head()->count == before);  // a second run the same day writes nothing
  return letters;
}

bool says(const PostedLetter& letter, std::string_view words) {
  return letter.letter.text.find(words) != std::string::npos && letter.letter.html.find(words) != std::string::npos;
}

Day day(std::string_view iso) { return Day::parse(iso).value(); }

TEST_CASE("three schools: one returns, one says nil, one is silent") {
  ChaseBench b;
  REQUIRE(set_monitor(b.w, kCouncil, "incidents", "Director of Policy"));
  b.set_day("2023-05-03");
  struct Row {
    const char *what, *day;
    Letters letters;
  };
  const Row rows[] = {
      {"the term is not over", "2023-04-30", {}},
      {"it is: all three are asked", "2023-05-01", {std::string("ask ") + kGwyn, std::string("ask ") + kHarbour, std::string("ask ") + kQuay}},
      {"never daily", "2023-05-02", {}},
      {"7 before closing, to the one that has said nothing", "2023-05-07", {std::string("remind ") + kQuay}},
      {"not again the day after", "2023-05-08", {}},
      {"10 after opening and 3 before closing: a reminder, and the post that watches hears of it", "2023-05-11", {std::string("escalate ") + kDirector, std::string("remind ") + kQuay}},
      {"once", "2023-05-12", {}},
      {"the last day in time", "2023-05-14", {}},
      {"the round closes", "2023-05-15", {}},
      {"nothing more is sent about it", "2023-06-20", {}},
      {"the next term", "2023-09-01", {std::string("ask ") + kGwyn, std::string("ask ") + kHarbour, std::string("ask ") + kQuay}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    if (std::string_view(row.day) == "2023-05-02") b.record("harbour", "2023-03-01"), b.nil("gwyn", "2023-03-01");
    CHECK(run_on(b, row.day) == row.letters);
  }
  CHECK(b.entries_of("return.asked") == 6);
  CHECK(b.entries_of("return.reminded") == 2);
  CHECK(b.entries_of("return.escalated") == 1);
  CHECK(b.entries_of("cycle.closed") == 1);
  const auto asked = asked_for(b.w, "incidents", return_period(Every::term, day("2023-03-01"))).value();
  CHECK(asked.at("harbour").asked == day("2023-05-01"));
  CHECK(asked.at("harbour").reminders == 0);
  CHECK(asked.at("quay").asked == day("2023-05-01"));
  CHECK(asked.at("quay").reminded == day("2023-05-11"));
  CHECK(asked.at("quay").reminders == 2);
  CHECK(asked.at("quay").escalated == day("2023-05-11"));
  const auto dump = b.bench.store->dump_derived().value();
  REQUIRE(b.w.ledger.rebuild());
  CHECK(b.bench.store->dump_derived().value() == dump);
}

TEST_CASE("what the letters say, in the reader's language") {
  ChaseBench b;
  REQUIRE(set_monitor(b.w, kCouncil, "incidents", "Director of Policy"));
  run_on(b, "2023-05-01");
  const auto english = b.letter_to(kHarbour), welsh = b.letter_to(kQuay);
  CHECK(english.letter.subject == "The return for 2022-23 spring is due by 14 May 2023: Incidents");
  CHECK(says(english, "Harbour Hill School"));
  CHECK(!says(english, "Quay Lane School"));
  CHECK(says(english, "http://localhost:8080/registers/incidents/report"));
  CHECK(english.letter.text.find("http://localhost:8080/desk/registers/incidents/returns?day=2023-01-01") != std::string::npos);
  CHECK(welsh.letter.subject == "Mae’r ffurflen ar gyfer gwanwyn 2022-23 i ddod erbyn 14 Mai 2023: Digwyddiadau");
  CHECK(welsh.letter.language == Language::cy);
  CHECK(says(welsh, "http://localhost:8080/cy/registers/incidents/report"));
  run_on(b, "2023-05-07");
  CHECK(b.letter_to(kHarbour).letter.subject == "Reminder: the return for 2022-23 spring is due by 14 May 2023: Incidents");
  run_on(b, "2023-05-11");
  const auto missing = b.letter_to(kDirector);
  CHECK(missing.letter.subject == "Returns are missing: Incidents");
  CHECK(says(missing, "Harbour Hill School"));
}

TEST_CASE("one person, two registers and two schools: one letter") {
  ChaseBench b;
  b.take_another("visits", "Visits", {"harbour", "quay"});
  b.people.now.grants.push_back({PersonId("h"), {access::Role::contributor, "", "quay"}, {}});
  CHECK(run_on(b, "2023-05-01") == Letters{std::string("ask ") + kGwyn, std::string("ask ") + kHarbour, std::string("ask ") + kQuay});
  const auto letter = b.letter_to(kHarbour);
  CHECK(letter.letter.subject == "4 returns are due, the first by 14 May 2023");
  CHECK(says(letter, "Visits"));
  CHECK(says(letter, "Quay Lane School"));
}

TEST_CASE("who has left is not reminded, and who follows is asked") {
  ChaseBench b;
  run_on(b, "2023-05-01");
  auto& now = b.people.now;
  for (auto& person : now.people)
    if (person.id.text == "g") person.left = day("2023-05-03");
  now.people.push_back({PersonId("n"), "", "new@schools.example"});
  now.holdings.push_back({PostId("gwyn-head"), PersonId("n"), {day("2023-05-04"), {}}});
  CHECK(run_on(b, "2023-05-04") == Letters{"ask new@schools.example"});
  CHECK(b.entries_of("request.revoked") == 1);
  CHECK(run_on(b, "2023-05-07") == Letters{std::string("remind ") + kHarbour, "remind new@schools.example", std::string("remind ") + kQuay});
}

TEST_CASE("nobody to ask is said at once to who watches, and no round is used up on nobody") {
  ChaseBench b;
  REQUIRE(set_monitor(b.w, kCouncil, "incidents", "Director of Policy"));
  b.people.now.organisations.push_back({OrganisationId("ferry"), "Ferry View School"});
  REQUIRE(expect_returns(b.w, kCouncil, "incidents", {"ferry"}));
  CHECK(run_on(b, "2023-05-01").empty());
  CHECK(chase_returns(b.w, kCouncil)->registers[0].unasked.size() == 1);
  REQUIRE(expect_returns(b.w, kCouncil, "incidents", {"ferry", "harbour"}));
  CHECK(run_on(b, "2023-05-02") == Letters{std::string("ask ") + kHarbour, std::string("escalate ") + kDirector});
  CHECK(says(b.letter_to(kDirector), "Ferry View School"));
  CHECK(asked_for(b.w, "incidents", return_period(Every::term, day("2023-03-01")))->at("ferry").why_not == WhyNot::no_post);
}

TEST_CASE("where nobody watches, whoever handles all of the register hears of it") {
  ChaseBench b;
  b.people.now.grants.push_back({PersonId("p"), {access::Role::coordinator, "", ""}, {}});
  run_on(b, "2023-05-01");
  b.record("harbour", "2023-03-01"), b.nil("gwyn", "2023-03-01");
  CHECK(run_on(b, "2023-05-11") == Letters{"escalate people@exampleshire.example", std::string("remind ") + kQuay});
}

TEST_CASE("only who runs the cycle may, and only for their registers") {
  ChaseBench b;
  b.set_day("2023-05-01");
  CHECK(chase_returns(b.w, {"panel", {{Role::scrutineer, "", ""}}}).error().fault == Fault::not_allowed);
  CHECK(chase_returns(b.w, {"other", {{Role::coordinator, "register:another", ""}}}).error().fault == Fault::not_allowed);
  CHECK(chase_returns(b.w, {"this", {{Role::coordinator, "register:incidents", ""}}})->letters == 3);
}

TEST_CASE("a run between whose reading and writing somebody else writes begins anew") {
  ChaseBench b;
  b.set_day("2023-05-01");
  // The third of three readings goes through: a nil return comes in at the first two, as the run looks up who answers.
  struct Busy final : PeopleRepository {
    ChaseBench& b;
    int times = 0;
    explicit Busy(ChaseBench& bench) : b(bench) {}
    Result<std::shared_ptr<const Directory>> directory() override {
      if (++times < 3) (void)b.w.ledger.append({.changes = {{"return.nil", "register:incidents", "somebody", write_nil({"incidents", "gwyn", Day::parse("2022-09-01").value()})}}, .at = "2023-05-01T09:30:00Z"});
      return std::make_shared<const Directory>(b.people.now);
    }
  } busy(b);
  auto w = makegood::test::with(b.bench.workspace, busy, b.progress);
  const auto report = chase_returns(w, kCouncil);
  REQUIRE(report);
  CHECK(report->letters == 3);
  CHECK(busy.times == 3);
  CHECK(b.entries_of("return.asked") == 3);
}

TEST_CASE("the post that watches is one that the directory knows") {
  ChaseBench b;
  CHECK(set_monitor(b.w, kCouncil, "incidents", "Director of Nothing").error().where == "post");
  CHECK(set_monitor(b.w, {"panel", {{Role::scrutineer, "", ""}}}, "incidents", "Director of Policy").error().fault == Fault::not_allowed);
  CHECK(set_monitor(b.w, kCouncil, "nothing", "Director of Policy").error().fault == Fault::not_found);
  REQUIRE(set_monitor(b.w, kCouncil, "incidents", " Director of Policy, Exampleshire Council "));
  CHECK(monitor_of(b.w, "incidents")->watcher->words == "Director of Policy, Exampleshire Council");
  const auto before = b.w.ledger.head()->count;
  REQUIRE(set_monitor(b.w, kCouncil, "incidents", "Director of Policy, Exampleshire Council"));
  CHECK(b.w.ledger.head()->count == before);
  REQUIRE(set_monitor(b.w, kCouncil, "incidents", ""));
  CHECK(monitor_of(b.w, "incidents")->post.empty());
}

}  // namespace chase_returns_test
