#include "plan/plan.h"

#include <doctest/doctest.h>

#include <set>

using namespace makegood;

namespace plan_test {

Day day(const char* iso) { return Day::parse(iso).value(); }
const Day kToday = day("2023-07-01");

RandomBits counting(std::uint64_t from = 0) {
  return [n = from]() mutable { return (++n) * 0x9e3779b97f4a7c15U; };
}

Item item_of(const char* id, const char* title) {
  Item item;
  item.id = ItemId(id);
  item.title = title;
  return item;
}

Item dated(const char* timescale) {
  auto item = item_of("1", "Do it");
  item.timescale_raw = timescale;
  item.timescale = read_timescale(timescale);
  return item;
}

// Everything that a plan can hold, none of it left at its usual value.
Plan full_plan() {
  Plan plan;
  plan.slug = "fair-work";
  plan.title = "Fair Work – \"Teg\"";
  plan.organisation = "Cyngor Môn";
  plan.context = "Why.\nAnd how.";
  plan.settings = {8, 8, false, 2023};
  plan.themes = {{ThemeId("t1"), "Employment", {}, {.page = 1, .sheet = "Staff", .block = 2, .row = 3, .column = 4, .line = 5}},
                 {ThemeId("t2"), "Council", ThemeId("t1"), {}}};
  auto first = item_of("i1", "Publish the pay gap");
  first.ref = "01.05";
  first.kind = ItemKind::recommendation;
  first.theme = ThemeId("t2");
  first.detail = "line\nline";
  first.owners = {"Learning and Development", "Head of People"};
  first.partners = {"Police"};
  first.lead_authority = {"Council"};
  first.timescale_raw = "June 2023 - March 2024, then rolling";
  first.timescale.start = day("2023-06-01");
  first.timescale.due = day("2024-03-31");
  first.timescale.milestones = {{day("2023-09-30"), {3, 9}}, {day("2024-03-31"), {0, 0}}};
  first.timescale.recurs = Recurrence::quarterly;
  first.timescale.ongoing = true;
  first.timescale.complete = true;
  first.timescale.unparsed = true;
  first.timescale.condition = "within 6 months";
  first.timescale.confidence = 0.1;
  first.timescale.start_span = {0, 9};
  first.timescale.due_span = {12, 22};
  first.timescale.findings = {{"odd", "Odd.", "row 1"}};
  first.status_raw = "Complete?";
  first.response = Response::accepted_in_part;
  first.progress = "Begun";
  first.approval = "draft";
  first.evidence = {{"a report", "https://example.org/a?b=1"}};
  first.source = {.page = 7, .row = 2};
  first.source_text = "the cell";
  first.confidence = 0.3;
  first.findings = {{"shifted_cells", "Cells moved.", "row 2"}};
  first.confirmed = Timescale{};
  first.confirmed->due = day("2024-04-01");
  first.first_due = day("2024-02-29");
  first.last_word = day("2023-06-14");
  auto child = item_of("i2", "Agree a method");
  child.kind = ItemKind::sub_action;
  child.parent = ItemId("i1");
  child.confirmed = Timescale{};  // "there is no date" is a decision
  child.absent = true;
  child.departure = Departure{DepartureReason::merged, {ItemId("i1")}, "into the pay gap", day("2024-05-01")};
  first.came_from = {ItemId("i2")};
  plan.items = {first, child};
  plan.indicators = {{IndicatorId("k1"), ThemeId("t1"), "Share", "percent", {.page = 9}}};
  plan.findings = {{"no_owner", "Some have no owner.", ""}};
  plan.settlements = {{ItemId("i1"), "odd", 1, Decision::set_dates, *first.confirmed, {"A", "B"}, "by phone"}};
  return plan;
}

void check_same(const Plan& a, const Plan& b) {
  CHECK(a.slug == b.slug);
  CHECK(a.title == b.title);
  CHECK(a.organisation == b.organisation);
  CHECK(a.context == b.context);
  CHECK(a.settings.as_of == b.settings.as_of);
  CHECK(a.settings.financial_year_starts == b.settings.financial_year_starts);
  CHECK(a.settings.academic_year_starts == b.settings.academic_year_starts);
  CHECK(a.settings.quarters_are_financial == b.settings.quarters_are_financial);
  CHECK(a.themes == b.themes);
  CHECK(a.items == b.items);
  CHECK(a.indicators == b.indicators);
  CHECK(a.findings == b.findings);
  CHECK(a.settlements == b.settlements);
}

TEST_CASE("adopting gives fresh ids and keeps every link") {
  const auto plan = adopt(full_plan(), counting());
  CHECK(plan.items[0].id.text.size() == 10);
  CHECK(plan.items[1].parent == plan.items[0].id);
  CHECK(plan.themes[1].parent == plan.themes[0].id);
  CHECK(plan.items[0].theme == plan.themes[1].id);
  CHECK(plan.indicators[0].theme == plan.themes[0].id);
  CHECK(plan.settlements[0].item == plan.items[0].id);
  CHECK(plan.items[0].ref == "01.05");
}

TEST_CASE("ids stay distinct even when chance repeats itself") {
  Plan plan;
  for (int i = 0; i < 20; ++i) plan.items.push_back(item_of(std::to_string(i).c_str(), "x"));
  int calls = 0;
  const auto stubborn = adopt(plan, [&] { return static_cast<std::uint64_t>(++calls / 3) * 0x9e3779b97f4a7c15U; });
  std::set<ItemId> ids;
  for (const auto& item : stubborn.items) ids.insert(item.id);
  CHECK(ids.size() == 20);
}

TEST_CASE("a slug is of small letters, digits and hyphens, at most 60, never empty") {
  struct Row {
    const char* title;
    const char* slug;
  };
  for (const auto& row : {Row{"Race Equality Taskforce: response", "race-equality-taskforce-response"},
                          Row{"  The Council's Plan (2023/24)  ", "the-councils-plan-2023-24"},
                          Row{"The Council’s “Fair” Plan", "the-councils-fair-plan"},
                          Row{"Cyngor Môn: Cynllun Ŵyl", "cyngor-mon-cynllun-wyl"}, Row{"", "plan"}, Row{"!!!", "plan"},
                          Row{"平等", "plan"},
                          Row{"A very long title that goes on and on until no address could hold it all",
                              "a-very-long-title-that-goes-on-and-on-until-no-address-could"}}) {
    CAPTURE(row.title);
    CHECK(make_slug(row.title) == row.slug);
    CHECK(make_slug(make_slug(row.title)) == make_slug(row.title));
  }
  CHECK(make_slug(std::string(200, 'x')).size() == 60);
}

TEST_CASE("the calendar's word for an item on 1 July 2023") {
  struct Row {
    const char* name;
    const char* timescale;
    Rule rule;
    std::optional<int> days;
  };
  for (const auto& row : {Row{"a date that has passed", "June 2023", Rule::overdue, 1},
                          Row{"long passed", "March 2023", Rule::overdue, 92},
                          Row{"due at the end of this month: over 28 days", "July 2023", Rule::ok, -30},
                          Row{"due in 28 days", "29 July 2023", Rule::due_soon, -28},
                          Row{"due in 29 days", "30 July 2023", Rule::ok, -29},
                          Row{"due today is not overdue", "1 July 2023", Rule::due_soon, 0},
                          Row{"ongoing without a date is never overdue", "Ongoing", Rule::review_due, std::nullopt},
                          Row{"ongoing until a date that passed", "Ongoing until March 2023", Rule::overdue, 92},
                          Row{"no text at all", "", Rule::no_date, std::nullopt},
                          Row{"a text that nothing can be read from", "By xx", Rule::no_date, std::nullopt},
                          Row{"the text says complete", "Complete", Rule::complete, std::nullopt}}) {
    CAPTURE(row.name);
    const auto status = rule_status(dated(row.timescale), kToday);
    CHECK(word(status.rule) == word(row.rule));
    CHECK(status.days == row.days);
  }
}

TEST_CASE("open-ended work is reviewed six months after the last word, or as often as it recurs") {
  auto ongoing = dated("Ongoing");
  ongoing.last_word = day("2023-01-02");
  CHECK(rule_status(ongoing, kToday).rule == Rule::ok);
  CHECK(rule_status(ongoing, kToday).due == day("2023-07-02"));
  CHECK(rule_status(ongoing, day("2023-07-02")).rule == Rule::review_due);
  auto quarterly = dated("Quarterly Review");
  quarterly.last_word = day("2023-03-31");
  CHECK(rule_status(quarterly, kToday).rule == Rule::review_due);
  CHECK(rule_status(quarterly, kToday).days == 1);
  CHECK(rule_status(quarterly, day("2033-01-01")).rule == Rule::review_due);
}

TEST_CASE("a date that was moved shows as slipping, in days; an old silence as stale") {
  auto item = dated("March 2024");
  item.first_due = day("2024-01-31");
  auto status = rule_status(item, kToday);
  CHECK(status.rule == Rule::slipping);
  CHECK(status.slipped == 60);
  item.first_due = day("2024-03-31");
  CHECK(rule_status(item, kToday).rule == Rule::ok);
  item.last_word = day("2022-12-31");
  CHECK(rule_status(item, kToday).rule == Rule::stale);
  item.last_word = day("2023-01-01");
  CHECK(rule_status(item, kToday).rule == Rule::ok);
}

TEST_CASE("accepted and completed counts as complete") {
  auto item = dated("March 2023");
  item.response = Response::accepted_and_completed;
  CHECK(rule_status(item, kToday).rule == Rule::complete);
}

TEST_CASE("delivery counts items that stand on their own, by theme in plan order") {
  Plan plan;
  plan.themes = {{ThemeId("b"), "Second letter", {}, {}}, {ThemeId("a"), "First letter", {}, {}}, {ThemeId("e"), "Empty", {}, {}}};
  const auto add = [&](const char* id, const char* theme, const char* timescale) -> Item& {
    auto item = dated(timescale);
    item.id = ItemId(id);
    item.theme = ThemeId(theme);
    plan.items.push_back(item);
    return plan.items.back();
  };
  add("1", "b", "March 2023");
  add("2", "b", "December 2023");
  add("3", "a", "20 July 2023");
  add("4", "", "");
  add("5", "b", "March 2023").parent = ItemId("1");
  add("6", "b", "March 2023").absent = true;
  const auto delivery = count_delivery(plan, kToday);
  REQUIRE(delivery.themes.size() == 3);
  CHECK(delivery.themes[0].title == "Second letter");
  CHECK(delivery.themes[0].total == 2);
  CHECK(delivery.themes[0].count(Rule::overdue) == 1);
  CHECK(delivery.themes[0].next_due == day("2023-12-31"));
  CHECK(delivery.themes[1].count(Rule::due_soon) == 1);
  CHECK(delivery.themes[2].theme.empty());
  CHECK(delivery.all.total == 4);
  CHECK(delivery.all.next_due == day("2023-07-20"));
}

TEST_CASE("a filter keeps what it asks for, all of it at once") {
  auto plan = full_plan();
  plan.items[0].timescale = read_timescale("June 2023");
  plan.items[0].confirmed.reset();
  struct Row {
    const char* name;
    ItemFilter filter;
    std::size_t found;
  };
  for (const auto& row : {Row{"nothing asked", {}, 2}, Row{"a theme", {.theme = ThemeId("t2")}, 1},
                          Row{"the theme above it", {.theme = ThemeId("t1")}, 1}, Row{"another theme", {.theme = ThemeId("t9")}, 0},
                          Row{"an owner, case aside", {.owner = "learning & development"}, 1},
                          Row{"half an owner's name", {.owner = "learning"}, 0}, Row{"a partner", {.partner = "police"}, 1},
                          Row{"a lead authority", {.partner = "Council"}, 1},
                          Row{"due in a window", {.due_from = day("2023-06-30"), .due_to = day("2023-06-30")}, 1},
                          Row{"due later", {.due_from = day("2023-07-01")}, 0},
                          Row{"overdue", {.rule = Rule::overdue}, 1}, Row{"a kind", {.kind = ItemKind::sub_action}, 1},
                          Row{"words anywhere", {.text = "PUBLISH begun"}, 1},
                          Row{"words of which one is nowhere", {.text = "publish zebra"}, 0},
                          Row{"two conditions", {.kind = ItemKind::sub_action, .text = "publish"}, 0}}) {
    CAPTURE(row.name);
    CHECK(select_items(plan, row.filter, kToday).size() == row.found);
  }
  CHECK_FALSE(ItemFilter{}.asks_for_anything());
}

TEST_CASE("items without a date come last in either direction, equal ones in plan order") {
  Plan plan;
  for (const auto* timescale : {"", "March 2024", "June 2023", "March 2024"}) {
    auto item = dated(timescale);
    item.id = ItemId(std::to_string(plan.items.size()));
    plan.items.push_back(item);
  }
  const auto order = [&](bool descending) {
    std::string ids;
    for (const auto* item : select_items(plan, {.order = ItemOrder::due, .descending = descending}, kToday)) ids += item->id.text;
    return ids;
  };
  CHECK(order(false) == "2130");
  CHECK(order(true) == "1320");
}

TEST_CASE("a corrected timescale is read again and drops what a person had confirmed") {
  auto plan = full_plan();
  const auto change = apply(plan, {ItemId("i1"), ItemField::timescale, {"Q4 2022/23"}, "misread"});
  REQUIRE(change);
  CHECK(change->before == std::vector<std::string>{"June 2023 - March 2024, then rolling"});
  CHECK(change->after == std::vector<std::string>{"Q4 2022/23"});
  CHECK(plan.items[0].dates().due == day("2023-07-31"));  // this plan's financial year begins in August
  CHECK_FALSE(plan.items[0].confirmed);
}

TEST_CASE("a confirmed date stands above what was read, which is kept") {
  Plan plan;
  plan.items = {dated("March 2024")};
  REQUIRE(apply(plan, {ItemId("1"), ItemField::due, {"2024-06-30"}, "misread"}));
  CHECK(plan.items[0].dates().due == day("2024-06-30"));
  CHECK(plan.items[0].timescale.due == day("2024-03-31"));
  CHECK(plan.items[0].timescale_raw == "March 2024");
  CHECK(rule_status(plan.items[0], kToday).rule == Rule::ok);
  REQUIRE(apply(plan, {ItemId("1"), ItemField::redated, {"2024-08-31"}, "agreed by the board"}));
  CHECK(rule_status(plan.items[0], kToday).rule == Rule::slipping);
  CHECK(rule_status(plan.items[0], kToday).slipped == 62);
}

TEST_CASE("what does not fit is refused and changes nothing") {
  struct Row {
    const char* name;
    Correction correction;
    Fault fault;
  };
  for (const auto& row : {Row{"no such item", {ItemId("zz"), ItemField::title, {"x"}, ""}, Fault::not_found},
                          Row{"no title", {ItemId("i1"), ItemField::title, {" "}, ""}, Fault::invalid_input},
                          Row{"not a date", {ItemId("i1"), ItemField::due, {"31/03/2024"}, ""}, Fault::invalid_input},
                          Row{"not a day", {ItemId("i1"), ItemField::due, {"2023-02-29"}, ""}, Fault::invalid_input},
                          Row{"a start after the end", {ItemId("i1"), ItemField::start, {"2025-01-01"}, ""}, Fault::invalid_input},
                          Row{"not a flag", {ItemId("i1"), ItemField::ongoing, {"perhaps"}, ""}, Fault::invalid_input},
                          Row{"not a kind", {ItemId("i1"), ItemField::kind, {"wish"}, ""}, Fault::invalid_input},
                          Row{"not a theme", {ItemId("i1"), ItemField::theme, {"t9"}, ""}, Fault::not_found},
                          Row{"not a recurrence", {ItemId("i1"), ItemField::recurs, {"often"}, ""}, Fault::invalid_input},
                          Row{"not a response", {ItemId("i1"), ItemField::response, {"maybe"}, ""}, Fault::invalid_input},
                          Row{"nothing new", {ItemId("i1"), ItemField::ref, {"01.05"}, ""}, Fault::conflict}}) {
    CAPTURE(row.name);
    auto plan = full_plan();
    const auto done = apply(plan, row.correction);
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == row.fault);
    CHECK(plan.items == full_plan().items);
  }
}

