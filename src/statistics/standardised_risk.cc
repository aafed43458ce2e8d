#include <Eigen/Core>
#include <algorithm>
#include <cmath>

#include "statistics/policy.h"
#include "statistics/regression.h"

namespace makegood {
namespace {

using Eigen::Index;
using Eigen::VectorXd;
using statistics::figure;

struct Average {
  double risk = 0;
  VectorXd slope;  ///< of the risk, by each coefficient
};

double inverse_link(double eta, Family family) {
  return family == Family::logistic ? 1 / (1 + std::exp(-eta)) : std::exp(eta);
}

// The mean prediction when everybody has `level` of the factor; level 0 is the reference.
Average average_at(const Observed& data, const VectorXd& beta, Family family, const Variable& factor,
                   std::size_t level) {
  Average out{0, VectorXd::Zero(beta.size())};
  const auto term = factor.name + factor.levels[level];
  double people = 0;
  for (std::size_t i = 0; i < data.design.rows(); ++i) {
    VectorXd x = Eigen::Map<const VectorXd>(data.design.row(i).data(), beta.size());
    for (std::size_t j = 0; j < data.design.columns(); ++j)
      if (data.design.variables[j] == factor.name) x[static_cast<Index>(j)] = data.design.terms[j] == term ? 1 : 0;
    const double risk = inverse_link(x.dot(beta), family);
    out.risk += data.size[i] * risk;
    out.slope += data.size[i] * (family == Family::logistic ? risk * (1 - risk) : risk) * x;
    people += data.size[i];
  }
  out.risk /= people;
  out.slope /= people;
  return out;
}

}  // namespace

std::vector<StandardisedRisk> standardised_risks(const Observed& data, const Regression& fit, Family family,
                                                 const Variable& factor, const Confidence& confidence) {
  const auto terms = static_cast<Index>(data.design.columns());
  VectorXd beta = VectorXd::Zero(terms);
  for (std::size_t j = 0; j < fit.coefficients.size(); ++j) {
    const auto& one = fit.coefficients[j];
    if (!one.estimate && data.design.variables[j] == factor.name) return {};
    beta[static_cast<Index>(j)] = one.estimate.value_or(0);
  }
  const Eigen::MatrixXd covariance = Eigen::Map<const Eigen::MatrixXd>(fit.covariance.data(), terms, terms);
  const auto se_of = [&](const VectorXd& slope) { return std::sqrt(std::max(0.0, slope.dot(covariance * slope))); };
  std::vector<StandardisedRisk> out;
  const auto reference = average_at(data, beta, family, factor, 0);
  for (std::size_t level = 0; level < factor.levels.size(); ++level) {
    const auto at = average_at(data, beta, family, factor, level);
    const double se = se_of(at.slope), ratio_se = se_of(at.slope / at.risk - reference.slope / reference.risk);
    const double ratio = at.risk / reference.risk, reach = confidence.z() * se;
    out.push_back({factor.levels[level], figure(at.risk), figure(se),
                   statistics::limits(std::max(0.0, at.risk - reach), std::min(1.0, at.risk + reach)), figure(ratio),
                   statistics::limits(ratio * std::exp(-confidence.z() * ratio_se),
                                      ratio * std::exp(confidence.z() * ratio_se))});
  }
  return out;
}

}  // namespace makegood
