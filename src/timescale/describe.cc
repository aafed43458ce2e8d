// A timescale in plain English, and the words of its recurrence.
#include <array>

#include <fmt/format.h>

#include "timescale/period.h"

namespace makegood {
namespace {

struct RecurrenceWord {
  Recurrence recurrence;
  std::string_view word;   // in files
  std::string_view every;  // in sentences
};

constexpr std::array kRecurrences = {
    RecurrenceWord{Recurrence::weekly, "weekly", "every week"},
    RecurrenceWord{Recurrence::monthly, "monthly", "every month"},
    RecurrenceWord{Recurrence::quarterly, "quarterly", "every quarter"},
    RecurrenceWord{Recurrence::termly, "termly", "every term"},
    RecurrenceWord{Recurrence::six_monthly, "six-monthly", "every six months"},
    RecurrenceWord{Recurrence::annual, "annual", "every year"},
};

std::string_view every(Recurrence recurrence) {
  for (const auto& row : kRecurrences)
    if (row.recurrence == recurrence) return row.every;
  return {};
}

bool is_month_start(Day day) { return day.day() == 1; }

std::string start_in_words(Day day) { return is_month_start(day) ? fmt::format("{} {}", dates::month_name(day.month()), day.year()) : day.in_words(); }

std::string milestones_in_words(const std::vector<Milestone>& milestones) {
  std::string text = "due ";
  for (std::size_t i = 0; i < milestones.size(); ++i) {
    if (i > 0) text += i + 1 == milestones.size() ? " and " : ", ";
    text += milestones[i].day.in_words();
  }
  return text;
}

std::string dates_in_words(const Timescale& t) {
  const bool later_ones = t.milestones.size() > 1;
  if (t.start && t.due && t.ongoing && t.recurs != Recurrence::none && !later_ones) return "first due " + t.due->in_words();
  if (t.start && t.due && *t.start <= *t.due && !later_ones) return dates::period_in_words(*t.start, *t.due);
  std::string text = t.start ? "from " + start_in_words(*t.start) : "";
  if (!t.due) return text;
  if (!text.empty()) text += ", ";
  return text + (later_ones ? milestones_in_words(t.milestones) : "due " + t.due->in_words());
}

void add(std::string& text, std::string_view more) {
  if (!text.empty()) text += ", ";
  text += more;
}

}  // namespace

std::string_view word(Recurrence recurrence) {
  for (const auto& row : kRecurrences)
    if (row.recurrence == recurrence) return row.word;
  return {};
}

Recurrence recurrence_from(std::string_view word) {
  for (const auto& row : kRecurrences)
    if (row.word == word) return row.recurrence;
  return Recurrence::none;
}

std::string describe(const Timescale& t) {
  std::string text;
  if (t.complete) add(text, "complete");
  if (t.start || t.due) add(text, dates_in_words(t));
  const bool first_of_many = t.start && t.due && t.ongoing && t.recurs != Recurrence::none;
  if (t.recurs != Recurrence::none) add(text, first_of_many ? fmt::format("then {}", every(t.recurs)) : std::string(every(t.recurs)));
  if (t.ongoing) add(text, "ongoing");
  if (t.ongoing && !t.due) add(text, "no end date");
  if (text.empty()) return t.condition.empty() ? "no date" : fmt::format("no date: '{}'", t.condition);
  return t.condition.empty() ? text : fmt::format("{} ({})", text, t.condition);
}

}  // namespace makegood
