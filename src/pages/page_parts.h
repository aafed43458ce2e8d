#pragma once
// Parts that most pages are put together of.

#include <string_view>

#include "pages/pieces.h"

namespace makegood::pages {

/// The paragraph below a page's heading, which answers it: in large letters.
[[nodiscard]] Html lead_text(std::string_view text);
/// What may be wider than the page and then scrolls by itself, by keyboard too. `label` says what it is.
[[nodiscard]] Html in_scroll(std::string_view label, const Html& wide);
/// Where there is no plan yet: to the import, for those who may.
[[nodiscard]] Html to_import(const Site& site);
/// A term of a <dl>, by its catalogue key, and what is said of it.
[[nodiscard]] Html fact(const Site& site, std::string_view key, const Html& value);
/// Of a cell in a table that becomes cards where there is no room: its column's heading goes with it.
[[nodiscard]] html::Attributes card_cell(std::string_view label);

}  // namespace makegood::pages
