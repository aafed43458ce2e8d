// The calendar file, against bytes worked out by hand from RFC 5545.
#include "cycle/ics.h"

#include <doctest/doctest.h>

#include <array>

using namespace makegood;

namespace ics_test {

/// What a reader makes of a folded line: RFC 5545, section 3.1.
std::string unfolded(std::string text) {
  text = replace_all(std::move(text), "\r\n ", "");
  REQUIRE(text.ends_with("\r\n"));
  return text.substr(0, text.size() - 2);
}

/// What a reader makes of an escaped text: section 3.3.11.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') out += text[i];
    else if (const char next = text[++i]; next == 'n') out += '\n';
    else out += next;
  }
  return out;
}

TEST_CASE("a calendar has these bytes") {
  const Calendar calendar{"Fair Work, 2023", "en",
                          {{"k3v9x2m7qa-due", Day::parse("2023-12-31").value(), "Due: 1.5; publish the pay gap",
                            "Owner: Head of People\nAs written: \"Q3 2023/24\"", "https://plans.example.org/plans/a/items/k3v9x2m7qa"}}};
  CHECK(write_calendar(calendar, "2023-06-14T09:30:00Z") ==
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//Makegood//Makegood//EN\r\n"
        "CALSCALE:GREGORIAN\r\n"
        "METHOD:PUBLISH\r\n"
        "NAME:Fair Work\\, 2023\r\n"
        "X-WR-CALNAME:Fair Work\\, 2023\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:k3v9x2m7qa-due@makegood\r\n"
        "DTSTAMP:20230614T093000Z\r\n"
        "DTSTART;VALUE=DATE:20231231\r\n"
        "SUMMARY;LANGUAGE=en:Due: 1.5\\; publish the pay gap\r\n"
        "DESCRIPTION;LANGUAGE=en:Owner: Head of People\\nAs written: \"Q3 2023/24\"\r\n"
        "URL:https://plans.example.org/plans/a/items/k3v9x2m7qa\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n");
}

TEST_CASE("lines are folded at 75 octets, between characters") {
  struct Row {
    std::string what, line, folded;
  };
  const auto a = [](std::size_t n) { return std::string(n, 'a'); };
  const Row rows[] = {
      {"nothing", "", "\r\n"},
      {"exactly 75", a(75), a(75) + "\r\n"},
      {"76", a(76), a(75) + "\r\n a\r\n"},
      {"a second fold counts its space", a(75 + 74 + 1), a(75) + "\r\n " + a(74) + "\r\n a\r\n"},
      {"a letter of two octets is not cut", a(74) + "ŵb", a(74) + "\r\n ŵb\r\n"},
      {"a sign of four octets is not cut", a(72) + "\U0001F600b", a(72) + "\r\n \U0001F600b\r\n"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(fold_calendar_line(row.line) == row.folded);
  }
}

TEST_CASE("text is escaped") {
  struct Row {
    std::string what, text, escaped;
  };
  const Row rows[] = {
      {"commas and semicolons", "a, b; c", "a\\, b\\; c"},
      {"a backslash", "C:\\new", "C:\\\\new"},
      {"a colon stays", "10:30", "10:30"},
      {"line breaks of every kind", "a\nb\r\nc\rd", "a\\nb\\nc\\nd"},
      {"control characters go", std::string("a\0b\x1b\x7f", 5), "ab"},
      {"a line that would be a property of its own", "x\r\nATTENDEE:mailto:a@b.example", "x\\nATTENDEE:mailto:a@b.example"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(escape_calendar_text(row.text) == row.escaped);
  }
}

TEST_CASE("whatever text goes in comes out, and no line is too long") {
  constexpr std::array<std::string_view, 10> kPieces = {"a", ",", ";", "\\", "\n", "ŵ", "€", "\U0001F600", " ", "n"};
  std::uint64_t state = 7;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int length = round % 200; length > 0; --length) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      text += kPieces[(state >> 33U) % kPieces.size()];
    }
    const auto folded = fold_calendar_line(escape_calendar_text(text));
    CHECK(unescaped(unfolded(folded)) == text);
    std::size_t octets = 0;
    for (std::size_t at = 0, end = 0; at < folded.size(); at = end + 2) {
      end = folded.find("\r\n", at);
      octets = std::max(octets, end - at);
      CHECK(is_valid_utf8(folded.substr(at, end - at)));
    }
    CHECK(octets <= 75);
  }
}

TEST_CASE("an address cannot end its line") {
  const Calendar calendar{"", "", {{"a", Day(), "s", "", "https://x.example/\r\nATTENDEE:b"}}};
  CHECK(write_calendar(calendar, "2023-06-14T09:30:00Z").find("URL:https://x.example/ATTENDEE:b\r\n") != std::string::npos);
}

}  // namespace ics_test
