#pragma once
// What is wrong with a form: at its head with links to the fields, and again at each field.

#include <optional>
#include <string_view>
#include <vector>

#include "html/components/content.h"
#include "pages/forms.h"
#include "pages/pieces.h"

namespace makegood::pages {

/// These lines at the head of the page; nothing where there are none.
[[nodiscard]] Html error_lines(const Site& site, std::vector<html::govuk::ErrorSummaryItem> lines, std::string_view description = {});
/// `refusal` is a sentence of the core about the field with the id `at`, or about the whole (empty).
[[nodiscard]] Html fault_summary(const Site& site, const std::vector<FieldFault>& faults, std::string_view refusal = {}, std::string_view at = {});
[[nodiscard]] Html fault_summary(const Site& site, const FieldFault& fault, std::string_view refusal = {}, std::string_view at = {});
/// Where the core alone has something to say.
[[nodiscard]] Html refusal_summary(const Site& site, std::string_view refusal, std::string_view at = {});

/// The message of a field, where it is at fault.
[[nodiscard]] std::optional<html::govuk::ErrorMessageParams> fault_of(const Site& site, const std::vector<FieldFault>& faults, std::string_view field);
[[nodiscard]] std::optional<html::govuk::ErrorMessageParams> fault_of(const Site& site, const FieldFault& fault, std::string_view field);
/// The core's sentence as the message of a field.
[[nodiscard]] std::optional<html::govuk::ErrorMessageParams> refusal_of(const Site& site, std::string_view refusal);

/// A day, typed as three fields: NAME-day, NAME-month, NAME-year.
struct DayField {
  std::string name;
  html::Content legend;
  std::string legend_classes = "govuk-fieldset__legend--s";
  html::Content hint = {};  ///< empty = none
  DateFields value = {};
  std::optional<html::govuk::ErrorMessageParams> error = {};
  std::string id = {};    ///< begins the ids of its fields; empty = the name
};
[[nodiscard]] Html day_field(const Site& site, const DayField& field);

}  // namespace makegood::pages
