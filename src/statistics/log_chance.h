#pragma once
// Binomial chances as logarithms, exact to the last digits however many trials there are.

namespace makegood::statistics {

/// log of C(n, x) p^x q^(n-x), with q = 1 - p given apart so that a small one keeps its digits.
/// Source: Loader 2000, Fast and accurate computation of binomial probabilities.
[[nodiscard]] double log_binomial_chance(double x, double n, double p, double q);

}  // namespace makegood::statistics
