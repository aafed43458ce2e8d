// Dates written in figures: "31/03/2023", "31.3.23", "2023-03-31", "03/2023", "2023-03", "03/23".
// The day always comes first, unless a four-figure year does.
#include "timescale/stem.h"

namespace makegood::dates {
namespace {

using Found = std::optional<Read<Stem>>;

bool is_separator(const Tokens& t, std::size_t at) { return t.is(at, "/") || t.is(at, "-") || t.is(at, "."); }

bool is_short(const Tokens& t, std::size_t at) { return t.is_number(at) && t[at].digits <= 2; }
bool is_year(const Tokens& t, std::size_t at) { return t.is_number(at) && t[at].digits == 4 && t[at].value >= 1990 && t[at].value < 2100; }

// "31.3." with its spaces would be the end of a sentence; "31 / 03 / 2023" is a date.
bool are_joined(const Tokens& t, std::size_t from, std::size_t to) {
  for (auto at = from + 1; at < to; ++at)
    if (!t.is_joined(at)) return false;
  return true;
}

Stem day_stem(int day, int month, std::optional<YearName> year) {
  return {.unit = Unit::day, .number = month, .day = day, .year = year};
}

YearName year_of(const Token& token) {
  return {.first = token.digits == 4 ? token.value : 2000 + token.value, .two_figures = token.digits != 4};
}

Found three_figures(const Tokens& t, std::size_t at) {
  if (!is_separator(t, at + 1) || t[at + 1].text != t[at + 3].text || !t.is_number(at + 2) || !t.is_number(at + 4)) return {};
  const bool spaced = !are_joined(t, at, at + 5);
  if (spaced && !t.is(at + 1, "/")) return {};
  if (is_separator(t, at + 5) && t.is_joined(at + 5) && t.is_number(at + 6) && t.is_joined(at + 6)) return {};
  if (is_year(t, at) && is_short(t, at + 2) && is_short(t, at + 4))
    return Read<Stem>{day_stem(t[at + 4].value, t[at + 2].value, year_of(t[at])), at + 5};
  const bool year_last = is_year(t, at + 4) || t[at + 4].digits == 2;
  if (!is_short(t, at) || !is_short(t, at + 2) || !year_last) return {};
  return Read<Stem>{day_stem(t[at].value, t[at + 2].value, year_of(t[at + 4])), at + 5};
}

bool goes_on(const Tokens& t, std::size_t at) { return is_separator(t, at) && t.is_joined(at) && t.is_number(at + 1) && t.is_joined(at + 1); }

Found month_and_year(const Tokens& t, std::size_t at) {
  if (!is_separator(t, at + 1) || !are_joined(t, at, at + 3) || goes_on(t, at + 3)) return {};
  if (is_short(t, at) && is_year(t, at + 2)) {
    if (t.is(at + 1, ".") && t[at].value > 12) return {};
    return Read<Stem>{{.unit = Unit::month, .number = t[at].value, .year = year_of(t[at + 2])}, at + 3};
  }
  if (!is_year(t, at) || !t.is_number(at + 2) || t[at + 2].digits != 2 || t.is(at + 1, ".")) return {};
  const bool split = t.is(at + 1, "/") && t[at + 2].value == (t[at].value + 1) % 100;
  if (split || t[at + 2].value > 12 || t[at + 2].value == 0) return {};
  return Read<Stem>{{.unit = Unit::month, .number = t[at + 2].value, .year = year_of(t[at])}, at + 3};
}

// "03/23" is March 2023, "31/03" a day without its year; "22/23" is left to the years.
Found two_short_figures(const Tokens& t, std::size_t at) {
  if (!t.is(at + 1, "/") || !are_joined(t, at, at + 3) || goes_on(t, at + 3)) return {};
  if (!is_short(t, at) || !t.is_number(at + 2) || t[at + 2].digits != 2 || month_named(t[at + 3].text)) return {};
  const int a = t[at].value, b = t[at + 2].value;
  if (a < 1 || b < 1 || a > 31) return {};
  if (b <= 12) return Read<Stem>{day_stem(a, b, {}), at + 3};
  if (a > 12 || b == a + 1) return {};
  return Read<Stem>{{.unit = Unit::month, .number = a, .year = year_of(t[at + 2]), .unsure = true}, at + 3};
}

}  // namespace

bool is_inside_figures(const Tokens& t, std::size_t at) {
  if (at < 2 || !t.is_number(at) || !t.is_number(at - 2) || !are_joined(t, at - 2, at + 1)) return false;
  return (t.is(at - 1, ".") || t.is(at - 1, "/")) && !month_named(t[at + 1].text);
}

Found figures_at(const Tokens& t, std::size_t at) {
  if (!t.is_number(at)) return {};
  if (auto found = three_figures(t, at)) return found;
  if (auto found = month_and_year(t, at)) return found;
  return two_short_figures(t, at);
}

}  // namespace makegood::dates
