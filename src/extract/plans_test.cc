// Small plans as they look on paper, of the shapes that public bodies use, each with what must
// come out: "ref|theme|title|owners|due". The bodies and plans are made up.
#include <doctest/doctest.h>

#include "extract/reading_of.h"

using namespace makegood;

namespace plans_test {

struct Paper {
  const char* what;
  const char* name;
  const char* text;
  std::vector<std::string> items;
};

const std::vector<Paper> kPapers = {
    {"a health board: objective, what, who, when, how we will know", "plan.md",
     R"(# Riverside Health Board Anti-Racism Plan

| Objective | What we will do | Who | When | How we will know |
|---|---|---|---|---|
| Fair recruitment | Review how interview panels are made up | Head of People | March 2024 | Panels are mixed |
| Fair recruitment | Publish shortlisting data every year | Director of Workforce | June 2024 | Data is online |
| Better care | Train all ward staff in cultural safety | Chief Nurse | Ongoing | Staff say so |
)",
     {"|Fair recruitment|Review how interview panels are made up|Head of People|2024-03-31",
      "|Fair recruitment|Publish shortlisting data every year|Director of Workforce|2024-06-30",
      "|Better care|Train all ward staff in cultural safety|Chief Nurse|ongoing"}},
    {"a police force: numbered actions with RAG and comment", "plan.md",
     R"(# Police Race Action Plan

## Trust

| No | Action | Lead | Target date | RAG | Comment |
|---|---|---|---|---|---|
| 1 | Review body-worn video of stops each month | Superintendent, Operations | 31 March 2024 | Green | Panel set up |
| 2 | Publish stop and search data | Head of Communications | Q2 2024/25 | Amber | Waiting for software |

## Workforce

| No | Action | Lead | Target date | RAG | Comment |
|---|---|---|---|---|---|
| 3 | Mentor new officers from ethnic minorities | Head of HR and Chief Inspector | Ongoing | Green | |
)",
     {"1|Trust|Review body-worn video of stops each month|Superintendent, Operations|2024-03-31",
      "2|Trust|Publish stop and search data|Head of Communications|2024-09-30",
      "3|Workforce|Mentor new officers from ethnic minorities|Head of HR; Chief Inspector|ongoing"}},
    {"actions split over a page, with the header again", "plan.txt",
     "Equality Plan\n\nHousing\n\nAction\tLead\tWhen\nReview how we let homes and\tHead of Housing and\tMay 2024\n\n\n\nAction\tLead\tWhen\npublish what we find.\tPolicy Manager\t\nTrain all staff\tLearning and Development\tOngoing\n",
     {"|Housing|Review how we let homes and publish what we find.|Head of Housing; Policy Manager|2024-05-31",
      "|Housing|Train all staff|Learning and Development|ongoing"}},
    {"headings and numbered paragraphs with fields under each", "plan.md",
     R"(# School Equality Action Plan

## Curriculum

1.1 Audit the history curriculum for diversity.

Lead: Deputy Head. Timescale: July 2024.

1.2 Buy books by authors from many backgrounds.

Lead: School Librarian
Timescale: December 2024

## Behaviour

2.1 Record every racist incident within a day.

Lead: Pastoral Lead. Timescale: Ongoing.
)",
     {"1.1|Curriculum|Audit the history curriculum for diversity.|Deputy Head|2024-07-31",
      "1.2|Curriculum|Buy books by authors from many backgrounds.|School Librarian|2024-12-31",
      "2.1|Behaviour|Record every racist incident within a day.|Pastoral Lead|ongoing"}},
    {"bullets under theme headings", "plan.md",
     R"(# Race Equality Commitments: Action Plan

## Listening

- Hold two listening events each year
- Publish what we heard

## Acting

- Review our grants programme
- Train our governors
)",
     {"|Listening|Hold two listening events each year||", "|Listening|Publish what we heard||", "|Acting|Review our grants programme||",
      "|Acting|Train our governors||"}},
    {"a sheet with a theme on rows of its own", "plan.csv",
     "Action,Owner,Deadline\nHousing,,\nReview allocations policy,Head of Housing,31/03/2024\nVisit every estate,Housing Manager,30/06/2024\nEducation,,\nMeet all headteachers,Director of Education,30/09/2024\nPublish exclusions data,Data Manager,31/12/2024\n",
     {"|Housing|Review allocations policy|Head of Housing|2024-03-31", "|Housing|Visit every estate|Housing Manager|2024-06-30",
      "|Education|Meet all headteachers|Director of Education|2024-09-30", "|Education|Publish exclusions data|Data Manager|2024-12-31"}},
    {"a theme cell merged over its rows", "plan.html",
     "<h1>Action Plan</h1><table><tr><th>Priority</th><th>Action</th><th>Responsible officer</th><th>Timescale</th></tr>"
     "<tr><td rowspan=\"2\">Recruitment</td><td>Advertise jobs in community papers</td><td>HR Manager</td><td>May 2024</td></tr>"
     "<tr><td>Review job descriptions</td><td>HR Manager</td><td>July 2024</td></tr>"
     "<tr><td>Training</td><td>Run inclusive leadership courses</td><td>Learning Manager</td><td>Ongoing</td></tr></table>",
     {"|Recruitment|Advertise jobs in community papers|HR Manager|2024-05-31", "|Recruitment|Review job descriptions|HR Manager|2024-07-31",
      "|Training|Run inclusive leadership courses|Learning Manager|ongoing"}},
    {"recommendations by name, each with its own lines", "plan.md",
     R"(# Response to the Inclusion Review

### Recommendation 1

The council should publish its pay gap by ethnic group.

Owner: Director of Finance

Deadline: April 2024

### Recommendation 2

The council should set up a staff network.

Owner: Head of HR

Deadline: Summer 2024
)",
     {"1||The council should publish its pay gap by ethnic group.|Director of Finance|2024-04-30",
      "2||The council should set up a staff network.|Head of HR|2024-08-31"}},
    {"bullets with their fields in brackets", "plan.md",
     R"(# Fire Service Inclusion Action Plan

## Stations

- Open every station to visitors twice a year (Lead: Station Manager; Deadline: June 2024)
- Review uniforms for modest dress (Lead: Head of Procurement; Deadline: March 2025)
)",
     {"|Stations|Open every station to visitors twice a year|Station Manager|2024-06-30",
      "|Stations|Review uniforms for modest dress|Head of Procurement|2025-03-31"}},
    {"columns in another order under other words", "plan.md",
     R"(# Inclusion Strategy

| Completion date | Accountable | Proposal |
|---|---|---|
| May 2024 | Assistant Director, Skills and Learning | Offer paid work placements to young people |
| Autumn 2024 | Head of Estates | Name two new streets after local people |
)",
     {"||Offer paid work placements to young people|Assistant Director, Skills and Learning|2024-05-31",
      "||Name two new streets after local people|Head of Estates|2024-11-30"}},
    {"headers that mislead: the dates stand under Lead", "plan.md",
     R"(# Action Plan

| Action | Lead | Timescale |
|---|---|---|
| Review the complaints procedure for fairness | May 2024 | Complaints Manager |
| Translate the tenants' handbook | June 2024 | Head of Housing |
| Publish an annual equality report | July 2024 | Policy Officer |
)",
     {"||Review the complaints procedure for fairness|Complaints Manager|2024-05-31", "||Translate the tenants' handbook|Head of Housing|2024-06-30",
      "||Publish an annual equality report|Policy Officer|2024-07-31"}},
    {"a table without any header row", "plan.txt",
     "Library Plan\n\nTo make our libraries welcoming to every community in the district\n\nAction\tOwner\tBy when\nBuy books in ten languages\tHead of Libraries\tMay 2024\n\nTo train the people who work in our libraries\n\nTrain all branch staff in cultural competence\tHead of Libraries\tJune 2024\nRecruit volunteers from every ward\tVolunteer Coordinator\tJuly 2024\n",
     {"|To make our libraries welcoming to every community in the district|Buy books in ten languages|Head of Libraries|2024-05-31",
      "|To train the people who work in our libraries|Train all branch staff in cultural competence|Head of Libraries|2024-06-30",
      "|To train the people who work in our libraries|Recruit volunteers from every ward|Volunteer Coordinator|2024-07-31"}},
    {"a lettered list in a cell under a theme", "plan.html",
     "<h1>Recommendations</h1><table><tr><th>Ref</th><th>Theme</th><th>Recommendations</th><th>Lead</th></tr>"
     "<tr><td>01</td><td>Health</td><td><ol type=\"a\"><li>Extend clinic hours in the evening.</li><li>Hire interpreters for every surgery.</li></ol></td><td>Director of Public Health</td></tr>"
     "<tr><td>02</td><td>Sport</td><td><ol type=\"a\"><li>Open pitches to women's teams.</li><li>Train coaches.</li></ol></td><td>Head of Leisure</td></tr></table>",
     {"01.a|Health|Extend clinic hours in the evening.|Director of Public Health|", "01.b|Health|Hire interpreters for every surgery.|Director of Public Health|",
      "02.a|Sport|Open pitches to women's teams.|Head of Leisure|", "02.b|Sport|Train coaches.|Head of Leisure|"}},
    {"start and end in two columns", "plan.csv",
     "Ref,Activity,Team,Start date,End date\nA1,Map all community groups,Community Team,April 2024,June 2024\nA2,Fund five new projects,Grants Team,July 2024,March 2025\n",
     {"A1||Map all community groups|Community Team|2024-06-30", "A2||Fund five new projects|Grants Team|2025-03-31"}},
    {"owners one a line in their cell", "plan.html",
     "<h1>Action Plan</h1><table><tr><th>Action</th><th>Owner</th><th>When</th></tr>"
     "<tr><td>Set up a reporting centre</td><td>Head of Community Safety<br>Chief Inspector</td><td>May 2024</td></tr>"
     "<tr><td>Publish a yearly report</td><td>Policy Officer; Data Analyst</td><td>June 2024</td></tr></table>",
     {"||Set up a reporting centre|Head of Community Safety; Chief Inspector|2024-05-31",
      "||Publish a yearly report|Policy Officer; Data Analyst|2024-06-30"}},
    {"references that are to stay text", "plan.csv", "Ref,Action,Owner,Due\n01.05,Review signs in public buildings,Estates Manager,May 2024\n01.10,Review opening hours,Head of Libraries,June 2024\n",
     {"01.05||Review signs in public buildings|Estates Manager|2024-05-31", "01.10||Review opening hours|Head of Libraries|2024-06-30"}},
    {"a school's plan with each objective beside its first action only", "plan.txt",
     "Westbridge School\nAnti-racism action plan\n\nObjective\tActions\tBy whom\tBy when\tResources\nTo diversify the curriculum\tAudit schemes of work\tSubject Leader\tMay 2024\tCover\n\tBuy new texts\tHead of English, Head of History\tJune 2024\t\n",
     {"|To diversify the curriculum|Audit schemes of work|Subject Leader|2024-05-31",
      "|To diversify the curriculum|Buy new texts|Head of English; Head of History|2024-06-30"}},
    {"numbered actions under objectives, owner and date in brackets", "plan.md",
     "# Equality Objectives\n\n## Objective 1 – Inclusive services\n\nWhat we will do:\n\n1. Review how residents contact us. (Head of Customer Services, by June 2024)\n2. Translate key leaflets.\n\n## Objective 2 – Diverse staff\n\n1. Publish our pay gap.\n",
     {"1|Objective 1 – Inclusive services|Review how residents contact us.|Head of Customer Services|2024-06-30",
      "2|Objective 1 – Inclusive services|Translate key leaflets.||", "1|Objective 2 – Diverse staff|Publish our pay gap.||"}},
    {"bold labels within a bullet", "plan.md",
     "# Fire Service Race Equality Plan\n\n- **Action 1.** Publish our workforce data. **Owner:** Head of People. **By:** June 2024\n- **Action 2.** Visit every mosque and temple. **Owner:** Area Commander. **By:** December 2024\n",
     {"1||Publish our workforce data.|Head of People|2024-06-30", "2||Visit every mosque and temple.|Area Commander|2024-12-31"}},
    {"a pledge as a list of what we will do", "plan.md",
     "# Our anti-racism pledge\n\nWe will:\n\n- listen to staff networks and act\n- publish our pay gap every year\n- challenge racism wherever we see it\n",
     {"||listen to staff networks and act||", "||publish our pay gap every year||", "||challenge racism wherever we see it||"}},
    {"a card for each action", "plan.html",
     "<h1>Action Plan</h1><h2>Housing</h2><table><tr><td>Action</td><td>Review lettings policy for fairness</td></tr><tr><td>Lead</td><td>Head of Housing</td></tr><tr><td>Deadline</td><td>May 2024</td></tr></table>"
     "<table><tr><td>Action</td><td>Visit every estate in the borough</td></tr><tr><td>Lead</td><td>Housing Manager</td></tr><tr><td>Deadline</td><td>July 2024</td></tr></table>",
     {"|Housing|Review lettings policy for fairness|Head of Housing|2024-05-31", "|Housing|Visit every estate in the borough|Housing Manager|2024-07-31"}},
    {"numbered lines as headings above numbered actions", "plan.txt",
     "Race Equality Action Plan\n\n1. Leadership\n\n1.1 We will appoint a champion.\nLead: Chair of the Board\nTimescale: June 2024\n\n2. Workforce\n\n2.1 We will review recruitment.\nLead: HR\nTimescale: July 2024\n",
     {"1.1|Leadership|We will appoint a champion.|Chair of the Board|2024-06-30", "2.1|Workforce|We will review recruitment.|HR|2024-07-31"}},
    {"two heading levels, the upper without actions of its own", "plan.md",
     R"(# Equality Action Plan

## Services

### Housing

| Action | Lead | When |
|---|---|---|
| Review lettings | Head of Housing | May 2024 |

### Parks

| Action | Lead | When |
|---|---|---|
| Consult on park names | Parks Manager | June 2024 |
)",
     {"|Housing|Review lettings|Head of Housing|2024-05-31", "|Parks|Consult on park names|Parks Manager|2024-06-30"}},
};

