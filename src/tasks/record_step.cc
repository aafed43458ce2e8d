#include "tasks/record_step.h"

#include <algorithm>
#include <array>

namespace makegood::tasks {
namespace {

struct StepRow {
  Doing doing;
  Action action;
  const std::vector<Who> RegisterRoles::*list;
};
constexpr std::array kRows = {StepRow{Doing::submit, Action::submit_record, &RegisterRoles::submit}, StepRow{Doing::see, Action::see_records, &RegisterRoles::see},
                              StepRow{Doing::handle, Action::handle_records, &RegisterRoles::handle},
                              StepRow{Doing::take_out, Action::export_records, &RegisterRoles::take_out}};

const StepRow& row_of(Doing doing) {
  return *std::find_if(kRows.begin(), kRows.end(), [&](const StepRow& row) { return row.doing == doing; });
}

}  // namespace

OrganisationNames::OrganisationNames(const Directory& directory) {
  for (const auto& organisation : directory.organisations) {
    names_.emplace(organisation.id.text, organisation.name);
    ids_.emplace(fold(organisation.name), organisation.id.text);
    for (const auto& other : organisation.also_called) ids_.emplace(fold(other), organisation.id.text);
  }
}

std::string OrganisationNames::id_of(std::string_view written) const {
  if (names_.contains(std::string(written))) return std::string(written);
  const auto found = ids_.find(fold(written));
  return found == ids_.end() ? std::string(written) : found->second;
}

std::string OrganisationNames::name_of(std::string_view id) const {
  const auto found = names_.find(std::string(id));
  return found == names_.end() ? std::string(id) : found->second;
}

Result<OrganisationNames> organisation_names(const Workspace& w) {
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  return OrganisationNames(**directory);
}

Reach reach_for(const Definition& definition, const Actor& actor, Doing doing) {
  const auto& row = row_of(doing);
  auto allowed = actor;
  std::erase_if(allowed.grants, [&](const Grant& grant) {
    const Actor one{actor.name, {grant}};
    return !may(one, row.action, {.plan = register_scope(definition.name), .organisation = grant.organisation});
  });
  return reach_of(definition, definition.roles.*row.list, allowed);
}

Result<Reach> need_reach(const Definition& definition, const Actor& actor, Doing doing) {
  auto reach = reach_for(definition, actor, doing);
  if (!reach.nobody()) return reach;
  const auto action = row_of(doing).action;
  for (const auto& permission : access::kPermissions)
    if (permission.action == action) return refuse(Fault::not_allowed, "you are not allowed to " + std::string(permission.sentence));
  return refuse(Fault::not_allowed, "you are not allowed to do this");
}

Result<Reach> reach_with(const Definition& definition, const Actor& actor, Doing doing, Rights rights) {
  if (rights == Rights::of_the_roles) return need_reach(definition, actor, doing);
  if (auto allowed = require(actor, Action::define_register, {.plan = register_scope(definition.name)}); !allowed) return tl::unexpected(allowed.error());
  return Reach{.all = true, .organisations = {}};
}

bool has_role(const Definition& definition, const Actor& actor, std::string_view role) {
  return !reach_of(definition, {Who{std::string(role), false}}, actor).nobody();
}

Result<FoundRecord> find_record(const Workspace& w, const RecordId& id) {
  auto record = w.registers.record(id);
  if (!record) return tl::unexpected(record.error());
  auto kept = w.registers.find(record->register_name);
  if (!kept) return tl::unexpected(kept.error());
  return FoundRecord{std::move(*kept), std::move(*record)};
}

Result<FoundRecord> reached(const Workspace& w, const Actor& actor, const RecordId& id, Doing doing) {
  auto found = find_record(w, id);
  if (found && !found->reached_by(actor, doing)) return refuse(Fault::not_found, "there is no such record");
  return found;
}

Change record_entry(std::string_view kind, const Definition& definition, const Record& record, const Actor& actor) {
  return {std::string(kind), record.id.text, actor.name, write_record(definition, record)};
}

const Actor& nobody_known() {
  static const Actor kNobody{"anybody", {}};
  return kNobody;
}

}  // namespace makegood::tasks
