// The traps of real plans, one test each, in lines of the same shapes; and the parts of extract alone.
#include "extract/extract.h"

#include <doctest/doctest.h>

#include "extract/columns.h"
#include "extract/items.h"
#include "extract/parts.h"
#include "extract/people.h"
#include "extract/reading_of.h"
#include "extract/responses.h"

using namespace makegood;
using namespace makegood::extraction;

TEST_CASE("owners are parted only where it is safe") {
  struct Row {
    const char* text;
    const char* owners;
  };
  const Row rows[] = {
      {"Head of Housing", "Head of Housing"},
      {"Head of Housing and Head of Policy", "Head of Housing | Head of Policy"},
      {"Head of Business Insight, Policy and Partnerships", "Head of Business Insight, Policy and Partnerships"},
      {"Assistant Director, Education Partnerships", "Assistant Director, Education Partnerships"},
      {"Assistant Director, Family Support and Safeguarding", "Assistant Director, Family Support and Safeguarding"},
      {"Director of Leisure", "Director of Leisure"},
      {"Learning and Development", "Learning and Development"},
      {"Head of Media and Policy and Performance Manager", "Head of Media | Policy and Performance Manager"},
      {"Policy & Performance Manager", "Policy & Performance Manager"},
      {"Health Champion, Head of Media and Customer and Digital Services Manager", "Health Champion | Head of Media | Customer and Digital Services Manager"},
      {"Director and HR Manager", "Director | HR Manager"},
      {"Consultant in Public Health and Food and Trading Safety Manager", "Consultant in Public Health | Food and Trading Safety Manager"},
      {"Mental Wellbeing and Community Development Manager and Healthy Weight and Workplace Health Manager", "Mental Wellbeing and Community Development Manager | Healthy Weight and Workplace Health Manager"},
      {"DLT, Heads of Service", "DLT | Heads of Service"},
      {"Legacy Group/Council", "Legacy Group | Council"},
      {"HR/OD Manager", "HR/OD Manager"},
      {"PHT with BI team", "PHT | BI team"},
      {"Head of People via People Board", "Head of People"},
      {"Finance Partner (Adults & Children) (but then widening to others who have forms)", "Finance Partner (Adults & Children)"},
      {"HR Manager (Recruitment)", "HR Manager (Recruitment)"},
      {"Principal Social Worker Head of Housing Solutions Partnership Manager (Town College)", "Principal Social Worker | Head of Housing Solutions | Partnership Manager (Town College)"},
      {"Head of Equality; Head of Legal", "Head of Equality | Head of Legal"},
      {"Police and Crime Commissioner", "Police and Crime Commissioner"},
      {"Fire and Rescue Service", "Fire and Rescue Service"},
      {"HR and Estates", "HR | Estates"},
      {"Youth Council & Town Council", "Youth Council | Town Council"},
      {"Riverton Arts & Leisure Centre", "Riverton Arts & Leisure Centre"},
      {"Orla Quennel, Director of Leisure", "Orla Quennel, Director of Leisure"},
      {"Orla Quennel and Tam Brill", "Orla Quennel | Tam Brill"},
      {"Orla Quennel, Asst Director, Community Safety & Partnerships", "Orla Quennel, Asst Director, Community Safety & Partnerships"},
      {"Chief Executive and Leader", "Chief Executive | Leader"},
      {"Business Analyst – Consultation and Engagement", "Business Analyst – Consultation and Engagement"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(join(split_people(row.text, Names{}).names, " | ") == row.owners);
  }
}

TEST_CASE("an officer working with units gives the officer and each unit") {
  Names names;
  for (const char* entry : {"C&N", "Policy", "Leisure"}) names.add_entry(entry);
  CHECK(join(split_people("Orla Quennel coordinating with C&N, Community Safety", names).names, "|") == "Orla Quennel|C&N|Community Safety");
  CHECK(join(split_people("Orla Quennel coordinating with Member Services C&N Policy", names).names, "|") == "Orla Quennel|Member Services|C&N|Policy");
  CHECK(join(split_people("Orla Quennel coordinating with C&N Leisure", names).names, "|") == "Orla Quennel|C&N|Leisure");
}

TEST_CASE("names run together come apart where the document knows them, else stay one") {
  Names names;
  names.add_entry("HCC");
  names.add_prose("working with Haven around mental health");
  CHECK(join(names.come_apart("HCC Riverton Education Trust"), "|") == "HCC|Riverton Education Trust");
  CHECK(join(names.come_apart("Police Probation Judiciary System"), "|") == "Police|Probation|Judiciary System");
  CHECK(join(names.come_apart("Haven Healthy Hubs"), "|") == "Haven|Healthy Hubs");
  CHECK(join(names.come_apart("Green Meadow Walk"), "|") == "Green Meadow Walk");
  CHECK(join(names.come_apart("Eastfield University Health Board"), "|") == "Eastfield University Health Board");
  CHECK(join(names.come_apart("Riverton Council Eastfield University Hospitals NHS Trust"), "|") ==
        "Riverton Council|Eastfield University Hospitals NHS Trust");
}

TEST_CASE("a response is read from its sentence") {
  CHECK(read_response("Recommendation Accepted.") == Response::accepted);
  CHECK(read_response("Recommendation Accepted and Completed.") == Response::accepted_and_completed);
  CHECK(read_response("Accepted in part") == Response::accepted_in_part);
  CHECK(read_response("Not accepted") == Response::rejected);
  CHECK(read_response("Noted.") == Response::noted);
  CHECK(read_response("We are looking into it.") == Response::none);
}

TEST_CASE("labels with a colon part a text; a date inside a label is no label") {
  const auto parts = split_parts({{.text = "Response: Accepted."}, {.text = "Progress to Date:"}, {.text = "We met."}, {.text = "Lead: Head of HR. Timescale: May 2024."}});
  REQUIRE(parts.size() == 5);
  CHECK(parts[1].part == Part::response);
  CHECK(parts[2].part == Part::progress);
  CHECK(parts[3].lines[0].text == "Head of HR");
  CHECK(parts[4].part == Part::timescale);
  CHECK(label_in("Training: all staff").part == Part::none);
}

TEST_CASE("units of indicators") {
  CHECK(unit_of("Number of staff trained") == "count");
  CHECK(unit_of("Percentage of members") == "percent");
  CHECK(unit_of("Percentage/ number of respondents") == "percent-or-count");
}

TEST_CASE("a repeated header row in the middle of a table is no item") {
  const auto plan = plan_on_paper("| Action | Lead |\n|---|---|\n| Review lettings | Head of Housing |\n| Action | Lead |\n| Train staff | HR Manager |\n");
  CHECK(plan.items.size() == 2);
}

TEST_CASE("a title and every other cell split by a page break are one item") {
  const auto plan = plan_on_paper(
      "Recommendations\n\nRecommendation\tDetails\tPartners\tOfficer\tStatus\nReview the local and\tPartners should review the data\tNHS Trusts\tOrla Quennel\tWork with clinics on mental\n\n\n"
      "Recommendation\tDetails\tPartners\tOfficer\tStatus\ncountywide outcomes data\tof the last years.\tHealthy Hubs\t\thealth has begun\n", "plan.txt");
  REQUIRE(plan.items.size() == 1);
  CHECK(plan.items[0].title == "Review the local and countywide outcomes data");
  CHECK(plan.items[0].partners == std::vector<std::string>{"NHS Trusts", "Healthy Hubs"});
  CHECK(plan.items[0].kind == ItemKind::recommendation);
}

TEST_CASE("the rest of a row whose owner goes on is no step, though its details begin a sentence") {
  const auto plan = plan_on_paper(
      "Recommendations\n\nRecommendation\tDetails\tPartners\tOfficer\tStatus\nWorking Group\tThe council should set up a\tHealthy Hubs\tHead of Housing\tFunding to\n\n\n"
      "Recommendation\tDetails\tPartners\tOfficer\tStatus\n\tGroup that will advise.\t\twith HR\trun a group\n", "plan.txt");
  REQUIRE(plan.items.size() == 1);
  CHECK(plan.items[0].title == "Working Group");
  CHECK(plan.items[0].status_raw == "Funding to run a group");
}

TEST_CASE("a shifted row is flagged and its repeats are no owner and no status") {
  const auto plan = plan_on_paper(
      "| Recommendation | Details | Partners | Officer | Status |\n|---|---|---|---|---|\n"
      "| Heritage trail | A trail about the people of the town. | Arts Centre | Heritage trail | A trail about the people of the town. |\n"
      "| Training | Train all officers. | SEC | Head of HR | Funding in place |\n");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].owners.empty());
  CHECK(plan.items[0].status_raw.empty());
  CHECK(has_finding(plan.items[0].findings, "shifted_cells"));
  CHECK_FALSE(has_finding(plan.items[1].findings, "shifted_cells"));
  CHECK(plan.items[1].status_raw == "Funding in place");
}

