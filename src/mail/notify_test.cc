#include "mail/notify_mailer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "faults/fixture.h"
#include "mail/line_sink.h"

using namespace makegood;
using namespace makegood::mail;
using makegood::test::Bench;
using tasks::Outcome;

namespace notify_test {

constexpr const char* kKey = "plans-11111111-2222-3333-4444-555555555555-aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

tasks::PostedLetter posted(Language language = Language::en) {
  tasks::PostedLetter put;
  put.message_id = "1@aberllyn.example";
  put.letter.key = "ask 1";
  put.letter.to = "housing@aberllyn.example";
  put.letter.subject = "A \"word\"";
  put.letter.text = "Please say\nwhat has happened.\n";
  put.letter.unsubscribe = "https://plans.aberllyn.example/stop";
  put.letter.language = language;
  return put;
}

/// Takes one request after another, answers what it is told to, and keeps the last one.
class NotifySink {
 public:
  explicit NotifySink(std::string answer) : answer_(std::move(answer)), sink_([this](Peer& peer) { talk(peer); }) {}
  [[nodiscard]] std::string url() const { return sink_.at("http"); }
  [[nodiscard]] std::string head() {
    const std::lock_guard lock(mutex_);
    return head_;
  }
  [[nodiscard]] std::string body() {
    const std::lock_guard lock(mutex_);
    return body_;
  }

 private:
  void talk(Peer& peer) {
    const auto head = peer.until("\r\n\r\n");
    const auto at = head.find("Content-Length: ");
    if (at == std::string::npos) return;
    const auto body = peer.exactly(std::stoul(head.substr(at + 16)));
    const std::lock_guard lock(mutex_);
    head_ = head;
    body_ = body;
    peer.say(answer_);
  }
  std::mutex mutex_;
  std::string answer_, head_, body_;
  LineSink sink_;
};

std::string answer(const std::string& status, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

TEST_CASE("the token of a call, as Python's hmac module works it out") {
  CHECK(notify_token(kKey, 1686735000).value() ==
        "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9."
        "eyJpc3MiOiIxMTExMTExMS0yMjIyLTMzMzMtNDQ0NC01NTU1NTU1NTU1NTUiLCJpYXQiOjE2ODY3MzUwMDB9."
        "Y67NWoIbafm-8upg9KEVFdf6j4SsnASXWeZnx4ymaJs");
  for (const auto* key : {"", "plans", "11111111-2222-3333-4444-555555555555", "x-11111111-2222-3333-4444-555555555555-aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeeg"}) {
    CAPTURE(key);
    CHECK(notify_token(key, 0).error().fault == Fault::invalid_input);
  }
}

TEST_CASE("a call says who, which template in whose language, and what") {
  const NotifySettings settings{"https://api.example", kKey, "english", "welsh"};
  const auto json = nlohmann::json::parse(notify_body(posted(), settings));
  CHECK(json == nlohmann::json::parse(R"({"email_address": "housing@aberllyn.example", "template_id": "english",
    "personalisation": {"subject": "A \"word\"", "body": "Please say\nwhat has happened.\n"},
    "reference": "1@aberllyn.example", "one_click_unsubscribe_url": "https://plans.aberllyn.example/stop"})"));
  CHECK(nlohmann::json::parse(notify_body(posted(Language::cy), settings))["template_id"] == "welsh");
  CHECK(nlohmann::json::parse(notify_body(posted(Language::cy), {"", "", "english", ""}))["template_id"] == "english");
}

TEST_CASE("only an encrypted service, or one on this machine, with a whole key and a template") {
  struct Row {
    const char* name;
    NotifySettings settings;
    bool fine;
  };
  const Row rows[] = {
      {"encrypted", {"https://api.example", kKey, "t", ""}, true},
      {"unencrypted", {"http://api.example", kKey, "t", ""}, false},
      {"unencrypted on this machine", {"http://localhost:1", kKey, "t", ""}, true},
      {"another protocol", {"ftp://localhost", kKey, "t", ""}, false},
      {"half a key", {"https://api.example", "plans-11111111", "t", ""}, false},
      {"no template", {"https://api.example", kKey, "", ""}, false},
  };
  const test::StillClock clock;
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(NotifyMailer::make(row.settings, clock).has_value() == row.fine);
  }
}

TEST_CASE("what the service answers decides what becomes of a letter") {
  struct Row {
    const char* name;
    std::string answer;
    Outcome outcome;
    const char* says;
  };
  const std::string wrong = R"({"errors": [{"error": "ValidationError", "message": "email_address Not a valid email address"}]})";
  const Row rows[] = {
      {"taken", answer("201 Created", "{}"), Outcome::delivered, ""},
      {"a wrong address", answer("400 Bad Request", wrong), Outcome::refused, "400 email_address Not a valid email address"},
      {"a wrong key", answer("403 Forbidden", wrong), Outcome::unreachable, "403"},
      {"too many today", answer("429 Too Many", wrong), Outcome::unreachable, "429"},
      {"broken", answer("500 Broken", "<html>"), Outcome::unreachable, "500"},
      {"sends elsewhere, which is not followed", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", Outcome::unreachable, "302"},
      {"not JSON at all", answer("400 Bad Request", std::string("\xff\0[", 3)), Outcome::refused, "400"},
      {"more than anybody wants to read", answer("201 Created", std::string(200'000, 'x')), Outcome::delivered, ""},
      {"hangs up", "", Outcome::unreachable, "cannot be used"},
  };
  const test::StillClock clock;
  for (const auto& row : rows) {
    CAPTURE(row.name);
    NotifySink sink(row.answer);
    const auto mailer = NotifyMailer::make({sink.url(), kKey, "english", ""}, clock).value();
    const auto handover = mailer->send(posted());
    CHECK(handover.outcome == row.outcome);
    CAPTURE(handover.reason);
    CHECK(handover.reason.find(row.says) != std::string::npos);
    CHECK(handover.reason.find("eeeeeeee") == std::string::npos);
    CHECK(sink.head().starts_with("POST /v2/notifications/email HTTP/1.1\r\n"));
    CHECK(sink.head().find("Authorization: Bearer " + notify_token(kKey, clock.seconds).value() + "\r\n") != std::string::npos);
    CHECK(sink.body() == notify_body(posted(), {"", kKey, "english", ""}));
  }
}

TEST_CASE("a letter may have been taken only where the service was reached") {
  const test::StillClock clock;
  std::string address;
  {
    NotifySink hangs_up("");
    address = hangs_up.url();
    const auto mailer = NotifyMailer::make({address, kKey, "english", ""}, clock).value();
    CHECK(mailer->send(posted()).perhaps_taken);
  }
  const auto nobody = NotifyMailer::make({address, kKey, "english", ""}, clock).value()->send(posted());
  CHECK(nobody.outcome == Outcome::unreachable);
  CHECK_FALSE(nobody.perhaps_taken);
}

}  // namespace notify_test
