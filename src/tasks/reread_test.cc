// A column given another meaning: the document is read again, steps by hand are carried over, undo
// takes all of it back, and the ledger alone gives the same tables.
#include <doctest/doctest.h>

#include <algorithm>

#include "faults/fixture.h"
#include "tasks/carry.h"
#include "tasks/given_json.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace reread_test {

const Actor kCoordinator{"coordinator", {{Role::coordinator, "", ""}}};

constexpr const char* kPaper =
    "# Housing plan\n\n## Homes\n\n"
    "| Action | Lead | Contact | When |\n|---|---|---|---|\n"
    "| Review how homes are let | Head of Housing | Policy Manager | May 2024 |\n"
    "| Publish what we find | Head of Policy | Head of Legal | 6 months-1 year |\n"
    "| Train all staff | Head of People | Head of Housing | July 2024 |\n\n"
    "We will also write to every tenant.\n\n"
    "| Resource | Budget |\n|---|---|\n| Board papers | small |\n| Forum room | large |\n";
constexpr const char* kKey = "action | lead | contact | when";

struct Desk {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  ImportId id;

  Desk() {
    w.sources = std::make_shared<KeptSources>();
    const GivenDocument document{kPaper, "plan.md"};
    id = propose_import(w, kCoordinator, document, read_plan_document(document).value()).value().id;
  }
  [[nodiscard]] Import import() const { return w.imports.find(id).value(); }
  [[nodiscard]] Plan draft() const { return import().draft(); }
  [[nodiscard]] const std::vector<LostStep> lost() const { return import().steps.back().lost; }
  void edit(const char* item, ItemField field, std::vector<std::string> values) const {
    REQUIRE(edit_import(w, kCoordinator, id, {ItemId(item), field, std::move(values), ""}));
  }
  [[nodiscard]] Result<Reread> reread(std::vector<ColumnRole> columns, bool left_out = false) const {
    return reread_import(w, kCoordinator, id, {kKey, left_out, std::move(columns)});
  }
  // Rebuilding from the entries must give what was kept step by step.
  void check_ledger() const {
    const auto before = bench.store->dump_derived().value();
    REQUIRE(w.ledger.rebuild());
    CHECK(bench.store->dump_derived().value() == before);
    CHECK(w.ledger.verify()->fault.empty());
  }
};

constexpr auto kTitle = ColumnRole::title, kOwner = ColumnRole::owner, kPartner = ColumnRole::partner, kWhen = ColumnRole::timescale,
               kNotUsed = ColumnRole::not_used;

std::string code_about(const Plan& plan, const char* item) {
  for (const auto& open : open_findings(plan))
    if (open.item.text == item) return open.finding.code;
  return "";
}

std::string titles(const Plan& plan) {
  std::vector<std::string> all;
  for (const auto& item : plan.items) all.push_back(item.title);
  return join(all, " | ");
}

TEST_CASE("a column's meaning is corrected once and every row is read again") {
  Desk desk;
  const auto before = write_plan(desk.draft());
  const auto done = desk.reread({kTitle, kPartner, kOwner, kWhen});
  REQUIRE(done);
  CHECK(done->items == 3);
  CHECK(done->lost.empty());
  const auto draft = desk.draft();
  CHECK(draft.slug == "housing-plan");
  CHECK(draft.items[0].owners == std::vector<std::string>{"Policy Manager"});
  CHECK(draft.items[2].partners == std::vector<std::string>{"Head of People"});
  CHECK(desk.import().given().columns.size() == 4);
  desk.check_ledger();
  REQUIRE(undo_last_step(desk.w, kCoordinator, desk.id));
  CHECK(write_plan(desk.draft()) == before);
  CHECK(desk.import().given().empty());
  desk.check_ledger();
}

TEST_CASE("what was done by hand before stays done") {
  Desk desk;
  desk.edit("1", ItemField::title, {"Review how every home is let"});
  desk.edit("3", ItemField::owners, {"Chief Executive"});
  REQUIRE(settle_finding(desk.w, kCoordinator, desk.id, {ItemId("2"), code_about(desk.draft(), "2"), 0, Decision::no_date, {}, {}, ""}));
  REQUIRE(add_item(desk.w, kCoordinator, desk.id, {.block = 4}));
  REQUIRE(edit_plan(desk.w, kCoordinator, desk.id, {PlanPart::new_theme, "", "Tenants", "", ""}));
  const auto theme = desk.draft().themes.back().id.text;
  desk.edit("4", ItemField::theme, {theme});
  REQUIRE(edit_plan(desk.w, kCoordinator, desk.id, {PlanPart::organisation, "", "Aberllyn County Borough Council", "", ""}));
  REQUIRE(remove_item(desk.w, kCoordinator, desk.id, ItemId("2")));

  const auto done = desk.reread({kTitle, kPartner, kOwner, kWhen});
  REQUIRE(done);
  CHECK(done->lost.empty());
  const auto draft = desk.draft();
  CHECK(titles(draft) == "Review how every home is let | Train all staff | We will also write to every tenant.");
  CHECK(draft.items[0].owners == std::vector<std::string>{"Policy Manager"});
  CHECK(draft.items[1].owners == std::vector<std::string>{"Chief Executive"});
  CHECK(theme_title(draft, draft.items[2].theme) == "Tenants");
  CHECK(draft.organisation == "Aberllyn County Borough Council");
  desk.check_ledger();
}

