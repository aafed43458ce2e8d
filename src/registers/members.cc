#include "registers/members.h"

#include <algorithm>

namespace makegood::registers {
namespace {

const Json kNothing = Json::object();

}  // namespace

Members::Members(const Json& object, std::string pointer, std::vector<PlacedFault>& faults)
    : object_(&object), pointer_(std::move(pointer)), faults_(faults) {
  if (object.is_object()) return;
  faults_.push_back({pointer_, "an object is expected here"});
  object_ = &kNothing;
}

void Members::fault(const char* key, std::string message) { faults_.push_back({fmt::format("{}/{}", pointer_, key), std::move(message)}); }

void Members::only(std::initializer_list<std::string_view> known) {
  for (const auto& [key, value] : object_->items())
    if (std::find(known.begin(), known.end(), key) == known.end())
      fault(key.c_str(), fmt::format("\"{}\" is not a member that is known here", shorten(key, 40)));
}

const Json* Members::member(const char* key, Json::value_t type, const char* type_name) {
  const auto found = object_->find(key);
  if (found == object_->end()) return nullptr;
  if (found->type() == type) return &*found;
  fault(key, fmt::format("\"{}\" is not {}", key, type_name));
  return nullptr;
}

std::string Members::text(const char* key) {
  const auto* value = member(key, Json::value_t::string, "a text");
  return value == nullptr ? std::string{} : value->get<std::string>();
}

std::string Members::needed(const char* key) {
  if (!has(key)) faults_.push_back({pointer_, fmt::format("\"{}\" is missing", key)});
  auto value = text(key);
  if (has(key) && value.empty()) fault(key, fmt::format("\"{}\" is empty", key));
  return value;
}

Bilingual Members::bilingual(const char* en, const char* cy) { return {text(en), text(cy)}; }

bool Members::flag(const char* key) {
  const auto* value = member(key, Json::value_t::boolean, "true or false");
  return value != nullptr && value->get<bool>();
}

std::optional<int> Members::number(const char* key) {
  const auto* value = member(key, Json::value_t::number_unsigned, "a whole number");
  if (value == nullptr) return std::nullopt;
  if (value->get<std::uint64_t>() <= 1'000'000U) return static_cast<int>(value->get<std::uint64_t>());
  fault(key, fmt::format("\"{}\" is not a number that makes sense", key));
  return std::nullopt;
}

std::vector<std::string> Members::texts(const char* key) {
  std::vector<std::string> values;
  const auto* list = member(key, Json::value_t::array, "a list");
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
    if ((*list)[i].is_string()) values.push_back((*list)[i].get<std::string>());
    else faults_.push_back({fmt::format("{}/{}/{}", pointer_, key, i), fmt::format("\"{}\" holds something that is not a text", key)});
  }
  return values;
}

std::vector<std::string> Members::one_or_more(const char* key) {
  const auto found = object_->find(key);
  if (found != object_->end() && found->is_string()) return {found->get<std::string>()};
  return texts(key);
}

std::optional<std::string> Members::bound(const char* key) {
  const auto found = object_->find(key);
  if (found == object_->end()) return std::nullopt;
  if (found->is_string()) return found->get<std::string>();
  if (found->is_number()) return found->dump();
  fault(key, fmt::format("\"{}\" is neither a number nor a date", key));
  return std::nullopt;
}

std::optional<Condition> Members::condition(const char* key) {
  if (!has(key)) return std::nullopt;
  auto inside = this->inside(key);
  inside.only({"field", "in", "filled"});
  Condition condition{.field = inside.needed("field"), .in = inside.texts("in"), .filled = inside.flag("filled")};
  if (condition.in.empty() != condition.filled) fault(key, fmt::format("\"{}\" needs either \"in\" or \"filled\"", key));
  return condition;
}

Members Members::inside(const char* key) {
  const auto found = object_->find(key);
  return {found == object_->end() ? kNothing : *found, fmt::format("{}/{}", pointer_, key), faults_};
}

const Json& Members::json() const { return *object_; }

}  // namespace makegood::registers
