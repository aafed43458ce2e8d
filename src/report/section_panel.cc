// The panel's questions, and where it and an owner do not agree.
#include <algorithm>

#include "report/paper.h"

namespace makegood {
namespace {

std::string answer_words(const Paper& paper, const ReportChallenge& challenge) {
  if (challenge.answered) return paper.words("report.answered", {{"day", *challenge.answered}, {"answer", challenge.answer}});
  return paper.words(challenge.late ? "report.answer_late" : "report.answer_due", {{"day", challenge.due}});
}

}  // namespace

void add_challenges(Paper& paper) {
  const auto& challenges = paper.report.challenges;
  paper.section("report.challenges");
  if (challenges.empty()) return paper.say("report.challenges_none");
  const auto open = std::count_if(challenges.begin(), challenges.end(), [](const ReportChallenge& c) { return !c.answered; });
  paper.say("report.challenges_text", {{"n", challenges.size()}, {"open", open}});
  std::vector<Cells> rows = {paper.header({"promise", "question", "raised", "answer"})};
  for (const auto& challenge : challenges)
    rows.push_back({named(paper.report, challenge.item), challenge.question, paper.words.date(challenge.raised), answer_words(paper, challenge)});
  paper.rows(std::move(rows));
}

void add_disagreements(Paper& paper) {
  const auto& all = paper.report.disagreements;
  paper.section("report.disagree");
  if (paper.report.held_findings > 0) paper.say("report.held", {{"n", paper.report.held_findings}});
  if (all.empty()) return paper.say(paper.report.voices.assessed() == 0 ? "report.disagree_unassessed" : "report.disagree_none");
  paper.say("report.disagree_text", {{"n", all.size()}});
  std::vector<Cells> rows = {paper.header({"promise", "claim", "found", "reasons"})};
  for (const auto& one : all) {
    const auto* item = find_item(paper.report, one.item);
    if (item == nullptr) continue;
    rows.push_back({named(paper.report, one.item), claim_words(paper.words, one.claim), found_words(paper.words, *item), item->panel});
  }
  paper.rows(std::move(rows));
}

}  // namespace makegood
