// One item in two plans: it is never copied, so the two can never disagree.
#include <doctest/doctest.h>

#include "faults/fixture.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::adopt_small_plan;
using makegood::test::Bench;
using makegood::test::small_draft;

namespace share_test {

const Actor kCoordinator{"coordinator", {{Role::coordinator, "", ""}}};
const Actor kPublisher{"publisher", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}}};
const Actor kNobody{"nobody", {}};
constexpr std::string_view kHome = "fair-work-plan", kOther = "schools-plan";
const Day kToday = Day::parse("2023-06-14").value();

// Two plans of three items each: 01.05 with a commitment under it, and 02.01.
struct TwoPlans {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  ItemId first, child, last;
  ThemeId education;

  explicit TwoPlans(bool released = false) {
    adopt_small_plan(bench, released);
    auto draft = small_draft();
    draft.title = "Schools Plan";
    accept(propose_import(w, kPublisher, {"schools", "schools.docx"}, draft).value().id, released);
    const auto home = w.plans.find(kHome, View::live).value()->plan;
    first = home.items[0].id, child = home.items[1].id, last = home.items[2].id;
    education = w.plans.find(kOther, View::live).value()->plan.themes[1].id;
  }

  void accept(const ImportId& id, bool released) { REQUIRE(accept_import(w, kPublisher, id, {released})); }
  Result<void> share(const ItemId& item, const Actor& actor = kPublisher) {
    return share_item(w, actor, {kHome, item}, {kOther, education}, "the schools carry it out");
  }
  ShownPlan shown(View view = View::live) { return find_shown(w, kOther, view).value(); }
  Plan whole(View view = View::live) {
    const auto plan = shown(view);
    return include_items(plan.kept->plan, plan.included);
  }
};

TEST_CASE("one item serves two plans: what is put right once is right in both") {
  TwoPlans two;
  REQUIRE(two.share(two.last));
  REQUIRE(correct_item(two.w, kPublisher, kHome, {two.last, ItemField::title, {"Review every lesson"}, "misread"}));
  REQUIRE(two.shown().included.size() == 1);
  CHECK(two.shown().included[0].item->title == "Review every lesson");
  CHECK(two.shown().included[0].inclusion.home_title == "Fair Work Plan");
  CHECK(find_shown(two.w, kHome, View::live)->lent.size() == 1);
  CHECK(two.w.plans.find(kOther, View::live).value()->plan.items.size() == 3);  // nothing was copied
}

TEST_CASE("an item that is completed in its home plan is complete in the other") {
  TwoPlans two;
  REQUIRE(two.share(two.first));
  CHECK(count_delivery(two.whole(), kToday).all.count(Rule::complete) == 0);
  REQUIRE(correct_item(two.w, kPublisher, kHome, {two.first, ItemField::response, {"accepted-and-completed"}, "done"}));
  CHECK(count_delivery(two.whole(), kToday).all.count(Rule::complete) == 1);
  CHECK(count_delivery(two.w.plans.find(kHome, View::live).value()->plan, kToday).all.count(Rule::complete) == 1);
}

TEST_CASE("an included item stands under its theme, with its commitment, and is counted once") {
  TwoPlans two;
  CHECK(count_delivery(two.whole(), kToday).all.total == 2);
  REQUIRE(two.share(two.first));
  const auto whole = two.whole();
  REQUIRE(whole.items.size() == 5);
  CHECK(whole.items[3].id == two.first);
  CHECK(whole.items[4].id == two.child);
  CHECK(theme_title(whole, whole.items[4].theme) == "Education");
  const auto delivery = count_delivery(whole, kToday);
  CHECK(delivery.all.total == 3);
  CHECK(delivery.themes[1].total == 2);
}

