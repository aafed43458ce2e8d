#pragma once
// How letters leave this machine: what the command line says, and where it says nothing, what the
// environment does. Passwords and keys come from the environment or a file that it names, never
// from the command line, where everybody on the machine could read them.

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "cli/cli.h"

namespace makegood::app {

struct MailVariable {
  std::string_view name, meaning;
};
/// Every variable that is read, for the reference.
inline constexpr std::array<MailVariable, 12> kMailVariables = {{
    {"MAKEGOOD_SITE", "the address that people use; where links in letters lead"},
    {"MAKEGOOD_MAIL_FROM", "the address that letters come from; every item's page names it as where to write to"},
    {"MAKEGOOD_MAIL", "folder that letters are written to as .eml files"},
    {"MAKEGOOD_SMTP", "a mail server's address"},
    {"MAKEGOOD_SMTP_USER", "who signs in to the mail server"},
    {"MAKEGOOD_SMTP_PASSWORD", "the password for it"},
    {"MAKEGOOD_SMTP_PASSWORD_FILE", "a file whose first line is the password"},
    {"MAKEGOOD_NOTIFY", "the address of a service of the shape of GOV.UK Notify"},
    {"MAKEGOOD_NOTIFY_KEY", "the key for it"},
    {"MAKEGOOD_NOTIFY_KEY_FILE", "a file whose first line is the key"},
    {"MAKEGOOD_NOTIFY_TEMPLATE", "id of its template with ((subject)) and ((body))"},
    {"MAKEGOOD_NOTIFY_TEMPLATE_CY", "id of its template for letters in Welsh; the other one when absent"},
}};

/// Who letters come from, under this name; `site` is where links lead when nothing else is said.
[[nodiscard]] tasks::Letterhead letterhead_of(const cli::MailSettings& settings, const std::string& name, const std::string& site);

/// A folder, a mail server or a service, in this order; the folder DATA/mail when none is named.
/// Refuses what its transport refuses, and a file that cannot be read -> invalid_input.
[[nodiscard]] Result<std::shared_ptr<tasks::Mailer>> make_mailer(const cli::MailSettings& settings, const std::string& data,
                                                                 const tasks::Letterhead& letterhead, const tasks::Clock& clock);

}  // namespace makegood::app
