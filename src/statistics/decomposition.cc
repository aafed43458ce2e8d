#include "statistics/decomposition.h"

#include <Eigen/QR>
#include <array>
#include <cmath>

#include "statistics/policy.h"
#include "statistics/regression_parts.h"

namespace makegood {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::array kWorths = {Worth::group_a, Worth::group_b, Worth::pooled,
                                Worth::neumark, Worth::equal,   Worth::weighted};

struct Group {
  MatrixXd x;
  VectorXd y;
  VectorXd means;  ///< of each column
  VectorXd beta;
};

bool has_all_columns(const MatrixXd& x) {
  return x.rows() >= x.cols() && static_cast<Index>(statistics::independent_columns(x).size()) == x.cols();
}

VectorXd least_squares(const MatrixXd& x, const VectorXd& y) { return x.householderQr().solve(y); }

Group group_of(const Design& design, std::span<const double> outcome, const std::vector<bool>& in_b, bool b) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < in_b.size(); ++i)
    if (in_b[i] == b) rows.push_back(i);
  Group out;
  out.x.resize(static_cast<Index>(rows.size()), static_cast<Index>(design.columns()));
  out.y.resize(static_cast<Index>(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < design.columns(); ++j)
      out.x(static_cast<Index>(i), static_cast<Index>(j)) = design.row(rows[i])[j];
    out.y[static_cast<Index>(i)] = outcome[rows[i]];
  }
  return out;
}

// The coefficients of both groups together, with a column for the group or without it.
VectorXd of_all(const Group& a, const Group& b, bool with_group) {
  const auto columns = a.x.cols(), rows = a.x.rows() + b.x.rows();
  MatrixXd x(rows, columns + (with_group ? 1 : 0));
  x.topLeftCorner(a.x.rows(), columns) = a.x;
  x.bottomLeftCorner(b.x.rows(), columns) = b.x;
  if (with_group) {
    x.col(columns).head(a.x.rows()).setZero();
    x.col(columns).tail(b.x.rows()).setOnes();
  }
  VectorXd y(rows);
  y << a.y, b.y;
  return least_squares(x, y).head(columns);
}

VectorXd worth_of(Worth worth, const Group& a, const Group& b) {
  const auto na = static_cast<double>(a.x.rows()), nb = static_cast<double>(b.x.rows());
  switch (worth) {
    case Worth::group_a:
      return a.beta;
    case Worth::group_b:
      return b.beta;
    case Worth::pooled:
      return of_all(a, b, true);
    case Worth::neumark:
      return of_all(a, b, false);
    case Worth::equal:
      return (a.beta + b.beta) / 2;
    case Worth::weighted:
      return (na * a.beta + nb * b.beta) / (na + nb);
  }
  return a.beta;
}

Figure weight_of(Worth worth, const Group& a, const Group& b) {
  const auto na = static_cast<double>(a.x.rows()), nb = static_cast<double>(b.x.rows());
  switch (worth) {
    case Worth::group_a:
      return 1.0;
    case Worth::group_b:
      return 0.0;
    case Worth::equal:
      return 0.5;
    case Worth::weighted:
      return na / (na + nb);
    case Worth::neumark:
      return -1.0;
    case Worth::pooled:
      break;
  }
  return -2.0;
}

void sum_up(Division& division) {
  for (const auto& term : division.terms) {
    division.total.explained += term.explained;
    division.total.unexplained += term.unexplained;
    division.total.interaction += term.interaction;
  }
}

Division twofold(Worth worth, const Group& a, const Group& b) {
  Division out{.worth = worth, .group_weight = weight_of(worth, a, b)};
  const VectorXd beta = worth_of(worth, a, b);
  for (Index j = 0; j < beta.size(); ++j)
    out.terms.push_back(
        {(a.means[j] - b.means[j]) * beta[j], a.means[j] * (a.beta[j] - beta[j]) + b.means[j] * (beta[j] - b.beta[j])});
  sum_up(out);
  return out;
}

Division threefold(const Group& a, const Group& b) {
  Division out{.threefold = true, .worth = Worth::group_b};
  for (Index j = 0; j < b.beta.size(); ++j) {
    const double apart = a.means[j] - b.means[j], worth_apart = a.beta[j] - b.beta[j];
    out.terms.push_back({apart * b.beta[j], b.means[j] * worth_apart, apart * worth_apart});
  }
  sum_up(out);
  return out;
}

bool is_finite(const Division& division) {
  return std::isfinite(division.total.explained) && std::isfinite(division.total.unexplained) &&
         std::isfinite(division.total.interaction);
}

}  // namespace

std::string_view word(Worth worth) {
  static constexpr std::array<std::string_view, 6> kWords = {"group_a", "group_b", "pooled",
                                                             "neumark", "equal",   "weighted"};
  return kWords[static_cast<std::size_t>(worth)];
}

Decomposition decompose(const Design& design, std::span<const double> outcome, const std::vector<bool>& in_b) {
  Decomposition out;
  auto a = group_of(design, outcome, in_b, false), b = group_of(design, outcome, in_b, true);
  if (a.x.rows() < a.x.cols() || b.x.rows() < b.x.cols())
    out.status = Status::undefined;
  else if (!has_all_columns(a.x) || !has_all_columns(b.x))
    out.status = Status::missing_strata;
  if (out.status != Status::ok) return out;
  for (auto* group : {&a, &b}) {
    group->means = group->x.colwise().mean().transpose();
    group->beta = least_squares(group->x, group->y);
  }
  for (const auto worth : kWorths) out.divisions.push_back(twofold(worth, a, b));
  out.divisions.push_back(threefold(a, b));
  for (const auto& division : out.divisions)
    if (!is_finite(division)) return {.status = Status::out_of_range};
  out.mean_a = statistics::figure(a.y.mean());
  out.mean_b = statistics::figure(b.y.mean());
  out.gap = statistics::figure(a.y.mean() - b.y.mean());
  return out;
}

}  // namespace makegood
