// What a signed-in owner finds: theirs in every plan, and nobody else's.

#include "tasks/own_items.h"

#include <doctest/doctest.h>

#include "tasks/ask_fixture.h"

using namespace makegood;
using namespace makegood::tasks;

namespace own_items_test {

struct Owner {
  test::AskBench b;
  Workspace w = test::with(b.bench.workspace, b.people, b.bench.workspace.progress);
  std::vector<Item> items;

  Owner() {
    b.set_day("2023-04-01");
    items = w.plans.find(b.slug, View::live).value()->plan.items;
  }
  static Actor actor(std::string person, std::vector<Grant> grants) { return {"people@exampleshire.example", std::move(grants), std::move(person)}; }
  /// How many items are somebody's, and whether they may report on the first.
  std::string sees(const Actor& who) {
    const auto own = own_items_of(w, who, b.slug);
    if (!own) return "refused";
    Update words;
    words.claim = Claim::on_track;
    const auto seen = last_said(*w.progress.of_plan(b.slug).value(), items[0].id);
    const auto said = record_updates(w, who, b.slug, {{items[0].id, words, seen}});
    return std::to_string(own->items.size()) + (said ? " reports" : said.error().fault == Fault::not_allowed ? " may not" : " fails");
  }
};

TEST_CASE("whose items somebody finds and may report on is one question") {
  Owner o;
  struct Case {
    const char* what;
    Actor actor;
    const char* sees;
  };
  const std::vector<Case> cases = {
      {"an owner in every plan", Owner::actor("p", {{Role::owner, "", ""}}), "2 reports"},
      {"an owner in this plan", Owner::actor("p", {{Role::owner, o.b.slug, ""}}), "2 reports"},
      {"a role for the organisation of the item", Owner::actor("p", {{Role::owner, "", "council"}}), "2 reports"},
      {"a role for both", Owner::actor("p", {{Role::owner, o.b.slug, "council"}}), "2 reports"},
      {"a contributor", Owner::actor("c", {{Role::contributor, "", ""}}), "2 reports"},
      {"a role for another organisation", Owner::actor("p", {{Role::owner, "", "police"}}), "0 may not"},
      {"a role in another plan", Owner::actor("p", {{Role::owner, "another", ""}}), "refused"},
      {"a post that nothing names", Owner::actor("d", {{Role::owner, "", ""}}), "0 may not"},
      {"somebody who is not in the directory", Owner::actor("", {{Role::owner, "", ""}}), "0 may not"},
      {"a coordinator", Owner::actor("p", {{Role::coordinator, "", ""}}), "refused"},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.what));
    CHECK(o.sees(c.actor) == c.sees);
  }
}

TEST_CASE("an item that is complete goes, unless somebody is writing about it") {
  Owner o;
  const auto who = Owner::actor("p", {{Role::owner, "", ""}});
  Update words;
  words.claim = Claim::complete;
  REQUIRE(record_updates(o.w, who, o.b.slug, {{o.items[0].id, words, 0}}));
  CHECK(own_items_of(o.w, who, o.b.slug)->items.size() == 1);
  REQUIRE(save_drafts(o.w, {{holder_of_account(who.name), o.items[0].id, {{"claim", "at_risk"}}, {}, 0, ""}}));
  CHECK(own_items_of(o.w, who, o.b.slug)->items.size() == 2);
  CHECK(own_items(o.w, who)->size() == 1);
  CHECK(own_items(o.w, who)->front().post_words == "Head of People, Exampleshire Council");
  CHECK(own_items(o.w, Owner::actor("d", {{Role::owner, "", ""}}))->empty());
}

}  // namespace own_items_test
