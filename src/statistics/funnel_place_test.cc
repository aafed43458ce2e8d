// UKHSA's own labels, where they are at hand (MAKEGOOD_SHARED/stats/phe, from PHEindicatormethods 2.1.0).
#include <doctest/doctest.h>

#include "statistics/funnel_place.h"
#include "support/vectors.h"

using namespace makegood;

namespace funnel_place_test {

vectors::Rows phe(const std::string& name) {
  const char* shared = std::getenv("MAKEGOOD_SHARED");
  auto rows = vectors::read(std::string(shared != nullptr ? shared : "../shared") + "/stats/phe/" + name);
  if (rows.empty()) MESSAGE("skipped: stats/phe/", name, " is not there (MAKEGOOD_SHARED)");
  return rows;
}

double total(const vectors::Rows& rows, const std::string& column) {
  double sum = 0;
  for (const auto number : vectors::numbers(rows, column)) sum += number;
  return sum;
}

std::vector<UnitRate> units_of(const vectors::Rows& rows, const std::string& rate) {
  std::vector<UnitRate> units;
  for (const auto& row : rows) {
    const auto number = [&](const std::string& column) { return std::strtod(row.at(column).c_str(), nullptr); };
    units.push_back({number("count"), row.at(rate).empty() ? Figure() : Figure(number(rate)), number("pop")});
  }
  return units;
}

void check(const FunnelUnit& unit, const std::string& expected) {
  if (expected.starts_with("Not applicable")) CHECK(unit.status == Status::withheld_few_events);
  else {
    CHECK(unit.status == Status::ok);
    CHECK(word(unit.place) == expected);
  }
}

TEST_CASE("places by hand") {
  struct Row {
    const char* sentence;
    FunnelUnit unit;
    Status status;
    FunnelPlace place;
  };
  const Row rows[] = {
      {"as many as expected", place_ratio(8, 8), Status::ok, FunnelPlace::inside},
      {"none where one was expected is no surprise", place_ratio(0, 1), Status::ok, FunnelPlace::inside},
      {"none where four were expected is, at 95 %: the exact upper limit of none is 3.69", place_ratio(0, 4), Status::ok, FunnelPlace::low_95},
      {"none where seven were is, at 99.8 %: that limit is 6.91", place_ratio(0, 7), Status::ok, FunnelPlace::low_998},
      {"nothing expected", place_ratio(3, 0), Status::zero_denominator, FunnelPlace::inside},
      {"half where a tenth is usual", place_share(50, 100, 0.1), Status::ok, FunnelPlace::high_998},
      {"nobody", place_share(0, 0, 0.1), Status::zero_denominator, FunnelPlace::inside},
      {"more events than people", place_share(3, 2, 0.1), Status::events_exceed_n, FunnelPlace::inside},
      {"an average that is no share", place_share(1, 2, 1.5), Status::out_of_range, FunnelPlace::inside},
  };
  for (const auto& row : rows) {
    CAPTURE(row.sentence);
    CHECK(row.unit.status == row.status);
    if (row.status == Status::ok) CHECK(row.unit.place == row.place);
  }
}

TEST_CASE("UKHSA: the significance of shares and ratios") {
  const auto shares = phe("funnel_prop_inputs.csv"), ratios = phe("funnel_ratio_inputs.csv");
  if (!shares.empty()) {
    const double average = total(shares, "numerator") / total(shares, "denominator");
    const auto events = vectors::numbers(shares, "numerator"), people = vectors::numbers(shares, "denominator");
    for (std::size_t n = 0; n < shares.size(); ++n) check(place_share(events[n], people[n], average), shares[n].at("significance"));
  }
  const auto observed = ratios.empty() ? std::vector<double>() : vectors::numbers(ratios, "obs");
  for (std::size_t n = 0; n < ratios.size(); ++n)
    check(place_ratio(observed[n], std::strtod(ratios[n].at("expected").c_str(), nullptr)), ratios[n].at("significance"));
}

TEST_CASE("UKHSA: the significance of rates, with and without a unit that has no events") {
  const auto all = phe("funnel_rate_dsr_inputs.csv");
  if (all.empty()) return;
  auto some = all;
  std::erase_if(some, [](const auto& row) { return row.at("count") == "0"; });
  REQUIRE(some.size() + 1 == all.size());
  struct Column {
    std::string rate, label;
    const vectors::Rows& rows;
    double per;
    bool standardised;
  };
  const Column columns[] = {{"rate_crude_per_100000", "crude_per_100000_with_0", all, 100'000, false},
                            {"rate_crude_per_100", "crude_per_100_with_0", all, 100, false},
                            {"rate_crude_per_100000", "crude_per_100000_without_0", some, 100'000, false},
                            {"rate_crude_per_100", "crude_per_100_without_0", some, 100, false},
                            {"rate_dsr", "dsr_per_100000_with_0", all, 100'000, true},
                            {"rate_dsr", "dsr_per_100000_without_0", some, 100'000, true}};
  for (const auto& column : columns) {
    CAPTURE(column.label);
    const auto placed = place_rates(units_of(column.rows, column.rate), column.per, column.standardised).units;
    for (std::size_t n = 0; n < placed.size(); ++n) {
      CAPTURE(n);
      check(placed[n], column.rows[n].at(column.label));
    }
  }
}

}  // namespace funnel_place_test
