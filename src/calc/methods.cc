// The table of methods. Column lists are the contract with other people's scripts: they may grow,
// never change. How they are written: method.h.
#include <array>

#include "calc/answers.h"
#include "calc/calc.h"

namespace makegood::calc {
namespace {

constexpr std::array kPerOnly = {kPer};
constexpr std::array kPerAndYears = {kPer, kYears};
constexpr std::array kQuantilesOnly = {kQuantiles};
constexpr std::array kSii = {kTransform, kMultiplier};

constexpr std::array kMethods = {
    Method{.name = "proportion",
           .answers = "What share of people, and between which limits",
           .inputs = "events, n, [confidence]",
           .outputs = "estimate, wilson_lo, wilson_hi, cp_lo, cp_hi",
           .compute = proportion_answer},
    Method{.name = "rate",
           .answers = "How often in so much time or so many people, and between which limits",
           .inputs = "events, person_time, [multiplier], [confidence]",
           .outputs = "rate, rate_lo, rate_hi, exact_lo, exact_hi, byars_lo, byars_hi, ukhsa_lo, ukhsa_hi, ukhsa_method",
           .compute = rate_answer},
    Method{.name = "mean",
           .answers = "The mean of some values, and between which limits",
           .inputs = "[key area], values",
           .outputs = "value_sum, value_count, stdev, value, lower95_0cl, upper95_0cl, lower99_8cl, upper99_8cl",
           .shape = Shape::of_a_set,
           .compute = mean_answer},
    Method{.name = "quantile",
           .answers = "Which tenth, fifth or other group each area belongs to",
           .inputs = "[key GroupSet], [key IndSexRef], [key ParentCode], Value, [text Polarity], [text QuantileNm]",
           .outputs = "QuantileInGrp",
           .shape = Shape::across_a_set,
           .compute = quantile_answer,
           .options = kQuantilesOnly,
           .fit = fit_quantile},
    Method{.name = "two-by-two",
           .answers = "Two groups compared by the share of each",
           .inputs = "a, n1, b, n2, [confidence]",
           .outputs = "p1, p2, rr, katz_lo, katz_hi, rr_score_lo, rr_score_hi, or, woolf_lo, woolf_hi, or_cond_mle, or_exact_lo, "
                      "or_exact_hi, fisher_p, fisher_midp, rd, newcombe_lo, newcombe_hi, min_expected, chi2, chi2_p, chi2_yates, "
                      "chi2_yates_p, four_fifths, four_fifths_flips",
           .compute = two_by_two_answer},
    Method{.name = "rate-ratio",
           .answers = "Two groups compared by how often something happened in each",
           .inputs = "a, t1, b, t2, [confidence]",
           .outputs = "rate1, rate2, rate_ratio, lognormal_lo, lognormal_hi, exact_lo, exact_hi, exact_p, rate_diff, rate_diff_lo, "
                      "rate_diff_hi",
           .compute = rate_ratio_answer},
    Method{.name = "mantel-haenszel",
           .answers = "Two groups compared within strata, like with like",
           .inputs = "key set_id, text stratum, a, n1, b, n2",
           .outputs = "crude_rr, mh_or, mh_or_lo, mh_or_hi, mh_rr, mh_rr_lo, mh_rr_hi, mh_rd, mh_rd_lo, mh_rd_hi, cmh_chi2, cmh_p, "
                      "cmh_chi2_cc, cmh_p_cc, breslow_day, breslow_day_tarone, homog_df, breslow_day_tarone_p, reversal",
           .shape = Shape::of_a_set,
           .compute = mantel_haenszel_answer},
    Method{.name = "mantel-haenszel-rate",
           .answers = "Two rates compared within strata, like with like",
           .inputs = "key set_id, text stratum, a, t1, b, t2",
           .outputs = "mh_irr, mh_irr_lo, mh_irr_hi",
           .shape = Shape::of_a_set,
           .compute = mantel_haenszel_rate_answer},
    Method{.name = "adjust-p",
           .answers = "p-values corrected for having asked many questions",
           .inputs = "key set_id, text idx, p",
           .outputs = "bh, by, holm, hochberg, bonferroni",
           .shape = Shape::across_a_set,
           .compute = adjust_p_answer},
    Method{.name = "dsr",
           .answers = "A rate as if every group had the same ages",
           .inputs = "key group, text ageband, events?, population, standard_population, [f1], [f2], [f3], [f4], [f5], [f6], [f7], [f8], "
                     "[f9]",
           .outputs = "observed, population, crude, dsr, dsr_lo, dsr_hi",
           .shape = Shape::of_a_set,
           .compute = dsr_answer,
           .options = kPerOnly,
           .fit = fit_per},
    Method{.name = "isr",
           .answers = "Events against what a reference population's rates would have brought",
           .inputs = "key group, text ageband, events?, population?, reference_events?, reference_population",
           .outputs = "observed, expected, ratio, ratio_lo, ratio_hi, method",
           .shape = Shape::of_a_set,
           .compute = isr_answer},
    Method{.name = "funnel-proportion",
           .answers = "How far a share may lie from the average by chance, by size",
           .inputs = "n, p0",
           .outputs = "lo95, hi95, lo998, hi998",
           .compute = funnel_proportion_answer},
    Method{.name = "funnel-ratio",
           .answers = "For how many expected events an observed number is no surprise",
           .inputs = "observed",
           .outputs = "exp_lo95, exp_hi95, exp_lo998, exp_hi998",
           .compute = funnel_ratio_answer},
    Method{.name = "funnel-rate",
           .answers = "How far a rate may lie from the average by chance, by number of events",
           .inputs = "Events, baseline",
           .outputs = "lower_2s_population_1_year, lower_2s_limit, upper_2s_population_1_year, upper_2s_limit, "
                      "lower_3s_population_1_year, lower_3s_limit, upper_3s_population_1_year, upper_3s_limit",
           .compute = funnel_rate_answer,
           .options = kPerAndYears,
           .fit = fit_per},
    Method{.name = "sii",
           .answers = "How an indicator runs from the most to the least deprived",
           .inputs = "[key TestDescription], [key Area], Quantile, Population, Value",
           .outputs = "sii, rii, Intercept",
           .shape = Shape::of_a_set,
           .compute = sii_answer,
           .options = kSii,
           .fit = fit_sii},
    Method{.name = "chi-square",
           .answers = "Whether what happens depends on the group, in a table of any size, and in which cells",
           .inputs = "key set_id, text row, text column, count",
           .outputs = "chi2, df, p, cramers_v, min_expected, expected, residual, standardised",
           .shape = Shape::across_a_set,
           .compute = chi_square_answer},
    Method{.name = "unknown-bounds",
           .answers = "Whether a comparison would stand whoever the people of unknown ethnicity are",
           .inputs = "a, n1, b, n2, unknown_events, unknown_people, [line]",
           .outputs = "known_rr, lowest_rr, highest_rr, calibrated_rr, verdict",
           .compute = unknown_bounds_answer},
    Method{.name = "detectable",
           .answers = "How large a disparity must be for so many people to show it",
           .inputs = "n1, n2, p2, [power], [confidence]",
           .outputs = "higher_p1, higher_rr, lower_p1, lower_rr",
           .compute = detectable_answer},
    Method{.name = "anytime",
           .answers = "A share with limits that hold however often one looks",
           .inputs = "events, n, [confidence]",
           .outputs = "estimate, anytime_lo, anytime_hi",
           .compute = anytime_answer},
};

}  // namespace

std::span<const Method> methods() { return kMethods; }

const Method* find_method(std::string_view name) {
  for (const auto& method : kMethods)
    if (method.name == name) return &method;
  return nullptr;
}

bool takes_confidence(const Method& method) {
  for (const auto& column : columns_of(method.inputs))
    if (column.name == "confidence") return true;
  for (const auto& column : columns_of(method.outputs))
    if (column.name.ends_with("_lo") || column.name.ends_with("_hi")) return true;
  return false;
}

}  // namespace makegood::calc
