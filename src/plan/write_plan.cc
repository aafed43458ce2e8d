#include "plan/json.h"
#include "plan/json_object.h"

namespace makegood {
namespace {

using Json = JsonObject::Json;
using Object = JsonObject;

Json position_json(const Position& position) {
  Object o;
  o.number("page", position.page);
  o.text("sheet", position.sheet);
  o.number("block", position.block);
  o.number("row", position.row);
  o.number("column", position.column);
  o.number("line", position.line);
  return o.take();
}

Json finding_json(const Finding& finding) {
  Object o;
  o.text("code", finding.code);
  o.text("message", finding.message);
  o.text("where", finding.where);
  return o.take();
}

Json span_json(const Span& span) {
  if (span == Span{}) return Json::array();
  return Json::array({span.from, span.to});
}

Json timescale_json(const Timescale& t) {
  Object o;
  o.day("start", t.start);
  o.day("due", t.due);
  o.member("milestones", json_list(t.milestones, [](const Milestone& m) {
             Object milestone;
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
  o.member("findings", json_list(t.findings, finding_json));
  return o.take();
}

Json link_json(const Link& link) {
  Object o;
  o.text("text", link.text);
  o.text("url", link.url);
  return o.take();
}

std::vector<std::string> texts_of(const std::vector<ItemId>& ids) {
  std::vector<std::string> texts;
  for (const auto& id : ids) texts.push_back(id.text);
  return texts;
}

Json departure_json(const Departure& departure) {
  Object o;
  o.text("reason", word(departure.reason));
  o.texts("successors", texts_of(departure.successors));
  o.text("note", departure.note);
  o.day("day", departure.day);
  return o.take();
}

Json item_json(const Item& item) {
  Object o;
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
  o.member("evidence", json_list(item.evidence, link_json));
  o.member("source", position_json(item.source));
  o.text("source_text", item.source_text);
  o.share("confidence", item.confidence);
  o.member("findings", json_list(item.findings, finding_json));
  return o.take();
}

Json theme_json(const Theme& theme) {
  Object o;
  o.text("id", theme.id.text);
  o.text("title", theme.title);
  o.text("parent", theme.parent.text);
  o.member("source", position_json(theme.source));
  return o.take();
}

Json indicator_json(const Indicator& indicator) {
  Object o;
  o.text("id", indicator.id.text);
  o.text("theme", indicator.theme.text);
  o.text("text", indicator.text);
  o.text("unit", indicator.unit);
  o.member("source", position_json(indicator.source));
  return o.take();
}

Json settings_json(const TimescaleSettings& settings) {
  const TimescaleSettings usual;
  Object o;
  o.number("financial_year_starts", settings.financial_year_starts, usual.financial_year_starts);
  o.number("academic_year_starts", settings.academic_year_starts, usual.academic_year_starts);
  o.flag("quarters_are_financial", settings.quarters_are_financial, usual.quarters_are_financial);
  if (settings.as_of) o.number("as_of", *settings.as_of);
  return o.take();
}

Json settlement_json(const Settlement& settlement) {
  Object o;
  o.text("item", settlement.item.text);
  o.text("code", settlement.code);
  o.number("ordinal", settlement.ordinal);
  o.text("decision", word(settlement.decision));
  o.member("dates", timescale_json(settlement.dates));
  o.texts("owners", settlement.owners);
  o.text("note", settlement.note);
  return o.take();
}

Json head_json(const Plan& plan) {
  Object o;
  o.text("format", "makegood-plan-1");
  o.text("slug", plan.slug);
  o.text("title", plan.title);
  o.text("organisation", plan.organisation);
  o.text("context", plan.context);
  o.member("settings", settings_json(plan.settings));
  o.member("themes", json_list(plan.themes, theme_json));
  o.member("indicators", json_list(plan.indicators, indicator_json));
  o.member("findings", json_list(plan.findings, finding_json));
  o.member("settlements", json_list(plan.settlements, settlement_json));
  return o.take();
}

Json change_json(const FieldChange& change) {
  Object o;
  o.text("field", word(change.field));
  o.texts("before", change.before);
  o.texts("after", change.after);
  return o.take();
}

}  // namespace

std::string write_plan(const Plan& plan) {
  auto json = head_json(plan);
  json["items"] = json_list(plan.items, item_json);
  return on_one_line(json);
}

std::string write_plan_head(const Plan& plan) { return on_one_line(head_json(plan)); }
std::string write_item(const Item& item) { return on_one_line(item_json(item)); }
std::string write_settlement(const Settlement& settlement) { return on_one_line(settlement_json(settlement)); }

std::string write_correction(const Correction& correction) {
  Object o;
  o.text("item", correction.item.text);
  o.text("field", word(correction.field));
  o.texts("values", correction.values);
  o.text("reason", correction.reason);
  return on_one_line(o.take());
}

std::string write_match_decision(const MatchDecision& decision) {
  Object o;
  o.text("verdict", word(decision.verdict));
  o.text("draft", decision.draft.text);
  o.text("current", decision.current.text);
  if (decision.verdict == MatchVerdict::gone) o.member("departure", departure_json(decision.departure));
  return on_one_line(o.take());
}

std::string write_changes(const std::vector<FieldChange>& changes) { return on_one_line(json_list(changes, change_json)); }

}  // namespace makegood
