#include "store/care_room.h"

#include <limits>

namespace makegood::store {
namespace {

// Columns: record, reason, who, at.
std::pair<RecordId, LegalHold> hold_from(const Query& row) { return {RecordId(row.text(0)), {row.text(1), row.text(2), row.text(3)}}; }

// Columns: record, objection, who, at.
Result<std::pair<RecordId, Objection>> objection_from(const Query& row) {
  auto objection = read_objection(row.text(1));
  if (!objection) return tl::unexpected(objection.error());
  objection->by = row.text(2);
  objection->at = row.text(3);
  return std::pair{RecordId(row.text(0)), std::move(*objection)};
}

#define MAKEGOOD_LOOK_COLUMNS "sequence, record, register, who, reason, at, until, ended"
EmergencyLook look_from(const Query& row) {
  return {row.number(0), RecordId(row.text(1)), row.text(2), row.text(3), row.text(4), row.text(5), row.number(6), row.number(7) != 0};
}

}  // namespace

Result<std::optional<LegalHold>> CareRoom::hold_of(const RecordId& id) {
  return guarded([&]() -> Result<std::optional<LegalHold>> {
    auto lease = connections_.read();
    Query row(*lease, "SELECT record, reason, who, at FROM legal_holds WHERE record = $1", id.text);
    return row.next() ? std::optional(hold_from(row).second) : std::nullopt;
  });
}

Result<std::vector<std::pair<RecordId, LegalHold>>> CareRoom::holds(std::string_view register_name) {
  return guarded([&]() -> Result<std::vector<std::pair<RecordId, LegalHold>>> {
    auto lease = connections_.read();
    std::vector<std::pair<RecordId, LegalHold>> all;
    for (Query q(*lease, "SELECT h.record, h.reason, h.who, h.at FROM legal_holds h JOIN records r ON r.id = h.record WHERE r.register = $1 ORDER BY h.record",
                 register_name);
         q.next();)
      all.push_back(hold_from(q));
    return all;
  });
}

Result<std::optional<Objection>> CareRoom::objection_of(const RecordId& id) {
  return guarded([&]() -> Result<std::optional<Objection>> {
    auto lease = connections_.read();
    Query row(*lease, "SELECT record, objection, who, at FROM objections WHERE record = $1", id.text);
    if (!row.next()) return std::nullopt;
    auto one = objection_from(row);
    if (!one) return tl::unexpected(one.error());
    return std::move(one->second);
  });
}

Result<std::vector<std::pair<RecordId, Objection>>> CareRoom::objections(std::string_view register_name) {
  return guarded([&]() -> Result<std::vector<std::pair<RecordId, Objection>>> {
    auto lease = connections_.read();
    std::vector<std::pair<RecordId, Objection>> all;
    for (Query q(*lease, "SELECT o.record, o.objection, o.who, o.at FROM objections o JOIN records r ON r.id = o.record WHERE r.register = $1 ORDER BY o.record",
                 register_name);
         q.next();) {
      auto one = objection_from(q);
      if (!one) return tl::unexpected(one.error());
      all.push_back(std::move(*one));
    }
    return all;
  });
}

Result<Answers> CareRoom::set_aside(const RecordId& id) {
  return guarded([&]() -> Result<Answers> {
    auto lease = connections_.read();
    Query row(*lease, "SELECT answers, kept_apart FROM objected_answers WHERE record = $1", id.text);
    if (!row.next()) return Answers{};
    auto answers = read_answers(row.text(0));
    if (!answers) return answers;
    auto kept_apart = read_answers(row.text(1));
    if (!kept_apart) return kept_apart;
    answers->merge(*kept_apart);
    return answers;
  });
}

Result<std::vector<EmergencyLook>> CareRoom::looks_at(const RecordId& id) {
  return guarded([&]() -> Result<std::vector<EmergencyLook>> {
    auto lease = connections_.read();
    std::vector<EmergencyLook> all;
    for (Query q(*lease, "SELECT " MAKEGOOD_LOOK_COLUMNS " FROM emergency_looks WHERE record = $1 ORDER BY sequence DESC", id.text); q.next();)
      all.push_back(look_from(q));
    return all;
  });
}

Result<std::vector<EmergencyLook>> CareRoom::looks(std::int64_t before, int limit) {
  return guarded([&]() -> Result<std::vector<EmergencyLook>> {
    auto lease = connections_.read();
    const auto below = before > 0 ? before : std::numeric_limits<std::int64_t>::max();
    std::vector<EmergencyLook> all;
    for (Query q(*lease, "SELECT " MAKEGOOD_LOOK_COLUMNS " FROM emergency_looks WHERE sequence < $1 ORDER BY sequence DESC LIMIT $2", below, limit); q.next();)
      all.push_back(look_from(q));
    return all;
  });
}

}  // namespace makegood::store
