#include "tasks/subscriptions.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "faults/fixture.h"
#include "tasks/publication.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::adopt_small_plan;
using makegood::test::Bench;

namespace subscriptions_test {

const auto kCoordinator = first_coordinator();
constexpr std::int64_t kHour = 3600, kDay = 24 * kHour;
const Following kWhole{"fair-work-plan", FollowedPart::plan, ""};

/// Letters of a kind that wait, newest first, with their words.
std::vector<PostedLetter> letters_of(Bench& bench, LetterKind kind) {
  std::vector<PostedLetter> found;
  const auto heads = bench.workspace.outbox.list({}, 200).value();
  for (const auto& head : heads)
    if (head.letter.kind == kind) found.push_back(bench.workspace.outbox.find(head.id).value());
  return found;
}

/// The token behind /WORD/ in a letter's text.
std::string token_in(const PostedLetter& letter, const std::string& word) {
  const auto at = letter.letter.text.find("/" + word + "/");
  REQUIRE(at != std::string::npos);
  return letter.letter.text.substr(at + word.size() + 2, 64);
}

void follow(Bench& bench, const Following& what, const std::string& email = "resident@example.org", Language language = Language::en) {
  REQUIRE(ask_to_follow(bench.workspace, what, email, language));
  for (const auto& letter : letters_of(bench, LetterKind::subscription))
    if (letter.letter.to == email && !confirm_following(bench.workspace, token_in(letter, "confirm"))) FAIL("not confirmed");
}

const Item& item_of(Bench& bench, std::size_t n) {
  static std::shared_ptr<const KeptPlan> kept;
  kept = bench.workspace.plans.find("fair-work-plan", View::live).value();
  return kept->plan.items[n];
}

void correct(Bench& bench, std::size_t n, const std::string& detail) {
  REQUIRE(correct_item(bench.workspace, kCoordinator, "fair-work-plan", {item_of(bench, n).id, ItemField::detail, {detail}, "news"}));
}

int told(Bench& bench) { return tell_subscribers(bench.workspace).value(); }

TEST_CASE("nobody is written to but once before they press the button, and a look changes nothing") {
  auto bench = Bench::in_memory();
  adopt_small_plan(bench, true);
  auto& w = bench.workspace;
  REQUIRE(ask_to_follow(w, kWhole, " Resident@Example.org ", Language::en));
  const auto asked = letters_of(bench, LetterKind::subscription);
  REQUIRE(asked.size() == 1);
  CHECK(asked[0].letter.to == "resident@example.org");
  CHECK(asked[0].letter.text.find("Fair Work Plan") != std::string::npos);
  const auto token = token_in(asked[0], "confirm");
  CHECK(look_at_confirmation(w, token)->following == kWhole);
  CHECK(w.subscriptions.confirmed({})->empty());
  correct(bench, 0, "one");
  CHECK(told(bench) == 0);

  REQUIRE(confirm_following(w, token));
  REQUIRE(confirm_following(w, token));  // pressed twice: no fault
  CHECK(told(bench) == 0);  // what was there before is not news
  correct(bench, 0, "two");
  CHECK(told(bench) == 1);
}

TEST_CASE("a title that ends as a sentence does ends the letter's sentence once") {
  auto bench = Bench::in_memory();
  adopt_small_plan(bench, true);
  const auto id = item_of(bench, 0).id;
  REQUIRE(correct_item(bench.workspace, kCoordinator, "fair-work-plan", {id, ItemField::title, {"Publish the pay gap."}, "as adopted"}));
  REQUIRE(ask_to_follow(bench.workspace, {"fair-work-plan", FollowedPart::item, id.text}, "resident@example.org", Language::en));
  const auto text = letters_of(bench, LetterKind::subscription).at(0).letter.text;
  CHECK(text.find("Publish the pay gap (Fair Work Plan). We write at most once a day.") != std::string::npos);
  CHECK(text.find("..") == std::string::npos);
}

TEST_CASE("one letter a day with everything once, in the subscriber's language") {
  auto bench = Bench::in_memory();
  adopt_small_plan(bench, true);
  follow(bench, kWhole, "resident@example.org", Language::cy);
  follow(bench, {"fair-work-plan", FollowedPart::item, item_of(bench, 0).id.text}, "resident@example.org", Language::cy);
  correct(bench, 0, "one");
  correct(bench, 2, "two");
  CHECK(told(bench) == 1);
  CHECK(told(bench) == 0);
  correct(bench, 0, "three");
  CHECK(told(bench) == 0);  // today's letter has gone out
  bench.clock.seconds += kDay;
  CHECK(told(bench) == 1);
  const auto letters = letters_of(bench, LetterKind::digest);
  REQUIRE(letters.size() == 2);
  CHECK(letters[0].letter.language == Language::cy);
  const auto& first = letters[1].letter.text;
  CHECK(first.find("14 Mehefin 2023") != std::string::npos);
  CHECK(first.find("http://localhost:8080/cy/plans/fair-work-plan/items/" + item_of(bench, 2).id.text) != std::string::npos);
  const auto link = "/items/" + item_of(bench, 0).id.text;
  CHECK(first.find(link) == first.rfind(link));  // followed twice, told once
  CHECK(letters[0].letter.unsubscribe == "http://localhost:8080/cy/follow/stop/" + token_in(letters[0], "stop"));
}

TEST_CASE("each is told of their own part, and of nothing that is not public") {
  struct Row {
    const char* name;
    Following following;
    bool first, last;
  };
  auto probe = Bench::in_memory();
  adopt_small_plan(probe, true);
  const auto theme = item_of(probe, 2).theme.text;
  const Row rows[] = {
      {"the plan", kWhole, true, true},
      {"a theme", {"fair-work-plan", FollowedPart::theme, theme}, false, true},
      {"an owner", {"fair-work-plan", FollowedPart::owner, "Head of Communications"}, true, false},
      {"an item", {"fair-work-plan", FollowedPart::item, item_of(probe, 2).id.text}, false, true},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    for (const std::size_t n : {0U, 2U}) {
      auto bench = Bench::in_memory();  // the same ids as the probe's: chance repeats
      adopt_small_plan(bench, true);
      follow(bench, row.following);
      correct(bench, n, "news");
      CHECK(told(bench) == (n == 0 ? row.first : row.last));
    }
  }
  auto bench = Bench::in_memory();
  adopt_small_plan(bench, true);
  follow(bench, kWhole);
  correct(bench, 0, "news");
  const auto today = bench.clock.now().today;
  const auto hold = hold_publication(bench.workspace, kCoordinator, {"", today, std::nullopt, "an election"});
  REQUIRE(hold);
  CHECK(told(bench) == 0);
  REQUIRE(resume_publication(bench.workspace, kCoordinator, hold->id));
  CHECK(told(bench) == 1);
  bench.clock.seconds += kDay;
  correct(bench, 0, "more news");
  REQUIRE(withdraw_plan(bench.workspace, kCoordinator, "fair-work-plan", "too early"));
  CHECK(told(bench) == 0);
  CHECK(ask_to_follow(bench.workspace, kWhole, "a@example.org", Language::en).error().fault == Fault::not_found);
}

TEST_CASE("one press ends it, twice is no fault, and nothing of the subscriber is left") {
  auto bench = Bench::in_memory();
  adopt_small_plan(bench, true);
  auto& w = bench.workspace;
  follow(bench, kWhole);
  follow(bench, {"fair-work-plan", FollowedPart::item, item_of(bench, 0).id.text});
  correct(bench, 0, "news");
  REQUIRE(told(bench) == 1);
  const auto token = token_in(letters_of(bench, LetterKind::digest)[0], "stop");
  const auto following = look_at_stop(w, token).value();
  REQUIRE(following.size() == 2);
  CHECK(look_at_confirmation(w, token).error().fault == Fault::not_found);
  REQUIRE(stop_following(w, token, following[1].id));
  CHECK(look_at_stop(w, token)->size() == 1);
  REQUIRE(stop_following(w, token));
  REQUIRE(stop_following(w, token));
  CHECK(look_at_stop(w, token).error().fault == Fault::not_found);
  CHECK(w.subscriptions.confirmed({})->empty());
  const auto left = w.outbox.list({}, 100).value();
  for (const auto& letter : left) CHECK(letter.letter.to != "resident@example.org");
  bench.clock.seconds += kDay;
  correct(bench, 0, "more news");
  CHECK(told(bench) == 0);
}

TEST_CASE("what cannot be followed, and who asks too often") {
  struct Row {
    const char* name;
    Following following;
    const char* email;
    Fault fault;
  };
  const Row rows[] = {
      {"no address", kWhole, "resident", Fault::invalid_input},
      {"a second header", kWhole, "a@example.org\r\nBcc: b@example.org", Fault::invalid_input},
      {"a plan that is not there", {"other", FollowedPart::plan, ""}, "a@example.org", Fault::not_found},
      {"a theme that is not there", {"fair-work-plan", FollowedPart::theme, "x"}, "a@example.org", Fault::invalid_input},
      {"an owner who is none", {"fair-work-plan", FollowedPart::owner, "Nobody"}, "a@example.org", Fault::invalid_input},
  };
  auto bench = Bench::in_memory();
  adopt_small_plan(bench, true);
  auto& w = bench.workspace;
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(ask_to_follow(w, row.following, row.email, Language::en).error().fault == row.fault);
  }
  for (int i = 0; i < kMostAskedOfOne; ++i) CHECK(ask_to_follow(w, kWhole, "a@example.org", Language::en));
  CHECK(ask_to_follow(w, kWhole, "a@example.org", Language::en).error().fault == Fault::unavailable);
  int taken = kMostAskedOfOne;
  while (ask_to_follow(w, kWhole, "r" + std::to_string(taken) + "@example.org", Language::en)) ++taken;
  CHECK(taken == kMostAskedOfAll);
  bench.clock.seconds += kHour + 1;
  CHECK(ask_to_follow(w, kWhole, "late@example.org", Language::en));
  for (const auto* about : {"", "plan:x", "theme", "nothing:1"}) {
    CAPTURE(about);
    CHECK_FALSE(following_from("fair-work-plan", about));
  }
  CHECK(following_from("p", "owner:Head: of Housing").value() == Following{"p", FollowedPart::owner, "Head: of Housing"});
}

