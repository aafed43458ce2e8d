#pragma once
// The outbox as a table. It is kept, not derived: the ledger says that somebody was asked, the
// outbox whether the letter has left.

#include "store/connections.h"
#include "tasks/outbox.h"

namespace makegood::store {

/// In the caller's transaction; false when a letter with its key is there.
bool add_letter(Db& db, const tasks::PostedLetter& letter);

class OutboxRoom final : public tasks::Outbox {
 public:
  explicit OutboxRoom(Connections& connections) : connections_(connections) {}

  Result<bool> add(const tasks::PostedLetter& letter) override;
  Result<std::optional<tasks::PostedLetter>> claim(std::int64_t now, std::int64_t lease) override;
  Result<void> settle(const tasks::PostedLetter& claimed, const tasks::AttemptEnd& end) override;
  Result<std::optional<std::int64_t>> next_due() override;
  Result<std::vector<tasks::PostedLetter>> list(std::optional<tasks::LetterState> state, int limit) override;
  Result<tasks::PostedLetter> find(std::string_view id) override;
  Result<tasks::OutboxCounts> counts() override;
  Result<void> send_again(std::string_view id, std::int64_t now) override;
  Result<int> letters_to(std::string_view address) override;
  Result<void> forget_letters_to(std::string_view address) override;
  Result<void> forget_settled(std::int64_t before) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
