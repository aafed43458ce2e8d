#include <cmath>

#include "json/json.h"
#include "progress/indicator.h"

namespace makegood {
namespace {

void add(JsonObject& o, const char* key, const std::optional<double>& value) {
  if (value) o.always(key, *value);
}

std::optional<double> number(JsonReader& r, const Json& json, const char* key) {
  if (r.failed() || !json.is_object()) return std::nullopt;
  const auto found = json.find(key);
  if (found == json.end() || found->is_null()) return std::nullopt;
  if (!found->is_number() || !std::isfinite(found->get<double>())) return r.misfit(fmt::format("\"{}\" is not a number", key)), std::nullopt;
  return found->get<double>();
}

IndicatorId needed_id(JsonReader& r, const Json& json) {
  auto id = r.text(json, "id");
  if (id.empty()) r.misfit("\"id\" is missing");
  return IndicatorId(std::move(id));
}

}  // namespace

std::string write_indicator_terms(const IndicatorTerms& terms) {
  JsonObject o;
  o.text("plan", terms.plan);
  o.text("id", terms.id.text);
  o.text("text", terms.text);
  o.text("unit", terms.unit);
  add(o, "baseline", terms.baseline);
  o.day("baseline_day", terms.baseline_day);
  o.text("baseline_source", terms.baseline_source);
  o.text("target_kind", terms.target_kind == TargetKind::none ? "" : word(terms.target_kind));
  add(o, "target", terms.target);
  o.day("target_day", terms.target_day);
  o.flag("about_people", terms.about_people, true);
  o.member("items", json_list(terms.items, [](const ItemId& id) { return id.text; }));
  o.text("note", terms.note);
  return o.line();
}

std::string write_indicator_value(const IndicatorValue& value) {
  JsonObject o;
  o.text("plan", value.plan);
  o.text("id", value.id.text);
  o.day("first", value.first);
  o.day("last", value.last);
  add(o, "numerator", value.numerator);
  add(o, "denominator", value.denominator);
  add(o, "value", value.value);
  o.text("status", letter(value.status));
  o.text("source", value.source);
  o.text("note", value.note);
  o.text("actor", value.actor);
  return o.line();
}

Result<IndicatorTerms> read_indicator_terms(std::string_view text) {
  return read_one<IndicatorTerms>(text, [](JsonReader& r, const Json& json) {
    IndicatorTerms terms;
    terms.plan = r.text(json, "plan");
    terms.id = needed_id(r, json);
    terms.text = r.text(json, "text");
    terms.unit = r.text(json, "unit");
    terms.baseline = number(r, json, "baseline");
    terms.baseline_day = r.day(json, "baseline_day");
    terms.baseline_source = r.text(json, "baseline_source");
    terms.target_kind = r.word(json, "target_kind", TargetKind::none, target_kind_from);
    terms.target = number(r, json, "target");
    terms.target_day = r.day(json, "target_day");
    terms.about_people = r.flag(json, "about_people", true);
    for (auto& id : r.texts(json, "items")) terms.items.emplace_back(std::move(id));
    terms.note = r.text(json, "note");
    return terms;
  });
}

Result<IndicatorValue> read_indicator_value(std::string_view text) {
  return read_one<IndicatorValue>(text, [](JsonReader& r, const Json& json) {
    IndicatorValue value;
    value.plan = r.text(json, "plan");
    value.id = needed_id(r, json);
    value.first = r.needed_day(json, "first");
    value.last = r.needed_day(json, "last");
    value.numerator = number(r, json, "numerator");
    value.denominator = number(r, json, "denominator");
    value.value = number(r, json, "value");
    value.status = r.word(json, "status", ValueStatus::ok, value_status_from);
    value.source = r.text(json, "source");
    value.note = r.text(json, "note");
    value.actor = r.text(json, "actor");
    return value;
  });
}

}  // namespace makegood
