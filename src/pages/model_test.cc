#include <doctest/doctest.h>

#include "pages/gallery.h"
#include "pages/people_model.h"

using namespace makegood;
using namespace makegood::pages;

namespace {

Item plain_item(std::string id, std::string timescale) {
  Item item;
  item.id = ItemId(std::move(id));
  item.title = "Item " + item.id.text;
  item.timescale_raw = std::move(timescale);
  item.timescale = read_timescale(item.timescale_raw);
  return item;
}

Plan plan_of(int items, const std::string& timescale) {
  Plan plan;
  plan.slug = "p";
  for (int i = 1; i <= items; ++i) plan.items.push_back(plain_item(std::to_string(i), timescale));
  return plan;
}

const Day kToday = Day::parse("2026-09-15").value();

}  // namespace

TEST_CASE("a headline is a first sentence, cut between words") {
  const std::string long_words(30, 'x');
  const struct {
    const char* name;
    std::string text, expected;
  } rows[] = {
      {"short text is whole", "Sign the charter.", "Sign the charter."},
      {"the first line stands for the rest", "Assess every decision\nwhich groups\nwhat changed", "Assess every decision"},
      {"the first sentence stands for the rest", "Publish the pay gap each year. Say how many did not answer.",
       "Publish the pay gap each year."},
      {"an abbreviation does not end it", "Train staff, e.g. managers. Then train governors.", "Train staff, e.g. managers."},
      {"a long sentence is cut at a space",
       long_words + " " + long_words + " " + long_words + " " + long_words + " " + long_words,
       long_words + " " + long_words + " " + long_words + " " + long_words + "…"},
      {"nothing stays nothing", "", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(headline(row.text) == row.expected);
  }
}

TEST_CASE("a commitment without a date follows its recommendation") {
  Plan plan = plan_of(1, "March 2026");
  plan.items.push_back(plain_item("1a", ""));
  plan.items.back().parent = ItemId("1");
  const auto fact = calendar_fact(plan, plan.items.back(), kToday);
  CHECK(fact.follows_parent);
  CHECK(fact.standing == pages::Standing::late);
  CHECK(fact.status.days == 168);  // 31 March to 15 September
  plan.items.back().timescale_raw = "December 2026";
  plan.items.back().timescale = read_timescale("December 2026");
  CHECK_FALSE(calendar_fact(plan, plan.items.back(), kToday).follows_parent);
  CHECK(calendar_fact(plan, plan.items.back(), kToday).standing == pages::Standing::in_hand);
}

TEST_CASE("a list filtered by a standing has as many lines as the chart counts") {
  const auto plan = gallery_plan();
  const auto page = make_plan_page(plan, {}, {}, gallery_today());
  for (const auto standing : kStandings) {
    PlanQuery query;
    query.status = word(standing);
    CAPTURE(query.status);
    CHECK(make_plan_page(plan, {}, query, gallery_today()).matched == page.answer.counts[standing]);
    CHECK(page.answer.counts[standing] > 0);
  }
}

TEST_CASE("the published table adds up to the plan") {
  const auto plan = gallery_plan();
  const auto delivery = count_delivery(plan, gallery_today());
  std::int64_t sum = 0;
  const auto table = delivery_table(delivery);
  for (const auto& row : table.rows()) sum += row.value.value_or(0);
  CHECK(sum == 9);  // 11 items, of which 2 are commitments
  CHECK(standings_in(delivery.all).total() == 9);
}

TEST_CASE("a plan's list comes in pages of fifty") {
  const auto plan = plan_of(120, "March 2027");
  const struct {
    const char* name;
    const char* asked;
    int page, rows;
    const char* first;
  } rows[] = {{"the first page", "1", 1, 50, "1"},
              {"the last page has the rest", "3", 3, 20, "101"},
              {"a page beyond the last is the last", "9", 3, 20, "101"},
              {"a page that is no number is the first", "two", 1, 50, "1"},
              {"a negative page is the first", "-4", 1, 50, "1"},
              {"a huge number is the last page", "99999999999999999999", 1, 50, "1"}};
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto page = make_plan_page(plan, {}, plan_query_from({{"page", row.asked}}), kToday);
    CHECK(page.pages == 3);
    CHECK(page.matched == 120);
    CHECK(page.page == row.page);
    REQUIRE(static_cast<int>(page.rows.size()) == row.rows);
    CHECK(page.rows.front().id.text == row.first);
  }
}

