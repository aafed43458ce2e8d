#include "plan/differences.h"

#include <algorithm>
#include <array>
#include <map>

namespace makegood {
namespace {

struct FieldKind {
  ItemField field;
  ChangeKind kind;
};

// What the document itself says. Themes are compared apart: their ids differ between documents.
constexpr std::array kDocumentFields = {FieldKind{ItemField::ref, ChangeKind::renumbered},
                                        FieldKind{ItemField::kind, ChangeKind::other},
                                        FieldKind{ItemField::title, ChangeKind::reworded},
                                        FieldKind{ItemField::detail, ChangeKind::reworded},
                                        FieldKind{ItemField::owners, ChangeKind::new_owner},
                                        FieldKind{ItemField::partners, ChangeKind::other},
                                        FieldKind{ItemField::lead_authority, ChangeKind::other},
                                        FieldKind{ItemField::timescale, ChangeKind::redated},
                                        FieldKind{ItemField::status_raw, ChangeKind::other},
                                        FieldKind{ItemField::response, ChangeKind::other},
                                        FieldKind{ItemField::progress, ChangeKind::other},
                                        FieldKind{ItemField::approval, ChangeKind::other}};

ThemeId older_theme(const Versions& v, const ThemeId& theme) {
  const auto found = v.themes.find(theme);
  return found == v.themes.end() ? ThemeId{} : found->second;
}

bool same_theme(const Versions& v, const Item& before, const Item& after) {
  if (before.theme.empty() || after.theme.empty()) return before.theme.empty() && after.theme.empty();
  return older_theme(v, after.theme) == before.theme;
}

using RankOf = std::map<ItemId, std::size_t>;

RankOf ranks_of(const Plan& plan) {
  RankOf places;
  for (std::size_t i = 0; i < plan.items.size(); ++i) places.emplace(plan.items[i].id, i);
  return places;
}

// Places in the longest rising run; a patience sort that remembers who came before whom.
std::vector<std::size_t> longest_rise(const std::vector<std::size_t>& values) {
  std::vector<std::size_t> ends, before(values.size(), Pairing::kNone);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto at = std::lower_bound(ends.begin(), ends.end(), values[i], [&](auto e, auto v) { return values[e] < v; });
    if (at != ends.begin()) before[i] = *(at - 1);
    if (at == ends.end()) ends.push_back(i);
    else *at = i;
  }
  std::vector<std::size_t> rise;
  for (auto i = ends.empty() ? Pairing::kNone : ends.back(); i != Pairing::kNone; i = before[i]) rise.push_back(i);
  return rise;
}

class Moves {
 public:
  explicit Moves(const Versions& v) : v_(v), old_places_(ranks_of(v.current)), new_places_(ranks_of(v.draft)) {}

  std::vector<bool> find() {
    std::vector<bool> moved(v_.draft.items.size());
    std::map<std::pair<ThemeId, ItemId>, std::vector<std::size_t>> siblings;
    for (std::size_t n = 0; n < moved.size(); ++n) {
      if (!v_.pairing.has_old(n)) continue;
      const auto& before = v_.current.items[v_.pairing.old_of(n)];
      const auto& after = v_.draft.items[n];
      moved[n] = !same_theme(v_, before, after) || !same_parent(before, after);
      if (!moved[n]) siblings[{after.theme, after.parent}].push_back(n);
    }
    for (const auto& [under, places] : siblings) mark_out_of_order(places, moved);
    return moved;
  }

 private:
  [[nodiscard]] bool same_parent(const Item& before, const Item& after) const {
    if (before.parent.empty() || after.parent.empty()) return before.parent.empty() && after.parent.empty();
    const auto o = old_places_.find(before.parent);
    const auto n = new_places_.find(after.parent);
    return o != old_places_.end() && n != new_places_.end() && v_.pairing.old_of(n->second) == o->second;
  }
  void mark_out_of_order(const std::vector<std::size_t>& places, std::vector<bool>& moved) const {
    std::vector<std::size_t> old_order;
    for (const auto n : places) old_order.push_back(v_.pairing.old_of(n));
    for (const auto n : places) moved[n] = true;
    for (const auto i : longest_rise(old_order)) moved[places[i]] = false;
  }

  const Versions& v_;
  RankOf old_places_, new_places_;
};

std::vector<std::string> iso(const std::optional<Day>& day) {
  return day ? std::vector{day->iso()} : std::vector<std::string>{};
}

// The same words read as other dates: in a plan of another year "Spring" is another spring.
void add_dates(std::vector<FieldChange>& changes, const Item& before, const Item& after) {
  if (before.timescale_raw != after.timescale_raw || (before.confirmed && !after.confirmed)) return;
  const auto& was = before.dates();
  const auto& is = after.dates();
  if (was.start != is.start) changes.push_back({ItemField::start, iso(was.start), iso(is.start)});
  if (was.due != is.due) changes.push_back({ItemField::due, iso(was.due), iso(is.due)});
}

}  // namespace

std::vector<FieldChange> field_differences(const Versions& v, std::size_t o, std::size_t n) {
  std::vector<FieldChange> changes;
  const auto& before = v.current.items[o];
  const auto& after = v.draft.items[n];
  for (const auto& row : kDocumentFields) {
    auto old_values = field_values(before, row.field);
    auto new_values = field_values(after, row.field);
    if (old_values != new_values) changes.push_back({row.field, std::move(old_values), std::move(new_values)});
  }
  add_dates(changes, before, after);
  if (!same_theme(v, before, after))
    changes.push_back({ItemField::theme, {theme_title(v.current, before.theme)}, {theme_title(v.draft, after.theme)}});
  return changes;
}

std::vector<bool> moved_items(const Versions& v) { return Moves(v).find(); }

ChangeKinds kinds_of(const std::vector<FieldChange>& fields) {
  ChangeKinds kinds;
  for (const auto& change : fields) {
    const auto row = std::find_if(kDocumentFields.begin(), kDocumentFields.end(), [&](const FieldKind& f) { return f.field == change.field; });
    if (row != kDocumentFields.end()) kinds.add(row->kind);
    else kinds.add(change.field == ItemField::theme ? ChangeKind::moved : ChangeKind::redated);
  }
  return kinds;
}

std::optional<int> days_slipped(const Item& before, const Item& after) {
  const auto was = before.dates().due, is = after.dates().due;
  if (!was || !is || *was == *is) return std::nullopt;
  return days_between(*was, *is);
}

}  // namespace makegood
