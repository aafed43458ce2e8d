#pragma once
// What maximum likelihood and Firth's estimates share. Included by .cc files only.

#include <Eigen/Core>

#include "statistics/regression.h"

namespace makegood::statistics {

/// The columns that others do not determine, and the counts, as Eigen has them.
struct Problem {
  Eigen::MatrixXd x;
  Eigen::VectorXd events, size;
  std::vector<std::size_t> kept;  ///< place of each column among the terms
  std::size_t terms = 0;
};
[[nodiscard]] Problem problem_of(const Observed& data);

/// Finds columns that those before them determine, as R leaves them out: in order, none weighted above another.
[[nodiscard]] std::vector<std::size_t> independent_columns(const Eigen::MatrixXd& x);

/// The inverse of X'X by QR.
[[nodiscard]] Eigen::MatrixXd inverse_of_cross_product(const Eigen::MatrixXd& x);

/// Wald's z, p and limits for each term; undefined for terms that were left out.
void fill(Regression& out, const Problem& problem, const Eigen::VectorXd& beta, const Eigen::MatrixXd& covariance,
          const Confidence& confidence);

/// Two-sided.
[[nodiscard]] double normal_p(double z);

}  // namespace makegood::statistics
