#include "tasks/people.h"

#include <algorithm>

namespace makegood::tasks {
namespace {

struct RoleWord {
  Role role;
  std::string_view word;
};
constexpr std::array<RoleWord, 2> kRoles = {{{Role::coordinator, "coordinator"}, {Role::publisher, "publisher"}}};

bool has(const Actor& actor, Role role) {
  return std::find(actor.roles.begin(), actor.roles.end(), role) != actor.roles.end();
}

}  // namespace

bool may(const Actor& actor, Action action) {
  return std::any_of(kPermissions.begin(), kPermissions.end(),
                     [&](const Permission& p) { return p.action == action && has(actor, p.role); });
}

Result<void> require(const Actor& actor, Action action) {
  if (may(actor, action)) return {};
  const auto row = std::find_if(kPermissions.begin(), kPermissions.end(),
                                [&](const Permission& p) { return p.action == action; });
  return refuse(Fault::not_allowed, "you are not allowed to " + std::string(row->sentence));
}

Actor operator_of_the_machine() { return {"operator", {Role::coordinator, Role::publisher}}; }
Actor first_coordinator() { return {"coordinator", {Role::coordinator, Role::publisher}}; }

std::string_view word(Role role) {
  return std::find_if(kRoles.begin(), kRoles.end(), [&](const RoleWord& r) { return r.role == role; })->word;
}

std::vector<Role> roles_from(std::string_view words) {
  std::vector<Role> roles;
  for (const auto& text : split(words, ' '))
    for (const auto& row : kRoles)
      if (row.word == text) roles.push_back(row.role);
  return roles;
}

std::string words_of(const std::vector<Role>& roles) {
  std::vector<std::string> words;
  for (const auto role : roles) words.emplace_back(word(role));
  return join(words, " ");
}

}  // namespace makegood::tasks