TEST_CASE("a confirmation ends after two days, and what was asked for is forgotten") {
  auto bench = Bench::in_memory();
  adopt_small_plan(bench, true);
  auto& w = bench.workspace;
  REQUIRE(ask_to_follow(w, kWhole, "resident@example.org", Language::en));
  const auto token = token_in(letters_of(bench, LetterKind::subscription)[0], "confirm");
  bench.clock.seconds += 2 * kDay + 1;
  CHECK(confirm_following(w, token).error().fault == Fault::not_found);
  CHECK(told(bench) == 0);  // tidies up
  CHECK(w.subscriptions.find_link(token_hash(token)).error().fault == Fault::not_found);
}

TEST_CASE("while publication is held nobody new is written to, and whoever follows may stop") {
  auto bench = Bench::in_memory();
  adopt_small_plan(bench, true);
  auto& w = bench.workspace;
  follow(bench, kWhole);
  bench.clock.seconds += kHour;
  correct(bench, 0, "news");
  REQUIRE(told(bench) == 1);
  const auto digest = letters_of(bench, LetterKind::digest).at(0);
  CHECK(digest.letter.bodies == std::vector<std::string>{w.plans.find("fair-work-plan", View::released).value()->plan.organisation});
  const auto hold = hold_publication(w, kCoordinator, {"", bench.clock.now().today, std::nullopt, "an election"});
  REQUIRE(hold);
  const auto refused = ask_to_follow(w, kWhole, "another@example.org", Language::en);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fault == Fault::conflict);
  CHECK(letters_of(bench, LetterKind::subscription).size() == 1);
  CHECK(stop_following(w, token_in(digest, "stop")));
  CHECK(w.subscriptions.confirmed({})->empty());
}

