#include "json/json.h"
#include "plan/json.h"

namespace makegood {
namespace {

template <class List, class Make>
OrderedJson list(const List& values, Make make) {
  OrderedJson json = OrderedJson::array();
  for (const auto& value : values) json.push_back(make(value));
  return json;
}

OrderedJson position_json(const Position& position) {
  JsonObject o;
  o.number("page", position.page);
  o.text("sheet", position.sheet);
  o.number("block", position.block);
  o.number("row", position.row);
  o.number("column", position.column);
  o.number("line", position.line);
  return o.take();
}

OrderedJson finding_json(const Finding& finding) {
  JsonObject o;
  o.text("code", finding.code);
  o.text("message", finding.message);
  o.text("where", finding.where);
  return o.take();
}

OrderedJson span_json(const Span& span) {
  if (span == Span{}) return OrderedJson::array();
  return OrderedJson::array({span.from, span.to});
}

OrderedJson timescale_json(const Timescale& t) {
  JsonObject o;
  o.day("start", t.start);
  o.day("due", t.due);
  o.member("milestones", list(t.milestones, [](const Milestone& m) {
             JsonObject milestone;
             milestone.text("day", m.day.iso());
             milestone.member("span", span_json(m.span));
             return milestone.take();
           }));
  o.text("recurs", word(t.recurs));
  o.flag("ongoing", t.ongoing);
  o.flag("complete", t.complete);
  o.flag("unparsed", t.unparsed);
  o.text("condition", t.condition);
  o.share("confidence", t.confidence);
  o.member("start_span", span_json(t.start_span));
  o.member("due_span", span_json(t.due_span));
  o.member("findings", list(t.findings, finding_json));
  return o.take();
}

OrderedJson link_json(const Link& link) {
  JsonObject o;
  o.text("text", link.text);
  o.text("url", link.url);
  return o.take();
}

std::vector<std::string> texts_of(const std::vector<ItemId>& ids) {
  std::vector<std::string> texts;
  for (const auto& id : ids) texts.push_back(id.text);
  return texts;
}

OrderedJson departure_json(const Departure& departure) {
  JsonObject o;
  o.text("reason", word(departure.reason));
  o.texts("successors", texts_of(departure.successors));
  o.text("note", departure.note);
  o.day("day", departure.day);
  return o.take();
}

OrderedJson item_json(const Item& item) {
  JsonObject o;
  o.text("id", item.id.text);
  o.text("ref", item.ref);
  o.text("kind", word(item.kind));
  o.text("parent", item.parent.text);
  o.text("theme", item.theme.text);
  o.text("title", item.title);
  o.text("detail", item.detail);
  o.texts("owners", item.owners);
  o.texts("partners", item.partners);
  o.texts("lead_authority", item.lead_authority);
  o.text("timescale_raw", item.timescale_raw);
  o.member("timescale", timescale_json(item.timescale));
  if (item.confirmed) {
    // Present even when it says nothing: "there is no date" is itself a decision.
    o.flag("confirmed_by_person", true);
    o.member("confirmed", timescale_json(*item.confirmed));
  }
  o.day("first_due", item.first_due);
  o.day("last_word", item.last_word);
  o.flag("absent", item.absent);
  if (item.departure) o.member("departure", departure_json(*item.departure));
  o.texts("came_from", texts_of(item.came_from));
  o.text("status_raw", item.status_raw);
  o.text("response", word(item.response));
  o.text("progress", item.progress);
  o.text("approval", item.approval);
  o.member("evidence", list(item.evidence, link_json));
  o.member("source", position_json(item.source));
  o.text("source_text", item.source_text);
  o.share("confidence", item.confidence);
  o.member("findings", list(item.findings, finding_json));
  return o.take();
}

OrderedJson theme_json(const Theme& theme) {
  JsonObject o;
  o.text("id", theme.id.text);
  o.text("title", theme.title);
  o.text("parent", theme.parent.text);
  o.member("source", position_json(theme.source));
  return o.take();
}

OrderedJson indicator_json(const Indicator& indicator) {
  JsonObject o;
  o.text("id", indicator.id.text);
  o.text("theme", indicator.theme.text);
  o.text("text", indicator.text);
  o.text("unit", indicator.unit);
  o.member("source", position_json(indicator.source));
  return o.take();
}

OrderedJson settings_json(const TimescaleSettings& settings) {
  const TimescaleSettings usual;
  JsonObject o;
  o.number("financial_year_starts", settings.financial_year_starts, usual.financial_year_starts);
  o.number("academic_year_starts", settings.academic_year_starts, usual.academic_year_starts);
  o.flag("quarters_are_financial", settings.quarters_are_financial, usual.quarters_are_financial);
  if (settings.as_of) o.number("as_of", *settings.as_of);
  return o.take();
}

OrderedJson settlement_json(const Settlement& settlement) {
  JsonObject o;
  o.text("item", settlement.item.text);
  o.text("code", settlement.code);
  o.number("ordinal", settlement.ordinal);
  o.text("decision", word(settlement.decision));
  o.member("dates", timescale_json(settlement.dates));
  o.texts("owners", settlement.owners);
  o.text("note", settlement.note);
  return o.take();
}

OrderedJson head_json(const Plan& plan) {
  JsonObject o;
  o.text("format", "makegood-plan-1");
  o.text("slug", plan.slug);
  o.text("title", plan.title);
  o.text("organisation", plan.organisation);
  o.text("context", plan.context);
  o.member("settings", settings_json(plan.settings));
  o.member("themes", list(plan.themes, theme_json));
  o.member("indicators", list(plan.indicators, indicator_json));
  o.member("findings", list(plan.findings, finding_json));
  o.member("settlements", list(plan.settlements, settlement_json));
  return o.take();
}

OrderedJson change_json(const FieldChange& change) {
  JsonObject o;
  o.text("field", word(change.field));
  o.texts("before", change.before);
  o.texts("after", change.after);
  return o.take();
}

std::string on_one_line(const OrderedJson& json) { return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace); }

}  // namespace

std::string write_plan(const Plan& plan) {
  auto json = head_json(plan);
  json["items"] = list(plan.items, item_json);
  return on_one_line(json);
}

std::string write_plan_head(const Plan& plan) { return on_one_line(head_json(plan)); }
std::string write_item(const Item& item) { return on_one_line(item_json(item)); }
std::string write_settlement(const Settlement& settlement) { return on_one_line(settlement_json(settlement)); }

std::string write_correction(const Correction& correction) {
  JsonObject o;
  o.text("item", correction.item.text);
  o.text("field", word(correction.field));
  o.texts("values", correction.values);
  o.text("reason", correction.reason);
  return on_one_line(o.take());
}

std::string write_match_decision(const MatchDecision& decision) {
  JsonObject o;
  o.text("verdict", word(decision.verdict));
  o.text("draft", decision.draft.text);
  o.text("current", decision.current.text);
  if (decision.verdict == MatchVerdict::gone) o.member("departure", departure_json(decision.departure));
  return on_one_line(o.take());
}

std::string write_changes(const std::vector<FieldChange>& changes) { return on_one_line(list(changes, change_json)); }

}  // namespace makegood
