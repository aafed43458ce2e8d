// What must hold whatever the numbers: intervals contain their estimate, widen with confidence, shrink with n;
// swapping the groups turns everything round; ratios telescope; a population standardised to itself keeps its
// crude rate; figures that do not exist are never NaN.
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "statistics/statistics.h"

using namespace makegood;

namespace properties_test {

const std::vector<TwoByTwo> kTables = {{3, 40, 12, 50}, {0, 10, 5, 10}, {5, 10, 0, 10}, {0, 5, 0, 7}, {5, 5, 7, 7}, {1, 1, 0, 1}, {0, 1, 1, 1},
                                       {1, 1, 1, 1}, {4, 8, 4, 8}, {50, 1000, 40, 1000}, {999, 1000, 1, 1000}, {7, 12, 3, 15},
                                       {1, 1e9, 5, 1e9}, {500'000'123, 1e9, 499'999'000, 1e9}, {1e9, 1e9, 999'999'990, 1e9}};
const std::vector<std::pair<double, double>> kShares = {{0, 1}, {1, 1}, {0, 10}, {10, 10}, {1, 10}, {5, 10}, {3, 40}, {0.445, 1}, {12.5, 20},
                                                        {1, 1e9}, {0, 1e9}, {1e9 - 1, 1e9}, {5e8, 1e9}, {3, 9e15}};
const std::vector<double> kLevels = {0.1, 0.5, 0.8, 0.95, 0.998, 0.999999};

bool ordered(const Figure& lower, const Figure& value, const Figure& upper) {
  const double slack = value ? 1e-12 * std::fabs(*value) : 0;
  return (!lower || !value || *lower <= *value + slack) && (!upper || !value || *value <= *upper + slack) && (!lower || !upper || *lower <= *upper + slack);
}

bool within(const Limits& inner, const Limits& outer) {
  const auto below = [](const Figure& a, const Figure& b) { return !a || !b || *a <= *b + 1e-9 * std::fabs(*b); };
  return below(outer.lower, inner.lower) && below(inner.upper, outer.upper);
}

bool finite(const Limits& limits) { return (!limits.lower || std::isfinite(*limits.lower)) && (!limits.upper || std::isfinite(*limits.upper)); }

void check_inverse(const Figure& one, const Figure& other) {
  if (one && other && *one > 0 && *other > 0) CHECK(*one * *other == doctest::Approx(1).epsilon(1e-6));
}

TEST_CASE("limits of a share hold it, stay between 0 and 1, and widen with confidence") {
  for (const auto& [events, n] : kShares) {
    CAPTURE(events);
    CAPTURE(n);
    Proportion narrower;
    for (const double level : kLevels) {
      const auto got = proportion(events, n, *Confidence::of(level));
      REQUIRE(got.status == Status::ok);
      for (const auto* limits : {&got.wilson, &got.clopper_pearson}) {
        REQUIRE(limits->lower.has_value());
        CHECK(ordered(limits->lower, got.estimate, limits->upper));
        CHECK(*limits->lower >= 0);
        CHECK(*limits->upper <= 1);
        CHECK((events > 0 || *limits->lower == 0));
        CHECK((events < n || *limits->upper == 1));
      }
      CHECK(within(narrower.wilson, got.wilson));
      CHECK(within(narrower.clopper_pearson, got.clopper_pearson));
      narrower = got;
    }
  }
}

TEST_CASE("limits of the same share shrink with n, and those of what did not happen are theirs turned round") {
  for (const double share : {0.1, 0.3, 0.5})
    for (double n = 10; n < 1e8; n *= 10) {
      const auto few = proportion(share * n, n), many = proportion(share * n * 10, n * 10), others = proportion(n - share * n, n);
      CHECK(*many.wilson.upper - *many.wilson.lower < *few.wilson.upper - *few.wilson.lower);
      CHECK(*many.clopper_pearson.upper - *many.clopper_pearson.lower < *few.clopper_pearson.upper - *few.clopper_pearson.lower);
      CHECK(*others.wilson.lower == doctest::Approx(1 - *few.wilson.upper).epsilon(1e-12));
      CHECK(*others.clopper_pearson.upper == doctest::Approx(1 - *few.clopper_pearson.lower).epsilon(1e-12));
    }
}

TEST_CASE("one event of 1e9: twelve digits, worked out with fifty (Python's decimal)") {
  CHECK(*clopper_pearson(8, 823'612'000, {}).upper == doctest::Approx(1.9139096013539267e-8).epsilon(1e-12));
  CHECK(*clopper_pearson(1, 940'235'000, {}).upper == doctest::Approx(5.925798739031816e-9).epsilon(1e-12));
}

TEST_CASE("limits of a count hold it and widen with confidence; a rate scales with its multiplier") {
  for (const double events : {0.0, 1.0, 2.0, 9.0, 10.0, 57.0, 1e6, 1e12}) {
    CAPTURE(events);
    Rate narrower;
    for (const double level : kLevels) {
      const auto got = rate(events, 1000, 100, *Confidence::of(level));
      for (const auto* limits : {&got.exact, &got.byars, &got.ukhsa}) {
        CHECK(ordered(limits->lower, events, limits->upper));
        CHECK(finite(*limits));
        CHECK((!limits->lower || *limits->lower >= 0));
      }
      CHECK(within(narrower.exact, got.exact));
      CHECK(*rate(events, 1000, 200, *Confidence::of(level)).limits.upper == doctest::Approx(2 * *got.limits.upper).epsilon(1e-14));
      narrower = got;
    }
  }
  CHECK_FALSE(byars_count(1, *Confidence::of(0.998)).lower.has_value());
  CHECK_FALSE(byars_count(0, {}).lower.has_value());
}

TEST_CASE("two groups: limits hold their estimates, nothing is infinite, and swapping turns all round") {
  for (const auto& t : kTables) {
    CAPTURE(t.a);
    CAPTURE(t.n1);
    CAPTURE(t.b);
    REQUIRE(check_table(t) == Status::ok);
    const Confidence sure;
    const auto s = t.swapped();
    const FixedMargins margins(t.a, t.n1, t.b, t.n2), swapped(s.a, s.n1, s.b, s.n2);
    const auto exact = conditional_odds(margins, sure), exact_swapped = conditional_odds(swapped, sure);
    const auto score = score_ratio(t, sure), score_swapped = score_ratio(s, sure);
    CHECK(ordered(katz(t, sure).lower, risk_ratio(t), katz(t, sure).upper));
    CHECK(ordered(score.lower, risk_ratio(t), score.upper));
    CHECK(ordered(woolf(t, sure).lower, odds_ratio(t), woolf(t, sure).upper));
    CHECK(ordered(exact.limits.lower, exact.estimate, exact.limits.upper));
    CHECK(ordered(newcombe(t, sure).lower, risk_difference(t), newcombe(t, sure).upper));
    for (const auto& limits : {katz(t, sure), score, woolf(t, sure), exact.limits, newcombe(t, sure)}) CHECK(finite(limits));
    check_inverse(risk_ratio(t), risk_ratio(s));
    check_inverse(odds_ratio(t), odds_ratio(s));
    check_inverse(score.lower, score_swapped.upper);
    check_inverse(exact.estimate, exact_swapped.estimate);
    check_inverse(exact.limits.upper, exact_swapped.limits.lower);
    CHECK(*newcombe(t, sure).lower == doctest::Approx(-*newcombe(s, sure).upper).epsilon(1e-12));
    CHECK(fisher_test(margins).p == doctest::Approx(fisher_test(swapped).p).epsilon(1e-9));
    CHECK(chi_square(t).plain.has_value() == chi_square(s).plain.has_value());
  }
}

TEST_CASE("two groups: limits widen with confidence") {
  for (const auto& t : kTables) {
    CAPTURE(t.a);
    CAPTURE(t.n1);
    CAPTURE(t.b);
    std::vector<Limits> narrower(5);
    for (const double level : kLevels) {
      CAPTURE(level);
      const auto at = *Confidence::of(level);
      const std::vector<Limits> got = {katz(t, at), score_ratio(t, at), woolf(t, at), newcombe(t, at),
                                       conditional_odds(FixedMargins(t.a, t.n1, t.b, t.n2), at).limits};
      for (std::size_t i = 0; i < got.size(); ++i) {
        CAPTURE(i);
        CHECK(within(narrower[i], got[i]));
      }
      narrower = got;
    }
  }
}

TEST_CASE("two groups: limits of the same shares shrink with the number of people; so do those of rates and strata") {
  const auto width = [](const Limits& limits) { return *limits.upper - *limits.lower; };
  const Confidence sure;
  for (double n = 20; n < 1e7; n *= 10) {
    const TwoByTwo few{0.15 * n, n, 0.35 * n, n}, many{1.5 * n, 10 * n, 3.5 * n, 10 * n};
    for (const auto& [narrow, wide] :
         {std::pair{katz(many, sure), katz(few, sure)}, std::pair{score_ratio(many, sure), score_ratio(few, sure)},
          std::pair{woolf(many, sure), woolf(few, sure)}, std::pair{newcombe(many, sure), newcombe(few, sure)},
          std::pair{conditional_odds(FixedMargins(many.a, many.n1, many.b, many.n2), sure).limits,
                    conditional_odds(FixedMargins(few.a, few.n1, few.b, few.n2), sure).limits},
          std::pair{mantel_haenszel(std::array{many, many}).risk_ratio.limits, mantel_haenszel(std::array{few, few}).risk_ratio.limits},
          std::pair{rate_ratio(many.a, many.n1, many.b, many.n2).exact, rate_ratio(few.a, few.n1, few.b, few.n2).exact},
          std::pair{rate(many.a, many.n1).limits, rate(few.a, few.n1).limits}})
      CHECK(width(narrow) < width(wide));
  }
}

TEST_CASE("nothing against nothing: no ratio is too far, so the score limits begin at 0 and do not end") {
  const auto got = score_ratio({0, 12, 0, 7}, {});
  CHECK(got.lower == Figure(0));
  CHECK_FALSE(got.upper.has_value());
}

TEST_CASE("p-values lie between 0 and 1, the mid-p below its own p") {
  for (const auto& t : kTables) {
    const auto got = fisher_test(FixedMargins(t.a, t.n1, t.b, t.n2));
    CHECK(got.p >= 0);
    CHECK(got.p <= 1);
    CHECK(got.mid_p >= 0);
    CHECK(got.mid_p <= got.p);
    CHECK(got.doubled_mid_p <= 1);
  }
}

double choose(int n, int k) { return std::round(std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1))); }

