#pragma once
// Keeping the directory: organisations, posts, people, who holds what, what plans' names mean, who may do
// what. Each verb writes one noun as it stands afterwards; nothing is deleted.
//
//   auto post = keep_post(workspace, actor, {PostId(), "Head of Housing", council});
//   hold_post(workspace, actor, {*post, person, {today, std::nullopt}}, {.reason = "appointed"});
//   match_owners(workspace, actor, "fair-work-plan", {{"", "Housing Manager", *post}});
//
// Everything but matches and roles for one plan asks for `manage_people` over all plans.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/people.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// Why, for the ledger; and what the directory's sequence was when the person looked at it: where the noun
/// changed since, it is refused -> conflict. Empty = as it is now.
struct Saving {
  std::string reason = {};
  std::optional<std::int64_t> seen = {};
};

/// Adds it where its id is empty, else changes it. Refuses as check() of people does.
[[nodiscard]] Result<OrganisationId> keep_organisation(const Workspace& workspace, const Actor& actor, Organisation organisation, const Saving& = {});
[[nodiscard]] Result<PostId> keep_post(const Workspace& workspace, const Actor& actor, Post post, const Saving& = {});
[[nodiscard]] Result<PersonId> keep_person(const Workspace& workspace, const Actor& actor, Person person, const Saving& = {});

/// Refuses: it is held by them in that time already -> conflict; and as check() does.
[[nodiscard]] Result<void> hold_post(const Workspace& workspace, const Actor& actor, const Holding& holding, const Saving& = {});
/// Their last day. Refuses: they do not hold it -> not_found; a day before the first -> invalid_input.
[[nodiscard]] Result<void> end_holding(const Workspace& workspace, const Actor& actor, const PostId& post, const PersonId& person, Day last,
                                       const Saving& = {});
/// It was a mistake: they never held it. Refuses: they do not hold it -> not_found.
[[nodiscard]] Result<void> take_back_holding(const Workspace& workspace, const Actor& actor, const PostId& post, const PersonId& person,
                                             const Saving& = {});

[[nodiscard]] Result<void> delegate(const Workspace& workspace, const Actor& actor, const Delegation& delegation, const Saving& = {});
[[nodiscard]] Result<void> end_delegation(const Workspace& workspace, const Actor& actor, const PostId& post, const PersonId& to, Day last,
                                          const Saving& = {});

/// What names of a plan mean, as a coordinator confirms: all of them or none. `plan` of each is filled in. A
/// match that begins on a day ends the one before on the day before; one without a first day replaces it.
/// Refuses: no such plan, post -> not_found; nothing given, what is confirmed so already -> conflict.
[[nodiscard]] Result<void> match_owners(const Workspace& workspace, const Actor& actor, std::string_view slug, std::vector<OwnerMatch> matches,
                                        const Saving& = {});

/// Refuses: a role for oneself -> not_allowed; a plan that is not there -> not_found; and as check() does.
[[nodiscard]] Result<void> grant_role(const Workspace& workspace, const Actor& actor, const RoleGrant& grant, const Saving& = {});
/// The last day that it holds. Refuses: no such role -> not_found.
[[nodiscard]] Result<void> end_role(const Workspace& workspace, const Actor& actor, const PersonId& person, const Grant& grant, Day last,
                                    const Saving& = {});

}  // namespace makegood::tasks
