#include "people/people.h"

#include <algorithm>
#include <tuple>

#include "people/presence.h"

namespace makegood {
namespace {

template <class Noun, class NounId>
const Noun* find_by_id(const std::vector<Noun>& all, const NounId& id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Noun& noun) { return noun.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

bool is_email(std::string_view text) {
  constexpr std::string_view kMarks = "!#$%&'*+-/=?^_`{|}~.";
  const auto is_letter_or_digit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  const auto parts = split(text, '@');
  if (text.size() > 254 || parts.size() != 2 || parts[0].empty() || parts[0].size() > 64) return false;
  const auto no_empty_label = [](std::string_view name) {
    return !name.starts_with('.') && !name.ends_with('.') && name.find("..") == std::string_view::npos;
  };
  const auto& [local, domain] = std::tie(parts[0], parts[1]);
  return no_empty_label(local) && no_empty_label(domain) && domain.find('.') != std::string::npos &&
         std::all_of(local.begin(), local.end(), [&](char c) { return is_letter_or_digit(c) || kMarks.find(c) != std::string_view::npos; }) &&
         std::all_of(domain.begin(), domain.end(), [&](char c) { return is_letter_or_digit(c) || c == '-' || c == '.'; });
}

const Organisation* find_organisation(const Directory& directory, const OrganisationId& id) { return find_by_id(directory.organisations, id); }
const Post* find_post(const Directory& directory, const PostId& id) { return find_by_id(directory.posts, id); }
const Person* find_person(const Directory& directory, const PersonId& id) { return find_by_id(directory.people, id); }

const Person* find_person_by_email(const Directory& directory, std::string_view email, Day today) {
  const auto wanted = lower(trim(email));
  if (wanted.empty()) return nullptr;
  const auto found = std::find_if(directory.people.begin(), directory.people.end(), [&](const Person& person) {
    return lower(person.email) == wanted && !has_left(person, today);
  });
  return found == directory.people.end() ? nullptr : &*found;
}

}  // namespace makegood
