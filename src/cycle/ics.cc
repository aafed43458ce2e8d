#include "cycle/ics.h"

#include <algorithm>

namespace makegood {
namespace {

constexpr std::size_t kMostOctets = 75;

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// How many octets of `text`, at most `limit`, end between characters.
std::size_t whole_characters(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text.size();
  std::size_t end = limit;
  while (end > 0 && continues_character(text[end])) --end;
  return end;
}

std::string without(std::string_view text, std::string_view dropped) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [&](char c) { return dropped.find(c) == std::string_view::npos; });
  return kept;
}

/// "2023-06-14T09:30:00Z" -> "20230614T093000Z"
std::string stamp_of(std::string_view utc) { return without(utc, "-:"); }
std::string date_of(Day day) { return without(day.iso(), "-"); }

class Lines {
 public:
  void line(std::string_view text) { out_ += fold_calendar_line(text); }
  void text(std::string_view property, std::string_view value) {
    if (!value.empty()) line(std::string(property) + ":" + escape_calendar_text(value));
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// An address is no text: nothing in it is escaped, and nothing that could end its line goes in.
std::string safe_address(std::string_view url) {
  std::string kept;
  std::copy_if(url.begin(), url.end(), std::back_inserter(kept), [](char c) { return static_cast<unsigned char>(c) > 0x20U && c != 0x7F; });
  return kept;
}

void write_event(Lines& out, const CalendarEvent& event, std::string_view stamp, std::string_view language) {
  const auto spoken = language.empty() ? std::string() : ";LANGUAGE=" + std::string(language);
  out.line("BEGIN:VEVENT");
  out.line("UID:" + escape_calendar_text(event.uid) + "@makegood");
  out.line("DTSTAMP:" + stamp_of(stamp));
  out.line("DTSTART;VALUE=DATE:" + date_of(event.day));
  out.text("SUMMARY" + spoken, event.summary);
  out.text("DESCRIPTION" + spoken, event.description);
  if (!event.url.empty()) out.line("URL:" + safe_address(event.url));
  out.line("TRANSP:TRANSPARENT");
  out.line("END:VEVENT");
}

}  // namespace

std::string escape_calendar_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool broken_line = c == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (broken_line) continue;
    if (c == '\n' || c == '\r') out += "\\n";
    else if (c == '\\' || c == ',' || c == ';') (out += '\\') += c;
    else if (c == '\t' || (static_cast<unsigned char>(c) >= 0x20U && c != 0x7F)) out += c;
  }
  return out;
}

std::string fold_calendar_line(std::string_view line) {
  std::string out;
  // The space that begins a continued line counts.
  for (auto room = kMostOctets; !line.empty(); room = kMostOctets - 1) {
    const auto octets = std::max<std::size_t>(whole_characters(line, room), 1);
    if (!out.empty()) out += "\r\n ";
    out += line.substr(0, octets);
    line.remove_prefix(octets);
  }
  return out + "\r\n";
}

std::string write_calendar(const Calendar& calendar, std::string_view stamp) {
  Lines out;
  out.line("BEGIN:VCALENDAR");
  out.line("VERSION:2.0");
  out.line("PRODID:-//Makegood//Makegood//EN");
  out.line("CALSCALE:GREGORIAN");
  out.line("METHOD:PUBLISH");
  out.text("NAME", valid_utf8(calendar.name));
  out.text("X-WR-CALNAME", valid_utf8(calendar.name));
  for (const auto& event : calendar.events) write_event(out, event, stamp, calendar.language);
  out.line("END:VCALENDAR");
  return out.take();
}

}  // namespace makegood