TEST_CASE("items of the same title in different themes are different items") {
  const auto plan = plan_on_paper("# P\n\n## Health\n\n| Action | Lead |\n|---|---|\n| The Legacy Group | HR |\n\n## Schools\n\n| Action | Lead |\n|---|---|\n| The Legacy Group | HR |\n");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].theme != plan.items[1].theme);
}

TEST_CASE("a target in the row after belongs to the action before it") {
  const auto plan = plan_on_paper("Plan\n\nAction\tOwner\tBy when\nAnalyse who uses our clinics\tPHT\tMarch 2025\nTarget to increase by 1% a year\t\t\nTrain staff\tDirector\tMay 2024\n", "plan.txt");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].title == "Analyse who uses our clinics Target to increase by 1% a year");
}

TEST_CASE("a stray tail at the start of the next row goes back to the item that it ends") {
  const auto plan = plan_on_paper(
      "Plan\n\nAction\tOwner\tBy when\nTell providers to challenge poor conduct through the Programme Manager and\tHead of Growth\tMarch 2024\n\n\n\n"
      "Head of Growth. Work with many people on new plans.\tHead of Growth\tMay 2024\n", "plan.txt");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].title.ends_with("Programme Manager and Head of Growth."));
  CHECK(plan.items[1].title == "Work with many people on new plans.");
  CHECK(has_finding(plan.items[0].findings, "stray_tail"));
}

