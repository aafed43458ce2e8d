// funnel-place-proportion, funnel-place-ratio, funnel-place-rate: where each unit of a funnel stands.
#include <cmath>

#include "calc/answers.h"
#include "calc/usable.h"
#include "statistics/counts.h"
#include "statistics/funnel_place.h"
#include "statistics/proportion.h"

namespace makegood::calc {
namespace {

constexpr double kPerHundredThousand = 100'000;

void put_place(Cells& out, const FunnelUnit& unit) {
  if (unit.status == Status::ok) out.text(word(unit.place));
  out.end(unit.status);
}

// The share of all rows that are sound.
Figure share_of_all(const Set& set, const std::vector<std::size_t>& rows) {
  double events = 0, people = 0;
  for (const auto row : rows) {
    if (check_share(set.value(row, 0), set.value(row, 1)) != Status::ok) continue;
    events += set.value(row, 0);
    people += set.value(row, 1);
  }
  return people > 0 ? Figure(events / people) : Figure();
}

// What is wrong with a unit's rate before it is compared.
Status fault_of(const Set& set, std::size_t row, bool standardised) {
  constexpr std::size_t kEvents = 0, kPeople = 1, kRate = 2;
  if (set.status(row) != Status::ok) return set.status(row);
  const double people = set.value_or(row, kPeople, 0), rate = set.value_or(row, kRate, 0);
  if (const auto amounts = check_amounts({set.value(row, kEvents), people, rate}); amounts != Status::ok) return amounts;
  const bool implies_people = std::isfinite(set.value(row, kPeople)) || rate > 0;
  return implies_people || standardised ? Status::ok : Status::missing;
}

UnitRate unit_of(const Set& set, std::size_t row) {
  const double rate = set.value(row, 2);
  return {set.value(row, 0), std::isnan(rate) ? Figure() : Figure(rate), set.value_or(row, 1, 0)};
}

}  // namespace

void funnel_place_proportion_answer(const Set& set, Cells& out) {
  constexpr std::size_t kCentre = 2;
  const auto all = share_of_all(set, usable_rows(set));
  for (std::size_t row = 0; row < set.size(); ++row) {
    if (set.status(row) != Status::ok) {
      out.end(set.status(row));
      continue;
    }
    const double events = set.value(row, 0), people = set.value(row, 1), centre = set.value_or(row, kCentre, all.value_or(0));
    const auto unit = place_share(events, people, centre);
    if (unit.status == Status::ok) out.put(events / people).put(centre);
    put_place(out, unit);
  }
}

void funnel_place_ratio_answer(const Set& set, Cells& out) {
  const double observed = set.value(0, 0), expected = set.value(0, 1);
  const auto amounts = check_amounts({observed, expected});
  if (amounts != Status::ok) return out.end(amounts);
  const auto unit = place_ratio(observed, expected);
  if (unit.status == Status::ok) out.put(observed / expected);
  put_place(out, unit);
}

void funnel_place_rate_answer(const Set& set, Cells& out) {
  const bool standardised = set.options().has("--standardised");
  std::vector<UnitRate> units;
  for (std::size_t row = 0; row < set.size(); ++row)
    if (fault_of(set, row, standardised) == Status::ok) units.push_back(unit_of(set, row));
  const auto placed = place_rates(units, *set.options().positive("--per", kPerHundredThousand), standardised);
  auto unit = placed.units.begin();
  for (std::size_t row = 0; row < set.size(); ++row) {
    const auto fault = fault_of(set, row, standardised);
    if (fault == Status::ok) put_place(out.put(placed.average), *unit++);
    else out.end(fault);
  }
}

Result<Fit> fit_place_rate(const Options& options) {
  if (const auto per = options.positive("--per", kPerHundredThousand); !per) return tl::unexpected(per.error());
  return Fit{};
}

}  // namespace makegood::calc
