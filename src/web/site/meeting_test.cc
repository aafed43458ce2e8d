// A meeting's form, and two people who fill it in at once.

#include "tasks/ask_fixture.h"
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;

namespace meeting_test {

struct Meeting : Visitor {
  std::string slug = test::adopt_small_plan(bench);
  std::vector<Item> items = bench.workspace.plans.find(slug, View::live).value()->plan.items;
  std::string at = "/desk/cycle/" + slug + "/meeting";

  Meeting() { sign_in(); }
  [[nodiscard]] std::string name(std::size_t item, const char* field) const { return items[item].id.text + "-" + field; }
  Reply fill(std::vector<Field> fields, const std::string& seen = "0") {
    for (std::size_t n = 0; n < items.size(); ++n) fields.push_back({name(n, "seen"), seen});
    return post(at, std::move(fields));
  }
  Update about(std::size_t item) {
    for (const auto& update : updates())
      if (update.item == items[item].id) return update;
    return {};
  }
  std::vector<Update> updates() { return bench.workspace.progress.of_plan(slug).value()->updates; }
};

TEST_CASE("a meeting is written down on one page") {
  Meeting m;
  CHECK(says(m.get("/desk/cycle/" + m.slug), m.at));
  const auto page = m.get(m.at);
  CHECK(page.status == 200);
  CHECK(says(page, "3 items are open."));
  CHECK(says(page, "Head of People"));
  CHECK(says(page, "Nobody is named in the plan"));
  CHECK(says(m.get("/cy" + m.at), "Beth mae pawb yn ei ddweud?"));
  const auto done = m.fill({{m.name(0, "claim"), "at_risk"},
                            {m.name(0, "narrative"), "The tender came back empty."},
                            {m.name(0, "date-day"), "30"},
                            {m.name(0, "date-month"), "6"},
                            {m.name(0, "date-year"), "2024"},
                            {m.name(0, "reason"), "A second round"},
                            {m.name(2, "whose"), "Youth forum"},
                            {m.name(2, "claim"), "on_track"}});
  CHECK(location(done) == m.at + "?recorded=2");
  CHECK(says(m.get(location(done)), "2 answers were recorded."));
  REQUIRE(m.updates().size() == 2);
  CHECK(m.about(0).forecast == Day::make(2024, 6, 30).value());
  CHECK(m.about(0).forecast_reason == "A second round");
  CHECK(m.about(0).claim_reason.empty());
  CHECK(m.about(0).voice.post_words == "Head of People");
  CHECK(m.about(2).voice.post_words == "Youth forum");
}

TEST_CASE("rows at fault are named, stay as they were typed, and hold up no other") {
  Meeting m;
  const auto refused = m.fill({{m.name(0, "claim"), "on_track"},
                               {m.name(1, "claim"), "dropped"},
                               {m.name(1, "narrative"), "Nobody <wants> it."},
                               {m.name(2, "claim"), "complete"}});
  CHECK(refused.status == 422);
  CHECK(says(refused, "One answer was recorded."));
  CHECK(says(refused, "Recorded just now."));
  CHECK(says(refused, "Nobody &lt;wants&gt; it."));
  CHECK(says(refused, "href=\"#" + m.name(1, "reason") + "\""));
  CHECK(says(refused, "href=\"#" + m.name(2, "whose") + "\""));
  CHECK(says(refused, "<option value=\"complete\" selected>"));
  CHECK(m.updates().size() == 1);
  CHECK(m.fill({}).status == 422);
}

TEST_CASE("of two coordinators at once the second sees the first's words beside their own") {
  Meeting m;
  REQUIRE(m.fill({{m.name(0, "claim"), "complete"}, {m.name(0, "narrative"), "It is out."}}).status == 303);
  const auto second = m.fill({{m.name(0, "claim"), "off_track"}, {m.name(0, "narrative"), "We lost the officer."}, {m.name(1, "claim"), "on_track"}});
  CHECK(second.status == 409);
  CHECK(says(second, "It is out."));            // though what is complete is asked about no more
  CHECK(says(second, "We lost the officer."));
  CHECK(m.updates().size() == 2);
  const auto seen = std::to_string(tasks::last_said(*m.bench.workspace.progress.of_plan(m.slug).value(), m.items[0].id));
  CHECK(says(second, "value=\"" + seen + "\""));
  CHECK(m.fill({{m.name(0, "claim"), "off_track"}, {m.name(0, "narrative"), "We lost the officer."}}, seen).status == 303);
  CHECK(m.updates().size() == 3);
}

TEST_CASE("a meeting's form is shut to who writes nothing down for others") {
  Meeting m;
  m.sign_in({"o", {{access::Role::owner, "", ""}}});
  CHECK(m.get(m.at).status == 403);
  CHECK(m.fill({{m.name(0, "claim"), "complete"}}).status == 403);
  m.sign_in({"c", {{access::Role::coordinator, "another-plan", ""}}});
  CHECK(m.get(m.at).status == 403);
  CHECK(m.updates().empty());
}

}  // namespace meeting_test
