// Dates that move, from the plan's own words to what the public reads of it.
#include "tasks/redate.h"

#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "progress/standing.h"
#include "tasks/tasks.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace redate_test {

const Actor kCoordinator{"coordinator", {{Role::coordinator, "", ""}}};
const Actor kBoth = first_coordinator();
const Actor kPanel{"panel@aberllyn.example", {{Role::scrutineer, "", ""}}};

Day day(const char* iso) { return Day::parse(iso).value(); }

Item item(const char* id, const char* title, const char* timescale) {
  Item made;
  made.id = ItemId(id);
  made.title = title;
  made.owners = {"Head of Housing"};
  made.timescale_raw = timescale;
  made.timescale = read_timescale(timescale);
  return made;
}

/// A plan with one promise that has a date and one without an end, adopted on 1 October 2022.
struct Kept {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  ItemId dated, ongoing;

  explicit Kept(bool release = true) {
    bench.clock.seconds = 1664618400;  // 2022-10-01T10:00:00Z
    Plan draft;
    draft.title = "Housing plan";
    draft.items = {item("1", "Review allocations", "Q4 2022/23"), item("2", "Keep the forum", "Ongoing")};
    const auto proposal = propose_import(w, kBoth, {"a document", "plan.docx"}, draft).value();
    REQUIRE(accept_import(w, kBoth, proposal.id, {release}));
    dated = plan().items[0].id;
    ongoing = plan().items[1].id;
  }
  void on(const char* iso) { bench.clock.seconds = static_cast<std::int64_t>(days_between(day("1970-01-01"), day(iso))) * 86400 + 36000; }
  [[nodiscard]] Plan plan(View view = View::live) const { return w.plans.find("housing-plan", view).value()->plan; }
  [[nodiscard]] Rule rule(const ItemId& id, const char* today) const {
    return computed_status(*find_item(plan(), id), standing_of(*w.progress.of_plan("housing-plan").value(), id), day(today)).status.rule;
  }
  [[nodiscard]] std::int64_t seen(const ItemId& id) const { return last_seen(w, id).value(); }
  [[nodiscard]] Result<int> move(const Actor& who, const char* to, const char* reason = "The board asked for a wider review.") const {
    return redate(w, who, "housing-plan", {{dated, seen(dated)}}, day_said(to, {}).value(), reason);
  }
  [[nodiscard]] std::vector<Slippage> slipped(View view = View::live) const {
    return slippages(plan(view), *seen_progress(w, "housing-plan", view).value());
  }
};

TEST_CASE("dates are said in words, and what has no year is no date") {
  struct Row {
    const char* name;
    const char* words;
    const char* day;
  };
  for (const auto& row : std::initializer_list<Row>{{"a day", "31 May 2023", "2023-05-31"},
                                                    {"in figures", "31/05/2023", "2023-05-31"},
                                                    {"a season ends with its last month", "Spring 2023", "2023-05-31"},
                                                    {"a quarter of the financial year", "Q1 2023/24", "2023-06-30"},
                                                    {"no date", "soon", ""},
                                                    {"no year", "31 May", ""},
                                                    {"nothing", "", ""}}) {
    CAPTURE(row.name);
    const auto said = day_said(row.words, {});
    CHECK((said ? said->iso() : "") == std::string(row.day));
  }
}

TEST_CASE("slippage: Q4 2022/23 is overdue on 1 April 2023 and not before, and re-dating shows how far it slipped") {
  Kept k;
  CHECK(k.rule(k.dated, "2023-03-31") == Rule::due_soon);
  CHECK(k.rule(k.dated, "2023-04-01") == Rule::overdue);
  CHECK(k.slipped().empty());

  k.on("2023-04-03");
  CHECK(k.move(kBoth, "Spring 2023").value() == 1);
  REQUIRE(k.slipped().size() == 1);
  const auto slippage = k.slipped().at(0);
  CHECK(slippage.item == k.dated);
  CHECK(slippage.original == day("2023-03-31"));
  CHECK(slippage.current == day("2023-05-31"));
  CHECK(slippage.days == 61);  // 30 days of April and 31 of May
  CHECK(slippage.redatings == 1);
  REQUIRE(slippage.steps.size() == 1);
  CHECK(slippage.steps[0].from == day("2023-03-31"));
  CHECK(slippage.steps[0].to == day("2023-05-31"));
  CHECK(slippage.steps[0].agreed);
  CHECK(slippage.steps[0].reason == "The board asked for a wider review.");
  CHECK(slippage.steps[0].at == "2023-04-03T10:00:00Z");
  CHECK(k.rule(k.dated, "2023-04-03") == Rule::slipping);
  CHECK(k.rule(k.dated, "2023-06-01") == Rule::overdue);

  const auto lines = history(k.w, "housing-plan", k.dated, View::live).value();
  CHECK(lines.front().kind == "item.corrected");
  CHECK(lines.front().changes.at(0) == FieldChange{ItemField::redated, {"2023-03-31"}, {"2023-05-31"}});
  CHECK(find_item(k.plan(), k.dated)->first_due == day("2023-03-31"));
}

TEST_CASE("work without an end is never overdue, and must be reviewed") {
  Kept k;
  CHECK(k.rule(k.ongoing, "2023-03-31") == Rule::ok);
  CHECK(k.rule(k.ongoing, "2023-04-01") == Rule::review_due);  // six months after it was adopted
  CHECK(k.rule(k.ongoing, "2043-04-01") == Rule::review_due);
  const auto all = reviews(k.plan(), *k.w.progress.of_plan("housing-plan").value(), day("2023-03-31"));
  REQUIRE(all.size() == 1);
  CHECK(all[0].item == k.ongoing);
  CHECK(all[0].day == day("2023-04-01"));
  CHECK_FALSE(all[0].due);
  CHECK(reviews(k.plan(), *k.w.progress.of_plan("housing-plan").value(), day("2023-04-01")).at(0).due);
}

TEST_CASE("a date is moved by a coordinator, with a reason") {
  Kept k;
  CHECK(k.move(kPanel, "Spring 2023").error().fault == Fault::not_allowed);
  CHECK(k.move(kCoordinator, "Spring 2023", " ").error().fault == Fault::invalid_input);
  CHECK(k.move(kCoordinator, "31 March 2023").error().fault == Fault::conflict);  // that is its date
  CHECK(redate(k.w, kCoordinator, "housing-plan", {{k.dated, 0}}, day("2023-05-31"), "unseen").error().fault == Fault::conflict);
  CHECK(k.slipped().empty());
}

TEST_CASE("the public sees a re-dating when it sees the date") {
  Kept k;
  REQUIRE(k.move(kCoordinator, "Spring 2023"));  // waits for the next release
  CHECK(k.slipped().size() == 1);
  CHECK(k.slipped(View::released).empty());
  REQUIRE(release_plan(k.w, kBoth, "housing-plan"));
  REQUIRE(k.slipped(View::released).size() == 1);
  CHECK(k.slipped(View::released)[0].steps.size() == 1);
  CHECK(k.slipped(View::released)[0].steps[0].who.empty());  // an account is nobody's business
  REQUIRE(k.move(kBoth, "Summer 2023", "Two members of the board left."));  // a publisher's is public at once
  CHECK(k.slipped(View::released)[0].redatings == 2);
  CHECK(k.slipped(View::released)[0].days == 153);  // 31 March to 31 August
}

}  // namespace redate_test
