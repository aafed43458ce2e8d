#pragma once
// A legal hold on a record, and an objection to the use of its monitoring data: set down and taken back, each by an
// entry. Neither asks for sight of the record: what is shown of it here is its number.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registers/registers.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// What those see who hold records or write down objections.
struct SeenCare {
  std::shared_ptr<const KeptRegister> kept;
  RecordId id;
  bool emptied = false;
  std::int64_t seen = 0;                   ///< the last entry about the record
  std::optional<LegalHold> hold;
  std::optional<Objection> objection;
  std::vector<std::string> monitoring;     ///< titles of the fields that an objection would be about
  bool may_hold = false, may_object = false;
};
/// Refuses: neither right -> not_allowed; no such record in this register -> not_found.
[[nodiscard]] Result<SeenCare> see_care(const Workspace& workspace, const Actor& actor, std::string_view register_name, const RecordId& id);

/// `seen` as SeenCare has it; a later entry about the record -> conflict, in all four.
struct CareStep {
  std::string register_name;
  RecordId id;
  std::int64_t seen = 0;
};
/// "Must not be emptied". Refuses: no reason -> invalid_input; held, or emptied -> conflict.
[[nodiscard]] Result<void> hold_record(const Workspace& workspace, const Actor& actor, const CareStep& step, std::string_view reason);
/// Refuses: no reason -> invalid_input; not held -> conflict.
[[nodiscard]] Result<void> lift_hold(const Workspace& workspace, const Actor& actor, const CareStep& step, std::string_view reason);

/// From now on the record's monitoring data is on no page, in no list, count, file or dataset, and no import adds to it.
/// The record itself stays. Refuses: a day to come, a register without monitoring fields -> invalid_input; one that
/// stands, or an emptied record -> conflict.
[[nodiscard]] Result<void> record_objection(const Workspace& workspace, const Actor& actor, const CareStep& step, Day on, ObjectionWay way);
/// The monitoring data is used again as it was. Refuses: none stands -> conflict.
[[nodiscard]] Result<void> lift_objection(const Workspace& workspace, const Actor& actor, const CareStep& step, Day on, ObjectionWay way);

/// Entries that widen the objections of a register to fields that its changed definition makes monitoring data.
[[nodiscard]] Result<std::vector<Change>> widened_objections(const Workspace& workspace, const Actor& actor, const Definition& next);

}  // namespace makegood::tasks
