#pragma once
// Whether a set of covariates tells the outcome for certain, in which case a logistic likelihood has no maximum.

#include <Eigen/Core>

namespace makegood::statistics {

/// A direction g with x g >= 0 wherever there were events and x g <= 0 wherever there were others, and not 0
/// throughout; empty where there is none. By Stiemke's lemma there is none exactly if positive weights balance the rows
/// to 0, which non-negative least squares decides; its residual is the direction. `x` has no dependent columns. Rows
/// with both outcomes count on both sides. Source: Albert and Anderson 1984, Biometrika 71; Lawson and Hanson, Solving
/// Least Squares Problems (1974), chapter 23.
[[nodiscard]] Eigen::VectorXd separating_direction(const Eigen::MatrixXd& x, const Eigen::VectorXd& events,
                                                   const Eigen::VectorXd& size);

}  // namespace makegood::statistics
