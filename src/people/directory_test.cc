#include "people/directory.h"

#include <doctest/doctest.h>

#include "people/fixture.h"
#include "people/json.h"

namespace makegood {

using namespace people_fixture;

namespace directory_test {

// "h", "y by delegation", "vacant of housing"
std::string in_words(const Answerer& answer) {
  if (!answer.person) return std::string(word(answer.why_not)) + " of " + answer.post.text;
  return answer.person->text + (answer.by_delegation ? " by delegation" : "");
}

using Change = void (*)(Directory&);

TEST_CASE("who answers for the Head of Housing on 1 July 2023") {
  struct Row {
    const char* rule;
    Change change;
    const char* answer;
  };
  const std::vector<Row> rows = {
      {"the holder", [](Directory&) {}, "h"},
      {"nobody, when the holding ended the day before", [](Directory& d) { d.holdings[0].term = until("2023-06-30"); }, "vacant of housing"},
      {"the holder still, on the last day", [](Directory& d) { d.holdings[0].term = until("2023-07-01"); }, "h"},
      {"nobody, before the first day", [](Directory& d) { d.holdings[0].term = from("2023-07-02"); }, "vacant of housing"},
      {"nobody, when the holder has left", [](Directory& d) { d.people[0].left = day("2023-06-30"); }, "left of housing"},
      {"the holder still, on the last day in any post", [](Directory& d) { d.people[0].left = day("2023-07-01"); }, "h"},
      {"nobody, without an address", [](Directory& d) { d.people[0].email.clear(); }, "no_address of housing"},
      {"the delegate while the delegation holds",
       [](Directory& d) { keep(d, Delegation{PostId("housing"), PersonId("y"), {day("2023-07-01"), day("2023-07-14")}, "leave"}); }, "y by delegation"},
      {"the holder again after it",
       [](Directory& d) { keep(d, Delegation{PostId("housing"), PersonId("y"), {day("2023-06-01"), day("2023-06-30")}, "leave"}); }, "h"},
      {"the holder where the delegate has left",
       [](Directory& d) {
         keep(d, Delegation{PostId("housing"), PersonId("y"), {}, ""});
         d.people[1].left = day("2023-06-30");
       },
       "h"},
      {"the delegate of a vacant post",
       [](Directory& d) {
         d.holdings[0].term = until("2023-05-01");
         keep(d, Delegation{PostId("housing"), PersonId("y"), {}, ""});
       },
       "y by delegation"},
      {"the newest of two delegations",
       [](Directory& d) {
         keep(d, Person{PersonId("p"), "", "policy@aberllyn.example"});
         keep(d, Delegation{PostId("housing"), PersonId("y"), {}, ""});
         keep(d, Delegation{PostId("housing"), PersonId("p"), {}, ""});
       },
       "p by delegation"},
      {"whoever holds the post that took over",
       [](Directory& d) {
         d.posts[0].term = until("2023-03-31");
         d.posts[0].successor = PostId("youth");
       },
       "y"},
      {"the holder still, on the day before it takes over",
       [](Directory& d) {
         d.posts[0].term = until("2023-07-01");
         d.posts[0].successor = PostId("youth");
       },
       "h"},
      {"nobody, when the post ended without a successor", [](Directory& d) { d.posts[0].term = until("2023-03-31"); }, "ended of housing"},
      {"nobody, when its organisation ended without a successor", [](Directory& d) { d.organisations[0].term = until("2023-03-31"); }, "ended of housing"},
      {"nobody, when the post has not begun", [](Directory& d) { d.posts[0].term = from("2023-07-02"); }, "no_post of housing"},
      {"the holder, when another organisation took over",
       [](Directory& d) {
         keep(d, Organisation{OrganisationId("joint"), "Joint Council", {}, from("2023-04-01")});
         d.organisations[0].term = until("2023-03-31");
         d.organisations[0].successor = OrganisationId("joint");
       },
       "h"},
      {"nobody, when two posts that ended succeed each other",
       [](Directory& d) {
         d.posts[0].term = d.posts[1].term = until("2023-03-31");
         d.posts[0].successor = PostId("youth");
         d.posts[1].successor = PostId("housing");
       },
       "ended of housing"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    auto directory = aberllyn();
    row.change(directory);
    CHECK(in_words(answerer(directory, PostId("housing"), day("2023-07-01"))) == row.answer);
  }
  CHECK(in_words(answerer(aberllyn(), PostId("nowhere"), day("2023-07-01"))) == "no_post of nowhere");
}

TEST_CASE("since when a post is vacant on 1 July 2023") {
  struct Row {
    const char* rule;
    Change change;
    const char* since;
  };
  const std::vector<Row> rows = {
      {"it is not", [](Directory&) {}, ""},
      {"the day after the last holder's last", [](Directory& d) { d.holdings[0].term = until("2023-05-01"); }, "2023-05-02"},
      {"the day after the holder left", [](Directory& d) { d.people[0].left = day("2023-05-01"); }, "2023-05-02"},
      {"nobody ever held it", [](Directory& d) { d.holdings.clear(); }, ""},
      {"the later of two that ended",
       [](Directory& d) {
         d.holdings[0].term = until("2023-05-01");
         keep(d, Holding{PostId("housing"), PersonId("y"), {day("2023-05-02"), day("2023-06-10")}});
       },
       "2023-06-11"},
      {"not by a holding that was taken back",
       [](Directory& d) {
         d.holdings[0].term = until("2023-05-01");
         keep(d, Holding{PostId("housing"), PersonId("y"), {day("2023-06-10"), day("2023-06-09")}});
       },
       "2023-05-02"},
      {"somebody is to come, and is not there yet",
       [](Directory& d) {
         d.holdings[0].term = until("2023-05-01");
         keep(d, Holding{PostId("housing"), PersonId("y"), from("2023-09-01")});
       },
       "2023-05-02"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    auto directory = aberllyn();
    row.change(directory);
    const auto since = vacant_since(directory, PostId("housing"), day("2023-07-01"));
    CHECK((since ? since->iso() : "") == row.since);
  }
}

TEST_CASE("what a name in a plan means is what was confirmed, from its day on") {
  auto d = aberllyn();
  keep(d, OwnerMatch{"our-plan", "Housing Manager", PostId("housing"), {}});
  keep(d, OwnerMatch{"our-plan", "Housing Manager", PostId("youth"), from("2023-04-01")});
  keep(d, OwnerMatch{"our-plan", "All staff", PostId(), {}});
  using Posts = std::vector<PostId>;
  CHECK(posts_of(d, "our-plan", "Housing Manager", day("2023-03-31")) == Posts{PostId("housing")});
  CHECK(posts_of(d, "our-plan", "Housing Manager", day("2023-04-01")) == Posts{PostId("youth")});
  CHECK(posts_of(d, "our-plan", "housing manager", day("2023-04-01")).empty());  // a name is matched as it is written
  CHECK(posts_of(d, "their-plan", "Housing Manager", day("2023-04-01")).empty());
  CHECK(posts_of(d, "our-plan", "All staff", day("2023-04-01")).empty());
  CHECK(is_matched(d, "our-plan", "All staff", day("2023-04-01")));
  CHECK_FALSE(is_matched(d, "our-plan", "Youth Lead", day("2023-04-01")));
  keep(d, OwnerMatch{"our-plan", "Housing Manager", PostId("housing"), from("2023-04-01")});  // said again: replaced
  CHECK(posts_of(d, "our-plan", "Housing Manager", day("2023-04-01")) == Posts{PostId("housing")});
}

TEST_CASE("a name that nobody confirmed means the one post that is called just that") {
  struct Row {
    const char *rule, *written, *post;
  };
  const std::vector<Row> rows = {
      {"its title", "head of housing", "housing"},
      {"its title with its organisation", "Head of Housing - Aberllyn Council", "housing"},
      {"what else it is called", "Tenancies Lead", "housing"},
      {"what the post before it was called", "Lettings Adviser", "housing"},
      {"nothing that is only nearly so", "Head of the Housing", ""},
      {"no post that ended", "Arts Adviser", ""},
      {"none of two", "Clerk", ""},
      {"nothing", " - ", ""},
  };
  auto d = aberllyn();
  d.posts[0].also_called = {"Tenancies Lead"};
  keep(d, Post{PostId("old"), "Lettings Adviser", OrganisationId("council"), {}, until("2022-03-31"), PostId("housing")});
  keep(d, Post{PostId("gone"), "Arts Adviser", OrganisationId("council"), {}, until("2022-03-31")});
  keep(d, Post{PostId("c1"), "Clerk", OrganisationId("council")});
  keep(d, Post{PostId("c2"), "Clerk"});
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    const auto posts = posts_of(d, "our-plan", row.written, day("2023-07-01"));
    CHECK((posts.empty() ? "" : posts[0].text) == row.post);
    CHECK_FALSE(is_matched(d, "our-plan", row.written, day("2023-07-01")));
  }
  keep(d, OwnerMatch{"our-plan", "head of housing", PostId(), {}});  // confirmed: nobody
  CHECK(posts_of(d, "our-plan", "head of housing", day("2023-07-01")).empty());
}

TEST_CASE("a post belongs to whoever took over its organisation by the day") {
  auto d = aberllyn();
  keep(d, Organisation{OrganisationId("joint"), "Joint Council", {}, from("2023-04-01")});
  d.organisations[0].term = until("2023-03-31");
  d.organisations[0].successor = OrganisationId("joint");
  CHECK(organisation_of(d, PostId("housing"), day("2023-03-31")).text == "council");
  CHECK(organisation_of(d, PostId("housing"), day("2023-04-01")).text == "joint");
  CHECK(organisation_of(d, PostId("nowhere"), day("2023-04-01")).empty());
  CHECK(post_in_words(d, PostId("housing"), day("2023-03-31")) == "Head of Housing, Aberllyn Council");
  CHECK(post_in_words(d, PostId("housing"), day("2023-04-01")) == "Head of Housing, Joint Council");
  CHECK(post_in_words(d, PostId("nowhere"), day("2023-04-01")).empty());
  CHECK(posts_of(d, "our-plan", "Head of Housing, Joint Council", day("2023-04-01")) == std::vector{PostId("housing")});
  CHECK(posts_of(d, "our-plan", "Head of Housing, Joint Council", day("2023-03-31")).empty());
  CHECK(posts_of(d, "our-plan", "Head of Housing, Aberllyn Council", day("2023-04-01")) == std::vector{PostId("housing")});
}

// "Aberllyn Council until 2023-03-31", the latest first; "over since" where nobody took over.
std::string before_in_words(const Directory& d, const PostId& post, Day today) {
  std::vector<std::string> names;
  for (const auto& name : former_names(d, post, today)) names.push_back(name.words + " until " + name.until.iso());
  if (const auto last = ended_on(d, post, today)) names.push_back("over since " + last->iso());
  return join(names, "; ");
}

void begin_joint_council(Directory& d) {
  keep(d, Organisation{OrganisationId("joint"), "Joint Council", {}, from("2023-04-01")});
  d.organisations[0].term = until("2023-03-31");
  d.organisations[0].successor = OrganisationId("joint");
}

TEST_CASE("what the post of the Head of Housing was called before") {
  struct Row {
    const char* rule;
    Change change;
    const char* today;
    const char* before;
  };
  const std::vector<Row> rows = {
      {"as it is", [](Directory&) {}, "2023-07-01", ""},
      {"its body is taken over: nothing on its last day", begin_joint_council, "2023-03-31", ""},
      {"its body, from the day after", begin_joint_council, "2023-04-01", "Aberllyn Council until 2023-03-31"},
      {"a chain of bodies, the latest first",
       [](Directory& d) {
         begin_joint_council(d);
         d.organisations[1].term.until = day("2024-03-31");
         d.organisations[1].successor = OrganisationId("county");
         keep(d, Organisation{OrganisationId("county"), "County Council", {}, from("2024-04-01")});
       },
       "2024-04-01", "Joint Council until 2024-03-31; Aberllyn Council until 2023-03-31"},
      {"a chain whose last body ended too, and nobody took it over",
       [](Directory& d) {
         begin_joint_council(d);
         d.organisations[1].term.until = day("2024-03-31");
       },
       "2024-04-01", "over since 2024-03-31"},
      {"another post took over, with its body",
       [](Directory& d) {
         d.posts[0].term = until("2023-05-31");
         d.posts[0].successor = PostId("youth");
       },
       "2023-06-01", "Head of Housing, Aberllyn Council until 2023-05-31"},
      {"the post passed within the new body, after the body passed",
       [](Directory& d) {
         begin_joint_council(d);
         d.posts[0].term = until("2023-05-31");
         d.posts[0].successor = PostId("youth");
       },
       "2023-06-01", "Head of Housing, Joint Council until 2023-05-31; Aberllyn Council until 2023-03-31"},
      {"a post that began after its body was taken over never had the old one",
       [](Directory& d) {
         begin_joint_council(d);
         d.posts[0].term = from("2023-04-01");
       },
       "2023-06-01", ""},
      {"the post ended, and nobody took over", [](Directory& d) { d.posts[0].term = until("2023-05-31"); }, "2023-06-01", "over since 2023-05-31"},
      {"its body ended, and nobody took over", [](Directory& d) { d.organisations[0].term = until("2023-05-31"); }, "2023-06-01", "over since 2023-05-31"},
      {"its body ends today", [](Directory& d) { d.organisations[0].term = until("2023-06-01"); }, "2023-06-01", ""},
      {"two bodies that succeed each other",
       [](Directory& d) {
         begin_joint_council(d);
         d.organisations[1].term.until = day("2023-05-31");
         d.organisations[1].successor = OrganisationId("council");
       },
       "2023-06-01", "over since 2023-03-31"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    auto d = aberllyn();
    row.change(d);
    CHECK(before_in_words(d, PostId("housing"), day(row.today)) == row.before);
  }
}

TEST_CASE("successors in a circle are seen before they are kept") {
  auto d = aberllyn();
  d.posts[0].successor = PostId("youth");
  CHECK(succeeds_itself(d, PostId("youth"), PostId("housing")));
  CHECK(succeeds_itself(d, PostId("youth"), PostId("youth")));
  CHECK_FALSE(succeeds_itself(d, PostId("housing"), PostId("youth")));
  CHECK_FALSE(succeeds_itself(d, PostId("youth"), PostId()));
  CHECK(succeeds_itself(d, OrganisationId("council"), OrganisationId("council")));
}

TEST_CASE("roles are held in their term, and by nobody who has left") {
  auto d = aberllyn();
  const access::Grant scrutineer{access::Role::scrutineer, "our-plan", ""};
  keep(d, RoleGrant{PersonId("h"), scrutineer, {day("2023-04-01"), day("2024-03-31")}});
  const auto roles = [&](std::string_view on) { return access::words_of(grants_of(d, PersonId("h"), day(on))); };
  CHECK(roles("2023-03-31").empty());
  CHECK(roles("2023-04-01") == "scrutineer/our-plan");
  CHECK(roles("2024-04-01").empty());
  keep(d, RoleGrant{PersonId("h"), scrutineer, {day("2023-04-01"), day("2023-06-30")}});  // ended early
  CHECK(d.grants.size() == 1);
  CHECK(roles("2023-07-01").empty());
  d.people[0].left = day("2023-05-31");
  CHECK(roles("2023-06-01").empty());
  CHECK(grants_of(d, PersonId("nobody"), day("2023-06-01")).empty());
}

TEST_CASE("what is an e-mail address") {
  for (const auto* good : {"housing@aberllyn.example", "Head.Of-Housing+plans@mail.aberllyn.example", "o'r-cyngor@aberllyn.example"}) {
    CAPTURE(good);
    CHECK(is_email(good));
  }
  for (const auto* bad : {"", "housing", "housing@", "@aberllyn.example", "housing@aberllyn", "a@b@aberllyn.example", "housing @aberllyn.example",
                          "housing@aberllyn.example\r\nBcc: all@aberllyn.example", "<housing@aberllyn.example>", "housing@.example", ".h@aberllyn.example",
                          "h..g@aberllyn.example", "h@aberllyn..example", "a,b@aberllyn.example", "tŷ@aberllyn.example"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_email(bad));
  }
  CHECK_FALSE(is_email(std::string(65, 'a') + "@aberllyn.example"));
  CHECK_FALSE(is_email("a@" + std::string(250, 'b') + ".example"));
}

TEST_CASE("nouns are read as they were written") {
  const Term term{day("2023-04-01"), day("2024-03-31")};
  const Organisation organisation{OrganisationId("council"), "Aberllyn Council", {"the Council"}, term, OrganisationId("joint")};
  const Post post{PostId("p"), "Head of Housing", OrganisationId("council"), {"Housing Manager"}, term, PostId("q"), "Communities"};
  const Person person{PersonId("h"), "Post holder", "housing@aberllyn.example", "cy", day("2023-06-30"), true};
  const Holding holding{PostId("p"), PersonId("h"), term};
  const Delegation delegation{PostId("p"), PersonId("y"), term, "leave"};
  const OwnerMatch match{"our-plan", "Housing – Manager", PostId("p"), term};
  const RoleGrant grant{PersonId("h"), {access::Role::owner, "our-plan", "council"}, term};
  CHECK(read_organisation(write_organisation(organisation, "why")).value() == organisation);
  CHECK(read_post(write_post(post)).value() == post);
  CHECK(read_person(write_person(person)).value() == person);
  CHECK(read_holding(write_holding(holding)).value() == holding);
  CHECK(read_delegation(write_delegation(delegation)).value() == delegation);
  CHECK(read_owner_match(write_owner_match(match)).value() == match);
  CHECK(read_role_grant(write_role_grant(grant)).value() == grant);
  CHECK(write_holding(holding, "moved") == R"({"post":"p","person":"h","from":"2023-04-01","until":"2024-03-31","reason":"moved"})");
}

TEST_CASE("what is not the noun is refused") {
  CHECK(read_post(R"({"id": "p"})").error().message == "\"title\" is missing");
  CHECK(read_post(R"({"id": "p", "title": 3})").error().message == "\"title\" is not a text");
  CHECK(read_organisation("[]").error().fault == Fault::invalid_input);
  CHECK(read_person(R"({"name": "x"})").error().message == "\"id\" is missing");
  CHECK(read_holding(R"({"post": "p", "person": "h", "from": "soon"})").error().message == "\"from\" is not a date: soon");
  CHECK(read_owner_match(R"({"plan": "our-plan"})").error().message == "\"written\" is missing");
  CHECK(read_role_grant(R"({"person": "h", "role": "astronaut"})").error().message == "\"role\" is not a known word");
  CHECK(read_delegation("{").error().message == "this is not JSON");
}

}  // namespace directory_test
}  // namespace makegood
