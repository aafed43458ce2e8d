#pragma once
// Two groups compared by what share of each had something happen to it.
//
// The first group is the one in question, the second the one that it is compared with. A ratio above 1
// says that it happened more often in the first.

#include <cstdint>

#include "statistics/confidence.h"
#include "statistics/hypergeometric.h"
#include "statistics/status.h"

namespace makegood {

/// Events `a` of `n1` people in the first group and `b` of `n2` in the second. Counts are whole.
struct TwoByTwo {
  double a = 0, n1 = 0, b = 0, n2 = 0;
  [[nodiscard]] TwoByTwo swapped() const { return {b, n2, a, n1}; }
};

/// What the comparisons below would refuse: not_a_number, negative, too_large, not_whole, events_exceed_n,
/// zero_denominator (a group without people), or ok. They may be called with a table that is ok only.
[[nodiscard]] Status check_table(const TwoByTwo& table);

/// p1 / p2. Edge: b = 0 gives no ratio (it is infinite, or 0 / 0).
[[nodiscard]] Figure risk_ratio(const TwoByTwo& table);
/// Katz's limits of the risk ratio, on the logarithm. Edge: a = 0 or b = 0 gives none.
/// Source: Katz, Baptista, Azen and Pike 1978, Biometrics 34.
[[nodiscard]] Limits katz(const TwoByTwo& table, const Confidence& confidence);

enum class Score { koopman, miettinen_nurminen };
/// Score limits of the risk ratio; good where counts are small. Miettinen and Nurminen's are Koopman's
/// with the variance times N / (N - 1).
/// Edge: a = 0 has the lower limit 0; b = 0 has a lower limit only; both 0 has neither.
/// Source: Koopman 1984, Biometrics 40; Miettinen and Nurminen 1985, Statistics in Medicine 4.
[[nodiscard]] Limits score_ratio(const TwoByTwo& table, const Confidence& confidence, Score score = Score::koopman);

/// Odds of the first over odds of the second, ad / bc. Edge: none where it would be infinite or 0 / 0.
[[nodiscard]] Figure odds_ratio(const TwoByTwo& table);
/// Woolf's limits of the odds ratio, on the logarithm. Edge: a cell of 0 gives none.
/// Source: Woolf 1955, Annals of Human Genetics 19.
[[nodiscard]] Limits woolf(const TwoByTwo& table, const Confidence& confidence);

/// p1 - p2, and Newcombe's limits from Wilson's (his method 10, without continuity correction).
/// Source: Newcombe 1998, Statistics in Medicine 17, 873-890.
[[nodiscard]] double risk_difference(const TwoByTwo& table);
[[nodiscard]] Limits newcombe(const TwoByTwo& table, const Confidence& confidence);

struct ChiSquare {
  Figure min_expected;  ///< the smallest expected count; below 5, prefer Fisher's test
  Figure plain, plain_p, yates, yates_p;
};
/// Pearson's chi-square without and with Yates's correction (at most the difference itself, as R's chisq.test).
/// Edge: nobody had it, or everybody: no statistic.
[[nodiscard]] ChiSquare chi_square(const TwoByTwo& table);

/// The four-fifths rule: a rule of thumb of US origin (EEOC 1978), used in the NHS's WRES, of no force in UK law.
enum class FourFifths { undefined, within, below, above };
[[nodiscard]] std::string_view word(FourFifths flag);  ///< "", "within", "below_0.8", "above_1.25"
/// Of p1 / p2, compared in whole numbers: exactly 0.8 is within.
[[nodiscard]] FourFifths four_fifths(const TwoByTwo& table);
/// How many decisions about the first group would have had to go the other way for the flag to be
/// different; nothing where no number of them would. A flag that one decision changes says little.
[[nodiscard]] std::optional<std::int64_t> flip_count(const TwoByTwo& table);

}  // namespace makegood
