#include "plan/item.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace makegood {
namespace {

template <class Enum>
struct Word {
  Enum value;
  std::string_view text;
};

constexpr std::array<Word<ItemKind>, 5> kKinds = {{{ItemKind::recommendation, "recommendation"},
                                                   {ItemKind::action, "action"},
                                                   {ItemKind::commitment, "commitment"},
                                                   {ItemKind::sub_action, "sub-action"},
                                                   {ItemKind::criterion, "criterion"}}};

constexpr std::array<Word<Response>, 6> kResponses = {{{Response::none, ""},
                                                       {Response::accepted, "accepted"},
                                                       {Response::accepted_in_part, "accepted-in-part"},
                                                       {Response::accepted_and_completed, "accepted-and-completed"},
                                                       {Response::rejected, "rejected"},
                                                       {Response::noted, "noted"}}};

constexpr std::array<Word<Decision>, 5> kDecisions = {{{Decision::confirm, "confirm"},
                                                       {Decision::set_dates, "set_dates"},
                                                       {Decision::no_date, "no_date"},
                                                       {Decision::split_owners, "split_owners"},
                                                       {Decision::leave, "leave"}}};

constexpr std::array<Word<DepartureReason>, 5> kDepartureReasons = {{{DepartureReason::not_stated, "not_stated"},
                                                                     {DepartureReason::completed, "completed"},
                                                                     {DepartureReason::merged, "merged"},
                                                                     {DepartureReason::superseded, "superseded"},
                                                                     {DepartureReason::dropped, "dropped"}}};

template <class Enum, std::size_t N>
std::string_view word_in(const std::array<Word<Enum>, N>& words, Enum value) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.value == value; });
  return found == words.end() ? std::string_view{} : found->text;
}

template <class Enum, std::size_t N>
std::optional<Enum> value_in(const std::array<Word<Enum>, N>& words, std::string_view text) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.text == text; });
  if (found == words.end()) return std::nullopt;
  return found->value;
}

// Old ids to fresh ones; an id that nobody has becomes empty, so that no link dangles.
template <class Tag>
class Renaming {
 public:
  using AnyId = Id<Tag>;
  explicit Renaming(const RandomBits& random) : random_(random) {}

  AnyId fresh(const AnyId& old) {
    AnyId id = make_id<Tag>(random_);
    while (!taken_.emplace(id, true).second) id = make_id<Tag>(random_);
    if (!old.empty()) renamed_.emplace(old, id);
    return id;
  }
  AnyId operator()(const AnyId& old) const {
    const auto found = renamed_.find(old);
    return found == renamed_.end() ? AnyId{} : found->second;
  }

 private:
  const RandomBits& random_;
  std::map<AnyId, AnyId> renamed_;
  std::map<AnyId, bool> taken_;
};

bool is_slug_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// Latin letters with marks lose them, so that "Cyngor Môn" is "cyngor-mon".
std::string_view plain_letter(char32_t c) {
  static constexpr std::u32string_view kMarked = U"àáâãäåçèéêëìíîïñòóôõöøùúûüýÿŵŷ";
  static constexpr std::string_view kPlain = "aaaaaaceeeeiiiinoooooouuuuyywy";
  const auto at = kMarked.find(c);
  return at == std::u32string_view::npos ? std::string_view{} : kPlain.substr(at, 1);
}

}  // namespace

Plan adopt(Plan draft, const RandomBits& random) {
  Renaming<ThemeTag> theme(random);
  Renaming<ItemTag> item(random);
  Renaming<IndicatorTag> indicator(random);
  for (auto& t : draft.themes) t.id = theme.fresh(t.id);
  for (auto& i : draft.items) i.id = item.fresh(i.id);
  for (auto& i : draft.indicators) i.id = indicator.fresh(i.id);

  for (auto& t : draft.themes) t.parent = theme(t.parent);
  for (auto& i : draft.items) {
    i.parent = item(i.parent);
    i.theme = theme(i.theme);
    for (auto* ids : {&i.came_from, i.departure ? &i.departure->successors : nullptr}) {
      if (ids == nullptr) continue;
      for (auto& id : *ids) id = item(id);
      std::erase(*ids, ItemId{});
    }
  }
  for (auto& i : draft.indicators) i.theme = theme(i.theme);
  for (auto& s : draft.settlements) s.item = item(s.item);
  return draft;
}

const Item* find_item(const Plan& plan, const ItemId& id) {
  const auto found = std::find_if(plan.items.begin(), plan.items.end(), [&](const Item& i) { return i.id == id; });
  return found == plan.items.end() ? nullptr : &*found;
}

Item* find_item(Plan& plan, const ItemId& id) {
  return const_cast<Item*>(find_item(std::as_const(plan), id));
}

const Theme* find_theme(const Plan& plan, const ThemeId& id) {
  const auto found = std::find_if(plan.themes.begin(), plan.themes.end(), [&](const Theme& t) { return t.id == id; });
  return found == plan.themes.end() ? nullptr : &*found;
}

std::string theme_title(const Plan& plan, const ThemeId& id) {
  const auto* theme = find_theme(plan, id);
  if (theme == nullptr) return {};
  const auto* parent = theme->parent.empty() ? nullptr : find_theme(plan, theme->parent);
  return parent == nullptr ? theme->title : parent->title + ": " + theme->title;
}

std::vector<const Item*> children_of(const Plan& plan, const ItemId& id) {
  std::vector<const Item*> children;
  for (const auto& item : plan.items)
    if (!id.empty() && item.parent == id) children.push_back(&item);
  return children;
}

std::string make_slug(std::string_view title) {
  static constexpr std::size_t kLongest = 60;
  std::string slug;
  const auto text = lower(title);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'\'' || c == U'\u2019') continue;  // "council's" is one word
    if (c < 128 && is_slug_letter(static_cast<char>(c))) slug += static_cast<char>(c);
    else if (const auto plain = plain_letter(c); !plain.empty()) slug += plain;
    else if (!slug.empty() && slug.back() != '-') slug += '-';
  }
  if (slug.size() > kLongest) {
    slug.resize(kLongest + 1);
    const auto whole_words = slug.rfind('-');
    slug.resize(whole_words != std::string::npos && whole_words > kLongest / 2 ? whole_words : kLongest);
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "plan" : slug;
}

std::string_view word(ItemKind kind) { return word_in(kKinds, kind); }
std::string_view word(Response response) { return word_in(kResponses, response); }
std::string_view word(Decision decision) { return word_in(kDecisions, decision); }
std::string_view word(DepartureReason reason) { return word_in(kDepartureReasons, reason); }
std::optional<ItemKind> item_kind_from(std::string_view text) { return value_in(kKinds, text); }
std::optional<Response> response_from(std::string_view text) { return value_in(kResponses, text); }
std::optional<Decision> decision_from(std::string_view text) { return value_in(kDecisions, text); }
std::optional<DepartureReason> departure_reason_from(std::string_view text) { return value_in(kDepartureReasons, text); }

}  // namespace makegood
