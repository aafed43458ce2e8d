#pragma once
// Who may do what to whose records. The policy table (access) says which roles may at all; a
// register narrows it to some of them, and to records of their own organisation.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "access/access.h"
#include "registers/definition.h"

namespace makegood {

/// Whose records: all, or those of some organisations (none when empty).
struct Reach {
  bool all = false;
  std::set<std::string> organisations;  ///< ids or names, as records write them
  [[nodiscard]] bool nobody() const { return !all && organisations.empty(); }
  [[nodiscard]] bool covers(std::string_view organisation) const {
    return all || (!organisation.empty() && organisations.contains(std::string(organisation)));
  }
};

/// How a grant writes that it is for one register and for no plan: "register:school-incidents".
[[nodiscard]] std::string register_scope(std::string_view name);

/// What the actor's grants reach of one list of a register (roles.see, roles.handle ...). A role that
/// reaches its "own" records reaches those of the organisation that its grant names, and none without one.
[[nodiscard]] Reach reach_of(const Definition& definition, const std::vector<Who>& list, const access::Actor& actor);

/// Whether anybody may submit, without an account.
[[nodiscard]] bool open_to_anybody(const Definition& definition);

using FieldNames = std::set<std::string, std::less<>>;
/// Fields that the actor may not see although they see the record, whichever record it is. `deciding` = on the page
/// where a case is handled: monitoring data is left out there for everybody.
[[nodiscard]] FieldNames hidden_fields(const Definition& definition, const access::Actor& actor, bool deciding);
/// The same for records of one organisation: whoever handles those sees who sent them in confidence.
[[nodiscard]] FieldNames hidden_fields(const Definition& definition, const access::Actor& actor, bool deciding, std::string_view organisation);

/// Whether the sender of this record is not for the actor to know.
[[nodiscard]] bool is_in_confidence(const Definition& definition, const access::Actor& actor, std::string_view organisation);
/// The register as it is asked of somebody who does not say who they are: without the fields that would.
[[nodiscard]] Definition without_sender(Definition definition);

}  // namespace makegood
