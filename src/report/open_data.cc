#include "json/json.h"
#include "report/addresses.h"
#include "report/report.h"

namespace makegood {
namespace {

OrderedJson links_json(const std::vector<Link>& links) {
  OrderedJson list = OrderedJson::array();
  for (const auto& link : links) list.push_back({{"text", link.text}, {"url", link.url}});
  return list;
}

void add_timescale(OrderedJson& json, const Plan& plan, const Item& item) {
  const auto& dates = item.dates();
  json["timescale"] = text_or_null(item.timescale_raw);
  json["start"] = day_or_null(dates.start);
  json["due"] = day_or_null(dates.due);
  json["milestones"] = OrderedJson::array();
  for (const auto& milestone : dates.milestones) json["milestones"].push_back(milestone.day.iso());
  json["recurs"] = text_or_null(word(dates.recurs));
  json["ongoing"] = dates.ongoing;
  json["complete"] = dates.complete;
  json["unparsed"] = dates.unparsed;
  json["condition"] = text_or_null(dates.condition);
  json["dates_from"] = text_or_null(word(dates_from(item, plan.settings)));
  json["first_due"] = day_or_null(item.first_due);
}

void add_rule(OrderedJson& json, const Item& item, const RuleBook& rules) {
  const auto status = rules.of(item);
  json["rule"] = std::string(word(status.rule));
  json["days"] = status.days ? OrderedJson(*status.days) : OrderedJson(nullptr);
  json["as_at"] = rules.today().iso();
}

/// Whose word is asked for, beside what the calendar says of it.
struct Sayings {
  const RuleBook& rules;
  const VoiceBook& voices;
};

OrderedJson to_json(const Plan& plan, const Item& item, const Sayings& sayings) {
  OrderedJson json = {{"id", item.id.text},
               {"url", item_path(plan, item.id)},
               {"ref", text_or_null(item.ref)},
               {"kind", std::string(word(item.kind))},
               {"parent", text_or_null(item.parent.text)},
               {"theme", text_or_null(item.theme.text)},
               {"title", item.title},
               {"detail", text_or_null(item.detail)},
               {"owners", item.owners},
               {"partners", item.partners},
               {"lead_authority", item.lead_authority}};
  add_timescale(json, plan, item);
  json["response"] = text_or_null(word(item.response));
  json["approval"] = text_or_null(item.approval);
  json["status_as_adopted"] = text_or_null(item.status_raw);
  json["progress_as_adopted"] = text_or_null(item.progress);
  json["evidence"] = links_json(item.evidence);
  json["absent_from_newest_document"] = item.absent;
  json["claim"] = claim_json(sayings.voices.of(item.id));
  json["finding"] = finding_json(sayings.voices.of(item.id));
  add_rule(json, item, sayings.rules);
  return json;
}

OrderedJson included_json(const Plan& plan, const std::vector<IncludedItem>& included, const Sayings& sayings) {
  OrderedJson list = OrderedJson::array();
  for (const auto& one : included) {
    std::vector<const Item*> items = {one.item};
    for (const auto* child : children_of(*one.home, one.item->id)) items.push_back(child);
    const auto& theme = one.inclusion.theme;
    for (const auto* item : items) {
      auto json = to_json(*one.home, *item, sayings);
      json["theme"] = text_or_null(find_theme(plan, theme) == nullptr ? std::string_view() : std::string_view(theme.text));
      json["home"] = one.home->slug;
      list.push_back(std::move(json));
    }
  }
  return list;
}

OrderedJson themes_json(const Plan& plan) {
  OrderedJson list = OrderedJson::array();
  for (const auto& theme : plan.themes)
    list.push_back({{"id", theme.id.text}, {"title", theme.title}, {"parent", text_or_null(theme.parent.text)}});
  return list;
}

OrderedJson indicators_json(const Plan& plan) {
  OrderedJson list = OrderedJson::array();
  for (const auto& indicator : plan.indicators)
    list.push_back({{"id", indicator.id.text},
                    {"theme", text_or_null(indicator.theme.text)},
                    {"text", indicator.text},
                    {"unit", text_or_null(indicator.unit)}});
  return list;
}

OrderedJson settings_json(const TimescaleSettings& settings) {
  return {{"financial_year_starts", settings.financial_year_starts},
          {"academic_year_starts", settings.academic_year_starts},
          {"quarters_are_financial", settings.quarters_are_financial},
          {"as_of", settings.as_of ? OrderedJson(*settings.as_of) : OrderedJson(nullptr)}};
}

std::string dump(const OrderedJson& json) { return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n"; }

}  // namespace

std::string plan_json(const Plan& plan, const RuleBook& rules, const std::vector<IncludedItem>& included, const VoiceBook& voices) {
  const Sayings sayings{rules, voices};
  OrderedJson json = {{"format", "makegood-open-1"},
               {"slug", plan.slug},
               {"url", plan_path(plan)},
               {"title", plan.title},
               {"organisation", text_or_null(plan.organisation)},
               {"context", text_or_null(plan.context)},
               {"settings", settings_json(plan.settings)},
               {"as_at", rules.today().iso()},
               {"links", {{"csv", plan_path(plan) + ".csv"}, {"history", plan_path(plan) + "/history.json"}}},
               {"themes", themes_json(plan)}};
  json["items"] = OrderedJson::array();
  for (const auto& item : plan.items) json["items"].push_back(to_json(plan, item, sayings));
  json["included"] = included_json(plan, included, sayings);
  json["indicators"] = indicators_json(plan);
  return dump(json);
}

std::string item_json(const Plan& plan, const Item& item, const RuleBook& rules, const VoiceBook& voices) {
  const Sayings sayings{rules, voices};
  OrderedJson json = to_json(plan, item, sayings);
  json["plan"] = plan_path(plan);
  json["commitments"] = OrderedJson::array();
  for (const auto* child : children_of(plan, item.id)) json["commitments"].push_back(to_json(plan, *child, sayings));
  return dump(json);
}

}  // namespace makegood
