#include "registers/care.h"

#include <algorithm>

#include "json/json.h"
#include "registers/reach.h"

namespace makegood {

std::string write_hold(const LegalHold& hold) {
  JsonObject o;
  o.text("reason", hold.reason);
  return o.line();
}

Result<LegalHold> read_hold(std::string_view text) {
  return read_one<LegalHold>(text, [](JsonReader& r, const Json& json) { return LegalHold{r.text(json, "reason"), {}, {}}; });
}

std::string_view word(ObjectionWay way) {
  return std::find_if(kObjectionWays.begin(), kObjectionWays.end(), [&](const auto& row) { return row.way == way; })->word;
}

std::optional<ObjectionWay> objection_way_from(std::string_view word) {
  const auto found = std::find_if(kObjectionWays.begin(), kObjectionWays.end(), [&](const auto& row) { return row.word == word; });
  return found == kObjectionWays.end() ? std::nullopt : std::optional(found->way);
}

std::string write_objection(const Objection& objection) {
  OrderedJson json;
  json["on"] = objection.on.iso();
  json["way"] = word(objection.way);
  if (!objection.fields.empty()) json["fields"] = objection.fields;
  return json.dump();
}

Result<Objection> read_objection(std::string_view text) {
  return read_one<Objection>(text, [](JsonReader& r, const Json& json) {
    Objection objection;
    objection.on = r.day(json, "on").value_or(Day{});
    objection.way = r.word(json, "way", ObjectionWay::letter, objection_way_from);
    objection.fields = r.texts(json, "fields");
    return objection;
  });
}

std::string write_look(const EmergencyLook& look) {
  OrderedJson json;
  json["register"] = look.register_name;
  json["record"] = look.record.text;
  if (!look.reason.empty()) json["reason"] = look.reason;
  json["until"] = look.until;
  return json.dump();
}

Result<EmergencyLook> read_look(std::string_view text) {
  return read_one<EmergencyLook>(text, [](JsonReader& r, const Json& json) {
    EmergencyLook look;
    look.register_name = r.text(json, "register");
    look.record = RecordId(r.text(json, "record"));
    look.reason = r.text(json, "reason");
    // Seconds since 1970 are more than JsonReader takes for a number that makes sense.
    const auto* until = r.member(json, "until", Json::value_t::number_unsigned, "a moment");
    look.until = until == nullptr ? 0 : until->get<std::int64_t>();
    return look;
  });
}

std::string look_subject(const RecordId& id) { return "look:" + id.text; }

std::vector<std::string> monitoring_fields(const Definition& definition) {
  std::vector<std::string> names;
  for (const auto& field : definition.fields)
    if (!field.for_the_case) names.push_back(field.name);
  return names;
}

bool has_part_in(const Definition& definition, const access::Actor& actor) {
  const auto listed = [&](const std::vector<Who>& list, const access::Grant& grant) {
    return std::any_of(list.begin(), list.end(), [&](const Who& who) { return who.role == access::word(grant.role); });
  };
  return std::any_of(actor.grants.begin(), actor.grants.end(), [&](const access::Grant& grant) {
    const bool for_this = grant.plan.empty() || grant.plan == register_scope(definition.name);
    return for_this && (listed(definition.roles.see, grant) || listed(definition.roles.handle, grant));
  });
}

}  // namespace makegood
