#include "plan/dates_from.h"

#include <algorithm>
#include <array>

namespace makegood {
namespace {

constexpr std::array kWords = {std::string_view(""), std::string_view("document"), std::string_view("person")};

bool same_days(const std::vector<Milestone>& a, const std::vector<Milestone>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Milestone& x, const Milestone& y) { return x.day == y.day; });
}

}  // namespace

std::string_view word(DatesFrom from) { return kWords[static_cast<std::size_t>(from)]; }

std::optional<DatesFrom> dates_from_word(std::string_view text) {
  const auto found = std::find(kWords.begin(), kWords.end(), text);
  if (found == kWords.end()) return std::nullopt;
  return static_cast<DatesFrom>(found - kWords.begin());
}

bool same_dates(const Timescale& a, const Timescale& b) {
  return a.start == b.start && a.due == b.due && same_days(a.milestones, b.milestones) && a.recurs == b.recurs &&
         a.ongoing == b.ongoing && a.complete == b.complete && a.condition == b.condition;
}

DatesFrom dates_from(const Item& item, const TimescaleSettings& settings) {
  if (item.confirmed) return DatesFrom::person;
  const auto fresh = read_timescale(item.timescale_raw, settings);
  const bool same = same_dates(item.timescale, fresh) && item.timescale.unparsed == fresh.unparsed;
  return same ? DatesFrom::timescale : DatesFrom::document;
}

void take_dates(Item& item, DatesFrom from, const Timescale& stated, const TimescaleSettings& settings) {
  item.timescale = read_timescale(item.timescale_raw, settings);
  item.confirmed.reset();
  if (from == DatesFrom::person) item.confirmed = stated;
  if (from == DatesFrom::document) item.timescale = stated;
}

}  // namespace makegood
