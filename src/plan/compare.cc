#include "plan/compare.h"

#include <algorithm>
#include <map>

#include "plan/differences.h"
#include "plan/match.h"
#include "plan/parts.h"

namespace makegood {
namespace {

using Places = std::vector<std::size_t>;
using PlaceOf = std::map<ItemId, std::size_t>;

PlaceOf places_of(const Plan& plan) {
  PlaceOf places;
  for (std::size_t i = 0; i < plan.items.size(); ++i) places.emplace(plan.items[i].id, i);
  return places;
}

// Where items that have no partner went, and what others took up.
struct Links {
  std::map<std::size_t, Places> from;            ///< by place in the newer version
  std::map<std::size_t, Departure> departures;   ///< by place in the older version
  std::map<std::size_t, Match> departure_match;  ///< how sure that is

  void add_from(std::size_t n, std::size_t o) {
    auto& places = from[n];
    if (std::find(places.begin(), places.end(), o) == places.end()) places.push_back(o);
  }
  void forget_from(std::size_t n, std::size_t o) {
    if (const auto found = from.find(n); found != from.end()) std::erase(found->second, o);
  }
  void forget_departure(std::size_t o) {
    departures.erase(o);
    departure_match.erase(o);
  }
};

Links links_of(const Plan& draft, const Parts& parts) {
  Links links;
  for (const auto& split : parts.splits)
    for (std::size_t i = 1; i < split.parts.size(); ++i) links.add_from(split.parts[i], split.item);
  for (const auto& merge : parts.merges)
    for (std::size_t i = 1; i < merge.parts.size(); ++i) {
      links.add_from(merge.item, merge.parts[i]);
      links.departures[merge.parts[i]] = {DepartureReason::merged, {draft.items[merge.item].id}, {}, {}};
      links.departure_match[merge.parts[i]] = {merge.coverage, {MatchReason::shared_words}, false};
    }
  return links;
}

class Decisions {
 public:
  Decisions(const Plan& current, const Plan& draft, Pairing& pairing, Links& links)
      : old_places_(places_of(current)), new_places_(places_of(draft)), pairing_(pairing), links_(links) {}

  void apply(const MatchDecision& decision) {
    const auto o = old_places_.find(decision.current);
    const auto n = new_places_.find(decision.draft);
    if (o == old_places_.end()) return;
    if (decision.verdict == MatchVerdict::gone) explain(o->second, decision.departure);
    else if (n == new_places_.end()) return;
    else if (decision.verdict == MatchVerdict::same) join(o->second, n->second);
    else part(o->second, n->second);
  }

 private:
  void join(std::size_t o, std::size_t n) {
    auto match = pairing_.old_of(n) == o ? pairing_.match(n) : Match{};
    match.confirmed = true;
    pairing_.pair(o, n, std::move(match));
    links_.forget_from(n, o);
    links_.forget_departure(o);
  }
  void part(std::size_t o, std::size_t n) {
    if (pairing_.old_of(n) == o) pairing_.part_new(n);
    links_.forget_from(n, o);
    links_.forget_departure(o);
  }
  void explain(std::size_t o, const Departure& departure) {
    if (pairing_.has_new(o)) return;
    for (auto& [n, places] : links_.from) std::erase(places, o);
    links_.departures[o] = departure;
    links_.departure_match[o].confirmed = true;
    if (departure.reason != DepartureReason::merged) return;
    for (const auto& id : departure.successors)
      if (const auto n = new_places_.find(id); n != new_places_.end()) links_.add_from(n->second, o);
  }

  PlaceOf old_places_, new_places_;
  Pairing& pairing_;
  Links& links_;
};

// That its parent has another name is said of the parent.
bool is_renamed(const Theme& before, const Theme& after, const ThemePairs& pairs) {
  const auto parent = pairs.find(after.parent);
  return before.title != after.title || before.parent != (parent == pairs.end() ? ThemeId{} : parent->second);
}

std::vector<ThemeChange> theme_changes(const Plan& current, const Plan& draft, const ThemePairs& pairs) {
  std::vector<ThemeChange> changes;
  std::map<ThemeId, bool> kept;
  for (const auto& theme : draft.themes) {
    const auto found = pairs.find(theme.id);
    const auto before = found == pairs.end() ? ThemeId{} : found->second;
    if (!before.empty()) kept[before] = true;
    const auto* older = find_theme(current, before);
    changes.push_back({before, theme.id, theme_title(current, before), theme_title(draft, theme.id),
                       older != nullptr && is_renamed(*older, theme, pairs)});
  }
  for (const auto& theme : current.themes)
    if (!kept.contains(theme.id)) changes.push_back({theme.id, {}, theme_title(current, theme.id), {}, false});
  return changes;
}

class Building {
 public:
  Building(const Versions& versions, const Links& links) : v_(versions), links_(links), moved_(moved_items(versions)) {}

