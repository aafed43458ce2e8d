#pragma once
// A refusal on a page: in the page's language where it is known in it, and marked with the language that it came out in.
// Every page that shows what was refused shows it by these.

#include <string_view>

#include "pages/site.h"

namespace makegood::pages {

/// In a list of errors or beside a field: begins with a capital, has no full stop.
[[nodiscard]] html::Html refusal_words(const Site& site, std::string_view sentence);
/// Inside a sentence or after a colon: as it is.
[[nodiscard]] html::Html refusal_inside(const Site& site, std::string_view sentence);
/// As a paragraph of its own: begins with a capital, ends with a full stop.
[[nodiscard]] html::Html refusal_paragraph(const Site& site, std::string_view sentence, std::string_view classes = "govuk-body");

}  // namespace makegood::pages
