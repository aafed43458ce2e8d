#include "people/keep.h"

#include <algorithm>
#include <tuple>

namespace makegood {
namespace {

std::string key_of_parts(const std::vector<std::string>& parts) { return join(parts, "\x1f"); }

std::string first_day(const Term& term) { return term.from ? term.from->iso() : ""; }

// The same parts as key_of(), without making a text of them.
auto key(const Organisation& organisation) { return std::tie(organisation.id); }
auto key(const Post& post) { return std::tie(post.id); }
auto key(const Person& person) { return std::tie(person.id); }
auto key(const Holding& h) { return std::tie(h.post, h.person, h.term.from); }
auto key(const Delegation& d) { return std::tie(d.post, d.to, d.term.from); }
auto key(const OwnerMatch& m) { return std::tie(m.plan, m.written, m.term.from); }
auto key(const RoleGrant& g) { return std::tie(g.person, g.grant); }

template <class Noun>
void keep_in(std::vector<Noun>& all, Noun noun) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Noun& other) { return key(other) == key(noun); });
  if (found == all.end()) {
    all.push_back(std::move(noun));
  } else {
    *found = std::move(noun);
  }
}

}  // namespace

std::string key_of(const Organisation& organisation) { return organisation.id.text; }
std::string key_of(const Post& post) { return post.id.text; }
std::string key_of(const Person& person) { return person.id.text; }
std::string key_of(const Holding& h) { return key_of_parts({h.post.text, h.person.text, first_day(h.term)}); }
std::string key_of(const Delegation& d) { return key_of_parts({d.post.text, d.to.text, first_day(d.term)}); }
std::string key_of(const OwnerMatch& m) { return key_of_parts({m.plan, m.written, first_day(m.term)}); }
std::string key_of(const RoleGrant& g) {
  return key_of_parts({g.person.text, std::string(word(g.grant.role)), g.grant.plan, g.grant.organisation});
}

void keep(Directory& directory, Organisation organisation) { keep_in(directory.organisations, std::move(organisation)); }
void keep(Directory& directory, Post post) { keep_in(directory.posts, std::move(post)); }
void keep(Directory& directory, Person person) { keep_in(directory.people, std::move(person)); }
void keep(Directory& directory, Holding holding) { keep_in(directory.holdings, std::move(holding)); }
void keep(Directory& directory, Delegation delegation) { keep_in(directory.delegations, std::move(delegation)); }
void keep(Directory& directory, OwnerMatch match) { keep_in(directory.matches, std::move(match)); }
void keep(Directory& directory, RoleGrant grant) { keep_in(directory.grants, std::move(grant)); }

}  // namespace makegood
