#pragma once
// A plan's history as an Atom feed (RFC 4287).

#include <string>

#include "pages/public_pages.h"

namespace makegood::pages {

/// The newest 50 entries, of the plan or of the part that the page is about. Addresses are made absolute with Site::base_url, without which they
/// stay relative; text that XML cannot hold (control characters) is left out.
[[nodiscard]] std::string history_feed(const HistoryPage& page, const Site& site);

}  // namespace makegood::pages
