#pragma once
// For the tests: a mail server on the loopback that takes letters, or does not, as its manners are.

#include <mutex>
#include <string>
#include <vector>

#include "mail/line_sink.h"

namespace makegood::mail {

/// What the server answers at each stage, and whether it hangs up instead of answering the last.
struct Manners {
  std::string greeting = "220 ready", mail = "250 fine", recipient = "250 fine", data = "354 go on", end = "250 taken";
  std::string login = "235 welcome";
  bool hangs_up_after_data = false;
  bool offers_login = false;
};

/// A mail server that takes letters, or does not, as its manners are.
class SmtpSink {
 public:
  explicit SmtpSink(Manners manners) : manners_(std::move(manners)), sink_([this](Peer& peer) { talk(peer); }) {}
  [[nodiscard]] std::string url() const { return sink_.at("smtp"); }
  void be(Manners manners) {
    const std::lock_guard lock(mutex_);
    manners_ = std::move(manners);
  }
  [[nodiscard]] std::vector<std::string> taken() {
    const std::lock_guard lock(mutex_);
    return taken_;
  }
  [[nodiscard]] std::vector<std::string> commands() {
    const std::lock_guard lock(mutex_);
    return commands_;
  }

 private:
  void talk(Peer& peer) {
    const auto manners = [&] {
      const std::lock_guard lock(mutex_);
      return manners_;
    }();
    peer.say(manners.greeting + "\r\n");
    for (;;) {
      const auto line = peer.until("\r\n");
      if (line.empty()) return;
      {
        const std::lock_guard lock(mutex_);
        commands_.push_back(line);
      }
      if (line.starts_with("EHLO")) peer.say(manners.offers_login ? "250-sink\r\n250 AUTH PLAIN\r\n" : "250 sink\r\n");
      else if (line.starts_with("AUTH PLAIN")) {
        peer.say("334 \r\n");
        if (peer.until("\r\n").empty()) return;
        peer.say(manners.login + "\r\n");
      }
      else if (line.starts_with("MAIL")) peer.say(manners.mail + "\r\n");
      else if (line.starts_with("RCPT")) peer.say(manners.recipient + "\r\n");
      else if (line.starts_with("DATA")) {
        peer.say(manners.data + "\r\n");
        if (!manners.data.starts_with("354")) continue;
        auto message = peer.until("\r\n.\r\n");
        if (message.empty()) return;
        {
          const std::lock_guard lock(mutex_);
          taken_.push_back(message);
        }
        if (manners.hangs_up_after_data) return;
        peer.say(manners.end + "\r\n");
      } else {
        peer.say(line.starts_with("QUIT") ? "221 bye\r\n" : "500 what\r\n");
        if (line.starts_with("QUIT")) return;
      }
    }
  }

  std::mutex mutex_;
  Manners manners_;
  std::vector<std::string> taken_, commands_;
  LineSink sink_;  // last: its thread ends first
};

}  // namespace makegood::mail
