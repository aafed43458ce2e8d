// The decomposition against R's lm (tests/statistics/decomposition.R).
#include "statistics/decomposition.h"

#include <doctest/doctest.h>

#include <cmath>

#include "support/vectors.h"

using namespace makegood;
using vectors::numbers;

namespace decomposition_test {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-9); }

std::vector<std::string_view> column(const vectors::Rows& rows, const std::string& name) {
  std::vector<std::string_view> cells;
  for (const auto& row : rows) cells.emplace_back(row.at(name));
  return cells;
}

TEST_CASE("two-fold with every reference, and three-fold, as R's lm gives them") {
  auto people = vectors::ours("models_people.csv");
  std::erase_if(people,
                [](const auto& row) { return row.at("ethnicity") != "White" && row.at("ethnicity") != "Black"; });
  const std::vector<Variable> variables{*variable_of("sex", column(people, "sex")),
                                        *variable_of("age", column(people, "age"))};
  std::vector<bool> in_b;
  for (const auto& row : people) in_b.push_back(row.at("ethnicity") == "Black");
  const auto got = decompose(design_of(variables, people.size()), numbers(people, "hourly"), in_b);
  REQUIRE(got.status == Status::ok);
  const auto rows = vectors::ours("decomposition.csv");
  REQUIRE(rows.size() == 21);
  CHECK(*got.gap == near(numbers(rows, "gap")[0]));
  std::size_t at = 0;
  for (const auto& division : got.divisions)
    for (const auto& term : division.terms) {
      CAPTURE(rows[at].at("reference"));
      CHECK(rows[at].at("part") == (division.threefold ? "three-fold" : "two-fold"));
      CHECK(rows[at].at("reference") == word(division.worth));
      CHECK(term.explained == near(numbers(rows, "explained")[at]));
      CHECK(term.unexplained == near(numbers(rows, "unexplained")[at]));
      CHECK(term.interaction == near(numbers(rows, "interaction")[at]));
      ++at;
    }
}

TEST_CASE("property: whatever the reference, the shares sum to the gap; swapped groups turn the gap over") {
  std::uint32_t state = 5;
  const auto next = [&] { return static_cast<double>((state = state * 1664525U + 1013904223U) / 65536U % 100); };
  for (int round = 0; round < 50; ++round) {
    Design design{.terms = {"(Intercept)", "x"}, .variables = {"(Intercept)", "x"}};
    std::vector<double> pay;
    std::vector<bool> in_b, in_a;
    for (int i = 0; i < 24; ++i) {
      design.cells.insert(design.cells.end(), {1, next()});
      pay.push_back(next());
      in_b.push_back(i % 3 == 0);
      in_a.push_back(i % 3 != 0);
    }
    const auto got = decompose(design, pay, in_b), turned = decompose(design, pay, in_a);
    for (std::size_t i = 0; i < got.divisions.size(); ++i) {
      const auto& total = got.divisions[i].total;
      CHECK(total.explained + total.unexplained + total.interaction == near(*got.gap));
    }
    CHECK(*got.gap == near(-*turned.gap));
    CHECK(got.divisions[0].total.explained == near(-turned.divisions[1].total.explained));
    CHECK(got.divisions[2].total.explained == near(-turned.divisions[2].total.explained));
  }
}

TEST_CASE("decomposition at the edges") {
  const Design design{
      .terms = {"(Intercept)", "senior"}, .variables = {"(Intercept)", "senior"}, .cells = {1, 0, 1, 1, 1, 0, 1, 0}};
  const std::vector<double> pay{10, 12, 9, 9};
  CHECK(decompose(design, pay, {false, false, true, true}).status == Status::missing_strata);  // nobody senior in B
  CHECK(decompose(design, pay, {false, false, false, true}).status == Status::undefined);      // one person
  CHECK(decompose(design, pay, {false, false, false, false}).status == Status::undefined);
}

}  // namespace decomposition_test
