#include "tasks/sending.h"

#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "tasks/letter_words.h"
#include "tasks/people.h"
#include "tasks/publication.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace sending_test {

constexpr std::int64_t kMinute = 60, kHour = 3600, kDay = 24 * kHour;

/// Answers what it is told to, and remembers what it was given.
class ToldMailer final : public Mailer {
 public:
  [[nodiscard]] Handover send(const PostedLetter& letter) override {
    seen.push_back(letter.message_id);
    return usual;
  }
  std::vector<std::string> seen;
  Handover usual;
};

Letter letter_for(std::string_view key, std::string_view to = "housing@aberllyn.example") {
  Letter letter;
  letter.key = key;
  letter.kind = LetterKind::ask;
  letter.to = to;
  letter.to_name = "Head of Housing";
  letter.subject = "Two commitments need a word from you";
  letter.text = "Please say what has happened.";
  return letter;
}

PostedLetter only_letter(Bench& bench) {
  const auto all = bench.workspace.outbox.list({}, 10).value();
  REQUIRE(all.size() == 1);
  return bench.workspace.outbox.find(all[0].id).value();
}

SendingReport send_all(Bench& bench, Mailer& mailer) { return send_waiting(bench.workspace, mailer).value(); }

TEST_CASE("letters that no transport could send, or that would forge a header, are refused") {
  struct Row {
    const char* name;
    std::string Letter::*field;
    std::string value;
    bool fine;
  };
  const Row rows[] = {
      {"a plain address", &Letter::to, "head-of.housing+plan@aberllyn.example", true},
      {"no @", &Letter::to, "housing", false},
      {"nothing before the @", &Letter::to, "@aberllyn.example", false},
      {"nothing after the @", &Letter::to, "housing@", false},
      {"two addresses", &Letter::to, "a@b.example,c@d.example", false},
      {"a second header behind the address", &Letter::to, "a@b.example\r\nBcc: c@d.example", false},
      {"an address with its name", &Letter::to, "Housing <a@b.example>", false},
      {"two dots in a row", &Letter::to, "a..b@c.example", false},
      {"an address of 255 bytes", &Letter::to, std::string(60, 'a') + "@" + std::string(60, 'b') + "." + std::string(60, 'c') + "." + std::string(64, 'd') + ".example", false},
      {"a second header behind the subject", &Letter::subject, "News\nBcc: c@d.example", false},
      {"a line break in the name", &Letter::to_name, "Head\rof Housing", false},
      {"Welsh letters in the subject", &Letter::subject, "Tŷ a gŵyl", true},
      {"no subject", &Letter::subject, " ", false},
      {"no words", &Letter::text, "", false},
      {"no key", &Letter::key, "", false},
      {"an address to answer to that is none", &Letter::reply_to, "nobody", false},
      {"an address for ending it that is a script", &Letter::unsubscribe, "javascript:alert(1)", false},
      {"an address for ending it that ends its bracket", &Letter::unsubscribe, "https://a.example/>x", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    auto letter = letter_for("key");
    letter.*row.field = row.value;
    CHECK(check_letter(letter).has_value() == row.fine);
    auto bench = Bench::in_memory();
    CHECK(post_letter(bench.workspace, letter).has_value() == row.fine);
    CHECK(letter_errand(bench.workspace, letter).has_value() == row.fine);
  }
}

TEST_CASE("the same key twice is one letter, also after it was sent") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  CHECK(post_letter(w, letter_for("ask cycle-1")).value());
  CHECK_FALSE(post_letter(w, letter_for("ask cycle-1", "other@aberllyn.example")).value());
  ToldMailer mailer;
  CHECK(send_all(bench, mailer).sent == 1);
  CHECK_FALSE(post_letter(w, letter_for("ask cycle-1")).value());
  CHECK(send_all(bench, mailer).sent == 0);
  CHECK(mailer.seen.size() == 1);
  CHECK(post_letter(w, letter_for("ask cycle-2")).value());
}

