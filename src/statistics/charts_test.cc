// Charts of counts, of rare events, and CUSUM, against R (tests/statistics/charts.R).
#include <doctest/doctest.h>

#include <cmath>

#include "statistics/count_chart.h"
#include "statistics/cusum.h"
#include "statistics/rare_chart.h"
#include "support/vectors.h"

using namespace makegood;
using vectors::numbers;

namespace charts_test {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }

vectors::Rows of_kind(const std::string& kind) {
  auto rows = vectors::ours("charts_laney.csv");
  std::erase_if(rows, [&](const auto& row) { return row.at("kind") != kind; });
  REQUIRE(rows.size() == (kind == "few" ? 6 : 24));
  return rows;
}

void hold_laney(const std::string& kind, CountOf of) {
  const auto rows = of_kind(kind);
  const auto chart = count_chart(numbers(rows, "events"), numbers(rows, "n"), of);
  CHECK(*chart.centre == near(numbers(rows, "centre")[0]));
  CHECK(*chart.sigma_z == near(numbers(rows, "sigma_z")[0]));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& point = chart.points[i];
    const auto expected = [&](const char* column) { return near(numbers(rows, column)[i]); };
    CHECK(*point.value == expected("value"));
    CHECK(*point.sigma == expected("sigma"));
    CHECK(*point.z == expected("z"));
    CHECK(*point.plain.upper == expected("ucl"));
    CHECK(*point.plain.lower == expected("lcl"));
    CHECK(*point.corrected.upper == expected("ucl_prime"));
    CHECK(*point.corrected.lower == expected("lcl_prime"));
  }
}

TEST_CASE("p and u charts with Laney's correction, as R works them out") {
  hold_laney("p", CountOf::people);
  hold_laney("few", CountOf::people);  // limits beyond 0 and 1
  hold_laney("u", CountOf::opportunities);
}

TEST_CASE("charts of counts at the edges") {
  const auto chart = [](std::vector<double> events, std::vector<double> n, CountOf of = CountOf::people) {
    return count_chart(events, n, of);
  };
  CHECK(chart({1, 5, 2}, {10, 4, 10}).points[1].status == Status::events_exceed_n);
  CHECK(*chart({1, 5, 2}, {10, 4, 10}).centre == 3.0 / 20);
  CHECK(chart({1, 5, 2}, {10, 4, 10}, CountOf::opportunities).points[1].status == Status::ok);
  CHECK(chart({-1}, {10}).points[0].status == Status::negative);
  CHECK(chart({0}, {0}).points[0].status == Status::zero_denominator);
  CHECK_FALSE(chart({0}, {0}).centre);
  const auto none = chart({0, 0}, {10, 20});
  CHECK(*none.points[0].plain.upper == 0);
  CHECK_FALSE(none.points[0].z);
  CHECK(*chart({1, 9}, {10, 10}).points[0].plain.lower >= 0);
  CHECK(*chart({9, 9}, {10, 10}).points[0].plain.upper <= 1);
  CHECK_FALSE(chart({3}, {10}).sigma_z);
  CHECK(*chart({1e9, 1.1e9}, {4e15, 4e15}).points[0].plain.lower > 0);
}

TEST_CASE("property: one factor on all counts of a u chart changes no z") {
  const std::vector<double> events{3, 8, 5, 9}, n{100, 140, 90, 200};
  const auto chart = count_chart(events, n, CountOf::opportunities);
  std::vector<double> in_thousands(n);
  for (auto& value : in_thousands) value /= 1000;
  const auto scaled = count_chart(events, in_thousands, CountOf::opportunities);
  for (std::size_t i = 0; i < events.size(); ++i) CHECK(*chart.points[i].z == near(*scaled.points[i].z));
}

TEST_CASE("g and t charts, as R works them out") {
  const auto rows = vectors::ours("charts_rare.csv");
  REQUIRE(rows.size() == 30);
  const auto first = [&](const char* column) { return numbers(rows, column)[0]; };
  const auto g = g_chart(numbers(rows, "gap")), t = t_chart(numbers(rows, "time"));
  CHECK(*g[0].centre == near(first("g_centre")));
  CHECK(*g[0].limits.upper == near(first("g_ucl")));
  CHECK_FALSE(g[0].limits.lower);
  CHECK(*g[0].by_chance.lower == first("g_lo"));
  CHECK(*g[0].by_chance.upper == first("g_hi"));
  CHECK(*t[0].centre == near(first("t_centre")));
  CHECK(*t[0].limits.upper == near(first("t_ucl")));
}

TEST_CASE("rare events at the edges") {
  CHECK(g_chart(std::vector<double>{1.5})[0].status == Status::not_whole);
  CHECK(g_chart(std::vector<double>{-1})[0].status == Status::negative);
  CHECK(*g_chart(std::vector<double>{0, 0, 0})[0].limits.upper == 0);
  CHECK(g_chart(std::vector<double>{1, 90})[1].outside == 0);  // the mean gap is 45.5 and the limit 184
  CHECK(g_chart(std::vector<double>{1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 90})[11].outside == 1);
  CHECK(t_chart(std::vector<double>{5})[0].status == Status::undefined);
  CHECK(*t_chart(std::vector<double>{4, 4, 4})[0].limits.upper == near(4));
  CHECK(t_chart(std::vector<double>{0, 3, 5})[0].status == Status::ok);
}

TEST_CASE("CUSUM, as R works it out") {
  const auto rows = vectors::ours("charts_cusum.csv");
  REQUIRE(rows.size() == 30);
  const auto points = cusum(numbers(rows, "y"));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(*points[i].z == doctest::Approx(numbers(rows, "z")[i]).epsilon(1e-9));
    CHECK(*points[i].high == doctest::Approx(numbers(rows, "high")[i]).epsilon(1e-9));
    CHECK(*points[i].low == doctest::Approx(numbers(rows, "low")[i]).epsilon(1e-9));
  }
}

TEST_CASE("CUSUM by hand, and at the edges") {
  // Target 10, sigma 1: z is 1, 2, 3; less 0.5 each they sum to 0.5, 2, 4.5, 7.
  const CusumRules rules{.target = 10, .sigma = 1};
  const auto points = cusum(std::vector<double>{11, 12, 13, 13}, rules);
  CHECK(*points[2].high == 4.5);
  CHECK(points[2].signal == 0);
  CHECK(points[3].signal == 1);
  CHECK(cusum(std::vector<double>{3})[0].status == Status::undefined);
  CHECK(cusum(std::vector<double>{3, 3, 3})[2].status == Status::undefined);
  CHECK(cusum(std::vector<double>{1, 2}, {.slack = -1})[0].status == Status::out_of_range);
  CHECK(cusum(std::vector<double>{1, 2}, {.sigma = 0})[0].status == Status::out_of_range);
}

}  // namespace charts_test
