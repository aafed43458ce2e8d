// Reads what write_plan writes, and distrusts it: the text may come from anybody.
#include "plan/json.h"
#include "plan/json_reader.h"

namespace makegood {
namespace {

Position read_position(JsonReader& r, const Json& object, const char* key) {
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

Findings read_findings(JsonReader& r, const Json& object) {
  return r.list(object, "findings", [&](const Json& json) {
    return Finding{r.text(json, "code"), r.text(json, "message"), r.text(json, "where")};
  });
}

Span read_span(JsonReader& r, const Json& object, const char* key) {
  const auto* json = r.member(object, key, Json::value_t::array, "a list");
  if (json == nullptr) return {};
  if (json->size() != 2) return r.misfit(fmt::format("\"{}\" has not two numbers", key)), Span{};
  return {static_cast<std::size_t>(r.whole((*json)[0], key)), static_cast<std::size_t>(r.whole((*json)[1], key))};
}

Recurrence read_recurrence(JsonReader& r, const Json& object) {
  return r.word(object, "recurs", Recurrence::none, [](const std::string& text) -> std::optional<Recurrence> {
    const auto recurs = recurrence_from(text);
    if (recurs == Recurrence::none) return std::nullopt;
    return recurs;
  });
}

Timescale read_dates(JsonReader& r, const Json& object, const char* key) {
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

std::vector<ItemId> read_ids(JsonReader& r, const Json& object, const char* key) {
  std::vector<ItemId> ids;
  for (auto& text : r.texts(object, key)) ids.emplace_back(std::move(text));
  return ids;
}

std::optional<Departure> read_departure(JsonReader& r, const Json& object) {
  const auto* json = r.member(object, "departure", Json::value_t::object, "an object");
  if (json == nullptr) return std::nullopt;
  return Departure{r.word(*json, "reason", DepartureReason::not_stated, departure_reason_from), read_ids(r, *json, "successors"),
                   r.text(*json, "note"), r.day(*json, "day")};
}

Item read_item_json(JsonReader& r, const Json& json) {
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

Theme read_theme(JsonReader& r, const Json& json) {
  Theme theme{ThemeId(r.text(json, "id")), r.text(json, "title"), ThemeId(r.text(json, "parent")),
              read_position(r, json, "source")};
  if (theme.id.empty()) r.misfit("a theme needs an id");
  return theme;
}

Indicator read_indicator(JsonReader& r, const Json& json) {
  return {IndicatorId(r.text(json, "id")), ThemeId(r.text(json, "theme")), r.text(json, "text"), r.text(json, "unit"),
          read_position(r, json, "source")};
}

Settlement read_settlement_json(JsonReader& r, const Json& json) {
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

Plan read_plan_json(JsonReader& r, const Json& json) {
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

FieldChange read_change(JsonReader& r, const Json& json) {
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
  return read_one<Correction>(json, [](JsonReader& r, const Json& object) {
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
  return read_one<MatchDecision>(json, [](JsonReader& r, const Json& object) {
    MatchDecision decision;
    decision.verdict = r.word(object, "verdict", MatchVerdict::same, match_verdict_from);
    decision.draft = ItemId(r.text(object, "draft"));
    decision.current = ItemId(r.text(object, "current"));
    decision.departure = read_departure(r, object).value_or(Departure{});
    return decision;
  });
}

Result<std::vector<FieldChange>> read_changes(std::string_view json) {
  return read_one<std::vector<FieldChange>>(json, [](JsonReader& r, const Json& array) {
    const Json object{{"changes", array}};
    return r.list(object, "changes", [&](const Json& j) { return read_change(r, j); });
  });
}

}  // namespace makegood
