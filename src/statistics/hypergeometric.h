#pragma once
// A 2 x 2 table with its margins held fixed: what Fisher's test, the conditional odds ratio and its
// exact limits are made of. Sums run outwards from where the weight is and stop where it is gone, so a
// table of 1e9 people takes a tenth of a second, and logarithms keep p-values of any smallness.

#include <algorithm>

#include "statistics/confidence.h"
#include "statistics/status.h"

namespace makegood {

/// Events `a` of `n1` and `b` of `n2`, all whole.
class FixedMargins {
 public:
  FixedMargins(double a, double n1, double b, double n2);

  /// The fewest and most events that the first group can have.
  [[nodiscard]] double fewest() const { return fewest_; }
  [[nodiscard]] double most() const { return most_; }
  [[nodiscard]] double observed() const { return a_; }

  /// Natural logarithm of the chance of `x` events in the first group when there is no difference.
  [[nodiscard]] double log_chance(double x) const;

  struct Tails {
    double lower = 0, upper = 0;  ///< of the observed count or fewer, or more, itself included
    double mean = 0;
  };
  /// Under the odds ratio exp(log_odds).
  [[nodiscard]] Tails tails(double log_odds) const;

  /// Logarithm of the sample's odds ratio, half an event added to each cell, and its standard error.
  struct Around {
    double log_odds = 0, error = 0;
  };
  [[nodiscard]] Around around() const;

  /// weight(x + 1) / weight(x) without difference.
  [[nodiscard]] double step_up(double x) const { return (n1_ - x) * (events_ - x) / ((x + 1) * (n2_ - events_ + x + 1)); }

 private:
  [[nodiscard]] double mode(double log_odds) const;
  double a_, n1_, n2_, events_, fewest_, most_;
};

struct FisherTest {
  double p = 1;      ///< two-sided: all tables no likelier than the one observed
  double mid_p = 1;  ///< the same, counting the observed table by half
  double doubled_mid_p = 1;  ///< twice the smaller one-sided mid-p
};

/// Source: Fisher 1934; two-sided as R's fisher.test has it (with its tolerance of 1e-7 for ties); mid-p:
/// Lydersen, Fagerland and Laake 2009, Statistics in Medicine 28; doubled: Rothman, as epitools has it.
/// Edge: with counts of 1e12 in every cell, the normal's p.
[[nodiscard]] FisherTest fisher_test(const FixedMargins& table);

struct ConditionalOdds {
  Figure estimate;  ///< conditional maximum likelihood
  Limits limits;    ///< exact
};

/// Shape: where the information in the table exceeds 1e8 (counts of hundreds of millions in every cell), Woolf's
/// formula, from which the exact ones then differ in the ninth digit only.
/// Edge: at the fewest possible events the estimate and the lower limit are 0; at the most there is neither
/// estimate nor upper limit (they are infinite); where only one table is possible there is no estimate.
/// Source: Cornfield 1956; Fisher 1935; as R's fisher.test.
[[nodiscard]] ConditionalOdds conditional_odds(const FixedMargins& table, const Confidence& confidence);

}  // namespace makegood
