#include "people/people.h"

#include <algorithm>

namespace makegood {
namespace {

template <class Noun, class NounId>
const Noun* find_by_id(const std::vector<Noun>& all, const NounId& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Noun& noun) { return noun.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const Organisation* find_organisation(const Directory& directory, const OrganisationId& id) { return find_by_id(directory.organisations, id); }
const Post* find_post(const Directory& directory, const PostId& id) { return find_by_id(directory.posts, id); }
const Person* find_person(const Directory& directory, const PersonId& id) { return find_by_id(directory.people, id); }

const Person* find_person_by_email(const Directory& directory, std::string_view email, Day today) {
  const auto wanted = lower(trim(email));
  if (wanted.empty()) return nullptr;
  const auto found = std::find_if(directory.people.begin(), directory.people.end(), [&](const Person& person) {
    return lower(person.email) == wanted && !(person.left && *person.left < today);
  });
  return found == directory.people.end() ? nullptr : &*found;
}

}  // namespace makegood
