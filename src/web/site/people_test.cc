// The directory through its pages, and who sees which plan.
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;
using makegood::test::adopt_small_plan;
using makegood::test::small_draft;

namespace people_test {

using tasks::Action;
using tasks::Actor;
using tasks::Role;

const Actor kCoordinator{"coordinator", {{Role::coordinator, "", ""}}};

// The small plan and a directory: the Head of People is held, the Youth Lead is vacant.
struct Desk : Visitor {
  std::string slug = adopt_small_plan(bench);

  Desk() {
    const auto read = tasks::import_directory(
        bench.workspace, kCoordinator,
        {"post,person,email,organisation\nHead of People,,people@aberllyn.example,Aberllyn Council\nYouth Lead,,,Aberllyn Council\n", "d.csv"});
    REQUIRE(read);
    REQUIRE(read->faults.empty());
  }
  [[nodiscard]] std::shared_ptr<const Directory> directory() const { return bench.workspace.people.directory().value(); }
  [[nodiscard]] std::string seen() const { return std::to_string(directory()->sequence); }
  [[nodiscard]] std::string post_path(std::size_t n, std::string_view step = "") const {
    return "/desk/people/posts/" + directory()->posts.at(n).id.text + std::string(step);
  }
};

Reply hand_in(Desk& desk, std::string_view bytes, std::vector<Field> fields = {}) {
  auto request = desk.request(Method::post, "/desk/people/import");
  request.form.add("csrf", desk.csrf);
  for (auto& field : fields) request.form.add(field.name, field.value);
  request.files.push_back(upload("directory.csv", bytes));
  return answer(desk.app, request);
}

TEST_CASE("the directory is for those who may see it, and for no cache") {
  Desk desk;
  CHECK(location(desk.get("/desk/people")) == "/sign-in");
  desk.sign_in({"panel", {{Role::scrutineer, "", ""}}});
  CHECK(desk.get("/desk/people").status == 403);
  desk.sign_in(kCoordinator);
  const auto shown = desk.get("/desk/people");
  CHECK(shown.status == 200);
  CHECK(says(shown, "people@aberllyn.example"));
  CHECK(shown.headers.value("Cache-Control") == "no-store");
  CHECK(shown.body.find("Youth Lead") < shown.body.find("Head of People"));  // vacancies first
  CHECK_FALSE(says(desk.get("/desk/people?q=youth"), "Head of People"));
}

TEST_CASE("a post is added, held, delegated and vacant again by its page") {
  Desk desk;
  desk.sign_in(kCoordinator);
  const auto added = desk.post("/desk/people/posts/new", {{"title", "Head of Policy"}, {"organisation", desk.directory()->organisations[0].id.text}, {"seen", desk.seen()}});
  REQUIRE(location(added) == desk.post_path(2));
  const auto person = desk.directory()->people[0].id.text;
  const auto& post = desk.directory()->posts[2].id;
  REQUIRE(desk.post(desk.post_path(2, "/hold"), {{"person", person}, {"from-day", "1"}, {"from-month", "6"}, {"from-year", "2023"}, {"seen", desk.seen()}}).status == 303);
  CHECK(says(desk.get(desk.post_path(2)), "since 1 June 2023"));
  CHECK(desk.post(desk.post_path(2, "/delegate"), {{"to", person}, {"seen", desk.seen()}}).status == 422);  // without a reason
  REQUIRE(desk.post(desk.post_path(2, "/delegate"), {{"to", person}, {"reason", "leave"}, {"seen", desk.seen()}}).status == 303);
  REQUIRE(desk.post(desk.post_path(2, "/end-delegation"), {{"person", person}, {"last-day", "13"}, {"last-month", "6"}, {"last-year", "2023"}, {"seen", desk.seen()}}).status == 303);
  REQUIRE(desk.post(desk.post_path(2, "/end"), {{"person", person}, {"last-day", "13"}, {"last-month", "6"}, {"last-year", "2023"}, {"seen", desk.seen()}}).status == 303);
  CHECK(answerer(*desk.directory(), post, Day::parse("2023-06-14").value()).why_not == WhyNot::vacant);
  CHECK(says(desk.get("/desk/owners/" + post.text), "Vacant since 14 June 2023"));
}

TEST_CASE("what was typed stays when a form is refused, and each fault is said beside its field") {
  Desk desk;
  desk.sign_in(kCoordinator);
  const auto refused = desk.post(desk.post_path(0), {{"title", ""}, {"directorate", "Corporate"}, {"from-day", "31"}, {"from-month", "2"}, {"from-year", "2023"}, {"seen", desk.seen()}});
  CHECK(refused.status == 422);
  CHECK(says(refused, "href=\"#save-title\""));
  CHECK(says(refused, "href=\"#save-from-day\""));
  CHECK(says(refused, "value=\"Corporate\""));
  const auto taken = desk.post("/desk/people/posts/new", {{"title", "youth lead"}, {"organisation", desk.directory()->organisations[0].id.text}});
  CHECK(taken.status == 409);
  CHECK(says(taken, "value=\"youth lead\""));
}

TEST_CASE("the second of two who save sees what the first said, and their own words") {
  Desk desk;
  desk.sign_in(kCoordinator);
  const auto seen = desk.seen();
  const auto council = desk.directory()->organisations[0].id.text;
  REQUIRE(desk.post(desk.post_path(0), {{"title", "Director of People"}, {"organisation", council}, {"seen", seen}}).status == 303);
  const auto second = desk.post(desk.post_path(0), {{"title", "Head of Staff"}, {"organisation", council}, {"seen", seen}});
  CHECK(second.status == 409);
  CHECK(says(second, "Director of People"));
  CHECK(says(second, "value=\"Head of Staff\""));
  CHECK(says(second, "name=\"seen\" value=\"" + desk.seen() + "\""));  // the next try is about what is there now
  CHECK(desk.directory()->posts[0].title == "Director of People");
}

TEST_CASE("a file with faults names its rows and changes nothing; a trial says what it would change") {
  Desk desk;
  desk.sign_in(kCoordinator);
  const auto before = desk.seen();
  const auto refused = hand_in(desk, "post,email\nClerk,clerk@aberllyn.example\nHead of Policy,nowhere\n");
  CHECK(refused.status == 422);
  CHECK(says(refused, "Row 3, column &quot;email&quot;</span>: <span lang=\"en\">&quot;nowhere&quot; is not an e-mail address"));
  const auto trial = hand_in(desk, "post,email\nClerk,clerk@aberllyn.example\n", {{"trial", "yes"}});
  CHECK(trial.status == 200);
  CHECK(says(trial, "1 post added or changed"));
  CHECK(desk.seen() == before);
  CHECK(location(hand_in(desk, "post,email\nClerk,clerk@aberllyn.example\n")) == "/desk/people");
  CHECK(desk.directory()->posts.size() == 3);
}

TEST_CASE("several names of a plan are matched on one page, and what is not answered stays open") {
  Desk desk;
  desk.sign_in(kCoordinator);
  const auto path = "/desk/people/match/" + desk.slug;
  const auto asked = desk.get(path);
  CHECK(says(asked, "Head of Communications"));
  CHECK(says(asked, "3 names wait for an answer."));
  const auto people = desk.directory()->posts[0].id.text;
  const auto unknown = desk.post(path, {{"name-0", "Head of Communications"}, {"post-0", "other"}, {"other-0", "Press Officer"}});
  CHECK(unknown.status == 422);
  CHECK(says(unknown, "value=\"Press Officer\""));
  REQUIRE(desk.post(path, {{"name-0", "Head of Communications"}, {"post-0", "other"}, {"other-0", "youth lead"}, {"name-1", "Young People's Café"}, {"post-1", "nobody"}, {"name-2", "Head of People"}, {"post-2", ""}}).status == 303);
  const auto after = desk.get(path);
  CHECK(says(after, "1 name waits for an answer."));
  CHECK(desk.directory()->matches.size() == 2);
  CHECK(desk.post(path, {{"name-0", "Head of Communications"}, {"was-0", ""}, {"post-0", people}}).status == 409);  // answered meanwhile
  CHECK(desk.post(path).status == 422);
}

TEST_CASE("roles are given and ended on a person's page") {
  Desk desk;
  desk.sign_in(kCoordinator);
  const auto person = desk.directory()->people[0].id;
  const auto path = "/desk/people/persons/" + person.text;
  CHECK(desk.post(path + "/grant", {{"role", "astronaut"}, {"seen", desk.seen()}}).status == 422);
  REQUIRE(desk.post(path + "/grant", {{"role", "scrutineer"}, {"plan", desk.slug}, {"from-day", "1"}, {"from-month", "6"}, {"from-year", "2023"}, {"seen", desk.seen()}}).status == 303);
  CHECK(access::words_of(grants_of(*desk.directory(), person, Day::parse("2023-06-14").value())) == "scrutineer/fair-work-plan");
  CHECK(says(desk.get(path), "Scrutineer"));
  REQUIRE(desk.post(path + "/end-role", {{"role", "scrutineer"}, {"plan", desk.slug}, {"organisation", ""}, {"last-day", "13"}, {"last-month", "6"}, {"last-year", "2023"}, {"seen", desk.seen()}}).status == 303);
  CHECK(grants_of(*desk.directory(), person, Day::parse("2023-06-14").value()).empty());
}

TEST_CASE("an item says whom to contact: a post, and a person only where they may be named") {
  Desk desk;
  REQUIRE(tasks::release_plan(desk.bench.workspace, tasks::first_coordinator(), desk.slug));
  const auto item = desk.bench.workspace.plans.find(desk.slug, View::live).value()->plan.items[0].id;
  const auto path = "/plans/" + desk.slug + "/items/" + item.text;
  CHECK(says(desk.get(path), "Head of People, Aberllyn Council"));
  CHECK_FALSE(says(desk.get(path), "people@"));
  auto person = desk.directory()->people[0];
  person.name = "Post Holder";
  REQUIRE(tasks::keep_person(desk.bench.workspace, kCoordinator, person));
  CHECK_FALSE(says(desk.get(path), "Post Holder"));
  person.may_be_named = true;
  REQUIRE(tasks::keep_person(desk.bench.workspace, kCoordinator, person));
  CHECK(says(desk.get(path), "Post Holder"));
  REQUIRE(tasks::end_holding(desk.bench.workspace, kCoordinator, desk.directory()->posts[0].id, person.id, Day::parse("2023-05-01").value()));
  CHECK(says(desk.get(path), "Vacant since 2 May 2023"));
  CHECK(says(desk.get("/plans/" + desk.slug), "Vacant since 2 May 2023"));
}

TEST_CASE("a role for one plan opens that plan and no other, on pages, in data and in search") {
  Desk desk;
  auto other = small_draft();
  other.title = "Schools Plan";
  const auto proposal = tasks::propose_import(desk.bench.workspace, tasks::first_coordinator(), {"schools", "schools.docx"}, other).value();
  REQUIRE(tasks::accept_import(desk.bench.workspace, tasks::first_coordinator(), proposal.id));
  const auto item_of = [&](const std::string& slug) { return desk.bench.workspace.plans.find(slug, View::live).value()->plan.items[2].id.text; };
  struct Row {
    const char* rule;
    std::vector<tasks::Grant> grants;
    bool ours, theirs;
  };
  const std::vector<Row> rows = {
      {"nobody", {}, false, false},
      {"a scrutineer of this plan", {{Role::scrutineer, "fair-work-plan", ""}}, true, false},
      {"a scrutineer of this plan for one organisation", {{Role::scrutineer, "fair-work-plan", "council"}}, true, false},
      {"a scrutineer of the other", {{Role::scrutineer, "schools-plan", ""}}, false, true},
      {"a coordinator of all", {{Role::coordinator, "", ""}}, true, true},
      {"an owner of this plan", {{Role::owner, "fair-work-plan", ""}}, false, false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    desk.token.clear();
    if (!row.grants.empty()) desk.sign_in({"somebody", row.grants});
    for (const auto& [slug, sees] : {std::pair<std::string, bool>{"fair-work-plan", row.ours}, {"schools-plan", row.theirs}}) {
      CAPTURE(slug);
      const int wanted = sees ? 200 : 404;
      for (const auto* suffix : {"", ".json", ".csv", ".xlsx", ".docx", ".md", "/datapackage.json", "/history", "/history.json", "/history.atom", "/changes"}) {
        CAPTURE(suffix);
        CHECK(desk.get("/plans/" + slug + suffix).status == wanted);
      }
      CHECK(desk.get("/plans/" + slug + "/items/" + item_of(slug)).status == wanted);
      CHECK(desk.get("/plans/" + slug + "/items/" + item_of(slug) + ".json").status == wanted);
      CHECK(says(desk.get("/plans.json"), "\"" + slug + "\"") == sees);
      CHECK(says(desk.get("/search?q=curriculum"), "/plans/" + slug + "/items/") == sees);
    }
  }
}

TEST_CASE("what may be done in one plan may not be done in another, whoever knows the address") {
  Desk desk;
  auto other = small_draft();
  other.title = "Schools Plan";
  const auto proposal = tasks::propose_import(desk.bench.workspace, tasks::first_coordinator(), {"schools", "schools.docx"}, other).value();
  REQUIRE(tasks::accept_import(desk.bench.workspace, tasks::first_coordinator(), proposal.id));
  const auto waiting = tasks::propose_import(desk.bench.workspace, tasks::first_coordinator(), {"schools 2", "schools2.docx"}, other).value();
  const auto item = desk.bench.workspace.plans.find("schools-plan", View::live).value()->plan.items[0].id.text;
  desk.sign_in({"somebody", {{Role::coordinator, "fair-work-plan", ""}, {Role::publisher, "fair-work-plan", ""}}});
  for (const auto* path : {"/desk/plans/schools-plan/release", "/desk/people/match/schools-plan"}) {
    CAPTURE(path);
    CHECK(desk.get(path).status == 403);
    CHECK(desk.post(path).status == 403);
  }
  CHECK(desk.get("/desk/plans/schools-plan/items/" + item + "/correct").status == 403);
  CHECK(desk.get("/desk/import/" + waiting.id.text).status == 403);
  CHECK(desk.post("/desk/import/" + waiting.id.text + "/discard").status == 403);
  CHECK_FALSE(says(desk.get("/desk"), "schools2.docx"));
  CHECK(desk.get("/desk/plans/fair-work-plan/release").status == 200);
  CHECK(desk.get("/desk/people/posts/new").status == 403);  // the directory belongs to no plan
}

TEST_CASE("somebody is erased by a page that says first what goes and what stays") {
  Desk desk;
  const auto id = desk.directory()->people[0].id.text;
  const auto person = "/desk/people/persons/" + id;
  desk.sign_in(kCoordinator);
  CHECK_FALSE(says(desk.get(person), person + "/erase"));
  CHECK(desk.get(person + "/erase").status == 403);
  desk.sign_in();  // may do everything
  CHECK(says(desk.get(person), person + "/erase"));
  const auto preview = desk.get(person + "/erase");
  CHECK(preview.status == 200);
  CHECK(says(preview, "people@aberllyn.example"));
  CHECK(says(preview, "Head of People, Aberllyn Council"));
  CHECK(desk.post(person + "/erase", {{"reason", " "}}).status == 422);
  CHECK(desk.directory()->people[0].email == "people@aberllyn.example");
  CHECK(location(desk.post(person + "/erase", {{"reason", "Request of 3 July 2023, case 14"}})) == "/desk/people");
  CHECK(desk.directory()->people[0].email.empty());
  CHECK_FALSE(says(desk.get("/desk/people"), "people@aberllyn.example"));
  CHECK(desk.get(person + "/erase").status == 409);
  CHECK_FALSE(says(desk.get(person), person + "/erase"));
}

}  // namespace people_test