TEST_CASE("bullets that fell into rows of their own stay in their item") {
  const auto plan = plan_on_paper(
      "Plan\n\nAction\tOwner\tBy when\nWork with partners to\tSafety Manager\tOngoing\n\n\n• fund sessions for those at risk\t\n• Identify chances for training of\t\nprofessionals\t\n\nNext aim line\n\nAction\tOwner\tBy when\nReview content\tDirector\tMay 2024\n", "plan.txt");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].title == "Work with partners to fund sessions for those at risk Identify chances for training of professionals");
}

namespace extract_test {

const char* kResponsePlan = R"(# Response of the Council

Health

| Reference | Recommendation | Lead Officer | Timeline |
|---|---|---|---|
| 1.1 | Record ethnicity in every clinic | Orla Quennel | Q4 2022/23 |
| <p>Response: Recommendation Accepted.</p><p>Progress to Date &amp; Next Steps:</p><p>1 young person secured a job with us.</p><ul><li>We met <a href="https://example.org/minutes">twice</a>.</li></ul><p>Commitments are draft and will be agreed by the Board on 6 December 2022.</p><p>Commitment:</p> | | | |

| <ul><li>➤ Publish the data.</li><li>➤ Train the clerks.</li></ul> | | | |
|---|---|---|---|
| Reference | Recommendation | Lead Officer | Timeline |
| 1.2 | Fund interpreters | Orla Quennel | Complete |
| <p>Response: Recommendation Accepted and Completed.</p><p>Progress to Date:</p><p>Done. We will:</p><ul><li>Keep the fund open.</li></ul> | | | |

Case Study: a clinic in town

Commitment:

- Keep the fund open for ever.

Measuring Progress: Health

We will monitor these commitments through the following indicators:

- Number of clinics that record ethnicity.
- Percentage of patients with ethnicity recorded.

Criminal Justice

| Reference | Recommendation | Lead Officer | Timeline |
|---|---|---|---|
| 2.1 | Share data on stops | Tam Brill | 6 months-1 Year |
)";

