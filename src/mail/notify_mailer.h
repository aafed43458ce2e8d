#pragma once
// Letters through an HTTP interface of the shape of GOV.UK Notify's: a template with two fields,
// subject and body, and a key that signs each call. Such a service lays letters out itself, so
// the text part is what it is given; an attached calendar does not go along.

#include <functional>
#include <memory>
#include <string>

#include "tasks/clock.h"
#include "tasks/sending.h"

namespace makegood::mail {

struct NotifySettings {
  std::string url;          ///< https://HOST; http:// on this machine only
  std::string key;          ///< NAME-SERVICE-SECRET, the last two UUIDs; never written anywhere
  std::string template_en;  ///< id of a template with ((subject)) and ((body))
  std::string template_cy;  ///< for letters in Welsh; empty = the same
};

/// The token of one call: header and claims, signed with HMAC-SHA-256 (RFC 7519).
/// Units: `at` in seconds since 1970. Refuses a key that is not of that shape -> invalid_input.
[[nodiscard]] Result<std::string> notify_token(std::string_view key, std::int64_t at);
/// The body of one call, JSON.
[[nodiscard]] std::string notify_body(const tasks::PostedLetter& letter, const NotifySettings& settings);

class NotifyMailer final : public tasks::Mailer {
 public:
  /// Refuses an address that is not https://, a key or a template that is missing -> invalid_input.
  [[nodiscard]] static Result<std::unique_ptr<NotifyMailer>> make(NotifySettings settings, const tasks::Clock& clock);
  ~NotifyMailer() override;

  /// 201 is `delivered`, 400 `refused`, everything else `unreachable`: a wrong key, too many
  /// letters today and a service that is down hold for every letter.
  [[nodiscard]] tasks::Handover send(const tasks::PostedLetter& letter) override;

 private:
  struct Wire;
  NotifyMailer(NotifySettings settings, const tasks::Clock& clock, std::unique_ptr<Wire> wire);

  NotifySettings settings_;
  const tasks::Clock& clock_;
  std::unique_ptr<Wire> wire_;
};

}  // namespace makegood::mail
