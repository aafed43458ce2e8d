#pragma once
// Whose word an item's dates are, for files that leave the house and come back. Most files say
// nothing but the timescale's text, from which the dates are read again. Where that would not give
// the same dates, the file says them and whose they are.

#include <optional>
#include <string_view>

#include "plan/item.h"

namespace makegood {

enum class DatesFrom {
  timescale,  ///< as its text reads today
  document,   ///< as they were read, though the text alone reads otherwise
  person,     ///< confirmed by a person
};

[[nodiscard]] std::string_view word(DatesFrom from);  ///< empty, "document", "person"
[[nodiscard]] std::optional<DatesFrom> dates_from_word(std::string_view word);

/// The same days, milestones, recurrence, flags and condition; spans and findings aside.
[[nodiscard]] bool same_dates(const Timescale& a, const Timescale& b);

/// What must be said beside `item` so that take_dates() gives its dates back.
[[nodiscard]] DatesFrom dates_from(const Item& item, const TimescaleSettings& settings);

/// Fills in `timescale` and `confirmed` from `timescale_raw` and what was stated.
void take_dates(Item& item, DatesFrom from, const Timescale& stated, const TimescaleSettings& settings);

}  // namespace makegood