TEST_CASE("commitments are the list after their label, whichever table a page break put it in") {
  const auto plan = plan_on_paper(kResponsePlan);
  std::vector<std::string> lines;
  for (const auto& item : plan.items) lines.push_back((item.kind == ItemKind::commitment ? "  " : "") + item.title);
  CHECK(lines == std::vector<std::string>{"Record ethnicity in every clinic", "  Publish the data.", "  Train the clerks.", "Fund interpreters", "  Keep the fund open for ever.", "Share data on stops"});
  REQUIRE(plan.items.size() == 6);
  CHECK(plan.items[2].parent == plan.items[0].id);
  CHECK(plan.items[4].parent == plan.items[3].id);
}

TEST_CASE("response, approval, evidence and findings to settle stay with their item") {
  const auto plan = plan_on_paper(kResponsePlan);
  REQUIRE(plan.items.size() == 6);
  const auto& first = plan.items[0];
  CHECK(first.response == Response::accepted);
  CHECK(plan.items[3].response == Response::accepted_and_completed);
  CHECK(first.status_raw == "Recommendation Accepted.");
  CHECK(first.approval == "Commitments are draft and will be agreed by the Board on 6 December 2022.");
  CHECK(plan.items[1].approval == first.approval);
  REQUIRE(first.evidence.size() == 1);
  CHECK(first.evidence[0].url == "https://example.org/minutes");
  CHECK(has_finding(first.findings, "personal_name"));
  CHECK(has_finding(first.findings, "small_count"));
  CHECK(plan.items[3].timescale.complete);
  CHECK(plan.items[5].timescale.due == std::nullopt);
}

TEST_CASE("a list under a measuring heading gives indicators; a theme without one has none") {
  const auto plan = plan_on_paper(kResponsePlan);
  REQUIRE(plan.indicators.size() == 2);
  CHECK(plan.indicators[0].text == "Number of clinics that record ethnicity.");
  CHECK(plan.indicators[1].unit == "percent");
  REQUIRE(plan.themes.size() == 2);
  CHECK(plan.themes[0].title == "Health");
  CHECK(plan.indicators[0].theme == plan.themes[0].id);
  CHECK(plan.themes[1].title == "Criminal Justice");
}

TEST_CASE("trailing brackets that recur are lead authorities; sub-headings in the cell are child themes") {
  const auto plan = plan_on_paper(
      "Ref\tTheme\tRecommendations\tLead\n06\tPolicing\t<p><u>Building trust</u></p><p>a. Review how stops are watched (Police/Council).</p><p>b. Share cultures between the people</p>\tDirector of Communities\n\n"
      "of the town. (Police).\n\nVisibility and access\n\n- c. Report good news too. (Council/Police)\n- d. Use social media (phase one). (Police).\n", "plan.txt");
  REQUIRE(plan.items.size() == 4);
  CHECK(plan.items[0].ref == "06.a");
  CHECK(plan.items[0].lead_authority == std::vector<std::string>{"Police", "Council"});
  CHECK(theme_of(plan, plan.items[0]) == "Building trust");
  CHECK(theme_of(plan, plan.items[2]) == "Visibility and access");
  CHECK(plan.items[2].owners == std::vector<std::string>{"Director of Communities"});
  CHECK(plan.items[3].title == "Use social media (phase one).");
  CHECK(plan.items[3].timescale_raw.empty());
}

