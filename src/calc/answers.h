#pragma once
// The methods' functions, from a Set to Cells. Each is described by its row in methods.cc and by its
// page in docs/reference/measures.

#include "calc/set.h"

namespace makegood::calc {

// proportions_and_rates.cc
void proportion_answer(const Set&, Cells&);
void rate_answer(const Set&, Cells&);
void mean_answer(const Set&, Cells&);
void quantile_answer(const Set&, Cells&);
Result<Fit> fit_quantile(const Options&);
inline constexpr Option kQuantiles{"--quantiles", "how many groups, where no column QuantileNm says so; 10 when absent"};

// comparisons.cc
void two_by_two_answer(const Set&, Cells&);
void rate_ratio_answer(const Set&, Cells&);
void adjust_p_answer(const Set&, Cells&);

// strata.cc
void mantel_haenszel_answer(const Set&, Cells&);
void mantel_haenszel_rate_answer(const Set&, Cells&);
void dsr_answer(const Set&, Cells&);
void isr_answer(const Set&, Cells&);
void sii_answer(const Set&, Cells&);
Result<Fit> fit_per(const Options&);
Result<Fit> fit_sii(const Options&);
inline constexpr Option kPer{"--per", "people that a rate is for; 100000 when absent"};
inline constexpr Option kTransform{"--transform", "none, log (rates) or logit (shares) before the line is laid; none when absent"};
inline constexpr Option kMultiplier{"--multiplier", "what the slope index is multiplied by; negative where low is good; 1 when absent"};

// funnels.cc
void funnel_proportion_answer(const Set&, Cells&);
void funnel_ratio_answer(const Set&, Cells&);
void funnel_rate_answer(const Set&, Cells&);
inline constexpr Option kYears{"--years", "how many years the events are of; 1 when absent"};
// scrutiny.cc
void unknown_bounds_answer(const Set&, Cells&);
void detectable_answer(const Set&, Cells&);
void anytime_answer(const Set&, Cells&);
void chi_square_answer(const Set&, Cells&);

}  // namespace makegood::calc