TEST_CASE("every field has a word that leads back to it") {
  for (int i = 0; i <= static_cast<int>(ItemField::approval); ++i) {
    const auto field = static_cast<ItemField>(i);
    CAPTURE(word(field));
    CHECK(item_field_from(word(field)) == field);
  }
  CHECK_FALSE(item_field_from("colour"));
  CHECK_FALSE(item_kind_from("wish"));
}

TEST_CASE("two findings with one code are told apart, and each is settled once") {
  auto plan = full_plan();
  plan.settlements.clear();
  plan.items[0].findings = {{"odd", "First.", ""}, {"odd", "Second.", ""}};
  CHECK(open_findings(plan).size() == 4);  // these two, the timescale's and the plan's
  Settlement split{ItemId("i1"), "odd", 1, Decision::split_owners, {}, {"A ", "", "B"}, ""};
  const auto changes = settle(plan, split);
  REQUIRE(changes);
  REQUIRE(changes->size() == 1);
  CHECK((*changes)[0].field == ItemField::owners);
  CHECK(plan.items[0].owners == std::vector<std::string>{"A", "B"});
  CHECK(open_findings(plan).size() == 3);
  CHECK(settle(plan, split).error().fault == Fault::conflict);
  split.ordinal = 7;
  CHECK(settle(plan, split).error().fault == Fault::not_found);
  CHECK(settle(plan, {ItemId{}, "no_owner", 0, Decision::set_dates, {}, {}, ""}).error().fault == Fault::invalid_input);
  CHECK(settle(plan, {ItemId{}, "no_owner", 0, Decision::leave, {}, {}, ""}));
}

