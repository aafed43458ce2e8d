#pragma once
// The encodings of a message: quoted-printable and base64 bodies (RFC 2045), encoded words in
// headers (RFC 2047), folded lines (RFC 5322).

#include <string>
#include <string_view>

namespace makegood::mail {

/// Lines of at most 76 bytes ended by CRLF; line ends of any kind become CRLF.
[[nodiscard]] std::string quoted_printable(std::string_view text);
/// The reverse; line ends become LF. Edge: what is not such an encoding stays as it is.
[[nodiscard]] std::string from_quoted_printable(std::string_view encoded);
/// Lines of 76 characters ended by CRLF.
[[nodiscard]] std::string base64_lines(std::string_view bytes);

/// "NAME: VALUE" and CRLF, folded at spaces; encoded words where VALUE is not plain ASCII. VALUE
/// holds no control characters: the caller has refused those.
[[nodiscard]] std::string text_header(std::string_view name, std::string_view value);
/// "NAME: DISPLAY <ADDRESS>" and CRLF; without a display name the address alone.
[[nodiscard]] std::string mailbox_header(std::string_view name, std::string_view display, std::string_view address);

}  // namespace makegood::mail
