// Chains of decisions, and the indicators of the Workforce Race Equality Standard. Expected values by hand.
#include <doctest/doctest.h>

#include "statistics/decision_chain.h"
#include "statistics/wres.h"

using namespace makegood;

namespace decisions_test {

const std::vector<Link> kChain = {
    {"White", "stopped", "population", 100, 10000}, {"White", "arrested", "stopped", 10, 100},
    {"White", "charged", "arrested", 5, 10},        {"Black", "stopped", "population", 90, 1000},
    {"Black", "arrested", "stopped", 18, 90},       {"Black", "charged", "arrested", 9, 18}};

TEST_CASE("rates of each link, and of the population") {
  const auto got = relative_rates(kChain, "White");
  CHECK(*got[3].index_previous == 9);
  CHECK(*got[4].rate_previous == 0.2);
  CHECK(*got[4].index_previous == 2);
  CHECK(*got[5].index_previous == 1);  // no further disparity arises at the charge
  CHECK(*got[5].rate_population == 0.009);
  CHECK(*got[5].index_population == 18);
  CHECK(*got[2].index_population == 1);
}

TEST_CASE("property: the indices along a chain multiply to the index against the population") {
  std::uint32_t state = 3;
  const auto next = [&](std::uint32_t most) { return 1 + (state = state * 1664525U + 1013904223U) / 65536U % most; };
  for (int round = 0; round < 200; ++round) {
    std::vector<Link> links;
    for (const auto* group : {"White", "Asian"}) {
      double base = 1000 + next(5000);
      for (const auto& [stage, before] : {std::pair{"b", "a"}, {"c", "b"}, {"d", "c"}}) {
        const double events = next(static_cast<std::uint32_t>(base));
        links.push_back({group, stage, before, events, base});
        base = events;
      }
    }
    const auto got = relative_rates(links, "White");
    CHECK(*got[3].index_previous * *got[4].index_previous * *got[5].index_previous ==
          doctest::Approx(*got[5].index_population).epsilon(1e-12));
  }
}

TEST_CASE("chains that contradict themselves") {
  const auto status = [](std::vector<Link> links) { return relative_rates(links, "White").back().status; };
  CHECK(status({{"White", "b", "a", 1, 10}, {"Black", "b", "a", 11, 10}}) == Status::events_exceed_n);
  CHECK(status({{"White", "b", "a", 1, 10}, {"Black", "b", "a", -1, 10}}) == Status::negative);
  CHECK(status({{"White", "b", "a", 1, 10}, {"Black", "b", "a", 0, 0}}) == Status::zero_denominator);
  CHECK(status({{"Black", "b", "a", 1, 10}}) == Status::missing_strata);
  CHECK(status({{"White", "b", "a", 0, 10}, {"Black", "b", "a", 1, 10}}) == Status::undefined);
  CHECK(status({{"White", "b", "a", 0, 0}, {"Black", "b", "a", 1, 10}}) == Status::undefined);
  CHECK(status({{"White", "b", "a", 1, 10}, {"Black", "b", "a", 1, 10}, {"Black", "b", "a", 2, 10}}) ==
        Status::repeated);
  CHECK(status({{"White", "a", "b", 1, 10}, {"White", "b", "a", 1, 10}}) == Status::repeated);  // goes round
}

TEST_CASE("indicators 2 and 4 have White on top, 3 has ethnic minorities") {
  const auto two = relative_likelihood(2, 100, 20, 50, 5);
  CHECK(*two.white == 0.2);
  CHECK(*two.bme == 0.1);
  CHECK(*two.relative == 2);
  CHECK(two.orientation == "White/BME");
  const auto three = relative_likelihood(3, 1000, 10, 500, 10);
  CHECK(*three.relative == 2);
  CHECK(three.orientation == "BME/White");
  CHECK(relative_likelihood(4, 100, 20, 50, 5).orientation == "White/BME");
}

TEST_CASE("indicators at the edges") {
  CHECK(relative_likelihood(5, 1, 1, 1, 1).status == Status::out_of_range);
  CHECK(relative_likelihood(2, 10, 11, 0, 0).status == Status::events_exceed_n);
  CHECK(relative_likelihood(2, 0, 0, 10, 11).status == Status::events_exceed_n);
  CHECK(relative_likelihood(2, -1, 0, 1, 1).status == Status::negative);
  CHECK(relative_likelihood(2, 10, 1, 0, 0).status == Status::zero_denominator);
  CHECK(*relative_likelihood(2, 10, 1, 0, 0).white == 0.1);
  CHECK(relative_likelihood(2, 10, 1, 10, 0).status == Status::undefined);
  CHECK(*relative_likelihood(2, 10, 0, 10, 1).relative == 0);
}

}  // namespace decisions_test
