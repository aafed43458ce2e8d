#pragma once
// statistics: what a sceptical statistician accepts, for counts of people. Intervals, comparisons of
// two groups, strata, standardisation, funnels. Distributions are Boost.Math's; what is written here is
// what stands around them: which method answers which question, and what happens at 0, 1, n = 1
// and 1e9, where textbook forms lose their digits.
//
//   Status, Figure, Limits   a figure may not exist; then its place is empty and a word says why
//   Confidence               how sure an interval is to be; 95 % unless said
//   proportion, rate, mean   a share, a rate, a mean with their limits; wilson for many shares at once; quantile_groups
//   TwoByTwo, rate_ratio     two groups compared: ratios, differences, tests, four fifths
//   mantel_haenszel          two groups compared within strata, and whether the strata agree
//   adjust                   p-values of many tests
//   unknown_bounds, detectable, anytime_share, follows   what a scrutineer asks of a comparison
//   direct_rate, indirect_ratio   standardisation; funnel_*, inequality
//   xmr, count_chart, g_chart, t_chart, cusum, more_than_before   figures over time
//   pay_gap, pay_quarters, decompose            pay
//   regress, standardised_risks                 logistic, Poisson, log-binomial; separation is named
//   shrink, overdispersion, relative_rates, relative_likelihood   units and decisions compared
//
//   const Proportion share = proportion(3, 40);
//   if (share.status != Status::ok) return word(share.status);      // "events_exceed_n"
//   show(*share.estimate, *share.wilson.lower, *share.wilson.upper);
//   const auto sure = Confidence::of(0.998);                         // nothing unless 0 < level < 1
//   const Limits exact = clopper_pearson(3, 40, *sure);
//   static_assert(is_contradiction(Status::events_exceed_n));        // the input is wrong, not the world
//
// Nothing here throws and no NaN or infinity leaves it. statistics must not know where numbers come
// from (files, registers, cubes) nor what is done with them.

#include "statistics/adjust.h"
#include "statistics/anytime.h"
#include "statistics/binomial_test.h"
#include "statistics/confidence.h"
#include "statistics/count_chart.h"
#include "statistics/cusum.h"
#include "statistics/decision_chain.h"
#include "statistics/decomposition.h"
#include "statistics/detectable.h"
#include "statistics/funnel.h"
#include "statistics/funnel_place.h"
#include "statistics/hypergeometric.h"
#include "statistics/inequality.h"
#include "statistics/mantel_haenszel.h"
#include "statistics/mean.h"
#include "statistics/more_than_before.h"
#include "statistics/overdispersion.h"
#include "statistics/pay_gap.h"
#include "statistics/proportion.h"
#include "statistics/quantile_groups.h"
#include "statistics/r_by_c.h"
#include "statistics/rare_chart.h"
#include "statistics/rate.h"
#include "statistics/rate_ratio.h"
#include "statistics/received.h"
#include "statistics/regression.h"
#include "statistics/shrink.h"
#include "statistics/spc.h"
#include "statistics/standardise.h"
#include "statistics/status.h"
#include "statistics/two_by_two.h"
#include "statistics/unknown_group.h"
#include "statistics/wres.h"