// Fisher's test by its definition, with every table counted: the weights are whole numbers.
double fisher_by_counting(int a, int n1, int b, int n2) {
  double all = 0, no_likelier = 0;
  for (int x = std::max(0, a + b - n2); x <= std::min(a + b, n1); ++x) {
    const double ways = choose(n1, x) * choose(n2, a + b - x);
    all += ways;
    if (ways <= choose(n1, a) * choose(n2, b)) no_likelier += ways;
  }
  return no_likelier / all;
}

TEST_CASE("Fisher's test of every table of up to nine a group, the likeliest being the last possible or not") {
  for (int n1 = 1; n1 <= 9; ++n1)
    for (int n2 = 1; n2 <= 9; ++n2)
      for (int a = 0; a <= n1; ++a)
        for (int b = 0; b <= n2; ++b) {
          CAPTURE(a);
          CAPTURE(n1);
          CAPTURE(b);
          CAPTURE(n2);
          REQUIRE(fisher_test(FixedMargins(a, n1, b, n2)).p == doctest::Approx(fisher_by_counting(a, n1, b, n2)).epsilon(1e-12));
        }
}

TEST_CASE("enormous tables end at once: what would be summed for minutes is the normal's, or the other tail's remainder") {
  const TwoByTwo one_sided{9e8, 1e9, 1, 1e9};  // everything but the near tail would be nine hundred million terms
  CHECK(fisher_test(FixedMargins(one_sided.a, one_sided.n1, one_sided.b, one_sided.n2)).p == 0);
  // Counts at the edge of what a double holds: halving between them must not go in circles.
  CHECK(fisher_test(FixedMargins(9007199254740992.0, 9007199254740992.0, 4503599627370496.0, 9007199254740992.0)).p == 0);
  const TwoByTwo huge{4.5e15, 9e15, 4.5e15 - 1e8, 9e15};
  const FixedMargins margins(huge.a, huge.n1, huge.b, huge.n2);
  CHECK(fisher_test(margins).p == doctest::Approx(*chi_square(huge).plain_p).epsilon(1e-5));
  CHECK(*conditional_odds(margins, {}).limits.lower == doctest::Approx(*woolf(huge, {}).lower).epsilon(1e-12));
  // Where both ways are open they agree.
  const TwoByTwo large{50'000'300, 1e8, 49'999'700, 1e8};
  const auto exact = conditional_odds(FixedMargins(large.a, large.n1, large.b, large.n2), {});
  CHECK(*exact.limits.upper == doctest::Approx(*woolf(large, {}).upper).epsilon(1e-7));
}

