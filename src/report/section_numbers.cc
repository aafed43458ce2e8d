// How the numbers came about, every promise in one table, and how anybody can check that nothing was rewritten.
#include "report/paper.h"

namespace makegood {

void add_numbers(Paper& paper) {
  const auto& report = paper.report;
  paper.section("report.numbers");
  paper.say("report.numbers_counted", {{"n", report.voices.items}, {"all", report.items.size()}});
  paper.say("report.numbers_voices");
  paper.say("report.numbers_percent");
  if (report.waiting > 0) paper.say("report.numbers_waiting", {{"n", report.waiting}});
  paper.say("report.numbers_people");
}

Cells appendix_header(const Paper& paper) { return paper.header({"ref", "promise", "owner", "due", "claim", "found", "calendar"}); }

Cells appendix_row(const Paper& paper, const ReportItem& item) {
  return {label_of(item), item.title, owners_of(paper, item), day_words(paper.words, item.due), claim_words(paper.words, item.claim),
          found_words(paper.words, item), calendar_words(paper.words, item)};
}

void add_appendices(Paper& paper) {
  const auto& report = paper.report;
  paper.appendix("report.appendix_items");
  std::vector<Cells> rows = {appendix_header(paper)};
  for (const auto& item : report.items) rows.push_back(appendix_row(paper, item));
  paper.rows(std::move(rows));
  paper.appendix("report.appendix_check");
  paper.say("report.check_text", {{"n", report.head.count}});
  paper.say("report.check_head", {{"head", report.head.hash}});
}

}  // namespace makegood
