#pragma once
// Pieces of the pages that show changes.

#include "pages/change_pages.h"

namespace makegood::pages {

/// What differs between the versions, in groups: theme by theme what was renamed, then items that are
/// added, reworded, re-dated ... and gone, and how many are as they were.
struct ChangeGroups {
  const std::vector<ChangeLine>* lines = nullptr;
  const std::vector<ThemeChange>* themes = nullptr;
  std::string language;
  std::string slug;  ///< items are linked to their pages; empty = they have none yet
};
[[nodiscard]] Html change_summary(const Site& site, const ChangeGroups& groups);
[[nodiscard]] Html change_groups(const Site& site, const ChangeGroups& groups);

/// Old and new wording side by side, each with what only it has marked, in words too.
[[nodiscard]] Html both_wordings(const Site& site, std::string_view language, const ChangeLine& line);
/// "1.5 Publish the pay gap"
[[nodiscard]] Html item_name(std::string_view language, const NamedItem& item);
/// What a field of an item says, in the plan's language; in words where it says nothing.
[[nodiscard]] Html field_value(const Site& site, const std::vector<std::string>& parts, std::string_view language);
[[nodiscard]] std::string departure_words(const Site& site, DepartureReason reason);

}  // namespace makegood::pages
