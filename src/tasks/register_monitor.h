#pragma once
// Who watches over a register: a named post. What its signals say and which returns are missing is brought to whoever
// holds it, and to nobody else. It stands in the register's schedule, where a plan's has the post that silence is
// brought to; the ladder of reminders stands there too.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// Somebody who is written to, and what they are called in the letter and in the ledger.
struct Watcher {
  Person person;
  std::string words;  ///< "Head of Education, Aberllyn Council"
};
struct Monitor {
  std::string post;                ///< as it was named; empty = nobody watches
  std::optional<Watcher> watcher;  ///< empty = the post is vacant or cannot be written to
};
/// Refuses: no such register -> not_found.
[[nodiscard]] Result<Monitor> monitor_of(const Workspace& workspace, std::string_view register_name);
[[nodiscard]] std::optional<Watcher> watcher_for(const Directory& directory, std::string_view scope, std::string_view post, Day today);

/// The registers whose returns and signals the actor brings to people, by title. Refuses: none -> not_allowed.
[[nodiscard]] Result<std::vector<std::shared_ptr<const KeptRegister>>> registers_run_by(const Workspace& workspace, const Actor& actor);

/// From now on this post watches; an empty one = nobody. Refuses: a post that the directory does not know, or knows more
/// than one of -> invalid_input.
[[nodiscard]] Result<void> set_monitor(const Workspace& workspace, const Actor& actor, std::string_view register_name, std::string_view post);

}  // namespace makegood::tasks