TEST_CASE("entries and their letters are written together, or neither is") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  Batch batch;
  batch.changes = {{"note.made", "cycle-1", "coordinator", "{}"}};
  batch.errands = {letter_errand(w, letter_for("ask cycle-1")).value()};
  batch.at = bench.clock.now().utc();
  REQUIRE(w.ledger.append(batch));
  CHECK(only_letter(bench).letter.text == "Please say what has happened.");

  batch.errands = {letter_errand(w, letter_for("ask cycle-2")).value()};
  batch.expectations = {{"cycle-1", 0}};  // somebody was first
  CHECK(w.ledger.append(batch).error().fault == Fault::conflict);
  CHECK(w.outbox.counts()->waiting == 1);

  batch.expectations.clear();
  batch.errands.push_back({"parcel", "{}"});
  CHECK(w.ledger.append(batch).error().fault == Fault::invalid_input);
  batch.errands = {{"letter", "{\"to\":\"nobody\"}"}};
  CHECK(w.ledger.append(batch).error().fault == Fault::invalid_input);
  CHECK(w.ledger.head()->count == 1);
  CHECK(w.outbox.counts()->waiting == 1);
}

TEST_CASE("a letter comes out of an errand as it went in") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  Letter letter = letter_for("ask \"cycle\" 1");
  letter.html = "<p>Tŷ</p>";
  letter.language = Language::cy;
  letter.reply_to = "equality@aberllyn.example";
  letter.unsubscribe = "https://plans.aberllyn.example/x?a=1";
  letter.calendar = "BEGIN:VCALENDAR\r\n";
  letter.useful_until = bench.clock.seconds + 900;
  Batch batch;
  batch.errands = {letter_errand(w, letter).value()};
  batch.at = bench.clock.now().utc();
  REQUIRE(w.ledger.append(batch));
  const auto got = only_letter(bench);
  for (const auto field : {&Letter::key, &Letter::to, &Letter::to_name, &Letter::subject, &Letter::text, &Letter::html,
                           &Letter::reply_to, &Letter::unsubscribe, &Letter::calendar})
    CHECK(got.letter.*field == letter.*field);
  CHECK(got.letter.kind == LetterKind::ask);
  CHECK(got.letter.language == Language::cy);
  CHECK(got.letter.useful_until == letter.useful_until);
  CHECK(got.queued == bench.clock.seconds);
  CHECK(got.id.starts_with("20230614T093000Z."));
  CHECK(got.message_id == got.id + "@localhost");
}

TEST_CASE("what became of an attempt") {
  struct Row {
    const char* name;
    int attempts;
    Handover handover;
    LetterState state;
    std::int64_t pause;
  };
  const Row rows[] = {
      {"delivered", 1, {}, LetterState::sent, 0},
      {"the mailbox is full, the first time", 1, {Outcome::later, "full"}, LetterState::waiting, kMinute},
      {"the second time", 2, {Outcome::later, "full"}, LetterState::waiting, 5 * kMinute},
      {"the fifth time", 5, {Outcome::later, "full"}, LetterState::waiting, kHour},
      {"the server is away, the twelfth time", 12, {Outcome::unreachable, "away"}, LetterState::waiting, 12 * kHour},
      {"the thirteenth time", 13, {Outcome::unreachable, "away"}, LetterState::failed, 0},
      {"no such mailbox", 1, {Outcome::refused, "no such mailbox"}, LetterState::failed, 0},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    PostedLetter letter;
    letter.attempts = row.attempts;
    const auto end = end_of_attempt(letter, row.handover, 1000);
    CHECK(end.state == row.state);
    CHECK(end.at == 1000);
    if (row.state == LetterState::waiting) CHECK(end.next_attempt == 1000 + row.pause);
  }
}

