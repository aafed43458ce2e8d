#include "statistics/more_than_before.h"

#include <doctest/doctest.h>
#include <vector>

using namespace makegood;

namespace more_than_before_test {

TEST_CASE("more than before: expected values by hand, as sums of the binomial") {
  struct Row {
    const char* what;
    double events, time, before, before_time, dispersion, p;
  };
  const Row rows[] = {
      {"nothing before, three in a ninth of the time: (1/9)^3", 3, 1, 0, 8, 1, 1.0 / 729},
      {"one and none in equal times: a half", 1, 10, 0, 10, 1, 0.5},
      {"five and four, a fifth of the time: P(B(9, 1/5) >= 5) = 38245 / 5^9", 5, 1, 4, 4, 1, 38245.0 / 1953125},
      {"two and one in equal times: P(B(3, 1/2) >= 2)", 2, 3, 1, 3, 1, 0.5},
      {"clusters of two: six and four count as three and two, P(B(5, 1/2) >= 3)", 6, 1, 4, 1, 2, 0.5},
      {"none is no rise", 0, 1, 9, 1, 1, 1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(more_than_before(row.events, row.time, row.before, row.before_time, row.dispersion).value() == doctest::Approx(row.p).epsilon(1e-12));
  }
  CHECK_FALSE(more_than_before(-1, 1, 1, 1));
  CHECK_FALSE(more_than_before(1, 0, 1, 1));
  CHECK_FALSE(more_than_before(1, 1, 1, 1, 0.5));
}

TEST_CASE("scatter around a series' own mean") {
  const std::vector<double> counts{2, 4, 6}, equal{1, 1, 1}, growing{1, 2, 3};
  CHECK(scatter_of(counts, equal).squares == doctest::Approx(2));  // (4 + 0 + 4) / 4
  CHECK(scatter_of(counts, equal).freedom == 2);
  CHECK(scatter_of(counts, growing).squares == doctest::Approx(0));  // twice the time, twice as many
  CHECK(scatter_of(std::vector<double>{0, 0}, std::vector<double>{1, 1}).freedom == 0);
  CHECK(scatter_of(std::vector<double>{7}, std::vector<double>{1}).freedom == 0);
}

}  // namespace more_than_before_test
