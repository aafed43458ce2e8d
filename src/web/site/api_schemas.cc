#include "web/site/api_schemas.h"

#include <algorithm>

#include "registers/answers_json.h"

namespace makegood::web {
namespace {

/// A bound of the definition as a number, where it is one.
void add_bound(OrderedJson& schema, const char* key, const std::optional<std::string>& bound) {
  if (!bound) return;
  const auto number = OrderedJson::parse(*bound, nullptr, false);
  if (number.is_number()) schema[key] = number;
}

OrderedJson codes_of(const std::vector<RegisterChoice>& choices) {
  return json_list(choices, [](const RegisterChoice& choice) { return OrderedJson(choice.code); });
}

OrderedJson number_schema(const RegisterField& field, const char* type) {
  OrderedJson schema = {{"type", type}};
  add_bound(schema, "minimum", field.constraints.minimum);
  add_bound(schema, "maximum", field.constraints.maximum);
  return schema;
}

OrderedJson text_schema(const RegisterField& field) {
  OrderedJson schema = {{"type", "string"}};
  if (field.constraints.min_length) schema["minLength"] = *field.constraints.min_length;
  schema["maxLength"] = std::min(field.constraints.max_length.value_or(kLongestAnswer), kLongestAnswer);
  if (!field.constraints.pattern.empty()) schema["pattern"] = "^(?:" + field.constraints.pattern + ")$";
  if (field.format != TextFormat::any) schema["format"] = field.format == TextFormat::email ? "email" : "uri";
  return schema;
}

OrderedJson value_schema(const RegisterField& field) {
  switch (field.type) {
    case FieldType::string: return text_schema(field);
    case FieldType::integer: return number_schema(field, "integer");
    case FieldType::number: return number_schema(field, "number");
    case FieldType::year: return {{"type", "integer"}, {"minimum", 1900}, {"maximum", 2199}};
    case FieldType::boolean: return {{"type", "boolean"}};
    case FieldType::date: return {{"type", "string"}, {"format", "date"}};
    case FieldType::yearmonth: return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}$"}};
  }
  return {{"type", "string"}};
}

OrderedJson field_schema(const Definition& definition, const RegisterField& field) {
  const auto choices = choices_of(definition, field);
  OrderedJson schema = choices.empty() ? value_schema(field) : OrderedJson{{"type", "string"}, {"enum", codes_of(choices)}};
  if (field.many) schema = {{"type", "array"}, {"items", std::move(schema)}};
  schema["title"] = field.title.en;
  if (!field.description.empty()) schema["description"] = field.description;
  return schema;
}

bool is_sent(const RegisterField& field) { return field.set_by == SetBy::whoever_submits; }

/// A value that the field takes, as a text; empty where none can be made up.
std::string example_of(const Definition& definition, const RegisterField& field) {
  const auto choices = choices_of(definition, field);
  if (!choices.empty()) return choices.front().code;
  if (!field.constraints.pattern.empty()) return {};
  switch (field.type) {
    case FieldType::integer:
    case FieldType::number: return field.constraints.minimum.value_or("1");
    case FieldType::year: return "2026";
    case FieldType::boolean: return "true";
    case FieldType::date: return "2026-03-31";
    case FieldType::yearmonth: return "2026-03";
    case FieldType::string: break;
  }
  if (field.format == TextFormat::email) return "office@aberllyn.example";
  if (field.format == TextFormat::uri) return "https://aberllyn.example/";
  return shorten("As it was said", static_cast<std::size_t>(std::max(1, field.constraints.max_length.value_or(100))));
}

OrderedJson object_of(OrderedJson properties, std::vector<std::string> required = {}) {
  OrderedJson schema = {{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) schema["required"] = std::move(required);
  schema["additionalProperties"] = false;
  return schema;
}

constexpr std::string_view kSharedSchemas = R"json({
 "any": {"type": "object"},
 "problem": {"type": "object", "required": ["type", "title", "status"], "additionalProperties": false,
  "properties": {"type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"},
   "errors": {"type": "array", "items": {"type": "object", "required": ["field", "detail"], "additionalProperties": false,
    "properties": {"field": {"type": "string"}, "detail": {"type": "string"}}}}},
  "examples": [{"type": "about:blank", "title": "Unprocessable Content", "status": 422, "detail": "nothing was recorded: some answers cannot stand",
   "errors": [{"field": "happened_on", "detail": "Date must be a real date, such as 2026-03-31: 31 February"}]}]},
 "definition": {"type": "object", "required": ["fields", "makegood"], "description": "A Frictionless Table Schema with the member `makegood`",
  "properties": {"fields": {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "title": {"type": "string"}, "type": {"type": "string"}}}},
   "makegood": {"type": "object"}}},
 "record": {"type": "object", "required": ["id", "etag", "recorded", "version", "answers"],
  "properties": {"id": {"type": "string"}, "etag": {"type": "string", "description": "For If-Match when the record is amended"},
   "organisation": {"type": "string"}, "organisation_name": {"type": "string"}, "state": {"type": "string"},
   "recorded": {"type": "string", "format": "date"}, "entered": {"type": "string", "format": "date"}, "closed": {"type": "string", "format": "date"},
   "happened": {"type": "string", "format": "date"}, "due": {"type": "string", "format": "date", "description": "By when it is to leave its state"},
   "version": {"type": "integer"}, "emptied": {"type": "boolean"}, "reason": {"type": "string"},
   "answers": {"type": "object", "description": "By field. A code that another system brought and that is not among the register's stays as it was written"},
   "withheld": {"type": "array", "items": {"type": "string"}}, "moves": {"type": "array", "items": {"type": "string"}}},
  "examples": [{"id": "k3v9x2m7qa", "etag": "\"41\"", "state": "reported", "recorded": "2026-03-31", "version": 1, "answers": {}}]},
 "records": {"type": "object", "required": ["records", "next"], "additionalProperties": false,
  "properties": {"records": {"type": "array", "items": {"$ref": "#/components/schemas/record"}}, "next": {"type": ["string", "null"]},
   "count": {"type": "integer", "minimum": 0}}},
 "receipt": {"type": "object", "required": ["id", "etag", "url"], "additionalProperties": false,
  "properties": {"id": {"type": "string"}, "etag": {"type": "string"}, "url": {"type": "string"}},
  "examples": [{"id": "k3v9x2m7qa", "etag": "\"41\"", "url": "/api/v1/registers/our-register/records/k3v9x2m7qa"}]},
 "amending": {"type": "object", "additionalProperties": false,
  "properties": {"answers": {"type": "object", "description": "By field; null empties one"},
   "move_to": {"type": "string", "description": "The state that it goes into"}, "reason": {"type": "string"}},
  "examples": [{"move_to": "reviewed", "reason": "looked at by the deputy head"}]},
 "nil": {"type": "object", "additionalProperties": false,
  "properties": {"organisation": {"type": "string"}, "day": {"type": "string", "format": "date"}},
  "examples": [{}, {"day": "2026-03-31"}]},
 "period": {"type": "object", "required": ["register", "period", "from", "until"], "additionalProperties": false,
  "properties": {"register": {"type": "string"}, "period": {"type": "string"}, "from": {"type": "string", "format": "date"}, "until": {"type": "string", "format": "date"}},
  "examples": [{"register": "our-register", "period": "2025-26 spring", "from": "2026-01-01", "until": "2026-04-30"}]}
})json";

}  // namespace

