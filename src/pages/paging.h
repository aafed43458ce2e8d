#pragma once
// Links to the pages of a long list.

#include <functional>

#include "pages/pieces.h"

namespace makegood::pages {

/// The number of a page as an address has it. Edge: what is no number, or one below 1, is the first page.
[[nodiscard]] int page_from(std::string_view text);
/// The first, the last, this one and its neighbours, previous and next; nothing where there is one page only.
[[nodiscard]] Html paging(const Site& site, int page, int pages, const std::function<Url(int)>& url_of);

}  // namespace makegood::pages