TEST_CASE("what cannot be shown in another plan is refused, and nothing is written") {
  TwoPlans two;
  REQUIRE(two.share(two.first));
  const auto count = two.bench.store->ledger().head()->count;
  struct Row {
    const char* sentence;
    HomeItem item;
    Place in;
    Fault fault;
  };
  const Row rows[] = {
      {"no such plan to take it from", {"nowhere", two.last}, {kOther}, Fault::not_found},
      {"no such item", {kHome, ItemId("0")}, {kOther}, Fault::not_found},
      {"no such plan to show it in", {kHome, two.last}, {"nowhere"}, Fault::not_found},
      {"no such theme there", {kHome, two.last}, {kOther, ThemeId("0")}, Fault::not_found},
      {"it is its home", {kHome, two.last}, {kHome}, Fault::conflict},
      {"it is shown there already", {kHome, two.first}, {kOther}, Fault::conflict},
      {"it stands under another item", {kHome, two.child}, {kOther}, Fault::conflict},
  };
  for (const auto& row : rows) {
    CAPTURE(row.sentence);
    const auto done = share_item(two.w, kPublisher, row.item, row.in, "why not");
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == row.fault);
  }
  CHECK(two.share(two.last, kNobody).error().fault == Fault::not_allowed);
  CHECK(unshare_item(two.w, kNobody, {kHome, two.first}, kOther, "no").error().fault == Fault::not_allowed);
  CHECK(unshare_item(two.w, kPublisher, {kHome, two.first}, kOther, " ").error().fault == Fault::invalid_input);
  CHECK(unshare_item(two.w, kPublisher, {kHome, two.last}, kOther, "no").error().fault == Fault::not_found);
  CHECK(two.bench.store->ledger().head()->count == count);
}

TEST_CASE("an item that is taken out of another plan stays in its own, and can come back") {
  TwoPlans two;
  REQUIRE(two.share(two.last));
  REQUIRE(unshare_item(two.w, kPublisher, {kHome, two.last}, kOther, "the schools have their own"));
  CHECK(two.shown().included.empty());
  CHECK(find_item(two.w.plans.find(kHome, View::live).value()->plan, two.last) != nullptr);
  CHECK(two.share(two.last));
  CHECK(two.shown().included.size() == 1);
}

TEST_CASE("the public sees an included item only where it sees both plans") {
  TwoPlans two(true);
  REQUIRE(two.share(two.last));
  CHECK(two.shown(View::released).included.size() == 1);
  REQUIRE(withdraw_plan(two.w, kPublisher, kHome, "too early"));
  CHECK(two.shown(View::released).included.empty());
  CHECK(two.shown(View::live).included.size() == 1);
  const auto told = history(two.w, kOther, ItemId{}, View::released).value();
  for (const auto& line : told) CHECK(line.kind != "item.shared");
  REQUIRE(release_plan(two.w, kPublisher, kHome));
  CHECK(two.shown(View::released).included.size() == 1);
  CHECK(history(two.w, kOther, ItemId{}, View::released)->front().arguments == std::vector<std::string>{"Review the school curriculum"});
}

TEST_CASE("what a coordinator includes waits for the next release") {
  TwoPlans two(true);
  REQUIRE(two.share(two.last, kCoordinator));
  CHECK(two.shown(View::released).included.empty());
  CHECK(two.shown(View::live).kept->summary.pending);
  REQUIRE(release_plan(two.w, kPublisher, kOther));
  CHECK(two.shown(View::released).included.size() == 1);
  REQUIRE(unshare_item(two.w, kCoordinator, {kHome, two.last}, kOther, "no longer"));
  CHECK(two.shown(View::released).included.size() == 1);
  REQUIRE(unshare_item(two.w, kCoordinator, {kHome, two.last}, kOther, "again").error().fault == Fault::not_found);
  REQUIRE(release_plan(two.w, kPublisher, kOther));
  CHECK(two.shown(View::released).included.empty());
}

TEST_CASE("a newer version of either plan leaves what is included as it is") {
  TwoPlans two;
  REQUIRE(two.share(two.last));
  auto newer = small_draft();
  newer.title = "Schools Plan";
  newer.items[0].title = "Publish the pay gap of school staff by ethnic group";
  two.accept(propose_import(two.w, kPublisher, {"schools 2", "schools-2.docx"}, newer).value().id, false);
  CHECK(two.shown().included.size() == 1);

  auto without = small_draft();
  without.items.pop_back();
  const auto revision = propose_import(two.w, kPublisher, {"home 2", "home-2.docx"}, without).value().id;
  REQUIRE(decide_match(two.w, kPublisher, revision, {MatchVerdict::gone, {}, two.last, {DepartureReason::completed, {}, "", {}}}));
  two.accept(revision, false);
  REQUIRE(two.shown().included.size() == 1);
  const auto& gone = *two.shown().included[0].item;
  CHECK(gone.absent);
  CHECK(gone.departure->reason == DepartureReason::completed);
  CHECK(two.whole().items.size() == 3);
}

}  // namespace share_test
