#pragma once
// Registers and records as tables: RegisterRepository over the connections. Definitions are kept in
// memory until an entry changes one.

#include <map>
#include <mutex>

#include "registers/register_repository.h"
#include "store/connections.h"

namespace makegood::store {

class RegisterRoom final : public RegisterRepository {
 public:
  explicit RegisterRoom(Connections& connections) : connections_(connections) {}

  Result<std::vector<std::shared_ptr<const KeptRegister>>> all() override;
  Result<std::shared_ptr<const KeptRegister>> find(std::string_view name) override;
  Result<Record> record(const RecordId& id) override;
  Result<RecordList> list(const RecordQuery& query) override;
  Result<std::int64_t> count(const RecordQuery& query) override;
  Result<void> each(const RecordQuery& query, const std::function<bool(const Record&)>& take) override;
  Result<PublishedList> published(const PublishedQuery& query) override;
  Result<std::optional<RecordId>> with_key(std::string_view register_name, std::string_view key) override;
  Result<std::vector<TieEnd>> ties_of(const RecordId& id) override;
  Result<std::vector<TiedRecord>> tied_to(const TieEnd& end) override;
  Result<std::vector<RecordMessage>> messages_about(const RecordId& id) override;
  Result<std::vector<ReturnCount>> returned(std::string_view register_name, const ReturnPeriod& period) override;

 private:
  Connections& connections_;
  std::mutex lock_;
  std::map<std::string, std::shared_ptr<const KeptRegister>> held_;  ///< by name; as of their sequence
};

}  // namespace makegood::store
