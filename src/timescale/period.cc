#include "timescale/period.h"

#include <algorithm>

#include <fmt/format.h>

namespace makegood::dates {
namespace {

struct Months {
  int year = 0;
  int month = 1;
  int count = 1;
};

Dated of_months(const Months& m) {
  const auto first = Day::first_of_month(m.year, m.month);
  return {.first = first, .last = first.plus_months(m.count).plus_days(-1)};
}

int month_setting(int month) { return std::clamp(month, 1, 12); }

Dated impossible(std::string_view written, std::string_view why) {
  Dated none{.possible = false};
  none.findings.push_back({"impossible_date", fmt::format("\"{}\" is not a date: {}.", written, why), fmt::format("\"{}\"", written)});
  return none;
}

// Read in one of several ways that it could be: say which.
Dated taken(Dated dated, double confidence, std::string_view code, std::string_view written, std::string_view note = "") {
  dated.confidence = std::min(dated.confidence, confidence);
  dated.findings.push_back({std::string(code),
                            fmt::format("\"{}\" is read as {}{}.", written, period_in_words(dated.first, dated.last), note),
                            fmt::format("\"{}\"", written)});
  return dated;
}

Dated day_of(const Stem& stem, std::string_view written) {
  const auto day = Day::make(stem.year->first, stem.number, stem.day);
  if (!day) return impossible(written, "the calendar has no such day");
  Dated dated{.first = *day, .last = *day};
  if (stem.unsure) return taken(dated, 0.5, "ambiguous_date", written);
  return dated;
}

Dated month_of(const Stem& stem, const TimescaleSettings& settings, std::string_view written) {
  if (stem.number < 1 || stem.number > 12) return impossible(written, "a year has twelve months");
  const auto& year = *stem.year;
  const bool split = year.split || stem.basis == Basis::financial;
  const bool next = split && stem.number < month_setting(settings.financial_year_starts);
  const auto dated = of_months({year.first + (next ? 1 : 0), stem.number, 1});
  if (split) return taken(dated, year.two_figures ? 0.5 : 0.7, "month_of_financial_year", written);
  if (stem.unsure) return taken(dated, 0.7, "ambiguous_date", written);
  return dated;
}

Dated quarter_of(const Stem& stem, const TimescaleSettings& settings, std::string_view written) {
  if (stem.number < 1 || stem.number > 4) return impossible(written, "a year has four quarters");
  const bool stated = stem.year->split || stem.basis == Basis::financial;
  const bool financial = stated || (stem.basis == Basis::none && settings.quarters_are_financial);
  const int start = financial ? month_setting(settings.financial_year_starts) : 1;
  const auto first = Day::first_of_month(stem.year->first, start).plus_months(3 * (stem.number - 1));
  return taken(of_months({first.year(), first.month(), 3}), stated || stem.basis == Basis::calendar ? 0.9 : 0.7, "quarter_read", written);
}

Dated half_of(const Stem& stem, const TimescaleSettings& settings, std::string_view written) {
  if (stem.number < 1 || stem.number > 2) return impossible(written, "a year has two halves");
  const bool financial = stem.year->split || stem.basis == Basis::financial;
  const int start = financial ? month_setting(settings.financial_year_starts) : 1;
  const auto first = Day::first_of_month(stem.year->first, start).plus_months(6 * (stem.number - 1));
  return taken(of_months({first.year(), first.month(), 6}), 0.8, "half_read", written);
}

Dated season_of(const Stem& stem, std::string_view written) {
  const auto season = static_cast<Season>(stem.number);
  const bool either = stem.year->split && (season == Season::spring || season == Season::summer);
  if (either) {
    Dated none{.possible = false};
    none.findings.push_back({"ambiguous_date", fmt::format("\"{}\" could be in either year; say which.", written), fmt::format("\"{}\"", written)});
    return none;
  }
  const auto dated = of_months({stem.year->first, 3 + 3 * stem.number, 3});
  return taken(dated, season == Season::winter && !stem.year->split ? 0.7 : 0.9, "season_read", written);
}

// Autumn: from the start of the academic year to December; spring: January to March;
// summer: April until a month before the next academic year.
Dated term_of(const Stem& stem, const TimescaleSettings& settings, std::string_view written) {
  const int start = settings.academic_year_starts >= 7 && settings.academic_year_starts <= 10 ? settings.academic_year_starts : 9;
  const auto season = static_cast<Season>(stem.number);
  const bool later = season != Season::autumn && (stem.year->split || stem.basis == Basis::academic);
  const int year = stem.year->first + (later ? 1 : 0);
  const Months months = season == Season::autumn   ? Months{year, start, 13 - start}
                        : season == Season::spring ? Months{year, 1, 3}
                                                   : Months{year, 4, start - 5};
  return taken(of_months(months), stem.unsure ? 0.6 : 0.8, "term_read", written, "; term dates vary between schools");
}

Dated year_of(const Stem& stem, const TimescaleSettings& settings, std::string_view written) {
  const auto& year = *stem.year;
  if (!year.split && (stem.basis == Basis::none || stem.basis == Basis::calendar)) return of_months({year.first, 1, 12});
  const int start = stem.basis == Basis::academic    ? month_setting(settings.academic_year_starts)
                    : stem.basis == Basis::municipal ? 5
                                                     : month_setting(settings.financial_year_starts);
  const auto dated = of_months({year.first, start, 12});
  if (!year.split && start != 1) return taken(dated, 0.6, "ambiguous_year", written, "; the year could also be the one in which it ends");
  if (stem.basis == Basis::municipal) return taken(dated, 0.7, "year_read", written);
  if (stem.basis == Basis::none) return taken(dated, 0.9, "year_read", written);
  return dated;
}

Dated whole(const Stem& stem, const TimescaleSettings& settings, std::string_view written) {
  switch (stem.unit) {
    case Unit::day: return day_of(stem, written);
    case Unit::month: return month_of(stem, settings, written);
    case Unit::quarter: return quarter_of(stem, settings, written);
    case Unit::half: return half_of(stem, settings, written);
    case Unit::season: return season_of(stem, written);
    case Unit::term: return term_of(stem, settings, written);
    case Unit::year: return year_of(stem, settings, written);
  }
  return impossible(written, "it names no period");
}

// The n-th third, by whole months where the months divide by three, else by days.
Dated third(Dated dated, int n, std::string_view written) {
  const int months = (dated.last.year() - dated.first.year()) * 12 + dated.last.month() - dated.first.month() + 1;
  const int days = days_between(dated.first, dated.last) + 1;
  const auto edge = [&](int thirds) {
    if (months % 3 == 0) return dated.first.plus_months(months / 3 * thirds);
    return months == 1 ? dated.first.plus_days(10 * thirds) : dated.first.plus_days(days * thirds / 3);
  };
  const auto first = edge(n), last = n == 2 ? dated.last : edge(n + 1).plus_days(-1);
  dated.first = first;
  dated.last = last;
  return taken(std::move(dated), 0.6, "part_read", written);
}

}  // namespace

Dated date_of(const Stem& stem, Narrowing narrowing, const TimescaleSettings& settings, std::string_view written) {
  auto dated = whole(stem, settings, written);
  if (!dated.possible) return dated;
  if (stem.misspelt) dated = taken(std::move(dated), 0.8, "spelling", written);
  const bool one_day = dated.first == dated.last;
  switch (narrowing) {
    case Narrowing::none: break;
    case Narrowing::end: dated.first = dated.last; break;
    case Narrowing::week_from: dated.last = dated.first.plus_days(6); break;
    case Narrowing::week_to: dated.first = dated.last.plus_days(-6); break;
    default:
      if (!one_day) return third(std::move(dated), static_cast<int>(narrowing) - static_cast<int>(Narrowing::early), written);
  }
  return dated;
}

std::string period_in_words(Day first, Day last) {
  if (first == last) return first.in_words();
  const bool whole_months = first.day() == 1 && last == Day::last_of_month(last.year(), last.month());
  const bool same_year = first.year() == last.year();
  const auto month = [](Day day) { return std::string(month_name(day.month())); };
  if (!whole_months && same_year && first.month() == last.month()) return fmt::format("{} to {}", first.day(), last.in_words());
  if (!whole_months) return fmt::format("{} to {}", first.in_words(), last.in_words());
  if (same_year && first.month() == last.month()) return fmt::format("{} {}", month(first), first.year());
  if (same_year) return fmt::format("{} to {} {}", month(first), month(last), last.year());
  return fmt::format("{} {} to {} {}", month(first), first.year(), month(last), last.year());
}

}  // namespace makegood::dates
