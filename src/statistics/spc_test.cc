// XmR charts. The reference series and rule expectations are NHSRplotthedots' (MAKEGOOD_SHARED/stats/plotthedots).
#include "statistics/spc.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

using namespace makegood;

namespace spc_test {

std::string shared_file(const std::string& name) {
  const char* shared = std::getenv("MAKEGOOD_SHARED");
  return std::string(shared ? shared : "../shared") + "/stats/plotthedots/" + name;
}

// The last column may be left out ("a,,b" has an empty one in the middle).
std::vector<std::vector<std::string>> rows_of(std::istream& in) {
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::vector<std::string> cells(1);
    for (const char c : line)
      if (c == ',')
        cells.emplace_back();
      else
        cells.back() += c;
    rows.push_back(cells);
  }
  return rows;
}

template <class T>
std::vector<T> listed(const std::string& text) {
  std::istringstream in(text);
  std::vector<T> values;
  for (T value; in >> value;) values.push_back(value);
  return values;
}

spc::Marks marks_of(const std::string& function, const std::string& values, const std::string& sides) {
  if (function == "run_of_7_one_side") return spc::ends_of_seven_on_a_side(listed<int>(values));
  if (function == "mark_whole_run_of_7") return spc::whole_sevens(listed<int>(values));
  if (function == "trend_of_7") return spc::ends_of_seven_in_trend(listed<double>(values));
  if (function == "two_of_three") return spc::two_in_three(listed<int>(values), listed<int>(sides));
  return spc::near_in_two_in_three(listed<int>(values), listed<int>(sides));
}

// A run of seven below the mean is marked -1 here; the reference marks it 1.
std::vector<int> without_sign(std::vector<int> marks) {
  for (auto& mark : marks) mark = std::abs(mark);
  return marks;
}

std::vector<SpecialCause> causes(const std::vector<double>& values, std::vector<std::size_t> starts = {},
                                 const XmrRules& rules = {}) {
  std::vector<SpecialCause> all;
  for (const auto& point : xmr(values, starts, rules)) all.push_back(point.cause);
  return all;
}

std::size_t count(const std::vector<SpecialCause>& all, SpecialCause one) {
  return static_cast<std::size_t>(std::count(all.begin(), all.end(), one));
}

TEST_CASE("the rules mark what NHSRplotthedots marks") {
  std::ifstream in(shared_file("helper_expectations.csv"));
  if (!in) {
    MESSAGE("skipped: stats/plotthedots is not there (MAKEGOOD_SHARED)");
    return;
  }
  const auto rows = rows_of(in);
  REQUIRE(rows.size() == 17);
  for (const auto& row : rows) {
    CAPTURE(row[0]);
    CAPTURE(row[1]);
    auto marks = marks_of(row[0], row[1], row[2]);
    CHECK((row[0] == "trend_of_7" ? marks : without_sign(marks)) == listed<int>(row[3]));
  }
}

TEST_CASE("mean and limits of the reference series") {
  std::ifstream in(shared_file("xmr_snapshot_series.csv"));
  if (!in) {
    MESSAGE("skipped: stats/plotthedots is not there (MAKEGOOD_SHARED)");
    return;
  }
  std::map<std::string, std::vector<std::vector<std::string>>> series;
  for (const auto& row : rows_of(in)) series[row[0]].push_back(row);
  REQUIRE(series.size() == 3);
  for (const auto& [name, rows] : series) {
    std::vector<double> values;
    for (const auto& row : rows) values.push_back(std::stod(row[3]));
    const auto points = xmr(values, {}, {.screen_outliers = rows[0][1] == "1"});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      CHECK(*points[i].mean == doctest::Approx(std::stod(rows[i][4])).epsilon(1e-10));
      CHECK(*points[i].limits.lower == doctest::Approx(std::stod(rows[i][5])).epsilon(1e-10));
      CHECK(*points[i].limits.upper == doctest::Approx(std::stod(rows[i][6])).epsilon(1e-10));
    }
  }
}

TEST_CASE("a series worked out by hand") {
  // Mean 3. Moving ranges 2, 1, 2, 4: their mean is 2.25, and none reaches 3.267 times that (7.35).
  const std::vector<double> values{2, 4, 3, 5, 1};
  const auto points = xmr(values, {});
  CHECK(*points[0].mean == 3);
  CHECK(*points[0].limits.upper == doctest::Approx(3 + 2.66 * 2.25).epsilon(1e-14));
  CHECK(points[0].trial);
  CHECK(points[1].side == 1);
  CHECK(points[2].side == 0);
}