OrderedJson schema_ref(std::string_view name) { return {{"$ref", "#/components/schemas/" + std::string(name)}}; }

OrderedJson answers_schema(const Definition& definition) {
  auto properties = OrderedJson::object();
  std::vector<std::string> required;
  for (const auto& field : definition.fields) {
    if (!is_sent(field)) continue;
    properties[field.name] = field_schema(definition, field);
    // The token's own organisation stands for one that is left out.
    if (field.constraints.required && !field.shown_if && field.name != definition.organisation) required.push_back(field.name);
  }
  auto schema = object_of(std::move(properties), std::move(required));
  schema["title"] = definition.title.en;
  schema["description"] = definition.purpose.en;
  if (auto example = answers_example(definition); !example.is_null()) schema["examples"] = OrderedJson::array({std::move(example)});
  return schema;
}

OrderedJson answers_example(const Definition& definition) {
  Answers answers;
  for (const auto& field : definition.fields)
    if (is_sent(field) && field.constraints.required && is_asked(definition, field, answers)) answers[field.name] = example_of(definition, field);
  if (!check_sent(definition, answers, {}, Moment::submitting).empty()) return nullptr;
  return answers_json(definition, answers);
}

OrderedJson component_schemas(const std::vector<std::shared_ptr<const KeptRegister>>& registers) {
  auto schemas = OrderedJson::parse(kSharedSchemas);
  auto all = OrderedJson::array();
  for (const auto& kept : registers) {
    const auto name = "answers-" + kept->definition.name;
    schemas[name] = answers_schema(kept->definition);
    all.push_back(schema_ref(name));
  }
  schemas["sending"] = object_of({{"answers", all.empty() ? OrderedJson{{"type", "object"}} : OrderedJson{{"anyOf", std::move(all)}}}}, {"answers"});
  return schemas;
}

}  // namespace makegood::web
