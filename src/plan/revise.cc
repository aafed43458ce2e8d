#include "plan/revise.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

namespace makegood {
namespace {

constexpr std::array kFates = {std::string_view("added"), std::string_view("changed"), std::string_view("unchanged"),
                               std::string_view("gone")};

// Words as numbers, the rare ones first: two titles that are alike share a rare word.
using Words = std::vector<std::size_t>;

// What is compared of an item, worked out once.
struct Wording {
  const Item* item = nullptr;
  std::string title;
  std::string ref;
  Words words;
};

std::vector<Wording> wordings(const Plan& plan) {
  std::vector<Wording> list;
  for (const auto& item : plan.items) list.push_back({&item, fold(item.title), lower(squeeze(item.ref)), {}});
  return list;
}

void number_words(std::vector<Wording>& old_items, std::vector<Wording>& new_items) {
  std::map<std::string, std::size_t> uses;
  for (auto* list : {&old_items, &new_items})
    for (const auto& w : *list)
      for (const auto& word : split(w.title, ' ')) ++uses[word];
  std::vector<std::pair<std::size_t, std::string>> by_use;
  for (const auto& [word, n] : uses) by_use.emplace_back(n, word);
  std::sort(by_use.begin(), by_use.end());
  std::map<std::string, std::size_t> number;
  for (std::size_t i = 0; i < by_use.size(); ++i) number[by_use[i].second] = i;
  for (auto* list : {&old_items, &new_items})
    for (auto& w : *list) {
      for (const auto& word : split(w.title, ' ')) w.words.push_back(number[word]);
      std::sort(w.words.begin(), w.words.end());
      w.words.erase(std::unique(w.words.begin(), w.words.end()), w.words.end());
    }
}

// The share of words that both have (Jaccard), 0 to 1.
double likeness(const Wording& a, const Wording& b) {
  Words both;
  std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(), std::back_inserter(both));
  const auto all = a.words.size() + b.words.size() - both.size();
  return all == 0 ? 1.0 : static_cast<double>(both.size()) / static_cast<double>(all);
}

constexpr double kLikeWithRef = 0.4;  // a kept reference and a reworded title
constexpr double kLikeAlone = 2.0 / 3.0;
constexpr std::size_t kMostOfOneRef = 50;  // a "reference" on more items than this is none

// Titles that share two thirds of their words share one of the rarest third of either (and one more).
Words rare_words(const Wording& w) {
  const auto n = std::min(w.words.size(), w.words.size() / 3 + 1);
  return {w.words.begin(), w.words.begin() + static_cast<std::ptrdiff_t>(n)};
}

// Pairs items of the draft with items in force, surest first.
class Matching {
 public:
  Matching(const Plan& current, const Plan& draft) : old_(wordings(current)), new_(wordings(draft)) {
    number_words(old_, new_);
    pair_of_.resize(new_.size(), nullptr);
    for (const auto& w : old_) by_title_[w.title].push_back(&w);
    for (const auto& w : old_)
      if (!w.ref.empty()) by_ref_[w.ref].push_back(&w);
    for (const auto& w : old_)
      for (const auto word : rare_words(w)) by_word_[word].push_back(&w);

    each([&](const Wording& w) { return first(by_title_[w.title], w, [&](const Wording& o) { return o.ref == w.ref; }); });
    each([&](const Wording& w) { return first(by_title_[w.title], w, [](const Wording&) { return true; }); });
    each([&](const Wording& w) { return w.ref.empty() ? nullptr : best(of_ref(w.ref), w, kLikeWithRef); });
    each([&](const Wording& w) { return best(sharing_words(w), w, kLikeAlone); });
  }

  [[nodiscard]] const Item* of(std::size_t draft_index) const { return pair_of_[draft_index]; }

 private:
  using Candidates = std::vector<const Wording*>;

  template <class Find>
  void each(Find find) {
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (pair_of_[i] != nullptr) continue;
      if (const auto* match = find(new_[i]); match != nullptr) {
        pair_of_[i] = match->item;
        taken_.insert(match->item);
      }
    }
  }
  [[nodiscard]] bool is_free(const Wording& other, const Wording& wanted) const {
    return other.item->kind == wanted.item->kind && !taken_.contains(other.item);
  }
  template <class Fits>
  const Wording* first(const Candidates& among, const Wording& wanted, Fits fits) const {
    for (const auto* other : among)
      if (is_free(*other, wanted) && fits(*other)) return other;
    return nullptr;
  }
  const Wording* best(const Candidates& among, const Wording& wanted, double at_least) const {
    const Wording* found = nullptr;
    double closest = at_least;
    for (const auto* other : among) {
      if (!is_free(*other, wanted)) continue;
      const double like = likeness(*other, wanted);
      if (like > closest || (found == nullptr && like >= closest)) {
        found = other;
        closest = like;
      }
    }
    return found;
  }
  Candidates of_ref(const std::string& ref) const {
    const auto found = by_ref_.find(ref);
    return found == by_ref_.end() || found->second.size() > kMostOfOneRef ? Candidates{} : found->second;
  }
  Candidates sharing_words(const Wording& wanted) const {
    Candidates candidates;
    for (const auto word : rare_words(wanted))
      if (const auto found = by_word_.find(word); found != by_word_.end())
        candidates.insert(candidates.end(), found->second.begin(), found->second.end());
    std::sort(candidates.begin(), candidates.end());  // in plan order: they stand in one vector
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    return candidates;
  }

