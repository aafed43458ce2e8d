#pragma once
// Coming in: by a mailed link, by a password, by the council's single sign-on; and going out again.

#include "pages/forms.h"
#include "pages/pieces.h"

namespace makegood::pages {

/// `/sign-in` and `/sign-in/password` as they were typed.
struct SignInPage {
  std::string address;   ///< e-mail
  std::string proxy;     ///< whom the council's single sign-on names; empty = nobody
  FieldFault fault;      ///< of `email` or `password`
  std::string refusal;   ///< of the whole form
};
/// Asks for an address and mails a link to it; the answer is the same whether it is known.
[[nodiscard]] Html sign_in_page(const SignInPage& page, const Site& site);
/// `/sign-in/sent`
[[nodiscard]] Html sign_in_sent_page(const Site& site);
[[nodiscard]] Html password_sign_in_page(const SignInPage& page, const Site& site);

/// `/sign-in/TOKEN`: a button; opening the link changes nothing.
struct SignInLinkPage {
  std::string token, account;
  bool needs_code = false;
  std::string refusal;  ///< of a code
};
[[nodiscard]] Html sign_in_link_page(const SignInLinkPage& page, const Site& site);
/// A link that is unknown, used or too old.
[[nodiscard]] Html sign_in_refused_page(const Site& site);
/// `/sign-out`: a button for who is signed in, else that one is signed out.
[[nodiscard]] Html sign_out_page(const Site& site);

}  // namespace makegood::pages
