#pragma once
// Subscribers as tables: kept, not derived, and gone when somebody ends it.

#include "store/connections.h"
#include "tasks/subscriptions.h"

namespace makegood::store {

class SubscriptionRoom final : public tasks::SubscriptionRepository {
 public:
  explicit SubscriptionRoom(Connections& connections) : connections_(connections) {}

  Result<void> ask(const tasks::Subscription& asked, const tasks::SubscriptionLink& link, const Errand& letter) override;
  Result<Asked> asked_since(std::string_view email, std::int64_t since) override;
  Result<tasks::SubscriptionLink> find_link(std::string_view hash) override;
  Result<tasks::Subscription> find(std::string_view id) override;
  Result<std::vector<tasks::Subscription>> confirmed(std::string_view email) override;
  Result<void> confirm(std::string_view id, std::int64_t at, std::int64_t told) override;
  Result<void> remove(std::string_view email, std::string_view id) override;
  Result<void> tell(const std::vector<tasks::Subscription>& told, const tasks::SubscriptionLink& link, const Errand& letter) override;
  Result<void> forget_unconfirmed(std::int64_t before) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
