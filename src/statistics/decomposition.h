#pragma once
// Oaxaca and Blinder: how much of a gap in pay (or any mean) goes with differences in grade, tenure and hours, and how
// much is left when those are alike. "Unexplained" is not the same as discrimination, nor is "explained" innocent: who
// gets which grade may be where the inequality lies.

#include <span>
#include <string_view>
#include <vector>

#include "statistics/design.h"
#include "statistics/status.h"

namespace makegood {

/// Whose coefficients say what grade and tenure are worth.
enum class Worth {
  group_a,  ///< those of group A (the reference group, usually the better paid)
  group_b,
  pooled,    ///< of all, with a column for the group beside the others (Jann; Fortin)
  neumark,   ///< of all, without it: counts some of the unexplained as explained
  equal,     ///< midway between A and B (Reimers)
  weighted,  ///< between them by the number of people (Cotton)
};
[[nodiscard]] std::string_view word(Worth worth);

struct Shares {
  double explained = 0, unexplained = 0;
  double interaction = 0;  ///< three-fold only
};

/// One way of dividing the gap: by term, in the order of the design, and in total. All the shares sum to the gap.
struct Division {
  bool threefold = false;  ///< explained = endowments, unexplained = coefficients, both from the standpoint of group B
  Worth worth = Worth::group_b;
  Figure group_weight;  ///< of A's coefficients in the reference; -1 neumark and -2 pooled, as R's oaxaca numbers them
  std::vector<Shares> terms;
  Shares total;
};

struct Decomposition {
  Status status = Status::ok;
  Figure mean_a, mean_b, gap;       ///< A - B
  std::vector<Division> divisions;  ///< two-fold for each Worth, then three-fold
};

/// `in_b[i]` says to which of the two groups row i of the design belongs; `outcome` has a value a row.
/// Edge: a term that cannot be estimated in one group (nobody of it has that grade, or all have) -> missing_strata.
/// Refuses, as its status: a group with fewer people than terms -> undefined.
/// Source: R. Oaxaca 1973, International Economic Review 14; A. Blinder 1973, Journal of Human Resources 8;
/// B. Jann 2008, Stata Journal 8.
[[nodiscard]] Decomposition decompose(const Design& design, std::span<const double> outcome,
                                      const std::vector<bool>& in_b);

}  // namespace makegood
