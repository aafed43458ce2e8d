// Reads what write_plan writes, and distrusts it: the text may come from anybody.
#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "plan/json.h"

namespace makegood {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kDeepestTree = 64;  // themes under themes, items under items

// The depth of the deepest bracket, without parsing: a parser must never meet more than it can hold.
int depth_of(std::string_view text) {
  int depth = 0, deepest = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_text) {
      if (c == '\\') ++i;
      else if (c == '"') in_text = false;
    } else if (c == '"') in_text = true;
    else if (c == '{' || c == '[') deepest = std::max(deepest, ++depth);
    else if (c == '}' || c == ']') --depth;
  }
  return deepest;
}

Result<Json> parse(std::string_view text) {
  if (text.size() > kLargestPlanJson)
    return refuse(Fault::too_large, fmt::format("the JSON is over {} MB", kLargestPlanJson >> 20U));
  if (depth_of(text) > kDeepestPlanJson)
    return refuse(Fault::too_large, fmt::format("the JSON is nested more than {} deep", kDeepestPlanJson));
  auto json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return refuse(Fault::invalid_input, "this is not JSON");
  return json;
}

// Takes members out of objects. The first thing that does not fit is remembered with its place;
// from then on everything is empty, and the caller looks once, at the end.
class Reader {
 public:
  [[nodiscard]] bool failed() const { return !fault_.empty(); }
  [[nodiscard]] Refusal refusal() const { return {Fault::invalid_input, fault_, {}}; }

  void misfit(const std::string& what) {
    if (!failed()) fault_ = place_.empty() ? what : place_ + ": " + what;
  }

  const Json* member(const Json& object, const char* key, Json::value_t type, const char* type_name) {
    if (failed()) return nullptr;
    if (!object.is_object()) return misfit("an object is expected"), nullptr;
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return nullptr;
    if (found->type() != type) return misfit(fmt::format("\"{}\" is not {}", key, type_name)), nullptr;
    return &*found;
  }

