#pragma once
// Accounts, recovery codes and tallies of wrong answers as tables: AccountRepository over the connections.

#include "store/connections.h"
#include "tasks/accounts.h"

namespace makegood::store {

class AccountRoom final : public tasks::AccountRepository {
 public:
  explicit AccountRoom(Connections& connections) : connections_(connections) {}

  Result<tasks::Account> find(std::string_view name) override;
  Result<void> set_password(std::string_view name, std::string_view hash) override;
  Result<std::int64_t> count_sign_in(std::string_view name) override;
  Result<void> set_pending_secret(std::string_view name, std::string_view secret) override;
  Result<void> confirm_secret(std::string_view name, std::string_view pending, std::int64_t step,
                              const std::vector<std::string>& recovery_hashes) override;
  Result<void> remove_codes(std::string_view name) override;
  Result<void> forget(std::string_view name) override;
  Result<void> take_step(std::string_view name, std::int64_t step) override;
  Result<void> replace_recovery_codes(std::string_view name, const std::vector<std::string>& hashes) override;
  Result<void> take_recovery_code(std::string_view name, std::string_view hash) override;
  Result<Tally> tally(std::string_view key_hash) override;
  Result<void> add_failure(std::string_view key_hash, std::int64_t now) override;
  Result<void> clear_tally(std::string_view key_hash) override;
  Result<void> forget_tallies(std::int64_t before) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
