#pragma once
// Pieces of the panel's forms.

#include "html/components/fields.h"
#include "pages/panel_pages.h"

namespace makegood::pages {

/// Claim, finding and calendar side by side, above a form.
[[nodiscard]] Html beside_voices(const Site& site, const BesideItem& beside);
/// What is at fault, each with a link to its field, and why nothing was done.
[[nodiscard]] Html form_errors(const Site& site, const std::vector<FieldFault>& faults, const std::string& refusal);
[[nodiscard]] std::optional<html::govuk::ErrorMessageParams> error_at(const Site& site, const std::vector<FieldFault>& faults, std::string_view field);
/// Caption, heading and errors, then the rest, in the frame of the item.
[[nodiscard]] Html beside_frame(const Site& site, const BesideItem& beside, const std::string& heading, const Html& errors, const Html& rest);

}  // namespace makegood::pages
