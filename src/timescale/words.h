#pragma once
// The vocabulary: months, seasons, counts and labels of years. All in lower case.

#include <optional>
#include <string_view>

#include "timescale/tokens.h"

namespace makegood::dates {

enum class Season { spring, summer, autumn, winter };

/// 1 to 12; full names and the usual abbreviations.
[[nodiscard]] std::optional<int> month_named(std::string_view word);
/// A full name with one slip of the pen ("Febuary", "Septmeber"); never a right one.
[[nodiscard]] std::optional<int> month_misspelt(std::string_view word);
[[nodiscard]] std::string_view month_name(int month);
[[nodiscard]] std::optional<Season> season_named(std::string_view word);
/// "one" to "twelve", "eighteen", "twenty", "thirty".
[[nodiscard]] std::optional<int> count_named(std::string_view word);
/// "first" to "fourth".
[[nodiscard]] std::optional<int> ordinal_named(std::string_view word);
/// "st", "nd", "rd", "th".
[[nodiscard]] bool is_ordinal_ending(std::string_view word);
[[nodiscard]] bool is_weekday(std::string_view word);

/// Which year a year is.
enum class Basis { none, calendar, financial, academic, municipal };

/// "financial year", "FY", "academic year", ...
[[nodiscard]] std::optional<Read<Basis>> year_label_at(const Tokens& tokens, std::size_t at);

}  // namespace makegood::dates