TEST_CASE("a mail server that is down for a day: nothing is lost, all is sent once when it is back") {
  auto bench = Bench::in_memory();
  for (int i = 0; i < 3; ++i) REQUIRE(post_letter(bench.workspace, letter_for("ask " + std::to_string(i))).value());
  ToldMailer mailer;
  mailer.usual = {Outcome::unreachable, "the mail server does not answer"};
  const auto down_until = bench.clock.seconds + kDay;
  for (; bench.clock.seconds < down_until; bench.clock.seconds += 10 * kMinute) {
    const auto tried = mailer.seen.size();
    const auto report = send_all(bench, mailer);
    CHECK(report.sent == 0);
    CHECK(mailer.seen.size() <= tried + 1);  // one that is not answered is enough
  }
  CHECK(bench.workspace.outbox.counts()->waiting == 3);
  mailer.usual = {};
  mailer.seen.clear();
  int sent = 0;
  for (int hours = 0; hours < 13; ++hours, bench.clock.seconds += kHour) sent += send_all(bench, mailer).sent;
  CHECK(sent == 3);
  CHECK(mailer.seen.size() == 3);
  CHECK(bench.workspace.outbox.counts()->repeats == 0);
}

TEST_CASE("after thirteen attempts it is given up with its reason, and can be tried again by hand") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  REQUIRE(post_letter(w, letter_for("ask")).value());
  ToldMailer mailer;
  mailer.usual = {Outcome::later, "452 mailbox full"};
  for (int round = 0; round < 100; ++round, bench.clock.seconds += 12 * kHour) (void)send_all(bench, mailer);
  CHECK(mailer.seen.size() == 13);
  const auto failed = only_letter(bench);
  CHECK(failed.state == LetterState::failed);
  CHECK(failed.fault == "given up after 13 attempts; the last: 452 mailbox full");
  CHECK_FALSE(failed.letter.text.empty());

  mailer.usual = {};
  REQUIRE(w.outbox.send_again(failed.id, bench.clock.seconds));
  CHECK(send_all(bench, mailer).sent == 1);
  CHECK(mailer.seen.back() == mailer.seen.front());  // the same Message-ID
  CHECK(w.outbox.send_again(failed.id, bench.clock.seconds).error().fault == Fault::conflict);
  CHECK(w.outbox.send_again("x", 0).error().fault == Fault::not_found);
}

TEST_CASE("a machine that dies while sending sends again with the same Message-ID, and counts it") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  REQUIRE(post_letter(w, letter_for("ask")).value());
  // The letter is claimed, the server accepts it, and then the machine dies.
  const auto claimed = w.outbox.claim(bench.clock.seconds, bench.clock.seconds + kLeaseSeconds).value();
  REQUIRE(claimed);
  ToldMailer mailer;
  CHECK(send_all(bench, mailer).sent == 0);  // its lease runs: another process may be at it
  CHECK(w.outbox.counts()->sending == 1);
  bench.clock.seconds += kLeaseSeconds;
  CHECK(send_all(bench, mailer).sent == 1);
  CHECK(mailer.seen == std::vector<std::string>{claimed->message_id});
  CHECK(only_letter(bench).repeats == 1);
  CHECK(w.outbox.counts()->repeats == 1);
  // The first process was only slow: what it says comes too late and changes nothing.
  REQUIRE(w.outbox.settle(*claimed, {LetterState::failed, bench.clock.seconds, 0, "late"}));
  CHECK(only_letter(bench).state == LetterState::sent);
}

TEST_CASE("words leave the table when they were delivered, or when their link has ended") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  ToldMailer mailer;
  REQUIRE(post_letter(w, letter_for("delivered")).value());
  (void)send_all(bench, mailer);
  CHECK(only_letter(bench).letter.text.empty());

  auto ended = letter_for("ended");
  ended.kind = LetterKind::sign_in;
  ended.useful_until = bench.clock.seconds + 15 * kMinute;
  REQUIRE(post_letter(w, ended).value());
  bench.clock.seconds += kHour;
  CHECK(send_all(bench, mailer).failed == 1);
  CHECK(mailer.seen.size() == 1);
  const auto failed = w.outbox.list(LetterState::failed, 5).value();
  REQUIRE(failed.size() == 1);
  CHECK(w.outbox.find(failed[0].id)->letter.text.empty());
  CHECK(w.outbox.send_again(failed[0].id, bench.clock.seconds).error().fault == Fault::conflict);
}

