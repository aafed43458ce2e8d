#include "statistics/pay_gap.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace makegood;

namespace pay_gap_test {

TEST_CASE("gaps of mean and median, by hand") {
  const std::vector<double> men{10, 20, 30, 40}, women{12, 14, 25};
  const auto got = pay_gap(men, women);
  CHECK(got.status == Status::ok);
  CHECK(*got.mean_gap == doctest::Approx((25 - 17) / 25.0 * 100).epsilon(1e-14));
  CHECK(*got.median_gap == doctest::Approx((25 - 14) / 25.0 * 100).epsilon(1e-14));
}

TEST_CASE("gaps at the edges") {
  const std::vector<double> none, paid{10, 12}, unpaid{0, 0}, odd{10, -1};
  CHECK(pay_gap(none, paid).status == Status::undefined);
  CHECK(pay_gap(paid, none).status == Status::undefined);
  CHECK(*pay_gap(paid, none).mean_reference == 11);
  CHECK(pay_gap(unpaid, paid).status == Status::undefined);
  CHECK(*pay_gap(paid, unpaid).mean_gap == 100);
  CHECK(pay_gap(odd, paid).status == Status::negative);
  CHECK(*pay_gap(paid, paid).median_gap == 0);
}

TEST_CASE("what a group of a size may be used for") {
  CHECK(word(pay_use(50)) == "publish");
  CHECK(word(pay_use(49)) == "internal");
  CHECK(word(pay_use(20)) == "internal");
  CHECK(word(pay_use(19)) == "internal_with_care");
  CHECK(word(pay_use(5)) == "internal_with_care");
  CHECK(word(pay_use(4)) == "too_few");
}

TEST_CASE("who is left over when four does not divide") {
  using Sizes = std::array<std::size_t, 4>;
  CHECK(quarter_sizes(8) == Sizes{2, 2, 2, 2});
  CHECK(quarter_sizes(9) == Sizes{3, 2, 2, 2});
  CHECK(quarter_sizes(10) == Sizes{3, 2, 3, 2});
  CHECK(quarter_sizes(11) == Sizes{3, 3, 3, 2});
  CHECK(quarter_sizes(1) == Sizes{1, 0, 0, 0});
  CHECK(quarter_sizes(0) == Sizes{0, 0, 0, 0});
}

TEST_CASE("ties across quarters are shared in proportion") {
  // Eight employees, two a quarter. Four are paid 10: three of group 0, one of group 1. They fill both lower quarters.
  const std::vector<double> pay{10, 10, 10, 10, 20, 30, 40, 50};
  const std::vector<std::size_t> group{0, 0, 0, 1, 1, 0, 1, 0};
  const auto got = pay_quarters(pay, group, 2);
  CHECK(got[0] == InQuarters{1.5, 1.5, 1, 1});
  CHECK(got[1] == InQuarters{0.5, 0.5, 1, 1});
}

TEST_CASE("property: quarters sum to their sizes and to the groups, in any order of rows") {
  std::uint32_t state = 7;
  const auto next = [&](std::uint32_t most) { return (state = state * 1664525U + 1013904223U) / 65536U % most; };
  for (int round = 0; round < 300; ++round) {
    const std::size_t count = next(40);
    std::vector<double> pay, turned_pay;
    std::vector<std::size_t> group, turned_group;
    for (std::size_t i = 0; i < count; ++i) {
      pay.push_back(next(6));
      group.push_back(next(3));
    }
    turned_pay.assign(pay.rbegin(), pay.rend());
    turned_group.assign(group.rbegin(), group.rend());
    const auto got = pay_quarters(pay, group, 3);
    CHECK(got == pay_quarters(turned_pay, turned_group, 3));
    const auto sizes = quarter_sizes(count);
    for (std::size_t q = 0; q < 4; ++q)
      CHECK(std::fabs(got[0][q] + got[1][q] + got[2][q] - static_cast<double>(sizes[q])) < 1e-9);
    for (std::size_t g = 0; g < 3; ++g) {
      const auto members = static_cast<double>(std::count(group.begin(), group.end(), g));
      CHECK(std::fabs(std::accumulate(got[g].begin(), got[g].end(), 0.0) - members) < 1e-9);
    }
  }
}

}  // namespace pay_gap_test
