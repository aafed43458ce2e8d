#pragma once
// How far a framework is met: the page of those who assess, one criterion at a time, and what the public reads.
//
//   GET  /plans/SLUG/assessment                     closed rounds
//   GET  /desk/plans/SLUG/assessment                every criterion with its level; ?round=NAME
//   POST /desk/plans/SLUG/assessment                step: levels (levels, a line each), open (round, aim,
//                                                   again-day/-month/-year), close
//   GET  /desk/plans/SLUG/assessment/ID             what is said of one criterion, and the forms
//   POST /desk/plans/SLUG/assessment/ID             step: rate (level, reasons, evidence, assessor), agree (level, reasons,
//                                                   seen), serve (plan, item), reason (reason), end (plan, item)

#include <string>
#include <vector>

#include "framework/framework.h"
#include "pages/forms.h"
#include "pages/pieces.h"

namespace makegood::pages {

[[nodiscard]] Url assessment_url(std::string_view slug);         ///< public
[[nodiscard]] Url desk_assessment_url(std::string_view slug);
[[nodiscard]] Url criterion_url(std::string_view slug, const ItemId& id);

/// The first form of an assessment: a framework that came without levels gets them typed, one a line.
[[nodiscard]] framework::Framework levels_from(std::string_view lines);

struct AssessmentPage {
  const Plan* plan = nullptr;
  const framework::Assessment* assessment = nullptr;
  std::string round;               ///< shown; empty = none was opened yet
  bool may_run = false;
  std::string levels, name, aim;   ///< as typed
  DateFields again;
  std::string refusal, fault;      ///< of the last step, and the field that it concerns
};
[[nodiscard]] Html assessment_page(const AssessmentPage& page, const Site& site);
[[nodiscard]] Html public_assessment_page(const AssessmentPage& page, const Site& site);

struct CriterionForm {
  std::string level, reasons, evidence, assessor;  ///< of a rating, or of what was agreed
  std::string plan, item, reason;                  ///< of what is done about it
};
[[nodiscard]] CriterionForm criterion_form_from(const QueryPairs& pairs);

struct CriterionPage {
  const Plan* plan = nullptr;
  const Item* item = nullptr;
  const framework::Assessment* assessment = nullptr;
  std::string round, assessor;
  bool sees_others = false, may_run = false;
  std::string step;                ///< whose form was sent; empty = none
  CriterionForm form;
  std::string refusal, fault;
};
[[nodiscard]] Html criterion_page(const CriterionPage& page, const Site& site);

// Shared by both files.
/// The form of one step, with its button.
[[nodiscard]] Html assessment_step(const Site& site, const Url& to, std::string_view step, const Html& fields, const std::string& send, std::string_view classes = {});
[[nodiscard]] std::string level_words(const Site& site, const framework::Assessment& assessment, std::string_view code);
[[nodiscard]] std::string movement_words(const Site& site, framework::Movement movement);

}  // namespace makegood::pages
