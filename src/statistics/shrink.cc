#include "statistics/shrink.h"

#include <algorithm>
#include <cmath>

#include "statistics/policy.h"

namespace makegood {
namespace {

using statistics::figure;

struct Overall {
  long double rate = 0;
  long double between = 0;  // variance of the true rates
};

// Marshall: the variance of the rates, less what chance alone gives, if that leaves anything.
Overall overall_of(std::span<const double> events, std::span<const double> population,
                   const std::vector<ShrunkRate>& units) {
  long double all_events = 0, all = 0, count = 0;
  const auto counts = [&](std::size_t i) { return units[i].status == Status::ok; };
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!counts(i)) continue;
    all_events += events[i];
    all += population[i];
    ++count;
  }
  if (all <= 0) return {};
  Overall out{all_events / all, 0};
  long double spread = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!counts(i)) continue;
    const auto apart = static_cast<long double>(events[i]) / population[i] - out.rate;
    spread += population[i] * apart * apart;
  }
  out.between = std::max(0.0L, spread / all - out.rate / (all / count));
  return out;
}

}  // namespace

std::vector<ShrunkRate> shrink(std::span<const double> events, std::span<const double> population) {
  std::vector<ShrunkRate> units(events.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (std::isnan(events[i]) || std::isnan(population[i]))
      units[i].status = Status::missing;
    else if (events[i] < 0 || population[i] < 0)
      units[i].status = Status::negative;
    else if (population[i] == 0)
      units[i].status = Status::zero_denominator;
  }
  const auto overall = overall_of(events, population, units);
  const bool any =
      std::any_of(units.begin(), units.end(), [](const ShrunkRate& unit) { return unit.status == Status::ok; });
  for (std::size_t i = 0; i < units.size(); ++i) {
    auto& unit = units[i];
    if (unit.status == Status::zero_denominator && any) {
      unit.weight = 0.0;
      unit.estimate = figure(static_cast<double>(overall.rate));
    }
    if (unit.status != Status::ok) continue;
    const auto raw = static_cast<long double>(events[i]) / population[i];
    const auto chance = overall.rate / population[i];
    const auto weight = overall.between > 0 ? overall.between / (overall.between + chance) : 0.0L;
    unit.raw = figure(static_cast<double>(raw));
    unit.weight = figure(static_cast<double>(weight));
    unit.estimate = figure(static_cast<double>(overall.rate + weight * (raw - overall.rate)));
  }
  return units;
}

}  // namespace makegood
