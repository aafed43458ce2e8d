#pragma once
// The penalised likelihood that Firth's estimates maximise, and its maximum. Included by .cc files only.

#include <Eigen/Core>

#include "statistics/regression_parts.h"

namespace makegood::statistics {

/// Everything that is known at one place.
struct FirthPoint {
  Eigen::VectorXd beta;
  Eigen::MatrixXd covariance;  ///< the inverse of the information
  Eigen::VectorXd score;       ///< the slope of the penalised log likelihood
  double likelihood = 0;       ///< its logarithm, with half the log determinant of the information
  int steps = 0;
  bool converged = false;
};

inline constexpr Eigen::Index kNoneHeld = -1;

/// The highest place to be found from `start`, with the coefficient `held` left as it is there.
[[nodiscard]] FirthPoint firth_maximum(const Problem& data, const Eigen::VectorXd& start, Eigen::Index held = kNoneHeld);

}  // namespace makegood::statistics
