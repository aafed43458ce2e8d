#include "timescale/stem.h"

#include <algorithm>

namespace makegood::dates {
namespace {

using Found = std::optional<Read<Stem>>;

bool has_ordinal(const Tokens& t, std::size_t at) { return is_ordinal_ending(t[at].text) && (t.is_joined(at) || month_named(t[at + 1].text)); }
bool is_day_number(const Tokens& t, std::size_t at) { return t.is_number(at) && t[at].digits <= 2 && t[at].value >= 1; }

// The second half of "2022/23", "2022-23", "22/23", "2022/2023", "2023/4".
std::size_t after_split(const Tokens& t, std::size_t at, int first, bool long_split) {
  const bool dash = t.is(at + 1, "-");
  if (!dash && !t.is(at + 1, "/")) return 0;
  const auto second = at + 2 + (t.is(at + 2, "'") ? 1U : 0U);
  if (!t.is_number(second) || has_ordinal(t, second + 1)) return 0;
  const int digits = t[second].digits, value = t[second].value;
  const bool joined = t.is_joined(at + 1) && t.is_joined(second);
  if (digits != 4 && month_named(t[second + 1].text)) return 0;
  if (dash && digits == 4 && t[at].digits == 4 && !long_split) return 0;
  if (dash && t[at].digits == 2 && !joined) return 0;
  if (digits == 4) return t[at].digits == 4 && value == first + 1 ? second + 1 : 0;
  if (digits == 2) return value == (first + 1) % 100 ? second + 1 : 0;
  return digits == 1 && !dash && joined && value == (first + 1) % 10 ? second + 1 : 0;
}

// What may stand between a unit and its year: "Q4 (2022/23)", "March, 2023", "summer of 2024".
struct Gap {
  std::size_t next = 0;
  bool bracket = false, comma = false, dash = false, joined = true;
};

Gap gap_at(const Tokens& t, std::size_t at) {
  Gap gap{.next = at};
  for (int n = 0; n < 2; ++n) {
    const auto& mark = t[gap.next].text;
    if (mark == "(" && !gap.bracket) gap.bracket = true;
    else if (mark == ",") gap.comma = true;
    else if ((mark == "-" || (mark == "/" && t.is_joined(gap.next))) && n == 0 && !t[gap.next].line_before) gap.dash = true;
    else if (!(mark == "of" || mark == "the" || (mark == "." && n == 0 && t.is_joined(gap.next)))) break;
    gap.joined = gap.joined && t.is_joined(gap.next) && t.is_joined(gap.next + 1);
    ++gap.next;
  }
  return gap;
}

struct UnitYear {
  YearName year;
  Basis basis = Basis::none;
};

bool suits(const Tokens& t, const Gap& gap, std::size_t from, const Read<YearName>& year) {
  const bool full = !year.value.two_figures || year.value.split;
  if (gap.comma && !full) return false;
  if (gap.dash && !gap.joined && !full) return false;
  const bool day_follows = !year.value.split && year.value.two_figures && t.is_number(year.next - 1) && month_named(t[year.next].text);
  return !(day_follows && t[from].line_before);
}

// The year that belongs to the unit before it.
std::optional<Read<UnitYear>> year_after(const Tokens& t, std::size_t at) {
  const auto gap = gap_at(t, at);
  auto next = gap.next;
  UnitYear found;
  if (const auto label = year_label_at(t, next)) {
    found.basis = label->value;
    next = label->next;
  }
  const auto year = year_at(t, next, found.basis != Basis::none);
  if (!year || !suits(t, gap, next, *year)) return {};
  found.year = year->value;
  next = year->next;
  if (const auto label = year_label_at(t, next); label && found.basis == Basis::none) {
    found.basis = label->value;
    next = label->next;
  }
  if (gap.bracket && !t.is(next, ")")) return {};
  return Read<UnitYear>{found, next + (gap.bracket ? 1 : 0)};
}

Read<Stem> with_year(const Tokens& t, Stem stem, std::size_t next) {
  if (const auto year = year_after(t, next)) {
    stem.year = year->value.year;
    stem.basis = year->value.basis;
    next = year->next;
  }
  return {stem, next};
}

// The month at a place; a slip of the pen counts only where a year follows.
std::optional<Stem> month_at(const Tokens& t, std::size_t at) {
  if (!t.is_word(at)) return {};
  if (const auto month = month_named(t[at].text)) return Stem{.unit = Unit::month, .number = *month};
  const auto month = month_misspelt(t[at].text);
  if (!month || !year_after(t, at + 1)) return {};
  return Stem{.unit = Unit::month, .number = *month, .misspelt = true};
}

// "Phase 2 March 2024" is March 2024.
bool counts_something(const Tokens& t, std::size_t at) {
  static constexpr std::string_view kCounted[] = {"phase", "stage", "year", "priority", "objective", "action", "theme", "wave", "cohort", "tier", "group", "part", "step", "strand", "round", "tranche", "recommendation", "level", "version"};
  if (at == 0 || is_ordinal_ending(t[at + 1].text)) return false;
  return std::find(std::begin(kCounted), std::end(kCounted), t[at - 1].text) != std::end(kCounted);
}

// "6th December 2022", "6th of December", "31 March 23".
Found day_then_month(const Tokens& t, std::size_t at) {
  if (!is_day_number(t, at) || counts_something(t, at)) return {};
  auto next = at + 1;
  if (is_ordinal_ending(t[next].text)) ++next;
  if (t.is(next, "of")) ++next;
  if (t.is(next, "-") && t.is_joined(next) && t.is_joined(next + 1)) ++next;
  auto stem = month_at(t, next);
  if (!stem) return {};
  stem->unit = Unit::day;
  stem->day = t[at].value;
  return with_year(t, *stem, next + 1);
}

// "March 31st, 2023", "March 31, 2023". "March 23" is a month and its year, never a day.
Found month_then_day(const Tokens& t, std::size_t at) {
  auto stem = month_at(t, at);
  const auto day = at + 1 + (t.is(at + 1, "the") ? 1U : 0U);
  if (!stem || !is_day_number(t, day)) return {};
  stem->unit = Unit::day;
  stem->day = t[day].value;
  if (is_ordinal_ending(t[day + 1].text) && t.is_joined(day + 1)) return with_year(t, *stem, day + 2);
  const auto year = day + 1 + (t.is(day + 1, ",") ? 1U : 0U);
  const bool full_year = t.is_number(year) && t[year].digits == 4 && !t[year].line_before;
  if (full_year && t[day].value <= 31 && year_at(t, year)) {
    stem->unsure = t[day].value >= 20;
    return with_year(t, *stem, day + 1);
  }
  if (t[day].digits == 1 && !month_named(t[day + 1].text)) return Read<Stem>{*stem, day + 1};
  return {};
}

Found month_then_year(const Tokens& t, std::size_t at) {
  const auto stem = month_at(t, at);
  if (!stem) return {};
  return with_year(t, *stem, at + 1);
}

// "Q4", "Qtr 4", "Quarter four", "fourth quarter": the number and what follows.
std::optional<Read<int>> counted_at(const Tokens& t, std::size_t at, std::string_view letter, std::string_view word, int last) {
  if (t.is(at, letter) || t.is(at, word) || (word == "quarter" && t.is(at, "qtr"))) {
    if (t.is_number(at + 1) && t[at + 1].digits == 1) return Read<int>{t[at + 1].value, at + 2};
    if (t.is(at, letter)) return {};
    if (const auto count = count_named(t[at + 1].text); count && *count <= last) return Read<int>{*count, at + 2};
    return {};
  }
  auto number = ordinal_named(t[at].text);
  if (t.is(at, "final") || t.is(at, "last") || t.is(at, "latter")) number = last;
  auto next = at + 1;
  if (is_day_number(t, at) && t[at].digits == 1 && is_ordinal_ending(t[at + 1].text)) {
    number = t[at].value;
    next = at + 2;
  }
  if (!number || !t.is(next, word)) return {};
  return Read<int>{*number, next + 1};
}

Found quarter_at(const Tokens& t, std::size_t at) {
  const auto number = counted_at(t, at, "q", "quarter", 4);
  if (!number) return {};
  return with_year(t, {.unit = Unit::quarter, .number = number->value}, number->next);
}

Found half_at(const Tokens& t, std::size_t at) {
  const auto number = counted_at(t, at, "h", "half", 2);
  if (!number) return {};
  return with_year(t, {.unit = Unit::half, .number = number->value}, number->next);
}

Found season_at(const Tokens& t, std::size_t at) {
  const auto season = season_named(t[at].text);
  if (!season) return {};
  const bool term = t.is(at + 1, "term");
  auto found = with_year(t, {.unit = term ? Unit::term : Unit::season, .number = static_cast<int>(*season)}, at + (term ? 2 : 1));
  if (t.is(at, "fall") && !found.value.year) return {};
  if (!term && t.is(found.next, "term") && found.value.year) {  // "Autumn 2023 term"
    found.value.unit = Unit::term;
    ++found.next;
  }
  if (found.value.unit == Unit::term && *season == Season::winter) found.value.number = static_cast<int>(Season::autumn), found.value.unsure = true;
  return found;
}

Found unit_at(const Tokens& t, std::size_t at) {
  if (auto found = quarter_at(t, at)) return found;
  if (auto found = half_at(t, at)) return found;
  return season_at(t, at);
}

// "2022/23 Q4", "2022/23 (Q4)": a unit that has no year of its own takes the one before it.
Found unit_after_year(const Tokens& t, const Read<Stem>& year) {
  auto next = year.next;
  const bool bracket = t.is(next, "(");
  if (bracket || t.is(next, ",") || t.is(next, ":") || (t.is(next, "-") && (year.value.year->split || t.is_joined(next)))) ++next;
  auto found = unit_at(t, next);
  if (!found && (next == year.next || t.is(next - 1, ":")) && month_named(t[next].text)) found = month_then_year(t, next);
  if (!found || found->value.year || (bracket && !t.is(found->next, ")"))) return {};
  found->value.year = year.value.year;
  found->value.basis = year.value.basis;
  found->next += bracket ? 1 : 0;
  return found;
}

Found labelled_year(const Tokens& t, std::size_t at) {
  auto label = year_label_at(t, at);
  if (!label && t.is(at, "year") && t.is_number(at + 1) && t[at + 1].digits == 4) label = Read<Basis>{Basis::calendar, at + 1};
  if (!label) return {};
  auto next = label->next + (t.is(label->next, "end") ? 1U : 0U) + (t.is(label->next, "of") ? 1U : 0U);
  const auto year = year_at(t, next, true);
  Stem stem{.unit = Unit::year, .basis = label->value};
  if (!year) return label->next == at + 1 ? Found{} : Found{Read<Stem>{stem, label->next}};
  stem.year = year->value;
  if (stem.basis == Basis::calendar && year->value.split) stem.basis = Basis::none;
  return Read<Stem>{stem, year->next};
}

// A number that is a name's and not a date's: "Equality Act 2010", "Census 2021".
bool belongs_to_a_name(const Tokens& t, std::size_t at) {
  static constexpr std::string_view kNames[] = {"act", "regulations", "order", "bill", "census", "iso", "circular", "no", "£", "$", "#"};
  if (at == 0) return false;
  for (const auto name : kNames)
    if (t.is(at - 1, name)) return true;
  if (at < 2 || !t.is_joined(at) || !t.is_joined(at - 1)) return false;
  return t.is(at - 1, "/") && t.is_word(at - 2) && t[at - 2].text[0] == 'x';  // "XX/XX/2023"
}

Found plain_year(const Tokens& t, std::size_t at) {
  const auto year = year_at(t, at);
  if (!year || belongs_to_a_name(t, at) || (year->value.two_figures && !year->value.split)) return {};
  if (t.is(year->next, "%") || (t.is(year->next, ",") && t.is_joined(year->next) && t.is_joined(year->next + 1) && t.is_number(year->next + 1))) return {};
  Read<Stem> found{{.unit = Unit::year, .year = year->value}, year->next};
  if (const auto label = year_label_at(t, found.next)) {
    found.value.basis = label->value;
    found.next = label->next;
  }
  return found;
}

}  // namespace

std::optional<Read<YearName>> year_at(const Tokens& t, std::size_t at, bool long_split) {
  const auto figure = at + (t.is(at, "'") ? 1U : 0U);
  if (!t.is_number(figure) || (figure > at && !t.is_joined(figure))) return {};
  const auto& token = t[figure];
  YearName year{.first = token.value, .two_figures = token.digits == 2};
  if (year.two_figures) year.first += 2000;
  else if (token.digits != 4 || token.value < 1990 || token.value > 2098) return {};
  if (has_ordinal(t, figure + 1)) return {};
  const auto next = after_split(t, figure, year.first, long_split);
  year.split = next != 0;
  return Read<YearName>{year, year.split ? next : figure + 1};
}

Found stem_at(const Tokens& t, std::size_t at) {
  if (is_inside_figures(t, at)) return {};
  if (is_weekday(t[at].text)) {
    const auto next = at + 1 + (t.is(at + 1, ",") ? 1U : 0U);
    auto found = figures_at(t, next);
    return found ? found : day_then_month(t, next);
  }
  if (auto found = figures_at(t, at)) return found;
  if (auto found = day_then_month(t, at)) return found;
  if (auto found = month_then_day(t, at)) return found;
  if (auto found = month_then_year(t, at)) return found;
  if (auto found = unit_at(t, at)) return found;
  auto year = labelled_year(t, at);
  if (!year) year = plain_year(t, at);
  if (!year || !year->value.year) return year;
  if (auto found = unit_after_year(t, *year)) return found;
  return year;
}

}  // namespace makegood::dates
