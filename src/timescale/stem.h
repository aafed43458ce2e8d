#pragma once
// One period as it is named, before anybody knows when it is: "March 23", "Q4 2022/23",
// "6th December", "Spring term", "FY23/24". A stem may lack its year; lists and ranges lend it.

#include "timescale/words.h"

namespace makegood::dates {

enum class Unit { day, month, quarter, half, season, term, year };

struct YearName {
  int first = 0;
  bool split = false;  ///< "2022/23": `first` and the year after
  bool two_figures = false;
};

struct Stem {
  Unit unit = Unit::month;
  int number = 0;  ///< month 1 to 12, quarter, half; Season for seasons and terms. As written: it may be impossible
  int day = 0;     ///< of a day
  std::optional<YearName> year;
  Basis basis = Basis::none;
  bool misspelt = false;
  bool unsure = false;      ///< could be read in another way: "March 23, 2024"
  bool day_alone = false;   ///< "5" of "5 and 12 March": the next stem lends the month
};

/// A year: "2023", "23", "'23", "2022/23". `long_split` lets "2023-2024" be a split year too.
[[nodiscard]] std::optional<Read<YearName>> year_at(const Tokens& tokens, std::size_t at, bool long_split = false);
[[nodiscard]] std::optional<Read<Stem>> stem_at(const Tokens& tokens, std::size_t at);

// The rules of stem_at that have a file of their own: dates written in figures.
[[nodiscard]] std::optional<Read<Stem>> figures_at(const Tokens& tokens, std::size_t at);
/// A number that goes on from one before it ("4" of "0/4-3-31") begins nothing.
[[nodiscard]] bool is_inside_figures(const Tokens& tokens, std::size_t at);

}  // namespace makegood::dates
