#pragma once
// The outbox: letters that wait, are being sent, were sent or could not be. A letter is put in
// with the ledger entries that it tells of, both or neither; it is sent afterwards, by whoever
// calls send_next (tasks/sending.h), so that no mail server can hold up a person's work.
//
//   Batch batch = ...;
//   auto errand = letter_errand(workspace, letter);
//   batch.errands.push_back(*errand);
//   workspace.ledger.append(batch);
//
//   post_letter(workspace, letter);   // one that no entry goes with: a link to sign in
//
// The Message-ID is fixed when a letter is put in. Before an attempt the letter is marked
// `sending`, durably: if the machine dies, or the line breaks, between the mail server's acceptance
// and ours, the next attempt carries the same Message-ID and is counted as a possible repeat. Words leave the table
// when the letter was delivered: they may hold a link that opens a door.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger_store.h"
#include "tasks/letter.h"

namespace makegood::tasks {

struct Workspace;

enum class LetterState { waiting, sending, sent, failed };
struct LetterStateWord {
  LetterState state;
  std::string_view word;
};
/// In the order of the enumerators.
inline constexpr std::array<LetterStateWord, 4> kLetterStates = {{
    {LetterState::waiting, "waiting"},
    {LetterState::sending, "sending"},
    {LetterState::sent, "sent"},
    {LetterState::failed, "failed"},
}};
[[nodiscard]] std::string_view word(LetterState state);
[[nodiscard]] std::optional<LetterState> letter_state_from(std::string_view word);

/// A letter as the outbox keeps it. Times are seconds since 1970, UTC.
struct PostedLetter {
  Letter letter;
  std::string id;           ///< the Message-ID before its @: digits, letters, dots and hyphens
  std::string message_id;   ///< without angle brackets
  std::int64_t queued = 0;  ///< when it was put in; its Date
  LetterState state = LetterState::waiting;
  std::int64_t next_attempt = 0;  ///< waiting: not before; sending: when the attempt counts as interrupted
  int attempts = 0;
  int repeats = 0;          ///< attempts that may have repeated one that had been accepted
  std::string fault;        ///< of the last attempt
  std::int64_t settled = 0; ///< when it was sent, or given up
};

/// How an attempt ended.
struct AttemptEnd {
  LetterState state = LetterState::sent;  ///< waiting = again at next_attempt
  std::int64_t at = 0, next_attempt = 0;
  std::string fault;
  bool perhaps_taken = false;  ///< the line broke where it may have been accepted: the next attempt may repeat it
  bool untried = false;        ///< it was put off without a try, which does not count as one
};

struct OutboxCounts {
  std::int64_t waiting = 0, sending = 0, sent = 0, failed = 0;
  std::int64_t repeats = 0;  ///< possible repeats, all together
};

class Outbox {
 public:
  Outbox() = default;
  Outbox(const Outbox&) = delete;
  Outbox& operator=(const Outbox&) = delete;
  virtual ~Outbox() = default;

  /// False when a letter with this key is there already, in whatever state.
  [[nodiscard]] virtual Result<bool> add(const PostedLetter& letter) = 0;
  /// The letter that has been due longest, marked `sending` until `lease`, its attempt counted.
  /// One that was `sending` and whose lease has run out is due again, as a possible repeat.
  [[nodiscard]] virtual Result<std::optional<PostedLetter>> claim(std::int64_t now, std::int64_t lease) = 0;
  /// Writes down how an attempt ended; without effect when the letter was claimed again since.
  [[nodiscard]] virtual Result<void> settle(const PostedLetter& claimed, const AttemptEnd& end) = 0;
  /// When the next letter is due; nothing when none waits.
  [[nodiscard]] virtual Result<std::optional<std::int64_t>> next_due() = 0;

  /// Newest first, without their words, at most `limit`; one state or all.
  [[nodiscard]] virtual Result<std::vector<PostedLetter>> list(std::optional<LetterState> state, int limit) = 0;
  /// Refuses: no such letter -> not_found.
  [[nodiscard]] virtual Result<PostedLetter> find(std::string_view id) = 0;
  [[nodiscard]] virtual Result<OutboxCounts> counts() = 0;
  /// A letter that waits or failed is due now, with all its attempts before it.
  /// Refuses: no such letter -> not_found; sent, being sent, or of no more use -> conflict.
  [[nodiscard]] virtual Result<void> send_again(std::string_view id, std::int64_t now) = 0;
  /// How many there are to an address, in whatever state.
  [[nodiscard]] virtual Result<int> letters_to(std::string_view address) = 0;
  /// Removes them all. One that is being sent just now may still arrive.
  [[nodiscard]] virtual Result<void> forget_letters_to(std::string_view address) = 0;
  /// Removes letters that were sent or given up before that.
  [[nodiscard]] virtual Result<void> forget_settled(std::int64_t before) = 0;
};

/// The word by which the ledger's store knows a letter among a batch's errands.
inline constexpr std::string_view kLetterErrand = "letter";

/// The letter with its Message-ID and the time, as a batch takes it. Refuses as check_letter does.
[[nodiscard]] Result<Errand> letter_errand(const Workspace& workspace, const Letter& letter);
/// Puts one letter into the outbox by itself; false when its key was there. Refuses as check_letter does.
[[nodiscard]] Result<bool> post_letter(const Workspace& workspace, const Letter& letter);

/// The errand's letter. Refuses what is not one -> invalid_input.
[[nodiscard]] Result<PostedLetter> read_letter_errand(std::string_view payload);

}  // namespace makegood::tasks
