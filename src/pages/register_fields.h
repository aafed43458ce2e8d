#pragma once
// One question of a register as a GOV.UK component, and an answer as words.

#include <optional>
#include <vector>

#include "html/components/content.h"
#include "pages/register_pages.h"

namespace makegood::pages {

/// How the fields of a page stand: what is answered, what is wrong, what may be chosen.
struct FieldsShown {
  const Definition& definition;
  const Answers& answers;
  const std::vector<RegisterFault>& faults;
  const std::vector<std::string>& organisations;
  bool says_optional = true;  ///< of what need not be answered; while a record is handled nothing need but what its next state needs
};

/// The fields in order. A question that depends on one choice of a question beside it opens below that choice.
[[nodiscard]] Html register_fields(const Site& site, const FieldsShown& shown, const std::vector<const RegisterField*>& fields);
/// Every fault with a link to its field; nothing without faults.
[[nodiscard]] Html register_faults(const Site& site, const Definition& definition, const std::vector<RegisterFault>& faults, std::string_view refusal,
                                   std::vector<html::govuk::ErrorSummaryItem> first = {});

[[nodiscard]] std::string field_words(const Site& site, const RegisterField& field);     ///< its title
/// The same by its name, which stands for itself where the definition has no such field.
[[nodiscard]] std::string field_words(const Site& site, const Definition& definition, const std::string& field);
[[nodiscard]] std::string question_words(const Site& site, const RegisterField& field);  ///< as it is asked
/// A code as its title, a date in words; what has no code stays as it was given.
[[nodiscard]] std::string answer_in_words(const Site& site, const Definition& definition, const RegisterField& field, std::string_view value);
[[nodiscard]] const std::string& in_language(const Site& site, const Bilingual& words);
/// "7 of 9 have returned ...": what stands beside every count. `records` = how many there are of the period, where the
/// count beside it is of something else.
[[nodiscard]] std::string completeness_words(const Site& site, const ReturnPeriod& period, const Completeness& completeness, std::optional<int> records = {});
[[nodiscard]] std::string state_words(const Site& site, const Definition& definition, std::string_view state);

/// The way out at once, where the register says that there may be harm; nothing where it does not. Directly in <main>, so
/// that it stays in sight.
[[nodiscard]] Html exit_link(const Site& site, const Definition& definition);

/// All answers as hidden fields, but those of `except`.
[[nodiscard]] Html carried(const Definition& definition, const Answers& answers, const std::vector<const RegisterField*>& except);

/// Answers to questions that the form does not ask any more, so that they are not lost before it is sent.
[[nodiscard]] Html carried_without_place(const Definition& definition, const Answers& answers);

}  // namespace makegood::pages