TEST_CASE("a plan with everything in it comes back as it was, to the byte") {
  const auto json = write_plan(full_plan());
  const auto back = read_plan(json);
  REQUIRE(back);
  check_same(*back, full_plan());
  CHECK(write_plan(*back) == json);
  CHECK(json.find('\n') == std::string::npos);
}

TEST_CASE("an item, a settlement, a correction and changes come back as they were") {
  for (const auto& item : full_plan().items) CHECK(read_item(write_item(item)).value() == item);
  CHECK(read_settlement(write_settlement(full_plan().settlements[0])).value() == full_plan().settlements[0]);
  const Correction correction{ItemId("i1"), ItemField::owners, {"A", "B"}, "why"};
  const auto back = read_correction(write_correction(correction)).value();
  CHECK(back.item == correction.item);
  CHECK(back.field == correction.field);
  CHECK(back.values == correction.values);
  CHECK(back.reason == correction.reason);
  const std::vector<FieldChange> changes = {{ItemField::due, {"2023-01-01"}, {}}, {ItemField::owners, {}, {"A"}}};
  CHECK(read_changes(write_changes(changes)).value() == changes);
}

TEST_CASE("JSON that does not fit is refused in one line that says where") {
  struct Row {
    const char* name;
    const char* json;
    const char* line;
  };
  for (const auto& row :
       {Row{"not JSON", "{", "this is not JSON"}, Row{"a list", "[]", "an object is expected"},
        Row{"another format", R"({"format":"x"})", "\"format\" is not makegood-plan-1"},
        Row{"a number for a title", R"({"format":"makegood-plan-1","title":3})", "\"title\" is not a text"},
        Row{"an item without an id", R"({"format":"makegood-plan-1","items":[{"title":"x"}]})", "items 1: an item needs an id"},
        Row{"an unknown kind", R"({"format":"makegood-plan-1","items":[{"id":"1"},{"id":"2","kind":"wish"}]})",
            "items 2: \"kind\" is not a known word: wish"},
        Row{"two of one id", R"({"format":"makegood-plan-1","items":[{"id":"1"},{"id":"1"}]})", "two items have the id 1"},
        Row{"a parent that is not there", R"({"format":"makegood-plan-1","items":[{"id":"1","parent":"2"}]})",
            "there is no item with the id 2"},
        Row{"a parent of itself", R"({"format":"makegood-plan-1","items":[{"id":"1","parent":"1"}]})",
            "item 1 is its own ancestor"},
        Row{"a day that is not", R"({"format":"makegood-plan-1","items":[{"id":"1","timescale":{"due":"2023-02-30"}}]})",
            "items 1: \"due\" is not a date: 2023-02-30"},
        Row{"a number that is not a position", R"({"format":"makegood-plan-1","items":[{"id":"1","source":{"page":99999999999}}]})",
            "items 1: \"page\" is not a number that makes sense"},
        Row{"certainty beyond 1", R"({"format":"makegood-plan-1","items":[{"id":"1","confidence":1.5}]})",
            "items 1: \"confidence\" is not between 0 and 1"},
        Row{"month 13", R"({"format":"makegood-plan-1","settings":{"academic_year_starts":13}})",
            "\"academic_year_starts\" is not a month"}}) {
    CAPTURE(row.name);
    const auto plan = read_plan(row.json);
    REQUIRE_FALSE(plan);
    CHECK(plan.error().message == row.line);
  }
  CHECK(read_plan(std::string(100000, '[')).error().fault == Fault::too_large);
  CHECK(read_plan(R"({"format":"makegood-plan-1","a new member":[1]})"));
}