TEST_CASE("ratios telescope: first over third is first over second times second over third") {
  const TwoByTwo first{30, 100, 45, 120}, second{45, 120, 50, 90}, both{30, 100, 50, 90};
  CHECK(*risk_ratio(first) * *risk_ratio(second) == doctest::Approx(*risk_ratio(both)).epsilon(1e-14));
  CHECK(*odds_ratio(first) * *odds_ratio(second) == doctest::Approx(*odds_ratio(both)).epsilon(1e-14));
}

TEST_CASE("four fifths is judged in whole numbers, and the flip count is the nearest change") {
  struct Row {
    const char* what;
    TwoByTwo table;
    FourFifths flag;
    std::optional<std::int64_t> flips;
  };
  for (const auto& row : {Row{"exactly four fifths is within", {8, 100, 10, 100}, FourFifths::within, 1},
                          Row{"exactly five quarters is within", {125, 1000, 100, 1000}, FourFifths::within, 1},
                          Row{"3 of 40 against 12 of 50: 8 would be within", {3, 40, 12, 50}, FourFifths::below, 5},
                          Row{"none in the second group", {1, 10, 0, 10}, FourFifths::above, std::nullopt},
                          Row{"none in either", {0, 10, 0, 10}, FourFifths::undefined, std::nullopt},
                          Row{"far above: 10 of 10 against 1 of 10; at 1 it is within", {10, 10, 1, 10}, FourFifths::above, 9},
                          Row{"one of one against one of one", {1, 1, 1, 1}, FourFifths::within, 1}}) {
    CAPTURE(row.what);
    CHECK(four_fifths(row.table) == row.flag);
    CHECK(flip_count(row.table) == row.flips);
  }
}

