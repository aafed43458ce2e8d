#pragma once
// Where the desk leads, by what one comes for. Somebody is shown those that would let them in (Site::may_open); a test
// holds the table to the routes, so that no page of the desk is without a way to it.

#include <array>
#include <string_view>

#include "html/url.h"

namespace makegood::pages {

struct DeskPlace {
  std::string_view group;    ///< "desk.group.X": its heading
  std::string_view words;    ///< the key of what the link says
  html::Url url;
};

inline const auto kDeskPlaces = std::to_array<DeskPlace>({
    {"plans", "nav.my_items", "/my-items"},
    {"plans", "updates.heading", "/desk/updates"},
    {"plans", "cycle.overview", "/desk/cycle"},
    {"plans", "sheets.heading", "/desk/sheets"},
    {"plans", "panel.heading", "/panel"},
    {"public", "reports.heading", "/desk/reports"},
    {"public", "publication.heading", "/desk/publication"},
    {"registers", "registers.desk", "/desk/registers"},
    {"registers", "protection.heading", "/desk/data-protection"},
    {"registers", "subject.heading", "/desk/subject-access"},
    {"registers", "emergencies.heading", "/desk/emergencies"},
    {"people", "people.heading", "/desk/people"},
    {"people", "desk.mail", "/desk/mail"},
    {"people", "all_sessions.heading", "/desk/sessions"},
    {"people", "access_log.heading", "/desk/access-log"},
});

/// The groups in the order in which they stand.
inline constexpr auto kDeskGroups = std::to_array<std::string_view>({"plans", "public", "registers", "people"});

}  // namespace makegood::pages