  ChangeSet build() {
    ChangeSet set;
    std::map<std::size_t, std::size_t> change_of;  // by place in the newer version
    for (std::size_t n = 0; n < v_.draft.items.size(); ++n) {
      if (v_.draft.items[n].absent) continue;
      change_of[n] = set.items.size();
      set.items.push_back(change_at(n));
    }
    for (const auto& [n, places] : links_.from)
      for (const auto o : places) mark_parts(set, change_of, n, o);
    for (auto& change : set.items)
      if (change.fate == Fate::unchanged && !change.kinds.empty()) change.fate = Fate::changed;
    for (std::size_t o = 0; o < v_.current.items.size(); ++o)
      if (!v_.pairing.has_new(o) && !v_.current.items[o].absent) set.items.push_back(gone_at(o));
    set.themes = theme_changes(v_.current, v_.draft, v_.themes);
    return set;
  }

 private:
  [[nodiscard]] ItemChange change_at(std::size_t n) const {
    ItemChange change;
    change.draft = v_.draft.items[n].id;
    if (!v_.pairing.has_old(n)) return change;
    const auto o = v_.pairing.old_of(n);
    change.fate = Fate::unchanged;
    change.current = v_.current.items[o].id;
    change.fields = field_differences(v_, o, n);
    change.kinds = kinds_of(change.fields);
    change.match = v_.pairing.match(n);
    if (moved_[n]) change.kinds.add(ChangeKind::moved);
    if (v_.current.items[o].absent) change.kinds.add(ChangeKind::returned);
    return change;
  }
  [[nodiscard]] ItemChange gone_at(std::size_t o) const {
    ItemChange change;
    change.fate = Fate::gone;
    change.current = v_.current.items[o].id;
    if (const auto found = links_.departures.find(o); found != links_.departures.end()) change.departure = found->second;
    if (const auto found = links_.departure_match.find(o); found != links_.departure_match.end()) change.match = found->second;
    return change;
  }
  // An item that lives on while another took up its words was split; one that is gone was merged.
  void mark_parts(ChangeSet& set, const std::map<std::size_t, std::size_t>& change_of, std::size_t n, std::size_t o) const {
    const auto part = change_of.find(n);
    if (part == change_of.end()) return;
    auto& change = set.items[part->second];
    change.from.push_back(v_.current.items[o].id);
    const auto whole = v_.pairing.has_new(o) ? change_of.find(v_.pairing.new_of(o)) : change_of.end();
    change.kinds.add(whole == change_of.end() ? ChangeKind::merged : ChangeKind::split);
    if (whole != change_of.end()) set.items[whole->second].kinds.add(ChangeKind::split);
  }

  const Versions& v_;
  const Links& links_;
  std::vector<bool> moved_;
};

ThemePairs themes_by_id(const Plan& before, const Plan& after, const Pairing& pairing) {
  auto pairs = pair_themes(before, after, pairing);
  for (const auto& theme : after.themes)
    if (find_theme(before, theme.id) != nullptr) pairs[theme.id] = theme.id;
  return pairs;
}

}  // namespace

ChangeSet compare(const Plan& current, const Plan& draft, const std::vector<MatchDecision>& decisions) {
  const auto wordings = wordings_of(current, draft);
  auto pairing = match_items(current, draft, wordings);
  const auto parts = find_parts(current, wordings, pairing);
  auto links = links_of(draft, parts);
  Decisions person(current, draft, pairing, links);
  for (const auto& decision : decisions) person.apply(decision);
  const auto themes = pair_themes(current, draft, pairing);
  return Building({current, draft, pairing, themes}, links).build();
}

ChangeSet compare_versions(const Plan& before, const Plan& after) {
  Pairing pairing(before.items.size(), after.items.size());
  Links links;
  const auto old_places = places_of(before);
  for (std::size_t n = 0; n < after.items.size(); ++n) {
    const auto& item = after.items[n];
    const auto found = old_places.find(item.id);
    if (item.absent && found != old_places.end() && item.departure) links.departures[found->second] = *item.departure;
    if (item.absent) continue;
    if (found != old_places.end()) pairing.pair(found->second, n, {1, {MatchReason::known_id}, false});
    for (const auto& id : item.came_from)
      if (const auto o = old_places.find(id); o != old_places.end() && !before.items[o->second].absent) links.add_from(n, o->second);
  }
  const auto themes = themes_by_id(before, after, pairing);
  return Building({before, after, pairing, themes}, links).build();
}

}  // namespace makegood
