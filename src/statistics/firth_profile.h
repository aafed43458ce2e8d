#pragma once
// Limits and p-values from Firth's penalised likelihood itself. Wald's take the likelihood for a parabola, which it is
// furthest from where an outcome is separated: there the limits are far from equally distant.

#include "statistics/firth_likelihood.h"

namespace makegood::statistics {

/// Replaces the limits and p of every coefficient of `out` by those of the profile of the penalised likelihood, whose
/// maximum is `best`: the values at which twice the drop of its logarithm is the square of z, and the drop at 0.
/// Edge: a profile whose limit is not found leaves it empty.
/// Source: Heinze and Schemper 2002, Statistics in Medicine 21; Venzon and Moolgavkar 1988, Applied Statistics 37.
void put_profile(Regression& out, const Problem& problem, const FirthPoint& best, const Confidence& confidence);

/// Whether that takes minutes at most: the work grows with the rows of different people and the cube of the terms.
[[nodiscard]] bool profile_in_reach(std::size_t rows, std::size_t terms);

}  // namespace makegood::statistics
