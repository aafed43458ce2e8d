#include "tasks/sending.h"

#include <algorithm>

#include <fmt/format.h>

#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

bool no_more_use(const Letter& letter, std::int64_t now) { return letter.useful_until != 0 && letter.useful_until < now; }

Result<bool> is_paused(const Workspace& w, const Letter& letter) {
  if (letter.bodies.empty()) return false;
  const auto holds = w.publication.holds();
  if (!holds) return tl::unexpected(holds.error());
  const auto today = w.clock.now().today;
  return std::any_of(letter.bodies.begin(), letter.bodies.end(), [&](const std::string& body) { return is_held(*holds, body, today); });
}

Step step_of(const AttemptEnd& end, const Handover& handover) {
  if (end.state == LetterState::sent) return Step::sent;
  if (handover.outcome == Outcome::unreachable) return Step::unreachable;
  return end.state == LetterState::failed ? Step::failed : Step::later;
}

}  // namespace

Result<SentWords> Mailer::read_sent(std::string_view) {
  return refuse(Fault::not_found, "the words of a letter are not kept once it was sent");
}

AttemptEnd end_of_attempt(const PostedLetter& claimed, const Handover& handover, std::int64_t now) {
  AttemptEnd end{LetterState::sent, now, 0, handover.reason, false};
  if (handover.outcome == Outcome::delivered) return end;
  end.state = LetterState::failed;
  if (handover.outcome == Outcome::refused) return end;
  if (claimed.attempts >= kMostAttempts) {
    end.fault = fmt::format("given up after {} attempts; the last: {}", claimed.attempts, handover.reason);
    return end;
  }
  end.state = LetterState::waiting;
  end.perhaps_taken = handover.perhaps_taken;
  end.next_attempt = now + kPauses.at(static_cast<std::size_t>(std::max(claimed.attempts, 1)) - 1);
  return end;
}

Result<Step> send_next(const Workspace& w, Mailer& mailer) {
  const auto begun = w.clock.now().seconds;
  const auto claimed = w.outbox.claim(begun, begun + kLeaseSeconds);
  if (!claimed) return tl::unexpected(claimed.error());
  if (!*claimed) return Step::nothing_due;
  const auto& posted = **claimed;
  const auto paused = is_paused(w, posted.letter);
  if (!paused) return tl::unexpected(paused.error());
  if (*paused && !no_more_use(posted.letter, begun)) {
    const AttemptEnd end{.state = LetterState::waiting, .at = begun, .next_attempt = begun + kHeldSeconds, .untried = true};
    if (auto done = w.outbox.settle(posted, end); !done) return tl::unexpected(done.error());
    return Step::later;
  }
  const auto handover = no_more_use(posted.letter, begun)
                            ? Handover{Outcome::refused, "not sent in time: its link had ended", false}
                            : mailer.send(posted);
  const auto end = end_of_attempt(posted, handover, w.clock.now().seconds);
  if (auto done = w.outbox.settle(posted, end); !done) return tl::unexpected(done.error());
  return step_of(end, handover);
}

Result<void> forget_old_letters(Outbox& outbox, const Clock& clock) {
  return outbox.forget_settled(clock.now().seconds - kRememberedSeconds);
}

Result<SendingReport> send_waiting(const Workspace& w, Mailer& mailer) {
  if (auto done = forget_old_letters(w.outbox, w.clock); !done) return tl::unexpected(done.error());
  SendingReport report;
  for (;;) {
    const auto step = send_next(w, mailer);
    if (!step) return tl::unexpected(step.error());
    if (*step == Step::nothing_due) return report;
    report.sent += *step == Step::sent;
    report.later += *step == Step::later || *step == Step::unreachable;
    report.failed += *step == Step::failed;
    if (*step == Step::unreachable) {
      report.unreachable = true;
      return report;
    }
  }
}

}  // namespace makegood::tasks
