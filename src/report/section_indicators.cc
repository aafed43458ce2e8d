// What the plan says that it will be measured by, and what was measured: outcomes, apart from what was delivered.
#include "report/indicator_words.h"
#include "report/paper.h"

namespace makegood {
namespace {

std::string start_words(const Words& words, const ReportIndicator& indicator) {
  const auto& terms = indicator.terms;
  if (indicator.withheld) return words("report.indicator_withheld");
  if (!terms.baseline) return words("report.not_said");
  const auto figure = figure_words(words, *terms.baseline, terms.unit);
  return terms.baseline_day ? words("report.indicator_start", {{"value", figure}, {"date", *terms.baseline_day}}) : figure;
}

std::string goal_words(const Words& words, const ReportIndicator& indicator) {
  const auto goal = target_words(words, indicator.terms);
  return goal.empty() ? words("report.indicator_no_target") : goal;
}

std::string dated(const Words& words, const ReportIndicator& indicator, const IndicatorValue& value) {
  return words("report.indicator_value", {{"value", value_words(words, value, indicator.terms.unit)}, {"period", period_words(words, value)}});
}

// The newest first and one before it: what moved can be seen, and nothing is claimed of it.
std::string latest_words(const Words& words, const ReportIndicator& indicator) {
  if (indicator.withheld) return words("report.indicator_withheld");
  if (indicator.values.empty()) return words("report.indicator_unmeasured");
  auto said = dated(words, indicator, indicator.values.back());
  if (indicator.values.size() > 1) said += "\n" + words("report.indicator_before", {{"said", dated(words, indicator, indicator.values[indicator.values.size() - 2])}});
  return said;
}

}  // namespace

Cells indicator_header(const Paper& paper) { return paper.header({"indicator", "start", "target", "latest"}); }

Cells indicator_row(const Paper& paper, const ReportIndicator& indicator) {
  return {indicator.terms.text, start_words(paper.words, indicator), goal_words(paper.words, indicator), latest_words(paper.words, indicator)};
}

void add_indicators(Paper& paper) {
  const auto& all = paper.report.indicators;
  if (all.empty()) return;
  paper.part("report.indicators");
  paper.say("report.indicators_text", {{"n", all.size()}});
  std::vector<Cells> rows = {indicator_header(paper)};
  for (const auto& indicator : all) rows.push_back(indicator_row(paper, indicator));
  paper.rows(std::move(rows));
}

}  // namespace makegood
