// What the committee is given, and what it is asked to do. First, as in every committee's paper.
#include <algorithm>

#include "report/paper.h"

namespace makegood {

void add_purpose(Paper& paper) {
  const auto& report = paper.report;
  paper.section("report.purpose");
  paper.say("report.purpose_text", {{"plan", report.plan_title}, {"period", period_words(report.period, paper.words)}, {"n", report.voices.items}, {"day", report.as_at}});
  if (report.entered_later) paper.say("report.entered_later", {{"day", report.as_at}});
  if (report.made <= report.period.last) paper.say("report.not_over", {{"last", report.period.last}});
  paper.section("report.asked");
  paper.say("report.asked_text");
  paper.bullet("report.asked_note");
  if (report.late > 0) paper.bullet("report.asked_late", {{"n", report.late}});
  if (!report.silences.empty()) paper.bullet("report.asked_silent", {{"n", report.silences.size()}});
  const auto late = std::count_if(report.challenges.begin(), report.challenges.end(), [](const ReportChallenge& c) { return c.late; });
  if (late > 0) paper.bullet("report.asked_challenges", {{"n", late}});
  if (report.spec.kind == ReportKind::final) paper.bullet("report.asked_final");
}

}  // namespace makegood
