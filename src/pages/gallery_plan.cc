// The fictional plan of the golden files: own words, posts and no persons.

#include "pages/gallery.h"

namespace makegood::pages {

namespace {

struct Draft {
  std::string id, ref, theme, title, timescale;
  std::vector<std::string> owners;
};

Item item_from(const Draft& draft, ItemKind kind) {
  Item item;
  item.id = ItemId(draft.id);
  item.ref = draft.ref;
  item.kind = kind;
  item.theme = ThemeId(draft.theme);
  item.title = draft.title;
  item.owners = draft.owners;
  item.timescale_raw = draft.timescale;
  item.timescale = read_timescale(draft.timescale);
  item.source = {.page = 3, .block = 4, .row = static_cast<int>(draft.id.size()) + 1};
  item.source_text = draft.title;
  item.last_word = day("2026-06-01");
  return item;
}

Item commitment(std::string id, const Item& parent, std::string title) {
  Item item = item_from({std::move(id), "", parent.theme.text, std::move(title), "", {}}, ItemKind::commitment);
  item.parent = parent.id;
  return item;
}

Item stale_item() {
  auto item = item_from({"k7", "3.2", "t3", "Report twice a year on complaints of racial discrimination.", "June 2027",
                         {"Monitoring Officer"}}, ItemKind::action);
  item.last_word = day("2025-11-01");
  return item;
}

Item moved_item() {
  auto item = item_from({"k8", "3.3", "t3", "Agree one way of recording ethnicity with partners.", "31 January 2027",
                         {"Head of Policy"}}, ItemKind::action);
  item.first_due = day("2026-10-31");
  item.partners = {"Estuary Police", "Aber Health Board"};
  return item;
}

Item late_item() {
  auto item = item_from({"k2", "1.2", "t1",
                         "Find out where applicants from ethnic minorities are lost between applying and starting work, and "
                         "change what loses them. Publish what was found each year, with a sentence on what it means.",
                         "Q4 2025/26", {"Head of Human Resources", "Learning and Development Manager"}},
                        ItemKind::recommendation);
  item.response = Response::accepted;
  item.partners = {"Ethnic Minority Staff Network"};
  item.detail = "Count every stage of recruitment.\nCompare the stages.\nChange the stage that loses most.";
  item.progress = "Applications for 2024/25 have been counted.\nOnly 2 of the people appointed to senior grades were from an ethnic minority.";
  item.approval = "draft and will be agreed by the Board on 6 December 2025";
  item.evidence = {{"Recruitment, stage by stage", "https://www.example.org/recruitment"}, {"a script", "javascript:alert(1)"}};
  item.findings = {{"small_count", "“Only 2 of the people” may point to a person.", "page 3, row 3"}};
  return item;
}

void add_first_theme(Plan& plan) {
  auto signed_charter = item_from({"k1", "1.1", "t1", "Sign the Fair Work charter.", "Complete", {"Head of Human Resources"}},
                                  ItemKind::recommendation);
  signed_charter.response = Response::accepted_and_completed;
  const auto late = late_item();
  plan.items = {signed_charter, late, commitment("k2a", late, "Publish the figures for every stage of recruitment once a year."),
                commitment("k2b", late, "Take names off applications until after shortlisting.")};
}

void add_schools(Plan& plan) {
  plan.items.push_back(item_from({"k3", "2.1", "t2", "Train the governors of every school.", "30 September 2026",
                                  {"Head of School Improvement"}}, ItemKind::action));
  plan.items.push_back(item_from({"k4", "2.2", "t2a", "Review exclusions with the families concerned.", "6 months-1 Year",
                                  {"Head of Inclusion and Head of Attendance"}}, ItemKind::action));
  plan.items.back().findings = {{"owner_unsplit", "“Head of Inclusion and Head of Attendance” may be two owners.", "page 3, row 4"}};
  plan.items.push_back(item_from({"k5", "", "t2", "Keep anti-racist teaching in every induction.", "January 2026 then rolling", {}},
                                 ItemKind::action));
}

void add_together(Plan& plan) {
  plan.items.push_back(item_from({"k6", "3.1", "t3", "Open stop and search to an independent panel.", "December 2026 and June 2027",
                                  {"Local Policing Area Commander"}}, ItemKind::recommendation));
  plan.items.push_back(stale_item());
  plan.items.push_back(moved_item());
  plan.items.push_back(item_from({"k9", "", "", "Hold an event for residents.", "Summer", {"Head of Communications"}}, ItemKind::action));
}

}  // namespace

Day gallery_today() { return day("2026-09-15"); }

Plan gallery_plan() {
  Plan plan;
  plan.slug = "aberllyn-fair-chances";
  plan.title = "Fair chances: the Aberllyn race equality plan";
  plan.organisation = "Aberllyn Council and partners";
  plan.context = "The council adopted this plan on 27 November 2025.\nIt answers the Race Equality Panel.";
  plan.themes = {{ThemeId("t1"), "A workforce that reflects Aberllyn", {}, {}},
                 {ThemeId("t2"), "Schools", {}, {}},
                 {ThemeId("t2a"), "Exclusions", ThemeId("t2"), {}},
                 {ThemeId("t3"), "Working together", {}, {}}};
  add_first_theme(plan);
  add_schools(plan);
  add_together(plan);
  plan.indicators = {{IndicatorId("i1"), ThemeId("t1"), "Percentage of staff who have said what their ethnicity is", "percent", {}}};
  plan.findings = {{"column_unknown", "The column “RAG” was not understood and is kept as status.", "table 2"}};
  return plan;
}

}  // namespace makegood::pages
