#pragma once
// How Boost.Math is called here: nothing is thrown, whatever happens; what does not exist comes
// back as NaN or infinity and is turned into an empty Figure before it leaves the module.
// Promotion to long double is off: it doubles the time and changes no digit that is published.
// Included by .cc files only.

#include <boost/math/policies/policy.hpp>
#include <cmath>

#include "statistics/status.h"

namespace makegood::statistics {

namespace policies = boost::math::policies;

using Policy = policies::policy<policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
                                policies::overflow_error<policies::ignore_error>, policies::underflow_error<policies::ignore_error>,
                                policies::denorm_error<policies::ignore_error>, policies::evaluation_error<policies::ignore_error>,
                                policies::rounding_error<policies::ignore_error>,
                                policies::indeterminate_result_error<policies::ignore_error>,
                                policies::promote_double<false>>;

/// Empty for NaN and the infinities.
[[nodiscard]] inline Figure figure(double value) { return std::isfinite(value) ? Figure(value) : Figure(); }
[[nodiscard]] inline Limits limits(double lower, double upper) { return {figure(lower), figure(upper)}; }

}  // namespace makegood::statistics
