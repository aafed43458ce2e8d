#pragma once
// The pages that everybody may read.

#include "pages/item_model.h"
#include "pages/pieces.h"
#include "pages/search_model.h"
#include "pages/site.h"

namespace makegood::pages {

/// `/`: what was promised, and is it being kept? `fresh`: nothing has ever been imported.
struct HomePage {
  std::vector<PlanLine> plans;
  bool fresh = false;
};
[[nodiscard]] Html home_page(const HomePage& page, const Site& site);

/// `/plans/SLUG`: is this plan being kept?
[[nodiscard]] Html plan_page(const PlanPage& page, const Site& site);
/// The same without the frame around it, for the release page to show.
[[nodiscard]] Html plan_content(const PlanPage& page, const Site& site);

/// `/plans/SLUG/items/ID`: what was promised here, who owns it, what happened since?
[[nodiscard]] Html item_page(const ItemPage& page, const Site& site);

/// `/plans/SLUG/history`: what changed, when, by whom?
struct HistoryPage {
  std::string slug, plan_title, language;
  std::vector<HistoryLine> lines;  ///< newest first
  std::string about, about_title;  ///< only of this part, "theme:3", and what it is called; empty = the whole plan
  bool is_public = false;          ///< then it can be followed
};
[[nodiscard]] Html history_page(const HistoryPage& page, const Site& site);

/// `/search?q=`
[[nodiscard]] Html search_page(const SearchPage& page, const Site& site);

}  // namespace makegood::pages
