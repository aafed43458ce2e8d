#pragma once
// Puts nouns into JSON, for the writers of plan and progress: one line, always the same bytes for the
// same noun, no longer than what is in it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/base.h"

namespace makegood {

// An object that leaves out members that say nothing.
class JsonObject {
 public:
  using Json = nlohmann::ordered_json;

  void text(const char* key, std::string_view value) {
    if (!value.empty()) json_[key] = std::string(value);
  }
  void number(const char* key, int value, int usual = 0) {
    if (value != usual) json_[key] = value;
  }
  void share(const char* key, double value) {
    if (value != 1.0) json_[key] = value;
  }
  void flag(const char* key, bool value, bool usual = false) {
    if (value != usual) json_[key] = value;
  }
  void texts(const char* key, const std::vector<std::string>& values) {
    if (!values.empty()) json_[key] = values;
  }
  void day(const char* key, const std::optional<Day>& value) {
    if (value) json_[key] = value->iso();
  }
  void member(const char* key, Json value) {
    if (!value.empty()) json_[key] = std::move(value);
  }
  /// Also where it says nothing: that it is there is what it says.
  void always(const char* key, Json value) { json_[key] = std::move(value); }
  [[nodiscard]] Json take() { return std::move(json_); }

 private:
  Json json_ = Json::object();
};

template <class List, class Make>
JsonObject::Json json_list(const List& values, Make make) {
  auto json = JsonObject::Json::array();
  for (const auto& value : values) json.push_back(make(value));
  return json;
}

/// Text that is not UTF-8 is replaced, never written.
inline std::string on_one_line(const JsonObject::Json& json) {
  return json.dump(-1, ' ', false, JsonObject::Json::error_handler_t::replace);
}

}  // namespace makegood
