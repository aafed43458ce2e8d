#pragma once
// The link under which one member, or one post, says whether they agree to a paper: without an account, bound to their
// record, for as long as this version is the newest and they are still asked. It may be opened, and the answer put
// right, as often as they like: every word is an entry of its own. Only the hash of its token is kept, where the hashes of
// receipts are.

#include <optional>
#include <string>
#include <string_view>

#include "registers/paper_rounds.h"
#include "tasks/papers.h"

namespace makegood::tasks {

/// What stands behind a link that still opens.
struct OpenPaper {
  PapersRegister papers;
  Record record;
  std::string group;                       ///< in words
  std::string paper, version;
  Day due;
  std::optional<registers::SentFile> file;
};
/// Refuses, in a sentence for whoever opened it: a token that is not whole or not known -> not_found; a version that was
/// replaced, somebody who is no member any more, a record that was closed or erased -> not_allowed.
[[nodiscard]] Result<OpenPaper> find_paper(const Workspace& workspace, std::string_view token);

/// Their word. An answer after the day is taken, and shown as late.
/// Refuses: no answer that there is, one that needs a comment without one, a comment too long -> invalid_input, with the
/// form's field; somebody changed the record meanwhile -> conflict.
[[nodiscard]] Result<void> answer_paper(const Workspace& workspace, const OpenPaper& open, std::string_view answer, std::string_view comment);

}  // namespace makegood::tasks
