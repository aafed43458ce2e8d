#include "statistics/more_than_before.h"

#include <boost/math/special_functions/beta.hpp>
#include <numeric>

#include "statistics/policy.h"

namespace makegood {

Figure more_than_before(double events, double time, double before, double before_time, double dispersion) {
  const bool usable = events >= 0 && before >= 0 && time > 0 && before_time > 0 && dispersion >= 1;
  if (!usable) return {};
  if (events == 0) return 1;
  // The binomial's upper tail by the beta distribution, which takes counts that were divided and are not whole.
  const double share = time / (time + before_time);
  return statistics::figure(boost::math::ibeta(events / dispersion, before / dispersion + 1, share, statistics::Policy()));
}

Scatter scatter_of(std::span<const double> counts, std::span<const double> times) {
  const double all = std::accumulate(counts.begin(), counts.end(), 0.0), time = std::accumulate(times.begin(), times.end(), 0.0);
  Scatter scatter;
  if (!(all > 0) || counts.size() < 2) return scatter;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double expected = all * times[i] / time;
    scatter.squares += (counts[i] - expected) * (counts[i] - expected) / expected;
  }
  scatter.freedom = static_cast<int>(counts.size()) - 1;
  return scatter;
}

}  // namespace makegood
