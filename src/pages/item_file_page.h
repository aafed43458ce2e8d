#pragma once
// `/desk/plans/SLUG/items/ID/file`: everything that is held about an item, what was never sent marked as such.

#include "pages/answer_form.h"

namespace makegood::pages {

struct ItemFilePage {
  struct Entry {
    std::int64_t sequence = 0;
    std::string at, actor, kind;
    bool erased = false;
    std::string payload;  ///< JSON, a member a line
  };
  /// What somebody typed and never sent.
  struct Draft {
    std::string who, saved_at;  ///< a post, or an account that holds none; UTC
    AnswerForm form;            ///< as typed, faults and all
    std::vector<ShownEvidence> evidence;
  };
  std::string slug, plan_title, language = "en";
  ItemId item;
  std::string title;
  std::vector<Entry> entries;  ///< oldest first
  std::vector<ShownEvidence> evidence;
  std::vector<Draft> drafts;   ///< the last saved first
};
[[nodiscard]] Html item_file_page(const ItemFilePage& page, const Site& site);

}  // namespace makegood::pages
