#include "mail/message.h"

#include <array>
#include <chrono>

#include <fmt/format.h>

#include "mail/encoding.h"

namespace makegood::mail {
namespace {

using tasks::Letter;

// "=_" cannot occur in quoted-printable or base64, so no part can hold a boundary.
constexpr std::string_view kAlternatives = "=_makegood_alternatives", kParts = "=_makegood_parts";
constexpr std::string_view kTextHead = "Content-Type: text/plain; charset=utf-8\r\n";
constexpr std::string_view kHtmlHead = "Content-Type: text/html; charset=utf-8\r\n";
constexpr std::string_view kQuoted = "Content-Transfer-Encoding: quoted-printable\r\n";

std::string date_line(std::int64_t seconds) {
  constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const auto days = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{days};
  const std::chrono::hh_mm_ss clock{time - days};
  return fmt::format("Date: {}, {:02} {} {} {:02}:{:02}:{:02} +0000\r\n", kDays.at(std::chrono::weekday{days}.c_encoding()),
                     static_cast<unsigned>(date.day()), kMonths.at(static_cast<unsigned>(date.month()) - 1),
                     static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string opening(std::string_view kind, std::string_view boundary) {
  return fmt::format("Content-Type: {};\r\n boundary=\"{}\"\r\n\r\n", kind, boundary);
}

std::string part(std::string_view boundary, std::string_view inside) { return fmt::format("--{}\r\n{}", boundary, inside); }
std::string closing(std::string_view boundary) { return fmt::format("--{}--\r\n", boundary); }

std::string text_part(const Letter& letter) { return fmt::format("{}{}\r\n{}", kTextHead, kQuoted, quoted_printable(letter.text)); }
std::string html_part(const Letter& letter) { return fmt::format("{}{}\r\n{}", kHtmlHead, kQuoted, quoted_printable(letter.html)); }

std::string calendar_part(const Letter& letter) {
  return "Content-Type: text/calendar; charset=utf-8; method=PUBLISH\r\nContent-Transfer-Encoding: base64\r\n"
         "Content-Disposition: attachment; filename=\"dates.ics\"\r\n\r\n" + base64_lines(letter.calendar);
}

std::string words_part(const Letter& letter) {
  if (letter.html.empty()) return text_part(letter);
  return opening("multipart/alternative", kAlternatives) + part(kAlternatives, text_part(letter)) +
         part(kAlternatives, html_part(letter)) + closing(kAlternatives);
}

std::string body_of(const Letter& letter) {
  if (letter.calendar.empty()) return words_part(letter);
  return opening("multipart/mixed", kParts) + part(kParts, words_part(letter)) + part(kParts, calendar_part(letter)) + closing(kParts);
}

std::string headers(const tasks::PostedLetter& posted, const tasks::Letterhead& head) {
  const auto& letter = posted.letter;
  std::string out = date_line(posted.queued) + mailbox_header("From", head.from_name, head.from) +
                    mailbox_header("To", letter.to_name, letter.to);
  if (!letter.reply_to.empty()) out += mailbox_header("Reply-To", "", letter.reply_to);
  out += text_header("Subject", letter.subject) + text_header("Message-ID", "<" + posted.message_id + ">");
  out += "Auto-Submitted: auto-generated\r\nContent-Language: " + std::string(language_tag(letter.language)) + "\r\n";
  if (!letter.unsubscribe.empty()) out += text_header("List-Unsubscribe", "<" + letter.unsubscribe + ">");
  // RFC 8058 asks for HTTPS.
  if (letter.unsubscribe.starts_with("https://")) out += "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
  return out + "MIME-Version: 1.0\r\n";
}

// What stands between a part's head and the next boundary, or the end.
std::string part_after(std::string_view message, std::string_view head) {
  const auto begin = message.find(std::string(head) + std::string(kQuoted) + "\r\n");
  if (begin == std::string_view::npos) return {};
  const auto words = message.substr(begin + head.size() + kQuoted.size() + 2);
  return from_quoted_printable(words.substr(0, words.find("--=_makegood_")));
}

}  // namespace

Result<std::string> write_message(const tasks::PostedLetter& posted, const tasks::Letterhead& head) {
  if (auto fine = tasks::check_letter(posted.letter); !fine) return tl::unexpected(fine.error());
  const bool one_line = (head.from_name + posted.message_id).find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos;
  if (!tasks::is_mail_address(head.from) || !one_line || !tasks::is_mail_address(posted.message_id))
    return refuse(Fault::invalid_input, "letters need a sender's address");
  return headers(posted, head) + body_of(posted.letter);
}

Result<tasks::SentWords> read_message(std::string_view message) {
  tasks::SentWords read{part_after(message, kTextHead), part_after(message, kHtmlHead)};
  if (read.text.empty()) return refuse(Fault::unreadable, "this file is not one of our letters");
  return read;
}

}  // namespace makegood::mail
