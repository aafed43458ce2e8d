#pragma once
// Pieces of the panel's forms.

#include "html/components/fields.h"
#include "pages/panel_pages.h"

namespace makegood::pages {

/// Claim, finding and calendar side by side, above a form.
[[nodiscard]] Html beside_voices(const Site& site, const BesideItem& beside);
/// Caption, heading and errors, then the rest, in the frame of the item.
[[nodiscard]] Html beside_frame(const Site& site, const BesideItem& beside, const std::string& heading, const Html& errors, const Html& rest);

}  // namespace makegood::pages
