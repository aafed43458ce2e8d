#include "access/access.h"

#include <algorithm>

namespace makegood::access {
namespace {

struct RoleWord {
  Role role;
  std::string_view word;
};
constexpr auto kRoles = std::to_array<RoleWord>({{Role::coordinator, "coordinator"},
                                                 {Role::owner, "owner"},
                                                 {Role::contributor, "contributor"},
                                                 {Role::scrutineer, "scrutineer"},
                                                 {Role::analyst, "analyst"},
                                                 {Role::publisher, "publisher"},
                                                 {Role::monitoring_officer, "monitoring_officer"},
                                                 {Role::system_operator, "operator"},
                                                 {Role::handler, "handler"}});

bool has_row(Action action, Role role) {
  return std::any_of(kPermissions.begin(), kPermissions.end(),
                     [&](const Permission& p) { return p.action == action && p.role == role; });
}

bool covers(const Grant& grant, const Scope& scope) {
  return (grant.plan.empty() || grant.plan == scope.plan) && (grant.organisation.empty() || grant.organisation == scope.organisation);
}

}  // namespace

bool may(const Actor& actor, Action action, const Scope& scope) {
  return std::any_of(actor.grants.begin(), actor.grants.end(),
                     [&](const Grant& grant) { return covers(grant, scope) && has_row(action, grant.role); });
}

bool may_somewhere(const Actor& actor, Action action) {
  return std::any_of(actor.grants.begin(), actor.grants.end(), [&](const Grant& grant) { return has_row(action, grant.role); });
}

bool may_within(const Actor& actor, Action action, std::string_view plan) {
  return std::any_of(actor.grants.begin(), actor.grants.end(), [&](const Grant& grant) {
    return (grant.plan.empty() || grant.plan == plan) && has_row(action, grant.role);
  });
}

Result<void> require(const Actor& actor, Action action, const Scope& scope) {
  if (may(actor, action, scope)) return {};
  const auto row = std::find_if(kPermissions.begin(), kPermissions.end(), [&](const Permission& p) { return p.action == action; });
  return refuse(Fault::not_allowed, "you are not allowed to " + std::string(row->sentence));
}

Result<void> require_within(const Actor& actor, Action action, std::string_view plan) {
  if (may_within(actor, action, plan)) return {};
  return require(actor, action, {.plan = plan});
}

std::optional<std::vector<std::string>> plans_for(const Actor& actor, Action action) {
  std::vector<std::string> plans;
  for (const auto& grant : actor.grants) {
    if (!has_row(action, grant.role)) continue;
    if (grant.plan.empty()) return std::nullopt;
    plans.push_back(grant.plan);
  }
  return plans;
}

Actor operator_of_the_machine() {
  return {"operator", {{Role::coordinator, "", ""}, {Role::publisher, "", ""}, {Role::system_operator, "", ""}}};
}

Actor first_coordinator() {
  auto actor = operator_of_the_machine();
  actor.name = "coordinator";
  return actor;
}

std::string_view word(Role role) {
  return std::find_if(kRoles.begin(), kRoles.end(), [&](const RoleWord& r) { return r.role == role; })->word;
}

std::optional<Role> role_from(std::string_view word) {
  const auto found = std::find_if(kRoles.begin(), kRoles.end(), [&](const RoleWord& r) { return r.word == word; });
  return found == kRoles.end() ? std::nullopt : std::optional(found->role);
}

std::optional<Action> action_from(std::string_view word) {
  const auto found = std::find_if(kActions.begin(), kActions.end(), [&](const ActionWord& a) { return a.word == word; });
  return found == kActions.end() ? std::nullopt : std::optional(found->action);
}

std::vector<Grant> grants_from(std::string_view words) {
  std::vector<Grant> grants;
  for (const auto& text : split(words, ' ')) {
    auto parts = split(text, '/');
    parts.resize(3);
    if (const auto role = role_from(parts[0])) grants.push_back({*role, parts[1], parts[2]});
  }
  return grants;
}

std::string words_of(const std::vector<Grant>& grants) {
  std::vector<std::string> words;
  for (const auto& grant : grants) {
    auto text = std::string(word(grant.role));
    if (!grant.plan.empty() || !grant.organisation.empty()) text += "/" + grant.plan;
    if (!grant.organisation.empty()) text += "/" + grant.organisation;
    words.push_back(std::move(text));
  }
  return join(words, " ");
}

}  // namespace makegood::access
