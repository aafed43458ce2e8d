#pragma once
// `/plans/SLUG/timeline`: what has happened, and what comes next?

#include <string>
#include <vector>

#include "pages/pieces.h"
#include "report/timeline.h"

namespace makegood::pages {

struct TimelinePage {
  std::string slug, plan_title, language = "en";
  Timeline timeline;
  int page = 1;  ///< of what has happened; one beyond the last is the last
};
inline constexpr int kTimelineAhead = 20;  ///< more are in the calendar
inline constexpr int kTimelineLines = 50;

[[nodiscard]] Html timeline_page(const TimelinePage& page, const Site& site);

[[nodiscard]] Url timeline_url(std::string_view slug);

}  // namespace makegood::pages
