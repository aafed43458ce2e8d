#pragma once
// The text as a row of meanings: dates with what qualifies them ("by the end of", "from"),
// the joints between them ("to", "and", ";"), and the words for what has no date of its own.

#include "timescale/period.h"

namespace makegood::dates {

/// What a date is to the work: its end, its start, or a turn of the calendar ("every October").
enum class Role { none, by, before, from, started, after, until, between, every };

enum class Meaning {
  date,
  dash, to, and_, comma, slash, or_, then, stop, semicolon, open_bracket, close_bracket, bullet,
  ongoing, onwards, rolling, recurrence, thereafter, done, status,
  relative, anchored, event, placeholder, vague, year_unknown, odd_recurrence,
  filler, word,
};

struct Part {
  Meaning meaning = Meaning::word;
  std::size_t from = 0, to = 0;  ///< tokens
  // of a date
  Stem stem;
  Role role = Role::none;
  Narrowing narrowing = Narrowing::none;
  std::size_t stem_from = 0;  ///< where the named period begins: after "by", at "early"
  Recurrence recurs = Recurrence::none;
};

[[nodiscard]] std::vector<Part> parts_of(const Tokens& tokens);

}  // namespace makegood::dates
