#pragma once
// Who may do what, in one table. Accounts come with the directory of people; for now there is
// one coordinator, who signs in by a one-time link, and the operator at the command line.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood::tasks {

enum class Role { coordinator, publisher };
enum class Action { see_private, import, correct, release, erase };

struct Actor {
  std::string name;  ///< a post or account; goes into the ledger
  std::vector<Role> roles;
};

struct Permission {
  Action action;
  Role role;
  std::string_view sentence;  ///< what is refused to others
};

inline constexpr std::array<Permission, 7> kPermissions = {{
    {Action::see_private, Role::coordinator, "see plans that are not released"},
    {Action::see_private, Role::publisher, "see plans that are not released"},
    {Action::import, Role::coordinator, "import a plan"},
    {Action::correct, Role::coordinator, "correct a plan"},
    {Action::correct, Role::publisher, "correct a plan"},
    {Action::release, Role::publisher, "release or withdraw a plan"},
    {Action::erase, Role::publisher, "erase a payload"},
}};

[[nodiscard]] bool may(const Actor& actor, Action action);
/// Refuses with one sentence -> not_allowed.
[[nodiscard]] Result<void> require(const Actor& actor, Action action);

/// The person at the command line of the machine that holds the data: may do everything.
[[nodiscard]] Actor operator_of_the_machine();
/// The first account: coordinator and publisher in one.
[[nodiscard]] Actor first_coordinator();

[[nodiscard]] std::string_view word(Role role);
[[nodiscard]] std::vector<Role> roles_from(std::string_view words);  ///< "coordinator publisher"
[[nodiscard]] std::string words_of(const std::vector<Role>& roles);

}  // namespace makegood::tasks
