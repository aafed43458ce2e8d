#pragma once
// `/desk/plans/SLUG/items/ID/redate`: when is it due now, and why?
//
//   POST /desk/plans/SLUG/items/ID/redate   redate (words: "31 May 2023", "Spring 2023"), reason, seen

#include "pages/panel_pages.h"

namespace makegood::pages {

struct RedatePage {
  BesideItem beside;
  std::string redate, reason, seen;  ///< as typed; `seen`: the last entry that the form had before it
  std::vector<FieldFault> faults;
  std::string refusal;
  std::vector<HistoryLine> meanwhile;
};
[[nodiscard]] Html redate_page(const RedatePage& page, const Site& site);

[[nodiscard]] Url redate_url(std::string_view slug, const ItemId& item);

}  // namespace makegood::pages
