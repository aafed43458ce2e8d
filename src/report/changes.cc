#include "report/changes.h"

#include "json/json.h"
#include "plan/items_by_id.h"
#include "report/addresses.h"

namespace makegood {
namespace {

std::vector<std::string> kinds_of(const ItemChange& change) {
  std::vector<std::string> kinds;
  for (const auto kind : change.kinds.list()) kinds.emplace_back(word(kind));
  return kinds;
}

std::vector<std::string> texts_of(const std::vector<ItemId>& ids) {
  std::vector<std::string> texts;
  for (const auto& id : ids) texts.push_back(id.text);
  return texts;
}

std::string due_of(const Item* item) { return item != nullptr && item->dates().due ? item->dates().due->iso() : std::string(); }

struct Both {
  const Item* before = nullptr;
  const Item* after = nullptr;

  [[nodiscard]] const Item& newest() const { return after != nullptr ? *after : *before; }
  [[nodiscard]] std::optional<int> slipped() const {
    return before != nullptr && after != nullptr ? days_slipped(*before, *after) : std::nullopt;
  }
};

std::string title_of(const Item* item) { return item == nullptr ? std::string() : spreadsheet_safe(item->title); }

std::vector<std::string> cells(const Both& both, const ItemChange& change) {
  const auto departure = change.departure.value_or(Departure{});
  const auto slipped = both.slipped();
  return {both.newest().id.text,
          both.newest().ref,
          std::string(word(change.fate)),
          join(kinds_of(change), "; "),
          title_of(both.before),
          title_of(both.after),
          due_of(both.before),
          due_of(both.after),
          slipped ? std::to_string(*slipped) : "",
          join(texts_of(change.from), "; "),
          change.fate == Fate::gone ? std::string(word(departure.reason)) : "",
          join(texts_of(departure.successors), "; "),
          spreadsheet_safe(departure.note)};
}

OrderedJson fields_json(const std::vector<FieldChange>& fields) {
  OrderedJson list = OrderedJson::array();
  for (const auto& field : fields)
    list.push_back({{"field", std::string(word(field.field))}, {"before", field.before}, {"after", field.after}});
  return list;
}

OrderedJson departure_json(const Departure& departure) {
  return {{"reason", std::string(word(departure.reason))},
          {"successors", texts_of(departure.successors)},
          {"note", text_or_null(departure.note)},
          {"day", day_or_null(departure.day)}};
}

OrderedJson change_json(const VersionPair& versions, const Both& both, const ItemChange& change) {
  const auto slipped = both.slipped();
  OrderedJson json = {{"id", both.newest().id.text},
               {"url", plan_path(versions.after) + "/items/" + both.newest().id.text},
               {"title", both.newest().title},
               {"change", std::string(word(change.fate))},
               {"kinds", kinds_of(change)},
               {"fields", fields_json(change.fields)},
               {"days_slipped", slipped ? OrderedJson(*slipped) : OrderedJson(nullptr)},
               {"from", texts_of(change.from)}};
  if (change.fate == Fate::gone) json["departure"] = departure_json(change.departure.value_or(Departure{}));
  return json;
}

OrderedJson themes_json(const std::vector<ThemeChange>& themes) {
  OrderedJson list = OrderedJson::array();
  for (const auto& theme : themes)
    if (theme.renamed || theme.current.empty() || theme.draft.empty()) list.push_back({{"before", text_or_null(theme.before)}, {"after", text_or_null(theme.after)}});
  return list;
}

template <class Take>
void for_each_change(const VersionPair& versions, const ChangeSet& changes, Take take) {
  const ItemsById older(versions.before), newer(versions.after);
  for (const auto& change : changes.items) {
    const Both both{older.find(change.current), newer.find(change.draft)};
    if (both.before != nullptr || both.after != nullptr) take(both, change);
  }
}

}  // namespace

std::vector<std::vector<std::string>> change_rows(const VersionPair& versions, const ChangeSet& changes) {
  std::vector<std::vector<std::string>> rows = {{"id", "ref", "change", "kinds", "title_before", "title_after", "due_before", "due_after",
                                                 "days_slipped", "from", "reason", "successors", "note"}};
  for_each_change(versions, changes, [&](const Both& both, const ItemChange& change) { rows.push_back(cells(both, change)); });
  return rows;
}

std::string changes_json(const VersionPair& versions, const ChangeSet& changes) {
  OrderedJson json = {{"plan", plan_path(versions.after)}, {"from", versions.from}, {"to", versions.to}};
  json["unchanged"] = changes.count(Fate::unchanged);
  json["themes"] = themes_json(changes.themes);
  json["items"] = OrderedJson::array();
  for_each_change(versions, changes, [&](const Both& both, const ItemChange& change) { json["items"].push_back(change_json(versions, both, change)); });
  return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}  // namespace makegood
