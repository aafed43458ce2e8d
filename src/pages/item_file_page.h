#pragma once
// `/desk/plans/SLUG/items/ID/file`: everything that is held about an item.

#include "pages/answer_form.h"

namespace makegood::pages {

struct ItemFilePage {
  struct Entry {
    std::int64_t sequence = 0;
    std::string at, actor, kind;
    bool erased = false;
    std::string payload;  ///< JSON, a member a line
  };
  std::string slug, plan_title, language = "en";
  ItemId item;
  std::string title;
  std::vector<Entry> entries;  ///< oldest first
  std::vector<ShownEvidence> evidence;
  int drafts = 0;
};
[[nodiscard]] Html item_file_page(const ItemFilePage& page, const Site& site);

}  // namespace makegood::pages