TEST_CASE("rates: swapping turns the ratio round; no event at all says nothing") {
  for (const auto& [a, t1, b, t2] : {std::array{30., 1000., 20., 1500.}, std::array{1., 1., 1., 1.}, std::array{0., 5., 4., 7.}, std::array{7., 1e9, 9., 1e9}}) {
    const auto one = rate_ratio(a, t1, b, t2), other = rate_ratio(b, t2, a, t1);
    CHECK(ordered(one.exact.lower, one.ratio, one.exact.upper));
    CHECK(ordered(one.lognormal.lower, one.ratio, one.lognormal.upper));
    check_inverse(one.exact.lower, other.exact.upper);
    CHECK(*one.difference == doctest::Approx(-*other.difference).epsilon(1e-14));
    CHECK(*one.exact_p == doctest::Approx(*other.exact_p).epsilon(1e-9));
  }
  const auto nothing = rate_ratio(0, 10, 0, 20);
  CHECK(nothing.status == Status::ok);
  CHECK_FALSE(nothing.ratio.has_value());
  CHECK_FALSE(nothing.exact.upper.has_value());
  CHECK(*nothing.exact_p == 1);
}

TEST_CASE("one stratum is the table itself; strata alike pool to what each says; reversal is seen") {
  const TwoByTwo t{3, 40, 12, 50};
  const auto one = mantel_haenszel(std::array{t});
  CHECK(*one.odds_ratio.value == doctest::Approx(*odds_ratio(t)).epsilon(1e-14));
  CHECK(*one.risk_ratio.value == doctest::Approx(*risk_ratio(t)).epsilon(1e-14));
  CHECK(*one.risk_ratio.limits.lower == doctest::Approx(*katz(t, {}).lower).epsilon(1e-10));
  CHECK(*one.odds_ratio.limits.upper == doctest::Approx(*woolf(t, {}).upper).epsilon(1e-10));
  CHECK(*one.risk_difference.value == doctest::Approx(risk_difference(t)).epsilon(1e-12));
  CHECK(one.homogeneity_df == 0);
  const auto twice = mantel_haenszel(std::array{t, t});
  CHECK(*twice.risk_ratio.value == doctest::Approx(*one.risk_ratio.value).epsilon(1e-14));
  CHECK(*twice.breslow_day == doctest::Approx(0).epsilon(1e-9));
  const auto paradox = mantel_haenszel(std::array{TwoByTwo{81, 87, 234, 270}, TwoByTwo{192, 263, 55, 80}});
  CHECK(paradox.reversed);
  CHECK_FALSE(one.reversed);
  CHECK(mantel_haenszel(std::array{TwoByTwo{0, 0, 3, 4}}).status == Status::undefined);
  CHECK(mantel_haenszel(std::array{TwoByTwo{5, 4, 3, 4}}).status == Status::events_exceed_n);
}

