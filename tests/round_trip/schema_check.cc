#include "round_trip/schema_check.h"

#include <algorithm>
#include <regex>

namespace makegood::round_trip {
namespace {

using nlohmann::json;

class Check {
 public:
  explicit Check(const json& root) : root_(root) {}

  std::string fault(const json& schema, const json& value, const std::string& at) {
    for (const auto& [keyword, rule] : schema.items())
      if (auto found = by(keyword, rule, schema, value, at); !found.empty()) return found;
    return {};
  }

 private:
  static bool is_type(const std::string& type, const json& value) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_number_integer();
    if (type == "boolean") return value.is_boolean();
    return type == "null" && value.is_null();
  }

  std::string by(const std::string& keyword, const json& rule, const json& schema, const json& value, const std::string& at) {
    const auto unless = [&](bool holds) { return holds ? std::string() : at + ": " + keyword + " " + rule.dump() + ", not " + value.dump(); };
    if (keyword == "$schema" || keyword == "$id" || keyword == "$defs" || keyword == "title" || keyword == "description") return {};
    if (keyword == "$ref") return fault(root_.at(json::json_pointer(rule.get<std::string>().substr(1))), value, at);
    if (keyword == "const") return unless(value == rule);
    if (keyword == "enum") return unless(std::find(rule.begin(), rule.end(), value) != rule.end());
    if (keyword == "type")
      return unless(rule.is_string() ? is_type(rule, value) : std::any_of(rule.begin(), rule.end(), [&](const json& type) { return is_type(type, value); }));
    if (keyword == "pattern") return unless(!value.is_string() || std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>())));
    if (keyword == "minLength") return unless(!value.is_string() || value.get<std::string>().size() >= rule.get<std::size_t>());
    if (keyword == "maxLength") return unless(!value.is_string() || value.get<std::string>().size() <= rule.get<std::size_t>());  // of ASCII only
    if (keyword == "minimum") return unless(!value.is_number() || value >= rule);
    if (keyword == "maximum") return unless(!value.is_number() || value <= rule);
    if (keyword == "required") return unless(!value.is_object() || std::all_of(rule.begin(), rule.end(), [&](const json& key) { return value.contains(key.get<std::string>()); }));
    if (keyword == "items") return each_item(rule, value, at);
    if (keyword == "properties") return each_member(rule, value, at);
    if (keyword == "additionalProperties") return others(rule, schema, value, at);
    return at + ": the schema says " + keyword + ", which is not checked";
  }

  std::string each_item(const json& rule, const json& value, const std::string& at) {
    for (std::size_t n = 0; value.is_array() && n < value.size(); ++n)
      if (auto found = fault(rule, value[n], at + "/" + std::to_string(n)); !found.empty()) return found;
    return {};
  }
  std::string each_member(const json& rule, const json& value, const std::string& at) {
    for (const auto& [key, inner] : rule.items())
      if (value.is_object() && value.contains(key))
        if (auto found = fault(inner, value.at(key), at + "/" + key); !found.empty()) return found;
    return {};
  }
  std::string others(const json& rule, const json& schema, const json& value, const std::string& at) {
    const auto known = schema.value("properties", json::object());
    if (value.is_object())
      for (const auto& [key, inner] : value.items()) {
        if (known.contains(key)) continue;
        if (rule == false) return at + ": \"" + key + "\" is not in the schema";
        if (auto found = fault(rule, inner, at + "/" + key); !found.empty()) return found;
      }
    return {};
  }

  const json& root_;
};

}  // namespace

std::string schema_fault(const json& schema, const json& value) { return Check(schema).fault(schema, value, ""); }

}  // namespace makegood::round_trip
