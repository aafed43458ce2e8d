#include "mail/smtp_mailer.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "faults/fixture.h"
#include "mail/address.h"
#include "mail/smtp_sink.h"

using namespace makegood;
using namespace makegood::mail;
using makegood::test::Bench;
using tasks::Outcome;

namespace smtp_test {

const tasks::Letterhead kHead{"plans@aberllyn.example", "Aberllyn Council", "https://plans.aberllyn.example"};

tasks::Letter letter_for(const std::string& key) {
  tasks::Letter letter;
  letter.key = key;
  letter.to = "housing@aberllyn.example";
  letter.subject = "A word, please";
  letter.text = "First\n.\n..dots\nLast\n";
  return letter;
}

tasks::PostedLetter posted(Bench& bench, const std::string& key = "ask 1") {
  REQUIRE(tasks::post_letter(bench.workspace, letter_for(key)));
  return bench.workspace.outbox.claim(bench.clock.seconds, bench.clock.seconds + 600).value().value();
}

std::unique_ptr<SmtpMailer> mailer_for(const std::string& url, bool unencrypted = true) {
  return SmtpMailer::make({url, "", "", unencrypted}, kHead).value();
}

TEST_CASE("addresses of servers") {
  struct Row {
    const char* url;
    bool fine;
    const char* host;
    bool loopback;
  };
  const Row rows[] = {
      {"smtp://mail.example:587", true, "mail.example", false},
      {"SMTPS://Mail.Example", true, "mail.example", false},
      {"smtp://localhost:25", true, "localhost", true},
      {"smtp://[::1]:2525", true, "::1", true},
      {"http://127.0.0.1:8080/path", true, "127.0.0.1", true},
      {"smtp://localhost.example", true, "localhost.example", false},
      {"smtp://127.0.0.1@mail.example", false, "", false},
      {"smtp://user:secret@mail.example", false, "", false},
      {"mail.example:25", false, "", false},
      {"smtp://", false, "", false},
      {"smtp://mail.example:x", false, "", false},
      {"smtp://mail example", false, "", false},
      {"smtp://[::1", false, "", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.url);
    const auto address = read_server_address(row.url);
    REQUIRE(address.has_value() == row.fine);
    if (!row.fine) continue;
    CHECK(address->host == row.host);
    CHECK(address->loopback == row.loopback);
  }
  CHECK(read_server_address("smtp://user:secret@mail.example").error().line().find("secret") == std::string::npos);
}

TEST_CASE("a server that letters would reach unencrypted, or by another protocol, is refused") {
  struct Row {
    const char* name;
    SmtpSettings settings;
    const char* from;
    bool fine;
  };
  const Row rows[] = {
      {"STARTTLS to another machine", {"smtp://mail.example:587", "", "", false}, "plans@aberllyn.example", true},
      {"unencrypted to another machine", {"smtp://mail.example:25", "", "", true}, "plans@aberllyn.example", false},
      {"unencrypted on this machine", {"smtp://localhost:25", "", "", true}, "plans@aberllyn.example", true},
      {"a web address", {"http://mail.example", "", "", false}, "plans@aberllyn.example", false},
      {"a file", {"file:///etc/passwd", "", "", false}, "plans@aberllyn.example", false},
      {"no sender", {"smtp://mail.example", "", "", false}, "nobody", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    auto head = kHead;
    head.from = row.from;
    CHECK(SmtpMailer::make(row.settings, head).has_value() == row.fine);
  }
}

TEST_CASE("a letter arrives as it was written, dots at the beginning of lines included") {
  SmtpSink sink({});
  auto bench = Bench::in_memory();
  const auto letter = posted(bench);
  CHECK(mailer_for(sink.url())->send(letter).outcome == Outcome::delivered);
  REQUIRE(sink.taken().size() == 1);
  // Dots are doubled on the way; the last line is the end of the letter.
  CHECK(replace_all(sink.taken()[0], "\r\n..", "\r\n.") == write_message(letter, kHead).value() + ".\r\n");
  const auto commands = sink.commands();
  CHECK(std::count(commands.begin(), commands.end(), "EHLO aberllyn.example\r\n") == 1);
  CHECK(std::count(commands.begin(), commands.end(), "MAIL FROM:<plans@aberllyn.example>\r\n") == 1);
  CHECK(std::count(commands.begin(), commands.end(), "RCPT TO:<housing@aberllyn.example>\r\n") == 1);
}

TEST_CASE("what a server says decides what becomes of a letter") {
  struct Row {
    const char* name;
    Manners manners;
    Outcome outcome;
    const char* says;
    bool perhaps = false;
  };
  const Row rows[] = {
      {"takes it", {}, Outcome::delivered, ""},
      {"no such mailbox", {.recipient = "550 5.1.1 no such mailbox"}, Outcome::refused, "550 5.1.1 no such mailbox"},
      {"mailbox is full", {.recipient = "452 4.2.2 mailbox full"}, Outcome::later, "452 4.2.2 mailbox full"},
      {"takes no data now", {.data = "451 try later"}, Outcome::later, "451 try later"},
      {"finds the letter bad", {.end = "554 5.7.1 looks like spam"}, Outcome::refused, "554 5.7.1 looks like spam"},
      {"is out of space at the end", {.end = "452 out of space"}, Outcome::later, "452 out of space"},
      {"hangs up after the letter", {.hangs_up_after_data = true}, Outcome::later, "the line broke after", true},
      {"is too busy to greet", {.greeting = "421 too busy"}, Outcome::unreachable, "cannot be used"},
      {"does not let the sender send", {.mail = "530 authenticate first"}, Outcome::unreachable, "530 authenticate first"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    SmtpSink sink(row.manners);
    auto bench = Bench::in_memory();
    const auto handover = mailer_for(sink.url())->send(posted(bench));
    CHECK(handover.outcome == row.outcome);
    CHECK(handover.perhaps_taken == row.perhaps);
    CAPTURE(handover.reason);
    CHECK(handover.reason.find(row.says) != std::string::npos);
  }
}

TEST_CASE("without STARTTLS nothing of a letter is said, where encryption is a must") {
  SmtpSink sink({});
  auto bench = Bench::in_memory();
  CHECK(mailer_for(sink.url(), false)->send(posted(bench)).outcome == Outcome::unreachable);
  CHECK(sink.taken().empty());
  for (const auto& command : sink.commands()) CHECK_FALSE(command.starts_with("MAIL"));
}

TEST_CASE("a password that is wrong stops no letter for good, and is told to nobody") {
  SmtpSink sink({.login = "535 5.7.8 wrong password", .offers_login = true});
  auto bench = Bench::in_memory();
  const auto mailer = SmtpMailer::make({sink.url(), "plans", "the-secret-word", true}, kHead).value();
  const auto handover = mailer->send(posted(bench));
  CHECK(handover.outcome == Outcome::unreachable);
  CHECK(handover.reason.find("535") != std::string::npos);
  CHECK(handover.reason.find("the-secret-word") == std::string::npos);
  sink.be({.offers_login = true});
  CHECK(mailer->send(posted(bench, "ask 2")).outcome == Outcome::delivered);
}

TEST_CASE("a server that is away for a day, then hangs up, then works: nothing lost, one Message-ID, one possible repeat") {
  auto bench = Bench::in_memory();
  REQUIRE(tasks::post_letter(bench.workspace, letter_for("ask 1")));
  std::string nobody_there;
  { nobody_there = SmtpSink({}).url(); }  // its port is closed again
  const auto away = mailer_for(nobody_there);
  for (int minutes = 0; minutes < 24 * 60; minutes += 30, bench.clock.seconds += 30 * 60) {
    const auto report = tasks::send_waiting(bench.workspace, *away).value();
    CHECK(report.sent + report.failed == 0);
  }
  CHECK(bench.workspace.outbox.counts()->waiting == 1);

  SmtpSink sink({.hangs_up_after_data = true});
  const auto back = mailer_for(sink.url());
  const auto rounds_until = [&](auto holds) {
    for (int hours = 0; hours < 48 && !holds(); ++hours, bench.clock.seconds += 3600)
      REQUIRE(tasks::send_waiting(bench.workspace, *back));
    return holds();
  };
  CHECK(rounds_until([&] { return sink.taken().size() == 1; }));
  sink.be({});
  CHECK(rounds_until([&] { return bench.workspace.outbox.counts()->sent == 1; }));
  REQUIRE(sink.taken().size() == 2);
  CHECK(sink.taken()[0] == sink.taken()[1]);
  CHECK(bench.workspace.outbox.counts()->repeats == 1);
}

}  // namespace smtp_test
