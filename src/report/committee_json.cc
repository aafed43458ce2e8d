// The same report for programs. Words are codes; days are ISO; what is not there is left out.
#include "json/json.h"
#include "report/committee.h"

namespace makegood {
namespace {

OrderedJson report_item_json(const ReportItem& item) {
  JsonObject o;
  o.text("id", item.id.text);
  o.text("ref", item.ref);
  o.text("title", item.title);
  o.text("theme", item.theme);
  o.flag("counted", item.alone, false);
  o.texts("owners", item.owners);
  o.text("claim", word(item.claim));
  o.day("claimed", item.claimed);
  o.text("finding", word(item.found));
  o.flag("finding_is_older", item.finding_is_older);
  o.text("rule", word(item.calendar.rule));
  if (item.calendar.days) o.always("days", *item.calendar.days);
  o.day("original", item.original);
  o.day("due", item.due);
  o.day("forecast", item.forecast);
  o.number("redatings", item.redatings);
  o.flag("spoke", item.spoke);
  o.flag("no_change", item.no_change);
  o.text("words", item.words);
  o.flag("newly_complete", item.newly_complete);
  o.flag("complete_without_evidence", item.complete_without_evidence);
  o.member("figures", json_list(item.figures, [](const OutcomeFigure& f) { return OrderedJson{{"text", f.text}, {"source", f.source}}; }));
  return o.take();
}

OrderedJson silence_json(const Silence& silence) {
  JsonObject o;
  o.text("organisation", silence.organisation);
  o.always("items", json_list(silence.items, [](const ItemId& id) { return OrderedJson(id.text); }));
  o.day("asked", silence.asked);
  o.day("ended", silence.ended);
  return o.take();
}

OrderedJson passed_json(const OwnerPlace& place) {
  JsonObject o;
  o.text("owner", place.written);
  o.text("now", place.now);
  o.day("ended", place.ended);
  return o.take();
}

OrderedJson challenge_json(const ReportChallenge& challenge) {
  JsonObject o;
  o.text("item", challenge.item.text);
  o.text("question", challenge.question);
  o.day("raised", challenge.raised);
  o.day("answer_due", challenge.due);
  o.text("answer", challenge.answer);
  o.day("answered", challenge.answered);
  o.flag("late", challenge.late);
  return o.take();
}

OrderedJson comparison_json(const Comparison& since) {
  return {{"edition", since.name}, {"until", since.period.last.iso()}, {"newly_complete", since.newly_complete}, {"newly_late", since.newly_late},
          {"no_longer_late", since.no_longer_late}, {"newly_assessed", since.newly_assessed}, {"moved", since.moved}, {"reopened", since.reopened},
          {"added", since.added}, {"gone", since.gone}};
}

OrderedJson voices_json(const CommitteeReport& report) {
  OrderedJson claims = OrderedJson::object(), founds = OrderedJson::object();
  for (const auto& claim : kClaims) claims[std::string(claim.word)] = report.voices.claims[static_cast<std::size_t>(claim.code)];
  for (const auto& found : kFounds) founds[std::string(found.word)] = report.voices.founds[static_cast<std::size_t>(found.code)];
  return {{"items", report.voices.items}, {"reported", report.voices.reported()}, {"assessed", report.voices.assessed()},
          {"claims", claims}, {"findings", founds}, {"overdue", report.late}, {"due_soon", report.due_soon}, {"no_date", report.undated}};
}

OrderedJson value_json(const IndicatorValue& value) {
  JsonObject o;
  o.day("first", value.first);
  o.day("last", value.last);
  if (value.numerator) o.always("numerator", *value.numerator);
  if (value.denominator) o.always("denominator", *value.denominator);
  if (value.value) o.always("value", *value.value);
  o.text("value_status", letter(value.status));
  o.text("source", value.source);
  return o.take();
}

OrderedJson indicator_json(const ReportIndicator& indicator) {
  const auto& terms = indicator.terms;
  JsonObject o;
  o.text("id", terms.id.text);
  o.text("text", terms.text);
  o.text("unit", terms.unit);
  o.flag("withheld", indicator.withheld);
  if (terms.baseline) o.always("baseline", *terms.baseline);
  o.day("baseline_day", terms.baseline_day);
  o.text("target_kind", word(terms.target_kind));
  if (terms.target) o.always("target", *terms.target);
  o.day("target_day", terms.target_day);
  o.always("values", json_list(indicator.values, value_json));
  return o.take();
}

OrderedJson objective_json(const ItemObjective& objective) {
  JsonObject o;
  o.text("item", objective.item.text);
  o.text("objective", objective.objective);
  o.flag("eliminate", objective.eliminate);
  o.flag("advance", objective.advance);
  o.flag("foster", objective.foster);
  return o.take();
}

}  // namespace

std::string committee_json(const CommitteeReport& report) {
  JsonObject o;
  o.text("plan", report.slug);
  o.text("title", report_title(report, Words::for_language(Language::en)));
  o.text("kind", word(report.spec.kind));
  o.text("period", report.spec.period);
  o.text("scope", word(report.spec.scope));
  o.text("of", report.spec.of);
  o.text("profile", word(report.spec.profile));
  o.day("first", report.period.first);
  o.day("last", report.period.last);
  o.day("as_at", report.as_at);
  o.day("made", report.made);
  o.always("summary", voices_json(report));
  if (report.comparison) o.always("since", comparison_json(*report.comparison));
  o.always("items", json_list(report.items, report_item_json));
  o.always("silent", json_list(report.silences, silence_json));
  if (!report.passed.empty()) o.always("passed", json_list(report.passed, passed_json));
  o.always("challenges", json_list(report.challenges, challenge_json));
  o.always("disagreements", json_list(report.disagreements, [](const Disagreement& d) {
             return OrderedJson{{"item", d.item.text}, {"claim", word(d.claim)}, {"finding", word(d.found)}};
           }));
  o.member("indicators", json_list(report.indicators, indicator_json));
  o.member("objectives", json_list(report.objectives, objective_json));
  o.always("ledger", OrderedJson{{"entries", report.head.count}, {"head", report.head.hash}});
  return o.take().dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

}  // namespace makegood
