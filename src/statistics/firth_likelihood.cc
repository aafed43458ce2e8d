#include "statistics/firth_likelihood.h"

#include <Eigen/Cholesky>
#include <Eigen/QR>
#include <cmath>

namespace makegood::statistics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int kMostSteps = 200;
constexpr double kLongestStep = 5;

// log(1 + exp(eta)), which does not overflow.
double log_one_plus_exp(double eta) { return eta > 0 ? eta + std::log1p(std::exp(-eta)) : std::log1p(std::exp(eta)); }

// The upper triangle R of X'WX = R'R. Cholesky's is several times as fast as QR's, and loses twice the digits: it will
// do where the information is far from singular.
MatrixXd root_of_information(MatrixXd weighted_x) {
  constexpr double kFarFromSingular = 1e-7;
  MatrixXd information = MatrixXd::Zero(weighted_x.cols(), weighted_x.cols());
  information.selfadjointView<Eigen::Upper>().rankUpdate(weighted_x.transpose());
  const Eigen::LLT<MatrixXd, Eigen::Upper> fast(information);
  if (fast.info() == Eigen::Success && fast.rcond() > kFarFromSingular) return fast.matrixU();
  const Eigen::HouseholderQR<Eigen::Ref<MatrixXd>> slow(weighted_x);
  return slow.matrixQR().topRows(weighted_x.cols()).triangularView<Eigen::Upper>();
}

FirthPoint evaluate(const Problem& data, const VectorXd& beta) {
  FirthPoint at;
  at.beta = beta;
  const VectorXd eta = data.x * beta;
  VectorXd mean(eta.size()), weight(eta.size());
  for (Index i = 0; i < eta.size(); ++i) {
    const double other = 1 / (1 + std::exp(std::fabs(eta[i])));
    mean[i] = eta[i] < 0 ? other : 1 - other;
    weight[i] = data.size[i] * other * (1 - other);
    at.likelihood += data.events[i] * eta[i] - data.size[i] * log_one_plus_exp(eta[i]);
  }
  const MatrixXd root = root_of_information(weight.cwiseSqrt().asDiagonal() * data.x);
  const MatrixXd inverse = root.triangularView<Eigen::Upper>().solve(MatrixXd::Identity(root.cols(), root.cols()));
  at.covariance = inverse * inverse.transpose();
  at.likelihood += root.diagonal().cwiseAbs().array().log().sum();  // half the logarithm of the information's determinant
  const VectorXd hat = weight.cwiseProduct((data.x * inverse.triangularView<Eigen::Upper>()).rowwise().squaredNorm());
  at.score = data.x.transpose() * (data.events - data.size.cwiseProduct(mean) + hat.cwiseProduct((0.5 - mean.array()).matrix()));
  return at;
}

// One scoring step. Held, a coefficient takes no part: what its step would have been is taken out along its column.
VectorXd step_from(const FirthPoint& at, Index held) {
  VectorXd step = at.covariance * at.score;
  if (held != kNoneHeld) {
    step -= at.covariance.col(held) * (step[held] / at.covariance(held, held));
    step[held] = 0;
  }
  const double longest = step.cwiseAbs().maxCoeff();
  return longest > kLongestStep ? VectorXd(step * (kLongestStep / longest)) : step;
}

// Moves `at` by `step`, or by as much of it as leads uphill.
FirthPoint moved(const Problem& data, const FirthPoint& at, VectorXd& step) {
  auto next = evaluate(data, at.beta + step);
  // Scoring leaves out how the penalty bends, and can swing to and fro about the top for ever: where the slope has
  // turned by more than half, the step ends where a straight line has it level.
  const double before = at.score.dot(step), after = next.score.dot(step);
  if (after < -before / 2) {
    step *= before / (before - after);
    next = evaluate(data, at.beta + step);
  }
  for (int halvings = 0; halvings < 30 && !(next.likelihood >= at.likelihood - 1e-12 * std::fabs(at.likelihood)); ++halvings) {
    step /= 2;
    next = evaluate(data, at.beta + step);
  }
  return next;
}

}  // namespace

FirthPoint firth_maximum(const Problem& data, const VectorXd& start, Index held) {
  auto at = evaluate(data, start);
  while (at.steps < kMostSteps && !at.converged && std::isfinite(at.likelihood)) {
    VectorXd step = step_from(at, held);
    auto next = moved(data, at, step);
    next.steps = at.steps + 1;
    // Of a profile the likelihood is wanted, which is flat at its top: what a step gains says when it is near enough.
    next.converged = held == kNoneHeld ? step.cwiseAbs().maxCoeff() < 1e-12 * (1 + next.beta.cwiseAbs().maxCoeff())
                                       : at.score.dot(step) < 1e-9;
    at = std::move(next);
  }
  return at;
}

}  // namespace makegood::statistics
