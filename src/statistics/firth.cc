// Firth's penalised likelihood for logistic regression: finite whatever the data, and less biased in small ones.
#include <Eigen/QR>
#include <cmath>

#include "statistics/policy.h"
#include "statistics/regression.h"
#include "statistics/regression_parts.h"

namespace makegood {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using statistics::Problem;

constexpr int kMostSteps = 200;
constexpr double kLongestStep = 5;

// log(1 + exp(eta)), which does not overflow.
double log_one_plus_exp(double eta) { return eta > 0 ? eta + std::log1p(std::exp(-eta)) : std::log1p(std::exp(eta)); }

struct At {
  VectorXd mean, weight;
  MatrixXd weighted_x, covariance;
  double likelihood = 0;  ///< penalised
};

At evaluate(const Problem& data, const VectorXd& beta) {
  At at;
  const VectorXd eta = data.x * beta;
  at.mean.resize(eta.size());
  at.weight.resize(eta.size());
  for (Index i = 0; i < eta.size(); ++i) {
    const double other = 1 / (1 + std::exp(std::fabs(eta[i])));
    at.mean[i] = eta[i] < 0 ? other : 1 - other;
    at.weight[i] = data.size[i] * other * (1 - other);
    at.likelihood += data.events[i] * eta[i] - data.size[i] * log_one_plus_exp(eta[i]);
  }
  at.weighted_x = at.weight.cwiseSqrt().asDiagonal() * data.x;
  at.covariance = statistics::inverse_of_cross_product(at.weighted_x);
  // Half the log determinant of the information is the sum of the logs of R's diagonal.
  at.likelihood += at.weighted_x.householderQr().matrixQR().diagonal().cwiseAbs().array().log().sum();
  return at;
}

VectorXd direction(const Problem& data, const At& at) {
  const VectorXd hat = (at.weighted_x * at.covariance).cwiseProduct(at.weighted_x).rowwise().sum();
  const VectorXd residual =
      data.events - data.size.cwiseProduct(at.mean) + hat.cwiseProduct((0.5 - at.mean.array()).matrix());
  VectorXd step = at.covariance * (data.x.transpose() * residual);
  const double longest = step.cwiseAbs().maxCoeff();
  if (longest > kLongestStep) step *= kLongestStep / longest;
  return step;
}

}  // namespace

Regression regress_firth(const Observed& data, const Confidence& confidence) {
  Regression out;
  out.firth = true;
  const auto problem = statistics::problem_of(data);
  VectorXd beta = VectorXd::Zero(problem.x.cols());
  auto at = evaluate(problem, beta);
  bool converged = false;
  for (; out.iterations < kMostSteps && !converged && std::isfinite(at.likelihood); ++out.iterations) {
    VectorXd step = direction(problem, at);
    auto next = evaluate(problem, beta + step);
    for (int halvings = 0; halvings < 30 && !(next.likelihood >= at.likelihood - 1e-12 * std::fabs(at.likelihood));
         ++halvings) {
      step /= 2;
      next = evaluate(problem, beta + step);
    }
    beta += step;
    at = std::move(next);
    converged = step.cwiseAbs().maxCoeff() < 1e-10 * (1 + beta.cwiseAbs().maxCoeff());
  }
  out.status = converged ? Status::ok : Status::undefined;
  statistics::fill(out, problem, beta, at.covariance, confidence);
  if (!converged)
    for (auto& one : out.coefficients) one = {.status = Status::undefined};
  return out;
}

}  // namespace makegood
