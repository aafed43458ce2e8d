#pragma once
// Letters to a mail server, by libcurl.

#include <memory>
#include <string>

#include "mail/message.h"
#include "tasks/sending.h"

namespace makegood::mail {

struct SmtpSettings {
  std::string url;             ///< smtp://HOST:PORT (STARTTLS) or smtps://HOST:PORT
  std::string user, password;  ///< empty = the server asks for none; never written anywhere
  bool unencrypted = false;    ///< may be set for a server on this machine only
};

class SmtpMailer final : public tasks::Mailer {
 public:
  /// Refuses another scheme, a user in the address, a password or a letter that would go
  /// unencrypted to another machine -> invalid_input.
  [[nodiscard]] static Result<std::unique_ptr<SmtpMailer>> make(SmtpSettings settings, tasks::Letterhead letterhead);
  ~SmtpMailer() override;

  /// A 4xx answer to the letter is `later`, a 5xx one `refused`; everything before the letter's
  /// recipient (no connection, no STARTTLS, a wrong password) is `unreachable`. A line that breaks
  /// after the letter and before the answer may have delivered it.
  [[nodiscard]] tasks::Handover send(const tasks::PostedLetter& letter) override;

 private:
  struct Wire;
  SmtpMailer(SmtpSettings settings, tasks::Letterhead letterhead, std::unique_ptr<Wire> wire);

  SmtpSettings settings_;
  tasks::Letterhead letterhead_;
  std::unique_ptr<Wire> wire_;
};

}  // namespace makegood::mail
