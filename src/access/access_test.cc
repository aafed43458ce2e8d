#include "access/access.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace makegood::access {

TEST_CASE("grants survive being written down") {
  const std::vector<Grant> grants = {{Role::coordinator, "", ""}, {Role::publisher, "our-plan", ""}, {Role::owner, "", "org1"}, {Role::scrutineer, "our-plan", "org2"}};
  CHECK(words_of(grants) == "coordinator publisher/our-plan owner//org1 scrutineer/our-plan/org2");
  CHECK(grants_from(words_of(grants)) == grants);
  CHECK(grants_from("astronaut coordinator").size() == 1);
  CHECK(grants_from("").empty());
}

TEST_CASE("a grant covers its plan and its organisation, and no other") {
  const Actor anywhere{"a", {{Role::coordinator, "", ""}}};
  const Actor here{"b", {{Role::coordinator, "here", ""}}};
  const Actor ours{"c", {{Role::owner, "here", "ours"}}};
  CHECK(may(anywhere, Action::run_cycle));
  CHECK(may(anywhere, Action::run_cycle, {.plan = "there"}));
  CHECK(may(here, Action::run_cycle, {.plan = "here"}));
  CHECK_FALSE(may(here, Action::run_cycle, {.plan = "there"}));
  CHECK_FALSE(may(here, Action::run_cycle));
  CHECK(may(ours, Action::record_update, {.plan = "here", .organisation = "ours"}));
  CHECK_FALSE(may(ours, Action::record_update, {.plan = "here", .organisation = "theirs"}));
  CHECK_FALSE(may(ours, Action::record_update, {.plan = "here"}));
  CHECK(may_somewhere(here, Action::run_cycle));
  CHECK(may_within(ours, Action::record_update, "here"));
  CHECK_FALSE(may_within(ours, Action::record_update, "there"));
  CHECK_FALSE(may_within(ours, Action::run_cycle, "here"));
  CHECK_FALSE(may_somewhere(here, Action::release));
  CHECK(plans_for(here, Action::run_cycle) == std::vector<std::string>{"here"});
  CHECK_FALSE(plans_for(anywhere, Action::run_cycle).has_value());
}

TEST_CASE("every action has somebody who may and a word that leads back to it") {
  for (const auto& row : kPermissions) {
    CAPTURE(std::string(row.sentence));
    CHECK(action_from(word(row.action)) == row.action);
    CHECK(role_from(word(row.role)) == row.role);
    CHECK(may({"x", {{row.role, "", ""}}}, row.action));
    for (const auto& other : kPermissions)
      if (other.action == row.action) CHECK(other.sentence == row.sentence);
  }
}

TEST_CASE("neither the operator of the machine nor a coordinator speaks for the panel") {
  for (const auto& actor : {operator_of_the_machine(), first_coordinator(), Actor{"c", {{Role::coordinator, "", ""}}}})
    for (const auto action : {Action::record_finding, Action::hold_finding, Action::raise_challenge}) {
      CHECK_FALSE(may(actor, action));
      CHECK(require(actor, action).error().fault == Fault::not_allowed);
    }
}

TEST_CASE("the reference page has the table, row for row") {
  std::ifstream in("docs/reference/roles.md");
  const std::string page((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  std::string table = "| Action | Who has this role may ... | Roles |\n|---|---|---|\n";
  std::vector<Action> done;
  for (const auto& row : kPermissions) {
    if (std::find(done.begin(), done.end(), row.action) != done.end()) continue;
    done.push_back(row.action);
    std::vector<std::string> roles;
    for (const auto& other : kPermissions)
      if (other.action == row.action) roles.push_back("`" + std::string(word(other.role)) + "`");
    table += "| `" + std::string(word(row.action)) + "` | " + std::string(row.sentence) + " | " + join(roles, ", ") + " |\n";
  }
  CHECK(page.ends_with(table));
}

}  // namespace makegood::access
