// kill -9 while letters go to a mail server: none is lost. One arrives twice only where the kill fell between the
// server's acceptance and ours; then it has the same Message-ID, and the outbox had counted it.
#include <chrono>
#include <random>
#include <thread>

#include "faults/survivor.h"
#include "mail/smtp_mailer.h"
#include "mail/smtp_sink.h"

using namespace makegood;
using namespace makegood::test;

namespace {

const tasks::Letterhead kHead{"plans@aberllyn.example", "Aberllyn Council", "https://plans.aberllyn.example"};

/// How often the server took the letter with each Message-ID.
std::map<std::string, int> taken_by(mail::SmtpSink& server) {
  std::map<std::string, int> taken;
  for (const auto& message : server.taken()) {
    const auto at = message.find("Message-ID: <");
    REQUIRE(at != std::string::npos);
    ++taken[message.substr(at + 13, message.find('>', at) - at - 13)];
  }
  return taken;
}

void send_the_rest(Bench& bench, const std::string& url) {
  bench.clock.seconds += 100 * 700 + tasks::kLeaseSeconds + 1;
  const auto mailer = mail::SmtpMailer::make({url, "", "", true}, kHead).value();
  REQUIRE(tasks::send_waiting(bench.workspace, *mailer));
  const auto counts = bench.workspace.outbox.counts().value();
  CHECK(counts.waiting + counts.sending + counts.failed == 0);
}

}  // namespace

TEST_CASE("kill -9 while letters go to a mail server: none is lost, and a repeat was counted before it happened") {
  std::mt19937 random(20230615);
  const int runs = std::max(5, kills() / 5);
  int repeated = 0, counted = 0;
  std::size_t letters = 0;
  for (int n = 0; n < runs;) {
    Folder folder;
    const auto data = folder.path() / "data";
    mail::SmtpSink server({});
    Acknowledged acks;
    int killed = 0;
    for (; killed < 10 && n < runs; ++killed, ++n) {
      CAPTURE(n);
      const Child child({data, std::to_string(n), "--smtp", server.url()});
      std::this_thread::sleep_for(std::chrono::microseconds(random() % 400'000));
      child.kill_now();
      auto [more, status] = child.ended();
      CHECK(WIFSIGNALED(status));
      acks.add(std::move(more));
      check_survivor(data, acks);
    }
    auto bench = Bench::in(data);
    send_the_rest(bench, server.url());
    const auto taken = taken_by(server);
    int repeated_here = 0;
    const auto posted = bench.workspace.outbox.list({}, kAllLetters).value();
    for (const auto& letter : posted) {
      CAPTURE(letter.message_id);
      REQUIRE(taken.contains(letter.message_id));
      const int repeats = taken.at(letter.message_id) - 1;
      CHECK(repeats <= letter.repeats);
      repeated_here += repeats;
      counted += letter.repeats;
      ++letters;
    }
    CHECK(repeated_here <= killed);  // one letter at a time is on its way
    repeated += repeated_here;
  }
  MESSAGE(runs << " kills, " << letters << " letters; " << repeated << " arrived twice, " << counted << " were counted as possible repeats");
}
