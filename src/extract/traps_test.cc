// Traps of real plans that have no better room: each test is named for the way in which one is misread.
#include <doctest/doctest.h>

#include "extract/reading_of.h"

using namespace makegood;

namespace traps_test {

using Names = std::vector<std::string>;

TEST_CASE("two dialects of one table in a document are read alike") {
  const auto plan = plan_on_paper(
      "# Recommendations\n\n## For Leaders\n\n"
      "| Recommendation | Details | Partners | Officer | Status |\n|---|---|---|---|---|\n"
      "| Civic programme | Launch it. | Elected Members | Head of Policy | Work has begun |\n\n"
      "## For Schools\n\n"
      "| Recommendation | Details | Partners | SBC BU | Comments |\n|---|---|---|---|---|\n"
      "| Event for schools | Hold it. | Education Trust | Head of Learning | Funding in place |\n");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].owners == Names{"Head of Policy"});
  CHECK(plan.items[1].owners == Names{"Head of Learning"});
  CHECK(plan.items[1].partners == Names{"Education Trust"});
  CHECK(plan.items[1].status_raw == "Funding in place");
}

TEST_CASE("a section whose table has no header row is read by what its columns hold") {
  const auto plan = plan_on_paper(
      "Plan\n\nTo listen to residents\n\nAction to be taken\tOwner\tBy When\nHold a listening event\tHead of Policy\tMay 24\nPublish what was heard\tHead of Communications\tJuly 24\n\n\n"
      "To train our staff\n\nOffer training to all managers\tHead of People Services\tJanuary 24\nReview the training\tHead of People Services\tMarch 24\n", "plan.txt");
  REQUIRE(plan.items.size() == 4);
  CHECK(plan.items[2].title == "Offer training to all managers");
  CHECK(plan.items[2].owners == Names{"Head of People Services"});
  CHECK(plan.items[2].timescale.due == Day::parse("2024-01-31").value());
  CHECK(theme_of(plan, plan.items[2]) == "To train our staff");
}

TEST_CASE("a date in running text is no timescale, and no status is guessed from a lost icon") {
  const auto plan = plan_on_paper(
      "| Ref | Action | Lead | Timeline |\n|---|---|---|---|\n"
      "| ![](icon.png) 2.1 | Report back progress in October 2020 | Head of Policy | |\n"
      "| ![](icon.png) 2.2 | Run sessions twice a year | Head of Policy | In progress |\n");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].ref == "2.1");
  CHECK(plan.items[0].timescale_raw.empty());
  CHECK_FALSE(plan.items[0].timescale.due);
  CHECK(plan.items[0].status_raw.empty());
  CHECK_FALSE(plan.items[1].timescale.complete);
  CHECK_FALSE(plan.items[1].timescale.ongoing);
}

TEST_CASE("a duration is no date, and complete is a state, not a date") {
  const auto plan = plan_on_paper(
      "| Action | Lead | Timeline |\n|---|---|---|\n| Broaden participation | Head of Planning | 6 months-1 Year |\n"
      "| Sign the compact | Head of Human Resources | Complete |\n"
      "| Update the plan | Head of Skills | January to April 2023 – plan to be updated on this year's events. |\n");
  REQUIRE(plan.items.size() == 3);
  CHECK(plan.items[0].timescale.unparsed);
  CHECK_FALSE(plan.items[0].timescale.due);
  CHECK(plan.items[1].timescale.complete);
  CHECK_FALSE(plan.items[1].timescale.due);
  CHECK(plan.items[2].timescale.start == Day::parse("2023-01-01").value());
  CHECK(plan.items[2].timescale.due == Day::parse("2023-04-30").value());
  CHECK_FALSE(plan.items[2].timescale.condition.empty());
}

TEST_CASE("a team, several posts, a lead from another body and nobody at all") {
  const auto plan = plan_on_paper(
      "| Action | Owner | By when |\n|---|---|---|\n| Discuss it at each meeting | DLT, Heads of Service | April 23 onwards |\n"
      "| Invest in diversion | Head of Diversion (PCC) | May 23 |\n| Ask our suppliers | | September 23 |\n");
  REQUIRE(plan.items.size() == 3);
  CHECK(plan.items[0].owners == Names{"DLT", "Heads of Service"});
  CHECK(plan.items[0].timescale.ongoing);
  CHECK(plan.items[1].owners == Names{"Head of Diversion (PCC)"});
  CHECK(plan.items[2].owners.empty());
}

TEST_CASE("details that run together in a cell stay one detail") {
  const auto plan = plan_on_paper(
      "| Action | Details | Responsibility | Timescale |\n|---|---|---|---|\n"
      "| 1. Agree terms of reference | Terms will be sent to members for agreement A plan will be written with partners The group will be helped by the council for 12 months | Legacy Group/Council | September 2023 |\n");
  REQUIRE(plan.items.size() == 1);
  CHECK(plan.items[0].detail.find("for 12 months") != std::string::npos);
  CHECK(plan.items[0].owners == Names{"Legacy Group", "Council"});
  CHECK(plan.items[0].timescale.due == Day::parse("2023-09-30").value());
}

}  // namespace traps_test
