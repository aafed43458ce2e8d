#pragma once
// The methods' functions, from a Set to Cells. Each is described by its row in methods.cc and by its
// page in docs/reference/measures.

#include <array>

#include "calc/set.h"

namespace makegood::calc {

// proportions_and_rates.cc
void proportion_answer(const Set&, Cells&);

// codes.cc
void code_answer(const Set&, Cells&);
Result<Fit> code_fit(const Options&);
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

}  // namespace makegood::calc