TEST_CASE("two dates in a cell are milestones, and a range has a start") {
  const auto plan = plan_on_paper("| Action | Responsibility | Timescale |\n|---|---|---|\n| 4. Report on progress | Legacy Group | December 2023 and June 2024 |\n| 5. Promote the plan | Legacy Group/Council | July 2023 – June 2024 |\n");
  REQUIRE(plan.items.size() == 2);
  CHECK(plan.items[0].ref == "4");
  CHECK(plan.items[0].title == "Report on progress");
  CHECK(plan.items[0].timescale.milestones.size() == 2);
  CHECK(plan.items[1].timescale.start->iso() == "2023-07-01");
  CHECK(plan.items[1].owners.size() == 2);
}

TEST_CASE("introduction and objectives are context, not items") {
  const auto plan = plan_on_paper("# Plan\n\n## Introduction\n\nWe set out to listen.\n\n- To ensure fair recruitment.\n- To invite evidence.\n\n## Jobs\n\n| Action | Lead |\n|---|---|\n| Train staff | HR Manager |\n");
  CHECK(plan.items.size() == 1);
  CHECK(plan.context.find("To invite evidence.") != std::string::npos);
  CHECK(plan.themes.size() == 1);
}

TEST_CASE("items without an owner or date are counted for the document") {
  const auto plan = plan_on_paper("| Action | Owner | When |\n|---|---|---|\n| Review our supply chain | | May 2024 |\n| Train staff | HR Manager | June 2024 |\n| Report | HR Manager | July 2024 |\n");
  REQUIRE(plan.items.size() == 3);
  CHECK(plan.items[0].owners.empty());
  CHECK(has_finding(plan.findings, "no_owner"));
  CHECK_FALSE(has_finding(plan.findings, "no_date"));
}

TEST_CASE("every item says where it stands and how sure it is") {
  const auto plan = plan_on_paper("# P\n\n| Action | Owner | When |\n|---|---|---|\n| Train staff | HR Manager | June 2024 |\n");
  REQUIRE(plan.items.size() == 1);
  CHECK(plan.items[0].source.row == 2);
  CHECK(plan.items[0].source_text == "Train staff");
  CHECK(plan.items[0].confidence > 0.9);
}

TEST_CASE("a month without a year is settled by as_of, else said") {
  const auto document = read_document("| Action | Owner | When |\n|---|---|---|\n| Train staff | HR Manager | June |\n", "plan.md");
  REQUIRE(document);
  const auto without = extract_plan(*document);
  const auto with = extract_plan(*document, {.settings = {.as_of = 2024}});
  REQUIRE(with.items.size() == 1);
  CHECK(has_finding(without.items[0].findings, "year_unknown"));
  REQUIRE(with.items[0].timescale.due);
  CHECK(with.items[0].timescale.due->iso() == "2024-06-30");
}

TEST_CASE("a plan's title is on one sheet; titles of every sheet are themes") {
  const auto workbook = [](const std::vector<std::string>& titles) {
    Document document;
    for (const auto& title : titles) {
      document.blocks.push_back(heading(1, title));
      document.blocks.push_back(table({{"Action", "Owner", "When"}, {"Train staff of " + title, "HR Manager", "June 2024"}}));
      for (auto* block : {&document.blocks[document.blocks.size() - 2], &document.blocks.back()}) block->position.sheet = "Sheet of " + title;
    }
    return extract_plan(document);
  };
  const auto of_every_sheet = workbook({"Recommendations for housing", "Recommendations for health"});
  CHECK(of_every_sheet.title.empty());
  REQUIRE(of_every_sheet.themes.size() == 2);
  CHECK(of_every_sheet.themes[0].title == "Recommendations for housing");
  CHECK(of_every_sheet.themes[1].title == "Recommendations for health");
  CHECK(workbook({"Anti-racism action plan", "Health"}).title == "Anti-racism action plan");
}

}  // namespace extract_test
