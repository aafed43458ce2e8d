// Many items at once, by forms alone.
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;

namespace grid_test {

struct Grid : Visitor {
  explicit Grid(int more = 0) {
    auto draft = test::small_draft();
    for (int n = 0; n < more; ++n) {
      Item item;
      item.id = ItemId("more" + std::to_string(n));
      item.ref = "9." + std::to_string(n);
      item.title = "Promise number " + std::to_string(n);
      item.owners = {n % 2 == 0 ? "Head of Housing" : "Head of Schools"};
      item.timescale_raw = "March 2024";
      item.timescale = read_timescale(item.timescale_raw);
      draft.items.push_back(std::move(item));
    }
    const auto actor = tasks::first_coordinator();
    const auto id = tasks::propose_import(bench.workspace, actor, {"the document", "plan.docx"}, draft).value().id;
    REQUIRE(tasks::accept_import(bench.workspace, actor, id, {true}));
    sign_in();
  }
  [[nodiscard]] Plan plan() const { return bench.workspace.plans.find("fair-work-plan", View::live).value()->plan; }
  [[nodiscard]] std::string id(std::size_t n) const { return plan().items.at(n).id.text; }
  [[nodiscard]] int owned_by(const char* owner) const { return static_cast<int>(select_items(plan(), {.owner = owner}, bench.clock.now().today).size()); }
};

constexpr const char* kGrid = "/desk/grid/fair-work-plan";

std::string hidden(const Reply& page, const std::string& name) {
  const auto at = page.body.find("name=\"" + name + "\" value=\"");
  if (at == std::string::npos) return {};
  const auto from = at + name.size() + 15;
  return page.body.substr(from, page.body.find('"', from) - from);
}

TEST_CASE("ticked items are shown before and after, then changed together, with one reason") {
  Grid g;
  const auto grid = g.get(kGrid);
  CHECK(grid.status == 200);
  CHECK(says(grid, "value=\"" + g.id(0) + "\""));
  CHECK(says(g.get("/plans/fair-work-plan"), kGrid));
  const std::vector<Field> change = {{"owners", "Director of People"}, {"redate", "Summer 2024"}, {"reason", "The directorates were merged"}};
  auto fields = change;
  fields.push_back({"item", g.id(0)});
  fields.push_back({"item", g.id(2)});
  const auto preview = g.post(std::string(kGrid) + "/preview", fields);
  CHECK(preview.status == 200);
  CHECK(says(preview, "2 items change. Nothing has been done yet."));
  CHECK(says(preview, "Head of People; Head of Communications"));
  CHECK(says(preview, "31 August 2024"));
  CHECK(g.owned_by("Director of People") == 0);

  auto agreed = change;
  agreed.push_back({"rows", hidden(preview, "rows")});
  const auto done = g.post(std::string(kGrid) + "/change", agreed);
  CHECK(done.status == 303);
  CHECK(location(done) == std::string(kGrid) + "?changed=2");
  CHECK(says(g.get(location(done)), "2 items were changed."));
  CHECK(g.owned_by("Director of People") == 2);
  CHECK(says(g.get("/plans/fair-work-plan/items/" + g.id(2)), "The directorates were merged"));
  CHECK(g.post(std::string(kGrid) + "/change", agreed).status == 409);  // sent twice
}

TEST_CASE("objectives and parts of section 149 are set in the grid, found by it, and stand in the statutory report") {
  Grid g;
  const std::vector<Field> change = {{"objective", "Fair recruitment at every stage"}, {"limb", "a"}, {"limb", "b"}, {"reason", "Named in the strategic equality plan"}};
  auto fields = change;
  fields.push_back({"item", g.id(0)});
  fields.push_back({"item", g.id(2)});
  const auto preview = g.post(std::string(kGrid) + "/preview", fields);
  CHECK(preview.status == 200);
  CHECK(says(preview, "2 items change. Nothing has been done yet."));
  CHECK(says(preview, "Advance equality of opportunity"));
  auto agreed = change;
  agreed.push_back({"rows", hidden(preview, "rows")});
  CHECK(g.post(std::string(kGrid) + "/change", agreed).status == 303);
  CHECK(says(g.get("/desk/plans/fair-work-plan/items/" + g.id(2) + "/words"), "Fair recruitment at every stage"));
  CHECK(says(g.get(std::string(kGrid) + "?duty=named"), g.id(2)));
  CHECK(!says(g.get(std::string(kGrid) + "?duty=not_named"), "value=\"" + g.id(2) + "\""));
  CHECK(says(g.get(std::string(kGrid) + "?duty=not_named"), "value=\"" + g.id(1) + "\""));
  CHECK(says(g.get("/plans/fair-work-plan/items/" + g.id(2)), "Named in the strategic equality plan"));

  const auto faulty = g.post(std::string(kGrid) + "/preview", {{"limb", "c"}, {"item", g.id(0)}});
  CHECK(faulty.status == 422);  // no reason; what was ticked stays
  CHECK(says(faulty, "value=\"c\" checked"));
}

TEST_CASE("what is missing is said, and everything typed and ticked stays") {
  Grid g;
  struct Row {
    const char* name;
    std::vector<Field> fields;
    const char* at;
  };
  for (const auto& row : std::initializer_list<Row>{
           {"nothing ticked", {{"owners", "Director of People"}, {"reason", "a reason to keep"}}, "href=\"#rows\""},
           {"nothing asked for", {{"item", g.id(0)}, {"reason", "a reason to keep"}}, "href=\"#owners\""},
           {"no reason", {{"item", g.id(0)}, {"owners", "Director of People"}}, "href=\"#reason\""},
           {"a date that is none", {{"item", g.id(0)}, {"redate", "in a while"}, {"reason", "a reason to keep"}}, "href=\"#redate\""}}) {
    CAPTURE(row.name);
    const auto page = g.post(std::string(kGrid) + "/preview", row.fields);
    CHECK(page.status == 422);
    CHECK(says(page, row.at));
    for (const auto& field : row.fields)
      if (field.name != "item") CHECK(says(page, field.value));
    if (row.fields[0].name == "item") CHECK(says(page, "value=\"" + g.id(0) + "\" checked"));
  }
}

TEST_CASE("a row that somebody else changed meanwhile is named, and nothing is done") {
  Grid g;
  const std::vector<Field> change = {{"owners", "Director of People"}, {"reason", "merged"}};
  auto fields = change;
  fields.push_back({"item", g.id(0)});
  fields.push_back({"item", g.id(2)});
  const auto preview = g.post(std::string(kGrid) + "/preview", fields);
  REQUIRE(tasks::correct_item(g.bench.workspace, tasks::first_coordinator(), "fair-work-plan", {ItemId(g.id(2)), ItemField::ref, {"2.1"}, "a slip"}));
  auto agreed = change;
  agreed.push_back({"rows", hidden(preview, "rows")});
  const auto late = g.post(std::string(kGrid) + "/change", agreed);
  CHECK(late.status == 409);
  CHECK(says(late, "1 item was changed while you looked"));
  CHECK(g.owned_by("Director of People") == 0);
  auto again = change;
  again.push_back({"rows", hidden(late, "rows")});
  CHECK(g.post(std::string(kGrid) + "/change", again).status == 303);
  CHECK(g.owned_by("Director of People") == 2);
}

TEST_CASE("a large plan comes in pages, and a change can reach all that match the filter") {
  Grid g(997);
  const auto page = g.get(kGrid);
  CHECK(says(page, "All that match: 1,000 items, on every page"));
  CHECK_FALSE(says(page, "Promise number 500<"));
  CHECK(says(g.get(std::string(kGrid) + "?page=6"), "Promise number 500<"));
  CHECK(says(g.get(std::string(kGrid) + "?all=yes"), "value=\"" + g.id(0) + "\" checked"));
  const std::vector<Field> change = {{"owner", "Head of Housing"}, {"everything", "yes"}, {"partners", "Estuary Housing"}, {"reason", "They build"}};
  const auto preview = g.post(std::string(kGrid) + "/preview", change);
  CHECK(says(preview, "499 items change."));
  auto agreed = change;
  agreed.push_back({"rows", hidden(preview, "rows")});
  CHECK(location(g.post(std::string(kGrid) + "/change", agreed)) == std::string(kGrid) + "?owner=Head%20of%20Housing&changed=499");
  CHECK(select_items(g.plan(), {.partner = "Estuary Housing"}, g.bench.clock.now().today).size() == 499);
}

TEST_CASE("filters leave what was asked for") {
  Grid g(4);
  struct Row {
    const char* name;
    const char* query;
    const char* words;
  };
  for (const auto& row : std::initializer_list<Row>{{"an owner", "owner=Head+of+Housing", "2 items"},
                                                    {"nobody has reported", "claim=not_yet_reported", "7 items"},
                                                    {"complete", "claim=complete", "Nothing in this plan matches. Show everything, or choose differently."},
                                                    {"not assessed", "finding=not_yet_assessed", "7 items"},
                                                    {"in the plan", "stage=in_plan&owner=Head+of+Schools", "2 items"},
                                                    {"closed", "stage=closed", "Nothing in this plan matches. Show everything, or choose differently."},
                                                    {"due in March 2024", "from=2024-03-01&to=2024-03-31", "5 items"},
                                                    {"due from, by the form's fields", "from-day=1&from-month=4&from-year=2024", "Nothing in this plan matches. Show everything, or choose differently."},
                                                    {"a status", "status=no_date", "2 items"},
                                                    {"words", "q=curriculum", "1 item"},
                                                    {"a word that is not known asks nothing", "claim=green", "7 items"}}) {
    CAPTURE(std::string(row.name));
    const auto page = g.get(std::string(kGrid) + "?" + row.query);
    CHECK(page.status == 200);
    CHECK(says(page, row.words));
  }
}

TEST_CASE("a filter is kept under a name, opened by a link and deleted") {
  Grid g;
  const auto filters = std::string(kGrid) + "/filters";
  CHECK(g.post(filters, {{"name", ""}, {"query", "owner=Head+of+People"}}).status == 422);
  CHECK(g.post(filters, {{"name", "Nothing"}, {"query", "owner="}}).status == 422);
  REQUIRE(g.post(filters, {{"name", "Ours <b>"}, {"query", "owner=Head+of+People&page=7&nonsense=1"}}).status == 303);
  const auto page = g.get(kGrid);
  CHECK(says(page, "href=\"/desk/grid/fair-work-plan?owner=Head%20of%20People\""));
  CHECK(says(page, "Ours &lt;b&gt;"));
  REQUIRE(g.post(filters, {{"name", "Ours <b>"}, {"forget", "yes"}}).status == 303);
  CHECK_FALSE(says(g.get(kGrid), "Ours &lt;b&gt;"));
}

}  // namespace grid_test
