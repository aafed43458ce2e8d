#pragma once
// What those whose job it is may see of the letters, and do with them. A letter has somebody's address: each look is
// written down in the access log.

#include "tasks/people.h"
#include "tasks/sending.h"

namespace makegood::tasks {

struct Workspace;

struct LetterList {
  OutboxCounts counts;
  std::vector<PostedLetter> letters;  ///< newest first, without their words
};
/// Refuses: may not see letters -> not_allowed.
[[nodiscard]] Result<LetterList> list_letters(const Workspace& workspace, const Actor& actor, std::optional<LetterState> state, int limit = 200);

struct ShownLetter {
  PostedLetter posted;
  SentWords words;        ///< empty where they are not kept, and of a letter that signs its reader in
  bool holds_key = false;
};
/// Refuses: may not see letters -> not_allowed; no such letter -> not_found.
[[nodiscard]] Result<ShownLetter> show_letter(const Workspace& workspace, const Actor& actor, std::string_view id);

/// Refuses: may not see letters -> not_allowed; as Outbox::send_again.
[[nodiscard]] Result<void> send_letter_again(const Workspace& workspace, const Actor& actor, std::string_view id);

}  // namespace makegood::tasks
