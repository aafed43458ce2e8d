#pragma once
// A letter: what one person is told by e-mail, in their language, as plain text and as HTML.
// Whoever writes one gives it a key that says what it is for ("remind cycle-7 head-of-housing
// 2026-03-02"): the same key twice is one letter.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/people.h"
#include "words/words.h"

namespace makegood::tasks {

enum class LetterKind { sign_in, ask, remind, escalate, notice, subscription, digest };

struct LetterKindWord {
  LetterKind kind;
  std::string_view word;     ///< in tables and files
  std::string_view meaning;  ///< for the reference
};
/// In the order of the enumerators.
inline constexpr std::array<LetterKindWord, 7> kLetterKinds = {{
    {LetterKind::sign_in, "sign_in", "a link to sign in with"},
    {LetterKind::ask, "ask", "what an owner is asked for, once a cycle"},
    {LetterKind::remind, "remind", "a reminder of what was asked"},
    {LetterKind::escalate, "escalate", "that somebody has not answered"},
    {LetterKind::notice, "notice", "what has been done with what one sent, or what waits for one"},
    {LetterKind::subscription, "subscription", "the question whether somebody wants to be told"},
    {LetterKind::digest, "digest", "what changed, to somebody who asked to be told"},
}};
[[nodiscard]] std::string_view word(LetterKind kind);
[[nodiscard]] std::optional<LetterKind> letter_kind_from(std::string_view word);

struct Letter {
  std::string key;  ///< what it is for; the same key twice is one letter
  LetterKind kind = LetterKind::notice;
  std::string to;       ///< e-mail address
  std::string to_name;  ///< a post or organisation; may be empty
  Language language = Language::en;
  std::string subject;
  std::string text, html;       ///< the same words twice; text is a must
  std::string reply_to;         ///< e-mail address; empty = the sender's
  std::string unsubscribe;      ///< absolute address that one POST to ends this kind of mail; empty = none
  std::string calendar;         ///< an .ics file that comes with it; empty = none
  std::vector<std::string> bodies;  ///< whose plans it tells the public of: it waits while publication is held for one of them
  std::int64_t useful_until = 0;  ///< seconds since 1970: not sent later (a link that has ended); 0 = always useful
};

/// Who letters come from and where their links lead.
struct Letterhead {
  std::string from = "makegood@localhost";
  std::string from_name;  ///< the council's
  std::string site = "http://localhost:8080";  ///< no slash at its end

  /// Where a link to a page leads: the page in the reader's language. `path` begins with a slash.
  [[nodiscard]] std::string address(Language language, std::string_view path) const;
};

/// In which language somebody's letters come.
[[nodiscard]] Language language_of(const Person& person);

/// name@domain in ASCII, at most 254 bytes, without what would end a header or begin another.
[[nodiscard]] bool is_mail_address(std::string_view text);

/// Refuses what no transport could send, or what would put a line into its header -> invalid_input.
[[nodiscard]] Result<void> check_letter(const Letter& letter);

}  // namespace makegood::tasks
