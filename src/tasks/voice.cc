#include "tasks/voice.h"

#include "people/directory.h"
#include "people/presence.h"

namespace makegood::tasks {

Voice voice_in_post(const Directory& directory, const PersonId& person, const PostId& post, Day day) {
  Voice voice;
  voice.person = person;
  voice.post = post;
  voice.post_words = post_in_words(directory, post, day);
  voice.organisation = organisation_of(directory, post, day);
  if (const auto* organisation = find_organisation(directory, voice.organisation)) voice.organisation_words = organisation->name;
  return voice;
}

Voice voice_of(const Directory& directory, const Actor& actor, Day day) {
  const PersonId person(actor.person);
  const auto* post = person.empty() ? nullptr : post_held(directory, person, day);
  auto voice = post == nullptr ? Voice{.person = person} : voice_in_post(directory, person, post->id, day);
  voice.actor = actor.name;
  return voice;
}

std::string post_of_account(const Directory& directory, const std::string& account, std::string_view at) {
  const auto day = Day::parse(at.substr(0, 10));
  const auto* person = day ? find_person_by_email(directory, account, *day) : nullptr;
  return person == nullptr ? std::string{} : voice_of(directory, {account, {}, person->id.text}, *day).post_words;
}

std::string public_name(const Directory& directory, const std::string& account, std::string_view at) {
  auto post = post_of_account(directory, account, at);
  return post.empty() && account.find('@') == std::string::npos ? account : post;
}

OrganisationId organisation_of_owner(const Directory& directory, std::string_view plan, const std::vector<std::string>& owners, Day day) {
  for (const auto& owner : owners)
    for (const auto& post : posts_of(directory, plan, owner, day))
      if (auto organisation = organisation_of(directory, post, day); !organisation.empty()) return organisation;
  return {};
}

}  // namespace makegood::tasks