  std::string text(const Json& object, const char* key) {
    const auto* value = member(object, key, Json::value_t::string, "a text");
    return value == nullptr ? std::string{} : value->get<std::string>();
  }
  bool flag(const Json& object, const char* key, bool usual = false) {
    const auto* value = member(object, key, Json::value_t::boolean, "true or false");
    return value == nullptr ? usual : value->get<bool>();
  }
  int number(const Json& object, const char* key, int usual = 0) {
    const auto* value = member(object, key, Json::value_t::number_unsigned, "a whole number");
    return value == nullptr ? usual : whole(*value, key);
  }
  int whole(const Json& value, const char* key) {
    const auto n = value.is_number_unsigned() ? value.get<std::uint64_t>() : std::numeric_limits<std::uint64_t>::max();
    if (n > 1'000'000'000U) return misfit(fmt::format("\"{}\" is not a number that makes sense", key)), 0;
    return static_cast<int>(n);
  }
  double share(const Json& object, const char* key) {
    if (failed() || !object.is_object() || !object.contains(key)) return 1.0;
    const auto& value = object.at(key);
    const double share = value.is_number() ? value.get<double>() : -1.0;
    if (share < 0.0 || share > 1.0) return misfit(fmt::format("\"{}\" is not between 0 and 1", key)), 1.0;
    return share;
  }
  std::optional<Day> day(const Json& object, const char* key) {
    const auto iso = text(object, key);
    if (iso.empty()) return std::nullopt;
    auto day = Day::parse(iso);
    if (!day) return misfit(fmt::format("\"{}\" is not a date: {}", key, shorten(iso, 40))), std::nullopt;
    return *day;
  }
  template <class Value, class From>
  Value word(const Json& object, const char* key, Value usual, From from) {
    const auto text = this->text(object, key);
    if (text.empty()) return usual;
    const auto value = from(text);
    if (!value) return misfit(fmt::format("\"{}\" is not a known word: {}", key, shorten(text, 40))), usual;
    return *value;
  }

  template <class Read>
  auto list(const Json& object, const char* key, Read read) {
    std::vector<decltype(read(object))> values;
    const auto* array = member(object, key, Json::value_t::array, "a list");
    if (array == nullptr) return values;
    const auto outside = place_;
    for (std::size_t i = 0; i < array->size() && !failed(); ++i) {
      place_ = fmt::format("{}{}{} {}", outside, outside.empty() ? "" : ", ", key, i + 1);
      values.push_back(read((*array)[i]));
    }
    place_ = outside;
    return values;
  }
  std::vector<std::string> texts(const Json& object, const char* key) {
    return list(object, key, [&](const Json& value) {
      if (!value.is_string()) misfit("a text is expected");
      return value.is_string() ? value.get<std::string>() : std::string{};
    });
  }

 private:
  std::string fault_, place_;
};

Position read_position(Reader& r, const Json& object, const char* key) {
  Position position;
  const auto* json = r.member(object, key, Json::value_t::object, "an object");
  if (json == nullptr) return position;
  position.page = r.number(*json, "page");
  position.sheet = r.text(*json, "sheet");
  position.block = r.number(*json, "block");
  position.row = r.number(*json, "row");
  position.column = r.number(*json, "column");
  position.line = r.number(*json, "line");
  return position;
}

Findings read_findings(Reader& r, const Json& object) {
  return r.list(object, "findings", [&](const Json& json) {
    return Finding{r.text(json, "code"), r.text(json, "message"), r.text(json, "where")};
  });
}

Span read_span(Reader& r, const Json& object, const char* key) {
  const auto* json = r.member(object, key, Json::value_t::array, "a list");
  if (json == nullptr) return {};
  if (json->size() != 2) return r.misfit(fmt::format("\"{}\" has not two numbers", key)), Span{};
  return {static_cast<std::size_t>(r.whole((*json)[0], key)), static_cast<std::size_t>(r.whole((*json)[1], key))};
}

Recurrence read_recurrence(Reader& r, const Json& object) {
  return r.word(object, "recurs", Recurrence::none, [](const std::string& text) -> std::optional<Recurrence> {
    const auto recurs = recurrence_from(text);
    if (recurs == Recurrence::none) return std::nullopt;
    return recurs;
  });
}

Timescale read_dates(Reader& r, const Json& object, const char* key) {
  Timescale t;
  const auto* json = r.member(object, key, Json::value_t::object, "an object");
  if (json == nullptr) return t;
  t.start = r.day(*json, "start");
  t.due = r.day(*json, "due");
  t.milestones = r.list(*json, "milestones", [&](const Json& m) {
    const auto day = r.day(m, "day");
    if (!day) r.misfit("a milestone needs a day");
    return Milestone{day.value_or(Day{}), read_span(r, m, "span")};
  });
  t.recurs = read_recurrence(r, *json);
  t.ongoing = r.flag(*json, "ongoing");
  t.complete = r.flag(*json, "complete");
  t.unparsed = r.flag(*json, "unparsed");
  t.condition = r.text(*json, "condition");
  t.confidence = r.share(*json, "confidence");
  t.start_span = read_span(r, *json, "start_span");
  t.due_span = read_span(r, *json, "due_span");
  t.findings = read_findings(r, *json);
  return t;
}

std::vector<ItemId> read_ids(Reader& r, const Json& object, const char* key) {
  std::vector<ItemId> ids;
  for (auto& text : r.texts(object, key)) ids.emplace_back(std::move(text));
  return ids;
}

std::optional<Departure> read_departure(Reader& r, const Json& object) {
  const auto* json = r.member(object, "departure", Json::value_t::object, "an object");
  if (json == nullptr) return std::nullopt;
  return Departure{r.word(*json, "reason", DepartureReason::not_stated, departure_reason_from), read_ids(r, *json, "successors"),
                   r.text(*json, "note"), r.day(*json, "day")};
}

Item read_item_json(Reader& r, const Json& json) {
  Item item;
  item.id = ItemId(r.text(json, "id"));
  item.ref = r.text(json, "ref");
  item.kind = r.word(json, "kind", ItemKind::action, item_kind_from);
  item.parent = ItemId(r.text(json, "parent"));
  item.theme = ThemeId(r.text(json, "theme"));
  item.title = r.text(json, "title");
  item.detail = r.text(json, "detail");
  item.owners = r.texts(json, "owners");
  item.partners = r.texts(json, "partners");
  item.lead_authority = r.texts(json, "lead_authority");
  item.timescale_raw = r.text(json, "timescale_raw");
  item.timescale = read_dates(r, json, "timescale");
  if (r.flag(json, "confirmed_by_person")) item.confirmed = read_dates(r, json, "confirmed");
  item.first_due = r.day(json, "first_due");
  item.last_word = r.day(json, "last_word");
  item.absent = r.flag(json, "absent");
  item.departure = read_departure(r, json);
  item.came_from = read_ids(r, json, "came_from");
  item.status_raw = r.text(json, "status_raw");
  item.response = r.word(json, "response", Response::none, response_from);
  item.progress = r.text(json, "progress");
  item.approval = r.text(json, "approval");
  item.evidence = r.list(json, "evidence", [&](const Json& l) { return Link{r.text(l, "text"), r.text(l, "url")}; });
  item.source = read_position(r, json, "source");
  item.source_text = r.text(json, "source_text");
  item.confidence = r.share(json, "confidence");
  item.findings = read_findings(r, json);
  if (item.id.empty()) r.misfit("an item needs an id");
  return item;
}

Theme read_theme(Reader& r, const Json& json) {
  Theme theme{ThemeId(r.text(json, "id")), r.text(json, "title"), ThemeId(r.text(json, "parent")),
              read_position(r, json, "source")};
  if (theme.id.empty()) r.misfit("a theme needs an id");
  return theme;
}

Indicator read_indicator(Reader& r, const Json& json) {
  return {IndicatorId(r.text(json, "id")), ThemeId(r.text(json, "theme")), r.text(json, "text"), r.text(json, "unit"),
          read_position(r, json, "source")};
}

TimescaleSettings read_settings(Reader& r, const Json& json) {
  TimescaleSettings settings;
  const auto* object = r.member(json, "settings", Json::value_t::object, "an object");
  if (object == nullptr) return settings;
  const auto month = [&](const char* key, int usual) {
    const int number = r.number(*object, key, usual);
    if (number < 1 || number > 12) r.misfit(fmt::format("\"{}\" is not a month", key));
    return number;
  };
  settings.financial_year_starts = month("financial_year_starts", settings.financial_year_starts);
  settings.academic_year_starts = month("academic_year_starts", settings.academic_year_starts);
  settings.quarters_are_financial = r.flag(*object, "quarters_are_financial", true);
  if (const int year = r.number(*object, "as_of"); year != 0) settings.as_of = year;
  return settings;
}

Settlement read_settlement_json(Reader& r, const Json& json) {
  Settlement settlement;
  settlement.item = ItemId(r.text(json, "item"));
  settlement.code = r.text(json, "code");
  settlement.ordinal = r.number(json, "ordinal");
  settlement.decision = r.word(json, "decision", Decision::leave, decision_from);
  settlement.dates = read_dates(r, json, "dates");
  settlement.owners = r.texts(json, "owners");
  settlement.note = r.text(json, "note");
  return settlement;
}

template <class Noun>
std::set<std::string> ids_of(Reader& r, const std::vector<Noun>& nouns, const char* what) {
  std::set<std::string> ids;
  for (const auto& noun : nouns)
    if (!ids.insert(noun.id.text).second) r.misfit(fmt::format("two {} have the id {}", what, shorten(noun.id.text, 40)));
  return ids;
}

// Whoever walks up from a child must arrive.
template <class Noun>
void check_ancestry(Reader& r, const std::vector<Noun>& nouns, const char* what) {
  std::map<std::string, std::string> parent_of;
  for (const auto& noun : nouns) parent_of.emplace(noun.id.text, noun.parent.text);
  for (const auto& noun : nouns) {
    std::size_t steps = 0;
    for (auto at = parent_of.find(noun.id.text); at != parent_of.end(); at = parent_of.find(at->second))
      if (++steps > kDeepestTree) return r.misfit(fmt::format("{} {} is its own ancestor", what, shorten(noun.id.text, 40)));
  }
}

void check_links(Reader& r, const Plan& plan) {
  const auto themes = ids_of(r, plan.themes, "themes");
  const auto items = ids_of(r, plan.items, "items");
  const auto check = [&](const std::set<std::string>& ids, const std::string& id, const char* what) {
    if (!id.empty() && !ids.contains(id)) r.misfit(fmt::format("there is no {} with the id {}", what, shorten(id, 40)));
  };
  for (const auto& theme : plan.themes) check(themes, theme.parent.text, "theme");
  for (const auto& indicator : plan.indicators) check(themes, indicator.theme.text, "theme");
  for (const auto& item : plan.items) {
    check(themes, item.theme.text, "theme");
    check(items, item.parent.text, "item");
  }
  check_ancestry(r, plan.themes, "theme");
  check_ancestry(r, plan.items, "item");
}

template <class Value, class Read>
Result<Value> read_one(std::string_view text, Read read) {
  const auto json = parse(text);
  if (!json) return tl::unexpected(json.error());
  Reader reader;
  Value value = read(reader, *json);
  if (reader.failed()) return tl::unexpected(reader.refusal());
  return value;
}

Plan read_plan_json(Reader& r, const Json& json) {
  Plan plan;
  if (r.text(json, "format") != "makegood-plan-1") r.misfit("\"format\" is not makegood-plan-1");
  plan.slug = r.text(json, "slug");
  plan.title = r.text(json, "title");
  plan.organisation = r.text(json, "organisation");
  plan.context = r.text(json, "context");
  plan.settings = read_settings(r, json);
  plan.themes = r.list(json, "themes", [&](const Json& j) { return read_theme(r, j); });
  plan.items = r.list(json, "items", [&](const Json& j) { return read_item_json(r, j); });
  plan.indicators = r.list(json, "indicators", [&](const Json& j) { return read_indicator(r, j); });
  plan.findings = read_findings(r, json);
  plan.settlements = r.list(json, "settlements", [&](const Json& j) { return read_settlement_json(r, j); });
  check_links(r, plan);
  return plan;
}

FieldChange read_change(Reader& r, const Json& json) {
  FieldChange change;
  const auto field = item_field_from(r.text(json, "field"));
  if (!field) r.misfit("\"field\" is not a field of an item");
  change.field = field.value_or(ItemField::title);
  change.before = r.texts(json, "before");
  change.after = r.texts(json, "after");
  return change;
}

}  // namespace

