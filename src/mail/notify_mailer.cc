#include "mail/notify_mailer.h"

#include <array>

#include <nlohmann/json.hpp>
#include <sodium.h>

#include "mail/address.h"
#include "mail/curl.h"

namespace makegood::mail {
namespace {

using Json = nlohmann::ordered_json;
using tasks::Handover;
using tasks::Outcome;

constexpr std::size_t kUuid = 36, kMostAnswer = 64U << 10U;

bool is_uuid(std::string_view text) {
  if (text.size() != kUuid) return false;
  for (std::size_t i = 0; i < kUuid; ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash != (text[i] == '-')) return false;
    if (!dash && std::string_view("0123456789abcdefABCDEF").find(text[i]) == std::string_view::npos) return false;
  }
  return true;
}

std::string base64url(std::string_view bytes) {
  std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  out.pop_back();
  return out;
}

std::string hmac_sha256(std::string_view key, std::string_view text) {
  crypto_auth_hmacsha256_state state;
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
  crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key.data()), key.size());
  crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  crypto_auth_hmacsha256_final(&state, mac.data());
  return {reinterpret_cast<const char*>(mac.data()), mac.size()};
}

std::size_t keep(char* data, std::size_t size, std::size_t count, void* with) {
  auto& answer = *static_cast<std::string*>(with);
  if (answer.size() + size * count > kMostAnswer) return 0;  // ends the transfer
  answer.append(data, size * count);
  return size * count;
}

// {"errors": [{"error": "ValidationError", "message": "..."}]}
std::string reason_in(const std::string& answer) {
  const auto json = Json::parse(answer, nullptr, false);
  if (!json.is_object() || !json.contains("errors") || !json["errors"].is_array() || json["errors"].empty()) return {};
  const auto& first = json["errors"][0];
  if (!first.is_object() || !first.contains("message") || !first["message"].is_string()) return {};
  return shorten(squeeze(valid_utf8(first["message"].get<std::string>())), 200);
}

/// `asked`: bytes of the request that went out; a service that could not be reached has taken nothing.
Handover judge(CURLcode result, long status, long asked, const std::string& answer) {
  if (status == 201) return {};  // taken, whatever became of the rest of the answer
  if (result != CURLE_OK)
    return {Outcome::unreachable, std::string("the mail service cannot be used: ") + curl_easy_strerror(result), asked > 0 && status == 0};
  const auto why = "the mail service said: " + std::to_string(status) + " " + reason_in(answer);
  return {status == 400 ? Outcome::refused : Outcome::unreachable, std::string(trim(why)), false};
}

}  // namespace

Result<std::string> notify_token(std::string_view key, std::int64_t at) {
  const bool long_enough = key.size() >= 2 * kUuid + 1;
  const auto secret = long_enough ? key.substr(key.size() - kUuid) : std::string_view{};
  const auto service = long_enough ? key.substr(key.size() - 2 * kUuid - 1, kUuid) : std::string_view{};
  if (!is_uuid(secret) || !is_uuid(service))
    return refuse(Fault::invalid_input, "the mail service's key is not whole: it ends with two identifiers of 36 characters");
  const auto head = base64url(R"({"typ":"JWT","alg":"HS256"})");
  const auto claims = base64url(Json{{"iss", std::string(service)}, {"iat", at}}.dump());
  const auto signed_part = head + "." + claims;
  return signed_part + "." + base64url(hmac_sha256(secret, signed_part));
}

std::string notify_body(const tasks::PostedLetter& posted, const NotifySettings& settings) {
  const auto& letter = posted.letter;
  const bool welsh = letter.language == Language::cy && !settings.template_cy.empty();
  Json json{{"email_address", letter.to},
            {"template_id", welsh ? settings.template_cy : settings.template_en},
            {"personalisation", {{"subject", letter.subject}, {"body", letter.text}}},
            {"reference", posted.message_id}};
  if (letter.unsubscribe.starts_with("https://")) json["one_click_unsubscribe_url"] = letter.unsubscribe;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

struct NotifyMailer::Wire {
  CurlHandle handle = make_curl();
};

NotifyMailer::NotifyMailer(NotifySettings settings, const tasks::Clock& clock, std::unique_ptr<Wire> wire)
    : settings_(std::move(settings)), clock_(clock), wire_(std::move(wire)) {}
NotifyMailer::~NotifyMailer() = default;

Result<std::unique_ptr<NotifyMailer>> NotifyMailer::make(NotifySettings settings, const tasks::Clock& clock) {
  const auto address = read_server_address(settings.url);
  if (!address) return tl::unexpected(address.error());
  if (address->scheme != "https" && !(address->scheme == "http" && address->loopback))
    return refuse(Fault::invalid_input, "a mail service's address begins with https://", shorten(settings.url, 80));
  if (auto token = notify_token(settings.key, 0); !token) return tl::unexpected(token.error());
  if (settings.template_en.empty()) return refuse(Fault::invalid_input, "the mail service needs the id of a template");
  auto wire = std::make_unique<Wire>();
  if (!wire->handle) return refuse(Fault::unavailable, "libcurl cannot be used");
  return std::unique_ptr<NotifyMailer>(new NotifyMailer(std::move(settings), clock, std::move(wire)));
}

Handover NotifyMailer::send(const tasks::PostedLetter& letter) {
  if (auto fine = tasks::check_letter(letter.letter); !fine) return {Outcome::refused, fine.error().line(), false};
  const auto token = notify_token(settings_.key, clock_.now().seconds);
  if (!token) return {Outcome::unreachable, token.error().line(), false};
  auto* curl = wire_->handle.get();
  const auto body = notify_body(letter, settings_);
  const auto lines = with_line(with_line({}, "Content-Type: application/json"), "Authorization: Bearer " + *token);
  std::string answer;
  curl_easy_setopt(curl, CURLOPT_URL, (settings_.url + "/v2/notifications/email").c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, settings_.url.starts_with("https") ? "https" : "http");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines.get());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
  const auto result = curl_easy_perform(curl);
  long status = 0, asked = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl, CURLINFO_REQUEST_SIZE, &asked);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, nullptr);
  return judge(result, status, asked, answer);
}

}  // namespace makegood::mail
