// A newer document against the plan in force. Plans are written a line an item:
// "id | ref | theme | title | owner | timescale", theme headings being made as they come.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>

#include "plan/plan.h"

using namespace makegood;

namespace compare_test {

Plan plan_of(const std::vector<std::string>& lines) {
  Plan plan;
  for (const auto& line : lines) {
    auto cells = split(line, '|');
    cells.resize(6);
    for (auto& cell : cells) cell = squeeze(cell);
    Item item;
    item.id = ItemId(cells[0]);
    item.ref = cells[1];
    if (!cells[2].empty()) {
      item.theme = ThemeId("t " + cells[2]);
      if (find_theme(plan, item.theme) == nullptr) plan.themes.push_back({item.theme, cells[2], {}, {}});
    }
    item.title = cells[3];
    if (!cells[4].empty()) item.owners = split(cells[4], ';');
    item.timescale_raw = cells[5];
    item.timescale = read_timescale(cells[5]);
    plan.items.push_back(std::move(item));
  }
  return plan;
}

// "1=a reworded,moved | 2=+ | -b": pairs with their kinds, what is new, what is gone.
std::string shown(const ChangeSet& changes) {
  std::vector<std::string> parts;
  for (const auto& change : changes.items) {
    std::vector<std::string> kinds;
    for (const auto kind : change.kinds.list()) kinds.emplace_back(word(kind));
    auto part = change.fate == Fate::gone ? "-" + change.current.text
                                          : change.draft.text + "=" + (change.current.empty() ? "+" : change.current.text);
    if (!kinds.empty()) part += " " + join(kinds, ",");
    for (const auto& id : change.from) part += " <" + id.text;
    if (change.needs_answer() && change.fate != Fate::gone) part += " ?";
    if (change.departure)
      for (const auto& id : change.departure->successors) part += " >" + id.text;
    parts.push_back(std::move(part));
  }
  return join(parts, " | ");
}

struct Comparison {
  const char* what;
  std::vector<std::string> before, after;
  const char* expected;
};

const std::vector<std::string> kSix = {
    "a | 1.1 | Work    | Publish the pay gap between ethnic groups every year | Head of People | March 2024",
    "b | 1.2 | Work    | Take names off applications until after shortlisting | Head of People | June 2024",
    "c | 1.3 | Work    | Offer reverse mentoring to every senior manager | Chief Executive | Ongoing",
    "d | 2.1 | Schools | Review exclusions with the families concerned | Head of Inclusion | May 2024",
    "e | 2.2 | Schools | Train the governors of every school in anti-racism | Head of Schools | September 2024",
    "f | 2.3 | Schools | Buy reading books by authors of many backgrounds | Librarian | Ongoing",
};

std::vector<std::string> six_with(std::size_t line, const std::string& text) {
  auto lines = kSix;
  lines[line] = text;
  return lines;
}

Plan as_draft(Plan plan) {
  for (std::size_t i = 0; i < plan.items.size(); ++i) plan.items[i].id = ItemId(std::to_string(i + 1));
  return plan;
}

// Many items of distinct wording under themes, as a large body would have them.
Plan large_plan(int items) {
  static constexpr std::array kVerbs = {"Review", "Publish", "Train", "Open", "Fund", "Audit", "Rewrite", "Translate"};
  static constexpr std::array kThings = {"housing lettings", "school exclusions", "recruitment panels", "library stock", "street names",
                                         "grant criteria", "stop and search records", "interpreting services", "leadership courses"};
  Plan plan;
  unsigned seed = 1;
  const auto random = [&](unsigned n) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8U) % n;
  };
  for (int i = 0; i < items; ++i) {
    if (i % 25 == 0) plan.themes.push_back({ThemeId("t" + std::to_string(i / 25)), "Theme " + std::to_string(i / 25), {}, {}});
    Item item;
    item.id = ItemId("item" + std::to_string(100000 + i));
    item.ref = std::to_string(i / 25 + 1) + "." + std::to_string(i % 25 + 1);
    item.theme = plan.themes.back().id;
    item.title = std::string(kVerbs[random(kVerbs.size())]) + " " + kThings[random(kThings.size())] + " in ward " +
                 std::to_string(random(900)) + " with group " + std::to_string(random(900)) + " and say what was learnt";
    item.owners = {"Post " + std::to_string(random(60))};
    item.timescale_raw = "March " + std::to_string(2024 + random(4));
    item.timescale = read_timescale(item.timescale_raw);
    plan.items.push_back(std::move(item));
  }
  return plan;
}

