#pragma once
// The directory after one more entry of the ledger: what has the same key is replaced, the rest is added.

#include <string>

#include "people/people.h"

namespace makegood {

/// What tells a noun from the others of its kind: its id; for what holds from a day on, whom and what it
/// is about and that day. Parts are separated by a character that no id, slug or name has.
[[nodiscard]] std::string key_of(const Organisation& organisation);
[[nodiscard]] std::string key_of(const Post& post);
[[nodiscard]] std::string key_of(const Person& person);
[[nodiscard]] std::string key_of(const Holding& holding);
[[nodiscard]] std::string key_of(const Delegation& delegation);
[[nodiscard]] std::string key_of(const OwnerMatch& match);  ///< plan, name as written, first day
[[nodiscard]] std::string key_of(const RoleGrant& grant);   ///< without its term: a later entry ends it

void keep(Directory& directory, Organisation organisation);
void keep(Directory& directory, Post post);
void keep(Directory& directory, Person person);
void keep(Directory& directory, Holding holding);
void keep(Directory& directory, Delegation delegation);
void keep(Directory& directory, OwnerMatch match);
void keep(Directory& directory, RoleGrant grant);

}  // namespace makegood
