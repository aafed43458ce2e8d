#pragma once
// The letters: what was sent, what waits, what failed and why.

#include "pages/pieces.h"

namespace makegood::pages {

/// One letter, without its words. Times are UTC as in the ledger, empty = has not happened.
struct LetterLine {
  std::string id, to, subject;
  std::string language;      ///< "en" or "cy"
  std::string kind, state;   ///< words of their tables: "ask", "waiting" ...
  std::string queued, next_attempt, settled;
  int attempts = 0, repeats = 0;
  std::string fault;         ///< of the last attempt
};

/// `/desk/mail`: has everybody been written to?
struct MailPage {
  std::int64_t waiting = 0, sent = 0, failed = 0, repeats = 0;
  std::string shown;  ///< a state's word; empty = all
  std::vector<LetterLine> letters;
};
[[nodiscard]] Html mail_page(const MailPage& page, const Site& site);

/// `/desk/mail/ID`: what became of this letter?
struct LetterPage {
  LetterLine line;
  std::string text, html;  ///< as they were sent, where they are kept; both empty = they are not
  bool holds_key = false;  ///< its link signs somebody in: its words are not shown
  std::string refusal;     ///< why it is not sent again
};
[[nodiscard]] Html letter_page(const LetterPage& page, const Site& site);

[[nodiscard]] Url mail_url();                        ///< /desk/mail
[[nodiscard]] Url letter_url(std::string_view id);   ///< /desk/mail/ID

}  // namespace makegood::pages
