// What a section of a number format makes of a value: figures, dates and times.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "base/base.h"
#include "formats/xlsx_format.h"

namespace makegood::formats {
namespace {

using Part = NumberFormat::Part;
using Section = NumberFormat::Section;
using Token = NumberFormat::Token;

constexpr double kLastDay = 2'958'465;  // 31 December 9999 counted from 1900
constexpr std::array kMonths = {"January", "February", "March", "April", "May", "June", "July", "August",
                                "September", "October", "November", "December"};
constexpr std::array kWeekdays = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

// Figures of a value rounded as people round: 0.285 to two places is 0.29, although its nearest
// binary fraction lies below. Excel counts in 15 decimal figures.
std::string rounded(double value, int decimals) { return fmt::format("{:.{}f}", value * (1 + 1e-15), decimals); }

struct Pattern {
  int decimals = 0, percents = 0;
  bool digits = false, exponent = false, fraction = false;
};

Pattern pattern_of(const Section& section) {
  Pattern out;
  bool after_point = false;
  for (const auto& token : section.tokens) {
    if (token.part == Part::point) after_point = true;
    if (token.part == Part::exponent) out.exponent = true;
    if (token.part == Part::slash) out.fraction = true;
    if (token.part == Part::percent) ++out.percents;
    if (token.part != Part::digit || out.exponent) continue;
    out.digits = true;
    if (after_point) ++out.decimals;
  }
  out.decimals = std::min(out.decimals, 15);
  return out;
}

// The whole part, from its last digit to its first, into the places that the format has; what is
// left over stands before the first place.
std::string whole_part(const std::vector<Token>& tokens, std::size_t end, std::string digits, bool thousands) {
  if (digits == "0") digits.clear();
  std::size_t first = end;
  for (std::size_t n = end; n-- > 0;)
    if (tokens[n].part == Part::digit) first = n;
  std::vector<std::string> out;  // back to front
  int placed = 0;
  const auto put = [&](char digit) {
    if (thousands && placed > 0 && placed % 3 == 0) out.emplace_back(",");
    out.emplace_back(1, digit);
    ++placed;
  };
  const auto take = [&]() {
    const char digit = digits.back();
    digits.pop_back();
    return digit;
  };
  for (std::size_t n = end; n-- > 0;) {
    const auto& token = tokens[n];
    if (token.part == Part::literal) out.push_back(token.text);
    if (token.part == Part::percent) out.emplace_back("%");
    if (token.part != Part::digit) continue;
    if (!digits.empty()) put(take());
    else if (token.text == "0") put('0');
    if (n == first)
      while (!digits.empty()) put(take());
  }
  std::string text;
  for (auto piece = out.rbegin(); piece != out.rend(); ++piece) text += *piece;
  return text;
}

// "#" and "?" at the end show no zeros.
std::string decimal_part(const std::vector<Token>& tokens, std::size_t point, std::string digits) {
  std::vector<const Token*> places;
  for (std::size_t n = point; n < tokens.size(); ++n)
    if (tokens[n].part == Part::digit) places.push_back(&tokens[n]);
  places.resize(std::min(places.size(), digits.size()));
  while (!digits.empty() && digits.back() == '0' && places[digits.size() - 1]->text != "0") digits.pop_back();
  std::string text = digits.empty() ? "" : ".";
  std::size_t used = 0;
  for (std::size_t n = point + 1; n < tokens.size(); ++n) {
    if (tokens[n].part == Part::digit && used < digits.size()) text += digits[used++];
    if (tokens[n].part == Part::literal) text += tokens[n].text;
    if (tokens[n].part == Part::percent) text += '%';
  }
  return text;
}

std::string words_around(const Section& section, std::string_view number) {
  std::string out;
  bool shown = false;
  for (const auto& token : section.tokens) {
    if (token.part == Part::literal) out += token.text;
    const bool place = token.part == Part::general || token.part == Part::text || token.part == Part::digit;
    if (place && !std::exchange(shown, true)) out += number;
    if (token.part == Part::percent) out += '%';
  }
  return out;
}

struct Clock {
  Day day;
  bool false_leap_day = false;
  std::int64_t hours = 0, minutes = 0, seconds = 0, thousandths = 0;  // of the day
  std::int64_t all_seconds = 0;                                      // since the first day
};

bool shows(const Section& section, Part part) {
  return std::any_of(section.tokens.begin(), section.tokens.end(), [&](const Token& token) { return token.part == part; });
}

Clock clock_of(double value, const Section& section, DateSystem system) {
  const double steps = shows(section, Part::fraction) ? 86'400'000.0 : 86'400.0;  // nothing finer is shown
  const auto all = static_cast<std::int64_t>(std::floor(value * steps + 0.5));
  const auto thousandths = shows(section, Part::fraction) ? all : all * 1000;
  const auto days = static_cast<int>(thousandths / 86'400'000);
  const auto within = thousandths % 86'400'000;
  Clock clock{Day(), false, within / 3'600'000, within / 60'000 % 60, within / 1000 % 60, within % 1000, thousandths / 1000};
  if (system == DateSystem::from_1904) {
    clock.day = Day::first_of_month(1904, 1).plus_days(days);
  } else {
    clock.false_leap_day = days == 60;
    clock.day = Day::first_of_month(1900, 1).plus_days(days < 60 ? days - 1 : days - 2);
  }
  return clock;
}

std::string padded(std::int64_t value, int width) { return fmt::format("{:0{}}", value, std::clamp(width, 1, 9)); }

std::string shown_day(const Clock& clock, int count) {
  if (count <= 2) return padded(clock.false_leap_day ? 29 : clock.day.day(), count);
  const auto days = clock.day.days().time_since_epoch().count();  // 1 January 1970 was a Thursday
  const std::string_view name = kWeekdays[static_cast<std::size_t>(((days + 4) % 7 + 7) % 7)];
  return std::string(count == 3 ? name.substr(0, 3) : name);
}

std::string shown_month(int month, int count) {
  if (count <= 2) return padded(month, count);
  const std::string_view name = kMonths[static_cast<std::size_t>(month - 1)];
  return std::string(name.substr(0, count == 3 ? 3 : count == 5 ? 1 : name.size()));
}

std::string shown_part(const Token& token, const Clock& clock, bool halves) {
  switch (token.part) {
    case Part::literal: return token.text;
    case Part::year: return token.count <= 2 ? padded(clock.day.year() % 100, 2) : padded(clock.day.year(), 4);
    case Part::month: return shown_month(clock.false_leap_day ? 2 : clock.day.month(), token.count);
    case Part::day: return shown_day(clock, token.count);
    case Part::hour: return padded(halves ? (clock.hours + 11) % 12 + 1 : clock.hours, std::min(token.count, 2));
    case Part::minute: return padded(clock.minutes, token.count);
    case Part::second: return padded(clock.seconds, std::min(token.count, 2));
    case Part::fraction: return "." + padded(clock.thousandths, 3).substr(0, static_cast<std::size_t>(token.count));
    case Part::half_day: return clock.hours < 12 ? "AM" : "PM";
    case Part::hours_in_all: return padded(clock.all_seconds / 3600, token.count);
    case Part::minutes_in_all: return padded(clock.all_seconds / 60, token.count);
    case Part::seconds_in_all: return padded(clock.all_seconds, token.count);
    default: return {};
  }
}

}  // namespace

std::string general_number(double value) {
  if (!std::isfinite(value)) return {};
  if (std::fabs(value) < 1e15 && value == std::floor(value)) return fmt::format("{:.0f}", value + 0.0);
  return replace_all(fmt::format("{:.10g}", value), "e", "E");
}

std::string shown_number(double value, const Section& section) {
  const auto pattern = pattern_of(section);
  for (int n = 0; n < pattern.percents; ++n) value *= 100;
  for (int n = 0; n < section.scale; ++n) value /= 1000;
  if (!std::isfinite(value)) return {};
  if (pattern.exponent) return words_around(section, fmt::format("{:.{}E}", value, pattern.decimals));
  if (pattern.fraction) return general_number(value);
  if (!pattern.digits) return words_around(section, general_number(value));
  const auto figures = rounded(value, pattern.decimals);
  const auto& tokens = section.tokens;
  const auto point = static_cast<std::size_t>(
      std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.part == Part::point; }) - tokens.begin());
  const auto dot = std::min(figures.find('.'), figures.size());
  auto text = whole_part(tokens, point, figures.substr(0, dot), section.thousands);
  if (point < tokens.size()) text += decimal_part(tokens, point, dot < figures.size() ? figures.substr(dot + 1) : "");
  return text;
}

std::string shown_date(double value, const Section& section, DateSystem system) {
  const double last = system == DateSystem::from_1904 ? kLastDay - 1462 : kLastDay;
  if (!(value >= 0) || value >= last + 1) return {};
  const auto clock = clock_of(value, section, system);
  const bool halves = shows(section, Part::half_day);
  std::string out;
  for (const auto& token : section.tokens) out += shown_part(token, clock, halves);
  return out;
}

}  // namespace makegood::formats