Result<Plan> read_plan(std::string_view json) { return read_one<Plan>(json, read_plan_json); }
Result<Item> read_item(std::string_view json) { return read_one<Item>(json, read_item_json); }

Result<Settlement> read_settlement(std::string_view json) { return read_one<Settlement>(json, read_settlement_json); }

Result<Correction> read_correction(std::string_view json) {
  return read_one<Correction>(json, [](Reader& r, const Json& object) {
    Correction correction;
    correction.item = ItemId(r.text(object, "item"));
    const auto field = item_field_from(r.text(object, "field"));
    if (!field) r.misfit("\"field\" is not a field of an item");
    correction.field = field.value_or(ItemField::title);
    correction.values = r.texts(object, "values");
    correction.reason = r.text(object, "reason");
    return correction;
  });
}

Result<MatchDecision> read_match_decision(std::string_view json) {
  return read_one<MatchDecision>(json, [](Reader& r, const Json& object) {
    MatchDecision decision;
    decision.verdict = r.word(object, "verdict", MatchVerdict::same, match_verdict_from);
    decision.draft = ItemId(r.text(object, "draft"));
    decision.current = ItemId(r.text(object, "current"));
    decision.departure = read_departure(r, object).value_or(Departure{});
    return decision;
  });
}

Result<std::vector<FieldChange>> read_changes(std::string_view json) {
  return read_one<std::vector<FieldChange>>(json, [](Reader& r, const Json& array) {
    const Json object{{"changes", array}};
    return r.list(object, "changes", [&](const Json& j) { return read_change(r, j); });
  });
}

}  // namespace makegood
