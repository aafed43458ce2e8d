#include "timescale/words.h"

#include <algorithm>
#include <array>

namespace makegood::dates {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                      "july",    "august",   "september", "october", "november", "december"};
// Plans of Welsh bodies give dates in both languages.
constexpr std::array<std::string_view, 12> kWelshMonths = {"ionawr",     "chwefror", "mawrth", "ebrill", "mai",      "mehefin",
                                                           "gorffennaf", "awst",     "medi",   "hydref", "tachwedd", "rhagfyr"};
constexpr std::array<std::string_view, 12> kMonthNames = {"January", "February", "March",     "April",   "May",      "June",
                                                          "July",    "August",   "September", "October", "November", "December"};

template <class Table>
std::optional<int> place_in(const Table& table, std::string_view word) {
  const auto found = std::find(table.begin(), table.end(), word);
  if (found == table.end()) return std::nullopt;
  return static_cast<int>(found - table.begin()) + 1;
}

// One letter missing, too many, wrong, or two neighbours swapped.
bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  const auto differ = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  const auto rest_a = a.substr(differ), rest_b = b.substr(differ);
  if (a.size() < b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a.substr(2) == rest_b.substr(2);
}

struct Label {
  std::string_view phrase;
  Basis basis;
};

constexpr std::array kLabels = {
    Label{"financial year", Basis::financial}, Label{"fiscal year", Basis::financial},   Label{"fin year", Basis::financial},
    Label{"tax year", Basis::financial},       Label{"fy", Basis::financial},            Label{"academic year", Basis::academic},
    Label{"school year", Basis::academic},     Label{"ay", Basis::academic},             Label{"municipal year", Basis::municipal},
    Label{"council year", Basis::municipal},   Label{"civic year", Basis::municipal},    Label{"calendar year", Basis::calendar},
};

}  // namespace

std::optional<int> month_named(std::string_view word) {
  if (const auto month = place_in(kMonths, word)) return month;
  if (const auto month = place_in(kWelshMonths, word)) return month;
  if (word == "sept") return 9;
  if (word.size() != 3) return std::nullopt;
  const auto found = std::find_if(kMonths.begin(), kMonths.end(), [&](auto name) { return name.starts_with(word); });
  if (found == kMonths.end()) return std::nullopt;
  return static_cast<int>(found - kMonths.begin()) + 1;
}

std::optional<int> month_misspelt(std::string_view word) {
  if (word.size() < 5) return std::nullopt;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (kMonths[i].size() >= 5 && word[0] == kMonths[i][0] && one_slip_apart(word, kMonths[i])) return static_cast<int>(i) + 1;
  return std::nullopt;
}

std::string_view month_name(int month) { return kMonthNames.at(static_cast<std::size_t>(month - 1)); }

std::optional<Season> season_named(std::string_view word) {
  static constexpr std::array<std::string_view, 4> kSeasons = {"spring", "summer", "autumn", "winter"};
  if (word == "fall") return Season::autumn;
  const auto place = place_in(kSeasons, word);
  return place ? std::optional(static_cast<Season>(*place - 1)) : std::nullopt;
}

std::optional<int> count_named(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kCounts = {"one",   "two",   "three", "four", "five",   "six",
                                                               "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
  if (word == "eighteen") return 18;
  if (word == "twenty") return 20;
  if (word == "thirty") return 30;
  return place_in(kCounts, word);
}

std::optional<int> ordinal_named(std::string_view word) {
  static constexpr std::array<std::string_view, 4> kOrdinals = {"first", "second", "third", "fourth"};
  return place_in(kOrdinals, word);
}

bool is_ordinal_ending(std::string_view word) { return word == "st" || word == "nd" || word == "rd" || word == "th"; }

bool is_weekday(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kDays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                                                             "mon",    "tues",    "tue",       "wed",      "thurs",  "thu",      "fri"};
  return std::find(kDays.begin(), kDays.end(), word) != kDays.end();
}

std::optional<Read<Basis>> year_label_at(const Tokens& tokens, std::size_t at) {
  for (const auto& label : kLabels) {
    const auto next = tokens.after_phrase(at, label.phrase);
    if (next != at) return Read<Basis>{label.basis, next};
  }
  return std::nullopt;
}

}  // namespace makegood::dates
