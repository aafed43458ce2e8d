#include "tasks/link_voice.h"

#include "people/presence.h"

namespace makegood::tasks {

std::string actor_of_link(const OpenReply& reply) { return reply.post_words.empty() ? "reply link" : reply.post_words; }

Voice voice_in_post(const Directory& directory, const PersonId& person, const PostId& post, Day today) {
  Voice voice;
  voice.person = person;
  voice.post = post;
  voice.post_words = post_in_words(directory, post, today);
  voice.organisation = organisation_of(directory, post, today);
  if (const auto* organisation = find_organisation(directory, voice.organisation)) voice.organisation_words = organisation->name;
  return voice;
}

Voice voice_behind_link(const OpenReply& reply, const AskedItem& asked, Day today) {
  auto voice = voice_in_post(*reply.directory, reply.request.person, asked.post, today);
  voice.actor = "reply link";
  if (voice.post_words.empty()) voice.post_words = asked.named;
  return voice;
}

}  // namespace makegood::tasks
