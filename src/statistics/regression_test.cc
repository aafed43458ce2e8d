// Regression against R's glm, and Firth's score written out (tests/statistics/models.R).
#include "statistics/regression.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "statistics/firth_profile.h"
#include "support/vectors.h"

using namespace makegood;
using vectors::numbers;

namespace regression_test {

doctest::Approx near(double value, double tolerance = 1e-7) { return doctest::Approx(value).epsilon(tolerance); }

std::vector<std::string_view> column(const vectors::Rows& rows, const std::string& name) {
  std::vector<std::string_view> cells;
  for (const auto& row : rows) cells.emplace_back(row.at(name));
  return cells;
}

struct People {
  vectors::Rows rows = vectors::ours("models_people.csv");
  Variable ethnicity = *variable_of("ethnicity", column(rows, "ethnicity"), "White");
  Variable sex = *variable_of("sex", column(rows, "sex"));
  Variable age = *variable_of("age", column(rows, "age"));

  Observed with(const std::vector<Variable>& variables, const std::string& outcome) const {
    const std::vector<double> ones(rows.size(), 1);
    return observed(design_of(variables, rows.size()), numbers(rows, outcome), ones);
  }
};

void hold(const Observed& data, const Regression& fit, const std::string& model) {
  auto rows = vectors::ours("models_terms.csv");
  std::erase_if(rows, [&](const auto& row) { return row.at("model") != model; });
  REQUIRE(rows.size() == data.design.terms.size());
  for (std::size_t j = 0; j < rows.size(); ++j) {
    CAPTURE(model);
    CAPTURE(rows[j].at("term"));
    const auto& one = fit.coefficients[j];
    CHECK(data.design.terms[j] == rows[j].at("term"));
    CHECK(*one.estimate == near(numbers(rows, "estimate")[j]));
    // R's standard errors are those of the step before the last.
    CHECK(*one.se == near(numbers(rows, "se")[j], 1e-6));
    CHECK(*one.z == near(numbers(rows, "z")[j], 1e-6));
    CHECK(*one.p == near(numbers(rows, "p")[j], 1e-6));
    CHECK(*one.ratio_limits.lower == near(numbers(rows, "ratio_lo")[j], 1e-6));
    CHECK(*one.ratio_limits.upper == near(numbers(rows, "ratio_hi")[j], 1e-6));
  }
}

// `events` of `size` for each of two groups, the first the reference.
Observed two_groups(std::vector<double> events, std::vector<double> size) {
  const std::vector<std::string_view> cells{"a", "b"};
  const std::vector<Variable> variables{*variable_of("group", cells)};
  return observed(design_of(variables, 2), events, size);
}

TEST_CASE("logistic, Poisson and log-binomial regression, as R's glm fits them") {
  const People people;
  REQUIRE(people.rows.size() == 400);
  const auto full = people.with({people.ethnicity, people.sex, people.age}, "y");
  hold(full, regress(full, Family::logistic), "logistic");
  hold(full, regress(full, Family::poisson), "poisson");
  const auto without_age = people.with({people.ethnicity, people.sex}, "y");
  CHECK(without_age.events.size() == 8);  // rows with the same covariates are joined
  hold(without_age, regress(without_age, Family::log_binomial), "log_binomial");
}

TEST_CASE("a separated outcome is named, and Firth's estimates stand in") {
  const People people;
  const auto data = people.with({people.ethnicity, people.sex}, "certain");
  const auto fit = regress(data, Family::logistic);
  CHECK(fit.status == Status::separation);
  CHECK(fit.firth);
  hold(data, fit, "firth");
  for (std::size_t j = 0; j < data.design.terms.size(); ++j)
    CHECK((fit.coefficients[j].status == Status::separation) == (data.design.terms[j] == "ethnicityMixed"));
}

TEST_CASE("Firth's limits are those of the penalised likelihood, whether few people or all of a number separate") {
  const std::vector<std::string_view> group{"a", "a", "a", "a", "a", "b", "b", "b", "b", "b", "b", "b"};
  const std::vector<std::string_view> number{"1", "3", "2", "5", "4", "2", "6", "3", "7", "5", "1", "4"};
  const std::vector<Variable> both{*variable_of("g", group), *variable_of("x", number)};
  const std::vector<double> events{0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 0, 1}, ones(12, 1);
  const auto few = observed(design_of(both, 12), events, ones);
  CHECK(regress(few, Family::logistic).status == Status::separation);
  hold(few, regress(few, Family::logistic), "firth_few");
  const std::vector<std::string_view> one_to_five{"1", "2", "3", "4", "5"};
  const std::vector<Variable> alone{*variable_of("x", one_to_five)};
  const auto apart = observed(design_of(alone, 5), std::vector<double>{0, 0, 0, 1, 1}, std::vector<double>(5, 1));
  hold(apart, regress(apart, Family::logistic), "firth_apart");
}

TEST_CASE("Firth's estimates of two groups are those of the table with half an event added to each cell") {
  // Also for one person against 24, where plain scoring swings about the top and settles nowhere.
  for (const auto& [events, size] : {std::pair<std::vector<double>, std::vector<double>>{{24, 0}, {24, 1}}, {{0, 5}, {10, 10}}, {{3, 7}, {20, 9}}}) {
    const auto fit = regress_firth(two_groups(events, size));
    CHECK(fit.status == Status::ok);
    const double odds1 = (events[0] + 0.5) / (size[0] - events[0] + 0.5), odds2 = (events[1] + 0.5) / (size[1] - events[1] + 0.5);
    CHECK(*fit.coefficients[1].ratio == near(odds2 / odds1, 1e-8));
  }
}

TEST_CASE("a profile that would take hours is not begun") {
  CHECK(statistics::profile_in_reach(20'000, 40));
  CHECK(statistics::profile_in_reach(5'000, 100));
  CHECK_FALSE(statistics::profile_in_reach(100'000, 300));
  CHECK(regress_firth(two_groups({0, 5}, {10, 10})).profiled);
  CHECK_FALSE(regress(two_groups({2, 5}, {10, 10}), Family::logistic).profiled);
}

TEST_CASE("property: Firth's limits lie about the estimate, widen with confidence, and leave 1 out as p says") {
  std::uint32_t state = 23;
  const auto next = [&](std::uint32_t most) { return (state = state * 1664525U + 1013904223U) / 65536U % most; };
  for (int round = 0; round < 200; ++round) {
    const double n1 = 1 + next(30), n2 = 1 + next(30);
    const auto data = two_groups({next(2) * n1, static_cast<double>(next(static_cast<std::uint32_t>(n2) + 1))}, {n1, n2});
    CAPTURE(round);
    const auto at_95 = regress_firth(data).coefficients[1], at_99 = regress_firth(data, *Confidence::of(0.99)).coefficients[1];
    REQUIRE(at_95.ratio_limits.lower);
    REQUIRE(at_95.ratio_limits.upper);
    CHECK(*at_95.ratio_limits.lower < *at_95.ratio);
    CHECK(*at_95.ratio < *at_95.ratio_limits.upper);
    CHECK(*at_99.ratio_limits.lower < *at_95.ratio_limits.lower);
    CHECK(*at_95.ratio_limits.upper < *at_99.ratio_limits.upper);
    CHECK((*at_95.p < 0.05) == (*at_95.ratio_limits.lower > 1 || *at_95.ratio_limits.upper < 1));
  }
}

TEST_CASE("standardised risks, as R works them out") {
  const People people;
  const auto data = people.with({people.ethnicity, people.sex, people.age}, "y");
  const auto risks = standardised_risks(data, regress(data, Family::logistic), Family::logistic, people.ethnicity);
  const auto rows = vectors::ours("models_risks.csv");
  REQUIRE(risks.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(risks[i].level == rows[i].at("level"));
    CHECK(*risks[i].risk == near(numbers(rows, "risk")[i]));
    CHECK(*risks[i].se == near(numbers(rows, "se")[i]));
    CHECK(*risks[i].ratio == near(numbers(rows, "ratio")[i]));
    if (i > 0)
      CHECK(std::log(*risks[i].ratio_limits.upper / *risks[i].ratio) / 1.959963984540054 ==
            near(numbers(rows, "log_ratio_se")[i]));
  }
}

TEST_CASE("two groups are the two-by-two table that they are") {
  // 10 of 40 against 30 of 60: odds ratio (30/30)/(10/30) = 3, its log's variance 1/10 + 1/30 + 1/30 + 1/30 = 0.2.
  const auto odds = regress(two_groups({10, 30}, {40, 60}), Family::logistic);
  CHECK(*odds.coefficients[1].ratio == near(3, 1e-12));
  CHECK(*odds.coefficients[1].se == near(std::sqrt(0.2), 1e-12));
  const auto risk = regress(two_groups({10, 30}, {40, 60}), Family::log_binomial);
  CHECK(*risk.coefficients[1].ratio == near(2, 1e-12));
  const auto rate = regress(two_groups({10, 30}, {40, 60}), Family::poisson);
  CHECK(*rate.coefficients[1].ratio == near(2, 1e-12));
  CHECK(*rate.coefficients[1].se == near(std::sqrt(1.0 / 10 + 1.0 / 30), 1e-12));
}

TEST_CASE("regression holds at large counts and small shares") {
  const auto fit = regress(two_groups({1e6, 3e6}, {1e9, 1e9}), Family::logistic);
  CHECK(*fit.coefficients[1].ratio == near(3.0 * 0.999 / 0.997, 1e-11));
  const auto rare = regress(two_groups({1, 3}, {1e9, 1e9}), Family::logistic);
  CHECK(rare.status == Status::ok);
  CHECK(*rare.coefficients[1].ratio == near(3, 1e-7));
}

TEST_CASE("regression at the edges") {
  CHECK(regress(two_groups({0, 5}, {10, 10}), Family::logistic).status == Status::separation);
  CHECK(regress(two_groups({10, 5}, {10, 10}), Family::logistic).status == Status::separation);
  CHECK(regress(two_groups({0, 10}, {10, 10}), Family::logistic).status == Status::separation);
  CHECK(regress(two_groups({0, 5}, {10, 10}), Family::poisson).status == Status::separation);
  CHECK(regress(two_groups({0, 0}, {10, 10}), Family::logistic).status == Status::undefined);
  CHECK(regress(two_groups({10, 10}, {10, 10}), Family::logistic).status == Status::undefined);
  CHECK(regress(two_groups({-1, 5}, {10, 10}), Family::logistic).status == Status::negative);
  CHECK(regress(two_groups({11, 5}, {10, 10}), Family::logistic).status == Status::events_exceed_n);
  CHECK(regress(two_groups({11, 5}, {10, 10}), Family::poisson).status == Status::ok);
  CHECK(regress(two_groups({0, 0}, {0, 0}), Family::logistic).status == Status::zero_denominator);
}

TEST_CASE("a term that others determine is left out, as R leaves it out") {
  const std::vector<std::string_view> cells{"1", "2", "3", "4", "5", "6"}, doubled{"2", "4", "6", "8", "10", "12"};
  const std::vector<Variable> variables{*variable_of("x", cells), *variable_of("twice", doubled)};
  const std::vector<double> events{0, 1, 0, 1, 0, 1}, ones(6, 1);
  const auto fit = regress(observed(design_of(variables, 6), events, ones), Family::logistic);
  CHECK(fit.status == Status::ok);
  CHECK(fit.coefficients[1].status == Status::ok);
  CHECK(fit.coefficients[2].status == Status::undefined);
  CHECK_FALSE(fit.coefficients[2].estimate);
}

TEST_CASE("separation by a number is found, and overlap is not taken for it") {
  const std::vector<std::string_view> cells{"1", "2", "3", "4", "5", "6", "7", "8"};
  const std::vector<Variable> variables{*variable_of("x", cells)};
  const std::vector<double> ones(8, 1);
  const auto status = [&](const std::vector<double>& events) {
    return regress(observed(design_of(variables, 8), events, ones), Family::logistic).status;
  };
  CHECK(status({0, 0, 0, 0, 1, 1, 1, 1}) == Status::separation);
  CHECK(status({0, 0, 0, 1, 0, 1, 1, 1}) == Status::ok);
  CHECK(status({1, 0, 0, 0, 0, 0, 0, 0}) == Status::separation);
}

TEST_CASE("property: separation is found exactly where it is, for groups and for numbers") {
  std::uint32_t state = 17;
  const auto next = [&](std::uint32_t most) { return (state = state * 1664525U + 1013904223U) / 65536U % most; };
  for (int round = 0; round < 300; ++round) {
    const std::size_t count = 6 + next(10);
    std::vector<std::string> words, figures;
    std::vector<double> events, ones(count, 1);
    for (std::size_t i = 0; i < count; ++i) {
      words.push_back(std::string(1, static_cast<char>('a' + next(3))));
      figures.push_back(std::to_string(next(6)));
      events.push_back(next(2));
    }
    const auto of = [&](const std::vector<std::string>& cells) {
      const std::vector<std::string_view> views(cells.begin(), cells.end());
      const std::vector<Variable> variables{*variable_of("x", views)};
      return regress(observed(design_of(variables, count), events, ones), Family::logistic).status;
    };
    const double all = std::accumulate(events.begin(), events.end(), 0.0);
    if (all == 0 || all == static_cast<double>(count)) continue;
    // Groups: some group has no event, or nothing else.
    bool certain = false;
    for (const auto* word : {"a", "b", "c"}) {
      double with = 0, without = 0;
      for (std::size_t i = 0; i < count; ++i)
        if (words[i] == word) (events[i] == 1 ? with : without) += 1;
      certain = certain || (with + without > 0 && (with == 0 || without == 0));
    }
    CHECK((of(words) == Status::separation) == certain);
    // Numbers: all with an event lie on one side of all without, or meet them at one value. All equal: no term.
    int low[2] = {9, 9}, high[2] = {-1, -1};
    for (std::size_t i = 0; i < count; ++i) {
      const int at = figures[i][0] - '0', side = events[i] == 1 ? 1 : 0;
      low[side] = std::min(low[side], at);
      high[side] = std::max(high[side], at);
    }
    const bool varies = std::min(low[0], low[1]) < std::max(high[0], high[1]);
    CAPTURE(round);
    CHECK((of(figures) == Status::separation) == (varies && (high[0] <= low[1] || high[1] <= low[0])));
  }
}

TEST_CASE("property: relabelling the groups turns the odds ratio over, and counts in another order change nothing") {
  std::uint32_t state = 11;
  const auto next = [&](std::uint32_t most) { return (state = state * 1664525U + 1013904223U) / 65536U % most; };
  for (int round = 0; round < 100; ++round) {
    const double n1 = 20 + next(100), n2 = 20 + next(100), a = 1 + next(static_cast<std::uint32_t>(n1) - 2),
                 b = 1 + next(static_cast<std::uint32_t>(n2) - 2);
    const auto one = regress(two_groups({a, b}, {n1, n2}), Family::logistic);
    const auto other = regress(two_groups({b, a}, {n2, n1}), Family::logistic);
    CHECK(*one.coefficients[1].estimate == near(-*other.coefficients[1].estimate, 1e-9));
    CHECK(*one.coefficients[1].p == near(*other.coefficients[1].p, 1e-9));
    CHECK(*one.coefficients[1].ratio == near(b / (n2 - b) / (a / (n1 - a)), 1e-9));
  }
}

TEST_CASE("formulas, and words as factors") {
  CHECK(formula_of("y ~ ethnicity + sex")->variables == std::vector<std::string>{"ethnicity", "sex"});
  CHECK(formula_of("y~1")->variables.empty());
  for (const auto* bad : {"y", "y ~ a ~ b", "~ a", "y ~ a + a", "y ~ a:b", "y ~ a +", "y ~ y"})
    CHECK_FALSE(formula_of(bad));
  const std::vector<std::string_view> cells{"white", "Black", "asian", "Black"};
  CHECK(variable_of("g", cells)->levels == std::vector<std::string>{"asian", "Black", "white"});
  CHECK(variable_of("g", cells, "white")->levels == std::vector<std::string>{"white", "asian", "Black"});
  CHECK_FALSE(variable_of("g", cells, "Mixed"));
  const std::vector<std::string_view> figures{"1", "2", "1"};
  CHECK_FALSE(variable_of("g", figures)->is_factor());
  CHECK(variable_of("g", figures, "1")->is_factor());
}

}  // namespace regression_test
