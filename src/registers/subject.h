#pragma once
// Where a text names a person, and the same text without names. Words are compared as fold() writes them, whole and in
// a row: "ann@aberllyn.example" is found in "wrote to Ann@Aberllyn.example.", "Ann" is not found in "Annual".

#include <string>
#include <string_view>
#include <vector>

#include "registers/answers.h"

namespace makegood {

/// Edge: a phrase without letters and digits names nobody.
[[nodiscard]] bool names(std::string_view text, std::string_view phrase);

/// The fields whose answers name the person: those that hold personal data, and whatever is written freely.
[[nodiscard]] std::vector<std::string> fields_naming(const Definition& definition, const Answers& answers, std::string_view phrase);
/// Whether the field is written freely, and so may name others.
[[nodiscard]] bool is_free_text(const Definition& definition, const RegisterField& field);

/// Each of the phrases is gone, with whatever touches it up to the next space: too much rather than too little. What
/// follows one another is one `mark`.
[[nodiscard]] std::string without_words(std::string_view text, const std::vector<std::string>& phrases, std::string_view mark);

}  // namespace makegood
