#include "statistics/regression_parts.h"

#include <Eigen/QR>
#include <cmath>
#include <map>

#include "statistics/policy.h"

namespace makegood {

Observed observed(const Design& design, std::span<const double> events, std::span<const double> size) {
  Observed out;
  out.design.terms = design.terms;
  out.design.variables = design.variables;
  std::map<std::vector<double>, std::size_t> place;
  for (std::size_t i = 0; i < design.rows(); ++i) {
    const auto row = design.row(i);
    const auto [found, fresh] = place.try_emplace({row.begin(), row.end()}, out.events.size());
    if (fresh) {
      out.design.cells.insert(out.design.cells.end(), row.begin(), row.end());
      out.events.push_back(0);
      out.size.push_back(0);
    }
    out.events[found->second] += events[i];
    out.size[found->second] += size[i];
  }
  return out;
}

namespace statistics {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

std::vector<std::size_t> independent_columns(const MatrixXd& x) {
  constexpr double kDependent = 1e-9;  // of its length, what is left of a column once the others are taken out
  std::vector<std::size_t> kept;
  MatrixXd basis(x.rows(), 0);
  for (Index j = 0; j < x.cols(); ++j) {
    VectorXd rest = x.col(j);
    const double length = rest.norm();
    for (int twice = 0; twice < 2; ++twice) rest -= basis * (basis.transpose() * rest);
    if (!(rest.norm() > kDependent * length)) continue;
    basis.conservativeResize(Eigen::NoChange, basis.cols() + 1);
    basis.col(basis.cols() - 1) = rest.normalized();
    kept.push_back(static_cast<std::size_t>(j));
  }
  return kept;
}

Problem problem_of(const Observed& data) {
  using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  Problem out;
  out.terms = data.design.columns();
  const auto rows = static_cast<Index>(data.design.rows());
  const MatrixXd all = Eigen::Map<const RowMajor>(data.design.cells.data(), rows, static_cast<Index>(out.terms));
  out.kept = independent_columns(all);
  out.x.resize(rows, static_cast<Index>(out.kept.size()));
  for (std::size_t j = 0; j < out.kept.size(); ++j)
    out.x.col(static_cast<Index>(j)) = all.col(static_cast<Index>(out.kept[j]));
  out.events = Eigen::Map<const VectorXd>(data.events.data(), rows);
  out.size = Eigen::Map<const VectorXd>(data.size.data(), rows);
  return out;
}

MatrixXd inverse_of_cross_product(const MatrixXd& x) {
  const Eigen::HouseholderQR<MatrixXd> qr(x);
  const MatrixXd r = qr.matrixQR().topRows(x.cols()).triangularView<Eigen::Upper>();
  const MatrixXd inverse = r.triangularView<Eigen::Upper>().solve(MatrixXd::Identity(x.cols(), x.cols()));
  return inverse * inverse.transpose();
}

double normal_p(double z) { return std::erfc(std::fabs(z) / std::sqrt(2.0)); }

void fill(Regression& out, const Problem& problem, const VectorXd& beta, const MatrixXd& covariance,
          const Confidence& confidence) {
  out.coefficients.assign(problem.terms, Coefficient{.status = Status::undefined});
  out.covariance.assign(problem.terms * problem.terms, 0);
  for (std::size_t j = 0; j < problem.kept.size(); ++j) {
    const auto at = static_cast<Index>(j);
    auto& one = out.coefficients[problem.kept[j]];
    const double estimate = beta[at], se = std::sqrt(covariance(at, at));
    one.status = std::isfinite(estimate) && std::isfinite(se) && se > 0 ? Status::ok : Status::undefined;
    for (std::size_t k = 0; k < problem.kept.size(); ++k)
      out.covariance[problem.kept[j] * problem.terms + problem.kept[k]] = covariance(at, static_cast<Index>(k));
    if (one.status != Status::ok) continue;
    one.estimate = estimate;
    one.se = se;
    one.z = figure(estimate / se);
    one.p = figure(normal_p(estimate / se));
    one.ratio = figure(std::exp(estimate));
    one.ratio_limits = limits(std::exp(estimate - confidence.z() * se), std::exp(estimate + confidence.z() * se));
  }
}

}  // namespace statistics
}  // namespace makegood