TEST_CASE("filters of the address choose items") {
  const auto plan = gallery_plan();
  const struct {
    const char* name;
    QueryPairs pairs;
    std::vector<std::string> ids;
  } rows[] = {
      {"a theme includes the themes under it", {{"theme", "t2"}}, {"k3", "k4", "k5"}},
      {"an owner, case aside", {{"owner", "monitoring officer"}}, {"k7"}},
      {"a partner", {{"partner", "Estuary Police"}}, {"k8"}},
      {"dates that have passed", {{"due", "past"}}, {"k2"}},
      {"dates in the next 30 days", {{"due", "30"}}, {"k3"}},
      {"a kind", {{"kind", "commitment"}}, {"k2a", "k2b"}},
      {"every word asked", {{"q", " governors  school "}}, {"k3"}},
      {"latest date first, without a date last", {{"kind", "recommendation"}, {"sort", "-due"}}, {"k6", "k2", "k1"}},
      {"an unknown status leaves nothing", {{"status", "sideways"}}, {}},
      {"an unknown name is ignored", {{"colour", "red"}, {"owner", "Monitoring Officer"}}, {"k7"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    std::vector<std::string> ids;
    for (const auto* item : items_for(plan, plan_query_from(row.pairs), gallery_today())) ids.push_back(item->id.text);
    CHECK(ids == row.ids);
  }
}

TEST_CASE("a query survives the way through an address") {
  const QueryPairs pairs = {{"q", "a & b"}, {"theme", "t1"}, {"owner", "Head of A"}, {"status", "overdue"}, {"sort", "-due"}, {"page", "3"}};
  const auto query = plan_query_from(pairs);
  CHECK(plan_query_from(pairs_of(query)) == query);
  CHECK(query.narrows());
  CHECK_FALSE(PlanQuery{}.narrows());
  CHECK(with_query(plan_url("p"), pairs_of(query)).text() ==
        "/plans/p?q=a%20%26%20b&theme=t1&owner=Head%20of%20A&status=overdue&sort=-due&page=3");
}

TEST_CASE("what is due next leaves out the past and the done") {
  const auto page = make_plan_page(gallery_plan(), {}, {}, gallery_today());
  std::vector<std::string> ids;
  for (const auto& next : page.next_dates) ids.push_back(next.item.text);
  CHECK(ids == std::vector<std::string>{"k3", "k8", "k6", "k7"});
  CHECK(page.answer.next_due == Day::parse("2026-09-30").value());
}

TEST_CASE("questions come with the answers that make sense") {
  const auto questions = import_questions(gallery_plan());
  REQUIRE(questions.size() >= 3);
  for (const auto& question : questions) {
    CAPTURE(question.open.finding.code);
    CHECK_FALSE(concerns_release(question.open.finding));
    CHECK_FALSE(question.decisions.empty());
    if (question.open.finding.code == "owner_unsplit")
      CHECK(question.decisions == std::vector{Decision::leave, Decision::split_owners});
    if (question.open.item.empty()) CHECK(question.decisions == std::vector{Decision::leave});
  }
  const auto release = release_questions(gallery_plan());
  REQUIRE(release.size() == 1);
  CHECK(release.front().open.finding.code == "small_count");
}

TEST_CASE("a form that nobody changed asks for no correction") {
  const auto plan = gallery_plan();
  for (const auto& item : plan.items) {
    CAPTURE(item.id.text);
    CHECK(corrections_from(item, item_form(item)).empty());
    CHECK(faults_of(item_form(item), false).empty());
  }
}

TEST_CASE("what was typed becomes corrections that can be applied in order") {
  Plan plan = gallery_plan();
  const auto item = *find_item(plan, ItemId("k2"));
  const auto form = item_form_from({{"title", item.title}, {"ref", "1.2"}, {"kind", "recommendation"}, {"theme", "t1"},
                                    {"owners", "Head of Pay\r\n\r\n Chief Executive "}, {"partners", "Ethnic Minority Staff Network"},
                                    {"timescale", "Q4 2025/26"}, {"detail", item.detail}, {"progress", ""}, {"response", "accepted"},
                                    {"start-day", "1"}, {"start-month", "6"}, {"start-year", "2026"},
                                    {"due-day", "30"}, {"due-month", "9"}, {"due-year", "2026"},
                                    {"dates", "agreed"}, {"reason", "The Board agreed it."}});
  REQUIRE(faults_of(form, true).empty());
  for (const auto& correction : corrections_from(item, form)) {
    CHECK(correction.reason == "The Board agreed it.");
    const auto applied = apply(plan, correction);
    CHECK_MESSAGE(applied.has_value(), std::string(word(correction.field)));
  }
  const auto* now = find_item(plan, ItemId("k2"));
  CHECK(now->owners == std::vector<std::string>{"Head of Pay", "Chief Executive"});
  CHECK(now->progress.empty());
  CHECK(now->dates().start == Day::parse("2026-06-01").value());
  CHECK(now->dates().due == Day::parse("2026-09-30").value());
}

TEST_CASE("faults of a form are named by the field at fault") {
  const auto item = *find_item(gallery_plan(), ItemId("k3"));
  const struct {
    const char* name;
    void (*change)(ItemForm&);
    FieldFault fault;
  } rows[] = {
      {"no title", [](ItemForm& f) { f.title = " \n"; }, {"title", "form.error.title"}},
      {"a kind that is none", [](ItemForm& f) { f.kind = "wish"; }, {"kind", "form.error.kind"}},
      {"31 February", [](ItemForm& f) { f.due = {"31", "2", "2027"}; }, {"due-day", "form.error.date"}},
      {"a year of two figures", [](ItemForm& f) { f.due = {"1", "2", "27"}; }, {"due-day", "form.error.date"}},
      {"half a date", [](ItemForm& f) { f.start = {"", "2", "2027"}; }, {"start-day", "form.error.date"}},
      {"a start after the due date", [](ItemForm& f) { f.start = {"1", "10", "2026"}; }, {"due-day", "form.error.order"}},
      {"no reason", [](ItemForm& f) { f.reason = ""; }, {"reason", "form.error.reason"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    ItemForm form = item_form(item);
    form.reason = "because";
    row.change(form);
    CHECK(faults_of(form, true) == std::vector{row.fault});
  }
}

TEST_CASE("a settlement is read from its form") {
  const QueryPairs base = {{"item", "k4"}, {"code", "owner_unsplit"}, {"ordinal", "1"}};
  const auto with = [&](QueryPairs more) {
    more.insert(more.end(), base.begin(), base.end());
    return settlement_from(more);
  };
  const auto split = with({{"decision", "split_owners"}, {"owners", "Head of A\r\nHead of B"}});
  REQUIRE(split.has_value());
  CHECK(split->owners == std::vector<std::string>{"Head of A", "Head of B"});
  CHECK(split->ordinal == 1);
  const auto dated = with({{"decision", "set_dates"}, {"due-day", "31"}, {"due-month", "3"}, {"due-year", "2027"}});
  REQUIRE(dated.has_value());
  CHECK(dated->dates.due == Day::parse("2027-03-31").value());
  CHECK_FALSE(with({{"decision", "set_dates"}}).has_value());
  CHECK_FALSE(with({{"decision", "shrug"}}).has_value());
  CHECK_FALSE(settlement_from({{"decision", "leave"}}).has_value());
}

TEST_CASE("a feed has an entry for each change and nothing that XML cannot hold") {
  HistoryPage page{"p", "A & B", "en", {{.when = "2026-07-14T10:30:00Z", .who = "Officer", .kind = "plan.released", .reason = std::string("a\x01<b>"), .sequence = 3}}};
  const auto feed = history_feed(page, gallery_site(Language::en, "/"));
  CHECK(feed.find("<updated>2026-07-14T10:30:00Z</updated>") != std::string::npos);
  CHECK(feed.find("https://plans.example.org/plans/p/history#entry-3") != std::string::npos);
  CHECK(feed.find("A &amp; B") != std::string::npos);
  CHECK(feed.find('\x01') == std::string::npos);
  CHECK(feed.find("<b>") == std::string::npos);
}

TEST_CASE("the desk lists what needs somebody today") {
  const auto plan = gallery_plan();
  Provenance is_public;
  is_public.is_public = true;
  const auto desk = make_desk_page({{&plan, is_public}, {&plan, {}}}, {}, gallery_today());
  CHECK(desk.public_plans.size() == 1);
  CHECK(desk.private_plans.size() == 1);
  CHECK(desk.overdue.total == 2);   // k2 of both
  CHECK(desk.due_soon.total == 2);  // k3 of both
  CHECK(desk.no_owner.total == 2);  // k5 of both
  CHECK_FALSE(desk.is_fresh());
  CHECK(make_desk_page({}, {}, kToday).is_fresh());
}

TEST_CASE("a reader is told what became of an owner's body since the plan named it") {
  auto plan = gallery_plan();
  const auto written = plan.items[1].owners.at(0);  // of k2, which is overdue
  plan.items[1].owners = {written};
  Directory directory;
  directory.organisations = {{OrganisationId("old"), "Old Council", {}, {}, OrganisationId("new")}, {OrganisationId("new"), "New Council"}};
  directory.posts = {{PostId("hr"), written, OrganisationId("old")}};
  directory.people = {{PersonId("h"), "", "hr@aberllyn.example"}};
  directory.holdings = {{PostId("hr"), PersonId("h")}};
  const auto today = gallery_today();
  const auto site = gallery_site(Language::en, "/");
  const auto note = [&] {
    std::string words;
    for (const auto& contact : noted_of(directory, plan.slug, {written}, today)) words += owner_note(site, contact).text();
    return words;
  };
  const auto unowned = [&] { return make_desk_page({{&plan, {}}}, {}, today, directory).no_owner.total; };
  CHECK(note().empty());
  directory.organisations[0].term.until = today;
  CHECK(note().empty());
  const int before = unowned();
  directory.organisations[0].term.until = Day::parse("2026-03-31").value();
  CHECK(note().find("Now <span") != std::string::npos);
  CHECK(note().find(written + ", New Council</span> (until 31 March 2026:") != std::string::npos);
  CHECK(unowned() == before);
  CHECK(contacts_of(directory, plan.slug, {written}, today)[0].post == written + ", New Council");
  directory.organisations[0].successor = {};
  CHECK(note().find("Ended on 31 March 2026, and nobody has taken it over") != std::string::npos);
  CHECK(unowned() > before);
}

TEST_CASE("a desk list says how many there are beyond its first lines") {
  const auto plan = plan_of(25, "March 2026");
  const auto desk = make_desk_page({{&plan, {}}}, {}, kToday);
  CHECK(desk.overdue.total == 25);
  CHECK(desk.overdue.lines.size() == kDeskLines);
}

TEST_CASE("search asks for every word and puts titles first") {
  const auto plan = gallery_plan();
  const std::vector<KnownPlan> known = {{&plan, {}}};
  const auto schools = make_search_page(known, "SCHOOL", gallery_today());
  CHECK(schools.total == 1);
  const auto by_reference = make_search_page(known, "3.1", gallery_today());
  REQUIRE_FALSE(by_reference.hits.empty());
  CHECK(by_reference.hits.front().row.id.text == "k6");
  CHECK(make_search_page(known, "governors zebra", gallery_today()).total == 0);
  CHECK(make_search_page(known, "   ", gallery_today()).total == 0);
  CHECK(make_search_page(known, "fair chances", gallery_today()).plans.size() == 1);
}

TEST_CASE("text of a plan cannot become markup") {
  Plan plan = gallery_plan();
  const std::string nasty = "<script>alert('x')</script> \"quoted\" & <b>";
  for (auto& item : plan.items) {
    item.title = item.detail = item.progress = item.status_raw = item.approval = item.source_text = item.timescale_raw = nasty;
    item.owners = item.partners = item.lead_authority = {nasty};
    item.evidence = {{nasty, "javascript:alert(1)"}, {nasty, "https://example.org/\"><script>"}};
  }
  for (auto& theme : plan.themes) theme.title = nasty;
  plan.title = plan.organisation = plan.context = nasty;
  plan.slug = "\"><script>";
  const Site site = gallery_site(Language::en, "/");
  const auto today = gallery_today();
  const auto plan_html = plan_page(make_plan_page(plan, {.document = nasty}, plan_query_from({{"q", nasty}, {"owner", nasty}}), today), site);
  const auto all_html = plan_page(make_plan_page(plan, {.document = nasty}, {}, today), site);
  const auto item_html = item_page(*make_item_page(plan, ItemId("k2"), {}, {{.who = nasty, .kind = nasty, .subject = nasty, .changes = {{ItemField::title, {nasty}, {nasty}}}, .reason = nasty}}, today), site);
  const auto search_html = search_page(make_search_page({{&plan, {}}}, nasty, today), site);
  for (auto& item : plan.items) item.findings = {{"owner_unsplit", nasty, nasty}, {"small_count", nasty, nasty}};
  const ProposalLine line{"\"><script>", nasty, nasty, {}, 0, 0};
  const auto proposal_html = proposal_page(make_proposal_page(plan, line, {.asked = 3}), site);
  const auto release_html = release_page({make_plan_page(plan, {}, {}, today), release_questions(plan), false, true, nasty}, site);
  ItemFormPage edit{plan.slug, nasty, nasty, "en", plan.items.front(), item_form(plan.items.front()), {}, theme_choices(plan), nasty};
  const auto edit_html = correct_page(edit, site);
  const auto desk_html = desk_page(make_desk_page({{&plan, {}}}, {line}, today), site);
  for (const auto* html : {&plan_html, &all_html, &item_html, &search_html, &proposal_html, &release_html, &edit_html, &desk_html}) {
    CHECK(html->text().find("<script>") == std::string::npos);
    CHECK(html->text().find("<b>") == std::string::npos);
    CHECK(html->text().find("href=\"javascript:") == std::string::npos);
    CHECK(html->text().find("&lt;script&gt;") != std::string::npos);
  }
}

TEST_CASE("a doubt about a date is asked as one, wherever its finding says that it stands") {
  Plan plan;
  Item item;
  item.id = ItemId("1");
  item.title = "Publish the pay gap";
  item.timescale_raw = "Q4 2022/23";
  item.timescale = read_timescale(item.timescale_raw);
  REQUIRE(item.timescale.findings.size() == 1);
  item.findings = item.timescale.findings;
  item.findings[0].where = "page 2, row 4";
  plan.items = {item};
  const auto questions = pages::import_questions(plan);
  REQUIRE(questions.size() == 1);
  CHECK(questions[0].quoted == "Q4 2022/23");
  REQUIRE(questions[0].reading);
  CHECK(questions[0].decisions == std::vector<Decision>{Decision::confirm, Decision::set_dates, Decision::no_date});
}