TEST_CASE("plans of many shapes give their items") {
  for (const auto& paper : kPapers) {
    CAPTURE(paper.what);
    const auto lines = in_lines(plan_on_paper(paper.text, paper.name));
    CHECK(lines.size() == paper.items.size());
    for (std::size_t n = 0; n < std::min(lines.size(), paper.items.size()); ++n) CHECK(lines[n] == paper.items[n]);
  }
}

TEST_CASE("a parent theme without items of its own is kept above its children") {
  const auto plan = plan_on_paper("# Plan\n\n## Services\n\n### Housing\n\n| Action | Lead | When |\n|---|---|---|\n| Review lettings | Head of Housing | May 2024 |\n");
  REQUIRE(plan.themes.size() == 2);
  CHECK(plan.themes[0].title == "Services");
  CHECK(plan.themes[1].parent == plan.themes[0].id);
}

TEST_CASE("milestones under one commitment are its steps") {
  const auto plan = plan_on_paper(
      "<h1>Charter</h1><table><tr><th>Commitment</th><th>Milestone</th><th>Responsible officer</th><th>Deadline</th></tr>"
      "<tr><td rowspan=\"2\">We will open our data to everyone</td><td>Agree a standard with partners</td><td>Data Manager</td><td>May 2024</td></tr>"
      "<tr><td>Publish the first data set</td><td>Web Manager</td><td>July 2024</td></tr></table>", "plan.html");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].kind == ItemKind::commitment);
  CHECK(plan.items[0].detail == "Agree a standard with partners");
  CHECK(plan.items[1].kind == ItemKind::sub_action);
  CHECK(plan.items[1].parent == plan.items[0].id);
  CHECK(plan.items[1].title == "Publish the first data set");
}

