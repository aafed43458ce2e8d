// The neutral shape, in which acceptance checks and other people's scripts read an import.
#include "json/json.h"
#include "plan/json.h"

namespace makegood {
namespace {

OrderedJson neutral_finding(const Finding& finding) {
  return {{"code", finding.code}, {"message", finding.message}, {"where", finding.where}};
}

OrderedJson neutral_findings(const Findings& findings) {
  OrderedJson list = OrderedJson::array();
  for (const auto& finding : findings) list.push_back(neutral_finding(finding));
  return list;
}

OrderedJson source_json(const Position& source) {
  OrderedJson json = OrderedJson::object();
  const auto add = [&](const char* key, int n) {
    if (n > 0) json[key] = n;
  };
  add("page", source.page);
  if (!source.sheet.empty()) json["sheet"] = source.sheet;
  add("block", source.block);
  add("row", source.row);
  add("cell", source.column);
  add("line", source.line);
  return json;
}

OrderedJson milestones_json(const Timescale& dates) {
  OrderedJson list = OrderedJson::array();
  for (const auto& milestone : dates.milestones) list.push_back(milestone.day.iso());
  return list;
}

std::string_view theme_text(const Plan& plan, const ThemeId& id) {
  const auto* theme = find_theme(plan, id);
  return theme == nullptr ? std::string_view{} : std::string_view(theme->title);
}

std::string_view parent_ref(const Plan& plan, const Item& item) {
  const auto* parent = item.parent.empty() ? nullptr : find_item(plan, item.parent);
  return parent == nullptr ? std::string_view{} : std::string_view(parent->ref);
}

void add_dates(OrderedJson& json, const Item& item) {
  const auto& dates = item.dates();
  json["timescale_raw"] = text_or_null(item.timescale_raw);
  json["start"] = day_or_null(dates.start);
  json["due"] = day_or_null(dates.due);
  json["recurs"] = text_or_null(word(dates.recurs));
  json["ongoing"] = dates.ongoing;
  json["complete"] = dates.complete;
  json["unparsed"] = dates.unparsed;
  json["milestones"] = milestones_json(dates);
  json["condition"] = text_or_null(dates.condition);
}

OrderedJson item_json(const Plan& plan, const Item& item) {
  OrderedJson json = {{"id", item.id.text},
               {"ref", text_or_null(item.ref)},
               {"kind", std::string(word(item.kind))},
               {"parent", text_or_null(item.parent.text)},
               {"parent_ref", text_or_null(parent_ref(plan, item))},
               {"theme", text_or_null(theme_text(plan, item.theme))},
               {"title", item.title},
               {"detail", text_or_null(item.detail)},
               {"owners", item.owners},
               {"partners", item.partners},
               {"lead_authority", item.lead_authority}};
  add_dates(json, item);
  json["response"] = text_or_null(word(item.response));
  json["status_raw"] = text_or_null(item.status_raw);
  json["progress"] = text_or_null(item.progress);
  json["approval"] = text_or_null(item.approval);
  json["source"] = source_json(item.source);
  json["confidence"] = item.confidence;
  json["findings"] = neutral_findings(findings_of(item));
  return json;
}

OrderedJson indicator_json(const Plan& plan, const Indicator& indicator) {
  return {{"theme", text_or_null(theme_text(plan, indicator.theme))},
          {"text", indicator.text},
          {"unit", text_or_null(indicator.unit)},
          {"source", source_json(indicator.source)}};
}

std::string dump(const OrderedJson& json) { return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace); }

// The items stand between the rest: written one at a time, because a tree of a hundred thousand of
// them would need more memory than the plan.
void write_items(const Plan& plan, const Sink& sink) {
  sink("[");
  for (std::size_t i = 0; i < plan.items.size(); ++i)
    sink((i == 0 ? "\n    " : ",\n    ") + replace_all(dump(item_json(plan, plan.items[i])), "\n", "\n    "));
  sink(plan.items.empty() ? "]" : "\n  ]");
}

}  // namespace

void write_neutral(const Plan& plan, const Sink& sink) {
  constexpr std::string_view kPlace = "\"items\": null";
  OrderedJson json = {{"title", plan.title}, {"organisation", text_or_null(plan.organisation)}};
  json["themes"] = OrderedJson::array();
  for (const auto& theme : plan.themes)
    json["themes"].push_back(
        {{"id", theme.id.text}, {"title", theme.title}, {"parent", text_or_null(theme.parent.text)}});
  json["items"] = nullptr;
  json["indicators"] = OrderedJson::array();
  for (const auto& indicator : plan.indicators) json["indicators"].push_back(indicator_json(plan, indicator));
  json["findings"] = neutral_findings(plan.findings);
  const auto rest = dump(json) + "\n";
  const auto place = rest.find(kPlace);  // the only one with bare quotes: inside strings they are escaped
  sink(rest.substr(0, place) + "\"items\": ");
  write_items(plan, sink);
  sink(std::string_view(rest).substr(place + kPlace.size()));
}

std::string write_neutral(const Plan& plan) {
  std::string out;
  write_neutral(plan, [&](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace makegood