TEST_CASE("text that is not UTF-8 is written as something that can be read") {
  Plan plan;
  plan.title = "caf\xe9";
  const auto back = read_plan(write_plan(plan));
  REQUIRE(back);
  CHECK(back->title == "caf\xef\xbf\xbd");
}

TEST_CASE("the neutral shape says what counts, and null where there is nothing") {
  const auto json = write_neutral(full_plan());
  for (const auto* expected : {"\"ref\": \"01.05\"", "\"theme\": \"Council\"", "\"parent_ref\": \"01.05\"", "\"due\": \"2024-04-01\"",
                               "\"start\": null", "\"timescale_raw\": \"June 2023 - March 2024, then rolling\"",
                               "\"response\": \"accepted-in-part\"", "\"recurs\": null", "\"page\": 7", "\"code\": \"shifted_cells\"",
                               "\"parent\": \"t1\"", "\"unit\": \"percent\"", "\"kind\": \"sub-action\""}) {
    CAPTURE(expected);
    CHECK(json.find(expected) != std::string::npos);
  }
  CHECK(json.ends_with("}\n"));
}

TEST_CASE("a revision pairs items by reference and wording, and each once") {
  Plan current, draft;
  const auto add = [](Plan& plan, const char* id, const char* ref, const char* title) {
    auto item = item_of(id, title);
    item.ref = ref;
    plan.items.push_back(item);
  };
  add(current, "a", "1", "Publish the pay gap");
  add(current, "b", "2", "Review the curriculum");
  add(current, "c", "3", "Train all staff");
  add(current, "d", "4", "Train all staff");
  add(current, "e", "5", "Open a youth club");
  add(draft, "1", "1", "Review the curriculum");         // renumbered
  add(draft, "2", "2", "Publish the pay gap each year");  // renumbered and reworded
  add(draft, "3", "4", "Train all staff");
  add(draft, "4", "3", "Train all staff");
  add(draft, "5", "5", "Close the depot on Sundays");     // the number is all that is left
  const auto changes = compare(current, draft);
  std::string pairs;
  for (const auto& change : changes.items) pairs += change.draft.text + "=" + change.current.text + " ";
  CHECK(pairs == "1=b 2=a 3=d 4=c 5= =e ");
  CHECK(changes.count(Fate::added) == 1);
  CHECK(changes.count(Fate::gone) == 1);
}

