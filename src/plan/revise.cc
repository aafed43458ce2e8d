#include "plan/revise.h"

#include <algorithm>
#include <map>

#include "plan/items_by_id.h"

namespace makegood {
namespace {

// What it was first due: the date that it was adopted with.
std::optional<Day> first_due_of(const Item& item) { return item.first_due ? item.first_due : item.dates().due; }

// The draft's item in the place of the current one.
void carry_over(const Item& current, Item& item) {
  if (item.timescale_raw == current.timescale_raw && !item.confirmed) item.confirmed = current.confirmed;
  item.first_due = current.first_due ? current.first_due : item.dates().due;
  item.last_word = current.last_word;
}

class Revision {
 public:
  Revision(const Plan& current, const Plan& draft, const ChangeSet& changes, Day today, const RandomBits& random)
      : current_(current), draft_(draft), changes_(changes), today_(today), in_force_(current), plan_(adopt(draft, random)) {
    plan_.slug = current.slug;
  }

  Plan make() {
    take_ids_back();
    take_themes_back();
    for (const auto& change : changes_.items)
      if (change.fate == Fate::gone) departures_[change.current] = change.departure.value_or(Departure{});
    for (const auto& item : current_.items)
      if (!kept_.contains(item.id)) keep_absent(item);
    drop_dangling_parents();
    return std::move(plan_);
  }

 private:
  // New items have fresh ids; a matched one gets its own.
  void take_ids_back() {
    std::map<ItemId, ItemId> own;  // fresh -> in force
    for (std::size_t i = 0; i < plan_.items.size(); ++i) {
      auto& item = plan_.items[i];
      const auto& change = changes_.items[i];
      const auto* before = in_force_.find(change.current);
      item.came_from.clear();
      item.departure.reset();
      if (before != nullptr) {
        own[item.id] = before->id;
        kept_[before->id] = true;
        carry_over(*before, item);
        item.came_from = before->came_from;
      }
      take_up(change, item);
    }
    const auto renamed = [&](const ItemId& id) { return own.contains(id) ? own.at(id) : id; };
    for (std::size_t i = 0; i < plan_.items.size(); ++i) {
      auto& item = plan_.items[i];
      item.id = renamed(item.id);
      item.parent = renamed(item.parent);
      final_id_[draft_.items[i].id] = item.id;
    }
    for (auto& settlement : plan_.settlements) settlement.item = renamed(settlement.item);
  }

  // The words of others, and with them the earliest date that any of them was promised for.
  void take_up(const ItemChange& change, Item& item) const {
    for (const auto& id : change.from) {
      const auto* source = in_force_.find(id);
      if (source == nullptr) continue;
      if (std::find(item.came_from.begin(), item.came_from.end(), id) == item.came_from.end()) item.came_from.push_back(id);
      const auto promised = first_due_of(*source);
      const auto own = item.first_due ? item.first_due : item.dates().due;
      if (promised && own && *promised < *own) item.first_due = promised;
    }
  }

  // A theme that is in both versions keeps its id.
  void take_themes_back() {
    std::map<ThemeId, ThemeId> own, fresh;  // fresh -> in force; of the draft -> fresh
    for (std::size_t i = 0; i < plan_.themes.size(); ++i) fresh[draft_.themes[i].id] = plan_.themes[i].id;
    for (const auto& change : changes_.themes) {
      if (change.current.empty() || change.draft.empty()) continue;
      own[fresh[change.draft]] = change.current;
      themes_[change.current] = true;
    }
    const auto rename = [&](ThemeId& id) {
      if (const auto found = own.find(id); found != own.end()) id = found->second;
    };
    for (auto& theme : plan_.themes) {
      rename(theme.id);
      rename(theme.parent);
    }
    for (auto& item : plan_.items) rename(item.theme);
    for (auto& indicator : plan_.indicators) rename(indicator.theme);
  }

  void keep_absent(const Item& item) {
    auto kept = item;
    if (!kept.absent) {
      kept.absent = true;
      kept.departure = departures_[item.id];
      kept.departure->day = today_;
      for (auto& id : kept.departure->successors) id = final_id_[id];
      std::erase(kept.departure->successors, ItemId{});
    }
    if (!themes_.contains(kept.theme)) kept.theme = {};
    plan_.items.push_back(std::move(kept));
  }

  void drop_dangling_parents() {
    const ItemsById all(plan_);
    for (auto& item : plan_.items)
      if (!item.parent.empty() && all.find(item.parent) == nullptr) item.parent = {};
  }

  const Plan& current_;
  const Plan& draft_;
  const ChangeSet& changes_;
  Day today_;
  ItemsById in_force_;
  Plan plan_;
  std::map<ItemId, bool> kept_;
  std::map<ItemId, ItemId> final_id_;
  std::map<ThemeId, bool> themes_;
  std::map<ItemId, Departure> departures_;
};

}  // namespace

Plan revise(const Plan& current, const Plan& draft, const ChangeSet& changes, Day today, const RandomBits& random) {
  return Revision(current, draft, changes, today, random).make();
}

}  // namespace makegood
