// More shapes of plans as they look on paper, each of which was once misread. Bodies and plans
// are made up. Expected lines: "ref|theme|title|owners|due".
#include <doctest/doctest.h>

#include "extract/reading_of.h"

using namespace makegood;

namespace shapes_test {

struct Paper {
  const char* what;
  const char* name;
  const char* text;
  std::vector<std::string> items;
};

const std::vector<Paper> kPapers = {
    {"an activity beside the commitment that it serves is the item, also where it says how often", "plan.md",
     R"(# Race Action Plan

| Ref | Commitment | Activity | Lead | Timescale |
|---|---|---|---|---|
| 1 | We will be open | Publish the figures on stops every quarter | Head of Operations | Quarterly |
| 2 | We will be open | Hold a public meeting | Head of Communications | May 2024 |
)",
     {"1||Publish the figures on stops every quarter|Head of Operations|", "2||Hold a public meeting|Head of Communications|2024-05-31"}},
    {"a motion notes and resolves; only what it resolves is done", "plan.md",
     R"(# Motion: fair homes

This Council notes:

1. That rents rose last year.
2. That many tenants wait for repairs.

This Council resolves to:

1. Adopt a charter for tenants.
2. Ask the Chief Executive to report on repairs.
)",
     {"1||Adopt a charter for tenants.||", "2||Ask the Chief Executive to report on repairs.||"}},
    {"names and a date under one label", "plan.md",
     R"(# Equality Action Plan

## Priority 1: Jobs

- Shorten our application form (Lead: HR, by March 2025)
- Advertise in community centres (Lead: Head of Media, by June 2025)
)",
     {"|Priority 1: Jobs|Shorten our application form|HR|2025-03-31", "|Priority 1: Jobs|Advertise in community centres|Head of Media|2025-06-30"}},
    {"a measure on the line of the date ends the date", "plan.md",
     "# Action plan\n\n## Action 1: Publish a statement\n\nOwner: Chief Executive\nTimescale: May 2025\nSuccess measure: It is read each quarter\n\n"
     "## Action 2: Set up a forum\n\nOwner: HR Manager\nTimescale: July 2025\nSuccess measure: It meets\n",
     {"1||Publish a statement|Chief Executive|2025-05-31", "2||Set up a forum|HR Manager|2025-07-31"}},
    {"fields in a list of definitions, without colons", "plan.html",
     "<h1>Equality plan</h1><h2>Schools</h2><h3>Action 1: Review exclusions</h3><dl><dt>Lead</dt><dd>Head of Inclusion</dd><dt>Timescale</dt><dd>July 2025</dd></dl>"
     "<h3>Action 2: Train governors</h3><dl><dt>Lead</dt><dd>Training Officer</dd><dt>Timescale</dt><dd>May 2026</dd></dl>",
     {"1|Schools|Review exclusions|Head of Inclusion|2025-07-31", "2|Schools|Train governors|Training Officer|2026-05-31"}},
    {"a header of two lines", "plan.html",
     "<h1>Plan</h1><table><tr><th rowspan=\"2\">Ref</th><th rowspan=\"2\">Action</th><th colspan=\"2\">Responsibility</th><th colspan=\"2\">Timescale</th></tr>"
     "<tr><th>Lead</th><th>Partners</th><th>Start</th><th>End</th></tr>"
     "<tr><td>A1</td><td>Map our services</td><td>Cohesion Officer</td><td>Health Board</td><td>April 2025</td><td>May 2025</td></tr>"
     "<tr><td>A2</td><td>Translate leaflets</td><td>Media Manager</td><td>Town Council</td><td>May 2025</td><td>June 2025</td></tr></table>",
     {"A1||Map our services|Cohesion Officer|2025-05-31", "A2||Translate leaflets|Media Manager|2025-06-30"}},
    {"crosses under years are neither references nor people", "plan.html",
     "<h1>Plan</h1><table><tr><th>Theme</th><th>Action</th><th>Lead</th><th>Y1</th><th>Y2</th></tr>"
     "<tr><td rowspan=\"2\">Staff</td><td>Mentor new leaders</td><td>Training Team</td><td>X</td><td></td></tr>"
     "<tr><td>Appoint champions</td><td>Chief Executive</td><td>X</td><td></td></tr>"
     "<tr><td>Data</td><td>Improve our records</td><td>Data Manager</td><td></td><td>X</td></tr></table>",
     {"|Staff|Mentor new leaders|Training Team|", "|Staff|Appoint champions|Chief Executive|", "|Data|Improve our records|Data Manager|"}},
    {"a lead directorate owns; it is no theme", "plan.md",
     R"(# Action plan

## Staff

| Actions | Lead directorate | End date |
|---|---|---|
| Refresh mentoring | Corporate Services | 31/03/2026 |
| Review grievances | Corporate Services | 31/10/2025 |
)",
     {"|Staff|Refresh mentoring|Corporate Services|2026-03-31", "|Staff|Review grievances|Corporate Services|2025-10-31"}},
    {"letters under RAG are colours", "plan.md",
     "# Action plan\n\n| Action | Lead | When | RAG |\n|---|---|---|---|\n| Review leave | Head of HR | May 2024 | G |\n| Review pay | Head of HR | June 2024 | A |\n",
     {"||Review leave|Head of HR|2024-05-31", "||Review pay|Head of HR|2024-06-30"}},
    {"a bold objective ends the list above it, and a lead-in is no theme", "plan.md",
     "# Equality objectives\n\n**Objective 1: Fair results**\n\nTo reach it we plan to:\n\n- Run small tutorials for every year\n- Track attendance each week\n\nProgress we make: we began.\n\n"
     "**Objective 2: Fair jobs**\n\nWhy: few apply.\n\nTo reach it we plan to:\n\n- Advertise posts in newspapers\n",
     {"|Objective 1: Fair results|Run small tutorials for every year||", "|Objective 1: Fair results|Track attendance each week||",
      "|Objective 2: Fair jobs|Advertise posts in newspapers||"}},
    {"Roman references", "plan.md",
     "# Action plan\n\n| Ref | Action | Lead | When |\n|---|---|---|---|\n| i | Review leave | Head of HR | May 2024 |\n| ii | Review pay | Head of HR | June 2024 |\n",
     {"i||Review leave|Head of HR|2024-05-31", "ii||Review pay|Head of HR|2024-06-30"}},
    {"a plan in Welsh alone", "plan.md",
     "# Cynllun gweithredu\n\n| Cyfeirnod | Camau gweithredu | Swyddog arweiniol | Dyddiad cwblhau | Cynnydd |\n|---|---|---|---|---|\n"
     "| 1.1 | Adolygu sut y gosodir cartrefi | Pennaeth Tai | Mawrth 2025 | Wedi dechrau |\n",
     {"1.1||Adolygu sut y gosodir cartrefi|Pennaeth Tai|2025-03-31"}},
    {"a dash before those who help", "plan.md",
     "# Action plan\n\n| Action | Lead | When |\n|---|---|---|\n| Record hate crime | Head of Community Safety \xE2\x80\x93 with Vale Police | May 2025 |\n",
     {"||Record hate crime|Head of Community Safety; Vale Police|2025-05-31"}},
    {"two languages in every cell", "plan.md",
     "# Cynllun / Action plan\n\n| Camau / Actions | Swyddog / Lead officer | Amserlen / Timescale |\n|---|---|---|\n"
     "| Hyfforddi staff / Train staff | Pennaeth Polisi / Head of Policy | Mawrth 2025 / March 2025 |\n",
     {"||Hyfforddi staff / Train staff|Pennaeth Polisi; Head of Policy|2025-03-31"}},
};

