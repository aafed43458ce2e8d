#pragma once
// What the use cases about records share: a register and who may do what, whose record it is, and the entry.

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "registers/registers.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// Names, other names and ids of organisations to the id; what the directory does not know stays as it is written.
class OrganisationNames {
 public:
  explicit OrganisationNames(const Directory& directory);
  [[nodiscard]] std::string id_of(std::string_view written) const;
  [[nodiscard]] std::string name_of(std::string_view id) const;
  [[nodiscard]] bool knows(std::string_view id) const { return names_.contains(std::string(id)); }

 private:
  std::map<std::string, std::string> ids_, names_;
};
[[nodiscard]] Result<OrganisationNames> organisation_names(const Workspace& workspace);

enum class Doing { submit, see, handle, take_out };
/// The policy table says whether the roles may at all, the register which records: both are asked.
[[nodiscard]] Reach reach_for(const Definition& definition, const Actor& actor, Doing doing);
/// Refuses with one sentence -> not_allowed where nobody's records are within reach.
[[nodiscard]] Result<Reach> need_reach(const Definition& definition, const Actor& actor, Doing doing);

/// A record and the register that it is in.
struct FoundRecord {
  std::shared_ptr<const KeptRegister> kept;
  Record record;
  [[nodiscard]] bool reached_by(const Actor& actor, Doing doing) const { return reach_for(kept->definition, actor, doing).covers(record.organisation); }
};
/// Whoever asks sees to it who may. Refuses -> not_found.
[[nodiscard]] Result<FoundRecord> find_record(const Workspace& workspace, const RecordId& id);
/// The record, if the actor reaches it that way. Refuses one that they do not as if it were not there -> not_found.
[[nodiscard]] Result<FoundRecord> reached(const Workspace& workspace, const Actor& actor, const RecordId& id, Doing doing);

/// Whose rights decide which records come in or go out: those of the actor's roles in the register, or those of
/// whoever keeps the machine and holds the file anyway (the command line; the policy table is asked all the same).
enum class Rights { of_the_roles, of_the_machine };
[[nodiscard]] Result<Reach> reach_with(const Definition& definition, const Actor& actor, Doing doing, Rights rights);
/// Whether one of the actor's grants gives the role in this register, for all of it or for one organisation.
[[nodiscard]] bool has_role(const Definition& definition, const Actor& actor, std::string_view role);

[[nodiscard]] Change record_entry(std::string_view kind, const Definition& definition, const Record& record, const Actor& actor);
/// Who somebody without an account is in the ledger.
[[nodiscard]] const Actor& nobody_known();

}  // namespace makegood::tasks
