#pragma once
// For tests: the part of JSON Schema that the OpenAPI document uses. A word that is not known here is a fault, so that a
// schema which grows is never checked in part.

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>
#include <re2/re2.h>

#include "json/json.h"

namespace makegood::test {

inline bool is_of(const OrderedJson& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  if (type == "integer") return value.is_number_integer();
  return type == "number" && value.is_number();
}

std::string schema_fault(const OrderedJson& whole, const OrderedJson& schema, const OrderedJson& value);

inline std::string fault_of_text(const OrderedJson& schema, const std::string& text) {
  const auto size = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  if (schema.contains("maxLength") && size > schema.at("maxLength").get<std::size_t>()) return "too long: " + text;
  if (schema.contains("minLength") && size < schema.at("minLength").get<std::size_t>()) return "too short: " + text;
  if (schema.contains("pattern") && !RE2::PartialMatch(text, schema.at("pattern").get<std::string>())) return "of another form: " + text;
  if (schema.value("format", "") == "date" && !Day::parse(text)) return "no date: " + text;
  return {};
}

inline std::string fault_of_object(const OrderedJson& whole, const OrderedJson& schema, const OrderedJson& value) {
  if (schema.contains("required"))
    for (const auto& name : schema.at("required"))
      if (!value.contains(name.get<std::string>())) return name.get<std::string>() + " is missing";
  for (const auto& [name, below] : value.items()) {
    if (schema.contains("properties") && schema.at("properties").contains(name)) {
      if (auto fault = schema_fault(whole, schema.at("properties").at(name), below); !fault.empty()) return name + ": " + fault;
    } else if (schema.value("additionalProperties", true) == false) {
      return name + " is not known";
    }
  }
  return {};
}

/// Empty = the value fits.
inline std::string schema_fault(const OrderedJson& whole, const OrderedJson& schema, const OrderedJson& value) {
  static constexpr std::array kKnown = {"$ref",      "type",    "title",   "description", "examples", "enum",       "properties", "required", "additionalProperties", "items",
                                        "maxLength", "minLength", "pattern", "format",      "minimum",  "maximum", "anyOf",      "default"};
  for (const auto& [word, rule] : schema.items())
    if (std::find(kKnown.begin(), kKnown.end(), word) == kKnown.end()) return "the schema says " + word;
  if (schema.contains("$ref")) return schema_fault(whole, whole.at(OrderedJson::json_pointer(schema.at("$ref").get<std::string>().substr(1))), value);
  if (schema.contains("anyOf"))
    return std::any_of(schema.at("anyOf").begin(), schema.at("anyOf").end(), [&](const OrderedJson& one) { return schema_fault(whole, one, value).empty(); }) ? "" : "fits none";
  if (schema.contains("type")) {
    const auto types = schema.at("type").is_array() ? schema.at("type") : OrderedJson::array({schema.at("type")});
    if (std::none_of(types.begin(), types.end(), [&](const OrderedJson& type) { return is_of(value, type); })) return "of another type: " + value.dump();
  }
  if (schema.contains("enum") && std::find(schema.at("enum").begin(), schema.at("enum").end(), value) == schema.at("enum").end()) return "not among the values: " + value.dump();
  if (schema.contains("minimum") && value.is_number() && value.get<double>() < schema.at("minimum").get<double>()) return "too small";
  if (schema.contains("maximum") && value.is_number() && value.get<double>() > schema.at("maximum").get<double>()) return "too large";
  if (value.is_string()) return fault_of_text(schema, value.get<std::string>());
  if (value.is_object()) return fault_of_object(whole, schema, value);
  if (value.is_array() && schema.contains("items"))
    for (const auto& below : value)
      if (auto fault = schema_fault(whole, schema.at("items"), below); !fault.empty()) return fault;
  return {};
}

}  // namespace makegood::test
