#pragma once
// What stands on somebody's desk beside the lists: a link for each thing that their roles let them do.
//
//   std::vector<DeskDoor> own;
//   for (const auto& door : kDeskDoors) if (may_any(actor, door.rights)) own.push_back(door);
//   desk_page_for(page, own, site);

#include <array>
#include <span>
#include <string_view>

#include "pages/desk_pages.h"

namespace makegood::pages {

struct DeskDoor {
  std::string_view path;
  std::string_view title;                  ///< key of its words
  std::array<std::string_view, 2> rights;  ///< actions by their words; one of them is enough
};

inline constexpr auto kDeskDoors = std::to_array<DeskDoor>({
    {"/desk/import", "home.fresh.import", {"import"}},
    {"/desk/updates", "updates.heading", {"approve_update", "publish_update"}},
    {"/desk/cycle", "cycle.overview", {"run_cycle"}},
    {"/desk/sheets", "sheets.heading", {"record_for_others"}},
    {"/desk/people", "people.heading", {"see_people"}},
    {"/desk/mail", "desk.mail", {"see_mail"}},
    {"/desk/reports", "reports.heading", {"see_private"}},
    {"/desk/publication", "publication.heading", {"hold_publication"}},
    {"/desk/subject-access", "subject.heading", {"find_subject"}},
    {"/desk/data-protection", "protection.heading", {"keep_retention"}},
    {"/desk/access-log", "access_log.heading", {"read_access_log"}},
    {"/desk/emergencies", "emergencies.heading", {"read_access_log"}},
    {"/desk/sessions", "all_sessions.heading", {"end_sessions"}},
});

/// `/desk` of somebody who may open these doors, in the order given. With none it says whom to ask for a role.
[[nodiscard]] Html desk_page_for(const DeskPage& page, std::span<const DeskDoor> doors, const Site& site);

}  // namespace makegood::pages