TEST_CASE("a large moving range is dropped once, and only from the mean moving range") {
  std::vector<double> values{0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 50, 0, 1};
  const auto kept = xmr(values, {}, {.screen_outliers = false}), screened = xmr(values, {});
  CHECK(*kept[0].mean == *screened[0].mean);
  // Thirteen ranges: eleven of 1 and two of 50; mean 111/13 = 8.54, and 50 is above 3.267 times that.
  CHECK(*kept[0].limits.upper == doctest::Approx(*kept[0].mean + 2.66 * 111 / 13).epsilon(1e-14));
  CHECK(*screened[0].limits.upper == doctest::Approx(*kept[0].mean + 2.66).epsilon(1e-14));
}

TEST_CASE("labels in their order of precedence") {
  // A trend of seven that ends beyond the limits: the end is outside first, the rest is trend.
  std::vector<double> rising{5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 7, 8, 9, 10, 30};
  const auto all = causes(rising);
  CHECK(all.back() == SpecialCause::above_limit);
  CHECK(count(all, SpecialCause::rising_trend) == 6);
  CHECK(all[10] == SpecialCause::rising_trend);
}

TEST_CASE("a tie breaks a trend, and the later trend has the shared point") {
  CHECK(count(causes({-20, 20, -20, 20, 1, 2, 3, 4, 4, 5, 6, 7}), SpecialCause::rising_trend) == 0);
  const auto peak = causes({-20, 20, -20, 20, 1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1});
  CHECK(count(peak, SpecialCause::rising_trend) == 6);
  CHECK(count(peak, SpecialCause::falling_trend) == 7);
  CHECK(peak[10] == SpecialCause::falling_trend);
}

TEST_CASE("a point equal to the mean breaks a run, and runs do not cross a rebase") {
  const std::vector<double> step{1, 5, 1, 5, 1, 5, 1, 9, 13, 9, 13, 9, 13, 9};
  CHECK(count(causes(step), SpecialCause::seven_below) == 7);
  CHECK(count(causes(step), SpecialCause::seven_above) == 7);
  CHECK(count(causes(step, {7}), SpecialCause::common) == 14);
  CHECK(*xmr(step, std::vector<std::size_t>{7})[13].mean == doctest::Approx(75.0 / 7).epsilon(1e-14));
}

TEST_CASE("limits that are fixed after some points stay, and later points are held to them") {
  std::vector<double> values{1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 20};
  const auto points = xmr(values, {}, {.fix_after = 12});
  CHECK(*points[12].mean == 1.5);
  CHECK(*points[12].limits.upper == doctest::Approx(1.5 + 2.66).epsilon(1e-14));
  CHECK(points[12].cause == SpecialCause::above_limit);
  CHECK(points[0].trial);
}

TEST_CASE("at the edges") {
  CHECK(xmr({}, {}).empty());
  const auto one = xmr(std::vector<double>{5}, {});
  CHECK(one[0].status == Status::undefined);
  CHECK(*one[0].mean == 5);
  CHECK_FALSE(one[0].limits.lower);
  const auto constant = xmr(std::vector<double>(20, 3.3), {});
  CHECK(*constant[0].limits.upper == 3.3);
  CHECK(constant[19].cause == SpecialCause::common);
  CHECK_FALSE(constant[0].trial);
  CHECK(xmr(std::vector<double>{-1.7e308, 1.7e308, -1.7e308}, {})[0].status == Status::out_of_range);
}

TEST_CASE("property: shift and scale change no label") {
  std::uint32_t state = 12345;
  const auto next = [&] { return static_cast<double>((state = state * 1664525U + 1013904223U) >> 20U); };
  for (int round = 0; round < 200; ++round) {
    std::vector<double> values, moved, turned;
    for (int i = 0; i < 40; ++i) {
      values.push_back(next() + (i > 25 ? 900 : 0));
      moved.push_back(values.back() * 8 + 1048576);
      turned.push_back(-values.back());
    }
    const std::vector<std::size_t> starts{static_cast<std::size_t>(round % 40)};
    CHECK(causes(values, starts) == causes(moved, starts));
    const auto up = causes(values, starts), down = causes(turned, starts);
    CHECK(count(up, SpecialCause::above_limit) == count(down, SpecialCause::below_limit));
    CHECK(count(up, SpecialCause::two_in_three_above) == count(down, SpecialCause::two_in_three_below));
    CHECK(count(up, SpecialCause::seven_below) == count(down, SpecialCause::seven_above));
  }
}

}  // namespace spc_test
