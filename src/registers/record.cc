#include "registers/record.h"

#include <algorithm>

#include "json/json.h"
#include "json/text_members.h"
#include "registers/consent.h"

namespace makegood {
namespace {

bool holds_for(const Definition& definition, const Condition& condition, const Answers& answers) {
  const auto* field = definition.field(condition.field);
  const auto value = answer(answers, condition.field);
  if (field == nullptr || value.empty()) return false;
  return condition.filled || std::find(condition.in.begin(), condition.in.end(), value) != condition.in.end();
}

Answers answers_in(JsonReader& reader, const Json& json, const char* key) {
  Answers answers;
  const auto* object = reader.member(json, key, Json::value_t::object, "an object");
  if (object == nullptr) return answers;
  for (const auto& [field, value] : object->items()) {
    if (!value.is_string()) reader.misfit("an answer is not a text");
    else answers[field] = value.get<std::string>();
  }
  return answers;
}

/// Those of fields that are protected, or of the others.
Answers part(const Definition& definition, const Answers& answers, bool is_protected) {
  Answers part;
  for (const auto& [name, value] : answers) {
    const auto* field = definition.field(name);
    if ((field != nullptr && field->is_protected()) == is_protected) part[name] = value;
  }
  return part;
}

}  // namespace

std::string write_record(const Definition& definition, const Record& record) {
  OrderedJson json;
  json["register"] = record.register_name;
  json["version"] = record.version;
  if (!record.organisation.empty()) json["organisation"] = record.organisation;
  if (!record.state.empty()) json["state"] = record.state;
  json["recorded"] = record.recorded.iso();
  json["entered"] = record.entered.iso();
  if (record.closed) json["closed"] = record.closed->iso();
  json["happened"] = happened_on(definition, record).iso();
  if (auto key = key_of(definition, record.answers); !key.empty()) json["key"] = std::move(key);
  json["answers"] = part(definition, record.answers, false);
  if (auto kept_apart = part(definition, record.answers, true); !kept_apart.empty()) json["protected"] = std::move(kept_apart);
  if (!record.reason.empty()) json["reason"] = record.reason;
  if (record.emptied) json["emptied"] = true;
  return json.dump();
}

Result<RecordEntry> read_record_entry(std::string_view text) {
  return read_one<RecordEntry>(text, [](JsonReader& r, const Json& json) {
    RecordEntry entry;
    auto& record = entry.record;
    record.register_name = r.text(json, "register");
    record.version = r.number(json, "version", 1);
    record.organisation = r.text(json, "organisation");
    record.state = r.text(json, "state");
    record.recorded = r.day(json, "recorded").value_or(Day{});
    record.entered = r.day(json, "entered").value_or(record.recorded);
    record.closed = r.day(json, "closed");
    record.answers = answers_in(r, json, "answers");
    record.reason = r.text(json, "reason");
    record.emptied = r.flag(json, "emptied");
    entry.protected_answers = answers_in(r, json, "protected");
    entry.happened = r.day(json, "happened").value_or(record.recorded);
    entry.key = r.text(json, "key");
    return entry;
  });
}

Result<Record> read_record(std::string_view text) {
  auto entry = read_record_entry(text);
  if (!entry) return tl::unexpected(entry.error());
  entry->record.answers.merge(entry->protected_answers);
  return std::move(entry->record);
}

std::string write_answers(const Answers& answers) { return Json(answers).dump(); }

Result<Answers> read_answers(std::string_view text) { return read_text_members(text); }

void set_by_system(const Definition& definition, Record& record) {
  for (const auto& field : definition.fields)
    if (field.set_by == SetBy::system && !record.answers.contains(field.name))
      record.answers[field.name] = field.type == FieldType::date ? record.recorded.iso() : record.id.text;
}

Day happened_on(const Definition& definition, const Record& record) {
  auto written = std::string(answer(record.answers, definition.date));
  if (written.size() == 4) written += "-01";
  if (written.size() == 7) written += "-01";
  const auto day = Day::parse(written);
  return day ? *day : record.recorded;
}

std::string key_of(const Definition& definition, const Answers& answers) {
  std::string key;
  for (const auto& name : definition.primary_key) {
    const auto part = answer(answers, name);
    if (part.empty()) return {};
    key += std::string(part) + '\x1f';
  }
  return key;
}

Record emptied(const Definition& definition, Record record) {
  for (const auto& field : definition.fields)
    if (field.erased) record.answers.erase(field.name);
  record.emptied = true;
  return record;
}

bool is_consented(const Definition& definition, const Answers& answers) {
  if (!definition.consent) return true;
  const auto& given = definition.consent->given;
  return std::find(given.begin(), given.end(), answer(answers, definition.consent->field)) != given.end();
}

std::optional<Answers> public_answers(const Definition& definition, const Record& record) {
  if (!definition.public_when || !holds_for(definition, *definition.public_when, record.answers)) return std::nullopt;
  if (!is_consented(definition, record.answers)) return std::nullopt;
  Answers shown;
  for (const auto& field : definition.fields)
    if (field.is_public && record.answers.contains(field.name)) shown[field.name] = record.answers.at(field.name);
  return shown;
}

std::string write_nil(const NilReturn& nil) {
  OrderedJson json;
  json["register"] = nil.register_name;
  json["organisation"] = nil.organisation;
  json["first_day"] = nil.first_day.iso();
  return json.dump();
}

Result<NilReturn> read_nil(std::string_view text) {
  return read_one<NilReturn>(text, [](JsonReader& r, const Json& json) {
    return NilReturn{r.text(json, "register"), r.text(json, "organisation"), r.day(json, "first_day").value_or(Day{})};
  });
}

std::string write_opening(const Opening& opening) {
  OrderedJson json;
  json["register"] = opening.register_name;
  json["approved_by"] = opening.approved_by;
  json["reference"] = opening.reference;
  json["approved_on"] = opening.approved_on.iso();
  return json.dump();
}

Result<Opening> read_opening(std::string_view text) {
  return read_one<Opening>(text, [](JsonReader& r, const Json& json) {
    return Opening{r.text(json, "register"), r.text(json, "approved_by"), r.text(json, "reference"), r.day(json, "approved_on").value_or(Day{})};
  });
}

}  // namespace makegood
