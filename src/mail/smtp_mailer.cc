#include "mail/smtp_mailer.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "mail/address.h"
#include "mail/curl.h"

namespace makegood::mail {
namespace {

using tasks::Handover;
using tasks::Outcome;

/// What is said on the line, as far as it tells how a letter fared: the last command's verb and
/// the last answer. What the verb is followed by may be a password, and is not looked at.
struct Conversation {
  std::string_view rest;  ///< of the message, still to be sent
  std::string verb;       ///< "RCPT", "DATA"
  std::string answer;     ///< "550 no such mailbox"
  bool over = false;

  [[nodiscard]] int code() const {
    return answer.size() >= 3 && answer.find_first_not_of("0123456789") >= 3 ? std::stoi(answer.substr(0, 3)) : 0;
  }
  /// The letter itself is being judged, and not the sender, the password or the line.
  [[nodiscard]] bool about_the_letter() const { return verb == "RCPT" || verb == "DATA"; }
  [[nodiscard]] bool all_sent() const { return verb == "DATA" && code() == 354 && rest.empty(); }
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* with) {
  auto& conversation = *static_cast<Conversation*>(with);
  const auto n = std::min(size * count, conversation.rest.size());
  std::memcpy(to, conversation.rest.data(), n);
  conversation.rest.remove_prefix(n);
  return n;
}

int listen_to(CURL*, curl_infotype type, char* data, std::size_t size, void* with) {
  auto& conversation = *static_cast<Conversation*>(with);
  const std::string_view line(data, size);
  if (type == CURLINFO_HEADER_OUT && line.starts_with("QUIT")) conversation.over = true;
  if (conversation.over) return 0;  // the goodbye says nothing of the letter
  if (type == CURLINFO_HEADER_OUT) conversation.verb = line.substr(0, std::min<std::size_t>(line.find_first_of(" \r\n"), 8));
  if (type == CURLINFO_HEADER_IN) conversation.answer = shorten(squeeze(valid_utf8(line)), 200);
  return 0;
}

Handover judge(CURLcode result, const Conversation& said) {
  if (result == CURLE_OK) return {};
  const auto code = said.code();
  if (said.about_the_letter() && code >= 500) return {Outcome::refused, "the mail server said: " + said.answer, false};
  if (said.about_the_letter() && code >= 400) return {Outcome::later, "the mail server said: " + said.answer, false};
  if (said.all_sent()) return {Outcome::later, "the line broke after the letter was sent and before it was accepted", true};
  const auto why = fmt::format("the mail server cannot be used: {}", curl_easy_strerror(result));
  return {Outcome::unreachable, code >= 400 ? why + " (" + said.answer + ")" : why, false};
}

}  // namespace

struct SmtpMailer::Wire {
  CurlHandle handle = make_curl();
};

SmtpMailer::SmtpMailer(SmtpSettings settings, tasks::Letterhead letterhead, std::unique_ptr<Wire> wire)
    : settings_(std::move(settings)), letterhead_(std::move(letterhead)), wire_(std::move(wire)) {}
SmtpMailer::~SmtpMailer() = default;

Result<std::unique_ptr<SmtpMailer>> SmtpMailer::make(SmtpSettings settings, tasks::Letterhead letterhead) {
  const auto address = read_server_address(settings.url);
  if (!address) return tl::unexpected(address.error());
  if (address->scheme != "smtp" && address->scheme != "smtps")
    return refuse(Fault::invalid_input, "a mail server's address begins with smtp:// or smtps://", shorten(settings.url, 80));
  if (settings.unencrypted && !address->loopback)
    return refuse(Fault::invalid_input, "letters may go unencrypted to a mail server on this machine only");
  if (!tasks::is_mail_address(letterhead.from))
    return refuse(Fault::invalid_input, "say which address letters come from (--mail-from)", letterhead.from);
  auto wire = std::make_unique<Wire>();
  if (!wire->handle) return refuse(Fault::unavailable, "libcurl cannot be used");
  return std::unique_ptr<SmtpMailer>(new SmtpMailer(std::move(settings), std::move(letterhead), std::move(wire)));
}

Handover SmtpMailer::send(const tasks::PostedLetter& letter) {
  const auto message = write_message(letter, letterhead_);
  if (!message) return {Outcome::refused, message.error().line(), false};
  auto* curl = wire_->handle.get();
  Conversation said{*message, {}, {}, false};
  const auto from = "<" + letterhead_.from + ">";
  const auto recipients = with_line({}, "<" + letter.letter.to + ">");
  // The path is the name that EHLO gives: the sender's domain.
  const auto url = settings_.url + "/" + letterhead_.from.substr(letterhead_.from.rfind('@') + 1);
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(settings_.unencrypted ? CURLUSESSL_TRY : CURLUSESSL_ALL));
  if (!settings_.user.empty()) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, settings_.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, settings_.password.c_str());
  }
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
  curl_easy_setopt(curl, CURLOPT_READDATA, &said);
  curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, listen_to);
  curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &said);
  const auto result = curl_easy_perform(curl);
  // What the handle points to ends with this call.
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, nullptr);
  curl_easy_setopt(curl, CURLOPT_DEBUGDATA, nullptr);
  curl_easy_setopt(curl, CURLOPT_VERBOSE, 0L);
  return judge(result, said);
}

}  // namespace makegood::mail
