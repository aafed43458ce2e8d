// UKHSA's own test data, where it is at hand (MAKEGOOD_SHARED/stats/phe, from PHEindicatormethods 2.1.0).
// Tolerances: 1e-8; funnel proportions 1e-6 (their stored digits); funnel ratios 5e-6, and 1e-4 on the upper
// 99.8 % line of 1 to 4 events, where the original halves coarsely.
#include <set>

#include "statistics/calc_fixture.h"
#include "statistics/statistics.h"

using namespace makegood;
using calc::CsvFile;

namespace phe_test {

constexpr calc::Tolerance kPhe{1e-8, 1e-12};

std::optional<CsvFile> phe(const std::string& name) {
  const char* shared = std::getenv("MAKEGOOD_SHARED");
  const auto path = std::filesystem::path(shared != nullptr ? shared : "../shared") / "stats/phe" / (name + ".csv");
  auto file = CsvFile::open(path);
  if (!file) MESSAGE("skipped: ", path.string(), " is not there");
  return file;
}

/// A column of the file under the name that calc knows it by, or a value for every row.
struct As {
  std::string name, from;
};

std::string with_columns(const CsvFile& file, const std::vector<As>& columns, const std::function<bool(std::size_t)>& takes = {}) {
  std::string csv;
  for (const auto& column : columns) csv += (csv.empty() ? "" : ",") + column.name;
  for (std::size_t row = 0; row < file.size(); ++row) {
    if (takes && !takes(row)) continue;
    for (const auto& column : columns) {
      csv += &column == &columns.front() ? '\n' : ',';
      csv += column.from.starts_with('=') ? column.from.substr(1) : file.cell(row, column.from);
    }
  }
  return csv + "\n";
}

void compare(const CsvFile& answer, std::size_t row, const char* column, const std::string& expected, const calc::Tolerance& tolerance = kPhe) {
  CAPTURE(row);
  CAPTURE(column);
  calc::check_near(answer.cell(row, column), expected, tolerance);
}

std::string scaled(const std::string& text, double by) {
  const auto number = calc::read_number(text);
  if (number.status != Status::ok) return {};
  std::string out;
  calc::append_number(out, number.value * by);
  return out;
}

std::string level_of(const std::string& percent) { return percent == "95%" ? "0.95" : "0.998"; }

TEST_CASE("UKHSA: Byar's and Wilson's limits") {
  const auto file = phe("byars_wilson_limits");
  if (!file) return;
  for (std::size_t row = 0; row < file->size(); ++row) {
    CAPTURE(row);
    const bool shares = file->cell(row, "method") == "Wilson";
    const auto csv = (shares ? "events,n,confidence\n" : "events,person_time,confidence\n") + file->cell(row, "x") + "," +
                     (shares ? file->cell(row, "n") : "1") + "," + level_of(file->cell(row, "confidence")) + "\n";
    const auto answer = calc::calculated(shares ? "proportion" : "rate", csv);
    compare(answer, 0, shares ? "wilson_lo" : "byars_lo", file->cell(row, "lowercl"));
    compare(answer, 0, shares ? "wilson_hi" : "byars_hi", file->cell(row, "uppercl"));
  }
}

TEST_CASE("UKHSA: proportions") {
  const auto file = phe("proportion");
  if (!file) return;
  for (const auto& [level, lower, upper] : {std::array{"=0.95", "lower95_0cl", "upper95_0cl"}, std::array{"=0.998", "lower99_8cl", "upper99_8cl"}}) {
    const auto answer = calc::calculated("proportion", with_columns(*file, {{"events", "Numerator"}, {"n", "Denominator"}, {"confidence", level}}));
    for (std::size_t row = 0; row < file->size(); ++row) {
      const double down = 1 / file->number(row, "multiplier");
      compare(answer, row, "estimate", scaled(file->cell(row, "value"), down));
      compare(answer, row, "wilson_lo", scaled(file->cell(row, lower), down));
      compare(answer, row, "wilson_hi", scaled(file->cell(row, upper), down));
    }
  }
  const auto sums = phe("proportion_grouped_sum");
  if (!sums) return;
  const auto answer = calc::calculated("proportion", with_columns(*sums, {{"events", "Numerator"}, {"n", "Denominator"}}));
  for (std::size_t row = 0; row < sums->size(); ++row) {
    compare(answer, row, "estimate", sums->cell(row, "value"));
    compare(answer, row, "wilson_lo", sums->cell(row, "lowercl"));
    compare(answer, row, "wilson_hi", sums->cell(row, "uppercl"));
  }
}

TEST_CASE("UKHSA: rates") {
  const auto file = phe("rate");
  const auto sums = phe("rate_grouped_sum");
  if (!file || !sums) return;
  const auto check = [](const CsvFile& given, const char* level, const char* lower, const char* upper) {
    const auto answer = calc::calculated("rate", with_columns(given, {{"events", "Numerator"}, {"person_time", "Denominator"},
                                                                      {"multiplier", "multiplier"}, {"confidence", level}}));
    for (std::size_t row = 0; row < given.size(); ++row) {
      compare(answer, row, "rate", given.cell(row, "value"));
      // The file gives Area1 to Area4 twice; in the second lot the 99.8 % limits are those per 100.
      const bool scaled_wrongly = std::string_view(level) == "=0.998" && row >= 8 && row < 16 &&
                                  given.number(row, upper) < given.number(row, "value");
      if (scaled_wrongly) continue;
      compare(answer, row, "rate_lo", given.cell(row, lower));
      compare(answer, row, "rate_hi", given.cell(row, upper));
      if (!given.cell(row, "value").empty()) CHECK(answer.cell(row, "ukhsa_method") == given.cell(row, "method"));
    }
  };
  check(*file, "=0.95", "lower95_0cl", "upper95_0cl");
  check(*sums, "=0.95", "lowercl", "uppercl");
}

TEST_CASE("UKHSA: means") {
  const auto file = phe("mean_inputs");
  const auto expected = phe("mean_expected");
  if (!file || !expected) return;
  const auto by_area = calc::calculated("mean", file->text());
  const auto together = calc::calculated("mean", with_columns(*file, {{"values", "values"}}));
  for (const auto* column : {"value_sum", "value_count", "stdev", "value", "lower95_0cl", "upper95_0cl", "lower99_8cl", "upper99_8cl"}) {
    compare(by_area, 0, column, expected->cell(0, column));
    compare(by_area, 1, column, expected->cell(1, column));
    compare(together, 0, column, expected->cell(2, column));
  }
}

TEST_CASE("UKHSA: quantile groups") {
  const auto file = phe("quantiles");
  if (!file) return;
  struct Run {
    const char* set;
    std::vector<As> columns;
  };
  const std::vector<As> always = {{"Value", "Value"}, {"Polarity", "Polarity"}, {"QuantileNm", "QuantileNm"}, {"expected", "QuantileInGrp"}};
  for (const auto& run : {Run{"IndSexReg", {{"IndSexRef", "IndSexRef"}, {"ParentCode", "ParentCode"}}}, Run{"IndSex", {{"IndSexRef", "IndSexRef"}}},
                          Run{"None", {}}}) {
    CAPTURE(run.set);
    auto columns = run.columns;
    columns.insert(columns.end(), always.begin(), always.end());
    const auto answer = calc::calculated("quantile", with_columns(*file, columns, [&](std::size_t row) { return file->cell(row, "GroupSet") == run.set; }));
    REQUIRE(answer.size() > 100);
    for (std::size_t row = 0; row < answer.size(); ++row) CHECK(answer.cell(row, "QuantileInGrp") == answer.cell(row, "expected"));
  }
}

TEST_CASE("UKHSA: directly standardised rates") {
  const auto file = phe("dsr_inputs_multiarea");
  const auto old = phe("dsr_inputs_1976");
  const auto expected = phe("dsr_expected");
  if (!file || !old || !expected) return;
  const auto csv = with_columns(*file, {{"group", "area"}, {"ageband", "ageband"}, {"events", "count"}, {"population", "pop"}, {"standard_population", "esp2013"}});
  const auto csv_1976 = with_columns(*old, {{"group", "=testdata_1976"}, {"ageband", "Age Band"}, {"events", "count"}, {"population", "pop"}, {"standard_population", "esp1976"}});
  calc::Request at_95, at_998;
  at_998.confidence = *Confidence::of(0.998);
  for (const auto& [per, first] : {std::pair{"10000", std::size_t{0}}, std::pair{"100000", std::size_t{4}}}) {
    at_95.options.values["--per"] = at_998.options.values["--per"] = per;
    for (const auto* request : {&at_95, &at_998}) {
      const auto answer = calc::calculated("dsr", csv, *request), answer_1976 = calc::calculated("dsr", csv_1976, *request);
      const std::string level = request == &at_95 ? "95_0cl" : "99_8cl";
      for (std::size_t i = 0; i < 4; ++i) {
        const auto& from = i < 3 ? answer : answer_1976;
        const auto row = i < 3 ? i : 0;
        compare(from, row, "observed", expected->cell(first + i, "total_count"));
        compare(from, row, "population", expected->cell(first + i, "total_pop"));
        compare(from, row, "dsr", expected->cell(first + i, "value"));
        if (i == 3 && level == "99_8cl") continue;  // mis-scaled in the file
        compare(from, row, "dsr_lo", expected->cell(first + i, "lower" + level));
        compare(from, row, "dsr_hi", expected->cell(first + i, "upper" + level));
      }
      CHECK(answer.cell(2, "status") == "withheld_few_events");
    }
  }
}

TEST_CASE("UKHSA: directly standardised rates of repeat events") {
  const auto file = phe("dsr_inputs_nonindependent");
  const auto expected = phe("dsr_expected");
  const auto standard = phe("dsr_inputs_multiarea");
  if (!file || !expected || !standard) return;
  std::string csv = "group,ageband,events,population,standard_population,f1,f2,f3,f4\n";
  for (std::size_t row = 0; row < file->size(); ++row) {
    csv += file->cell(row, "area");
    for (const auto* column : {"ageband", "count", "pop"}) csv += "," + file->cell(row, column);
    csv += "," + standard->cell(row % 19, "esp2013");
    for (const auto* column : {"f1", "f2", "f3", "f4"}) csv += "," + file->cell(row, column);
    csv += "\n";
  }
  calc::Request at_95, at_998;
  at_998.confidence = *Confidence::of(0.998);
  for (const auto* request : {&at_95, &at_998}) {
    const auto answer = calc::calculated("dsr", csv, *request);
    const std::string level = request == &at_95 ? "95_0cl" : "99_8cl";
    for (std::size_t i = 0; i < 4; ++i) {
      REQUIRE(answer.cell(i, "group") == expected->cell(8 + i, "area"));
      compare(answer, i, "dsr", expected->cell(8 + i, "value"));
      compare(answer, i, "dsr_lo", expected->cell(8 + i, "lower" + level));
      compare(answer, i, "dsr_hi", expected->cell(8 + i, "upper" + level));
    }
  }
}

TEST_CASE("UKHSA: indirectly standardised ratios and rates") {
  const auto file = phe("isr_inputs_multiarea");
  const auto zero = phe("isr_inputs_zero_denominator");
  const auto reference = phe("isr_reference_population");
  const auto expected = phe("isr_expected");
  if (!file || !zero || !reference || !expected) return;
  const auto csv = with_columns(*file, {{"group", "area"}, {"ageband", "ageband"}, {"events", "count"}, {"population", "pop"},
                                        {"reference_events", "refcount"}, {"reference_population", "refpop"}});
  std::string csv_zero = "group,ageband,events,population,reference_events,reference_population\n";
  for (std::size_t row = 0; row < zero->size(); ++row)
    csv_zero += zero->cell(row, "area") + "," + reference->cell(row % 19, "Age Band") + "," + zero->cell(row, "count") + "," + zero->cell(row, "pop") +
                "," + reference->cell(row % 19, "refcount") + "," + reference->cell(row % 19, "refpop") + "\n";
  calc::Request at_95, at_998;
  at_998.confidence = *Confidence::of(0.998);
  const auto check = [&](const CsvFile& answer, std::size_t first, std::size_t count, const std::string& level, bool scaled_by_rate) {
    for (std::size_t i = 0; i < count; ++i) {
      const auto row = first + i;
      const auto& statistic = expected->cell(row, "statistic");
      const double by = scaled_by_rate ? 1 / expected->number(row, "ref_rate") : statistic.ends_with("x 100") ? 0.01 : 1;
      compare(answer, i, "observed", expected->cell(row, "observed"));
      compare(answer, i, "expected", expected->cell(row, "expected"));
      compare(answer, i, "ratio", scaled(expected->cell(row, "value"), by));
      compare(answer, i, "ratio_lo", scaled(expected->cell(row, "lower" + level), by));
      compare(answer, i, "ratio_hi", scaled(expected->cell(row, "upper" + level), by));
      CHECK(answer.cell(i, "method") == expected->cell(row, "method"));
    }
  };
  for (const auto first : {0U, 3U, 6U, 9U}) {
    check(calc::calculated("isr", csv, at_95), first, 3, "95_0cl", first < 6);
    check(calc::calculated("isr", csv, at_998), first, 3, "99_8cl", first < 6);
  }
  check(calc::calculated("isr", csv_zero, at_95), 12, 2, "95_0cl", true);
  check(calc::calculated("isr", csv_zero, at_95), 14, 2, "95_0cl", false);
}

TEST_CASE("UKHSA: funnels for proportions") {
  for (const auto* name : {"funnel_prop_outputs", "funnel_prop_outputs_with_axis_variation"}) {
    const auto file = phe(name);
    if (!file) return;
    std::string csv = "n,p0\n";
    for (std::size_t row = 0; row < file->size(); ++row) csv += file->cell(row, "Population") + "," + scaled(file->cell(row, "Baseline"), 0.01) + "\n";
    const auto answer = calc::calculated("funnel-proportion", csv);
    const calc::Tolerance stored{0, 1e-8};  // 1e-6 of a percentage
    for (std::size_t row = 0; row < file->size(); ++row) {
      compare(answer, row, "lo95", scaled(file->cell(row, "Lower2s0025limit"), 0.01), stored);
      compare(answer, row, "hi95", scaled(file->cell(row, "Upper2s0025limit"), 0.01), stored);
      compare(answer, row, "lo998", scaled(file->cell(row, "Lower3s0001limit"), 0.01), stored);
      compare(answer, row, "hi998", scaled(file->cell(row, "Upper3s0001limit"), 0.01), stored);
    }
  }
}

TEST_CASE("UKHSA: funnels for ratios") {
  const auto file = phe("funnel_ratio_outputs");
  if (!file) return;
  const auto answer = calc::calculated("funnel-ratio", with_columns(*file, {{"observed", "Observed_events"}}));
  for (std::size_t row = 0; row < file->size(); ++row) {
    const bool coarse = file->number(row, "Observed_events") <= 4;
    compare(answer, row, "exp_lo95", file->cell(row, "lower_2s_exp_events"), {5e-6, 0});
    compare(answer, row, "exp_hi95", file->cell(row, "upper_2s_exp_events"), {5e-6, 0});
    compare(answer, row, "exp_lo998", file->cell(row, "lower_3s_exp_events"), {5e-6, 0});
    compare(answer, row, "exp_hi998", file->cell(row, "upper_3s_exp_events"), {coarse ? 1e-4 : 5e-6, 0});
  }
}

TEST_CASE("UKHSA: funnels for rates") {
  for (const auto* name : {"funnel_rate_outputs", "funnel_rate_outputs_2", "funnel_rate_outputs_3"}) {
    const auto file = phe(name);
    if (!file) return;
    CAPTURE(name);
    std::string csv = "Events,baseline\n";
    for (std::size_t row = 0; row < file->size(); ++row) csv += file->cell(row, "Events") + "," + file->cell(row, "baseline") + "\n";
    const auto answer = calc::calculated("funnel-rate", csv);  // of three years, as the files are
    for (std::size_t row = 0; row < file->size(); ++row) {
      const bool few = file->number(row, "Events") <= 4;
      for (const auto* line : {"lower_2s", "upper_2s", "lower_3s", "upper_3s"}) {
        const calc::Tolerance stored{few && std::string_view(line) == "upper_3s" ? 1e-4 : 5e-6, 0};
        compare(answer, row, (std::string(line) + "_population_1_year").c_str(), file->cell(row, std::string(line) + "_population_1_year"), stored);
        compare(answer, row, (std::string(line) + "_limit").c_str(), file->cell(row, std::string(line) + "_limit"), stored);
      }
    }
  }
}

TEST_CASE("UKHSA: the slope and relative index of inequality") {
  const auto file = phe("sii_rii");
  if (!file) return;
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> tests;
  for (std::size_t row = 0; row < file->size(); ++row)
    tests[{file->cell(row, "TestDescription"), file->cell(row, "Area")}].push_back(row);
  int compared = 0;
  for (const auto& [test, rows] : tests) {
    const auto& name = test.first;
    CAPTURE(name);
    const auto first = rows.front();
    if (file->cell(first, "sii").empty()) continue;
    const std::set<std::size_t> mine(rows.begin(), rows.end());
    calc::Request request;
    if (name.find("log transform") != std::string::npos) request.options.values["--transform"] = "log";
    if (name.find("logit transform") != std::string::npos) request.options.values["--transform"] = "logit";
    if (name.find("(x 100)") != std::string::npos) request.options.values["--multiplier"] = "100";
    if (name.find("(x -100)") != std::string::npos) request.options.values["--multiplier"] = "-100";
    if (name.find("negative multiplier") != std::string::npos) request.options.values["--multiplier"] = "-1";
    const auto answer = calc::calculated("sii", with_columns(*file, {{"Area", "Area"}, {"Quantile", "Quantile"}, {"Population", "Population"}, {"Value", "Value"}},
                                                             [&](std::size_t row) { return mine.contains(row); }), request);
    compare(answer, 0, "sii", file->cell(first, "sii"));
    for (const auto* column : {"rii", "Intercept"})
      if (!file->cell(first, column).empty()) compare(answer, 0, column, file->cell(first, column));
    ++compared;
  }
  CHECK(compared > 30);
}

}  // namespace phe_test
