#pragma once
// A calendar file as calendars read it. Source: RFC 5545, and NAME of RFC 7986.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood {

/// Something that falls on a day.
struct CalendarEvent {
  std::string uid;      ///< the same for the same thing whenever the file is written: "k3v9x2m7qa-due"
  Day day;
  std::string summary, description;
  std::string url;      ///< whole, with its scheme; empty = none
};

struct Calendar {
  std::string name;
  std::string language;  ///< "en", "cy"
  std::vector<CalendarEvent> events;
};

/// All of it, lines ending in CR LF and folded at 75 octets between characters. Events last all day and leave
/// the person free. `stamp` is a UTC moment as the ledger has it, "2023-06-14T09:30:00Z": when it was written.
/// Edge: control characters are dropped, line breaks become "\n".
[[nodiscard]] std::string write_calendar(const Calendar& calendar, std::string_view stamp);

/// Text as the value of a property: backslash, comma and semicolon escaped, line breaks written as "\n".
[[nodiscard]] std::string escape_calendar_text(std::string_view text);
/// One content line, folded, with its line break: every line has at most 75 octets before CR LF.
[[nodiscard]] std::string fold_calendar_line(std::string_view line);

}  // namespace makegood
