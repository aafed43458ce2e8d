#include "web/wire.h"

#include <fmt/format.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "web/accept.h"
#include "web/gzip.h"
#include "web/token.h"

namespace makegood::web {
namespace {

constexpr std::size_t kWorthCompressing = 1024;

struct StandingHeader {
  std::string_view name;
  std::string_view value;
};

// Sent with every response; a handler may give its own value for any of them.
// Referrer-Policy is not "no-referrer": browsers would then send "Origin: null" with our own
// forms, and the check of Origin could not tell them from another site's.
constexpr std::array kStanding = {
    StandingHeader{"Content-Security-Policy",
                   "default-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"},
    StandingHeader{"X-Content-Type-Options", "nosniff"},
    StandingHeader{"Referrer-Policy", "same-origin"},
    StandingHeader{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
    StandingHeader{"Cross-Origin-Opener-Policy", "same-origin"},
    StandingHeader{"Cross-Origin-Resource-Policy", "same-origin"},
};

bool is_text(std::string_view content_type) {
  const auto type = content_type.substr(0, content_type.find(';'));
  return type.starts_with("text/") || type == "application/json" || type == "application/javascript" ||
         type == "image/svg+xml" || type == "application/atom+xml" || type == "application/xml";
}

bool wants_gzip(const Request& request, const Response& response) {
  if (response.bytes().size() <= kWorthCompressing || response.headers.has("Content-Encoding")) return false;
  if (!is_text(response.headers.value("Content-Type"))) return false;
  if (response.asset) return !response.asset->gzip.empty() && accepts_gzip(request.headers.value("Accept-Encoding"));
  if (request.headers.has("Cookie") || response.headers.has("Set-Cookie")) return false;
  return accepts_gzip(request.headers.value("Accept-Encoding"));
}

// "abc" -> "abc-gz": other bytes need another tag.
std::string gzip_tag(std::string tag) {
  tag.insert(tag.size() - 1, "-gz");
  return tag;
}

bool has_no_body(int status) { return status == 304 || status == 204 || status < 200; }

class Finisher {
 public:
  Finisher(const Request* request, Response response) : request_(request), response_(std::move(response)) {}

  WireResponse finish(bool keep_alive, std::chrono::system_clock::time_point now) {
    compressed_ = request_ != nullptr && wants_gzip(*request_, response_);
    if (is_text(response_.headers.value("Content-Type"))) vary_on_encoding();
    tag();
    if (response_.status == 200 && request_ != nullptr && is_known()) response_.status = 304;
    take_payload();
    wire_.status = response_.status;
    wire_.keep_alive = keep_alive;
    write_head(now);
    if (request_ != nullptr && request_->method == Method::head) drop_payload();
    return std::move(wire_);
  }

 private:
  void vary_on_encoding() {
    std::string vary(response_.headers.value("Vary"));
    response_.headers.set("Vary", vary.empty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
  }

  [[nodiscard]] bool is_reading() const { return request_ != nullptr && !request_->is_writing(); }

  void tag() {
    if (!is_reading() || response_.status != 200 || response_.headers.has("ETag")) return;
    if (response_.headers.value("Cache-Control").find("no-store") != std::string_view::npos) return;
    auto etag = response_.asset ? response_.asset->etag : etag_of(response_.body);
    response_.headers.set("ETag", compressed_ ? gzip_tag(std::move(etag)) : std::move(etag));
  }

  [[nodiscard]] bool is_known() const {
    const auto etag = response_.headers.get("ETag");
    const auto known = request_->headers.get("If-None-Match");
    return is_reading() && etag && known && etag_listed(*known, *etag);
  }

  void take_payload() {
    if (has_no_body(response_.status)) return;
    if (response_.asset) {
      wire_.asset = response_.asset;
      wire_.asset_payload = compressed_ ? wire_.asset->gzip : wire_.asset->bytes;
    } else {
      wire_.body = compressed_ ? gzip(response_.body, kQuickGzip) : std::move(response_.body);
    }
    if (compressed_) response_.headers.set("Content-Encoding", "gzip");
  }

  void drop_payload() {
    wire_.body.clear();
    wire_.asset.reset();
  }

  void line(std::string_view name, std::string_view value) {
    if (!is_token(name) || !is_field_value(value)) throw std::invalid_argument("a response header is malformed");
    wire_.head.append(name).append(": ").append(value).append("\r\n");
  }

  void write_head(std::chrono::system_clock::time_point now) {
    wire_.head = fmt::format("HTTP/1.1 {} {}\r\n", response_.status, reason_phrase(response_.status));
    line("Date", http_date(now));
    for (const auto& header : response_.headers) line(header.name, header.value);
    for (const auto& standing : kStanding)
      if (!response_.headers.has(standing.name)) line(standing.name, standing.value);
    if (!response_.headers.has("Cache-Control")) line("Cache-Control", "no-cache");
    if (!has_no_body(response_.status)) line("Content-Length", std::to_string(wire_.payload().size()));
    line("Connection", wire_.keep_alive ? "keep-alive" : "close");
    wire_.head += "\r\n";
  }

  const Request* request_;
  Response response_;
  WireResponse wire_;
  bool compressed_ = false;
};

}  // namespace

WireResponse to_wire(const Request* request, Response response, bool keep_alive,
                     std::chrono::system_clock::time_point now) {
  return Finisher(request, std::move(response)).finish(keep_alive, now);
}

std::string http_date(std::chrono::system_clock::time_point when) {
  static constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(when);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(when - day));
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays[std::chrono::weekday(day).c_encoding()],
                     static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace makegood::web
