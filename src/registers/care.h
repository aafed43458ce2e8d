#pragma once
// What data protection law lays beside a record: a legal hold, an objection to the use of monitoring data, a look
// in an emergency. Each is an entry of the ledger; what takes it back is another one.
//
//   record.held            LegalHold     record.hold_lifted       LegalHold (why it was lifted)
//   record.objected        Objection     record.objection_lifted  Objection (the second entry's day and way)
//   look.opened            EmergencyLook look.ended               nothing; both are about look_subject(id)

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/access.h"
#include "registers/definition.h"
#include "registers/record.h"

namespace makegood {

/// "Must not be emptied". `by` and `at` are the entry's own and not in its payload.
struct LegalHold {
  std::string reason;
  std::string by, at;
  bool operator==(const LegalHold&) const = default;
};
[[nodiscard]] std::string write_hold(const LegalHold& hold);
[[nodiscard]] Result<LegalHold> read_hold(std::string_view json);

/// How an objection reached whoever wrote it down. No free text: nothing in the entry says whose it is.
enum class ObjectionWay { letter, email, form, spoken };
struct ObjectionWayWord {
  ObjectionWay way;
  std::string_view word;
};
inline constexpr auto kObjectionWays = std::to_array<ObjectionWayWord>(
    {{ObjectionWay::letter, "letter"}, {ObjectionWay::email, "email"}, {ObjectionWay::form, "form"}, {ObjectionWay::spoken, "spoken"}});
[[nodiscard]] std::string_view word(ObjectionWay way);
[[nodiscard]] std::optional<ObjectionWay> objection_way_from(std::string_view word);

/// From `on` the answers to `fields` are used for nothing, until a second one lifts it.
struct Objection {
  Day on;
  ObjectionWay way = ObjectionWay::letter;
  std::vector<std::string> fields;  ///< of monitoring, when it was written down
  std::string by, at;
  bool operator==(const Objection&) const = default;
};
[[nodiscard]] std::string write_objection(const Objection& objection);
[[nodiscard]] Result<Objection> read_objection(std::string_view json);

/// Somebody opened a record that their role does not reach, for a while, and said why.
struct EmergencyLook {
  std::int64_t sequence = 0;   ///< of its entry; 0 = not written yet
  RecordId record;
  std::string register_name, who, reason, at;
  std::int64_t until = 0;      ///< seconds since 1970: the first moment at which it is over
  bool ended = false;          ///< before its time, by whoever opened it
  bool operator==(const EmergencyLook&) const = default;
};
[[nodiscard]] std::string write_look(const EmergencyLook& look);
[[nodiscard]] Result<EmergencyLook> read_look(std::string_view json);
/// "look:k3v9x2m7qa". A subject of its own: a look changes nothing, so that nobody who edits the record is held up.
[[nodiscard]] std::string look_subject(const RecordId& id);

/// Fields that never bear on a case: what an objection is about.
[[nodiscard]] std::vector<std::string> monitoring_fields(const Definition& definition);
/// Whether the actor may in principle see such records: a role of the register's lists, whichever organisation it is for.
[[nodiscard]] bool has_part_in(const Definition& definition, const access::Actor& actor);

}  // namespace makegood
