#pragma once
// Search over the plans that the reader may see, as plain values.

#include <string>
#include <vector>

#include "pages/desk_model.h"

namespace makegood::pages {

struct SearchHit {
  std::string slug, plan_title, language;
  ItemRow row;
};

struct SearchPage {
  std::string text;             ///< as it was asked, white space squeezed
  std::vector<PlanLine> plans;  ///< plans whose title or organisation says it
  std::vector<SearchHit> hits;  ///< at most kSearchHits
  int total = 0;                ///< items in all
  Day today;
};

inline constexpr int kSearchHits = 50;

/// Plans whose title or organisation has every word asked. Empty text names none.
[[nodiscard]] std::vector<PlanLine> plans_named(const std::vector<KnownPlan>& plans, std::string_view text, Day today);

/// Items that have every word asked, in title, reference, detail, progress, owners or partners;
/// those with all of them in the title first. Empty text finds nothing.
[[nodiscard]] SearchPage make_search_page(const std::vector<KnownPlan>& plans, std::string_view text, Day today);

}  // namespace makegood::pages
