#include "pages/proposal.h"

#include <algorithm>
#include <set>
#include <utility>

namespace makegood::pages {

namespace {

// Codes are the stable part of a finding; these parts of them say what it is about.
bool code_has(const Finding& finding, std::string_view part) { return finding.code.find(part) != std::string::npos; }

bool about_owners(const Finding& finding) { return code_has(finding, "owner") || code_has(finding, "names_run"); }

// The same finding stands with the item too, where it also says the place in the document.
bool about_date(const Item& item, const Finding& finding) {
  const auto& of_date = item.timescale.findings;
  return std::any_of(of_date.begin(), of_date.end(), [&](const Finding& found) {
    return found.code == finding.code && found.message == finding.message;
  });
}

std::vector<Decision> decisions_for(const Question& question, bool has_item) {
  if (!has_item) return {Decision::leave};
  if (question.reading && question.reading->due) return {Decision::confirm, Decision::set_dates, Decision::no_date};
  if (question.reading) return {Decision::no_date, Decision::set_dates, Decision::leave};
  if (!question.owners.empty()) return {Decision::leave, Decision::split_owners};
  return {Decision::leave};
}

Question question_from(const Plan& plan, const OpenFinding& open) {
  Question question;
  question.open = open;
  const Item* item = open.item.empty() ? nullptr : find_item(plan, open.item);
  if (item) {
    question.item_title = item->title;
    question.source_text = item->source_text;
    question.source = item->source;
    if (about_date(*item, open.finding)) {
      question.quoted = item->timescale_raw;
      question.reading = item->timescale;
    } else if (about_owners(open.finding)) {
      question.quoted = makegood::join(item->owners, "; ");
      question.owners = item->owners;
    }
  }
  question.decisions = decisions_for(question, item != nullptr);
  return question;
}

std::vector<Question> questions_where(const Plan& plan, bool release) {
  std::vector<Question> questions;
  for (const auto& open : open_findings(plan))
    if (concerns_release(open.finding) == release) questions.push_back(question_from(plan, open));
  return questions;
}

}  // namespace

std::vector<KindCount> count_kinds(const Plan& plan) {
  std::vector<KindCount> counts;
  for (const auto kind : {ItemKind::recommendation, ItemKind::action, ItemKind::commitment, ItemKind::sub_action,
                          ItemKind::criterion}) {
    const auto count = std::count_if(plan.items.begin(), plan.items.end(),
                                     [kind](const Item& item) { return item.kind == kind; });
    if (count > 0) counts.push_back({kind, static_cast<int>(count)});
  }
  return counts;
}

bool concerns_release(const Finding& finding) {
  return code_has(finding, "personal_name") || code_has(finding, "person_name") || code_has(finding, "small_count") ||
         code_has(finding, "small_number");
}

std::vector<Question> import_questions(const Plan& plan) { return questions_where(plan, false); }
// Findings that say the very same are one question: answering it answers them all.
std::vector<Question> release_questions(const Plan& plan) {
  std::vector<Question> questions;
  std::set<std::pair<std::string, std::string>> asked;
  for (auto& question : questions_where(plan, true))
    if (asked.emplace(question.open.finding.code, question.open.finding.message).second) questions.push_back(std::move(question));
  return questions;
}

}  // namespace makegood::pages
