#pragma once
// The directory's nouns as the ledger writes them: one entry, one noun as it stands after it.
//
//   kind                subject               payload
//   organisation.kept   the organisation's id Organisation
//   post.kept           the post's id         Post
//   person.kept         the person's id       Person
//   post.held           the post's id         Holding (the same post, person and start: replaced)
//   post.delegated      the post's id         Delegation (likewise)
//   owner.matched       the plan's slug       OwnerMatch (the same name and start: replaced)
//   role.granted        the person's id       RoleGrant (the same grant: replaced, so `until` ends it)
//
// Every payload may also have "reason". Unknown members are passed over.

#include <string>
#include <string_view>

#include "people/people.h"

namespace makegood {

[[nodiscard]] std::string write_organisation(const Organisation& organisation, std::string_view reason = {});
[[nodiscard]] std::string write_post(const Post& post, std::string_view reason = {});
[[nodiscard]] std::string write_person(const Person& person, std::string_view reason = {});
[[nodiscard]] std::string write_holding(const Holding& holding, std::string_view reason = {});
[[nodiscard]] std::string write_delegation(const Delegation& delegation, std::string_view reason = {});
[[nodiscard]] std::string write_owner_match(const OwnerMatch& match, std::string_view reason = {});
[[nodiscard]] std::string write_role_grant(const RoleGrant& grant, std::string_view reason = {});

/// Each refuses what is not its noun -> invalid_input.
[[nodiscard]] Result<Organisation> read_organisation(std::string_view json);
[[nodiscard]] Result<Post> read_post(std::string_view json);
[[nodiscard]] Result<Person> read_person(std::string_view json);
[[nodiscard]] Result<Holding> read_holding(std::string_view json);
[[nodiscard]] Result<Delegation> read_delegation(std::string_view json);
[[nodiscard]] Result<OwnerMatch> read_owner_match(std::string_view json);
[[nodiscard]] Result<RoleGrant> read_role_grant(std::string_view json);

}  // namespace makegood
