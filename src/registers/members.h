#pragma once
// Takes members out of JSON objects and goes on after a fault: the linter's reader. (JsonReader of
// json/json.h stops at the first: a program wrote what it reads.)

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "json/json.h"
#include "registers/definition.h"
#include "registers/definition_words.h"
#include "registers/placed_fault.h"

namespace makegood::registers {

/// One object of the file, where it stands, and the faults found so far.
class Members {
 public:
  Members(const Json& object, std::string pointer, std::vector<PlacedFault>& faults);

  /// Faults every member that is not among `known`: most are slips of the pen.
  void only(std::initializer_list<std::string_view> known);
  [[nodiscard]] bool has(const char* key) const { return object_ != nullptr && object_->contains(key); }

  std::string text(const char* key);
  std::string needed(const char* key);  ///< faults where it is missing or empty
  Bilingual bilingual(const char* en, const char* cy);
  bool flag(const char* key);
  std::optional<int> number(const char* key);
  std::vector<std::string> texts(const char* key);
  std::vector<std::string> one_or_more(const char* key);  ///< a text or a list of texts
  std::optional<std::string> bound(const char* key);      ///< a number or a text, as written
  std::optional<Condition> condition(const char* key);

  template <class Rows>
  auto word(const char* key, const Rows& rows, decltype(rows[0].value) usual) {
    const auto written = text(key);
    if (written.empty()) return usual;
    const auto value = value_of(rows, written);
    if (!value) fault(key, fmt::format("\"{}\" is not a known word: {}", key, shorten(written, 40)));
    return value.value_or(usual);
  }
  /// Each element of a list of objects, read by `read(Members)`.
  template <class Value, class Read>
  std::vector<Value> objects(const char* key, Read read) {
    std::vector<Value> values;
    const Json* list = member(key, Json::value_t::array, "a list");
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i)
      values.push_back(read(Members((*list)[i], fmt::format("{}/{}/{}", pointer_, key, i), faults_)));
    return values;
  }
  /// The object under `key`; an empty one where there is none.
  Members inside(const char* key);
  /// Every member of the object, in the order of the file's names.
  [[nodiscard]] const Json& json() const;
  [[nodiscard]] const std::string& pointer() const { return pointer_; }
  std::vector<PlacedFault>& faults() { return faults_; }

  void fault(const char* key, std::string message);

 private:
  const Json* member(const char* key, Json::value_t type, const char* type_name);

  const Json* object_;
  std::string pointer_;
  std::vector<PlacedFault>& faults_;
};

}  // namespace makegood::registers