TEST_CASE("a document without a plan gives no items and says so") {
  for (const char* text : {"Dear resident,\n\nThank you for your letter.\n\n- Bring your bins out\n- Be kind\n", "# Menu\n\n- Soup\n- Bread\n",
                           "| Name | Email |\n|---|---|\n| Front desk | desk@example.org |\n| Post room | post@example.org |\n"}) {
    CAPTURE(text);
    const auto plan = plan_on_paper(text);
    CHECK(plan.items.empty());
    CHECK(has_finding(plan.findings, "no_items"));
  }
}

TEST_CASE("columns that came out as words are not guessed at") {
  const auto plan = plan_on_paper("Action Plan\n\nAction Owner By when\n\nReview lettings Head of Housing May 2024\n", "plan.txt");
  CHECK(plan.items.empty());
  CHECK(has_finding(plan.findings, "unreadable_layout"));
}

TEST_CASE("indicators in a plan without tables are no items, and stand under their theme") {
  const auto plan = plan_on_paper("# Equality Action Plan\n\n## Jobs\n\n- Review our adverts\n- Train our managers\n\nKey performance indicators:\n\n- Number of managers trained\n\n## Homes\n\n- Visit every estate\n");
  CHECK(plan.items.size() == 3);
  REQUIRE(plan.indicators.size() == 1);
  REQUIRE(plan.themes.size() == 2);
  CHECK(plan.indicators[0].theme == plan.themes[0].id);
}

TEST_CASE("columns without a place of their own are kept in the detail under their names") {
  const auto plan = plan_on_paper("| Action | Lead | When | Resources |\n|---|---|---|---|\n| Review lettings | Head of Housing | May 2024 | Two officers |\n");
  REQUIRE(plan.items.size() == 1);
  CHECK(plan.items[0].detail == "Resources: Two officers");
}

TEST_CASE("priorities that rank are no themes") {
  const auto plan = plan_on_paper("| Priority | Action | Lead | When |\n|---|---|---|---|\n| High | Review lettings | Head of Housing | May 2024 |\n| Low | Visit estates | Housing Manager | June 2024 |\n");
  CHECK(plan.items.size() == 2);
  CHECK(plan.themes.empty());
}

TEST_CASE("the organisation is named in full") {
  CHECK(plan_on_paper("# Eastfield University Hospitals Trust's Race Plan\n\ntext\n").organisation == "Eastfield University Hospitals Trust");
  CHECK(plan_on_paper("# Hillside District Council: response to the review\n\ntext\n").organisation == "Hillside District Council");
}

}  // namespace plans_test
