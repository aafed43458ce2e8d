#include "report/publication_json.h"

#include "json/json.h"

namespace makegood {
namespace {

std::string needed(JsonReader& r, const Json& json, const char* key) {
  auto text = r.text(json, key);
  if (text.empty()) r.misfit(fmt::format("\"{}\" is missing", key));
  return text;
}

Day needed_day(JsonReader& r, const Json& json, const char* key) {
  const auto day = r.day(json, key);
  if (!day) r.misfit(fmt::format("\"{}\" is missing", key));
  return day.value_or(Day{});
}

OrderedJson file_json(const EditionFile& file) {
  return {{"format", file.format}, {"language", file.language}, {"digest", file.digest}, {"size", file.size}};
}

OrderedJson state_json(const ItemState& state) {
  JsonObject o;
  o.text("item", state.item.text);
  if (state.claim != Claim::not_yet_reported) o.text("claim", word(state.claim));
  if (state.found != Found::not_yet_assessed) o.text("found", word(state.found));
  o.text("rule", word(state.rule));
  o.day("due", state.due);
  return o.take();
}

EditionFile read_file(JsonReader& r, const Json& json) {
  return {needed(r, json, "format"), needed(r, json, "language"), needed(r, json, "digest"), r.number(json, "size")};
}

ItemState read_state(JsonReader& r, const Json& json) {
  return {ItemId(needed(r, json, "item")), r.word(json, "claim", Claim::not_yet_reported, claim_from),
          r.word(json, "found", Found::not_yet_assessed, found_from), r.word(json, "rule", Rule::ok, rule_from), r.day(json, "due")};
}

ReportSpec read_spec(JsonReader& r, const Json& json) {
  return {r.word(json, "kind", ReportKind::quarterly, report_kind_from), needed(r, json, "period"),
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
  o.always("files", json_list(edition.files, file_json));
  o.member("states", json_list(edition.states, state_json));
  return o.line();
}

Result<Edition> read_edition(std::string_view text) {
  return read_one<Edition>(text, [](JsonReader& r, const Json& json) {
    Edition edition;
    edition.plan = needed(r, json, "plan");
    edition.name = needed(r, json, "name");
    edition.spec = read_spec(r, json);
    edition.period = {r.day(json, "first"), needed_day(r, json, "last")};
    edition.title = r.text(json, "title");
    edition.frozen = needed_day(r, json, "frozen");
    edition.head = {r.number(json, "entries"), needed(r, json, "head")};
    edition.files = r.list(json, "files", [&](const Json& file) { return read_file(r, file); });
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
    return PublicationHold{HoldId(needed(r, json, "id")), r.text(json, "body"), needed_day(r, json, "from"), r.day(json, "until"),
                           needed(r, json, "reason"), r.flag(json, "resumed")};
  });
}

std::string write_objective(const ItemObjective& objective) {
  JsonObject o;
  o.text("plan", objective.plan);
  o.text("item", objective.item.text);
  o.text("objective", objective.objective);
  o.flag("eliminate", objective.eliminate);
  o.flag("advance", objective.advance);
  o.flag("foster", objective.foster);
  return o.line();
}

Result<ItemObjective> read_objective(std::string_view text) {
  return read_one<ItemObjective>(text, [](JsonReader& r, const Json& json) {
    return ItemObjective{needed(r, json, "plan"), ItemId(needed(r, json, "item")), r.text(json, "objective"),
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
    ItemSummary summary{needed(r, json, "plan"), ItemId(needed(r, json, "item")), needed(r, json, "language"), r.flag(json, "easy_read"),
                        r.text(json, "text"), r.text(json, "approved_by"), needed_day(r, json, "day")};
    if (!is_language_tag(summary.language)) r.misfit("\"language\" is not a language tag: " + shorten(summary.language, 40));
    return summary;
  });
}

}  // namespace makegood
