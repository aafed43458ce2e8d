#pragma once
#include "pages/pieces.h"

namespace makegood::pages {

/// The search box: a plain GET form to /search.
[[nodiscard]] Html search_form(const Site& site, std::string_view text);

}  // namespace makegood::pages
