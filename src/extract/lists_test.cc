// Lists, cards and tables that name little: what becomes an item there, and under which reference.
// Bodies and plans are made up. Expected lines: "ref|theme|title|owners|due".
#include <doctest/doctest.h>

#include "extract/reading_of.h"
#include "formats/sheet_fixture.h"

using namespace makegood;

namespace lists_test {

struct Paper {
  const char* what;
  const char* name;
  const char* text;
  std::vector<std::string> items;
};

const std::vector<Paper> kPapers = {
    {"actions that are numbered in one chapter and dotted in the next, with names and dates", "plan.md",
     R"(# Race Equality Action Plan

## Leadership

1. Appoint a champion for race equality (Lead: Chair, by March 2025)
2. Publish our data (Lead: Director of People, by June 2025)

## Services

- Translate letters to patients (Lead: Head of Communications, by September 2025)
- Train interpreters (Lead: Head of Midwifery, by December 2025)

## Who made this plan

- Staff from all wards
- The Patients Forum
)",
     {"1|Leadership|Appoint a champion for race equality|Chair|2025-03-31", "2|Leadership|Publish our data|Director of People|2025-06-30",
      "|Services|Translate letters to patients|Head of Communications|2025-09-30", "|Services|Train interpreters|Head of Midwifery|2025-12-31"}},
    {"the same without names and dates: a list that does something counts, one of members does not", "plan.md",
     R"(# Anti-Racism Action Plan

## We will lead

1. Publish a statement against racism.
2. Train all leaders.
3. Report each year.

## We will listen

- Hold a forum each quarter.
- Pay people for their time.

## Members of the group

- Town Council
- Police
)",
     {"1|We will lead|Publish a statement against racism.||", "2|We will lead|Train all leaders.||", "3|We will lead|Report each year.||",
      "|We will listen|Hold a forum each quarter.||", "|We will listen|Pay people for their time.||"}},
    {"the aims at the front of a numbered plan are not its actions", "plan.md",
     "# Action plan\n\n## Aims\n\n- Reduce racism\n- Improve trust in us\n\n## Jobs\n\n1. Review how we advertise.\n2. Train our panels.\n3. Publish the pay gap.\n",
     {"1|Jobs|Review how we advertise.||", "2|Jobs|Train our panels.||", "3|Jobs|Publish the pay gap.||"}},
    {"the date stands behind the bracket of the owner", "plan.md",
     "# Anti-racist action plan\n\n### Culture\n\n2.1 We will publish a statement (Chief Executive) by May 2024.\n\n2.2 We will set up a staff network (Director of Workforce), July 2024\n",
     {"2.1|Culture|We will publish a statement|Chief Executive|2024-05-31", "2.2|Culture|We will set up a staff network|Director of Workforce|2024-07-31"}},
    {"a number and a letter before the words are the reference", "plan.md",
     "# Action plan\n\n| Action | Lead service | Completion date |\n|---|---|---|\n| 1a. Sign the pledge | Policy | 01/04/2024 |\n| 1b) Train cabinet members | Democratic Services | 30/09/2024 |\n",
     {"1a||Sign the pledge|Policy|2024-04-01", "1b||Train cabinet members|Democratic Services|2024-09-30"}},
    {"several numbers with letters in one cell", "plan.html",
     "<h1>Action plan</h1><table><tr><th>Action</th><th>Lead</th><th>When</th></tr>"
     "<tr><td><p>2a. Review leave</p><p>2b. Review pay</p></td><td>Head of HR</td><td>May 2025</td></tr></table>",
     {"2a||Review leave|Head of HR|2025-05-31", "2b||Review pay|Head of HR|2025-05-31"}},
    {"dotted actions in one cell have no reference that the document does not give", "plan.html",
     "<h1>Action plan</h1><table><tr><th>Objective</th><th>Actions</th><th>Lead</th><th>When</th></tr>"
     "<tr><td>Improve data</td><td><ul><li>Collect data in all services</li><li>Publish a report</li></ul></td><td>Data Manager</td><td>March 2026</td></tr></table>",
     {"|Improve data|Collect data in all services|Data Manager|2026-03-31", "|Improve data|Publish a report|Data Manager|2026-03-31"}},
    {"a table without a header, with short words", "plan.html",
     "<h1>Race Equality Action Plan</h1><table><tr><td>1</td><td>Adopt the race equality charter</td><td>Town Clerk</td><td>May 2024</td></tr>"
     "<tr><td>2</td><td>Review the grants policy for small groups</td><td>Finance Officer</td><td>July 2024</td></tr>"
     "<tr><td>3</td><td>Train all councillors in anti-racism</td><td>Town Clerk</td><td>December 2024</td></tr></table>",
     {"1||Adopt the race equality charter|Town Clerk|2024-05-31", "2||Review the grants policy for small groups|Finance Officer|2024-07-31",
      "3||Train all councillors in anti-racism|Town Clerk|2024-12-31"}},
    {"cards that number what they hold", "plan.html",
     "<h1>Race action plan</h1><h2>Staff</h2>"
     "<table><tr><th>Action 1</th><td>Set up a mentoring scheme</td></tr><tr><th>Lead</th><td>Head of People</td></tr><tr><th>Timescale</th><td>May 2025</td></tr></table>"
     "<table><tr><th>Action 2</th><td>Review promotion panels</td></tr><tr><th>Lead</th><td>Regional Director</td></tr><tr><th>Timescale</th><td>June 2025</td></tr></table>",
     {"1|Staff|Set up a mentoring scheme|Head of People|2025-05-31", "2|Staff|Review promotion panels|Regional Director|2025-06-30"}},
    {"letters that rank are no references", "plan.md",
     "# Action plan\n\n| By | Officer responsible | Task | Priority (H/M/L) |\n|---|---|---|---|\n| May 2024 | Head of People | Offer guided walks | H |\n"
     "| June 2024 | Head of People | Advertise posts in new places | M |\n| April 2025 | Chief Executive | Report on progress | L |\n",
     {"||Offer guided walks|Head of People|2024-05-31", "||Advertise posts in new places|Head of People|2024-06-30", "||Report on progress|Chief Executive|2025-04-30"}},
    {"indicators of the same width behind the actions are no actions", "plan.md",
     "# Delivery plan\n\n| Action | Lead | Timescale |\n|---|---|---|\n| Widen where we advertise | HR Manager | May 2025 |\n| Offer work tasters | HR Manager | June 2025 |\n\n"
     "| KPI | Baseline | Target 2026 |\n|---|---|---|\n| Percentage of applicants from ethnic minorities | 4% | 8% |\n",
     {"||Widen where we advertise|HR Manager|2025-05-31", "||Offer work tasters|HR Manager|2025-06-30"}},
    {"a header of two lines whose lower line names quarters, not marked as a header", "plan.html",
     "<h1>Delivery plan</h1><table><tr><th rowspan=\"2\">Action</th><th rowspan=\"2\">Lead</th><th colspan=\"2\">2024/25</th></tr>"
     "<tr><td>Q1</td><td>Q2</td></tr><tr><td>Review the allocation policy</td><td>Housing Manager</td><td>X</td><td></td></tr>"
     "<tr><td>Survey tenants</td><td>Tenancy Officer</td><td></td><td>X</td></tr></table>",
     {"||Review the allocation policy|Housing Manager|", "||Survey tenants|Tenancy Officer|"}},
    {"who supports stands under responsibility, and owns nothing", "plan.html",
     "<h1>Action plan</h1><table><tr><th rowspan=\"2\">Action</th><th colspan=\"2\">Responsible</th><th colspan=\"2\">Timescale</th></tr>"
     "<tr><th>Lead</th><th>Support</th><th>Start</th><th>Finish</th></tr>"
     "<tr><td>Set up a panel</td><td>Head of Policy</td><td>Town Council</td><td>April 2024</td><td>July 2024</td></tr>"
     "<tr><td>Pay its members</td><td>Head of Finance</td><td>Payroll Team</td><td>August 2024</td><td>May 2025</td></tr></table>",
     {"||Set up a panel|Head of Policy|2024-07-31", "||Pay its members|Head of Finance|2025-05-31"}},
    {"actions that are named and not numbered, their names and dates below them", "plan.txt",
     "Race equality action plan\n\nAction: Review leave for carers\nLead: Head of HR\nDue: May 2025\n\nAction: Train all staff\nLead: Policy Officer\nDue: June 2025\n",
     {"||Review leave for carers|Head of HR|2025-05-31", "||Train all staff|Policy Officer|2025-06-30"}},
    {"owners in brackets, where most items end in one", "plan.md",
     "# Action plan\n\n## Culture\n\n- Review leave for carers (Head of HR)\n- Train all our staff (Policy Officer).\n- Publish data on pay (BSL too)\n",
     {"|Culture|Review leave for carers|Head of HR|", "|Culture|Train all our staff|Policy Officer|", "|Culture|Publish data on pay (BSL too)||"}},
    {"one bracket that ends in a post names no owner", "plan.md",
     "# Action plan\n\n## Culture\n\n- Appoint a lead for race (Race Equality Officer)\n- Train all our staff well\n- Publish data on pay\n",
     {"|Culture|Appoint a lead for race (Race Equality Officer)||", "|Culture|Train all our staff well||", "|Culture|Publish data on pay||"}},
    {"a narrower table under a heading of its own has not the header of the plan", "plan.html",
     "<h1>Action plan</h1><table><tr><th>No.</th><th>Action</th><th>Lead</th></tr><tr><td>1.1</td><td>Publish a report</td><td>Head of Policy</td></tr></table>"
     "<h2>Glossary</h2><table><tr><td>Ally</td><td>A person who stands up for others</td></tr><tr><td>BSL</td><td>British Sign Language</td></tr></table>",
     {"1.1||Publish a report|Head of Policy|"}},
};

TEST_CASE("lists, cards and tables that name little") {
  for (const auto& paper : kPapers) {
    CAPTURE(std::string(paper.what));
    CHECK(join(in_lines(plan_on_paper(paper.text, paper.name)), "\n") == join(paper.items, "\n"));
  }
}

TEST_CASE("a line below the table of a sheet is no part of its last item, and a theme there is one") {
  const auto plan = plan_on_paper(formats::xlsx_of({.sheets = {{"Plan", formats::picture(R"(
Ref | Action               | Lead officer    | Due
R1  | Review panels        | HR Manager      | May 2025
R2  | Publish the pay gap  | Head of Finance | June 2025

Key: red means late
)")}}}), "plan.xlsx");
  REQUIRE(in_lines(plan) == std::vector<std::string>{"R1||Review panels|HR Manager|2025-05-31", "R2||Publish the pay gap|Head of Finance|2025-06-30"});
  CHECK(plan.items[1].detail.empty());
}

}  // namespace lists_test
