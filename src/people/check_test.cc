#include "people/check.h"

#include <doctest/doctest.h>

#include "people/fixture.h"

namespace makegood {

using namespace people_fixture;

namespace check_test {

const Day kToday = day("2023-07-01");
const Term kBackwards{day("2023-07-02"), day("2023-07-01")};

// "" = it may be kept.
template <class Noun>
std::string refused(const Noun& noun, void (*change)(Directory&) = [](Directory&) {}) {
  auto directory = aberllyn();
  change(directory);
  const auto checked = check(directory, noun, kToday);
  return checked ? "" : checked.error().message;
}

TEST_CASE("what the directory takes, and what it refuses") {
  struct Row {
    const char* rule;
    std::string refused;
    const char* message;
  };
  const OrganisationId council("council");
  const PostId housing("housing"), youth("youth");
  const PersonId h("h"), y("y");
  const std::vector<Row> rows = {
      {"an organisation", refused(Organisation{OrganisationId("o"), "Llyn Valley Police"}), ""},
      {"itself again", refused(Organisation{council, "Aberllyn Council"}), ""},
      {"an organisation without a name", refused(Organisation{OrganisationId("o"), " - "}), "say what the organisation is called"},
      {"a name that is taken", refused(Organisation{OrganisationId("o"), "ABERLLYN council"}), "\"Aberllyn Council\" is in the directory already"},
      {"a name that was somebody's who ended",
       refused(Organisation{OrganisationId("o"), "Aberllyn Council"}, [](Directory& d) { d.organisations[0].term = until("2023-06-30"); }), ""},
      {"an organisation that ends before it starts", refused(Organisation{OrganisationId("o"), "x", {}, kBackwards}),
       "it ends on 1 July 2023, before it starts on 2 July 2023"},
      {"its own successor", refused(Organisation{council, "Aberllyn Council", {}, {}, council}),
       "the successors lead in a circle: this organisation would take over from itself"},
      {"a successor that is not there", refused(Organisation{council, "Aberllyn Council", {}, {}, OrganisationId("x")}),
       "the directory has no such organisation"},
      {"a post", refused(Post{PostId("p"), "Clerk", council}), ""},
      {"a title that is taken", refused(Post{PostId("p"), "youth lead", council}), "the organisation has a post called \"Youth Lead\" already"},
      {"that title in another organisation", refused(Post{PostId("p"), "youth lead", {}}), ""},
      {"a post of no known organisation", refused(Post{PostId("p"), "Clerk", OrganisationId("x")}), "the directory has no such organisation"},
      {"a successor of its successor",
       refused(Post{youth, "Youth Lead", council, {}, {}, housing}, [](Directory& d) { d.posts[0].successor = PostId("youth"); }),
       "the successors lead in a circle: this post would take over from itself"},
      {"a mailbox without a name", refused(Person{PersonId("n"), "", "clerk@aberllyn.example"}), ""},
      {"a name without an address", refused(Person{PersonId("n"), "Post holder"}), ""},
      {"neither", refused(Person{PersonId("n")}), "give a name or an e-mail address"},
      {"no address", refused(Person{PersonId("n"), "", "clerk"}), "\"clerk\" is not an e-mail address"},
      {"an address that is taken", refused(Person{PersonId("n"), "", "Youth@aberllyn.example"}),
       "Youth@aberllyn.example is the address of somebody else in the directory"},
      {"the address of somebody who left",
       refused(Person{PersonId("n"), "", "youth@aberllyn.example"}, [](Directory& d) { d.people[1].left = day("2023-06-30"); }), ""},
      {"another language", refused(Person{PersonId("n"), "Post holder", "", "fr"}), "letters come in English and in Welsh"},
      {"a holding", refused(Holding{housing, y, from("2023-07-01")}), ""},
      {"a holding of no post", refused(Holding{PostId("x"), y}), "the directory has no such post"},
      {"a holding of nobody", refused(Holding{housing, PersonId("x")}), "the directory has no such person"},
      {"a holding that ends before it starts", refused(Holding{housing, y, kBackwards}), "it ends on 1 July 2023, before it starts on 2 July 2023"},
      {"a holding of somebody who left", refused(Holding{housing, y}, [](Directory& d) { d.people[1].left = day("2023-06-30"); }), "they left on 30 June 2023"},
      {"one that ended by then", refused(Holding{housing, y, until("2023-06-30")}, [](Directory& d) { d.people[1].left = day("2023-06-30"); }), ""},
      {"a delegation", refused(Delegation{housing, y, {}, "leave"}), ""},
      {"a delegation without a reason", refused(Delegation{housing, y, {}, " "}), "say why somebody else answers for the post"},
      {"a match", refused(OwnerMatch{"our-plan", "Housing Manager", housing}), ""},
      {"a match with nobody", refused(OwnerMatch{"our-plan", "All staff", {}}), ""},
      {"a match of no name", refused(OwnerMatch{"our-plan", "", housing}), "say which name of the plan is meant"},
      {"a match with no post that is there", refused(OwnerMatch{"our-plan", "x", PostId("x")}), "the directory has no such post"},
      {"a role", refused(RoleGrant{h, {access::Role::scrutineer, "our-plan", ""}}), ""},
      {"a role of nobody", refused(RoleGrant{PersonId("x"), {}}), "the directory has no such person"},
      {"a role of somebody without an address", refused(RoleGrant{h, {}}, [](Directory& d) { d.people[0].email.clear(); }),
       "they have no e-mail address, and could not sign in"},
      {"a role for no organisation that is there", refused(RoleGrant{h, {access::Role::owner, "", "x"}}), "the directory has no such organisation"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    CHECK(row.refused == row.message);
  }
}

}  // namespace check_test
}  // namespace makegood
