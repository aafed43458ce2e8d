#include "statistics/statistics.h"

#include <doctest/doctest.h>

using namespace makegood;

namespace statistics_test {

TEST_CASE("a share with its limits, as R's prop.test(3, 40, correct = FALSE) and binom.test(3, 40) give it") {
  const auto got = proportion(3, 40);
  CHECK(got.status == Status::ok);
  CHECK(*got.estimate == 0.075);
  CHECK(*got.wilson.lower == doctest::Approx(0.025836025774588198).epsilon(1e-12));
  CHECK(*got.wilson.upper == doctest::Approx(0.198642335243105400).epsilon(1e-12));
  CHECK(*got.clopper_pearson.lower == doctest::Approx(0.015742179851041538).epsilon(1e-12));
  CHECK(*got.clopper_pearson.upper == doctest::Approx(0.203864748732898948).epsilon(1e-12));
}

}  // namespace statistics_test
