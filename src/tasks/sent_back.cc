#include "tasks/sent_back.h"

#include <fmt/format.h>

#include "people/directory.h"
#include "people/presence.h"
#include "tasks/letter_batch.h"
#include "tasks/letter_words.h"
#include "words/words.h"

namespace makegood::tasks {
namespace {

constexpr std::int64_t kUseful = std::int64_t{90} * 24 * 3600;  // seconds; nobody says by when it is to be mended

}  // namespace

Result<std::vector<Letter>> letters_to_sender(const Workspace& w, const Actor& actor, const Definition& definition, const Record& moved) {
  std::vector<Letter> letters;
  if (!open_to_sender(definition, moved.state) || definition.gives_receipts()) return letters;
  const auto entries = w.ledger.about(moved.id.text);
  if (!entries) return tl::unexpected(entries.error());
  if (entries->empty() || entries->front().actor == actor.name) return letters;
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto now = w.clock.now();
  const auto* sender = find_person_by_email(**directory, entries->front().actor, now.today);
  if (sender == nullptr) return letters;
  const auto words = Words::for_language(language_of(*sender));
  const auto& title = definition.title.in(language_tag(words.language()));
  Letter letter;
  letter.kind = LetterKind::notice;
  letter.key = fmt::format("record {} back {}", moved.id.text, moved.sequence);
  letter.to = sender->email;
  const auto* post = post_held(**directory, sender->id, now.today);
  letter.to_name = post == nullptr ? std::string() : post_in_words(**directory, post->id, now.today);
  letter.reply_to = reply_address(actor);
  letter.subject = words("letter.sent_back.subject", {{"register", title}});
  letter.useful_until = now.seconds + kUseful;
  LetterWords body(words.language());
  body.heading(title);
  body.paragraph(words("letter.sent_back.intro", {{"date", moved.recorded}}));
  body.link(words("letter.sent_back.link"), w.letterhead.address(words.language(), fmt::format("/registers/{}/sent/{}", definition.name, moved.id.text)));
  body.into(letter);
  letters.push_back(std::move(letter));
  return letters;
}

}  // namespace makegood::tasks
