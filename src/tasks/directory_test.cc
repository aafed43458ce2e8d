// Keeping the directory, from the actor's hand to what the next reader finds.
#include <doctest/doctest.h>

#include <algorithm>

#include "faults/fixture.h"
#include "people/directory.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::adopt_small_plan;
using makegood::test::Bench;

namespace directory_test {

const Actor kCoordinator{"coordinator", {{Role::coordinator, "", ""}}};
const Actor kOfOnePlan{"of one plan", {{Role::coordinator, "fair-work-plan", ""}}};
const Actor kPublisher{"publisher", {{Role::publisher, "", ""}}};
const Day kToday = Day::parse("2023-06-14").value();

Day day(std::string_view iso) { return Day::parse(iso).value(); }

// The council with the Head of People and somebody in it, beside the small plan, whose first item is owned by
// the Head of People and the Head of Communications.
struct Council {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  std::string slug = adopt_small_plan(bench);
  OrganisationId council = keep_organisation(w, kCoordinator, {{}, "Aberllyn Council"}).value();
  PostId post = keep_post(w, kCoordinator, {{}, "Head of People", council}).value();
  PersonId person = keep_person(w, kCoordinator, {{}, "", "people@aberllyn.example"}).value();

  [[nodiscard]] std::shared_ptr<const Directory> directory() const { return w.people.directory().value(); }
  [[nodiscard]] Plan plan() const { return w.plans.find(slug, View::live).value()->plan; }
  void appoint() { REQUIRE(hold_post(w, kCoordinator, {post, person, {}})); }
  // "Head of Communications: no_match; ..."
  [[nodiscard]] std::string unreached() const {
    std::vector<std::string> lines;
    for (const auto& owner : owners_without_address(plan(), *directory(), kToday))
      lines.push_back(owner.name.written + ": " + std::string(why_unreached(owner)));
    return join(lines, "; ");
  }
};

Fault fault(const auto& result) {
  REQUIRE_FALSE(result);
  return result.error().fault;
}

TEST_CASE("what is kept is there for the next reader, and after a rebuild") {
  Council c;
  c.appoint();
  const auto lived = c.directory();
  CHECK(lived->posts.size() == 1);
  CHECK(answerer(*lived, c.post, kToday).person == c.person);
  REQUIRE(c.w.ledger.rebuild());
  CHECK(*c.directory() == *lived);
}

TEST_CASE("a holding ends on its last day, or is taken back as if it had never been") {
  for (const bool mistake : {false, true}) {
    CAPTURE(mistake);
    Council c;
    REQUIRE(hold_post(c.w, kCoordinator, {c.post, c.person, {day("2023-06-01"), std::nullopt}}));
    CHECK(fault(hold_post(c.w, kCoordinator, {c.post, c.person, {day("2023-06-10"), std::nullopt}})) == Fault::conflict);
    CHECK(fault(end_holding(c.w, kCoordinator, c.post, c.person, day("2023-05-31"))) == Fault::invalid_input);
    if (mistake) REQUIRE(take_back_holding(c.w, kCoordinator, c.post, c.person));
    else REQUIRE(end_holding(c.w, kCoordinator, c.post, c.person, day("2023-06-13")));
    CHECK(answerer(*c.directory(), c.post, kToday).why_not == WhyNot::vacant);
    CHECK(vacant_since(*c.directory(), c.post, kToday) == (mistake ? std::nullopt : std::optional(kToday)));
    CHECK(answerer(*c.directory(), c.post, day("2023-06-13")).person.has_value() == !mistake);
  }
}

TEST_CASE("a delegation asks somebody else until it ends") {
  Council c;
  c.appoint();
  const auto deputy = keep_person(c.w, kCoordinator, {{}, "", "deputy@aberllyn.example"}).value();
  CHECK(fault(delegate(c.w, kCoordinator, {c.post, deputy, {}, ""})) == Fault::invalid_input);
  REQUIRE(delegate(c.w, kCoordinator, {c.post, deputy, {}, "long leave"}));
  CHECK(answerer(*c.directory(), c.post, kToday).person == deputy);
  REQUIRE(end_delegation(c.w, kCoordinator, c.post, deputy, day("2023-06-13")));
  CHECK(answerer(*c.directory(), c.post, kToday).person == c.person);
  CHECK(fault(end_delegation(c.w, kCoordinator, c.post, c.person, kToday)) == Fault::not_found);
}

TEST_CASE("who is not allowed changes nothing") {
  Council c;
  for (const auto& actor : {kOfOnePlan, kPublisher}) {
    CHECK(fault(keep_organisation(c.w, actor, {{}, "Llyn Valley Police"})) == Fault::not_allowed);
    CHECK(fault(keep_post(c.w, actor, {{}, "Clerk"})) == Fault::not_allowed);
    CHECK(fault(keep_person(c.w, actor, {{}, "Post holder"})) == Fault::not_allowed);
    CHECK(fault(hold_post(c.w, actor, {c.post, c.person, {}})) == Fault::not_allowed);
    CHECK(fault(import_directory(c.w, actor, {"post\nClerk\n", "d.csv"})) == Fault::not_allowed);
  }
  CHECK(c.directory()->holdings.empty());
}

TEST_CASE("the second of two who change a post is told, and nothing is written over") {
  Council c;
  const auto seen = c.directory()->sequence;
  REQUIRE(keep_post(c.w, kCoordinator, {c.post, "Director of People", c.council}, {"renamed", seen}));
  CHECK(fault(keep_post(c.w, kCoordinator, {c.post, "Head of Staff", c.council}, {"renamed", seen})) == Fault::conflict);
  CHECK(find_post(*c.directory(), c.post)->title == "Director of People");
}

TEST_CASE("what cannot be kept is refused with its reason") {
  Council c;
  const auto deputy = keep_post(c.w, kCoordinator, {{}, "Deputy Head of People", c.council, {}, {}, c.post}).value();
  CHECK(keep_post(c.w, kCoordinator, {c.post, "Head of People", c.council, {}, {}, deputy}).error().message ==
        "the successors lead in a circle: this post would take over from itself");
  CHECK(fault(keep_person(c.w, kCoordinator, {{}, "", "People@aberllyn.example"})) == Fault::conflict);
  CHECK(fault(hold_post(c.w, kCoordinator, {c.post, c.person, {kToday, day("2023-06-13")}})) == Fault::invalid_input);
}

TEST_CASE("owners that no letter can reach are listed with the reason, until they can be") {
  Council c;
  CHECK(c.unreached() == "Head of People: vacant; Head of Communications: no_match");
  c.appoint();
  CHECK(c.unreached() == "Head of Communications: no_match");
  REQUIRE(match_owners(c.w, kOfOnePlan, c.slug, {{"", "Head of Communications", PostId()}}));  // nobody, and that is known
  CHECK(c.unreached().empty());
  auto person = *find_person(*c.directory(), c.person);
  person.left = day("2023-06-01");
  REQUIRE(keep_person(c.w, kCoordinator, person));
  CHECK(c.unreached() == "Head of People: left");
}

TEST_CASE("a match may begin on a day, and ownership passes then") {
  Council c;
  const auto other = keep_post(c.w, kCoordinator, {{}, "Press Officer", c.council}).value();
  const auto meant = [&](std::string_view on) {
    const auto posts = posts_of(*c.directory(), c.slug, "Head of Communications", day(on));
    return posts.empty() ? PostId() : posts[0];
  };
  REQUIRE(match_owners(c.w, kCoordinator, c.slug, {{"", "Head of Communications", c.post}}));
  REQUIRE(match_owners(c.w, kCoordinator, c.slug, {{"", "Head of Communications", other, {day("2023-09-01"), std::nullopt}}}));
  CHECK(meant("2023-08-31") == c.post);
  CHECK(meant("2023-09-01") == other);
  CHECK(fault(match_owners(c.w, kCoordinator, c.slug, {{"", "Head of Communications", other, {day("2023-09-01"), std::nullopt}}})) == Fault::conflict);
  REQUIRE(match_owners(c.w, kCoordinator, c.slug, {{"", "Head of Communications", other}}));  // always, after all
  CHECK(meant("2020-01-01") == other);
  CHECK(meant("2024-01-01") == other);
  CHECK(fault(match_owners(c.w, kCoordinator, c.slug, {{"", "Head of Nothing", other}})) == Fault::not_found);
  CHECK(fault(match_owners(c.w, kCoordinator, "no-plan", {{"", "Head of People", other}})) == Fault::not_found);
}

TEST_CASE("of several names at once all are matched, or none") {
  Council c;
  CHECK_FALSE(match_owners(c.w, kCoordinator, c.slug, {{"", "Head of Communications", c.post}, {"", "Head of People", PostId("nowhere")}}));
  CHECK(c.directory()->matches.empty());
  REQUIRE(match_owners(c.w, kCoordinator, c.slug, {{"", "Head of Communications", c.post}, {"", "Young People's Café", c.post}}));
  CHECK(c.directory()->matches.size() == 2);
}

TEST_CASE("roles are given by those who may, for a plan that is there, and not to oneself") {
  Council c;
  const RoleGrant scrutineer{c.person, {Role::scrutineer, c.slug, ""}, {}};
  REQUIRE(grant_role(c.w, kOfOnePlan, scrutineer));
  CHECK(access::words_of(grants_of(*c.directory(), c.person, kToday)) == "scrutineer/fair-work-plan");
  CHECK(fault(grant_role(c.w, kOfOnePlan, {c.person, {Role::scrutineer, "", ""}, {}})) == Fault::not_allowed);
  CHECK(fault(grant_role(c.w, kCoordinator, {c.person, {Role::scrutineer, "no-plan", ""}, {}})) == Fault::not_found);
  auto themselves = kCoordinator;
  themselves.person = c.person.text;
  CHECK(grant_role(c.w, themselves, scrutineer).error().message == "you cannot give a role to yourself: ask somebody else who gives roles");
  REQUIRE(end_role(c.w, kOfOnePlan, c.person, scrutineer.grant, day("2023-06-13")));
  CHECK(grants_of(*c.directory(), c.person, kToday).empty());
  CHECK(fault(end_role(c.w, kCoordinator, c.person, {Role::analyst, "", ""}, kToday)) == Fault::not_found);
}

TEST_CASE("somebody who is erased leaves their post and no trace of name or address") {
  Council c;
  c.appoint();
  REQUIRE(keep_person(c.w, kCoordinator, {c.person, "Post holder", "people@aberllyn.example"}));
  CHECK(fault(erase_person(c.w, kCoordinator, c.person, "asked")) == Fault::not_allowed);
  CHECK(fault(erase_person(c.w, kPublisher, c.person, " ")) == Fault::invalid_input);
  REQUIRE(erase_person(c.w, kPublisher, c.person, "data-protection request"));
  const auto after = c.directory();
  const auto* erased = find_person(*after, c.person);
  REQUIRE(erased != nullptr);
  CHECK(erased->name.empty());
  CHECK(erased->email.empty());
  CHECK(find_post(*after, c.post) != nullptr);
  CHECK(answerer(*after, c.post, kToday).why_not == WhyNot::no_address);
  const auto about = c.w.ledger.about(c.person.text).value();
  for (const auto& entry : about) CHECK(entry.payload.find("people@") == std::string::npos);
  CHECK(fault(preview_erasure(c.w, kPublisher, c.person)) == Fault::conflict);
  CHECK(c.w.ledger.verify()->fault.empty());
  CHECK(fault(erase_person(c.w, kPublisher, c.person, "again")) == Fault::conflict);
  CHECK(fault(erase_person(c.w, kPublisher, PersonId("nobody"), "x")) == Fault::not_found);
}

TEST_CASE("before somebody is erased it is said what goes and what stays, and their ways in end") {
  Council c;
  c.appoint();
  REQUIRE(keep_person(c.w, kCoordinator, {c.person, "Post holder", "people@aberllyn.example"}));
  const auto account = c.person.text;
  REQUIRE(c.w.accounts.set_password(account, "a hash"));
  REQUIRE(c.w.sign_ins.add_session({.hash = "h", .actor = {"people@aberllyn.example", {}, account}}));
  Letter letter{.key = "ask 1", .kind = LetterKind::ask, .to = "People@aberllyn.example", .subject = "Two promises", .text = "Please say."};
  REQUIRE(post_letter(c.w, letter));
  CHECK(fault(preview_erasure(c.w, kCoordinator, c.person)) == Fault::not_allowed);
  const auto preview = preview_erasure(c.w, kPublisher, c.person).value();
  CHECK(preview.person.email == "people@aberllyn.example");
  CHECK(preview.entries == static_cast<int>(std::ranges::count_if(c.w.ledger.about(account).value(), [](const Entry& e) { return e.kind == "person.kept"; })));
  CHECK(preview.has_sign_in);
  CHECK(preview.sessions == 1);
  CHECK(preview.letters == 1);
  CHECK(preview.posts.size() == 1);
  CHECK(c.w.sign_ins.list_sessions(account)->size() == 1);  // a look changes nothing
  Actor themselves = kPublisher;
  themselves.person = account;
  CHECK(fault(erase_person(c.w, themselves, c.person, "asked")) == Fault::not_allowed);
  REQUIRE(erase_person(c.w, kPublisher, c.person, "asked"));
  CHECK_FALSE(c.w.accounts.find(account)->has_password());
  CHECK(c.w.sign_ins.list_sessions(account)->empty());
  CHECK(c.w.outbox.letters_to("people@aberllyn.example").value() == 0);
}

TEST_CASE("an entry about somebody that is erased by its number leaves a nameless person") {
  Council c;
  c.appoint();
  const auto entry = c.w.ledger.about(c.person.text).value().at(0).sequence;
  REQUIRE(erase_payload(c.w, kPublisher, entry, "data-protection request"));
  const auto* erased = find_person(*c.directory(), c.person);
  REQUIRE(erased != nullptr);
  CHECK(erased->email.empty());
}

TEST_CASE("a file is brought in, once, and a trial changes nothing") {
  Council c;
  const GivenDocument file{"Post;E-mail;Organisation\nHead of Communications;press@aberllyn.example;Aberllyn Council\nHead of People;;Aberllyn Council\n", "d.csv"};
  const auto trial = import_directory(c.w, kCoordinator, file, Trial::yes);
  REQUIRE(trial);
  CHECK(trial->change.posts.size() == 1);
  CHECK(c.directory()->posts.size() == 1);
  REQUIRE(import_directory(c.w, kCoordinator, file));
  CHECK(c.directory()->posts.size() == 2);
  CHECK(c.unreached() == "Head of People: vacant");
  const auto before = c.directory()->sequence;
  CHECK(import_directory(c.w, kCoordinator, file).value().change.empty());
  CHECK(c.directory()->sequence == before);
}

TEST_CASE("a file with faults is not brought in, not even its good rows") {
  Council c;
  const auto read = import_directory(c.w, kCoordinator, {"post,email\nHead of Communications,press@aberllyn.example\nClerk,nothing\n", "d.csv"});
  REQUIRE(read);
  REQUIRE(read->faults.size() == 1);
  CHECK(read->faults[0].line() == "row 3, column \"email\": \"nothing\" is not an e-mail address");
  CHECK(c.directory()->posts.size() == 1);
  CHECK_FALSE(import_directory(c.w, kCoordinator, {"post\n\"Clerk\n", "d.csv"}).value().faults.empty());
  CHECK_FALSE(import_directory(c.w, kCoordinator, {"", "d.csv"}));
}

TEST_CASE("what a post owes over all plans, what the calendar asks for first") {
  Council c;
  CHECK(owed_by(c.w, kPublisher, c.post).value().size() == 1);
  REQUIRE(match_owners(c.w, kCoordinator, c.slug, {{"", "Young People's Café", c.post}}));
  const auto owed = owed_by(c.w, kCoordinator, c.post).value();
  REQUIRE(owed.size() == 2);
  CHECK(owed[0].item.ref == "02.01");  // without a date that can be read
  CHECK_FALSE(owed[0].owns);
  CHECK(owed[1].item.ref == "01.05");  // due in March 2024
  CHECK(owed[1].owns);
  CHECK(owed_by(c.w, {"nobody", {}}, c.post).value().empty());
}

}  // namespace directory_test
