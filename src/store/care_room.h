#pragma once
// What stands beside records as tables: CareRepository over the connections.

#include "registers/care_repository.h"
#include "store/connections.h"

namespace makegood::store {

class CareRoom final : public CareRepository {
 public:
  explicit CareRoom(Connections& connections) : connections_(connections) {}

  Result<std::optional<LegalHold>> hold_of(const RecordId& id) override;
  Result<std::vector<std::pair<RecordId, LegalHold>>> holds(std::string_view register_name) override;
  Result<std::optional<Objection>> objection_of(const RecordId& id) override;
  Result<std::vector<std::pair<RecordId, Objection>>> objections(std::string_view register_name) override;
  Result<Answers> set_aside(const RecordId& id) override;
  Result<std::vector<EmergencyLook>> looks_at(const RecordId& id) override;
  Result<std::vector<EmergencyLook>> looks(std::int64_t before, int limit) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
