#pragma once
// What the panel's forms send.
//
//   POST /panel/plans/SLUG/items/ID             found (a word of kFounds), reasons, looked_at (once for each piece of
//                                               evidence), seen (the last entry that the form had before it)
//   POST /panel/plans/SLUG/items/ID/challenge   question, due-day, due-month, due-year
//   POST /panel/plans/SLUG/items/ID/comment     finding, text
//   POST /panel/plans/SLUG/items/ID/hold        finding, text (the reason in law)
//   POST /panel/plans/SLUG/items/ID/free        finding
//   POST /panel/plans/SLUG/items/ID/answer      challenge, text

#include "pages/forms.h"
#include "progress/progress.h"

namespace makegood::pages {

struct FindingForm {
  std::string found, reasons;
  std::vector<std::string> looked_at;
  std::string seen;
  bool operator==(const FindingForm&) const = default;
};
[[nodiscard]] FindingForm finding_form_from(const QueryPairs& pairs);
[[nodiscard]] std::vector<FieldFault> faults_of(const FindingForm& form);

struct ChallengeForm {
  std::string question;
  DateFields due;
  bool operator==(const ChallengeForm&) const = default;
};
[[nodiscard]] ChallengeForm challenge_form_from(const QueryPairs& pairs);
[[nodiscard]] std::vector<FieldFault> faults_of(const ChallengeForm& form, Day today);

}  // namespace makegood::pages