template <class T>
void shuffle_in_place(std::vector<T>& list, unsigned seed) {
  for (std::size_t i = list.size(); i > 1; --i) {
    seed = seed * 1664525U + 1013904223U;
    std::swap(list[i - 1], list[(seed >> 8U) % i]);
  }
}

double seconds(auto work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST_CASE("what a newer document does to each item") {
  for (const auto& row : std::vector<Comparison>{
           {"nothing", kSix, kSix, "1=a | 2=b | 3=c | 4=d | 5=e | 6=f"},
           {"a rewording", kSix,
            six_with(0, "1 | 1.1 | Work | Publish the pay gap between all ethnic groups each spring | Head of People | March 2024"),
            "1=a reworded | 2=b | 3=c | 4=d | 5=e | 6=f"},
           {"a rewording and a new date at once", kSix,
            six_with(3, "4 | 2.1 | Schools | Review every exclusion with the families concerned | Head of Inclusion | May 2025"),
            "1=a | 2=b | 3=c | 4=d reworded,redated | 5=e | 6=f"},
           {"a new owner", kSix,
            six_with(5, "6 | 2.3 | Schools | Buy reading books by authors of many backgrounds | Head of Libraries | Ongoing"),
            "1=a | 2=b | 3=c | 4=d | 5=e | 6=f new_owner"},
           {"a slip of the pen put right", kSix,
            six_with(1, "2 | 1.2 | Work | Take names off aplications until after shortlisting | Head of People | June 2024"),
            "1=a | 2=b reworded | 3=c | 4=d | 5=e | 6=f"},
           {"only the case of letters", kSix,
            six_with(1, "2 | 1.2 | Work | TAKE NAMES OFF APPLICATIONS UNTIL AFTER SHORTLISTING | Head of People | June 2024"),
            "1=a | 2=b reworded | 3=c | 4=d | 5=e | 6=f"},
           {"an item dropped", kSix, {kSix[0], kSix[1], kSix[3], kSix[4], kSix[5]}, "1=a | 2=b | 3=d | 4=e | 5=f | -c"},
           {"an item put at the top, the rest renumbered", {kSix[0], kSix[1], kSix[2]},
            {"x | 1.1 | Work | Appoint a race equality adviser | Chief Executive | May 2024",
             "x | 1.2 | Work | Publish the pay gap between ethnic groups every year | Head of People | March 2024",
             "x | 1.3 | Work | Take names off applications until after shortlisting | Head of People | June 2024",
             "x | 1.4 | Work | Offer reverse mentoring to every senior manager | Chief Executive | Ongoing"},
            "1=+ | 2=a renumbered | 3=b renumbered | 4=c renumbered"},
           {"another theme", kSix, {kSix[0], kSix[1], kSix[3], kSix[4], kSix[5],
                                    "x | 1.3 | Schools | Offer reverse mentoring to every senior manager | Chief Executive | Ongoing"},
            "1=a | 2=b | 3=d | 4=e | 5=f | 6=c moved"},
           {"another place in its theme", kSix, {kSix[2], kSix[0], kSix[1], kSix[3], kSix[4], kSix[5]},
            "1=c moved | 2=a | 3=b | 4=d | 5=e | 6=f"},
           {"two references swapped: the wording decides", kSix,
            {"x | 1.2 | Work | Publish the pay gap between ethnic groups every year | Head of People | March 2024",
             "x | 1.1 | Work | Take names off applications until after shortlisting | Head of People | June 2024",
             kSix[2], kSix[3], kSix[4], kSix[5]},
            "1=a renumbered | 2=b renumbered | 3=c | 4=d | 5=e | 6=f"},
           {"another promise under the same number", kSix,
            six_with(2, "3 | 1.3 | Work | Close the depot on Sundays | Chief Executive | Ongoing"),
            "1=a | 2=b | 3=+ | 4=d | 5=e | 6=f | -c"},
           {"a theme renamed", kSix,
            {kSix[0], kSix[1], kSix[2],
             "x | 2.1 | Education and young people | Review exclusions with the families concerned | Head of Inclusion | May 2024",
             "x | 2.2 | Education and young people | Train the governors of every school in anti-racism | Head of Schools | September 2024",
             "x | 2.3 | Education and young people | Buy reading books by authors of many backgrounds | Librarian | Ongoing"},
            "1=a | 2=b | 3=c | 4=d | 5=e | 6=f"},
           {"one becomes two",
            {kSix[0], "b | 1.2 | Work | Train all managers in fair recruitment and publish shortlisting figures every quarter | Head of People | June 2024", kSix[2]},
            {kSix[0], "x | 1.2 | Work | Train all managers in fair recruitment | Head of People | June 2024",
             "x | 1.3 | Work | Publish shortlisting figures every quarter | Head of People | June 2024",
             "x | 1.4 | Work | Offer reverse mentoring to every senior manager | Chief Executive | Ongoing"},
            "1=a | 2=b reworded,split | 3=+ split <b | 4=c renumbered"},
           {"one becomes three, none of which is much like it",
            {kSix[0], "b | 1.2 | Work | Train all managers in fair recruitment, publish shortlisting figures every quarter and open a mentoring scheme for apprentices | Head of People | June 2024"},
            {kSix[0], "x | 2.1 | Fairness | Publish shortlisting figures every quarter | Analyst | 2026",
             "x | 2.2 | Fairness | Train all managers in fair recruitment | Head of Learning | 2025",
             "x | 2.3 | Fairness | Open a mentoring scheme for apprentices | Head of Skills | 2027"},
            "1=a | 2=+ split <b | 3=b reworded,redated,new_owner,moved,split,renumbered | 4=+ split <b"},
           {"two become one",
            {"a | 1 | | Train all managers in fair recruitment | Head of People | June 2024",
             "b | 2 | | Publish shortlisting figures every quarter | Head of People | June 2024", kSix[2]},
            {"x | 1 | | Train all managers in fair recruitment and publish shortlisting figures every quarter | Head of People | June 2024", kSix[2]},
            "1=a reworded,merged <b | 2=c | -b >1"},
           {"the same title under two themes stays where it is",
            {"a | | Work | Train all staff | | 2024", "b | | Schools | Train all staff | | 2024", "c | | Schools | Paint the hall in bright colours | | 2024"},
            {"x | | Schools | Train all staff | | 2024", "x | | Schools | Paint the hall in bright colours | | 2024", "x | | Work | Train all staff | | 2024"},
            "1=b | 2=c | 3=a"},
           {"short titles", {"a | 1 | | Training | Head of People | 2024", "b | 2 | | Housing | Head of Housing | 2024"},
            {"x | 1 | | Housing | Head of Housing | 2024", "x | 2 | | Training | Head of People | 2024"}, "1=b moved,renumbered | 2=a renumbered"},
           {"one of two that are alike is gone: which?",
            {"a | | | Hold a listening event for residents of the ward | | 2024", "b | | | Hold a listening event for residents of the ward | | 2024"},
            {"x | | | Hold a listening event for residents of the ward | | 2024"}, "1=a ? | -b"},
       }) {
    CAPTURE(row.what);
    CHECK(shown(compare(plan_of(row.before), as_draft(plan_of(row.after)))) == row.expected);
  }
}

TEST_CASE("a theme that was renamed is said once, and not of its items") {
  auto draft = as_draft(plan_of(kSix));
  draft.themes[1].title = "Education";
  const auto changes = compare(plan_of(kSix), draft);
  CHECK(changes.count(Fate::unchanged) == 6);
  REQUIRE(changes.themes.size() == 2);
  CHECK_FALSE(changes.themes[0].renamed);
  CHECK(changes.themes[1].renamed);
  CHECK(changes.themes[1].before == "Schools");
  CHECK(changes.themes[1].after == "Education");
}

TEST_CASE("ids that a draft carries from here decide") {
  auto current = plan_of(kSix);
  for (auto& item : current.items) item.id.text = "0123456" + item.id.text + "89";
  auto draft = current;
  draft.items[0].title = "Something else altogether";
  std::swap(draft.items[0], draft.items[5]);
  const auto changes = compare(current, draft);
  for (const auto& change : changes.items) CHECK(change.current == change.draft);
  CHECK(changes.count(Fate::gone) == 0);
}

TEST_CASE("a person's decisions change the matches that they name, and no others") {
  const auto current = plan_of(kSix);
  const auto draft = as_draft(plan_of(six_with(2, "x | 1.3 | Work | Close the depot on Sundays | Chief Executive | Ongoing")));
  struct Case {
    const char* what;
    std::vector<MatchDecision> decisions;
    const char* expected;
  };
  const auto decide = [](MatchVerdict verdict, const char* draft_id, const char* id, Departure departure = {}) {
    return MatchDecision{verdict, ItemId(draft_id), ItemId(id), std::move(departure)};
  };
  using enum MatchVerdict;
  for (const auto& row : std::vector<Case>{
           {"these two are the same after all", {decide(same, "3", "c")}, "1=a | 2=b | 3=c reworded | 4=d | 5=e | 6=f"},
           {"these two are not", {decide(apart, "1", "a")}, "1=+ | 2=b | 3=+ | 4=d | 5=e | 6=f | -a | -c"},
           {"one that is taken by another leaves that one new", {decide(same, "3", "b")},
            "1=a | 2=+ | 3=b reworded,redated,new_owner,renumbered | 4=d | 5=e | 6=f | -c"},
           {"the last word counts", {decide(same, "3", "c"), decide(apart, "3", "c")}, "1=a | 2=b | 3=+ | 4=d | 5=e | 6=f | -c"},
           {"a gone item went into another", {decide(gone, "", "c", {DepartureReason::merged, {ItemId("1")}, "", {}})},
            "1=a merged <c | 2=b | 3=+ | 4=d | 5=e | 6=f | -c >1"},
           {"what is not there any longer is passed over", {decide(same, "77", "c"), decide(gone, "", "zz")},
            "1=a | 2=b | 3=+ | 4=d | 5=e | 6=f | -c"}}) {
    CAPTURE(row.what);
    CHECK(shown(compare(current, draft, row.decisions)) == row.expected);
  }
  CHECK(compare(current, draft).questions() == 1);
  CHECK(compare(current, draft, {decide(gone, "", "c", {DepartureReason::completed, {}, "", {}})}).questions() == 0);
}

TEST_CASE("a decision that says too little is refused in one sentence") {
  const auto current = plan_of(kSix);
  const auto draft = as_draft(current);
  const auto fault = [&](const MatchDecision& decision) {
    const auto checked = check_decision(current, draft, decision);
    return checked ? std::string() : checked.error().message;
  };
  const auto gone = [](Departure departure) { return MatchDecision{MatchVerdict::gone, {}, ItemId("a"), std::move(departure)}; };
  CHECK(fault({MatchVerdict::same, ItemId("1"), ItemId("a"), {}}).empty());
  CHECK(fault({MatchVerdict::same, ItemId("9"), ItemId("a"), {}}) == "there is no such item in the new document");
  CHECK(fault({MatchVerdict::apart, ItemId("1"), ItemId("zz"), {}}) == "there is no such item in the plan in force");
  CHECK(fault(gone({})) == "say why the item is gone");
  CHECK(fault(gone({DepartureReason::completed, {}, "", {}})).empty());
  CHECK(fault(gone({DepartureReason::merged, {}, "", {}})) == "say which item it was merged into or is superseded by");
  CHECK(fault(gone({DepartureReason::merged, {ItemId("2")}, "", {}})).empty());
  CHECK(fault(gone({DepartureReason::superseded, {ItemId("zz")}, "", {}})) == "the item that it went into is not in the new document");
  CHECK(fault(gone({DepartureReason::dropped, {}, " ", {}})) == "say in a sentence why it was dropped: the public will read it");
}

TEST_CASE("an identical plan is unchanged, in any order only moved, with other numbers only renumbered") {
  const auto current = large_plan(400);
  for (unsigned round = 1; round <= 8; ++round) {
    CAPTURE(round);
    auto draft = as_draft(current);
    CHECK(compare(current, draft).count(Fate::unchanged) == 400);

    shuffle_in_place(draft.items, round);
    for (const auto& change : compare(current, draft).items) {
      REQUIRE(change.fate != Fate::added);
      REQUIRE(change.fate != Fate::gone);
      const auto* before = find_item(current, change.current);
      const auto* after = find_item(draft, change.draft);
      CHECK(before->title == after->title);
      CHECK(before->ref == after->ref);
      for (const auto kind : change.kinds.list()) CHECK(kind == ChangeKind::moved);
    }

    draft = as_draft(current);
    for (std::size_t i = 0; i < draft.items.size(); ++i) draft.items[i].ref = std::to_string(1000 * round - i);
    const auto renumbered = compare(current, draft);
    CHECK(renumbered.count(ChangeKind::renumbered) == 400);
    CHECK(renumbered.questions() == 0);
    for (const auto& change : renumbered.items) CHECK(change.kinds.list().size() == 1);
  }
}

TEST_CASE("every item is in the change set once, whatever the two plans are") {
  for (unsigned round = 1; round <= 20; ++round) {
    auto current = large_plan(60), draft = as_draft(large_plan(70));
    shuffle_in_place(draft.items, round);
    draft.items.resize(30 + round);
    for (std::size_t i = 0; i < draft.items.size(); i += 3) draft.items[i].title = draft.items[(i + round) % draft.items.size()].title;
    std::map<ItemId, int> old_seen, new_seen;
    for (const auto& change : compare(current, draft).items) {
      if (!change.current.empty()) ++old_seen[change.current];
      if (!change.draft.empty()) ++new_seen[change.draft];
      CHECK(change.match.confidence >= 0);
      CHECK(change.match.confidence <= 1);
    }
    CHECK(old_seen.size() == current.items.size());
    CHECK(new_seen.size() == draft.items.size());
    for (const auto& [id, n] : old_seen) CHECK(n == 1);
    for (const auto& [id, n] : new_seen) CHECK(n == 1);
  }
}

// The times leave a slow machine ten times what was measured.
TEST_CASE("5,000 items, a third of them reworded and all of them renumbered, take no longer than a breath") {
  const auto current = large_plan(5000);
  auto draft = as_draft(current);
  shuffle_in_place(draft.items, 3);
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    draft.items[i].ref = std::to_string(i + 1);
    if (i % 3 == 0) draft.items[i].title = "From now on " + draft.items[i].title + " in a report";
  }
  ChangeSet changes;
  const double took = seconds([&] { changes = compare(current, draft); });
  MESSAGE("5,000 against 5,000: ", took, " s");
  CHECK(took < 8);
  CHECK(changes.count(Fate::gone) == 0);
  CHECK(changes.count(ChangeKind::reworded) == 1667);
}

TEST_CASE("as many equal titles as a plan may hold do not hang") {
  Plan current;
  for (int i = 0; i < 20'000; ++i) {
    Item item;
    item.id = ItemId("i" + std::to_string(i));
    item.title = "Hold a listening event for residents of the ward";
    current.items.push_back(std::move(item));
  }
  auto draft = as_draft(current);
  draft.items.resize(19'990);
  ChangeSet changes;
  const double took = seconds([&] { changes = compare(current, draft); });
  MESSAGE("20,000 equal titles: ", took, " s");
  CHECK(took < 10);
  CHECK(changes.count(Fate::gone) == 10);
  CHECK(changes.count(Fate::added) == 0);
}

}  // namespace compare_test
