#include "tasks/letters.h"

#include "tasks/workspace.h"

namespace makegood::tasks {

Result<LetterList> list_letters(const Workspace& w, const Actor& actor, std::optional<LetterState> state, int limit) {
  if (auto allowed = require(actor, Action::see_mail); !allowed) return tl::unexpected(allowed.error());
  if (auto noted = note_access(w, actor.name, Looked::people, {}); !noted) return tl::unexpected(noted.error());
  auto letters = w.outbox.list(state, limit);
  if (!letters) return tl::unexpected(letters.error());
  const auto counts = w.outbox.counts();
  if (!counts) return tl::unexpected(counts.error());
  return LetterList{*counts, std::move(*letters)};
}

Result<ShownLetter> show_letter(const Workspace& w, const Actor& actor, std::string_view id) {
  if (auto allowed = require(actor, Action::see_mail); !allowed) return tl::unexpected(allowed.error());
  auto found = w.outbox.find(id);
  if (!found) return tl::unexpected(found.error());
  if (auto noted = note_access(w, actor.name, Looked::people, id); !noted) return tl::unexpected(noted.error());
  ShownLetter shown{std::move(*found), {}, false};
  shown.holds_key = shown.posted.letter.kind == LetterKind::sign_in;
  // Only where the transport keeps letters on this machine anyway is one shown here.
  if (!shown.holds_key && w.mailer)
    if (auto words = w.mailer->read_sent(shown.posted.id)) shown.words = std::move(*words);
  shown.posted.letter.text.clear();
  shown.posted.letter.html.clear();
  return shown;
}

Result<void> send_letter_again(const Workspace& w, const Actor& actor, std::string_view id) {
  if (auto allowed = require(actor, Action::see_mail); !allowed) return allowed;
  return w.outbox.send_again(id, w.clock.now().seconds);
}

}  // namespace makegood::tasks