TEST_CASE("a second reading carries the steps before the first, and stands on what was said then") {
  Desk desk;
  desk.edit("3", ItemField::ref, {"H3"});
  REQUIRE(desk.reread({kTitle, kPartner, kOwner, kWhen}));
  desk.edit("1", ItemField::ref, {"H1"});
  REQUIRE(reread_import(desk.w, kCoordinator, desk.id, {"resource | budget", false, {kTitle, ColumnRole::detail}}));
  const auto draft = desk.draft();
  REQUIRE(draft.items.size() == 5);
  CHECK(draft.items[0].ref == "H1");
  CHECK(draft.items[2].ref == "H3");
  CHECK(draft.items[0].owners == std::vector<std::string>{"Policy Manager"});
  CHECK(draft.items[4].title == "Forum room");
  desk.check_ledger();
}

TEST_CASE("a step that has no place any more is named") {
  Desk desk;
  REQUIRE(reread_import(desk.w, kCoordinator, desk.id, {"resource | budget", false, {kTitle, ColumnRole::detail}}));
  desk.edit("5", ItemField::owners, {"Head of Policy"});
  REQUIRE(settle_finding(desk.w, kCoordinator, desk.id, {ItemId("2"), code_about(desk.draft(), "2"), 0, Decision::no_date, {}, {}, ""}));
  const auto code = desk.import().steps.back().settlement->code;
  REQUIRE(reread_import(desk.w, kCoordinator, desk.id, {"resource | budget", true, {}}));
  CHECK(desk.lost() == std::vector<LostStep>{{"edited", "Forum room", "owners"}});
  REQUIRE(desk.reread({kTitle, kOwner, kPartner, kNotUsed}));
  CHECK(desk.lost() == std::vector<LostStep>{{"edited", "Forum room", "owners"}, {"settled", "Publish what we find", code}});
  desk.check_ledger();
  REQUIRE(undo_last_step(desk.w, kCoordinator, desk.id));
  REQUIRE(undo_last_step(desk.w, kCoordinator, desk.id));
  CHECK(desk.draft().items.back().owners == std::vector<std::string>{"Head of Policy"});
}

TEST_CASE("readings that are refused change nothing") {
  Desk desk;
  struct Row {
    std::string what;
    TableReading table;
    Fault fault;
  };
  const Row rows[] = {
      {"no such table", {"nothing", false, {kTitle}}, Fault::not_found},
      {"two titles", {kKey, false, {kTitle, kTitle, kOwner, kWhen}}, Fault::invalid_input},
      {"no title", {kKey, false, {kPartner, kOwner, kOwner, kWhen}}, Fault::invalid_input},
      {"more columns than there are", {kKey, false, {kTitle, kOwner, kOwner, kWhen, kPartner}}, Fault::invalid_input},
      {"no item is left", {kKey, true, {}}, Fault::invalid_input},
      {"as it is", {kKey, false, {kTitle, kOwner, desk.w.imports.find(desk.id) ? source_of(desk.w, desk.import()).value()->reading.tables[0].columns[2].meaning : kOwner, kWhen}}, Fault::conflict},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto done = reread_import(desk.w, kCoordinator, desk.id, row.table);
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == row.fault);
  }
  CHECK(desk.import().steps.empty());
  CHECK(reread_import(desk.w, {"nobody", {}}, desk.id, {kKey, true, {}}).error().fault == Fault::not_allowed);
}

TEST_CASE("an item is added from its place in the document, and taken out with those under it") {
  Desk desk;
  const auto added = add_item(desk.w, kCoordinator, desk.id, {.block = 5, .row = 2});
  REQUIRE(added);
  CHECK(titles(desk.draft()) == "Review how homes are let | Publish what we find | Train all staff | Board papers");
  CHECK(theme_title(desk.draft(), desk.draft().items.back().theme) == "Homes");
  CHECK(add_item(desk.w, kCoordinator, desk.id, {.block = 5, .row = 2}).error().fault == Fault::conflict);
  CHECK(add_item(desk.w, kCoordinator, desk.id, {.block = 3, .row = 1}).error().fault == Fault::not_found);
  REQUIRE(remove_item(desk.w, kCoordinator, desk.id, ItemId("1")));
  CHECK(titles(desk.draft()) == "Publish what we find | Train all staff | Board papers");
  CHECK(remove_item(desk.w, kCoordinator, desk.id, ItemId("1")).error().fault == Fault::not_found);
  desk.check_ledger();
  REQUIRE(undo_last_step(desk.w, kCoordinator, desk.id));
  REQUIRE(undo_last_step(desk.w, kCoordinator, desk.id));
  CHECK(titles(desk.draft()) == "Review how homes are let | Publish what we find | Train all staff");
}

