// The panel's questions behind an owner's link: who may answer, once, with which voice, and what the letter holds.
#include "tasks/challenges.h"

#include <doctest/doctest.h>

#include "people/presence.h"
#include "progress/standing.h"
#include "tasks/ask.h"
#include "tasks/ask_fixture.h"
#include "tasks/tasks.h"

using namespace makegood;
using namespace makegood::tasks;

namespace challenges_test {

const Actor kPanel{"panel@aberllyn.example", {{Role::scrutineer, "", ""}}};

Day on(const char* iso) { return Day::parse(iso).value(); }

// The Head of People is accountable for the first two items and the Head of Communications contributes; nobody owns the third.
struct Behind {
  test::AskBench b;
  Workspace w = test::with(b.bench.workspace, b.people, b.bench.workspace.progress);
  std::vector<Item> items;
  std::string people_token, comms_token;  ///< of the letters that asked for updates

  Behind() {
    b.set_day("2023-04-01");
    items = w.plans.find(b.slug, View::live).value()->plan.items;
  }
  void ask() {
    REQUIRE(ask_for_updates(w, first_coordinator(), {b.slug}));
    people_token = b.token_to("people@exampleshire.example");
    comms_token = b.token_to("comms@exampleshire.example");
  }
  ChallengeId challenge(std::size_t item, const char* due = "2023-04-20") {
    b.bench.clock.seconds += 60;  // its letters are newer than those before
    return raise_challenge(w, kPanel, {b.slug, items[item].id}, "Which groups are missing?", on(due)).value().id;
  }
  OpenReply people() { return find_reply(w, people_token).value(); }
  OpenReply comms() { return find_reply(w, comms_token).value(); }
  std::shared_ptr<const Progress> said() { return w.progress.of_plan(b.slug).value(); }
};

bool has(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

TEST_CASE("an owner answers by the link, and it stands as an answer on the desk does") {
  Behind b;
  b.ask();
  const auto id = b.challenge(0);
  const auto reply = b.people();
  REQUIRE(questions_behind(reply, *b.said()).size() == 1);
  REQUIRE(answer_challenge_by_link(b.w, reply, id, "  The two smallest.\nSince 2022. "));
  const auto answered = b.said()->challenges.at(0);
  CHECK(answered.answer == "The two smallest.\nSince 2022.");
  CHECK(answered.answered == on("2023-04-01"));
  CHECK(answered.answered_by.post_words == "Head of People, Exampleshire Council");
  CHECK(answered.answered_by.actor == "reply link");
  CHECK(answered.question == "Which groups are missing?");
  const auto entry = b.w.ledger.about(b.items[0].id.text)->back();
  CHECK(entry.kind == "challenge.answered");
  CHECK(entry.actor == "Head of People, Exampleshire Council");
  CHECK(questions_behind(reply, *b.said()).size() == 1);  // answered in this cycle: still shown
  CHECK(b.w.ledger.verify()->fault.empty());
}

TEST_CASE("the history names who asked by their post, as it does who answered") {
  Behind b;
  const HomeItem at{b.b.slug, b.items[0].id};
  const Actor chair{"director@exampleshire.example", {{Role::scrutineer, "", ""}}, "d"};
  REQUIRE(raise_challenge(b.w, chair, at, "Which groups are missing?", on("2023-04-20")));
  const auto line = history(b.w, b.b.slug, at.item, View::live).value().front();
  CHECK(line.quote == "Which groups are missing?");
  CHECK(has(line.actor, "Director"));
  CHECK_FALSE(has(line.actor, "@"));
}

TEST_CASE("the table of who may do what decides behind a link too") {
  Behind b;
  b.ask();
  const auto id = b.challenge(0), elsewhere = b.challenge(2);
  const auto today = on("2023-04-01");
  CHECK(may_answer_by_link(b.people(), b.items[0].id, today));
  CHECK(may_answer_by_link(b.people(), b.items[2].id, today).error().fault == Fault::not_found);
  CHECK(may_answer_by_link(b.comms(), b.items[0].id, today).error().fault == Fault::not_allowed);  // contributes
  CHECK(answer_challenge_by_link(b.w, b.comms(), id, "All.").error().fault == Fault::not_allowed);
  CHECK(answer_challenge_by_link(b.w, b.people(), elsewhere, "All.").error().fault == Fault::not_found);
  CHECK(answer_challenge_by_link(b.w, b.people(), ChallengeId("none"), "All.").error().fault == Fault::not_found);
  CHECK(answer_challenge_by_link(b.w, b.people(), id, " \n").error().fault == Fault::invalid_input);
  CHECK(b.said()->challenges.at(0).is_open());
}

TEST_CASE("of two who answer the second is told, on either way in") {
  Behind b;
  b.ask();
  const auto id = b.challenge(0);
  REQUIRE(answer_challenge(b.w, first_coordinator(), {b.b.slug, b.items[0].id}, id, "They follow in July."));
  CHECK(answer_challenge_by_link(b.w, b.people(), id, "No.").error().message == "this challenge is answered already");
  const auto other = b.challenge(1);
  REQUIRE(answer_challenge_by_link(b.w, b.people(), other, "All of them."));
  CHECK(answer_challenge(b.w, first_coordinator(), {b.b.slug, b.items[1].id}, other, "No.").error().fault == Fault::conflict);
  CHECK(b.said()->challenges.at(0).answer == "They follow in July.");
}

TEST_CASE("the letter of a question holds a link of the cycle that is open, and says until when it answers") {
  Behind b;
  b.ask();
  const auto id = b.challenge(0, "2023-05-20");
  const auto letter = b.b.letter_to("people@exampleshire.example").letter;
  CHECK(letter.subject == "The panel asks: Publish the pay gap by ethnic group");
  const auto token = b.b.token_to("people@exampleshire.example");
  CHECK(has(letter.text, "/reply/" + token + "/questions/" + id.text));
  CHECK(has(letter.text, "The link answers until 29 April 2023."));
  CHECK_FALSE(has(letter.text, "/panel/"));
  REQUIRE(answer_challenge_by_link(b.w, find_reply(b.w, token).value(), id, "The two smallest."));
  // Who contributes cannot answer: no link, and the coordinator takes it down.
  CHECK_FALSE(has(b.b.letter_to("comms@exampleshire.example").letter.text, "/questions/"));
}

TEST_CASE("without an open cycle, or once the link was taken back, the letter is answered by replying to it") {
  Behind b;
  b.challenge(0);
  CHECK(has(b.b.letter_to("people@exampleshire.example").letter.text, "To answer, reply to this letter"));
  b.ask();
  const auto reply = b.people();
  REQUIRE(revoke_request(b.w, first_coordinator(), reply.request.id, "Sent to the wrong post"));
  b.challenge(0);
  const auto letter = b.b.letter_to("people@exampleshire.example").letter;
  CHECK(has(letter.text, "To answer, reply to this letter"));
  CHECK_FALSE(has(letter.text, "/reply/"));
}

TEST_CASE("a question of before the cycle is behind its links, and one that was answered before it is not") {
  Behind b;
  const auto before = b.challenge(0), done = b.challenge(1);
  REQUIRE(answer_challenge(b.w, first_coordinator(), {b.b.slug, b.items[1].id}, done, "Done."));
  b.b.set_day("2023-04-02");
  b.ask();
  const auto questions = questions_behind(b.people(), *b.said());
  REQUIRE(questions.size() == 1);
  CHECK(questions[0]->id == before);
}

TEST_CASE("an answer by link is the same after everything was rebuilt from the ledger") {
  Behind b;
  b.ask();
  REQUIRE(answer_challenge_by_link(b.w, b.people(), b.challenge(0), "The two smallest."));
  const auto before = b.b.bench.store->dump_derived().value();
  REQUIRE(b.w.ledger.rebuild());
  CHECK(b.b.bench.store->dump_derived().value() == before);
}

}  // namespace challenges_test
