#pragma once
// Regression for counts of people: logistic (odds ratios), Poisson (rate ratios), log-binomial (risk ratios), and
// risks standardised to the people themselves.

#include <span>
#include <string>
#include <vector>

#include "statistics/confidence.h"
#include "statistics/design.h"
#include "statistics/status.h"

namespace makegood {

enum class Family { logistic, poisson, log_binomial };

/// Rows of equal covariates, added up: `events` of `size` people (or of that much time, for Poisson).
struct Observed {
  Design design;
  std::vector<double> events, size;
};
/// Joins rows with the same covariates. `events` and `size` have one value a row.
[[nodiscard]] Observed observed(const Design& design, std::span<const double> events, std::span<const double> size);

struct Coefficient {
  Status status = Status::ok;
  Figure estimate, se, z, p;
  Figure ratio;         ///< exp(estimate): odds ratio, rate ratio or risk ratio
  Limits ratio_limits;  ///< Wald's, or see Regression::profiled
};

struct Regression {
  Status status = Status::ok;
  bool firth = false;                     ///< estimated by penalised likelihood, because the outcome is separated
  bool profiled = false;                  ///< then: limits and p are those of the penalised likelihood, not Wald's
  std::vector<Coefficient> coefficients;  ///< one for each term of the design
  std::vector<double> covariance;         ///< terms x terms; 0 for terms that are not estimated
  Figure deviance;
  int iterations = 0;
};

/// Maximum likelihood by iteratively reweighted least squares, each step by QR.
/// Edge: a term that others determine is undefined, as R leaves it out. Where the outcome is certain for some values
/// (separation), likelihood has no maximum: logistic regression falls back to Firth's estimates for all terms, and the
/// terms concerned carry Status::separation; the other families give no estimate for any.
/// Refuses, as its status: no rows, no events or nothing but events -> undefined; negative; events_exceed_n (not
/// Poisson); no convergence in 100 steps -> undefined. Source: McCullagh and Nelder, Generalized Linear Models (1989);
/// D. Firth 1993, Biometrika 80; Heinze and Schemper 2002, Statistics in Medicine 21.
[[nodiscard]] Regression regress(const Observed& data, Family family, const Confidence& confidence = {});

/// Firth's estimates of a logistic regression, whether it is separated or not. Limits and p are those of the penalised
/// likelihood, as R's logistf gives them; z is the estimate over its standard error, and need not agree with p.
/// Edge: where rows x terms^3 is above 1e10 that would take longer than minutes, and they stay Wald's.
[[nodiscard]] Regression regress_firth(const Observed& data, const Confidence& confidence = {});

struct StandardisedRisk {
  std::string level;
  Figure risk, se;
  Limits limits;        ///< normal, on the scale of the risk, kept from 0 to 1
  Figure ratio;         ///< to the reference level
  Limits ratio_limits;  ///< normal, on the log scale
};

/// What the risk would be if everybody had each level of `factor` and otherwise stayed as they are: predictions of a
/// logistic or log-binomial fit, averaged; standard errors by the delta method.
/// Shape: the reference level first. Empty where the fit has no estimate for a term of the factor.
/// Source: Greenland 2004, American Journal of Epidemiology 160.
[[nodiscard]] std::vector<StandardisedRisk> standardised_risks(const Observed& data, const Regression& fit,
                                                               Family family, const Variable& factor,
                                                               const Confidence& confidence = {});

}  // namespace makegood
