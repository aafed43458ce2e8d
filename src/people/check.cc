#include "people/check.h"

#include <algorithm>

#include <fmt/format.h>

#include "people/directory.h"
#include "people/presence.h"

namespace makegood {
namespace {

bool in_force(const Term& term, Day today) { return !term.until || *term.until >= today; }

Result<void> check_term(const Term& term) {
  if ((term.from && *term.from < kEarliestDay) || (term.until && *term.until < kEarliestDay))
    return refuse(Fault::invalid_input, fmt::format("no date lies before {}", kEarliestDay.in_words()));
  if (term.from && term.until && *term.until < *term.from)
    return refuse(Fault::invalid_input, fmt::format("it ends on {}, before it starts on {}", term.until->in_words(), term.from->in_words()));
  return {};
}

Result<void> no_such(std::string_view what) { return refuse(Fault::not_found, fmt::format("the directory has no such {}", what)); }

template <class Noun>
Result<void> check_successor(const Directory& directory, const Noun& noun, const Noun* successor, std::string_view what) {
  if (noun.successor.empty()) return {};
  if (successor == nullptr) return no_such(what);
  if (succeeds_itself(directory, noun.id, noun.successor))
    return refuse(Fault::invalid_input, fmt::format("the successors lead in a circle: this {} would take over from itself", what));
  return {};
}

Result<void> check_asked(const Directory& directory, const PostId& post, const PersonId& id, const Term& term, Day today) {
  if (find_post(directory, post) == nullptr) return no_such("post");
  const auto* person = find_person(directory, id);
  if (person == nullptr) return no_such("person");
  const bool begins = !term.until || *term.until >= today;
  if (begins && has_left(*person, today))
    return refuse(Fault::conflict, fmt::format("they left on {}", person->left->in_words()));
  return check_term(term);
}

}  // namespace

Result<void> check(const Directory& directory, const Organisation& organisation, Day today) {
  if (fold(organisation.name).empty()) return refuse(Fault::invalid_input, "say what the organisation is called");
  for (const auto& other : directory.organisations)
    if (other.id != organisation.id && in_force(other.term, today) && fold(other.name) == fold(organisation.name))
      return refuse(Fault::conflict, fmt::format("\"{}\" is in the directory already", other.name));
  if (auto term = check_term(organisation.term); !term) return term;
  return check_successor(directory, organisation, find_organisation(directory, organisation.successor), "organisation");
}

Result<void> check(const Directory& directory, const Post& post, Day today) {
  if (fold(post.title).empty()) return refuse(Fault::invalid_input, "say what the post is called");
  if (!post.organisation.empty() && find_organisation(directory, post.organisation) == nullptr) return no_such("organisation");
  for (const auto& other : directory.posts)
    if (other.id != post.id && other.organisation == post.organisation && in_force(other.term, today) && fold(other.title) == fold(post.title))
      return refuse(Fault::conflict, fmt::format("the organisation has a post called \"{}\" already", other.title));
  if (auto term = check_term(post.term); !term) return term;
  return check_successor(directory, post, find_post(directory, post.successor), "post");
}

Result<void> check(const Directory& directory, const Person& person, Day today) {
  if (fold(person.name).empty() && person.email.empty()) return refuse(Fault::invalid_input, "give a name or an e-mail address");
  if (!person.email.empty() && !is_email(person.email))
    return refuse(Fault::invalid_input, fmt::format("\"{}\" is not an e-mail address", shorten(person.email, 60)));
  const auto* other = find_person_by_email(directory, person.email, today);
  const bool is_here = !person.left || *person.left >= today;
  if (is_here && other != nullptr && other->id != person.id)
    return refuse(Fault::conflict, fmt::format("{} is the address of somebody else in the directory", person.email));
  if (std::find(kLetterLanguages.begin(), kLetterLanguages.end(), person.language) == kLetterLanguages.end())
    return refuse(Fault::invalid_input, "letters come in English and in Welsh");
  return {};
}

Result<void> check(const Directory& directory, const Holding& holding, Day today) {
  return check_asked(directory, holding.post, holding.person, holding.term, today);
}

Result<void> check(const Directory& directory, const Delegation& delegation, Day today) {
  if (trim(delegation.reason).empty()) return refuse(Fault::invalid_input, "say why somebody else answers for the post");
  return check_asked(directory, delegation.post, delegation.to, delegation.term, today);
}

Result<void> check(const Directory& directory, const OwnerMatch& match, Day) {
  if (match.written.empty()) return refuse(Fault::invalid_input, "say which name of the plan is meant");
  if (!match.post.empty() && find_post(directory, match.post) == nullptr) return no_such("post");
  return check_term(match.term);
}

Result<void> check(const Directory& directory, const RoleGrant& grant, Day) {
  const auto* person = find_person(directory, grant.person);
  if (person == nullptr) return no_such("person");
  if (person->email.empty()) return refuse(Fault::invalid_input, "they have no e-mail address, and could not sign in");
  if (!grant.grant.organisation.empty() && find_organisation(directory, OrganisationId(grant.grant.organisation)) == nullptr)
    return no_such("organisation");
  return check_term(grant.term);
}

}  // namespace makegood
