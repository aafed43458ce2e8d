#pragma once
// One's own account: password, codes from a telephone, recovery codes, where one is signed in; and for those
// whose job it is, where everybody is signed in and who looked at what.

#include "pages/forms.h"
#include "pages/pieces.h"

namespace makegood::pages {

/// `/account`
struct AccountPage {
  std::string name;            ///< e-mail
  bool in_directory = true;    ///< else: the first coordinator, who has no account of their own
  bool has_password = false, has_codes = false;
  int recovery_codes = 0, sessions = 1;
};
[[nodiscard]] Html account_page(const AccountPage& page, const Site& site);

/// `/account/password`
struct PasswordPage {
  bool has_password = false;
  std::string refusal;
  bool refused_current = false;  ///< the refusal is about the current password
};
[[nodiscard]] Html password_page(const PasswordPage& page, const Site& site);

/// `/account/codes`: the secret, and the field for the first code of it.
struct CodesPage {
  std::string secret;      ///< base 32, in fours; empty = a button begins, since opening a page changes nothing
  std::string link;        ///< otpauth:
  bool required = false;   ///< nothing else can be done before
  bool replaces = false;   ///< codes are set up already: the new ones take their place
  std::string refusal;
  bool asks_proof = false;       ///< of the codes that are set up
  std::string fault = "code";    ///< the field that the refusal is about: "code" or "proof"
};
[[nodiscard]] Html codes_page(const CodesPage& page, const Site& site);

/// The answer to setting codes up or renewing recovery codes: shown this once.
[[nodiscard]] Html recovery_codes_page(const std::vector<std::string>& codes, const Site& site);

enum class CodeFor { renewing, switching_off };
/// `/account/recovery-codes` and `/account/codes/off`: a code proves that it is the owner.
struct ProvePage {
  CodeFor purpose = CodeFor::renewing;
  bool asks_code = true;
  std::string refusal;
};
[[nodiscard]] Html prove_page(const ProvePage& page, const Site& site);

struct SessionLine {
  std::string id, account, who, way, address, browser;  ///< `way` as a code: mail, password, single_sign_on, operator
  std::string started, last_seen;                       ///< UTC, as the ledger writes it
  bool current = false;
};
/// `/account/sessions`
struct SessionsPage {
  std::vector<SessionLine> lines;
};
[[nodiscard]] Html sessions_page(const SessionsPage& page, const Site& site);
/// `/desk/sessions`: everybody's.
[[nodiscard]] Html all_sessions_page(const SessionsPage& page, const Site& site);

struct AccessLine {
  std::string at, who, what, subject;  ///< `what` as a code
};
/// `/desk/access-log`
struct AccessLogPage {
  std::vector<AccessLine> lines;
  std::int64_t older = 0;  ///< the id that older ones come before; 0 = there are none
};
[[nodiscard]] Html access_log_page(const AccessLogPage& page, const Site& site);

}  // namespace makegood::pages
