// Who said nothing: by organisation, never by person.
#include "report/paper.h"

namespace makegood {

void add_silent(Paper& paper) {
  const auto& report = paper.report;
  paper.section("report.silent");
  paper.say("report.spoke_text", {{"n", report.spoke}, {"total", report.items.size()}});
  if (report.silences.empty()) return paper.say("report.silent_none");
  std::vector<Cells> rows = {paper.header({"organisation", "promises", "asked"})};
  for (const auto& silence : report.silences) {
    std::vector<std::string> names;
    for (const auto& id : silence.items) names.push_back(named(report, id));
    rows.push_back({silent_words(paper, silence), joined(names),
                    silence.asked ? paper.words.date(*silence.asked) : paper.words("report.not_asked")});
  }
  paper.say("report.silent_text", {{"n", report.silences.size()}});
  paper.rows(std::move(rows));
}

}  // namespace makegood
