#include "statistics/regression.h"

#include <Eigen/QR>
#include <algorithm>
#include <cmath>

#include "statistics/policy.h"
#include "statistics/regression_parts.h"
#include "statistics/separation.h"

namespace makegood {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using statistics::figure;
using statistics::Problem;

constexpr int kMostSteps = 100;
constexpr int kMostHalvings = 40;

// Share or rate at a linear predictor, its slope, and the variance of one person's outcome.
struct Point {
  double mean, slope, variance;
};

Point point_at(double eta, Family family) {
  if (family == Family::logistic) {
    const double mean = eta >= 0 ? 1 / (1 + std::exp(-eta)) : std::exp(eta) / (1 + std::exp(eta));
    const double other = 1 / (1 + std::exp(std::fabs(eta)));  // of mean and 1 - mean the smaller, with all its digits
    return {mean, other * (1 - other), other * (1 - other)};
  }
  const double mean = std::exp(eta);
  return {mean, mean, family == Family::poisson ? mean : mean * (1 - mean)};
}

// count log(count / expected) - (count - expected), by Loader's series where the two are close and the terms cancel.
double part(double count, double expected) {
  if (count == 0) return expected;
  const double apart = count - expected, both = count + expected;
  if (std::fabs(apart) >= 0.1 * both) return count * std::log(count / expected) - apart;
  const double v = apart / both;
  double sum = apart * v, term = 2 * count * v;
  for (int j = 1; j < 100; ++j) {
    term *= v * v;
    const double next = sum + term / (2 * j + 1);
    if (next == sum) break;
    sum = next;
  }
  return sum;
}

// Infinite where a share is 1 or more: such a step is halved.
double deviance(const Problem& data, const VectorXd& eta, Family family) {
  double sum = 0;
  for (Index i = 0; i < eta.size(); ++i) {
    const double mean = point_at(eta[i], family).mean;
    sum += part(data.events[i], data.size[i] * mean);
    if (family == Family::poisson) continue;
    if (family == Family::log_binomial && !(mean < 1)) return HUGE_VAL;
    const double other = family == Family::logistic ? point_at(-eta[i], family).mean : 1 - mean;
    sum += part(data.size[i] - data.events[i], data.size[i] * other);
  }
  return 2 * sum;
}

// The start: everybody at the overall share or rate, which is inside every family's bounds.
VectorXd start_of(const Problem& data, Family family) {
  const double mean = data.events.sum() / data.size.sum();
  const double eta = family == Family::logistic ? std::log(mean / (1 - mean)) : std::log(mean);
  return VectorXd::Constant(data.x.rows(), eta);
}

struct Fit {
  bool converged = false;
  VectorXd beta, eta;
  MatrixXd weighted_x;
  double deviance = 0;
  int steps = 0;
};

// One step of weighted least squares from `eta`.
VectorXd step(const Problem& data, const VectorXd& eta, Family family, MatrixXd& weighted_x) {
  VectorXd root(eta.size()), response(eta.size());
  for (Index i = 0; i < eta.size(); ++i) {
    const auto at = point_at(eta[i], family);
    root[i] = std::sqrt(data.size[i] * at.slope / at.variance * at.slope);
    response[i] = eta[i] + (data.events[i] / data.size[i] - at.mean) / at.slope;
  }
  weighted_x = root.asDiagonal() * data.x;
  return weighted_x.householderQr().solve(root.cwiseProduct(response));
}

Fit iterate(const Problem& data, Family family) {
  Fit fit;
  fit.eta = start_of(data, family);
  fit.deviance = deviance(data, fit.eta, family);
  fit.beta = VectorXd::Zero(data.x.cols());
  for (; fit.steps < kMostSteps && !fit.converged; ++fit.steps) {
    const VectorXd full = step(data, fit.eta, family, fit.weighted_x);
    VectorXd beta = full;
    if (!beta.allFinite()) return fit;
    double now = deviance(data, data.x * beta, family);
    for (int halvings = 0; halvings < kMostHalvings && !(now <= fit.deviance + 1e-9 * (1 + fit.deviance)); ++halvings) {
      if (fit.steps == 0)
        beta = (beta + data.x.householderQr().solve(fit.eta)) / 2;
      else
        beta = (beta + fit.beta) / 2;
      now = deviance(data, data.x * beta, family);
    }
    if (!std::isfinite(now)) return fit;
    const double moved = (data.x * (beta - fit.beta)).cwiseAbs().maxCoeff();
    fit.converged = fit.steps > 0 && moved < 1e-10 * (1 + fit.eta.cwiseAbs().maxCoeff());
    fit.beta = beta;
    fit.eta = data.x * beta;
    fit.deviance = now;
    if (fit.eta.cwiseAbs().maxCoeff() > 30 && family == Family::logistic) return fit;  // on its way to infinity
  }
  static_cast<void>(step(data, fit.eta, family, fit.weighted_x));  // weights at the estimates
  return fit;
}

Status fault_of(const Observed& data, Family family) {
  double events = 0, size = 0;
  for (std::size_t i = 0; i < data.events.size(); ++i) {
    if (data.events[i] < 0 || data.size[i] < 0) return Status::negative;
    if (family != Family::poisson && data.events[i] > data.size[i]) return Status::events_exceed_n;
    if (data.size[i] == 0) return Status::zero_denominator;
    events += data.events[i];
    size += data.size[i];
  }
  const bool all = family != Family::poisson && events == size;
  return size > 0 && events > 0 && !all && std::isfinite(size) ? Status::ok : Status::undefined;
}

Regression failed(const Observed& data, Status status) {
  Regression out;
  out.status = status;
  out.coefficients.assign(data.design.columns(), Coefficient{.status = status});
  out.covariance.assign(data.design.columns() * data.design.columns(), 0);
  return out;
}

// Firth's estimates; the terms of the separating direction carry the word for it.
Regression separated(const Observed& data, const Problem& problem, const VectorXd& direction,
                     const Confidence& confidence) {
  auto out = regress_firth(data, confidence);
  out.status = Status::separation;
  for (std::size_t j = 0; j < problem.kept.size(); ++j)
    if (direction[static_cast<Index>(j)] != 0) out.coefficients[problem.kept[j]].status = Status::separation;
  return out;
}

// For Poisson and log-binomial a zero cell is what drives a term to minus infinity.
bool runs_away(const Fit& fit) { return !fit.converged || fit.eta.minCoeff() < -25; }

}  // namespace

Regression regress(const Observed& data, Family family, const Confidence& confidence) {
  if (const auto fault = fault_of(data, family); fault != Status::ok) return failed(data, fault);
  const auto problem = statistics::problem_of(data);
  if (!problem.x.allFinite() || problem.kept.empty()) return failed(data, Status::undefined);
  const auto fit = iterate(problem, family);
  if (family == Family::logistic && (!fit.converged || fit.eta.cwiseAbs().maxCoeff() > 12)) {
    const auto direction = statistics::separating_direction(problem.x, problem.events, problem.size);
    if (direction.size() > 0) return separated(data, problem, direction, confidence);
  }
  if (family != Family::logistic && runs_away(fit) && (problem.events.array() == 0).any())
    return failed(data, Status::separation);
  if (!fit.converged) return failed(data, Status::undefined);
  Regression out;
  statistics::fill(out, problem, fit.beta, statistics::inverse_of_cross_product(fit.weighted_x), confidence);
  out.deviance = figure(fit.deviance);
  out.iterations = fit.steps;
  return out;
}

}  // namespace makegood
