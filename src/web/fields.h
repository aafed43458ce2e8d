#pragma once
// Ordered names and values: query strings, forms, cookies (names as written) and headers
// (names in any case). Repeats are kept; the first one answers for its name.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace makegood::web {

struct Field {
  std::string name;
  std::string value;
  bool operator==(const Field&) const = default;
};

enum class NameMatch { exact, any_case };

[[nodiscard]] bool equals_any_case(std::string_view a, std::string_view b);  ///< ASCII letters only

template <NameMatch kMatch>
class FieldList {
 public:
  FieldList() = default;
  FieldList(std::initializer_list<Field> list) : list_(list) {}

  void add(std::string name, std::string value) { list_.push_back({std::move(name), std::move(value)}); }
  /// Replaces every field of that name by one.
  void set(std::string name, std::string value) {
    std::erase_if(list_, [&](const Field& field) { return same(field.name, name); });
    add(std::move(name), std::move(value));
  }

  [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const {
    for (const auto& field : list_)
      if (same(field.name, name)) return field.value;
    return std::nullopt;
  }
  /// The first value, or nothing at all: for what may as well be empty.
  [[nodiscard]] std::string_view value(std::string_view name) const { return get(name).value_or(std::string_view{}); }
  [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& field : list_)
      if (same(field.name, name)) values.push_back(field.value);
    return values;
  }
  [[nodiscard]] bool has(std::string_view name) const { return get(name).has_value(); }

  [[nodiscard]] auto begin() const { return list_.begin(); }
  [[nodiscard]] auto end() const { return list_.end(); }
  [[nodiscard]] std::size_t size() const { return list_.size(); }
  [[nodiscard]] bool empty() const { return list_.empty(); }
  bool operator==(const FieldList&) const = default;

 private:
  [[nodiscard]] static bool same(std::string_view a, std::string_view b) {
    return kMatch == NameMatch::exact ? a == b : equals_any_case(a, b);
  }
  std::vector<Field> list_;
};

using Fields = FieldList<NameMatch::exact>;
using Headers = FieldList<NameMatch::any_case>;

}  // namespace makegood::web