TEST_CASE("shapes of plans that were once misread") {
  for (const auto& paper : kPapers) {
    CAPTURE(paper.what);
    CHECK(in_lines(plan_on_paper(paper.text, paper.name)) == paper.items);
  }
}

TEST_CASE("tables about the plan bring no items") {
  const auto plan = plan_on_paper(R"(# Equality Action Plan

| Version | Date | Author | Changes |
|---|---|---|---|
| 0.1 | January 2025 | Policy Officer | First draft |

| Action | Lead | Timescale |
|---|---|---|
| Create a staff network | Head of People | June 2025 |

| Risk | Likelihood | Mitigation | Owner |
|---|---|---|---|
| Lack of funding | High | Bid to outside funders | Head of Finance |

| Measure | Baseline | Target |
|---|---|---|
| Staff who declare their ethnicity | 62% | 90% |
)");
  REQUIRE(plan.items.size() == 1);
  CHECK(plan.items[0].title == "Create a staff network");
  CHECK(plan.indicators.size() >= 1);
}

TEST_CASE("milestones that are agreed are no response of the council") {
  const auto plan = plan_on_paper("| Action | Lead | When | Milestones |\n|---|---|---|---|\n| Name a champion | Board Secretary | May 2025 | Profile agreed by January |\n| Report on race | Board Secretary | June 2025 | Template agreed |\n");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].response == Response::none);
  CHECK(plan.items[0].detail == "Profile agreed by January");
}

TEST_CASE("a small count in the item itself is offered, and none is read across a full stop") {
  const auto plan = plan_on_paper("# Action plan\n\n- Review the offer of one teacher (Lead: Head, by May 2025)\n- Visit secondary schools, at least two. Pupils will be asked (Lead: Head, by May 2025)\n");
  REQUIRE(plan.items.size() == 2);
  CHECK(has_finding(plan.items[0].findings, "small_count"));
  CHECK_FALSE(has_finding(plan.items[1].findings, "small_count"));
}

TEST_CASE("Welsh words for posts and bodies are no persons") {
  const auto plan = plan_on_paper("# Action plan\n\n| Action | Lead | When |\n|---|---|---|\n| Review leave | Pennaeth Polisi | May 2025 |\n| Visit colleges | Coleg Aberllyn | May 2025 |\n");
  REQUIRE(plan.items.size() == 2);
  for (const auto& item : plan.items) CHECK_FALSE(has_finding(item.findings, "personal_name"));
}

TEST_CASE("months as a spreadsheet shows them are dates, not references") {
  const auto plan = plan_on_paper("| Ref | Action | Lead officer | Start date | Target date | Comments |\n|---|---|---|---|---|---|\n"
                                  "| 1.1 | Review panels | Head of HR | 01/04/2024 | Sep-24 | Started |\n"
                                  "| 1.2 | Publish the pay gap | Head of Finance | 01/04/2024 | Mar-25 | |\n");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].timescale.start.value_or(Day()).iso() == "2024-04-01");
  CHECK(plan.items[0].timescale.due.value_or(Day()).iso() == "2024-09-30");
  CHECK(plan.items[0].status_raw == "Started");
  CHECK(plan.items[1].timescale.due.value_or(Day()).iso() == "2025-03-31");
}

TEST_CASE("a line that says how new the document is names no theme") {
  const auto plan = plan_on_paper("Race equality plan\n\nUpdated 3 May 2024\n\nAction\tLead\tWhen\nReview panels\tHead of HR\tMay 2025\nTrain all staff\tHead of HR\tMay 2026\n", "plan.txt");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.themes.empty());
}

}  // namespace shapes_test