TEST_CASE("who ends it is forgotten, also among those who asked") {
  auto bench = Bench::in_memory();
  adopt_small_plan(bench, true);
  follow(bench, kWhole);
  auto& w = bench.workspace;
  correct(bench, 0, "Anew");
  REQUIRE(told(bench) == 1);
  CHECK(w.subscriptions.asked_since("resident@example.org", 0)->of_one == 1);
  REQUIRE(stop_following(w, token_in(letters_of(bench, LetterKind::digest).at(0), "stop")));
  CHECK(w.subscriptions.asked_since("resident@example.org", 0)->of_one == 0);
}

TEST_CASE("an owner who is followed gives an item away: the follower hears of it, and when the owner is named no more") {
  auto bench = Bench::in_memory();
  adopt_small_plan(bench, true);
  const auto owners = owners_of(bench.workspace.plans.find("fair-work-plan", View::live).value()->plan);
  const auto owner = owners.at(0);
  follow(bench, {"fair-work-plan", FollowedPart::owner, owner});
  const auto text = letters_of(bench, LetterKind::subscription).at(0).letter.text;
  CHECK(text.find(owner + " (") != std::string::npos);  // the plan is named beside its part
  const auto plan = bench.workspace.plans.find("fair-work-plan", View::live).value();
  for (const auto& item : plan->plan.items)
    if (std::find(item.owners.begin(), item.owners.end(), owner) != item.owners.end())
      REQUIRE(correct_item(bench.workspace, kCoordinator, "fair-work-plan", {item.id, ItemField::owners, {"Somebody else"}, "moved"}));
  REQUIRE(told(bench) == 1);
  const auto digest = letters_of(bench, LetterKind::digest).at(0).letter.text;
  CHECK(digest.find("Corrected") != std::string::npos);
  CHECK(digest.find("No longer named in this plan: " + owner) != std::string::npos);
}

}  // namespace subscriptions_test
