#pragma once
// Sheets that were sent to owners, and those that came back to the desk: kept, and never derived, because no entry tells of them.

#include "store/connections.h"
#include "tasks/sheets.h"

namespace makegood::store {

class SheetRoom final : public tasks::SheetRepository {
 public:
  explicit SheetRoom(Connections& connections) : connections_(connections) {}

  Result<void> keep_sent(const tasks::SentSheet& sheet) override;
  Result<std::optional<OwnerSheet>> newest_for(std::string_view holder) override;
  Result<std::optional<OwnerSheet>> sent_as(std::string_view token) override;
  Result<void> keep_returned(const tasks::ReturnedSheet& sheet) override;
  Result<tasks::ReturnedSheet> returned(std::string_view id, std::string_view account) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
