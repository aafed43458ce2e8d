#pragma once
// `/plans/SLUG/slipped`: what slipped, how far, who agreed?

#include <vector>

#include "pages/pieces.h"
#include "progress/standing.h"

namespace makegood::pages {

struct SlippedLine {
  NamedItem item;
  Slippage slippage;  ///< `who` of its steps is a post
};

struct ReviewLine {
  NamedItem item;
  Review review;
};

struct SlippedPage {
  std::string slug, plan_title, language = "en";
  std::vector<SlippedLine> lines;   ///< moved furthest first; those that came forward last
  std::vector<ReviewLine> reviews;  ///< due first
  int later = 0;                    ///< lines whose date, agreed or forecast, is later than the first
  int redatings = 0;                ///< of all lines
  Day today;
};
/// `progress` is what the reader may see of it.
[[nodiscard]] SlippedPage make_slipped_page(const Plan& plan, const Progress& progress, Day today);
[[nodiscard]] Html slipped_page(const SlippedPage& page, const Site& site);

[[nodiscard]] Url slipped_url(std::string_view slug);

}  // namespace makegood::pages
