#pragma once
// json: takes JSON apart that anybody may have written, and puts together what the ledger keeps.
//
//   Result<Post> read_post(std::string_view text) {
//     return read_one<Post>(text, [](JsonReader& r, const Json& json) { return Post{.title = r.text(json, "title")}; });
//   }
//   JsonObject o;
//   o.text("title", post.title);              // a member that says nothing is left out
//   std::string line = o.line();
//
// What does not fit is refused in one line that names the member. json must not know any noun.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/base.h"

namespace makegood {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;  ///< members stay in the order in which they were set

/// At most this much is read, and nested at most this deep; a plan needs 6 levels.
inline constexpr std::size_t kLargestJson = 64U << 20U;
inline constexpr int kDeepestJson = 32;

/// Refuses: over kLargestJson or kDeepestJson -> too_large; what is not JSON -> invalid_input.
[[nodiscard]] Result<Json> parse_json(std::string_view text);

// Takes members out of objects. The first thing that does not fit is remembered with its place;
// from then on everything is empty, and the caller looks once, at the end.
class JsonReader {
 public:
  [[nodiscard]] bool failed() const { return !fault_.empty(); }
  [[nodiscard]] Refusal refusal() const { return {Fault::invalid_input, fault_, {}}; }

  void misfit(const std::string& what) {
    if (!failed()) fault_ = place_.empty() ? what : place_ + ": " + what;
  }

  const Json* member(const Json& object, const char* key, Json::value_t type, const char* type_name) {
    if (failed()) return nullptr;
    if (!object.is_object()) return misfit("an object is expected"), nullptr;
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return nullptr;
    if (found->type() != type) return misfit(fmt::format("\"{}\" is not {}", key, type_name)), nullptr;
    return &*found;
  }

  std::string text(const Json& object, const char* key) {
    const auto* value = member(object, key, Json::value_t::string, "a text");
    return value == nullptr ? std::string{} : value->get<std::string>();
  }
  bool flag(const Json& object, const char* key, bool usual = false) {
    const auto* value = member(object, key, Json::value_t::boolean, "true or false");
    return value == nullptr ? usual : value->get<bool>();
  }
  int number(const Json& object, const char* key, int usual = 0) {
    const auto* value = member(object, key, Json::value_t::number_unsigned, "a whole number");
    return value == nullptr ? usual : whole(*value, key);
  }
  int whole(const Json& value, const char* key) {
    const auto n = value.is_number_unsigned() ? value.get<std::uint64_t>() : std::numeric_limits<std::uint64_t>::max();
    if (n > 1'000'000'000U) return misfit(fmt::format("\"{}\" is not a number that makes sense", key)), 0;
    return static_cast<int>(n);
  }
  double share(const Json& object, const char* key) {
    if (failed() || !object.is_object() || !object.contains(key)) return 1.0;
    const auto& value = object.at(key);
    const double share = value.is_number() ? value.get<double>() : -1.0;
    if (share < 0.0 || share > 1.0) return misfit(fmt::format("\"{}\" is not between 0 and 1", key)), 1.0;
    return share;
  }
  std::optional<Day> day(const Json& object, const char* key) {
    const auto iso = text(object, key);
    if (iso.empty()) return std::nullopt;
    auto day = Day::parse(iso);
    if (!day) return misfit(fmt::format("\"{}\" is not a date: {}", key, shorten(iso, 40))), std::nullopt;
    return *day;
  }
  /// What must be there: a member that is empty or not there is a misfit.
  std::string needed(const Json& object, const char* key) {
    auto text = this->text(object, key);
    if (text.empty()) misfit(fmt::format("\"{}\" is missing", key));
    return text;
  }
  Day needed_day(const Json& object, const char* key) {
    const auto day = this->day(object, key);
    if (!day) misfit(fmt::format("\"{}\" is missing", key));
    return day.value_or(Day{});
  }
  template <class Value, class From>
  Value word(const Json& object, const char* key, Value usual, From from) {
    const auto text = this->text(object, key);
    if (text.empty()) return usual;
    const auto value = from(text);
    if (!value) return misfit(fmt::format("\"{}\" is not a known word: {}", key, shorten(text, 40))), usual;
    return *value;
  }

  template <class Read>
  auto list(const Json& object, const char* key, Read read) {
    std::vector<decltype(read(object))> values;
    const auto* array = member(object, key, Json::value_t::array, "a list");
    if (array == nullptr) return values;
    const auto outside = place_;
    for (std::size_t i = 0; i < array->size() && !failed(); ++i) {
      place_ = fmt::format("{}{}{} {}", outside, outside.empty() ? "" : ", ", key, i + 1);
      values.push_back(read((*array)[i]));
    }
    place_ = outside;
    return values;
  }
  std::vector<std::string> texts(const Json& object, const char* key) {
    return list(object, key, [&](const Json& value) {
      if (!value.is_string()) misfit("a text is expected");
      return value.is_string() ? value.get<std::string>() : std::string{};
    });
  }

 private:
  std::string fault_, place_;
};

/// Parses `text` and has `read(reader, json)` make a value of it.
template <class Value, class Read>
Result<Value> read_one(std::string_view text, Read read) {
  const auto json = parse_json(text);
  if (!json) return tl::unexpected(json.error());
  JsonReader reader;
  Value value = read(reader, *json);
  if (reader.failed()) return tl::unexpected(reader.refusal());
  return value;
}

// Adds a member unless it says nothing, so that an entry is no longer than what is in it.
class JsonObject {
 public:
  // Growing copies every key: most objects have fewer members.
  JsonObject() { json_.get_ref<OrderedJson::object_t&>().reserve(16); }

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
  void member(const char* key, OrderedJson value) {
    if (!value.empty()) json_[key] = std::move(value);
  }
  /// Also where it says nothing: that it is there is what it says.
  void always(const char* key, OrderedJson value) { json_[key] = std::move(value); }
  [[nodiscard]] OrderedJson take() { return std::move(json_); }
  /// On one line. Text that is not UTF-8 is replaced, never written.
  [[nodiscard]] std::string line() const { return json_.dump(-1, ' ', false, OrderedJson::error_handler_t::replace); }

 private:
  OrderedJson json_ = OrderedJson::object();
};

/// For those who read our open data: a member is always there, and null where it says nothing.
[[nodiscard]] inline OrderedJson text_or_null(std::string_view text) { return text.empty() ? OrderedJson(nullptr) : OrderedJson(std::string(text)); }
[[nodiscard]] inline OrderedJson day_or_null(const std::optional<Day>& day) { return day ? OrderedJson(day->iso()) : OrderedJson(nullptr); }

template <class List, class Make>
OrderedJson json_list(const List& values, Make make) {
  auto json = OrderedJson::array();
  for (const auto& value : values) json.push_back(make(value));
  return json;
}

}  // namespace makegood
