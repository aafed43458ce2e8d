#include "registers/answers_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace makegood {
namespace {

/// What JSON has for a field's values.
enum class Kind { text, number, yes_or_no, list };

Kind kind_of(const Definition& definition, const RegisterField& field) {
  if (field.many) return Kind::list;
  // Codes are texts, also where they look like numbers.
  if (!choices_of(definition, field).empty()) return Kind::text;
  switch (field.type) {
    case FieldType::integer:
    case FieldType::number:
    case FieldType::year: return Kind::number;
    case FieldType::boolean: return Kind::yes_or_no;
    case FieldType::string:
    case FieldType::date:
    case FieldType::yearmonth: break;
  }
  return Kind::text;
}

std::string_view wanted(Kind kind) {
  switch (kind) {
    case Kind::number: return "must be a number";
    case Kind::yes_or_no: return "must be true or false";
    case Kind::list: return "must be a list of texts";
    case Kind::text: break;
  }
  return "must be a text";
}

bool is_plain(std::string_view text) { return text.find('\0') == std::string_view::npos; }

/// Several codes in the one written form; nothing where one of them is no text or would be taken for two.
std::optional<std::string> parts_of(const Json& list) {
  std::vector<std::string> parts;
  for (const auto& part : list) {
    if (!part.is_string()) return std::nullopt;
    const auto& text = part.get_ref<const std::string&>();
    if (!is_plain(text) || text.find(';') != std::string::npos) return std::nullopt;
    parts.push_back(text);
  }
  return join(parts, ";");
}

/// Without an exponent, as answers are written; 2.0 is the whole number 2.
std::string number_of(const Json& given) {
  if (!given.is_number_float()) return given.dump();
  std::array<char, 400> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), given.get<double>(), std::chars_format::fixed).ptr;
  return {digits.data(), end};
}

std::optional<std::string> value_of(Kind kind, const Json& given) {
  if (given.is_null()) return std::string{};
  if (kind == Kind::list && given.is_array()) return parts_of(given);
  if (given.is_string()) return is_plain(given.get_ref<const std::string&>()) ? std::optional(given.get<std::string>()) : std::nullopt;
  if (kind == Kind::number && given.is_number()) return number_of(given);
  if (kind == Kind::yes_or_no && given.is_boolean()) return given.get<bool>() ? "true" : "false";
  return std::nullopt;
}

/// Why nobody may set this field now; empty = they may.
std::string_view not_theirs(const RegisterField* field, Moment moment) {
  if (field == nullptr) return "is no field of this register";
  if (field->set_by == SetBy::system) return "is set by the register itself";
  if (field->set_by == SetBy::handler && moment == Moment::submitting) return "is filled in by whoever handles the record";
  return {};
}

OrderedJson json_of(Kind kind, const std::string& value) {
  if (kind == Kind::list) {
    auto list = OrderedJson::array();
    for (const auto& part : split(value, ';'))
      if (!part.empty()) list.push_back(part);
    return list;
  }
  if (kind == Kind::yes_or_no && (value == "true" || value == "false")) return value == "true";
  if (kind != Kind::number) return value;
  const auto* end = value.data() + value.size();
  std::int64_t whole = 0;
  if (const auto read = std::from_chars(value.data(), end, whole); read.ec == std::errc{} && read.ptr == end) return whole;
  double number = 0;
  if (const auto read = std::from_chars(value.data(), end, number, std::chars_format::fixed); read.ec == std::errc{} && read.ptr == end) return number;
  return value;
}

}  // namespace

Result<Json> parse_sent(std::string_view text) {
  if (auto well_formed = parse_json(text); !well_formed) return well_formed;  // size and depth are looked at there
  std::vector<std::set<std::string>> open;
  std::string twice;
  auto json = Json::parse(text, [&](int, Json::parse_event_t event, const Json& parsed) {
    if (event == Json::parse_event_t::object_start) open.emplace_back();
    if (event == Json::parse_event_t::object_end) open.pop_back();
    if (event == Json::parse_event_t::key && !open.back().insert(parsed.get<std::string>()).second && twice.empty()) twice = parsed.get<std::string>();
    return true;
  });
  if (!twice.empty()) return refuse(Fault::invalid_input, fmt::format("\"{}\" is said twice in one object", shorten(twice, 60)));
  return json;
}

SentAnswers sent_answers(const Definition& definition, const Json& given, Moment moment) {
  SentAnswers sent;
  if (!given.is_object()) return sent.faults.push_back({"answers", "must be an object, field by field"}), sent;
  for (const auto& [name, value] : given.items()) {
    const auto* field = definition.field(name);
    if (const auto why = not_theirs(field, moment); !why.empty()) {
      sent.faults.push_back({shorten(valid_utf8(name), 60), std::string(why)});
      continue;
    }
    const auto kind = kind_of(definition, *field);
    auto text = value_of(kind, value);
    if (text) sent.answers[name] = std::move(*text);
    else sent.faults.push_back({name, std::string(wanted(kind))});
  }
  return sent;
}

std::vector<SentFault> check_sent(const Definition& definition, const Answers& sent, const Answers& before, Moment moment) {
  auto after = before;
  for (const auto& [field, value] : sent) {
    if (trim(value).empty()) after.erase(field);
    else after[field] = value;
  }
  std::vector<SentFault> faults;
  for (const auto& fault : AnswerCheck(definition)(after, moment)) faults.push_back({fault.field, sentence(definition, fault)});
  for (const auto& [field, value] : sent) {
    const bool told = std::any_of(faults.begin(), faults.end(), [&](const SentFault& f) { return f.field == field; });
    if (!told && !trim(value).empty() && !after.contains(field)) faults.push_back({field, "is not asked, given the other answers"});
  }
  return faults;
}

OrderedJson answers_json(const Definition& definition, const Answers& answers) {
  auto json = OrderedJson::object();
  for (const auto& field : definition.fields)
    if (const auto found = answers.find(field.name); found != answers.end()) json[field.name] = json_of(kind_of(definition, field), found->second);
  return json;
}

}  // namespace makegood
