// What is past its date, and whose date was moved: by how much, by whom and why.
#include "report/paper.h"

namespace makegood {
namespace {

std::string expected(const Paper& paper, const ReportItem& item) {
  if (item.forecast) return paper.words.date(*item.forecast);
  return paper.words("report.not_said");
}

void add_late(Paper& paper) {
  std::vector<Cells> rows = {paper.header({"ref", "promise", "owner", "due", "calendar", "expected", "claim"})};
  for (const auto& item : paper.report.items)
    if (item.calendar.rule == Rule::overdue)
      rows.push_back({label_of(item), item.title, owners_of(paper, item), day_words(paper.words, item.due), calendar_words(paper.words, item),
                      expected(paper, item), claim_words(paper.words, item.claim)});
  paper.part("report.late");
  paper.say("report.late_text", {{"n", rows.size() - 1}, {"day", paper.report.as_at}});
  if (rows.size() > 1) paper.rows(std::move(rows));
}

std::string days_later(const Paper& paper, const Redating& step) {
  if (!step.from || !step.to) return "";
  const int days = days_between(*step.from, *step.to);
  return days < 0 ? paper.words("report.days_earlier", {{"n", -days}}) : paper.words("report.days_later", {{"n", days}});
}

void add_moved(Paper& paper) {
  std::vector<Cells> rows = {paper.header({"ref", "promise", "from", "to", "days", "why"})};
  for (const auto& item : paper.report.items)
    for (const auto& step : item.moved_now)
      rows.push_back({label_of(item), item.title, day_words(paper.words, step.from), day_words(paper.words, step.to), days_later(paper, step),
                      step.reason.empty() ? paper.words("report.not_said") : step.reason});
  paper.part("report.moved");
  paper.say("report.moved_text", {{"n", rows.size() - 1}});
  if (rows.size() > 1) paper.rows(std::move(rows));
}

// Expected after the date that holds, though nobody has agreed to move it.
void add_forecast(Paper& paper) {
  std::vector<Cells> rows = {paper.header({"ref", "promise", "original", "due", "expected", "redatings"})};
  for (const auto& item : paper.report.items)
    if (item.forecast && item.calendar.rule != Rule::complete && (!item.due || *item.forecast > *item.due))
      rows.push_back({label_of(item), item.title, day_words(paper.words, item.original), day_words(paper.words, item.due),
                      paper.words.date(*item.forecast), paper.words.number(item.redatings)});
  if (rows.size() == 1) return;
  paper.part("report.forecast");
  paper.say("report.forecast_text", {{"n", rows.size() - 1}});
  paper.rows(std::move(rows));
}

}  // namespace

void add_slipped(Paper& paper) {
  paper.section("report.slipped");
  add_late(paper);
  add_moved(paper);
  add_forecast(paper);
}

}  // namespace makegood
