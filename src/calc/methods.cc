// The table of methods. Column lists are the contract with other people's scripts: they may grow,
// never change. How they are written: method.h.
#include <array>

#include "calc/answers.h"
#include "calc/calc.h"

namespace makegood::calc {
namespace {

constexpr std::array kMethods = {
    Method{.name = "proportion",
           .answers = "What share of people, and between which limits",
           .inputs = "events, n, [confidence]",
           .outputs = "estimate, wilson_lo, wilson_hi, cp_lo, cp_hi",
           .compute = proportion_answer},
    Method{.name = "code",
           .answers = "Which code and group of a frame a recorded value supports",
           .inputs = "[text scheme], text raw",
           .outputs = "code19, group5, unknown_kind, unknown_detail, reason",
           .compute = code_answer,
           .options = kCodeOptions,
           .fit = code_fit},
    Method{.name = "spc",
           .answers = "Is a series doing anything but what it always does",
           .inputs = "key series, text t, y, [text screen_outliers], [text rebase_start], [fix_after_n], [text target], [text improvement]",
           .outputs = "mean, lpl, upl, outside_limits, close_to_limits, relative_to_mean, special_cause, limits",
           .shape = Shape::across_a_set,
           .compute = spc_answer},
    Method{.name = "laney",
           .answers = "Is a share over time more than chance moves it, where the numbers are large",
           .inputs = "[key series], text point, events, n",
           .outputs = "p, sigma_p, z, ucl_p, lcl_p, ucl_pprime, lcl_pprime, centre",
           .shape = Shape::across_a_set,
           .compute = laney_answer},
    Method{.name = "laney-u",
           .answers = "Is a rate over time more than chance moves it, where the numbers are large",
           .inputs = "[key series], text point, events, n",
           .outputs = "u, sigma_u, z, ucl_u, lcl_u, ucl_uprime, lcl_uprime, centre",
           .shape = Shape::across_a_set,
           .compute = laney_u_answer},
    Method{.name = "g-chart",
           .answers = "Do rare events come closer together, counted by the cases between them",
           .inputs = "[key series], text point, gap",
           .outputs = "mean_gap, ucl, lcl, chance_lower, chance_upper, outside_limits",
           .shape = Shape::across_a_set,
           .compute = g_chart_answer},
    Method{.name = "t-chart",
           .answers = "Do rare events come closer together, counted by the time between them",
           .inputs = "[key series], text point, time",
           .outputs = "centre, ucl, lcl, outside_limits",
           .shape = Shape::across_a_set,
           .compute = t_chart_answer},
    Method{.name = "cusum",
           .answers = "Has a small shift lasted",
           .inputs = "[key series], text t, y, [target], [sigma]",
           .outputs = "z, cusum_high, cusum_low, signal",
           .shape = Shape::across_a_set,
           .compute = cusum_answer,
           .options = kCusumOptions,
           .fit = cusum_fit},
    Method{.name = "pay-gap",
           .answers = "How much less a group is paid, and who is in each quarter of the pay order",
           .inputs = "key set_id, text employee, text group, hourly",
           .outputs = "group, n_ref, n_group, mean_ref, mean_group, median_ref, median_group, mean_gap_pct, median_gap_pct, use",
           .shape = Shape::of_a_set,
           .compute = pay_gap_answer,
           .options = kPayOptions,
           .fit = pay_gap_fit},
    Method{.name = "shrink",
           .answers = "What a small area's rate is once chance is allowed for",
           .inputs = "text unit, events, population",
           .outputs = "raw, shrinkage_weight, eb_estimate",
           .shape = Shape::across_a_set,
           .compute = shrink_answer},
    Method{.name = "overdispersion",
           .answers = "Which units differ from their standard by more than units usually do",
           .inputs = "text unit, observed, expected",
           .outputs = "z_unadjusted, z_winsorised, z_multiplicative, z_additive, phi, tau2",
           .shape = Shape::across_a_set,
           .compute = overdispersion_answer,
           .options = kScaleOptions,
           .fit = overdispersion_fit},
    Method{.name = "rri",
           .answers = "At which link of a chain of decisions a disparity arises",
           .inputs = "text group, text stage, text base_stage, events, base",
           .outputs = "rate_prev_stage, rri_prev_stage, rate_population, rri_population",
           .shape = Shape::across_a_set,
           .compute = rri_answer,
           .options = kReferenceOptions},
    Method{.name = "wres",
           .answers = "How likely White staff are to be appointed, disciplined or trained, compared with staff from ethnic minorities",
           .inputs = "indicator, white_base, white_outcome, bme_base, bme_outcome",
           .outputs = "white_likelihood, bme_likelihood, relative_likelihood, orientation",
           .compute = wres_answer},
};

}  // namespace

std::span<const Method> methods() { return kMethods; }

const Method* find_method(std::string_view name) {
  for (const auto& method : kMethods)
    if (method.name == name) return &method;
  return nullptr;
}

bool takes_confidence(const Method& method) {
  for (const auto& column : columns_of(method.outputs))
    if (column.name.ends_with("_lo") || column.name.ends_with("_hi")) return true;
  return false;
}

}  // namespace makegood::calc