TEST_CASE("a reworded title without a reference is paired where two thirds of its words are the same") {
  struct Row {
    const char* before;
    const char* after;
    bool same;
  };
  for (const auto& row : {Row{"Review how we let homes", "Review how we let our homes", true},   // 5 of 6
                          Row{"Train all staff now", "Train all staff", true},                   // 3 of 4
                          Row{"Train staff", "Train staff yearly", true},                        // 2 of 3
                          Row{"Train staff", "Train new volunteers", false},                     // 1 of 4
                          Row{"Publish data", "Publish figures", false}}) {                      // 1 of 3
    CAPTURE(row.before);
    Plan current, draft;
    current.items = {item_of("a", row.before)};
    draft.items = {item_of("1", row.after)};
    CHECK(compare(current, draft).count(Fate::changed) == (row.same ? 1 : 0));
  }
}

TEST_CASE("a revision by the same plan changes nothing") {
  const auto current = adopt(full_plan(), counting());
  auto draft = full_plan();
  for (auto& item : draft.items) item.absent = false;
  auto now = current;
  for (auto& item : now.items) item.absent = false, item.departure.reset();
  const auto changes = compare(now, draft);
  CHECK(changes.count(Fate::unchanged) == 2);
  const auto revised = revise(now, draft, changes, day("2024-06-01"), counting(1000));
  CHECK(revised.items == now.items);
  CHECK(revised.themes == now.themes);
}

}  // namespace plan_test
