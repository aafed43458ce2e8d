#pragma once
// A letter as the bytes of a message (RFC 5322, MIME), and back again from such bytes.

#include <string>
#include <string_view>

#include "tasks/sending.h"

namespace makegood::mail {

/// Shape: text and HTML as multipart/alternative, quoted-printable; a calendar beside them as an
/// attachment. Lines end with CRLF. Its Date is when the letter was put into the outbox, so that
/// the same letter gives the same bytes.
/// Refuses what check_letter refuses, and a sender that is no address -> invalid_input.
[[nodiscard]] Result<std::string> write_message(const tasks::PostedLetter& posted, const tasks::Letterhead& letterhead);

/// The text and HTML parts of a message that write_message made.
/// Refuses what has no text part -> unreadable.
[[nodiscard]] Result<tasks::SentWords> read_message(std::string_view message);

}  // namespace makegood::mail
