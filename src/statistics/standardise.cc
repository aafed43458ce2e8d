#include "statistics/standardise.h"

#include <functional>

#include "statistics/counts.h"
#include "statistics/mean.h"
#include "statistics/policy.h"

namespace makegood {
namespace {

using statistics::figure;

constexpr double kTooFew = 10;

Status check_bands(std::span<const AgeBand> bands) {
  Sum standard;
  for (const auto& band : bands) {
    if (const auto status = check_amounts({band.events, band.population, band.standard}); status != Status::ok) return status;
    standard += band.standard;
  }
  for (const auto& band : bands)
    if (band.population == 0) return Status::zero_denominator;
  return standard.value() > 0 ? Status::ok : Status::zero_denominator;
}

// `spread(i)` is the variance of the number of events in band i.
DirectRate direct_rate_with(std::span<const AgeBand> bands, double per, const Confidence& confidence,
                            const std::function<double(std::size_t)>& spread) {
  DirectRate out;
  out.status = check_bands(bands);
  Sum events, population, standard, weighted, variance;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const auto& band = bands[i];
    events += band.events;
    population += band.population;
    standard += band.standard;
    weighted += band.standard * (band.events / band.population);
    const double weight = band.standard / band.population;
    variance += weight * weight * spread(i);
  }
  out.events = events.value();
  out.population = population.value();
  if (out.status != Status::ok) return out;
  out.crude = figure(out.events / out.population * per);
  if (out.events < kTooFew) out.status = Status::withheld_few_events;
  if (out.status != Status::ok) return out;
  const double rate = weighted.value() / standard.value();
  const double step = std::sqrt(variance.value() / out.events) / standard.value();
  const auto count = byars_count(out.events, confidence);
  out.rate = figure(rate * per);
  const auto limit = [&](const Figure& of_count) { return of_count ? figure((rate + step * (*of_count - out.events)) * per) : Figure(); };
  out.limits = {limit(count.lower), limit(count.upper)};
  return out;
}

}  // namespace

DirectRate direct_rate(std::span<const AgeBand> bands, double per, const Confidence& confidence) {
  return direct_rate_with(bands, per, confidence, [&](std::size_t i) { return bands[i].events; });
}

DirectRate direct_rate_of_repeat_events(std::span<const AgeBand> bands, std::span<const std::vector<double>> people, double per,
                                        const Confidence& confidence) {
  return direct_rate_with(bands, per, confidence, [&](std::size_t i) {
    Sum squares;
    for (std::size_t k = 0; i < people.size() && k < people[i].size(); ++k) {
      const auto times = static_cast<double>(k) + 1;
      squares += times * times * people[i][k];
    }
    return squares.value();
  });
}

IndirectRatio indirect_ratio(std::span<const ReferenceBand> bands, const Confidence& confidence) {
  IndirectRatio out;
  Sum observed, expected, reference_events, reference_population;
  for (const auto& band : bands) {
    out.status = check_amounts({band.events, band.population, band.reference_events, band.reference_population});
    if (out.status == Status::ok && band.reference_population == 0) out.status = Status::zero_denominator;
    if (out.status != Status::ok) return out;
    observed += band.events;
    expected += band.population * (band.reference_events / band.reference_population);
    reference_events += band.reference_events;
    reference_population += band.reference_population;
  }
  out.observed = observed.value();
  out.expected = expected.value();
  out.method = ukhsa_method(out.observed);
  out.reference_rate = figure(reference_events.value() / reference_population.value());
  if (!(*out.expected > 0)) {
    out.status = bands.empty() ? Status::undefined : Status::zero_denominator;
    return out;
  }
  const auto count = ukhsa_count(out.observed, confidence);
  const auto over = [&](const Figure& value) { return value ? figure(*value / *out.expected) : Figure(); };
  out.ratio = over(out.observed);
  out.limits = {over(count.lower), over(count.upper)};
  return out;
}

}  // namespace makegood