TEST_CASE("a population standardised to itself keeps its crude rate; a reference population has the ratio 1") {
  const std::vector<AgeBand> bands = {{12, 1000, 1000}, {30, 700, 700}, {55, 300, 300}};
  const auto direct = direct_rate(bands, 1000);
  CHECK(*direct.rate == doctest::Approx(*direct.crude).epsilon(1e-14));
  CHECK(ordered(direct.limits.lower, direct.rate, direct.limits.upper));
  const std::vector<ReferenceBand> same = {{12, 1000, 12, 1000}, {30, 700, 30, 700}};
  CHECK(*indirect_ratio(same).ratio == doctest::Approx(1).epsilon(1e-14));
  const std::vector<std::vector<double>> once = {{12}, {30}, {55}};
  CHECK(*direct_rate_of_repeat_events(bands, once, 1000).limits.lower == doctest::Approx(*direct.limits.lower).epsilon(1e-14));
  CHECK(direct_rate(std::vector<AgeBand>{{3, 10, 1}, {6, 10, 1}}).status == Status::withheld_few_events);
  CHECK(direct_rate(std::vector<AgeBand>{{30, 10, 1}, {0, 0, 1}}).status == Status::zero_denominator);
}

TEST_CASE("corrected p-values keep their order and never fall below what they were") {
  const std::vector<double> p = {0.04, 0.001, 0.2, 0.03, 1, 0, std::nan("")};
  const auto got = adjust(p);
  for (std::size_t i = 0; i + 1 < p.size(); ++i) {
    for (const auto& figure : {got[i].bh, got[i].by, got[i].holm, got[i].hochberg, got[i].bonferroni}) {
      CHECK(*figure >= p[i]);
      CHECK(*figure <= 1);
    }
    CHECK(*got[i].bh <= *got[i].by);
    CHECK(*got[i].hochberg <= *got[i].holm);
    CHECK(*got[i].holm <= *got[i].bonferroni);
  }
  CHECK_FALSE(got.back().bh.has_value());
}

