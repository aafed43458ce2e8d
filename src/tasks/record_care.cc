#include "tasks/record_care.h"

#include <algorithm>

#include "tasks/record_step.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

Result<SeenCare> find_care(const Workspace& w, std::string_view register_name, const RecordId& id) {
  SeenCare care{.id = id};
  // Before all that is decided on: whatever comes in between is a conflict.
  const auto seen = w.ledger.last_about(id.text);
  if (!seen) return tl::unexpected(seen.error());
  care.seen = *seen;
  auto kept = w.registers.find(register_name);
  if (!kept) return tl::unexpected(kept.error());
  care.kept = std::move(*kept);
  const auto record = w.registers.record(id);
  if (!record && record.error().fault != Fault::not_found) return tl::unexpected(record.error());
  if (!record || record->register_name != register_name) return refuse(Fault::not_found, "there is no such record");
  care.emptied = record->emptied;
  auto hold = w.care.hold_of(id);
  if (!hold) return tl::unexpected(hold.error());
  auto objection = w.care.objection_of(id);
  if (!objection) return tl::unexpected(objection.error());
  care.hold = std::move(*hold);
  care.objection = std::move(*objection);
  for (const auto& name : monitoring_fields(care.kept->definition)) care.monitoring.push_back(care.kept->definition.field(name)->title.en);
  return care;
}

Result<SeenCare> find_for(const Workspace& w, const Actor& actor, Action action, const CareStep& step) {
  if (auto allowed = require_within(actor, action, register_scope(step.register_name)); !allowed) return tl::unexpected(allowed.error());
  auto care = find_care(w, step.register_name, step.id);
  if (!care) return care;
  const auto record = w.registers.record(step.id);
  if (!record) return tl::unexpected(record.error());
  if (auto allowed = require(actor, action, {.plan = register_scope(step.register_name), .organisation = record->organisation}); !allowed)
    return tl::unexpected(allowed.error());
  if (care->seen != step.seen) return refuse(Fault::conflict, "somebody wrote something about this record first: look at it again");
  return care;
}

Result<void> write(const Workspace& w, const Actor& actor, const CareStep& step, std::string_view kind, std::string payload) {
  return write_down(w, {{std::string(kind), step.id.text, actor.name, std::move(payload)}}, {{step.id.text, step.seen}});
}

Result<void> step_of_hold(const Workspace& w, const Actor& actor, const CareStep& step, std::string_view kind, std::string_view reason) {
  if (trim(reason).empty()) return refuse(Fault::invalid_input, "say why", "reason");
  return write(w, actor, step, kind, write_hold({squeeze(valid_utf8(reason)), {}, {}}));
}

Result<void> check_day(const Workspace& w, Day on) {
  if (on > w.clock.now().today) return refuse(Fault::invalid_input, "the day of the objection is still to come", "on");
  return {};
}

}  // namespace

Result<SeenCare> see_care(const Workspace& w, const Actor& actor, std::string_view register_name, const RecordId& id) {
  const auto scope = register_scope(register_name);
  if (!may_within(actor, Action::hold_record, scope))
    if (auto allowed = require_within(actor, Action::record_objection, scope); !allowed) return tl::unexpected(allowed.error());
  auto care = find_care(w, register_name, id);
  if (!care) return care;
  const auto record = w.registers.record(id);
  if (!record) return tl::unexpected(record.error());
  care->may_hold = may(actor, Action::hold_record, {.plan = scope, .organisation = record->organisation});
  care->may_object = may(actor, Action::record_objection, {.plan = scope, .organisation = record->organisation}) && !care->monitoring.empty();
  // Of another organisation: as if it were not there.
  if (!care->may_hold && !may(actor, Action::record_objection, {.plan = scope, .organisation = record->organisation})) return refuse(Fault::not_found, "there is no such record");
  return care;
}

Result<void> hold_record(const Workspace& w, const Actor& actor, const CareStep& step, std::string_view reason) {
  const auto care = find_for(w, actor, Action::hold_record, step);
  if (!care) return tl::unexpected(care.error());
  if (care->emptied) return refuse(Fault::conflict, "this record has been emptied: there is nothing left to keep");
  if (care->hold) return refuse(Fault::conflict, "this record is under a legal hold already");
  return step_of_hold(w, actor, step, "record.held", reason);
}

Result<void> lift_hold(const Workspace& w, const Actor& actor, const CareStep& step, std::string_view reason) {
  const auto care = find_for(w, actor, Action::hold_record, step);
  if (!care) return tl::unexpected(care.error());
  if (!care->hold) return refuse(Fault::conflict, "this record is not under a legal hold");
  return step_of_hold(w, actor, step, "record.hold_lifted", reason);
}

Result<void> record_objection(const Workspace& w, const Actor& actor, const CareStep& step, Day on, ObjectionWay way) {
  const auto care = find_for(w, actor, Action::record_objection, step);
  if (!care) return tl::unexpected(care.error());
  if (care->monitoring.empty()) return refuse(Fault::invalid_input, "this register has no monitoring data");
  if (care->emptied) return refuse(Fault::conflict, "this record has been emptied");
  if (care->objection) return refuse(Fault::conflict, "an objection stands already");
  if (auto good = check_day(w, on); !good) return good;
  return write(w, actor, step, "record.objected", write_objection({on, way, monitoring_fields(care->kept->definition), {}, {}}));
}

Result<void> lift_objection(const Workspace& w, const Actor& actor, const CareStep& step, Day on, ObjectionWay way) {
  const auto care = find_for(w, actor, Action::record_objection, step);
  if (!care) return tl::unexpected(care.error());
  if (!care->objection) return refuse(Fault::conflict, "no objection stands");
  if (auto good = check_day(w, on); !good) return good;
  return write(w, actor, step, "record.objection_lifted", write_objection({on, way, {}, {}, {}}));
}

Result<std::vector<Change>> widened_objections(const Workspace& w, const Actor& actor, const Definition& next) {
  const auto objections = w.care.objections(next.name);
  if (!objections) return tl::unexpected(objections.error());
  const auto monitoring = monitoring_fields(next);
  std::vector<Change> changes;
  for (const auto& [id, objection] : *objections) {
    auto wider = objection;
    for (const auto& field : monitoring)
      if (std::find(wider.fields.begin(), wider.fields.end(), field) == wider.fields.end()) wider.fields.push_back(field);
    if (wider.fields != objection.fields) changes.push_back({"record.objected", id.text, actor.name, write_objection(wider)});
  }
  return changes;
}

}  // namespace makegood::tasks
