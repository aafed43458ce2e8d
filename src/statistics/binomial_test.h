#pragma once
// Whether `events` of `n` is a surprise when each has the chance p.

namespace makegood {

/// Two-sided p: all counts no likelier than the one observed, as R's binom.test (tolerance 1e-7 for ties).
/// `q` is 1 - p, given apart so that a small one keeps its digits. Needs whole 0 <= events <= n, 0 <= p <= 1.
/// Source: Clopper and Pearson 1934; R, binom.test.
[[nodiscard]] double binomial_test(double events, double n, double p, double q);

}  // namespace makegood
