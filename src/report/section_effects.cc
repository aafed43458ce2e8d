// Outputs apart from outcomes: what was done is not what changed.
#include "report/paper.h"

namespace makegood {

void add_effects(Paper& paper) {
  const auto& report = paper.report;
  const auto complete = report.voices.claims[static_cast<std::size_t>(Claim::complete)];
  const auto no_effect = report.voices.founds[static_cast<std::size_t>(Found::no_effect_seen)];
  paper.section("report.effects");
  paper.say("report.effects_text");
  paper.part("report.outputs");
  paper.say("report.outputs_text", {{"n", complete}, {"total", report.voices.items}});
  if (no_effect > 0) paper.say("report.no_effect", {{"n", no_effect}});
  paper.part("report.outcomes");
  std::vector<Cells> rows = {paper.header({"promise", "figure", "source"})};
  for (const auto& item : report.items)
    for (const auto& figure : item.figures)
      rows.push_back({named(report, item.id), figure.text, figure.source.empty() ? paper.words("report.not_said") : figure.source});
  paper.say("report.figures_text", {{"n", rows.size() - 1}});
  if (rows.size() > 1) paper.rows(std::move(rows));
  add_indicators(paper);
}

}  // namespace makegood
