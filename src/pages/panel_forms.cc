#include "pages/panel_forms.h"

namespace makegood::pages {

FindingForm finding_form_from(const QueryPairs& pairs) {
  FindingForm form{field(pairs, "found"), field(pairs, "reasons"), {}, field(pairs, "seen")};
  for (const auto& [name, value] : pairs)
    if (name == "looked_at") form.looked_at.push_back(value);
  return form;
}

std::vector<FieldFault> faults_of(const FindingForm& form) {
  std::vector<FieldFault> faults;
  const auto found = found_from(form.found);
  if (!found || *found == Found::not_yet_assessed) faults.push_back({"found", "panel.error.found"});
  if (trim(form.reasons).empty()) faults.push_back({"reasons", "panel.error.reasons"});
  return faults;
}

ChallengeForm challenge_form_from(const QueryPairs& pairs) { return {field(pairs, "question"), date_fields_from(pairs, "due")}; }

std::vector<FieldFault> faults_of(const ChallengeForm& form, Day today) {
  std::vector<FieldFault> faults;
  if (trim(form.question).empty()) faults.push_back({"question", "challenge.error.question"});
  const auto due = day_from(form.due);
  if (!due || !*due) faults.push_back({"due-day", "challenge.error.due"});
  else if (**due < today) faults.push_back({"due-day", "challenge.error.past"});
  return faults;
}

}  // namespace makegood::pages
