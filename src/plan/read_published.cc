// Reads plans as JSON in any of the shapes that leave the house: our own form, the one that is
// published beside every page, and the neutral shape that an import is shown in.
#include <map>
#include <set>

#include "plan/dates_from.h"
#include "plan/json.h"
#include "plan/json_reader.h"

namespace makegood {
namespace {

// Members that the two shapes call differently; at most one of them is there.
std::string either(JsonReader& r, const Json& object, const char* published, const char* neutral) {
  auto text = r.text(object, published);
  return text.empty() ? r.text(object, neutral) : text;
}

Timescale stated_dates(JsonReader& r, const Json& json) {
  Timescale t;
  t.start = r.day(json, "start");
  t.due = r.day(json, "due");
  t.milestones = r.list(json, "milestones", [&](const Json& value) {
    const auto day = Day::parse(value.is_string() ? value.get<std::string>() : std::string());
    if (!day) r.misfit("a milestone is not a date");
    return Milestone{day.value_or(Day{}), {}};
  });
  t.recurs = r.word(json, "recurs", Recurrence::none, [](const std::string& text) -> std::optional<Recurrence> {
    const auto recurs = recurrence_from(text);
    return recurs == Recurrence::none ? std::nullopt : std::optional(recurs);
  });
  t.ongoing = r.flag(json, "ongoing");
  t.complete = r.flag(json, "complete");
  t.unparsed = r.flag(json, "unparsed");
  t.condition = r.text(json, "condition");
  return t;
}

// The neutral shape does not say whose the dates are: where the text reads otherwise, the document's.
void read_item_dates(JsonReader& r, const Json& json, const TimescaleSettings& settings, Item& item) {
  const auto stated = stated_dates(r, json);
  auto from = r.word(json, "dates_from", DatesFrom::timescale, dates_from_word);
  const bool says_dates = json.is_object() && json.contains("due");
  if (from == DatesFrom::timescale && says_dates && !json.contains("dates_from") &&
      !same_dates(stated, read_timescale(item.timescale_raw, settings)))
    from = DatesFrom::document;
  take_dates(item, from, stated, settings);
  item.first_due = r.day(json, "first_due");
}

// The published shape names a theme by its id, the neutral one by its title.
class ThemeNames {
 public:
  ThemeNames(const std::vector<Theme>& themes, bool by_title) {
    if (by_title)
      for (const auto& theme : themes) by_title_.emplace(theme.title, theme.id);
  }
  [[nodiscard]] ThemeId find(const std::string& text) const {
    const auto found = by_title_.find(text);
    return found == by_title_.end() ? ThemeId(text) : found->second;
  }

 private:
  std::map<std::string, ThemeId> by_title_;
};

Item read_item_of(JsonReader& r, const Json& json, const TimescaleSettings& settings, const ThemeNames& themes) {
  Item item;
  item.id = ItemId(r.text(json, "id"));
  item.ref = r.text(json, "ref");
  item.kind = r.word(json, "kind", ItemKind::action, item_kind_from);
  item.parent = ItemId(r.text(json, "parent"));
  item.theme = themes.find(r.text(json, "theme"));
  item.title = r.text(json, "title");
  item.detail = r.text(json, "detail");
  item.owners = r.texts(json, "owners");
  item.partners = r.texts(json, "partners");
  item.lead_authority = r.texts(json, "lead_authority");
  item.timescale_raw = either(r, json, "timescale", "timescale_raw");
  read_item_dates(r, json, settings, item);
  item.response = r.word(json, "response", Response::none, response_from);
  item.approval = r.text(json, "approval");
  item.status_raw = either(r, json, "status_as_adopted", "status_raw");
  item.progress = either(r, json, "progress_as_adopted", "progress");
  item.evidence = r.list(json, "evidence", [&](const Json& l) { return Link{r.text(l, "text"), r.text(l, "url")}; });
  item.absent = r.flag(json, "absent_from_newest_document");
  item.source_text = item.title;
  if (item.title.empty()) r.misfit("an item needs a \"title\"");
  return item;
}

template <class Noun, class Name>
void number_nameless(std::vector<Noun>& nouns, Name name) {
  std::set<std::string> taken;
  for (const auto& noun : nouns) taken.insert(noun.id.text);
  std::size_t next = 1;
  for (auto& noun : nouns) {
    if (!noun.id.empty()) continue;
    while (!taken.insert(std::to_string(next)).second) ++next;
    noun.id = name(std::to_string(next));
  }
}

// They belong to other plans: read as this plan's own they would be copies.
bool has_included(const Json& json) {
  const auto found = json.find("included");
  return found != json.end() && found->is_array() && !found->empty();
}

Plan read_published(JsonReader& r, const Json& json, const TimescaleSettings& usual) {
  Plan plan;
  if (!json.is_object() || !json.contains("items")) return r.misfit("this JSON is not a plan: it has no \"items\""), plan;
  plan.title = r.text(json, "title");
  plan.organisation = r.text(json, "organisation");
  plan.context = r.text(json, "context");
  plan.settings = read_settings(r, json, usual);
  plan.themes = r.list(json, "themes", [&](const Json& j) {
    return Theme{ThemeId(r.text(j, "id")), r.text(j, "title"), ThemeId(r.text(j, "parent")), {}};
  });
  number_nameless(plan.themes, [](std::string id) { return ThemeId(std::move(id)); });
  const ThemeNames themes(plan.themes, !json.contains("format"));
  plan.items = r.list(json, "items", [&](const Json& j) { return read_item_of(r, j, plan.settings, themes); });
  number_nameless(plan.items, [](std::string id) { return ItemId(std::move(id)); });
  plan.indicators = r.list(json, "indicators", [&](const Json& j) {
    return Indicator{IndicatorId(r.text(j, "id")), themes.find(r.text(j, "theme")), r.text(j, "text"), r.text(j, "unit"), {}};
  });
  number_nameless(plan.indicators, [](std::string id) { return IndicatorId(std::move(id)); });
  check_links(r, plan);
  if (has_included(json))
    plan.findings.push_back({"included_elsewhere", "Items that are at home in other plans were not read as items of this one.", "included"});
  return plan;
}

bool is_own_form(const Json& json) {
  const auto format = json.is_object() ? json.find("format") : json.end();
  return format != json.end() && *format == "makegood-plan-1";
}

}  // namespace

Result<Plan> read_any_plan(std::string_view text, const TimescaleSettings& usual) {
  const auto json = parse_json(text);
  if (!json) return tl::unexpected(json.error());
  if (is_own_form(*json)) return read_plan(text);
  JsonReader reader;
  auto plan = read_published(reader, *json, usual);
  if (reader.failed()) return tl::unexpected(reader.refusal());
  return plan;
}

}  // namespace makegood
