#pragma once
// A refusal on a page: in the page's language where it is known in it, and marked with the language that it came out in.
// Every page that shows what was refused shows it by these.

#include <string_view>

#include "pages/site.h"
#include "words/refusal_words.h"

namespace makegood {
struct Definition;
}

namespace makegood::pages {

/// Titles that may stand in a refusal: roles, and those of the register that it is about (null = none is).
[[nodiscard]] Titles titles_for(const Site& site, const Definition* about = nullptr);

/// In a list of errors or beside a field: begins with a capital, has no full stop.
[[nodiscard]] html::Html refusal_words(const Site& site, std::string_view sentence, const Definition* about = nullptr);
/// Inside a sentence or after a colon: as it is.
[[nodiscard]] html::Html refusal_inside(const Site& site, std::string_view sentence, const Definition* about = nullptr);
/// As a paragraph of its own: begins with a capital, ends with a full stop.
[[nodiscard]] html::Html refusal_paragraph(const Site& site, std::string_view sentence, std::string_view classes = "govuk-body", const Definition* about = nullptr);

}  // namespace makegood::pages
