#include "pages/change_model.h"

#include <map>

namespace makegood::pages {
namespace {

class Version {
 public:
  explicit Version(const Plan& plan) {
    for (const auto& item : plan.items) items_.emplace(item.id, &item);
    for (const auto& theme : plan.themes) themes_.emplace(theme.id, theme_title(plan, theme.id));
  }
  [[nodiscard]] const Item* find(const ItemId& id) const {
    const auto found = items_.find(id);
    return found == items_.end() ? nullptr : found->second;
  }
  [[nodiscard]] ChangeSide side(const ItemId& id) const {
    const auto* item = find(id);
    if (item == nullptr) return {};
    const auto theme = themes_.find(item->theme);
    return {item->id, item->ref, theme == themes_.end() ? std::string() : theme->second, item->title, item->detail, item->timescale_raw,
            item->owners, item->dates().due};
  }
  [[nodiscard]] std::vector<NamedItem> named(const std::vector<ItemId>& ids) const {
    std::vector<NamedItem> names;
    for (const auto& id : ids)
      if (const auto* item = find(id); item != nullptr) names.push_back({id, item->ref, item->title});
    return names;
  }

 private:
  std::map<ItemId, const Item*> items_;
  std::map<ThemeId, std::string> themes_;
};

}  // namespace

std::vector<ChangeLine> make_change_lines(const Plan& before, const Plan& after, const ChangeSet& changes) {
  const Version older(before), newer(after);
  std::vector<ChangeLine> lines;
  for (const auto& change : changes.items) {
    ChangeLine line;
    line.fate = change.fate;
    line.kinds = change.kinds;
    line.match = change.match;
    line.before = older.side(change.current);
    line.after = newer.side(change.draft);
    line.from = older.named(change.from);
    line.departure = change.departure;
    if (change.departure) line.successors = newer.named(change.departure->successors);
    line.needs_answer = change.needs_answer();
    const auto* was = older.find(change.current);
    const auto* is = newer.find(change.draft);
    if (was != nullptr && is != nullptr) line.slipped = days_slipped(*was, *is);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace makegood::pages