TEST_CASE("a mean far from zero keeps its digits, and shifting the values shifts it") {
  const std::vector<double> near = {0.25, 0.5, 0.75}, far = {1e9 + 0.25, 1e9 + 0.5, 1e9 + 0.75};
  CHECK(*mean(far).mean == 1e9 + 0.5);
  CHECK(*mean(far).deviation == doctest::Approx(*mean(near).deviation).epsilon(1e-12));
  CHECK_FALSE(mean(std::vector<double>{7}).limits.lower.has_value());
  CHECK(mean(std::vector<double>{}).status == Status::undefined);
}

TEST_CASE("funnels narrow with size, and a line through two points is that line") {
  CHECK(*funnel_proportion(100, 0.2).at_95.lower < *funnel_proportion(1000, 0.2).at_95.lower);
  CHECK(*funnel_proportion(1, 0.8).at_998.upper == 1);
  CHECK(*funnel_ratio(10).at_95.lower > 10);
  CHECK(*funnel_rate(10, 100).lower_95.rate < 100);
  CHECK(funnel_rate(10, 0).status == Status::out_of_range);
  const auto line = inequality(std::vector<QuantileGroup>{{1, 74}, {1, 78}, {1, 82}});
  CHECK(*line.slope_index == doctest::Approx(12).epsilon(1e-14));
  CHECK(*line.intercept == doctest::Approx(72).epsilon(1e-14));
  CHECK(inequality(std::vector<QuantileGroup>{{1, 74}, {0, 78}}).status == Status::undefined);
}

TEST_CASE("Miettinen and Nurminen's limits are a little wider than Koopman's") {
  const TwoByTwo t{3, 40, 12, 50};
  const auto koopman = score_ratio(t, {}), wider = score_ratio(t, {}, Score::miettinen_nurminen);
  CHECK(*wider.lower < *koopman.lower);
  CHECK(*wider.upper > *koopman.upper);
  CHECK(*wider.upper == doctest::Approx(*koopman.upper).epsilon(0.02));
}

TEST_CASE("Wilson's limits of many shares at once are to the last bit those of each") {
  std::vector<double> events, n;
  const auto add = [&](double k, double all) { events.push_back(k), n.push_back(all); };
  for (const auto& [k, all] : kShares) add(k, all);
  add(9e15, 9e15), add(1, 9e15), add(9e15 - 1, 9e15), add(0, 1e-12), add(1e-12, 1e-12), add(5e-324, 5e-324);
  std::uint32_t state = 5;
  const auto next = [&] { return static_cast<double>((state = state * 1664525U + 1013904223U) / 256U); };
  for (int i = 0; i < 20'001; ++i) {
    const double all = 1 + std::fmod(next(), std::pow(10, i % 8)), part = i % 3 == 0 ? std::fmod(next(), 1e4) / 1e4 : 0;
    add(std::min(all, std::fmod(next(), all + 1) + part), all);
  }
  for (const double level : kLevels)
    for (std::size_t count : {events.size(), std::size_t{7}, std::size_t{3}, std::size_t{0}}) {
      const auto sure = *Confidence::of(level);
      std::vector<double> lower(count), upper(count);
      wilson(std::span(events).first(count), std::span(n).first(count), sure, lower, upper);
      std::size_t different = 0;
      for (std::size_t i = 0; i < count; ++i) {
        const auto one = wilson(events[i], n[i], sure);
        different += *one.lower == lower[i] && *one.upper == upper[i] && lower[i] >= 0 && upper[i] <= 1 ? 0 : 1;
      }
      CHECK(different == 0);
    }
}

}  // namespace properties_test
