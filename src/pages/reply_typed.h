#pragma once
// What somebody typed under a link that ended meanwhile: it cannot be kept, and is shown so that it can be copied.

#include <string>
#include <vector>

#include "pages/reply_pages.h"

namespace makegood::pages {

/// The words that were typed, in the order of the form; choices and dates are not among them.
[[nodiscard]] std::vector<std::string> typed_words(const QueryPairs& pairs);

/// The page of a link that is over, with them. Each is shown up to the longest answer that could have been sent.
[[nodiscard]] Html reply_over_page(std::string_view sentence, std::string_view contact, const std::vector<std::string>& typed, const Site& site);

}  // namespace makegood::pages
