#pragma once
// What may be kept in a directory, decided before it is. Each refuses with one sentence -> invalid_input;
// what is already so, or taken by another -> conflict; what is not there -> not_found.

#include "people/people.h"

namespace makegood {

/// Refuses: no name; a name that another organisation in force has; an end before the start; a successor
/// that is not there or leads back to it.
[[nodiscard]] Result<void> check(const Directory& directory, const Organisation& organisation, Day today);
/// Refuses: no title; a title that another post of the organisation in force has; an organisation that is not
/// there; an end before the start; a successor that is not there or leads back to it.
[[nodiscard]] Result<void> check(const Directory& directory, const Post& post, Day today);
/// Refuses: neither name nor address; what is no address; an address of somebody who is there; a language
/// that letters do not come in.
[[nodiscard]] Result<void> check(const Directory& directory, const Person& person, Day today);
/// Refuses: a post or person that is not there; an end before the start; somebody who has left.
[[nodiscard]] Result<void> check(const Directory& directory, const Holding& holding, Day today);
/// The same; and a delegation without a reason.
[[nodiscard]] Result<void> check(const Directory& directory, const Delegation& delegation, Day today);
/// Refuses: no name; a post that is not there; an end before the start.
[[nodiscard]] Result<void> check(const Directory& directory, const OwnerMatch& match, Day today);
/// Refuses: a person or organisation that is not there; an end before the start; somebody without an address.
[[nodiscard]] Result<void> check(const Directory& directory, const RoleGrant& grant, Day today);

}  // namespace makegood
