#pragma once
// Rates of populations that differ in age (or grade, or area) made comparable.

#include <array>
#include <span>
#include <vector>

#include "statistics/confidence.h"
#include "statistics/rate.h"
#include "statistics/status.h"

namespace makegood {

struct AgeBand {
  double events = 0, population = 0, standard = 0;  ///< `standard`: of the standard population
};

struct DirectRate {
  Status status = Status::ok;
  double events = 0, population = 0;
  Figure crude, rate;
  Limits limits;
};

/// The rate that a standard population would have had with each band's own rate, times `per`.
/// Shape: Dobson's limits around it, from Byar's limits of the number of events.
/// Edge: below 10 events withheld_few_events, as UKHSA does; a band without people is zero_denominator.
/// Refuses: negative, too_large.
/// Source: Dobson, Kuulasmaa, Eberle and Scherer 1991, Statistics in Medicine 10; UKHSA technical guide.
[[nodiscard]] DirectRate direct_rate(std::span<const AgeBand> bands, double per = 100'000, const Confidence& confidence = {});

/// The same where events repeat in the same people (admissions, stops), so that they vary by more than their
/// number: `people[i][k]` had k + 1 events in band i.
/// Source: UKHSA, PHEindicatormethods 2.1, calculate_dsr with independent_events = FALSE.
[[nodiscard]] DirectRate direct_rate_of_repeat_events(std::span<const AgeBand> bands, std::span<const std::vector<double>> people,
                                                      double per = 100'000, const Confidence& confidence = {});

struct ReferenceBand {
  double events = 0, population = 0, reference_events = 0, reference_population = 0;
};

struct IndirectRatio {
  Status status = Status::ok;
  double observed = 0;
  Figure expected, ratio;
  Limits limits;
  CountMethod method = CountMethod::exact;
  Figure reference_rate;  ///< of the whole reference population, for one person; ratio times it is the rate
};

/// Events observed over events expected with the reference population's rates.
/// Shape: exact limits below ten events, Byar's from ten.
/// Edge: nothing expected: zero_denominator. A band without people expects nothing.
/// Refuses: negative, too_large; a reference band without people is zero_denominator.
/// Source: Breslow and Day 1987, vol. II; UKHSA technical guide.
[[nodiscard]] IndirectRatio indirect_ratio(std::span<const ReferenceBand> bands, const Confidence& confidence = {});

}  // namespace makegood
