// What owners say was delivered, with what the panel found beside it; and what they say of the rest.
#include <algorithm>

#include "report/paper.h"

namespace makegood {
namespace {

std::string owners_words(const Paper& paper, const ReportItem& item) {
  if (!item.words.empty()) return item.words;
  return item.words_wait ? paper.words("report.words_wait") : paper.words("report.no_words");
}

std::string rest_words(const Paper& paper, const ReportItem& item) {
  if (item.no_change && item.words.empty()) return paper.words("report.no_change");
  auto said = owners_words(paper, item);
  if (!item.claim_reason.empty()) said += "\n" + paper.words("report.because", {{"reason", item.claim_reason}});
  return said;
}

}  // namespace

void add_delivered(Paper& paper) {
  const auto& report = paper.report;
  std::vector<Cells> rows = {paper.header({"ref", "promise", "owner", "found", "words"})};
  int unevidenced = 0;
  for (const auto& item : report.items) {
    if (!item.newly_complete && !item.closed_now) continue;
    rows.push_back({label_of(item), item.title, owners_of(paper, item), found_words(paper.words, item), owners_words(paper, item)});
    if (item.complete_without_evidence) ++unevidenced;
  }
  paper.section("report.delivered");
  paper.say(report.comparison ? "report.delivered_since" : "report.delivered_text", {{"n", rows.size() - 1}});
  if (rows.size() > 1) paper.rows(std::move(rows));
  if (unevidenced > 0) paper.say("report.unevidenced", {{"n", unevidenced}});
}

void add_owners_words(Paper& paper) {
  std::vector<Cells> rows = {paper.header({"ref", "promise", "claim", "found", "words"})};
  for (const auto& item : paper.report.items)
    if (item.spoke && !item.newly_complete)
      rows.push_back({label_of(item), item.title, claim_words(paper.words, item.claim), found_words(paper.words, item), rest_words(paper, item)});
  paper.section("report.in_hand");
  paper.say("report.in_hand_text", {{"n", rows.size() - 1}});
  if (rows.size() > 1) paper.rows(std::move(rows));
}

}  // namespace makegood
