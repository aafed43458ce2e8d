#pragma once
// Who sits on a group on a day, for those who may see the register that says so. Never for the public: the numbers are
// small, and nothing protects them.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registers/composition.h"
#include "tasks/record_step.h"

namespace makegood::tasks {

/// For a use case that acts on a whole group, once it has seen to it who asks.
inline const Reach kEveryRecord{.all = true, .organisations = {}};

/// A register whose definition says who is a member of which group, and the one that has the groups.
struct MembersRegister {
  std::shared_ptr<const KeptRegister> kept, groups;
  registers::CompositionWords words;
  std::string key;  ///< the field of the groups' register to which `words.group` leads
};
/// Refuses: a register that says nothing of the kind -> invalid_input; no such register, or none of groups -> not_found.
[[nodiscard]] Result<MembersRegister> members_register(const Workspace& workspace, std::string_view name);

/// A group that one may ask about.
struct GroupChoice {
  std::string key;              ///< as members' records name it
  std::string title;            ///< "YOUTH: Youth advisory group"
  std::optional<int> seats;
  std::vector<std::string> required;  ///< codes that must have a member
};
/// In the order of their keys, whatever their state: a group that has ended had members.
/// `reach` = in the groups' register.
[[nodiscard]] Result<std::vector<GroupChoice>> groups_of(const Workspace& workspace, const MembersRegister& of, const Reach& reach);

/// The members of a group on a day, whole, oldest record first.
[[nodiscard]] Result<std::vector<Record>> members_on(const Workspace& workspace, const MembersRegister& of, const Reach& reach, std::string_view group, Day day);

struct MemberLine {
  RecordId id;
  std::vector<std::string> values;  ///< in the order of `by`; organisations by name
  Day from;
  std::optional<Day> until;
};
struct CompositionSeen {
  std::shared_ptr<const KeptRegister> kept;
  std::vector<GroupChoice> groups;
  GroupChoice group;
  Day day;
  std::vector<std::string> by;      ///< fields
  int members = 0;
  std::optional<int> vacant;        ///< seats without a member, where the number of seats is known
  std::vector<registers::CompositionBy> lines;
  std::vector<std::string> missing; ///< codes of `required` that no member has
  std::string required;             ///< the field whose codes they are; empty = nothing is required in this register
  std::vector<MemberLine> each;
};
/// `group` empty = the first of them. Refuses: nobody's records within reach -> not_allowed; no such group -> not_found.
[[nodiscard]] Result<CompositionSeen> composition_of(const Workspace& workspace, const Actor& actor, std::string_view register_name, std::string_view group, Day day,
                                                     Rights rights = Rights::of_the_roles);

/// As CSV, safe for spreadsheets: part (members, seats, vacant, by, missing), field, value, title, members.
[[nodiscard]] std::vector<std::vector<std::string>> composition_cells(const CompositionSeen& seen);

}  // namespace makegood::tasks
