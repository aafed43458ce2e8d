#include "tasks/link_voice.h"

#include "tasks/voice.h"

namespace makegood::tasks {

std::string actor_of_link(const OpenReply& reply) { return reply.post_words.empty() ? "reply link" : reply.post_words; }

Voice voice_behind_link(const OpenReply& reply, const AskedItem& asked, Day today) {
  auto voice = voice_in_post(*reply.directory, reply.request.person, asked.post, today);
  voice.actor = "reply link";
  if (voice.post_words.empty()) voice.post_words = asked.named;
  return voice;
}

}  // namespace makegood::tasks
