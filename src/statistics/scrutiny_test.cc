// Hand-worked cases of what a scrutineer asks.
#include <doctest/doctest.h>

#include <vector>

#include "statistics/statistics.h"

using namespace makegood;

namespace scrutiny_test {

TEST_CASE("bounds for people whose group is not known") {
  struct Row {
    const char* what;
    TwoByTwo known;
    Unknown unknown;
    double lowest, highest;  // 0: not there
    Verdict verdict;
  };
  for (const auto& row : {Row{"nobody unknown", {30, 300, 20, 400}, {0, 0}, 2, 2, Verdict::robust},
                          Row{"a doubling that stands", {30, 300, 20, 400}, {10, 40}, 30.0 / 330 * 410 / 30, 40.0 / 310 * 430 / 20, Verdict::robust},
                          Row{"one that does not", {30, 300, 20, 400}, {30, 30}, 30.0 / 300 * 430 / 50, 60.0 / 330 * 400 / 20, Verdict::depends_on_the_unknown},
                          Row{"no difference is on neither side", {10, 100, 10, 100}, {0, 0}, 1, 1, Verdict::depends_on_the_unknown},
                          Row{"no event known in the second group", {5, 50, 0, 50}, {1, 1}, 5.0 / 50 * 51 / 1, 0, Verdict::robust},
                          Row{"nothing happened", {0, 50, 0, 50}, {0, 4}, 0, 0, Verdict::undefined}}) {
    CAPTURE(row.what);
    const auto got = unknown_bounds(row.known, row.unknown);
    REQUIRE(got.status == Status::ok);
    CHECK(got.lowest.value_or(0) == doctest::Approx(row.lowest));
    CHECK(got.highest.value_or(0) == doctest::Approx(row.highest));
    CHECK(got.verdict == row.verdict);
  }
  CHECK(unknown_bounds({1, 2, 1, 2}, {3, 2}).status == Status::events_exceed_n);
}

TEST_CASE("sharing the unknown out as the known are leaves a ratio between its bounds") {
  const auto got = unknown_bounds({30, 300, 20, 400}, {10, 40});
  // 10 events as 30 to 20: 6 and 4. 30 others as 270 to 380.
  const double first = 36 / (300 + 6 + 30 * 270.0 / 650), second = 24 / (400 + 4 + 30 * 380.0 / 650);
  CHECK(*got.calibrated == doctest::Approx(first / second).epsilon(1e-14));
  CHECK(*got.lowest < *got.calibrated);
  CHECK(*got.calibrated < *got.highest);
}

TEST_CASE("the smallest disparity that would be seen shrinks with n and grows with power") {
  CHECK(*detectable(1000, 1000, 0.1).higher_ratio < *detectable(100, 100, 0.1).higher_ratio);
  CHECK(*detectable(100, 100, 0.1, 0.9).higher_ratio > *detectable(100, 100, 0.1, 0.8).higher_ratio);
  CHECK_FALSE(detectable(5, 5, 0.1).lower_share.has_value());
  CHECK(detectable(0, 5, 0.1).status == Status::zero_denominator);
  CHECK(detectable(5, 5, 1.1).status == Status::out_of_range);
  CHECK(detectable(1, 1, 0.5).status == Status::undefined);
}

TEST_CASE("anytime limits are where the chance falls to its share of what is allowed, and hold the exact ones") {
  const auto ten = anytime_share(10, 100);
  // C(100, 10) p^10 (1 - p)^90 = 0.05 / 101 at both.
  for (const double p : {*ten.lower, *ten.upper}) {
    double chance = 1;
    for (int i = 1; i <= 10; ++i) chance *= (90.0 + i) / i * p;
    for (int i = 0; i < 90; ++i) chance *= 1 - p;
    CHECK(chance == doctest::Approx(0.05 / 101).epsilon(1e-9));
  }
  CHECK(*ten.lower < *clopper_pearson(10, 100, {}).lower);
  CHECK(*ten.upper > *clopper_pearson(10, 100, {}).upper);
  CHECK(*anytime_share(0, 20).lower == 0);
  CHECK(*anytime_share(20, 20).upper == 1);
  CHECK_FALSE(anytime_share(3, 2).lower.has_value());
}

TEST_CASE("in a long run of looks, anytime limits miss the truth in fewer than one run of twenty") {
  std::uint64_t state = 12345;  // a plain generator, so that the runs are the same everywhere
  const auto below = [&](double share) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<double>(state >> 11U) / 9007199254740992.0 < share;
  };
  int missed = 0, missed_exact = 0;
  for (int run = 0; run < 200; ++run) {
    double events = 0;
    bool out = false, out_exact = false;
    for (double n = 1; n <= 300; ++n) {
      events += below(0.2) ? 1 : 0;
      const auto limits = anytime_share(events, n), exact = clopper_pearson(events, n, {});
      out = out || 0.2 < *limits.lower || 0.2 > *limits.upper;
      out_exact = out_exact || 0.2 < *exact.lower || 0.2 > *exact.upper;
    }
    missed += out ? 1 : 0;
    missed_exact += out_exact ? 1 : 0;
  }
  CHECK(missed <= 10);
  CHECK(missed_exact > 20);  // what limits for one look would have done
}

TEST_CASE("a stated figure follows from its numbers, or does not") {
  CHECK(follows({3, 40, 7.5, 100, 1}));
  CHECK(follows({1, 8, 12.5, 100, 1}));
  CHECK(follows({1, 8, 12, 100, 0}));   // 12.5 rounded either way
  CHECK(follows({1, 8, 13, 100, 0}));
  CHECK_FALSE(follows({3, 40, 7.6, 100, 1}));
  CHECK_FALSE(follows({3, 0, 7.5, 100, 1}));
  CHECK(adds_up(std::vector<double>{1, 2, 3}, 6));
  CHECK_FALSE(adds_up(std::vector<double>{1, 2, 3}, 7));
  CHECK(adds_up(std::vector<double>{5, 10, 5}, 25, 5));
  CHECK_FALSE(adds_up(std::vector<double>{5, 10, 5}, 40, 5));
}

TEST_CASE("periods that repeat the one before are named") {
  const auto of = [](double a, double b, double c) { return PeriodFigures{{"a", a}, {"b", b}, {"c", c}}; };
  const std::vector<PeriodFigures> periods = {of(3, 5, 8), of(3, 5, 8), of(3, 5, 9), of(0, 0, 0), of(0, 0, 0), {{"a", 4}}, {{"a", 4}}};
  CHECK(copied_forward(periods) == std::vector<std::size_t>{1});
  CHECK(copied_forward(periods, 1) == std::vector<std::size_t>{1, 6});
  const std::vector<PeriodFigures> others = {of(3, 5, 8), {{"a", 3}, {"b", 5}, {"d", 8}}};  // equal figures of something else
  CHECK(copied_forward(others).empty());
}

TEST_CASE("a table of two by two by the general way is the same") {
  const auto got = chi_square(std::vector<double>{3, 37, 12, 38}, 2);
  CHECK(*got.chi_square == doctest::Approx(*chi_square({3, 40, 12, 50}).plain).epsilon(1e-12));
  CHECK(*got.p == doctest::Approx(*chi_square({3, 40, 12, 50}).plain_p).epsilon(1e-10));
  CHECK(chi_square(std::vector<double>{3, 0, 12, 0}, 2).status == Status::undefined);
  CHECK(chi_square(std::vector<double>{3, 1, 12}, 2).status == Status::out_of_range);
}

}  // namespace scrutiny_test