TEST_CASE("the last items of a plan cannot be taken out, a recommendation goes with its commitments") {
  auto bench = Bench::in_memory();
  const auto id = propose_import(bench.workspace, kCoordinator, {"bytes", "plan.md"}, test::small_draft()).value().id;
  REQUIRE(remove_item(bench.workspace, kCoordinator, id, ItemId("1")));
  const auto draft = bench.workspace.imports.find(id)->draft();
  REQUIRE(draft.items.size() == 1);
  CHECK(draft.items[0].id == ItemId("3"));
  CHECK(remove_item(bench.workspace, kCoordinator, id, ItemId("3")).error().fault == Fault::conflict);
}

TEST_CASE("title, themes and indicators are put right by hand, one step each") {
  Desk desk;
  const auto edit = [&](PlanEdit one) { return edit_plan(desk.w, kCoordinator, desk.id, one); };
  REQUIRE(edit({PlanPart::title, "", "Homes for everybody", "", ""}));
  REQUIRE(edit({PlanPart::new_indicator, "", "Share of lettings", desk.draft().themes[0].id.text, "percent"}));
  REQUIRE(edit({PlanPart::indicator, "1", "Share of new lettings", "", "percent"}));
  REQUIRE(edit({PlanPart::theme, desk.draft().themes[0].id.text, "Housing", "", ""}));
  const auto draft = desk.draft();
  CHECK(draft.title == "Homes for everybody");
  CHECK(draft.indicators.at(0).text == "Share of new lettings");
  CHECK(theme_title(draft, draft.items[0].theme) == "Housing");
  desk.check_ledger();
  CHECK(edit({PlanPart::new_theme, "", "housing", "", ""}).error().fault == Fault::conflict);
  CHECK(edit({PlanPart::title, "", "  ", "", ""}).error().fault == Fault::invalid_input);
  CHECK(edit({PlanPart::theme, "99", "Homes", "", ""}).error().fault == Fault::not_found);
  CHECK(edit({PlanPart::new_indicator, "", "Calls", "", "miles"}).error().fault == Fault::invalid_input);
  REQUIRE(edit({PlanPart::no_indicator, "1", "", "", ""}));
  CHECK(desk.draft().indicators.empty());
  REQUIRE(undo_last_step(desk.w, kCoordinator, desk.id));
  REQUIRE(undo_last_step(desk.w, kCoordinator, desk.id));
  CHECK(theme_title(desk.draft(), desk.draft().items[0].theme) == "Homes");
}

TEST_CASE("what was fixed by hand is in the plan that is accepted") {
  Desk desk;
  REQUIRE(desk.reread({kTitle, kPartner, kOwner, kWhen}));
  REQUIRE(add_item(desk.w, kCoordinator, desk.id, {.block = 4}));
  REQUIRE(edit_plan(desk.w, kCoordinator, desk.id, {PlanPart::title, "", "Homes for everybody", "", ""}));
  REQUIRE(accept_import(desk.w, kCoordinator, desk.id));
  const auto plan = desk.w.plans.find("housing-plan", View::live).value()->plan;
  CHECK(plan.title == "Homes for everybody");
  CHECK(plan.items.size() == 4);
  CHECK(plan.items[0].owners == std::vector<std::string>{"Policy Manager"});
}

TEST_CASE("sources are kept for a while, never longer than their bytes, and only a few") {
  Desk desk;
  const auto first = source_of(desk.w, desk.import()).value();
  CHECK(source_of(desk.w, desk.import()).value() == first);
  for (int n = 0; n < 20; ++n) desk.w.sources->keep(std::to_string(n), first, 100);
  CHECK(desk.w.sources->count() == KeptSources::kMost);
  desk.w.sources->keep("large", first, KeptSources::kMostBytes + 1);
  CHECK(desk.w.sources->find("large") == nullptr);
  desk.w.sources->keep("nearly all", first, KeptSources::kMostBytes);
  CHECK(desk.w.sources->count() == 1);
  const auto import = desk.import();
  REQUIRE(source_of(desk.w, import));
  REQUIRE(desk.w.ledger.erase({1, "system", "asked for", "2023-06-14T09:30:00Z", {}, import.summary.document.digest}));
  CHECK(source_of(desk.w, import).error().fault == Fault::not_found);
}

TEST_CASE("what was said about columns, and what was lost over it, come back from JSON") {
  const GivenReading given{{{"action | lead", 2, "", ColumnRole::partner}, {"", 0, "Lead", ColumnRole::not_used}}, {"resource | budget"}};
  CHECK(read_given(write_given(given)).value() == given);
  CHECK(read_given(write_given({})).value().empty());
  const std::vector<LostStep> lost = {{"edited", "Train all staff", "owners"}, {"plan", "", "title"}};
  CHECK(read_lost(write_lost(lost)).value() == lost);
  for (const char* wrong : {"", "[]", R"({"columns":[{"meaning":"boss"}]})", R"({"columns":[7]})"}) CHECK_FALSE(read_given(wrong));
  CHECK_FALSE(read_lost("{}"));
}

}  // namespace reread_test
