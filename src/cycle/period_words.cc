#include "cycle/period_words.h"

namespace makegood {

std::string period_words(const Words& words, const CycleId& id, const Period& period) {
  if (id.frequency() == Frequency::named_dates) return words("cycle.period.named", {{"date", period.last}});
  const auto first = words.month(period.first), last = words.month(period.last);
  return first == last ? first : words("cycle.period.months", {{"first", first}, {"last", last}});
}

}  // namespace makegood
