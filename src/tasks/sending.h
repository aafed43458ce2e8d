#pragma once
// Letters on their way out: takes the next one from the outbox, hands it to the transport, writes
// down what became of it. Never lost: what is not known to be delivered stays in the outbox. Tried
// again after growing pauses, for about two and a half days; then given up, with the reason kept.

#include <array>
#include <cstdint>
#include <string>

#include "tasks/clock.h"
#include "tasks/outbox.h"

namespace makegood::tasks {

struct Workspace;

enum class Outcome {
  delivered,    ///< the next machine has taken it, or the file is written
  later,        ///< not this time: the mailbox is full, the server is busy
  refused,      ///< never: no such mailbox, a rule against it
  unreachable,  ///< no server answers: nobody else's letter would fare better just now
};

struct Handover {
  Outcome outcome = Outcome::delivered;
  std::string reason;  ///< one sentence, never with a password; empty when delivered
  bool perhaps_taken = false;  ///< it was not said to be delivered, and may have been
};

struct SentWords {
  std::string text, html;
  bool operator==(const SentWords&) const = default;
};

/// The door to a transport. One thread at a time sends.
class Mailer {
 public:
  Mailer() = default;
  Mailer(const Mailer&) = delete;
  Mailer& operator=(const Mailer&) = delete;
  virtual ~Mailer() = default;
  /// Takes less than kLeaseSeconds.
  [[nodiscard]] virtual Handover send(const PostedLetter& letter) = 0;
  /// The words of a letter that was sent, where the transport keeps them on this machine; from any thread.
  /// Refuses: it keeps none, or they are gone -> not_found.
  [[nodiscard]] virtual Result<SentWords> read_sent(std::string_view id);
};

/// For how long an attempt is left alone before it counts as interrupted.
inline constexpr std::int64_t kLeaseSeconds = 10 * 60;
/// After the n-th attempt that did not succeed, the next one waits this long.
inline constexpr std::array<std::int64_t, 12> kPauses = {60,        5 * 60,    15 * 60,   30 * 60,    3600,       2 * 3600,
                                                         4 * 3600,  8 * 3600,  12 * 3600, 12 * 3600,  12 * 3600,  12 * 3600};
inline constexpr int kMostAttempts = static_cast<int>(kPauses.size()) + 1;
/// Letters that were sent or given up are forgotten after this long.
inline constexpr std::int64_t kRememberedSeconds = std::int64_t{400} * 24 * 3600;

/// What became of an attempt, decided: sent, again later, or given up.
[[nodiscard]] AttemptEnd end_of_attempt(const PostedLetter& claimed, const Handover& handover, std::int64_t now);

/// While publication is held, a letter that tells the public of the body's plans is looked at again after this long:
/// somebody may resume before the last day.
inline constexpr std::int64_t kHeldSeconds = 3600;

enum class Step { nothing_due, sent, later, failed, unreachable };
/// Sends the letter that is due, if one is and publication is not held for what it tells of.
[[nodiscard]] Result<Step> send_next(const Workspace& workspace, Mailer& mailer);

/// Letters that were settled long ago go.
[[nodiscard]] Result<void> forget_old_letters(Outbox& outbox, const Clock& clock);

struct SendingReport {
  int sent = 0, later = 0, failed = 0;
  bool unreachable = false;  ///< no server answered: the rest was not tried
};
/// Sends all that is due, until nothing is or no server answers.
[[nodiscard]] Result<SendingReport> send_waiting(const Workspace& workspace, Mailer& mailer);

}  // namespace makegood::tasks
