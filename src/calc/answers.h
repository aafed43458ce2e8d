#pragma once
// The methods' functions, from a Set to Cells. Each is described by its row in methods.cc and by its
// page in docs/reference/measures.

#include <array>

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

// funnel_places.cc
void funnel_place_proportion_answer(const Set&, Cells&);
void funnel_place_ratio_answer(const Set&, Cells&);
void funnel_place_rate_answer(const Set&, Cells&);
Result<Fit> fit_place_rate(const Options&);
inline constexpr std::array kPlaceRateOptions = {
    kPer, Option{"--standardised", "the rates are: below 10 events nothing is said, and a unit without any does not count", false}};

// received.cc
void follows_answer(const Set&, Cells&);
void adds_up_answer(const Set&, Cells&);
Result<Fit> adds_up_fit(const Options&);
void copied_forward_answer(const Set&, Cells&);
Result<Fit> copied_forward_fit(const Options&);
inline constexpr std::array kAddsUpOptions = {Option{"--rounding", "figures are rounded to multiples of it; 1, which is not at all, when absent"}};
inline constexpr std::array kCopiedForwardOptions = {Option{"--at-least", "figures that a period must have to prove anything; 3 when absent"}};
inline constexpr Option kYears{"--years", "how many years the events are of, where no column years_of_data says so; 3 when absent"};
// scrutiny.cc
void unknown_bounds_answer(const Set&, Cells&);
void detectable_answer(const Set&, Cells&);
void anytime_answer(const Set&, Cells&);
void chi_square_answer(const Set&, Cells&);

// codes.cc
void code_answer(const Set&, Cells&);
Result<Fit> code_fit(const Options&);
std::unique_ptr<Memory> code_memory();
inline constexpr std::array kCodeOptions = {Option{"--frame", "code frame to code into; ethnicity-2021 when absent"}};

// charts.cc
void spc_answer(const Set&, Cells&);

// count_charts.cc
void laney_answer(const Set&, Cells&);
void laney_u_answer(const Set&, Cells&);
void g_chart_answer(const Set&, Cells&);
void t_chart_answer(const Set&, Cells&);
void cusum_answer(const Set&, Cells&);
Result<Fit> cusum_fit(const Options&);
inline constexpr std::array kCusumOptions = {Option{"--slack", "half the shift that matters, in sigmas; 0.5 when absent"},
                                             Option{"--decision", "a sum beyond it is a signal; 5 when absent"}};

// pay.cc
void pay_gap_answer(const Set&, Cells&);
Result<Fit> pay_gap_fit(const Options&);
inline constexpr std::array kPayOptions = {Option{"--reference", "group that the others are compared with; White when absent"},
                                           Option{"--quarters", "who is in each quarter of the pay order, instead of gaps", false}};

// units.cc
void shrink_answer(const Set&, Cells&);
void overdispersion_answer(const Set&, Cells&);
Result<Fit> overdispersion_fit(const Options&);
inline constexpr std::array kScaleOptions = {Option{"--scale", "on which the ratio is compared with 1: plain, root or log; plain when absent"}};

// decisions.cc
void rri_answer(const Set&, Cells&);
void wres_answer(const Set&, Cells&);
inline constexpr std::array kReferenceOptions = {Option{"--reference", "group that the others are compared with; White when absent"}};

// regressions.cc
void logistic_answer(const Set&, Cells&);
void poisson_answer(const Set&, Cells&);
void standardised_risk_answer(const Set&, Cells&);
Result<Fit> formula_fit(const Options&);
Result<Fit> standardised_risk_fit(const Options&);
inline constexpr std::array kLogisticOptions = {Option{"--formula", "such as \"y ~ ethnicity + age\""},
                                                Option{"--reference", "such as ethnicity=White,sex=M"}};
inline constexpr std::array kPoissonOptions = {Option{"--formula", "such as \"events ~ ethnicity + age\""},
                                               Option{"--exposure", "column of the people or time that the events are of; 1 when absent"},
                                               Option{"--reference", "such as ethnicity=White,sex=M"}};
inline constexpr std::array kRiskOptions = {Option{"--formula", "such as \"y ~ ethnicity + age\""},
                                            Option{"--of", "variable whose groups are compared; the formula's first when absent"},
                                            Option{"--reference", "such as ethnicity=White,sex=M"}};

// models.cc
void oaxaca_answer(const Set&, Cells&);
Result<Fit> oaxaca_fit(const Options&);
inline constexpr std::array kOaxacaOptions = {Option{"--outcome", "column with the pay"}, Option{"--group", "column with the group"},
                                              Option{"--by", "columns that may explain the gap, such as grade,tenure"},
                                              Option{"--reference", "group that the others are compared with; White when absent"}};

}  // namespace makegood::calc
