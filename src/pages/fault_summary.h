#pragma once
// What is wrong with a form: at its head with links to the fields, and again at each field.

#include <optional>
#include <string_view>

#include "html/components/content.h"
#include "pages/forms.h"
#include "pages/pieces.h"

namespace makegood::pages {

/// `refusal` is a sentence of the core about the field with the id `at`, or about the whole (empty).
[[nodiscard]] Html fault_summary(const Site& site, const FieldFault& fault, std::string_view refusal = {}, std::string_view at = {});
/// The message of a field, where it is the one at fault.
[[nodiscard]] std::optional<html::govuk::ErrorMessageParams> fault_of(const Site& site, const FieldFault& fault, std::string_view field);
/// The core's sentence as the message of a field.
[[nodiscard]] std::optional<html::govuk::ErrorMessageParams> refusal_of(const Site& site, std::string_view refusal);

}  // namespace makegood::pages
