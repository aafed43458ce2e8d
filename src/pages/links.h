#pragma once
// Addresses of pages. All are written in English form; Site::local adds /cy on Welsh pages.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/html.h"
#include "plan/plan.h"

namespace makegood::pages {

using html::Url;
using QueryPairs = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] Url plan_url(std::string_view slug);                        ///< /plans/SLUG
[[nodiscard]] Url item_url(std::string_view slug, const ItemId& id);      ///< /plans/SLUG/items/ID
[[nodiscard]] Url history_url(std::string_view slug);                     ///< /plans/SLUG/history
[[nodiscard]] Url release_url(std::string_view slug);                     ///< /desk/plans/SLUG/release
[[nodiscard]] Url correct_url(std::string_view slug, const ItemId& id);   ///< /desk/plans/SLUG/items/ID/correct
[[nodiscard]] Url share_url(std::string_view slug, const ItemId& id);     ///< /desk/plans/SLUG/items/ID/share
[[nodiscard]] Url proposal_url(std::string_view proposal);                ///< /desk/import/ID
[[nodiscard]] Url proposal_item_url(std::string_view proposal, const ItemId& id);  ///< /desk/import/ID/items/N

[[nodiscard]] Url source_url(std::string_view proposal);                  ///< /desk/import/ID/source
[[nodiscard]] Url plan_form_url(std::string_view proposal);               ///< /desk/import/ID/plan

/// The same with the pairs that have a value added to its query.
[[nodiscard]] Url with_query(Url url, const QueryPairs& pairs);

}  // namespace makegood::pages
