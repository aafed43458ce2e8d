#pragma once
// Links and sessions as tables: SignInRepository over the connections. They are not part of the
// ledger: they are short-lived, and nothing is derived from them.

#include "store/connections.h"
#include "tasks/sign_in.h"

namespace makegood::store {

class SignInRoom final : public tasks::SignInRepository {
 public:
  explicit SignInRoom(Connections& connections) : connections_(connections) {}

  Result<void> add_link(const tasks::SignInLink& link) override;
  Result<tasks::SignInLink> find_link(std::string_view hash) override;
  Result<void> exchange(std::string_view link_hash, const tasks::Session& session) override;
  Result<void> add_session(const tasks::Session& session) override;
  Result<tasks::Session> find_session(std::string_view hash) override;
  Result<void> touch_session(std::string_view hash, std::int64_t seen) override;
  Result<void> rename_session(std::string_view hash, const tasks::Session& session) override;
  Result<void> end_session(std::string_view hash) override;
  Result<int> end_sessions_of(std::string_view account, std::string_view keep) override;
  Result<std::vector<tasks::Session>> list_sessions(std::string_view account) override;
  Result<void> codes_are_set(std::string_view account) override;
  Result<void> forget_expired(std::int64_t now) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
