// Shrunk rates and over-dispersion, against R (tests/statistics/units.R).
#include <doctest/doctest.h>

#include <cmath>

#include "statistics/overdispersion.h"
#include "statistics/shrink.h"
#include "support/vectors.h"

using namespace makegood;
using vectors::numbers;

namespace units_test {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-9); }

TEST_CASE("shrunk rates, as R works out Marshall's") {
  const auto rows = vectors::ours("units_shrink.csv");
  REQUIRE(rows.size() == 20);
  const auto got = shrink(numbers(rows, "events"), numbers(rows, "population"));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(*got[i].raw == near(numbers(rows, "raw")[i]));
    CHECK(*got[i].weight == near(numbers(rows, "weight")[i]));
    CHECK(*got[i].estimate == near(numbers(rows, "estimate")[i]));
  }
}

TEST_CASE("shrunk rates at the edges") {
  const auto alike = shrink(std::vector<double>{10, 20, 30}, std::vector<double>{100, 200, 300});
  CHECK(*alike[0].weight == 0);
  CHECK(*alike[0].estimate == doctest::Approx(0.1).epsilon(1e-15));
  const auto with_faults = shrink(std::vector<double>{10, -1, 0}, std::vector<double>{100, 50, 0});
  CHECK(with_faults[1].status == Status::negative);
  CHECK(with_faults[2].status == Status::zero_denominator);
  CHECK(*with_faults[2].estimate == 0.1);
  CHECK_FALSE(with_faults[2].raw);
  CHECK_FALSE(shrink(std::vector<double>{0}, std::vector<double>{0})[0].estimate);
  CHECK(*shrink(std::vector<double>{0, 0}, std::vector<double>{10, 20})[0].estimate == 0);
}

TEST_CASE(
    "property: an estimate lies between the raw and the overall rate, and larger populations keep more of their own") {
  const std::vector<double> events{1, 50, 30, 4, 200}, population{10, 100, 400, 20, 5000};
  const auto got = shrink(events, population);
  const double overall = 285.0 / 5530;
  for (const auto& unit : got) {
    CHECK(*unit.estimate >= std::min(*unit.raw, overall) - 1e-15);
    CHECK(*unit.estimate <= std::max(*unit.raw, overall) + 1e-15);
  }
  CHECK(*got[4].weight > *got[2].weight);
  CHECK(*got[2].weight > *got[0].weight);
}

TEST_CASE("over-dispersion on each scale, as R works it out") {
  const auto all = vectors::ours("units_overdispersion.csv");
  REQUIRE(all.size() == 75);
  for (const auto& [name, scale] :
       {std::pair{"plain", RatioScale::plain}, {"root", RatioScale::root}, {"log", RatioScale::log}}) {
    auto rows = all;
    std::erase_if(rows, [&](const auto& row) { return row.at("scale") != name; });
    CAPTURE(name);
    const auto got = overdispersion(numbers(rows, "observed"), numbers(rows, "expected"), scale);
    CHECK(*got.phi == near(numbers(rows, "phi")[0]));
    CHECK(*got.tau2 == near(numbers(rows, "tau2")[0]));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      CHECK(*got.units[i].z == near(numbers(rows, "z")[i]));
      CHECK(*got.units[i].winsorised == near(numbers(rows, "w")[i]));
      CHECK(*got.units[i].multiplicative == near(numbers(rows, "multiplicative")[i]));
      CHECK(*got.units[i].additive == near(numbers(rows, "additive")[i]));
    }
  }
}

TEST_CASE("over-dispersion at the edges") {
  const auto of = [](std::vector<double> observed, std::vector<double> expected, RatioScale scale = RatioScale::plain) {
    return overdispersion(observed, expected, scale);
  };
  CHECK(of({1, 2}, {0, 2}).units[0].status == Status::zero_denominator);
  CHECK(of({-1, 2}, {1, 2}).units[0].status == Status::negative);
  CHECK(of({0, 2}, {1, 2}, RatioScale::log).units[0].status == Status::undefined);
  const auto one = of({4}, {4});
  CHECK(*one.units[0].z == 0);
  CHECK_FALSE(one.units[0].additive);
  const auto calm = of({10, 20, 30}, {10, 20, 30});
  CHECK(*calm.phi == 0);
  CHECK(*calm.units[0].multiplicative == 0);
}

TEST_CASE(
    "property: an allowance never makes a unit more extreme, and swapping the sign of every distance swaps every z") {
  const std::vector<double> expected{10, 20, 40, 80, 30}, observed{14, 12, 66, 70, 31};
  std::vector<double> other;
  for (std::size_t i = 0; i < expected.size(); ++i) other.push_back(2 * expected[i] - observed[i]);
  const auto got = overdispersion(observed, expected), swapped = overdispersion(other, expected);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto& unit = got.units[i];
    CHECK(std::fabs(*unit.multiplicative) <= std::fabs(*unit.z));
    CHECK(std::fabs(*unit.additive) <= std::fabs(*unit.z));
    CHECK(*unit.additive == near(-*swapped.units[i].additive));
    CHECK(*unit.winsorised == near(-*swapped.units[i].winsorised));
  }
}

}  // namespace units_test