  std::vector<Wording> old_, new_;
  std::map<std::string, Candidates> by_title_, by_ref_;
  std::map<std::size_t, Candidates> by_word_;
  std::vector<const Item*> pair_of_;
  std::set<const Item*> taken_;
};

// What the document itself says; ids of themes differ between documents, so titles are compared.
constexpr std::array kDocumentFields = {
    ItemField::ref, ItemField::kind, ItemField::title, ItemField::detail, ItemField::owners, ItemField::partners,
    ItemField::lead_authority, ItemField::timescale, ItemField::status_raw, ItemField::response, ItemField::progress,
    ItemField::approval};

std::vector<FieldChange> differences(const Plan& current, const Item& before, const Plan& draft, const Item& after) {
  std::vector<FieldChange> changes;
  for (const auto field : kDocumentFields) {
    auto old_values = field_values(before, field);
    auto new_values = field_values(after, field);
    if (old_values != new_values) changes.push_back({field, std::move(old_values), std::move(new_values)});
  }
  auto old_theme = theme_title(current, before.theme);
  auto new_theme = theme_title(draft, after.theme);
  if (fold(old_theme) != fold(new_theme)) changes.push_back({ItemField::theme, {old_theme}, {new_theme}});
  return changes;
}

// The draft's item in the place of the current one.
void carry_over(const Item& current, Item& item) {
  if (item.timescale_raw == current.timescale_raw && !item.confirmed) item.confirmed = current.confirmed;
  item.first_due = current.first_due ? current.first_due : item.dates().due;
  item.last_word = current.last_word;
}

// A theme of the same title (under the same parent) is the same theme.
void keep_theme_ids(const Plan& current, Plan& plan) {
  std::map<std::string, ThemeId> known;
  for (const auto& theme : current.themes) known.emplace(fold(theme_title(current, theme.id)), theme.id);
  std::map<ThemeId, ThemeId> id_of;
  for (const auto& theme : plan.themes) {
    const auto found = known.find(fold(theme_title(plan, theme.id)));
    if (found == known.end()) continue;
    id_of.emplace(theme.id, found->second);
    known.erase(found);
  }
  const auto rename = [&](ThemeId& id) {
    if (const auto found = id_of.find(id); found != id_of.end()) id = found->second;
  };
  for (auto& theme : plan.themes) {
    rename(theme.id);
    rename(theme.parent);
  }
  for (auto& item : plan.items) rename(item.theme);
  for (auto& indicator : plan.indicators) rename(indicator.theme);
}

}  // namespace

std::string_view word(Fate fate) { return kFates[static_cast<std::size_t>(fate)]; }

int ChangeSet::count(Fate fate) const {
  return static_cast<int>(std::count_if(items.begin(), items.end(), [&](const ItemChange& c) { return c.fate == fate; }));
}

ChangeSet compare(const Plan& current, const Plan& draft) {
  const Matching matching(current, draft);
  ChangeSet set;
  std::set<ItemId> kept;
  for (std::size_t i = 0; i < draft.items.size(); ++i) {
    const auto& item = draft.items[i];
    const auto* before = matching.of(i);
    if (before == nullptr) {
      set.items.push_back({Fate::added, {}, item.id, {}});
      continue;
    }
    kept.insert(before->id);
    auto fields = differences(current, *before, draft, item);
    const auto fate = fields.empty() && !before->absent ? Fate::unchanged : Fate::changed;
    set.items.push_back({fate, before->id, item.id, std::move(fields)});
  }
  for (const auto& item : current.items)
    if (!kept.contains(item.id) && !item.absent) set.items.push_back({Fate::gone, item.id, {}, {}});
  return set;
}

Plan revise(const Plan& current, const Plan& draft, const ChangeSet& changes, const RandomBits& random) {
  // The draft's themes and new items get fresh ids; a matched item then takes its own back.
  Plan plan = adopt(draft, random);
  plan.slug = current.slug;
  std::map<ItemId, ItemId> id_of;  // fresh -> in force
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const auto& change = changes.items[i];
    if (change.fate == Fate::added) continue;
    if (const auto* before = find_item(current, change.current); before != nullptr) {
      id_of[plan.items[i].id] = before->id;
      carry_over(*before, plan.items[i]);
    }
  }
  const auto renamed = [&](const ItemId& id) { return id_of.contains(id) ? id_of.at(id) : id; };
  for (auto& item : plan.items) {
    item.id = renamed(item.id);
    item.parent = renamed(item.parent);
  }
  for (auto& settlement : plan.settlements) settlement.item = renamed(settlement.item);

  keep_theme_ids(current, plan);
  std::map<std::string, ThemeId> themes;
  for (const auto& theme : plan.themes) themes.emplace(fold(theme_title(plan, theme.id)), theme.id);
  for (const auto& item : current.items) {
    if (find_item(plan, item.id) != nullptr) continue;
    auto kept = item;
    kept.absent = true;
    const auto theme = themes.find(fold(theme_title(current, item.theme)));
    kept.theme = theme == themes.end() ? ThemeId{} : theme->second;
    plan.items.push_back(std::move(kept));
  }
  for (auto& item : plan.items)
    if (!item.parent.empty() && find_item(plan, item.parent) == nullptr) item.parent = {};
  return plan;
}

}  // namespace makegood
