#pragma once
// The log of access as a table: tasks::AccessLog over the connections.

#include "store/connections.h"
#include "tasks/access_log.h"

namespace makegood::store {

class AccessLogRoom final : public tasks::AccessLog {
 public:
  explicit AccessLogRoom(Connections& connections) : connections_(connections) {}

  Result<void> add(const tasks::AccessEntry& entry) override;
  Result<std::vector<tasks::AccessEntry>> list(std::int64_t before, int limit) override;
  Result<std::vector<tasks::AccessEntry>> of_register(std::string_view name, std::string_view record, std::int64_t before, int limit) override;
  Result<void> forget(std::int64_t before) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
