#pragma once
// Forms of registers as tables: files that wait, forms that were begun, receipts. Kept, and never derived, because no
// entry tells of them.

#include "store/connections.h"
#include "tasks/form_repository.h"

namespace makegood::store {

class FormRoom final : public tasks::FormRepository {
 public:
  explicit FormRoom(Connections& connections) : connections_(connections) {}

  Result<void> keep_file(const tasks::WaitingFile& file) override;
  Result<tasks::WaitingFile> file(std::string_view id, std::string_view account) override;
  Result<void> drop_file(std::string_view id, std::string_view account) override;
  Result<void> save(const tasks::BegunForm& form) override;
  Result<std::vector<tasks::BegunForm>> begun(std::string_view holder) override;
  Result<void> drop(std::string_view holder, std::string_view once) override;
  Result<std::optional<RecordId>> record_with_receipt(std::string_view hash) override;
  Result<void> forget(std::int64_t now) override;

 private:
  Connections& connections_;
};

// Errands that go with a batch.
[[nodiscard]] Result<void> accept_file(Db& db, std::string_view payload);
[[nodiscard]] Result<void> drop_sent_form(Db& db, std::string_view payload);
[[nodiscard]] Result<void> keep_receipt(Db& db, std::string_view payload);

}  // namespace makegood::store
