#pragma once
// What is held about one person? Search, choose, take out what is about others, look at what goes out, give it out.
//
//   GET  /desk/subject-access        the search
//   POST /desk/subject-access        value, reason, step (found, redact, preview, html, json), record (several),
//                                    left_out ("ID.field", several), words-ID (one phrase a line), looked (yes),
//                                    again (yes: back from the preview)

#include <string>
#include <vector>

#include "pages/forms.h"
#include "pages/pieces.h"
#include "report/subject_access.h"

namespace makegood::pages {

[[nodiscard]] Url subject_url();

/// Everything that was typed and chosen so far: each step carries it to the next.
struct SubjectForm {
  std::string value, reason;
  std::vector<std::string> records, left_out;
  std::vector<std::pair<std::string, std::string>> words;  ///< by record: as typed, one phrase a line
  bool looked = false, again = false;                      ///< `again`: back from the preview, nothing is suggested
  std::string fault, refusal;                              ///< the field at fault, and what is wrong
  [[nodiscard]] SubjectRedaction redaction() const;
};
[[nodiscard]] SubjectForm subject_form_from(const QueryPairs& pairs);

[[nodiscard]] Html subject_search_page(const SubjectForm& form, const Site& site);
/// The records that name the person, without their answers.
[[nodiscard]] Html subject_found_page(const SubjectForm& form, const std::vector<SubjectRegister>& searched, const std::vector<SubjectRecord>& records, const Site& site);
/// Each answer with a tick to leave it out, and the words of others to be taken out of each record.
[[nodiscard]] Html subject_redact_page(const SubjectForm& form, const std::vector<SubjectRecord>& records, const Site& site);
/// The document as it would go out.
[[nodiscard]] Html subject_preview_page(const SubjectForm& form, const Document& document, const Site& site);

}  // namespace makegood::pages
