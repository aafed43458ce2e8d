#include "statistics/firth_profile.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "statistics/policy.h"

namespace makegood::statistics {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

constexpr int kMostRounds = 60;

// How many standard errors, so to say, the data are from a coefficient's value: the root of twice the drop.
struct Distance {
  double value = 0;
  double slope = 0;  ///< by the coefficient
};

// One coefficient held at one value after another, the others following from where they were.
class Profile {
 public:
  Profile(const Problem& problem, const FirthPoint& best, Index held) : problem_(problem), best_(best), at_(best), held_(held) {}

  [[nodiscard]] std::optional<Distance> distance(double value) {
    VectorXd start = at_.beta;
    // The others move with it as they are correlated with it.
    start += at_.covariance.col(held_) * ((value - start[held_]) / at_.covariance(held_, held_));
    start[held_] = value;
    at_ = firth_maximum(problem_, start, held_);
    if (!at_.converged) return {};
    const double drop = std::max(0.0, best_.likelihood - at_.likelihood), root = std::sqrt(2 * drop);
    return Distance{root, root > 0 ? std::fabs(at_.score[held_]) / root : 0};
  }

  // Where the distance is `z`, on one side of the estimate. It is nearly a straight line, so that Newton's steps are
  // few; a step that would leave the values known to lie on either side of the limit is replaced by their middle.
  [[nodiscard]] Figure limit(double z, double side) {
    at_ = best_;
    const double estimate = best_.beta[held_];
    double nearer = 0, further = HUGE_VAL, reach = z * std::sqrt(best_.covariance(held_, held_));
    for (int round = 0; round < kMostRounds; ++round) {
      const auto got = distance(estimate + side * reach);
      if (!got) return {};
      (got->value < z ? nearer : further) = reach;
      double next = got->slope > 0 ? reach + (z - got->value) / got->slope : HUGE_VAL;
      // The step after one so small would change no digit that is kept.
      if (std::fabs(next - reach) <= 1e-5 * reach) return figure(estimate + side * next);
      if (!(next > nearer && next < further)) next = std::isfinite(further) ? (nearer + further) / 2 : 2 * reach;
      reach = std::isfinite(further) ? next : std::min(next, 4 * reach);
    }
    return {};
  }

 private:
  const Problem& problem_;
  const FirthPoint& best_;
  FirthPoint at_;
  Index held_;
};

Figure ratio_of(const Figure& log_ratio) { return log_ratio ? figure(std::exp(*log_ratio)) : Figure(); }

}  // namespace

bool profile_in_reach(std::size_t rows, std::size_t terms) {
  constexpr double kMostWork = 1e10;
  const auto each = static_cast<double>(terms);
  return static_cast<double>(rows) * each * each * each <= kMostWork;
}

void put_profile(Regression& out, const Problem& problem, const FirthPoint& best, const Confidence& confidence) {
  for (std::size_t j = 0; j < problem.kept.size(); ++j) {
    auto& one = out.coefficients[problem.kept[j]];
    if (!one.estimate) continue;
    Profile profile(problem, best, static_cast<Index>(j));
    one.ratio_limits = {ratio_of(profile.limit(confidence.z(), -1)), ratio_of(profile.limit(confidence.z(), 1))};
    const auto at_none = Profile(problem, best, static_cast<Index>(j)).distance(0);
    one.p = at_none ? figure(normal_p(at_none->value)) : Figure();
  }
}

}  // namespace makegood::statistics
