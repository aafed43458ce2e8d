#pragma once
// The door to what stands beside records (care.h). It only reads: all of it changes through the ledger.
//
// While an objection stands, the answers that it is about are in none of the places where records are read, listed,
// counted or taken out of; set_aside() alone has them, for the person themselves.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "registers/care.h"

namespace makegood {

class CareRepository {
 public:
  CareRepository() = default;
  CareRepository(const CareRepository&) = delete;
  CareRepository& operator=(const CareRepository&) = delete;
  virtual ~CareRepository() = default;

  [[nodiscard]] virtual Result<std::optional<LegalHold>> hold_of(const RecordId& id) = 0;
  /// Of one register, by the record's id.
  [[nodiscard]] virtual Result<std::vector<std::pair<RecordId, LegalHold>>> holds(std::string_view register_name) = 0;

  [[nodiscard]] virtual Result<std::optional<Objection>> objection_of(const RecordId& id) = 0;
  /// Of one register, by the record's id.
  [[nodiscard]] virtual Result<std::vector<std::pair<RecordId, Objection>>> objections(std::string_view register_name) = 0;
  /// The answers that an objection keeps from use; none without one.
  [[nodiscard]] virtual Result<Answers> set_aside(const RecordId& id) = 0;

  /// Newest first; of one record.
  [[nodiscard]] virtual Result<std::vector<EmergencyLook>> looks_at(const RecordId& id) = 0;
  /// Newest first, those with a sequence below `before` (0 = from the newest); of all registers.
  [[nodiscard]] virtual Result<std::vector<EmergencyLook>> looks(std::int64_t before, int limit) = 0;
};

}  // namespace makegood
