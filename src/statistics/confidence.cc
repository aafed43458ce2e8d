#include "statistics/confidence.h"

#include <boost/math/special_functions/erf.hpp>
#include <numbers>

#include "statistics/policy.h"

namespace makegood {

std::optional<Confidence> Confidence::of(double level) {
  if (!(level > 0 && level < 1)) return std::nullopt;
  Confidence made;
  made.level_ = level;
  made.tail_ = (1 - level) / 2;
  made.z_ = std::numbers::sqrt2 * boost::math::erfc_inv(2 * made.tail_, statistics::Policy());
  return made;
}

}  // namespace makegood