TEST_CASE("a letter that was settled is forgotten after 400 days, one that waits never") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  ToldMailer mailer;
  REQUIRE(post_letter(w, letter_for("old")).value());
  (void)send_all(bench, mailer);
  mailer.usual = {Outcome::later, "busy"};
  REQUIRE(post_letter(w, letter_for("waits")).value());
  bench.clock.seconds += 400 * kDay;
  (void)send_all(bench, mailer);
  CHECK(w.outbox.list({}, 10)->size() == 2);
  bench.clock.seconds += 1;
  (void)send_all(bench, mailer);
  CHECK(only_letter(bench).letter.key == "waits");
}

TEST_CASE("a letter says the same as text and as HTML, and nothing in it becomes markup") {
  LetterWords words(Language::cy);
  words.paragraph("Two <b>promises</b>").link("Answer", "https://a.example/reply/1?x=1&y=2");
  words.item("5.2 Diversion", "https://a.example/5.2").item("5.4 Custody", "javascript:alert(1)").paragraph("Thank you");
  Letter letter = letter_for("key");
  letter.subject = "A & B";
  words.into(letter);
  CHECK(letter.text ==
        "Two <b>promises</b>\n\nAnswer\nhttps://a.example/reply/1?x=1&y=2\n\n- 5.2 Diversion\n  https://a.example/5.2\n"
        "- 5.4 Custody\n\nThank you\n");
  CHECK(letter.html ==
        "<!DOCTYPE html>\n<html lang=\"cy\"><head><meta charset=\"utf-8\"><title>A &amp; B</title></head><body>"
        "<p>Two &lt;b&gt;promises&lt;/b&gt;</p><p><a href=\"https://a.example/reply/1?x=1&amp;y=2\">Answer</a></p>"
        "<ul><li><a href=\"https://a.example/5.2\">5.2 Diversion</a></li><li><span>5.4 Custody</span></li></ul>"
        "<p>Thank you</p></body></html>\n");
  CHECK(letter.language == Language::cy);
}

TEST_CASE("while publication is held, letters that tell the public wait untried, and all others go") {
  struct Row {
    const char* name;
    std::vector<std::string> bodies;
    std::string held;
    bool waits;
  };
  const Row rows[] = {
      {"a request to an owner, all held", {}, "", false},
      {"a digest, all held", {"Aberllyn Council"}, "", true},
      {"a digest, its body held", {"Aberllyn Council"}, "aberllyn council", true},
      {"a digest, another body held", {"Aberllyn Council"}, "Health Board", false},
      {"a digest of two bodies, one held", {"Aberllyn Council", "Health Board"}, "Health Board", true},
      {"a digest of a plan that names no body, all held", {""}, "", true},
      {"a digest of a plan that names no body, one held", {""}, "Health Board", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    auto bench = Bench::in_memory();
    auto& w = bench.workspace;
    auto letter = letter_for("digest");
    letter.bodies = row.bodies;
    REQUIRE(post_letter(w, letter));
    const auto hold = hold_publication(w, first_coordinator(), {row.held, bench.clock.now().today, std::nullopt, "an election"});
    REQUIRE(hold);
    ToldMailer mailer;
    for (int hours = 0; hours < 48; ++hours, bench.clock.seconds += kHour) (void)send_all(bench, mailer);
    CHECK(mailer.seen.size() == (row.waits ? 0 : 1));
    const auto posted = only_letter(bench);
    CHECK(posted.letter.bodies == row.bodies);
    CHECK(posted.attempts == (row.waits ? 0 : 1));
    CHECK(posted.repeats == 0);
    REQUIRE(resume_publication(w, first_coordinator(), hold->id));
    bench.clock.seconds += kHour;
    (void)send_all(bench, mailer);
    CHECK(mailer.seen.size() == 1);
    CHECK(only_letter(bench).attempts == 1);
  }
}

}  // namespace sending_test
