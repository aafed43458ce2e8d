// Firth's penalised likelihood for logistic regression: finite whatever the data, and less biased in small ones.
#include "statistics/firth_profile.h"
#include "statistics/regression.h"

namespace makegood {

Regression regress_firth(const Observed& data, const Confidence& confidence) {
  Regression out;
  out.firth = true;
  const auto problem = statistics::problem_of(data);
  const auto best = statistics::firth_maximum(problem, Eigen::VectorXd::Zero(problem.x.cols()));
  out.iterations = best.steps;
  out.status = best.converged ? Status::ok : Status::undefined;
  statistics::fill(out, problem, best.beta, best.covariance, confidence);
  out.profiled = best.converged && statistics::profile_in_reach(data.design.rows(), problem.kept.size());
  if (out.profiled) statistics::put_profile(out, problem, best, confidence);
  if (!best.converged)
    for (auto& one : out.coefficients) one = {.status = Status::undefined};
  return out;
}

}  // namespace makegood
