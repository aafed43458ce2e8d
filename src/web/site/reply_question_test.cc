// The panel's question under the owner's one link: shown, answered, and refused when somebody was first or the link is over.
#include "web/site/asked_fixture.h"

using namespace makegood;
using namespace makegood::web;

namespace reply_question_test {

const tasks::Actor kPanel{"panel@aberllyn.example", {{tasks::Role::scrutineer, "", ""}}};

struct Challenged : Asked {
  ChallengeId id = challenge(0);

  ChallengeId challenge(std::size_t item, const char* due = "2023-04-20") {
    return tasks::raise_challenge(w, kPanel, {b.slug, items[item].id}, "Which <groups> are missing?", Day::parse(due).value()).value().id;
  }
  [[nodiscard]] std::string at(const std::string& token) const { return "/reply/" + token + "/questions/" + id.text; }
  [[nodiscard]] std::string at() const { return at(link); }
  Page say(const char* text) { return post(at(), {{"text", text}}); }
};

TEST_CASE("an owner without an account sees the panel's question, answers it, and is thanked") {
  Challenged a;
  const auto form = a.get("/reply/" + a.link);
  CHECK(says(form, "The scrutiny panel has a question for you"));
  CHECK(says(form, "Which &lt;groups&gt; are missing?"));
  CHECK(says(form, "Waiting for an answer by 20 April 2023"));
  CHECK(says(form, "value=\"question-" + a.id.text + "\""));
  const auto page = a.get(a.at());
  CHECK(page.status == 200);
  CHECK(page.headers.value("Cache-Control") == "no-store");
  CHECK(says(page, "You can answer here until 29 April 2023."));
  const auto sent = a.say("The two smallest.");
  CHECK(sent.status == 303);
  CHECK(location(sent) == a.at() + "?answered=yes");
  const auto thanks = a.get(location(sent));
  CHECK(says(thanks, "Thank you: your answer is kept"));
  CHECK(says(thanks, "The two smallest."));
  CHECK_FALSE(says(thanks, "<textarea"));
  const auto after = a.get("/reply/" + a.link);
  CHECK_FALSE(says(after, "The scrutiny panel has a question for you"));
  CHECK(says(after, "The two smallest."));
}

TEST_CASE("what was typed about the items is kept on the way to a question") {
  Challenged a;
  const auto to = a.type({{a.name(0, "claim"), "at_risk"}, {a.name(0, "narrative"), "Half of it."}}, {}, ("question-" + a.id.text).c_str());
  CHECK(to.status == 303);
  CHECK(location(to) == a.at());
  REQUIRE(a.say("The two smallest.").status == 303);
  CHECK(says(a.get("/reply/" + a.link), "Half of it."));
  CHECK(a.get("/reply/" + a.link + "/check").status == 200);
}

TEST_CASE("the return key still checks the answers: the first button of the form is that one") {
  Challenged a;
  const auto body = a.get("/reply/" + a.link).body;
  const auto first = body.find("<button", body.find("<form method=\"post\" enctype"));
  CHECK(body.substr(first, body.find('>', first) - first).find("value=\"check\"") != std::string::npos);
}

TEST_CASE("an update from opening the link to thanks is three pages, with a question open") {
  Challenged a;
  a.report("complete");
  const auto thanks = a.get("/reply/" + a.link + "/sent");
  CHECK(says(thanks, "Thank you: your answer was sent"));
  CHECK(says(thanks, "A question of the scrutiny panel still waits for your answer"));
  a.type({{a.name(0, "claim"), "complete"}, {a.name(0, "narrative"), "It is done."}, {a.name(1, "claim"), "no_change"}});
  REQUIRE(a.send(a.link).status == 303);
  const auto after = a.get("/reply/" + a.link).body;
  CHECK(after.substr(after.find("<h1")).find("A question of the scrutiny panel waits for your answer") < 60);
}

TEST_CASE("an empty answer is asked for again, and nothing is written") {
  Challenged a;
  const auto empty = a.say("  \n ");
  CHECK(empty.status == 422);
  CHECK(says(empty, "href=\"#text\""));
  CHECK(a.progress()->challenges.at(0).is_open());
}

TEST_CASE("who answers second reads what was answered, and keeps the words") {
  Challenged a;
  REQUIRE(tasks::answer_challenge(a.w, tasks::first_coordinator(), {a.b.slug, a.items[0].id}, a.id, "They follow in July."));
  const auto late = a.say("All but one.");
  CHECK(late.status == 409);
  CHECK(says(late, "This challenge is answered already"));
  CHECK(says(late, "They follow in July."));
  CHECK(says(late, "What you typed was not sent: copy it from here"));
  CHECK(says(late, "All but one."));
  CHECK(a.progress()->challenges.at(0).answer == "They follow in July.");
}

TEST_CASE("a link that contributes reads the question and cannot answer it, and no link answers for another's item") {
  Challenged a;
  const auto page = a.get(a.at(a.other_link));
  CHECK(page.status == 200);
  CHECK_FALSE(says(page, "<textarea"));
  CHECK(says(page, "Whoever is accountable for the item answers it."));
  CHECK_FALSE(says(a.get("/reply/" + a.other_link), "value=\"question-"));
  CHECK(a.post(a.at(a.other_link), {{"text", "All."}}).status == 403);
  a.id = a.challenge(2);
  CHECK(a.get(a.at()).status == 404);
  CHECK(a.say("All.").status == 404);
  a.id = ChallengeId("none");
  CHECK(a.get(a.at()).status == 404);
  for (const auto& challenge : a.progress()->challenges) CHECK(challenge.is_open());
}

TEST_CASE("once the cycle has closed the page says so, and shows what was typed") {
  Challenged a;
  a.b.set_day("2023-04-30");
  CHECK(a.get(a.at()).status == 410);
  const auto late = a.say("The two smallest.");
  CHECK(late.status == 410);
  CHECK(says(late, "The time for answers ended on 29 April 2023"));
  CHECK(says(late, "The two smallest."));
  CHECK(a.progress()->challenges.at(0).is_open());
}

TEST_CASE("a link that was taken back or never was answers nothing") {
  Challenged a;
  REQUIRE(tasks::revoke_request(a.w, tasks::first_coordinator(), tasks::find_reply(a.w, a.link)->request.id, "Wrong post"));
  CHECK(a.say("The two smallest.").status == 410);
  const auto guessed = a.post("/reply/" + std::string(64, 'a') + "/questions/" + a.id.text, {{"text", "guess"}});
  CHECK(guessed.status == 404);
  CHECK_FALSE(says(guessed, "guess"));
}

TEST_CASE("what the panel found about a claim stands beside it under the link, and what is held does not") {
  Challenged a;
  a.report("complete");
  const auto seen = tasks::last_seen(a.w, a.items[0].id).value();
  const auto found = tasks::record_finding(a.w, kPanel, {a.b.slug, a.items[0].id}, {Found::not_evidenced, "The page has no figures.", {}}, seen).value();
  const auto form = a.get("/reply/" + a.link);
  CHECK(says(form, "The panel found on 1 April 2023:"));
  CHECK(says(form, "Not evidenced"));
  CHECK(says(form, "The page has no figures."));
  REQUIRE(tasks::hold_finding(a.w, {"legal", {{tasks::Role::monitoring_officer, "", ""}}}, {a.b.slug, a.items[0].id}, found.id, "Proceedings are live"));
  const auto held = a.get("/reply/" + a.link);
  CHECK(says(held, "Held since 1 April 2023 by the monitoring officer"));
  CHECK_FALSE(says(held, "The page has no figures."));
  CHECK_FALSE(says(held, "Proceedings are live"));
}

TEST_CASE("in Welsh") {
  Challenged a;
  CHECK(says(a.get("/cy/reply/" + a.link), "Mae gan y panel craffu gwestiwn i chi"));
  const auto sent = a.post("/cy" + a.at(), {{"text", "Y ddau leiaf."}});
  CHECK(location(sent) == "/cy" + a.at() + "?answered=yes");
  CHECK(says(a.get(location(sent)), "Diolch: cedwir eich ateb"));
}

}  // namespace reply_question_test
