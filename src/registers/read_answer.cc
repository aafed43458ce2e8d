#include "registers/read_answer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace makegood::registers {
namespace {

bool digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
int number(std::string_view digits) {
  int n = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return n;
}

/// A year that a record can be about; older ones are slips of the pen.
bool sensible(Day day) { return day.year() >= 1900 && day.year() <= 2199; }

/// Day first, as people here write it: "31/3/2026", "31.03.2026", "31-03-2026".
std::optional<Day> day_first(std::string_view text) {
  auto plain = replace_all(replace_all(std::string(text), ".", "/"), "-", "/");
  const auto parts = split(plain, '/');
  if (parts.size() != 3 || !std::all_of(parts.begin(), parts.end(), digits) || parts[0].size() > 2 || parts[1].size() > 2 || parts[2].size() != 4)
    return std::nullopt;
  const auto day = Day::make(number(parts[2]), number(parts[1]), number(parts[0]));
  return day ? std::optional(*day) : std::nullopt;
}

ReadAnswer read_date(std::string_view text) {
  // A date with a time, as systems write it: the day counts.
  const auto iso = text.size() > 10 && (text[10] == 'T' || text[10] == ' ') ? text.substr(0, 10) : text;
  const auto parsed = Day::parse(iso);
  const auto day = parsed ? std::optional(*parsed) : day_first(text);
  if (!day || !sensible(*day)) return {std::string(text), AnswerTrouble::not_a_date};
  return {day->iso(), {}};
}

ReadAnswer read_month(std::string_view text) {
  if (text.size() == 7 && text[4] == '-' && digits(text.substr(0, 4)) && digits(text.substr(5)) && number(text.substr(5)) >= 1 && number(text.substr(5)) <= 12)
    return {std::string(text), {}};
  return {std::string(text), AnswerTrouble::not_a_month};
}

ReadAnswer read_year(std::string_view text) {
  if (text.size() == 4 && digits(text) && number(text) >= 1900 && number(text) <= 2199) return {std::string(text), {}};
  return {std::string(text), AnswerTrouble::not_a_year};
}

ReadAnswer read_number(std::string_view text, bool whole) {
  auto plain = replace_all(replace_all(std::string(text), ",", ""), "£", "");
  plain = std::string(trim(plain));
  double value = 0;
  const auto [end, fault] = std::from_chars(plain.data(), plain.data() + plain.size(), value, std::chars_format::fixed);
  if (fault != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(value)) return {std::string(text), AnswerTrouble::not_a_number};
  if (whole && plain.find('.') != std::string::npos) return {std::string(text), AnswerTrouble::not_whole};
  return {plain, {}};
}

ReadAnswer read_boolean(std::string_view text) {
  constexpr std::array kYes{"true", "yes", "y", "1"}, kNo{"false", "no", "n", "0"};
  const auto small = lower(text);
  if (std::find(kYes.begin(), kYes.end(), small) != kYes.end()) return {"true", {}};
  if (std::find(kNo.begin(), kNo.end(), small) != kNo.end()) return {"false", {}};
  return {std::string(text), AnswerTrouble::not_yes_or_no};
}

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at > 0 && text.find('@', at + 1) == std::string_view::npos && text.find(' ') == std::string_view::npos &&
         text.find('.', at) != std::string_view::npos && text.back() != '.';
}
bool is_link(std::string_view text) { return (text.starts_with("https://") || text.starts_with("http://")) && text.find(' ') == std::string_view::npos && text.size() > 10; }

std::optional<RegisterFault> outside(const RegisterField& field, std::string_view value, bool numeric) {
  const auto less = [&](const std::string& a, const std::string& b) {
    return numeric ? std::strtod(a.c_str(), nullptr) < std::strtod(b.c_str(), nullptr) : a < b;
  };
  const auto& c = field.constraints;
  const std::string text(value);
  if (c.minimum && less(text, *c.minimum)) return RegisterFault{field.name, AnswerTrouble::too_small, *c.minimum};
  if (c.maximum && less(*c.maximum, text)) return RegisterFault{field.name, AnswerTrouble::too_large, *c.maximum};
  return std::nullopt;
}

int length(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

ReadAnswer read_typed(const RegisterField& field, std::string_view text) {
  switch (field.type) {
    case FieldType::string: return {std::string(text), {}};
    case FieldType::integer: return read_number(text, true);
    case FieldType::number: return read_number(text, false);
    case FieldType::boolean: return read_boolean(text);
    case FieldType::date: return read_date(text);
    case FieldType::yearmonth: return read_month(text);
    case FieldType::year: return read_year(text);
  }
  return {std::string(text), {}};
}

std::optional<RegisterFault> check_bounds(const RegisterField& field, std::string_view value) {
  const auto& c = field.constraints;
  const int size = length(value), most = std::min(c.max_length.value_or(kLongestAnswer), kLongestAnswer);
  if (size > most) return RegisterFault{field.name, AnswerTrouble::too_long, std::to_string(most)};
  if (size < c.min_length.value_or(0)) return RegisterFault{field.name, AnswerTrouble::too_short, std::to_string(*c.min_length)};
  if (field.format == TextFormat::email && !is_email(value)) return RegisterFault{field.name, AnswerTrouble::not_an_email, {}};
  if (field.format == TextFormat::uri && !is_link(value)) return RegisterFault{field.name, AnswerTrouble::not_a_link, {}};
  const bool numeric = field.type == FieldType::integer || field.type == FieldType::number || field.type == FieldType::year;
  if (field.type == FieldType::string || field.type == FieldType::boolean) return std::nullopt;
  return outside(field, value, numeric);
}

}  // namespace makegood::registers
