// Three voices, each counted by itself, and what changed since the last report.
#include "report/paper.h"

namespace makegood {
namespace {

void add_claims(Paper& paper) {
  const auto& voices = paper.report.voices;
  paper.part("report.owners_report");
  paper.say("report.reported_text", {{"n", voices.reported()}, {"total", voices.items}});
  std::vector<Cells> rows = {paper.header({"claim", "promises"})};
  for (const auto& claim : kClaims)
    if (const int n = voices.claims[static_cast<std::size_t>(claim.code)]; n > 0) rows.push_back({claim_words(paper.words, claim.code), paper.words.number(n)});
  paper.rows(std::move(rows));
}

void add_founds(Paper& paper) {
  const auto& voices = paper.report.voices;
  paper.part("report.panel_finds");
  paper.say("report.assessed_text", {{"n", voices.assessed()}, {"total", voices.items}});
  if (voices.assessed() == 0) return;
  std::vector<Cells> rows = {paper.header({"found", "promises"})};
  for (const auto& found : kFounds)
    if (const int n = voices.founds[static_cast<std::size_t>(found.code)]; n > 0)
      rows.push_back({paper.words("found." + std::string(found.word)), paper.words.number(n)});
  paper.rows(std::move(rows));
}

void add_calendar(Paper& paper) {
  const auto& report = paper.report;
  paper.part("report.calendar_says");
  paper.say("report.calendar_text", {{"late", report.late}, {"total", report.voices.items}, {"soon", report.due_soon}, {"day", report.as_at}});
  if (report.undated > 0) paper.say("report.undated_text", {{"n", report.undated}});
}

void add_comparison(Paper& paper) {
  if (!paper.report.comparison) return;
  const auto& since = *paper.report.comparison;
  paper.part("report.since");
  paper.say("report.since_text", {{"kind", kind_words(since.kind, paper.words)}, {"period", period_words(since.period, paper.words)}});
  paper.bullet("report.since.complete", {{"n", since.newly_complete}});
  paper.bullet("report.since.late", {{"n", since.newly_late}});
  paper.bullet("report.since.caught_up", {{"n", since.no_longer_late}});
  paper.bullet("report.since.assessed", {{"n", since.newly_assessed}});
  paper.bullet("report.since.moved", {{"n", since.moved}});
  if (since.reopened > 0) paper.bullet("report.since.reopened", {{"n", since.reopened}});
  if (since.added > 0) paper.bullet("report.since.added", {{"n", since.added}});
  if (since.gone > 0) paper.bullet("report.since.gone", {{"n", since.gone}});
}

}  // namespace

void add_summary(Paper& paper) {
  paper.section("report.summary");
  add_claims(paper);
  add_founds(paper);
  add_calendar(paper);
  add_comparison(paper);
}

}  // namespace makegood
