#include "words/speech.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace makegood {
namespace {

std::string utf8_of(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU has no data for a language: ") + u_errorName(status));
}

template <std::size_t N>
void copy_names(std::array<std::string, N>& into, const icu::UnicodeString* names, int count, int from) {
  if (count < static_cast<int>(N) + from) throw std::runtime_error("ICU names too few months or days");
  for (std::size_t i = 0; i < N; ++i) into[i] = utf8_of(names[static_cast<int>(i) + from]);
}

}  // namespace

struct Speech::Plurals {
  std::unique_ptr<icu::PluralRules> rules;
};

Speech::Speech(Language language) : plurals_(std::make_unique<Plurals>()) {
  const icu::Locale locale = language == Language::cy ? icu::Locale("cy", "GB") : icu::Locale("en", "GB");
  UErrorCode status = U_ZERO_ERROR;
  plurals_->rules.reset(icu::PluralRules::forLocale(locale, status));
  check(status);
  const icu::DateFormatSymbols symbols(locale, status);
  check(status);
  int count = 0;
  const auto* wide = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
  copy_names(months_, wide, count, 0);
  const auto* brief = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::ABBREVIATED);
  copy_names(short_months_, brief, count, 0);
  const auto* days = symbols.getWeekdays(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
  copy_names(weekdays_, days, count, 1);  // ICU counts Sunday as 1
  if (language == Language::pseudo) {
    for (auto& name : months_) name = accented(name);
    for (auto& name : short_months_) name = accented(name);
    for (auto& name : weekdays_) name = accented(name);
    grammar_.say = accented;
  }
  grammar_.plural = [rules = plurals_->rules.get()](double n) { return utf8_of(rules->select(n)); };
  grammar_.whole = grouped;
  grammar_.fraction = [](double n) {
    std::array<char, 400> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), n, std::chars_format::fixed).ptr;
    return std::isfinite(n) ? std::string(digits.begin(), end) : std::string();
  };
  grammar_.date = [this](Day day) {
    return std::to_string(day.day()) + " " + month(day.month()) + " " + std::to_string(day.year());
  };
}

Speech::~Speech() = default;

std::string grouped(std::int64_t n) {
  std::string digits = std::to_string(n);
  const std::size_t first = n < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string fixed(double n, int places) {
  if (!std::isfinite(n)) return {};
  const auto wanted = static_cast<std::size_t>(std::clamp(places, 0, 9));
  std::array<char, 400> buffer{};
  const auto end = std::to_chars(buffer.begin(), buffer.end(), std::fabs(n), std::chars_format::fixed).ptr;
  std::string digits(buffer.begin(), end);
  auto point = digits.find('.');
  if (point == std::string::npos) point = digits.size(), digits += '.';
  digits.resize(std::max(digits.size(), point + wanted + 2), '0');
  const bool up = digits[point + wanted + 1] >= '5';
  digits.resize(point + wanted + 1);
  digits.erase(point, 1);  // whole number of units of the last place
  for (std::size_t i = digits.size(); up && i-- > 0;) {
    if (digits[i] != '9') {
      ++digits[i];
      break;
    }
    digits[i] = '0';
    if (i == 0) digits.insert(0, 1, '1'), ++point;
  }
  const bool zero = digits.find_first_not_of('0') == std::string::npos;
  std::string whole = digits.substr(0, point);
  for (std::size_t at = whole.size(); at > 3;) whole.insert(at -= 3, 1, ',');
  return (n < 0 && !zero ? "-" : "") + whole + (wanted > 0 ? "." + digits.substr(point) : "");
}

std::string accented(std::string_view text) {
  static constexpr std::array<std::string_view, 26> kLower = {"á", "ƀ", "ç", "ð", "é", "ƒ", "ğ", "ĥ", "í",
                                                              "ĵ", "ķ", "ļ", "ɱ", "ñ", "ó", "þ", "ɋ", "ř",
                                                              "š", "ţ", "ú", "ṽ", "ŵ", "ẋ", "ý", "ž"};
  static constexpr std::array<std::string_view, 26> kUpper = {"Á", "Ɓ", "Ç", "Ð", "É", "Ƒ", "Ğ", "Ĥ", "Í",
                                                              "Ĵ", "Ķ", "Ļ", "Ɱ", "Ñ", "Ó", "Þ", "Ɋ", "Ř",
                                                              "Š", "Ţ", "Ú", "Ṽ", "Ŵ", "Ẋ", "Ý", "Ž"};
  std::string out;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') out += kLower[static_cast<std::size_t>(c - 'a')];
    else if (c >= 'A' && c <= 'Z') out += kUpper[static_cast<std::size_t>(c - 'A')];
    else out += c;
  }
  return out;
}

}  // namespace makegood
