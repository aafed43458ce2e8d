#include "report/publication_json.h"

#include "report/edition_file_json.h"

namespace makegood {
namespace {

OrderedJson state_json(const ItemState& state) {
  JsonObject o;
  o.text("item", state.item.text);
  if (state.claim != Claim::not_yet_reported) o.text("claim", word(state.claim));
  if (state.found != Found::not_yet_assessed) o.text("found", word(state.found));
  o.text("rule", word(state.rule));
  o.day("due", state.due);
  return o.take();
}

ItemState read_state(JsonReader& r, const Json& json) {
  return {ItemId(r.needed(json, "item")), r.word(json, "claim", Claim::not_yet_reported, claim_from),
          r.word(json, "found", Found::not_yet_assessed, found_from), r.word(json, "rule", Rule::ok, rule_from), r.day(json, "due")};
}

ReportSpec read_spec(JsonReader& r, const Json& json) {
  return {r.word(json, "kind", ReportKind::quarterly, report_kind_from), r.needed(json, "period"),
          r.word(json, "scope", ReportScope::whole, report_scope_from), r.text(json, "of"),
          r.word(json, "profile", ReportProfile::none, report_profile_from)};
}

void write_spec(JsonObject& o, const ReportSpec& spec) {
  o.text("kind", word(spec.kind));
  o.text("period", spec.period);
  if (spec.scope != ReportScope::whole) o.text("scope", word(spec.scope));
  o.text("of", spec.of);
  if (spec.profile != ReportProfile::none) o.text("profile", word(spec.profile));
}

}  // namespace

std::string write_edition(const Edition& edition) {
  JsonObject o;
  o.text("plan", edition.plan);
  o.text("name", edition.name);
  write_spec(o, edition.spec);
  o.day("first", edition.period.first);
  o.day("last", edition.period.last);
  o.text("title", edition.title);
  o.day("frozen", edition.frozen);
  o.always("entries", edition.head.count);
  o.text("head", edition.head.hash);
  o.always("files", json_list(edition.files, edition_file_json));
  o.member("states", json_list(edition.states, state_json));
  return o.line();
}

Result<Edition> read_edition(std::string_view text) {
  return read_one<Edition>(text, [](JsonReader& r, const Json& json) {
    Edition edition;
    edition.plan = r.needed(json, "plan");
    edition.name = r.needed(json, "name");
    edition.spec = read_spec(r, json);
    edition.period = {r.day(json, "first"), r.needed_day(json, "last")};
    edition.title = r.text(json, "title");
    edition.frozen = r.needed_day(json, "frozen");
    edition.head = {r.number(json, "entries"), r.needed(json, "head")};
    edition.files = r.list(json, "files", [&](const Json& file) { return read_edition_file(r, file); });
    edition.states = r.list(json, "states", [&](const Json& state) { return read_state(r, state); });
    return edition;
  });
}

std::string write_publication_hold(const PublicationHold& hold) {
  JsonObject o;
  o.text("id", hold.id.text);
  o.text("body", hold.body);
  o.day("from", hold.from);
  o.day("until", hold.until);
  o.text("reason", hold.reason);
  o.flag("resumed", hold.resumed);
  return o.line();
}

Result<PublicationHold> read_publication_hold(std::string_view text) {
  return read_one<PublicationHold>(text, [](JsonReader& r, const Json& json) {
    return PublicationHold{HoldId(r.needed(json, "id")), r.text(json, "body"), r.needed_day(json, "from"), r.day(json, "until"),
                           r.needed(json, "reason"), r.flag(json, "resumed")};
  });
}

std::string write_objective(const ItemObjective& objective) { return write_objective_because(objective, {}); }

std::string write_objective_because(const ItemObjective& objective, std::string_view reason) {
  JsonObject o;
  o.text("plan", objective.plan);
  o.text("item", objective.item.text);
  o.text("objective", objective.objective);
  o.flag("eliminate", objective.eliminate);
  o.flag("advance", objective.advance);
  o.flag("foster", objective.foster);
  o.text("reason", reason);
  return o.line();
}

Result<ItemObjective> read_objective(std::string_view text) {
  return read_one<ItemObjective>(text, [](JsonReader& r, const Json& json) {
    return ItemObjective{r.needed(json, "plan"), ItemId(r.needed(json, "item")), r.text(json, "objective"),
                         r.flag(json, "eliminate"), r.flag(json, "advance"), r.flag(json, "foster")};
  });
}

std::string write_summary(const ItemSummary& summary) {
  JsonObject o;
  o.text("plan", summary.plan);
  o.text("item", summary.item.text);
  o.text("language", summary.language);
  o.flag("easy_read", summary.easy_read);
  o.text("text", summary.text);
  o.text("approved_by", summary.approved_by);
  o.day("day", summary.day);
  return o.line();
}

Result<ItemSummary> read_summary(std::string_view text) {
  return read_one<ItemSummary>(text, [](JsonReader& r, const Json& json) {
    ItemSummary summary{r.needed(json, "plan"), ItemId(r.needed(json, "item")), r.needed(json, "language"), r.flag(json, "easy_read"),
                        r.text(json, "text"), r.text(json, "approved_by"), r.needed_day(json, "day")};
    if (!is_language_tag(summary.language)) r.misfit("\"language\" is not a language tag: " + shorten(summary.language, 40));
    return summary;
  });
}

}  // namespace makegood
