// Asking for updates, day by day: who gets which letter, what the link opens, what is written down.
#include <doctest/doctest.h>

#include "tasks/ask.h"
#include "tasks/ask_fixture.h"
#include "tasks/reply_link.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::AskBench;

namespace ask_test {

const Actor kCoordinator = first_coordinator();
constexpr std::string_view kPeople = "people@exampleshire.example", kComms = "comms@exampleshire.example",
                           kDirector = "director@exampleshire.example";

AskReport ask(AskBench& b) {
  auto report = ask_for_updates(b.w, kCoordinator, {b.slug});
  REQUIRE_MESSAGE(report.has_value(), (report ? "" : report.error().message));
  return *report;
}

Cycle newest(AskBench& b) { return b.w.cycles.cycles(b.slug).value().back(); }

bool says(const PostedLetter& letter, std::string_view words) {
  return letter.letter.text.find(words) != std::string::npos && letter.letter.html.find(words) != std::string::npos;
}

int entries_of(AskBench& b, std::string_view kind) {
  int count = 0;
  const auto head = b.w.ledger.head().value();
  for (std::int64_t i = 1; i <= head.count; ++i)
    if (b.w.ledger.entry(i)->kind == kind) ++count;
  return count;
}

TEST_CASE("asking opens the cycle and writes one letter a person, once") {
  AskBench b;
  b.set_day("2023-04-01");
  const auto would = preview_asking(b.w, kCoordinator, b.slug).value();
  REQUIRE(would.size() == 2);
  CHECK(would[0].post_words == "Head of Communications, Exampleshire Council");
  CHECK(would[0].items == 2);
  CHECK(b.letters().empty());
  const auto report = ask(b);
  CHECK(report.letters == 2);
  CHECK(preview_asking(b.w, kCoordinator, b.slug)->empty());  // now that they are asked
  CHECK(report.plans[0].opened->text() == "2023-Q1");
  CHECK(report.plans[0].closes->iso() == "2023-04-29");
  REQUIRE(report.plans[0].unasked.size() == 1);
  CHECK(report.plans[0].unasked[0].named.empty());

  const auto letter = b.letter_to(kPeople);
  CHECK(letter.letter.subject == "2 items need a word from you by 29 April 2023: Fair Work Plan");
  CHECK(says(letter, "Exampleshire Council asks you, as Head of People, Exampleshire Council"));
  CHECK(says(letter, "01.05 Publish the pay gap by ethnic group"));
  CHECK(says(letter, "April 2023 to June 2023"));
  CHECK(says(letter, "Freedom of Information Act 2000"));
  CHECK(!says(letter, "Review the school curriculum"));
  CHECK(letter.letter.kind == LetterKind::ask);
  CHECK(b.letter_to(kComms).letter.language == Language::cy);
  CHECK(says(b.letter_to(kComms), "http://localhost:8080/cy/reply/"));  // a letter in Welsh leads to the page in Welsh
  CHECK(says(b.letter_to(kPeople), "http://localhost:8080/reply/"));
  CHECK(says(b.letter_to(kComms), "Ebrill 2023 i Mehefin 2023"));

  const auto before = b.w.ledger.head()->count;
  CHECK(ask(b).letters == 0);
  CHECK(b.w.ledger.head()->count == before);
  b.set_day("2023-04-10");
  CHECK(ask(b).letters == 0);
}

TEST_CASE("the ladder, the escalation and the closing, with silence written down") {
  AskBench b;
  Schedule schedule;
  schedule.escalates_to = "Director of Policy";
  REQUIRE(set_schedule(b.w, kCoordinator, b.slug, schedule));
  b.set_day("2023-04-01");
  CHECK(ask(b).letters == 3);  // two owners; the director hears at once of the item that nobody owns
  CHECK(says(b.letter_to(kDirector), "Review the school curriculum: the plan names nobody"));
  CHECK(!says(b.letter_to(kDirector), "Head of People"));
  b.answer(newest(b).requests[0]);
  CHECK(newest(b).requests[0].person.text == "p");

  b.set_day("2023-04-11");
  CHECK(ask(b).letters == 1);
  CHECK(b.letter_to(kComms).letter.kind == LetterKind::remind);
  b.set_day("2023-04-26");
  const auto late = ask(b);
  CHECK(late.letters == 2);  // the second reminder was due on the 22nd and goes now
  CHECK(late.plans[0].reminded == 1);
  CHECK(late.plans[0].escalated == 1);
  CHECK(says(b.letter_to(kDirector), "Head of Communications, Exampleshire Council: 2 items, asked on 1 April 2023"));
  CHECK(!says(b.letter_to(kDirector), "Head of People, Exampleshire Council: "));
  CHECK(newest(b).requests[1].escalated_to == "Director of Policy, Exampleshire Council");

  b.set_day("2023-04-30");
  const auto report = ask(b);
  CHECK(report.letters == 0);
  CHECK(report.plans[0].closed == 1);
  CHECK(report.plans[0].next_opens->iso() == "2023-07-01");
  CHECK(entries_of(b, "update.not_answered") == 2);
  CHECK(newest(b).requests[1].silent);
  CHECK(!newest(b).requests[0].silent);
  CHECK(newest(b).closed->iso() == "2023-04-29");
  b.set_day("2023-05-14");
  CHECK(ask(b).plans[0].locked == 1);

  const auto dump = b.bench.store->dump_derived().value();
  REQUIRE(b.w.ledger.rebuild());
  CHECK(b.bench.store->dump_derived().value() == dump);
  CHECK(b.w.ledger.verify()->fault.empty());
}

TEST_CASE("a link opens one request until its cycle closes") {
  AskBench b;
  b.set_day("2023-04-01");
  ask(b);
  const auto token = b.token_to(kPeople);
  const auto open = find_reply(b.w, token);
  REQUIRE(open.has_value());
  CHECK(open->request.person.text == "p");
  CHECK(open->post_words == "Head of People, Exampleshire Council");
  CHECK(open->request.items.size() == 2);
  CHECK(find_reply(b.w, token).has_value());  // opening does not use it up

  const auto refused = [&](std::string_view given) { return find_reply(b.w, given).error().message; };
  CHECK(refused(std::string(64, '0')) == "this link is not known here: open it from the newest letter that you got");
  CHECK(refused(token.substr(0, 60)) == "this link is not whole: copy all of it from the letter");
  CHECK(refused("../" + token) == "this link is not whole: copy all of it from the letter");

  SUBCASE("a reminder's link and the first one both open it") {
    b.set_day("2023-04-11");
    CHECK(ask(b).letters == 2);
    const auto second = b.token_to(kPeople);
    CHECK(second != token);
    CHECK(find_reply(b.w, second)->request.id == find_reply(b.w, token)->request.id);
  }
  SUBCASE("the day on which it closes still counts, the next does not") {
    b.set_day("2023-04-29");
    CHECK(find_reply(b.w, token).has_value());
    b.set_day("2023-04-30");
    CHECK(refused(token).starts_with("the time for answers ended on 29 April 2023"));
  }
  SUBCASE("closed by hand") {
    b.set_day("2023-04-05");
    REQUIRE(close_cycle(b.w, kCoordinator, b.slug));
    CHECK(refused(token).starts_with("the time for answers ended on 5 April 2023"));
    CHECK(entries_of(b, "update.not_answered") == 4);
    CHECK(ask(b).letters == 0);
    CHECK(close_cycle(b.w, kCoordinator, b.slug).error().fault == Fault::conflict);
  }
  SUBCASE("revoked") {
    b.set_day("2023-04-05");
    const auto id = open->request.id;
    CHECK(revoke_request(b.w, kCoordinator, id, " ").error().fault == Fault::invalid_input);
    REQUIRE(revoke_request(b.w, kCoordinator, id, "sent to the wrong post"));
    CHECK(refused(token).starts_with("this link was taken back on 5 April 2023"));
    CHECK(revoke_request(b.w, kCoordinator, id, "again").error().fault == Fault::conflict);
    b.set_day("2023-04-11");
    CHECK(ask(b).letters == 1);  // the other one's reminder; who was let off is not asked again
  }
}

TEST_CASE("the token is kept nowhere but in the letter that waits") {
  AskBench b;
  b.set_day("2023-04-01");
  ask(b);
  const auto token = b.token_to(kPeople);
  CHECK(b.bench.store->dump_derived()->find(token) == std::string::npos);
  const auto head = b.w.ledger.head().value();
  for (std::int64_t i = 1; i <= head.count; ++i) {
    CHECK(b.w.ledger.entry(i)->payload.find(token) == std::string::npos);
    CHECK(b.w.ledger.entry(i)->payload.find(token_hash(token)) == std::string::npos);
    CHECK(b.w.ledger.entry(i)->payload.find(kPeople) == std::string::npos);
  }
}

TEST_CASE("who leaves is not reminded, and who follows is asked") {
  AskBench b;
  b.set_day("2023-04-01");
  ask(b);
  const auto token = b.token_to(kPeople);
  b.people.now.people[0].left = Day::parse("2023-04-04").value();
  b.people.now.people.push_back({PersonId("n"), "", "new@exampleshire.example"});
  b.people.now.holdings.push_back({PostId("people"), PersonId("n"), {Day::parse("2023-04-05").value(), {}}});
  b.set_day("2023-04-05");
  CHECK(find_reply(b.w, token).error().message.starts_with("this link belongs to somebody who has left"));
  const auto report = ask(b);
  CHECK(report.letters == 1);
  CHECK(report.plans[0].asked == 1);
  CHECK(find_reply(b.w, b.token_to("new@exampleshire.example"))->request.items.size() == 2);
  CHECK(newest(b).requests[0].revoked_because == "left the post");
  CHECK(ask(b).letters == 0);
}

TEST_CASE("a question goes with the post, also where its holder stays in the directory") {
  AskBench b;
  const auto day = [](const char* iso) { return Day::parse(iso).value(); };
  b.set_day("2023-04-01");
  ask(b);
  const auto token = b.token_to(kPeople);
  auto& directory = b.people.now;
  directory.people.push_back({PersonId("n"), "", "new@exampleshire.example"});
  const auto ends = [&] { directory.holdings[0].term.until = day("2023-04-04"); };
  const auto link_ended = [&] { return find_reply(b.w, token).error().message.starts_with("this link was taken back on 5 April 2023"); };
  SUBCASE("the holder moves to another post") {
    ends();
    directory.holdings.push_back({PostId("people"), PersonId("n"), {day("2023-04-05"), {}}});
    b.set_day("2023-04-05");
    CHECK(remind_now(b.w, kCoordinator, newest(b).requests[0].id).error().message.starts_with("whoever was asked is not there any more"));
    const auto report = ask(b);
    CHECK(report.letters == 1);
    CHECK(report.plans[0].reminded == 0);
    CHECK(link_ended());
    CHECK(newest(b).requests[0].revoked_because == "the post passed on");
    CHECK(find_reply(b.w, b.token_to("new@exampleshire.example"))->request.items.size() == 2);
    CHECK(ask(b).letters == 0);
  }
  SUBCASE("the post falls vacant: nobody is asked, and the link ends") {
    ends();
    b.set_day("2023-04-05");
    CHECK(ask(b).letters == 0);
    CHECK(link_ended());
  }
  SUBCASE("somebody answers for the holder for a while, and then the holder again") {
    directory.delegations.push_back({PostId("people"), PersonId("n"), {day("2023-04-05"), day("2023-04-09")}, "leave"});
    b.set_day("2023-04-05");
    CHECK(ask(b).letters == 1);
    CHECK(link_ended());
    CHECK(find_reply(b.w, b.token_to("new@exampleshire.example"))->request.items[0].by_delegation);
    b.set_day("2023-04-10");
    CHECK(ask(b).letters == 1);
    CHECK(find_reply(b.w, b.token_to(kPeople))->request.items.size() == 2);
    CHECK(newest(b).requests[2].revoked);
  }
  SUBCASE("its body is taken over: letters and the reply page call it by the new one, and the link goes on") {
    directory.organisations[0].term.until = day("2023-04-04");
    directory.organisations[0].successor = OrganisationId("new");
    directory.organisations.push_back({OrganisationId("new"), "New Council", {}, {day("2023-04-05"), {}}});
    b.set_day("2023-04-04");
    CHECK(find_reply(b.w, b.token_to(kPeople))->post_words == "Head of People, Exampleshire Council");
    b.set_day("2023-04-11");
    CHECK(find_reply(b.w, b.token_to(kPeople))->post_words == "Head of People, New Council");
    CHECK(ask(b).plans[0].reminded > 0);
    CHECK(says(b.letter_to(kPeople), "Head of People, New Council"));
    CHECK(!says(b.letter_to(kPeople), "Exampleshire Council,"));
  }
  SUBCASE("its body ends and nobody takes it over: nobody is asked, and the page says why") {
    directory.organisations[0].term.until = day("2023-04-04");
    b.set_day("2023-04-05");
    CHECK(ask(b).letters == 0);
    CHECK(link_ended());
    const auto state = read_cycle_state(b.w, b.slug);
    for (const auto& one : asking_today(*state).unasked) CHECK(one.why == (one.named.empty() ? WhyNot::no_post : WhyNot::ended));
  }
  SUBCASE("the name means another post from a day on") {
    directory.matches[0].term.until = day("2023-04-04");
    directory.matches.push_back({b.slug, "Head of People", PostId("director"), {day("2023-04-05"), {}}});
    b.set_day("2023-04-05");
    CHECK(ask(b).letters == 1);
    CHECK(link_ended());
    CHECK(find_reply(b.w, b.token_to(kDirector))->request.items.size() == 2);
  }
  SUBCASE("a second holder joins: the first goes on") {
    directory.holdings.push_back({PostId("people"), PersonId("n"), {day("2023-04-05"), {}}});
    b.set_day("2023-04-05");
    CHECK(ask(b).letters == 0);
    CHECK(find_reply(b.w, token).has_value());
  }
  SUBCASE("what was answered stays answered") {
    b.answer(newest(b).requests[0]);
    ends();
    directory.holdings.push_back({PostId("people"), PersonId("n"), {day("2023-04-05"), {}}});
    b.set_day("2023-04-05");
    CHECK(ask(b).letters == 0);
    CHECK(find_reply(b.w, token).has_value());
  }
}

TEST_CASE("of two posts that one person held, only what belongs to the one that passed on is asked of another") {
  AskBench b;
  auto& directory = b.people.now;
  directory.holdings[1].person = PersonId("p");  // both posts: one letter about two items, each by the first post that names it
  directory.matches[1].post = PostId("director");
  directory.holdings[2].person = PersonId("p");
  b.set_day("2023-04-01");
  CHECK(ask(b).letters == 1);
  directory.holdings[0].term.until = Day::parse("2023-04-04").value();
  directory.holdings.push_back({PostId("people"), PersonId("c"), {Day::parse("2023-04-05").value(), {}}});
  b.set_day("2023-04-05");
  CHECK(ask(b).letters == 1);
  CHECK(find_reply(b.w, b.token_to(kPeople)).has_value());  // they contribute to both by their other post
  CHECK(find_reply(b.w, b.token_to(kComms))->request.items.size() == 2);
}

TEST_CASE("an empty directory uses no cycle up") {
  AskBench b;
  const auto people = b.people.now;
  b.people.now = {};
  b.set_day("2023-04-01");
  const auto report = ask(b);
  CHECK(report.letters == 0);
  CHECK(!report.plans[0].opened);
  CHECK(report.plans[0].unasked.size() == 5);  // two names on two items, and one item without
  b.people.now = people;
  CHECK(ask(b).letters == 2);
}

TEST_CASE("a reminder by hand goes at most every three days") {
  AskBench b;
  b.set_day("2023-04-01");
  ask(b);
  const auto id = newest(b).requests[0].id;
  CHECK(remind_now(b.w, kCoordinator, id).error().message == "the last letter went on 1 April 2023: another may go from 4 April 2023");
  b.set_day("2023-04-04");
  REQUIRE(remind_now(b.w, kCoordinator, id));
  CHECK(b.letters().size() == 3);
  CHECK(remind_now(b.w, kCoordinator, id).error().fault == Fault::conflict);
  b.answer(newest(b).requests[0]);
  b.set_day("2023-04-09");
  CHECK(remind_now(b.w, kCoordinator, id).error().message == "nothing more is awaited: it was answered or taken back");
}

TEST_CASE("two plans asked in one run are one letter, all or nothing") {
  AskBench b;
  auto draft = test::small_draft();
  draft.title = "Schools Plan";
  const auto proposal = propose_import(b.w, kCoordinator, {"schools", "schools.docx"}, draft).value();
  REQUIRE(accept_import(b.w, kCoordinator, proposal.id, {}));
  const auto first = b.people.now.matches;
  for (auto match : first) match.plan = "schools-plan", b.people.now.matches.push_back(match);
  b.set_day("2023-04-01");
  CHECK(ask_for_updates(b.w, kCoordinator, {b.slug, "no-such-plan"}).error().fault == Fault::not_found);
  CHECK(b.letters().empty());
  const auto report = ask_for_updates(b.w, kCoordinator, {b.slug, "schools-plan", b.slug}).value();
  CHECK(report.letters == 2);
  const auto letter = b.letter_to(kPeople);
  CHECK(letter.letter.subject == "4 items in 2 plans need a word from you by 29 April 2023");
  CHECK(says(letter, "Schools Plan"));
}

TEST_CASE("only who runs the cycle of that plan may") {
  AskBench b;
  b.set_day("2023-04-01");
  const Actor scrutineer{"panel", {{Role::scrutineer, "", ""}}}, other{"other", {{Role::coordinator, "another-plan", ""}}};
  for (const auto& actor : {scrutineer, other}) {
    CHECK(ask_for_updates(b.w, actor, {b.slug}).error().fault == Fault::not_allowed);
    CHECK(set_schedule(b.w, actor, b.slug, {}).error().fault == Fault::not_allowed);
    CHECK(close_cycle(b.w, actor, b.slug).error().fault == Fault::not_allowed);
  }
  ask(b);
  const auto id = newest(b).requests[0].id;
  CHECK(revoke_request(b.w, scrutineer, id, "why not").error().fault == Fault::not_allowed);
  CHECK(remind_now(b.w, scrutineer, id).error().fault == Fault::not_allowed);
}

TEST_CASE("the officer's partners are asked and the officer is copied") {
  AskBench b;
  auto plan = b.w.plans.find(b.slug, View::live).value()->plan;
  Schedule schedule;
  schedule.officer = "Head of People";
  REQUIRE(set_schedule(b.w, kCoordinator, b.slug, schedule));
  b.set_day("2023-04-01");
  REQUIRE(correct_item(b.w, kCoordinator, b.slug, {plan.items[0].id, ItemField::partners, {"Director of Policy"}, "named in the minutes"}));
  CHECK(ask(b).letters == 4);  // two owners of the commitment, the partner of the recommendation, and the copy
  const auto asked = find_reply(b.w, b.token_to(kDirector));
  REQUIRE(asked.has_value());
  CHECK(asked->request.items.size() == 1);
  CHECK(asked->request.items[0].part == Part::partner);
  CHECK(b.letters().size() == 4);
  bool copied = false;
  for (const auto& listed : b.letters())
    copied = copied || (listed.letter.to == kPeople && listed.letter.subject == "Your partners were asked for updates: Fair Work Plan");
  CHECK(copied);
}

TEST_CASE("silence is in the coordinator's history and not in the public's") {
  AskBench b;
  REQUIRE(release_plan(b.w, kCoordinator, b.slug));
  b.set_day("2023-04-01");
  ask(b);
  b.set_day("2023-04-30");
  ask(b);
  REQUIRE(correct_item(b.w, kCoordinator, b.slug, {b.w.plans.find(b.slug, View::live).value()->plan.items[0].id, ItemField::title, {"New words"}, "misread"}));
  const auto kinds = [&](View view) {
    std::string said;
    const auto lines = history(b.w, b.slug, {}, view, 200, 0).value();
    for (const auto& line : lines) said += line.kind + " ";
    return said;
  };
  CHECK(kinds(View::live).find("update.not_answered") != std::string::npos);
  CHECK(kinds(View::live).find("cycle.opened") != std::string::npos);
  CHECK(kinds(View::released) == "item.corrected plan.released plan.adopted ");
}

}  // namespace ask_test
