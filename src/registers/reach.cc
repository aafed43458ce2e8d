#include "registers/reach.h"

#include <algorithm>

namespace makegood {
namespace {

bool for_this(const Definition& definition, const access::Grant& grant) {
  return grant.plan.empty() || grant.plan == register_scope(definition.name);
}

void widen(Reach& reach, const Who& who, const access::Grant& grant) {
  if (!grant.organisation.empty()) reach.organisations.insert(grant.organisation);
  else if (!who.own) reach.all = true;
}

bool has_role(const Definition& definition, const access::Actor& actor, const std::string& role) {
  return std::any_of(actor.grants.begin(), actor.grants.end(), [&](const access::Grant& grant) {
    return for_this(definition, grant) && access::word(grant.role) == role;
  });
}

}  // namespace

std::string register_scope(std::string_view name) { return "register:" + std::string(name); }

Reach reach_of(const Definition& definition, const std::vector<Who>& list, const access::Actor& actor) {
  Reach reach;
  for (const auto& who : list)
    for (const auto& grant : actor.grants)
      if (for_this(definition, grant) && access::word(grant.role) == who.role) widen(reach, who, grant);
  return reach;
}

bool open_to_anybody(const Definition& definition) {
  return std::any_of(definition.roles.submit.begin(), definition.roles.submit.end(), [](const Who& who) { return who.role == "anybody"; });
}

bool is_in_confidence(const Definition& definition, const access::Actor& actor, std::string_view organisation) {
  if (!definition.confidential) return false;
  const auto handles = reach_of(definition, definition.roles.handle, actor);
  return !handles.covers(organisation);
}

Definition without_sender(Definition definition) {
  std::erase_if(definition.fields, [](const RegisterField& field) { return field.is_sender; });
  return definition;
}

FieldNames hidden_fields(const Definition& definition, const access::Actor& actor, bool deciding) { return hidden_fields(definition, actor, deciding, {}); }

FieldNames hidden_fields(const Definition& definition, const access::Actor& actor, bool deciding, std::string_view organisation) {
  FieldNames hidden;
  const bool in_confidence = is_in_confidence(definition, actor, organisation);
  for (const auto& field : definition.fields) {
    const bool monitoring = deciding && !field.for_the_case;
    const bool others = !field.seen_by.empty() && std::none_of(field.seen_by.begin(), field.seen_by.end(), [&](const std::string& role) {
      return has_role(definition, actor, role);
    });
    if (monitoring || others || (in_confidence && field.is_sender)) hidden.insert(field.name);
  }
  return hidden;
}

}  // namespace makegood
