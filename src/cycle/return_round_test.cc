// Rounds of asking for returns, worked out by hand over a calendar and a small directory.
#include "cycle/return_round.h"

#include <doctest/doctest.h>

#include "cycle/return_words.h"
#include "registers/fixture.h"

using namespace makegood;

namespace return_round_test {

Day day(std::string_view iso) { return Day::parse(iso).value(); }

KeptRegister school_register(Every every, int due_days) {
  KeptRegister kept{.definition = test::incidents(), .text = {}, .opening = Opening{"incidents", "Data protection officer", "DPIA-1", day("2023-02-01")}, .expected = {"harbour", "gwyn", "quay"}, .sequence = 1};
  kept.definition.returns->every = every;
  kept.definition.returns->due_days = due_days;
  return kept;
}

Cycle round_of(std::string_view first, std::string_view last) {
  Cycle cycle;
  cycle.period = {day(first), day(last)};
  return cycle;
}

/// Harbour Hill has somebody with the role, Ty Gwyn a post, Quay Lane a post that is vacant.
Directory schools() {
  Directory directory;
  directory.organisations = {{OrganisationId("harbour"), "Harbour Hill School"}, {OrganisationId("gwyn"), "Ty Gwyn"}, {OrganisationId("quay"), "Quay Lane School"}};
  directory.posts = {{PostId("h"), "Head teacher", OrganisationId("harbour")}, {PostId("g"), "Head teacher", OrganisationId("gwyn")},
                     {PostId("gd"), "Deputy head", OrganisationId("gwyn")}, {PostId("q"), "Head teacher", OrganisationId("quay")}};
  directory.people = {{PersonId("hh"), "", "head@harbour.example"}, {PersonId("ho"), "", "office@harbour.example"}, {PersonId("gg"), "", "head@gwyn.example"}};
  directory.holdings = {{PostId("h"), PersonId("hh")}, {PostId("g"), PersonId("gg")}, {PostId("gd"), PersonId("gg")}};
  directory.grants = {{PersonId("ho"), {access::Role::contributor, "", "harbour"}, {}}};
  return directory;
}

TEST_CASE("which period is asked for, and until when") {
  struct Row {
    const char* what;
    Every every;
    int due_days;
    const char *today, *period, *closes;
  };
  const Row rows[] = {
      {"the last day of a term is too early", Every::term, 14, "2023-04-30", "", ""},
      {"the day after it", Every::term, 14, "2023-05-01", "2023-01-01", "2023-05-14"},
      {"the last day on which it is in time", Every::term, 14, "2023-05-14", "2023-01-01", "2023-05-14"},
      {"a day too late", Every::term, 14, "2023-05-15", "", ""},
      {"what is due at once is asked for for a week", Every::month, 0, "2023-04-07", "2023-03-01", "2023-04-07"},
      {"of two months, the older first", Every::month, 45, "2023-04-10", "2023-02-01", "2023-04-14"},
      {"what ended before the register was opened is nobody's to return", Every::quarter, 70, "2023-02-10", "", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto kept = school_register(row.every, row.due_days);
    const auto period = period_to_ask_for(kept, {}, day(row.today));
    CHECK((period ? period->from.iso() : "") == row.period);
    if (period) CHECK(return_closes(*kept.definition.returns, *period).iso() == row.closes);
  }
  const auto kept = school_register(Every::month, 45);
  CHECK(period_to_ask_for(kept, {round_of("2023-02-01", "2023-02-28")}, day("2023-04-10"))->from.iso() == "2023-03-01");
}

TEST_CASE("a round opens by the same steps as a plan's cycle") {
  const auto kept = school_register(Every::term, 14);
  const auto period = period_to_ask_for(kept, {}, day("2023-05-03"));
  const auto schedule = return_schedule({}, *kept.definition.returns, period);
  const auto steps = steps_for(schedule, {}, {}, day("2023-05-03"));
  REQUIRE(steps.open);
  CHECK(steps.open->id.text() == "2023-05-14");
  CHECK(steps.open->opens.iso() == "2023-05-01");
  CHECK(steps.open->closes.iso() == "2023-05-14");
  CHECK(steps_for(return_schedule({}, *kept.definition.returns, {}), {}, {}, day("2023-05-03")).empty());
}

TEST_CASE("who is asked: by role and organisation, else by post, else nobody") {
  const auto kept = school_register(Every::term, 14);
  const auto asking = asking_for_returns(kept, schools(), day("2023-05-01"));
  REQUIRE(asking.asks.size() == 2);
  CHECK(asking.asks[0].person.text == "ho");  // the role, not the head's post
  CHECK(asking.asks[0].items == std::vector<AskedItem>{{ItemId("harbour"), Part::accountable, "Harbour Hill School", PostId(), false}});
  CHECK(asking.asks[1].person.text == "gg");
  CHECK(asking.asks[1].items.size() == 1);  // two posts, one person, one school
  REQUIRE(asking.unasked.size() == 1);
  CHECK(asking.unasked[0].named == "Quay Lane School");
  CHECK(asking.unasked[0].why == WhyNot::vacant);
}

TEST_CASE("a record and a nil return settle; silence does not") {
  const auto kept = school_register(Every::term, 14);
  CHECK(missing_of(kept, {{"harbour", 2, false}, {"gwyn", 0, true}, {"somebody else", 1, false}}) == std::set<std::string>{"quay"});
  ReturnRound round{round_of("2023-01-01", "2023-04-30"), {"quay", "gwyn"}};
  CHECK(round.period(*kept.definition.returns).name == "2022-23 spring");
  Request both;
  both.id = RequestId("r1");
  both.person = PersonId("gg");
  both.items = {{ItemId("harbour")}, {ItemId("gwyn")}};
  round.cycle.requests = {both};
  CHECK(awaited_of(round, both).size() == 1);
  CHECK_FALSE(known_rounds({round})[0].requests[0].settled);
  auto asking = asking_for_returns(kept, schools(), day("2023-05-01"));
  CHECK(passed_on(round, asking).empty());
  CHECK(not_asked_yet(round, asking).empty());  // Quay Lane has nobody, the others were asked
  auto changed = schools();
  changed.people[2].left = day("2023-04-30");
  changed.people.push_back({PersonId("gn"), "", "new@gwyn.example"});
  changed.holdings.push_back({PostId("g"), PersonId("gn")});
  asking = asking_for_returns(kept, changed, day("2023-05-01"));
  REQUIRE(passed_on(round, asking).size() == 1);
  round.cycle.requests[0].revoked = day("2023-05-01");
  REQUIRE(not_asked_yet(round, asking).size() == 1);
  CHECK(not_asked_yet(round, asking)[0].person.text == "gn");
}

TEST_CASE("periods in words, in both languages") {
  struct Row {
    Every every;
    const char *day, *en, *cy;
  };
  const Row rows[] = {
      {Every::month, "2026-03-10", "March 2026", "Mawrth 2026"},
      {Every::quarter, "2026-03-10", "2025-26 Q4", "chwarter 4 2025-26"},
      {Every::quarter, "2026-04-01", "2026-27 Q1", "chwarter 1 2026-27"},
      {Every::half_year, "2026-03-10", "2025-26 H2", "hanner 2 2025-26"},
      {Every::year, "2026-03-10", "2025-26", "2025-26"},
      {Every::term, "2025-09-01", "2025-26 autumn", "hydref 2025-26"},
      {Every::term, "2026-03-10", "2025-26 spring", "gwanwyn 2025-26"},
      {Every::term, "2026-08-31", "2025-26 summer", "haf 2025-26"},
      {Every::academic_year, "2026-03-10", "2025-26", "2025-26"},
  };
  for (const auto& row : rows) {
    const auto period = return_period(row.every, day(row.day));
    CHECK(period_words(Words::for_language(Language::en), period) == row.en);
    CHECK(period_words(Words::for_language(Language::cy), period) == row.cy);
  }
}

}  // namespace return_round_test
