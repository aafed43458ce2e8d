#include "statistics/separation.h"

#include <Eigen/QR>
#include <vector>

namespace makegood::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kNothing = 1e-9;

// Rows turned so that every one of them should lie on the positive side; columns scaled to length 1.
MatrixXd turned_rows(const MatrixXd& x, const VectorXd& events, const VectorXd& size) {
  std::vector<std::pair<Index, double>> rows;
  for (Index i = 0; i < x.rows(); ++i) {
    if (events[i] > 0) rows.emplace_back(i, 1.0);
    if (size[i] > events[i]) rows.emplace_back(i, -1.0);
  }
  MatrixXd z(static_cast<Index>(rows.size()), x.cols());
  for (std::size_t i = 0; i < rows.size(); ++i) z.row(static_cast<Index>(i)) = x.row(rows[i].first) * rows[i].second;
  return z;
}

MatrixXd chosen(const MatrixXd& a, const std::vector<Index>& columns) {
  MatrixXd out(a.rows(), static_cast<Index>(columns.size()));
  for (std::size_t i = 0; i < columns.size(); ++i) out.col(static_cast<Index>(i)) = a.col(columns[i]);
  return out;
}

// Lawson and Hanson: the residual b - a m of least squares over m >= 0.
VectorXd residual_of_nnls(const MatrixXd& a, const VectorXd& b) {
  VectorXd m = VectorXd::Zero(a.cols());
  std::vector<Index> passive;
  VectorXd residual = b;
  for (Index step = 0; step < 3 * (a.cols() + a.rows()); ++step) {
    VectorXd slope = a.transpose() * residual;
    for (const auto i : passive) slope[i] = 0;
    Index enters = 0;
    if (slope.size() == 0 || slope.maxCoeff(&enters) <= kNothing * (1 + b.norm())) break;
    passive.push_back(enters);
    while (true) {
      const VectorXd trial = chosen(a, passive).colPivHouseholderQr().solve(b);
      double reach = 1;
      for (std::size_t i = 0; i < passive.size(); ++i)
        if (trial[static_cast<Index>(i)] <= 0) {
          const double now = m[passive[i]];
          reach = std::min(reach, now / (now - trial[static_cast<Index>(i)] + 1e-300));
        }
      std::vector<Index> kept;
      for (std::size_t i = 0; i < passive.size(); ++i) {
        auto& value = m[passive[i]];
        value += reach * (trial[static_cast<Index>(i)] - value);
        if (value > 1e-14 || (reach == 1 && value > 0))
          kept.push_back(passive[i]);
        else
          value = 0;
      }
      const bool settled = reach == 1 || kept.empty();
      passive = std::move(kept);
      if (settled) break;
    }
    residual = b - a * m;
  }
  return residual;
}

}  // namespace

VectorXd separating_direction(const MatrixXd& x, const VectorXd& events, const VectorXd& size) {
  VectorXd scale = x.colwise().norm().transpose();
  for (auto& one : scale)
    if (one == 0) one = 1;
  MatrixXd z = turned_rows(x, events, size) * scale.cwiseInverse().asDiagonal();
  if (z.rows() == 0) return {};
  z /= std::max(z.rowwise().norm().maxCoeff(), 1e-300);
  // Is there m >= 0 with z' (1 + m) = 0?
  const VectorXd residual = residual_of_nnls(z.transpose(), -(z.transpose() * VectorXd::Ones(z.rows())));
  const VectorXd direction = -residual;
  const VectorXd along = z * direction;
  if (direction.norm() < 1e-9 * (1 + static_cast<double>(z.rows())) || along.maxCoeff() < 1e-9 ||
      along.minCoeff() < -1e-7 * along.maxCoeff())
    return {};
  VectorXd out = direction.cwiseQuotient(scale);
  const double largest = direction.cwiseAbs().maxCoeff();
  for (Index i = 0; i < out.size(); ++i)
    if (std::abs(direction[i]) < 1e-7 * largest) out[i] = 0;
  return out;
}

}  // namespace makegood::statistics
