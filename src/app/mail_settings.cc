#include "app/mail_settings.h"

#include <cstdlib>
#include <fstream>

#include "mail/mail.h"

namespace makegood::app {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string{} : std::string(trim(value));
}

std::string given_or(const std::string& given, const char* name) { return given.empty() ? environment(name) : given; }

/// A secret of the environment, or the first line of the file that it names.
Result<std::string> secret(const char* name, const char* file_name) {
  const auto path = environment(file_name);
  if (path.empty()) return environment(name);
  std::ifstream in(path);
  std::string line;
  if (!std::getline(in, line)) return refuse(Fault::invalid_input, "the file cannot be read", std::string(file_name) + " " + path);
  return std::string(trim(line));
}

template <class Kind>
Result<std::shared_ptr<tasks::Mailer>> shared(Result<std::unique_ptr<Kind>> made) {
  if (!made) return tl::unexpected(made.error());
  return std::shared_ptr<tasks::Mailer>(std::move(*made));
}

Result<std::shared_ptr<tasks::Mailer>> smtp_mailer(const std::string& url, const tasks::Letterhead& letterhead) {
  const auto password = secret("MAKEGOOD_SMTP_PASSWORD", "MAKEGOOD_SMTP_PASSWORD_FILE");
  if (!password) return tl::unexpected(password.error());
  const auto address = mail::read_server_address(url);
  if (!address) return tl::unexpected(address.error());
  return shared(mail::SmtpMailer::make({url, environment("MAKEGOOD_SMTP_USER"), *password, address->loopback}, letterhead));
}

Result<std::shared_ptr<tasks::Mailer>> notify_mailer(const std::string& url, const tasks::Clock& clock) {
  const auto key = secret("MAKEGOOD_NOTIFY_KEY", "MAKEGOOD_NOTIFY_KEY_FILE");
  if (!key) return tl::unexpected(key.error());
  return shared(mail::NotifyMailer::make({url, *key, environment("MAKEGOOD_NOTIFY_TEMPLATE"), environment("MAKEGOOD_NOTIFY_TEMPLATE_CY")}, clock));
}

}  // namespace

tasks::Letterhead letterhead_of(const cli::MailSettings& settings, const std::string& name, const std::string& site) {
  tasks::Letterhead head;
  if (const auto from = given_or(settings.from, "MAKEGOOD_MAIL_FROM"); !from.empty()) head.from = from;
  head.from_name = name;
  head.site = given_or(settings.site, "MAKEGOOD_SITE");
  if (head.site.empty()) head.site = site;
  while (head.site.ends_with('/')) head.site.pop_back();
  return head;
}

Result<std::shared_ptr<tasks::Mailer>> make_mailer(const cli::MailSettings& settings, const std::string& data,
                                                   const tasks::Letterhead& letterhead, const tasks::Clock& clock) {
  if (!tasks::is_mail_address(letterhead.from))
    return refuse(Fault::invalid_input, "this is not an address that letters can come from", letterhead.from);
  if (!settings.folder.empty() && !settings.smtp.empty())
    return refuse(Fault::invalid_input, "letters go to a folder or to a mail server: give one of --mail and --smtp");
  const auto folder = settings.smtp.empty() ? given_or(settings.folder, "MAKEGOOD_MAIL") : std::string{};
  if (!folder.empty()) return std::make_shared<mail::FolderMailer>(folder, letterhead);
  if (const auto url = given_or(settings.smtp, "MAKEGOOD_SMTP"); !url.empty()) return smtp_mailer(url, letterhead);
  if (const auto url = environment("MAKEGOOD_NOTIFY"); !url.empty()) return notify_mailer(url, clock);
  return std::make_shared<mail::FolderMailer>(std::filesystem::path(data) / "mail", letterhead);
}

}  // namespace makegood::app
