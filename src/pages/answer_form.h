#pragma once
// The form in which somebody says how an item stands: the same for the owner's link and for the desk.
//
// Its fields, each after the item's id and a hyphen ("k3v9x2m7qa-claim"), since a page has several:
//   claim (a claim's word, no_change, nothing_to_report), reason, narrative, date-day, date-month, date-year,
//   because, link, shows, figure, source, quotation, consent (yes), file (multipart), file_shows,
//   drop (ids of pieces of evidence to be taken away again), seen

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/forms.h"
#include "pages/site.h"
#include "progress/answer.h"

namespace makegood::pages {

using html::Html;

inline constexpr std::string_view kNoChange = "no_change", kNothingToReport = "nothing_to_report";

/// As it was typed.
struct AnswerForm {
  std::string claim, reason, narrative, because;
  DateFields date;
  std::string link, shows, figure, source, quotation, file_shows;
  bool consent = false;
  std::vector<std::string> drop;
  std::int64_t seen = 0;
  bool operator==(const AnswerForm&) const = default;

  /// Nothing was chosen or typed: the item is not answered.
  [[nodiscard]] bool is_blank() const;
};

/// The pairs of one item, without its prefix.
[[nodiscard]] QueryPairs pairs_about(const QueryPairs& all, const ItemId& item);
/// From pairs without prefix.
[[nodiscard]] AnswerForm answer_form_from(const QueryPairs& pairs);
/// The same back again: what a draft keeps. Pieces of evidence that are being typed are kept too.
[[nodiscard]] QueryPairs pairs_of(const AnswerForm& form);
/// As an answer that was given would have been typed.
[[nodiscard]] AnswerForm answer_form(const Update& update);

/// What the form says, without evidence. A date that is none is left out: faults_of() names it.
[[nodiscard]] Update words_from(const AnswerForm& form);
/// The pieces of evidence that are typed into it and whole, without ids; those with faults stay in the form.
[[nodiscard]] std::vector<Evidence> evidence_from(const AnswerForm& form);
/// What remains in the form once those were taken over.
[[nodiscard]] AnswerForm without_evidence(AnswerForm form);

/// Everything that keeps it from being sent; `field` is the id of the field, with the item's before it.
[[nodiscard]] std::vector<FieldFault> faults_of(const AnswerForm& form, const Item& item, const std::vector<Evidence>& kept);

/// A piece of evidence beside what may be done with its file.
struct ShownEvidence {
  Evidence evidence;
  ScanState scan = ScanState::clean;
  Url url;            ///< where a file is served; none = it may not be opened
};

/// What the form needs to be drawn.
struct AnswerFields {
  ItemId item;
  const AnswerForm* form = nullptr;
  const std::vector<ShownEvidence>* evidence = nullptr;
  const std::vector<FieldFault>* faults = nullptr;
  bool may_say_no_change = false;  ///< something was claimed before
  bool takes_files = true;
};
[[nodiscard]] Html answer_fields(const Site& site, const AnswerFields& fields);

/// In which language somebody probably types on this page: the page's own.
[[nodiscard]] std::string_view typed_language(const Site& site);
/// "On track", "No change", "Nothing to report".
[[nodiscard]] std::string claim_words(const Site& site, Claim claim);
[[nodiscard]] std::string answer_words(const Site& site, const Update& update);
[[nodiscard]] std::string stage_words(const Site& site, Stage stage);
/// What it is, where it leads, and where the file stands with the scanner: as one list item's content.
[[nodiscard]] Html evidence_words(const Site& site, const ShownEvidence& shown);

}  // namespace makegood::pages
