// What a definition says about values that no value could meet, or that two readings fit.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "registers/answers.h"
#include "registers/check_definition.h"
#include "registers/read_answer.h"

namespace makegood::registers {
namespace {

bool is_text(const RegisterField& field) { return field.type == FieldType::string; }
bool is_numeric_type(const RegisterField& field) { return field.type == FieldType::integer || field.type == FieldType::number; }

/// Whether this is how a value of the field is written down: what a condition, a bound or a list of values compares with.
bool is_written_value(const RegisterField& field, std::string_view text) {
  const auto read = read_typed(field, text);
  return !read.trouble && read.value == text;
}

void check_bounds_fit(const RegisterField& field, const std::string& pointer, Faults& faults) {
  const auto& c = field.constraints;
  if (!is_text(field) && (c.min_length || c.max_length))
    faults.push_back({pointer, fmt::format("\"{}\" is no text and has no length: \"minimum\" and \"maximum\" are its bounds", field.name)});
  if (!is_text(field) && !c.pattern.empty()) faults.push_back({pointer, fmt::format("\"{}\" is no text and cannot have a pattern", field.name)});
  if (!is_text(field) && field.format != TextFormat::any) faults.push_back({pointer, fmt::format("\"{}\" is no text and cannot have a format", field.name)});
  const auto bound = [&](const std::optional<std::string>& value, const char* member) {
    if (!value) return;
    if (is_text(field) || field.type == FieldType::boolean)
      faults.push_back({pointer + "/" + member, fmt::format("\"{}\" is no number or date and has no {}", field.name, member)});
    else if (is_numeric_type(field) ? read_typed(field, *value).trouble.has_value() : !is_written_value(field, *value))
      faults.push_back({pointer + "/" + member, fmt::format("the {} of \"{}\" is no value that it can have: {}", member, field.name, *value)});
  };
  bound(c.minimum, "minimum");
  bound(c.maximum, "maximum");
}

void check_listed_values(const RegisterField& field, const std::string& pointer, Faults& faults) {
  const auto& listed = field.constraints.one_of;
  if (!listed.empty() && !field.frame.empty())
    faults.push_back({pointer + "/enum", fmt::format("\"{}\" has both \"enum\" and \"frame\": one of them lists its values", field.name)});
  for (std::size_t i = 0; i < listed.size(); ++i) {
    if (!is_written_value(field, listed[i]))
      faults.push_back({fmt::format("{}/enum/{}", pointer, i), fmt::format("\"{}\" is no value that \"{}\" can have", listed[i], field.name)});
    if (std::find(listed.begin(), listed.begin() + static_cast<std::ptrdiff_t>(i), listed[i]) != listed.begin() + static_cast<std::ptrdiff_t>(i))
      faults.push_back({fmt::format("{}/enum/{}", pointer, i), fmt::format("the value \"{}\" is there twice", listed[i])});
  }
}

/// What a condition asks of a field without choices. With choices, check_fields() asks whether it is one.
void check_asked_value(const Definition& d, const RegisterField& field, const std::string& pointer, Faults& faults) {
  if (!field.shown_if) return;
  const auto* asked = d.field(field.shown_if->field);
  if (asked == nullptr || asked->type == FieldType::boolean || !choices_of(d, *asked).empty()) return;
  for (const auto& value : field.shown_if->in)
    if (!is_written_value(*asked, value))
      faults.push_back({pointer + "/shown_if", fmt::format("\"{}\" is not a value that \"{}\" can have", value, asked->name)});
}

void check_kind_of_field(const RegisterField& field, const std::string& pointer, Faults& faults) {
  if (field.long_text && (!is_text(field) || !field.frame.empty() || !field.constraints.one_of.empty()))
    faults.push_back({pointer + "/long", fmt::format("\"{}\" is no free text and cannot be \"long\"", field.name)});
  if (field.snap != Snap::none && !is_text(field) && !is_numeric_type(field))
    faults.push_back({pointer + "/snap", fmt::format("\"{}\" is no place and cannot be kept coarser", field.name)});
}

/// Two choices that one word leads to: which is meant would be guessed.
void check_words_of_choices(const std::string& frame, const std::vector<RegisterChoice>& choices, Faults& faults) {
  std::map<std::string, std::size_t> of;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    auto words = choices[i].also;
    words.insert(words.end(), {choices[i].code, choices[i].title.en, choices[i].title.cy});
    for (const auto& word : words) {
      const auto [first, fresh] = of.emplace(fold(word), i);
      if (fresh || word.empty() || choices[first->second].code == choices[i].code) continue;
      faults.push_back({fmt::format("/makegood/frames/{}/{}", frame, i), fmt::format("\"{}\" means \"{}\" as well as \"{}\"", word, choices[first->second].code, choices[i].code)});
    }
  }
}

void check_counted(const Definition& d, Faults& faults) {
  for (const auto& name : d.counts_by) {
    const auto* field = d.field(name);
    if (field != nullptr && field->is_protected() && field->type != FieldType::boolean && choices_of(d, *field).empty())
      faults.push_back({"/makegood/counts/by", fmt::format("\"{}\" is protected and has no list of values: a count by it would tell what it says", name)});
  }
}

}  // namespace

void check_values(const Definition& d, Faults& faults) {
  for (std::size_t i = 0; i < d.fields.size(); ++i) {
    const auto pointer = fmt::format("/fields/{}", i);
    check_bounds_fit(d.fields[i], pointer + "/constraints", faults);
    check_listed_values(d.fields[i], pointer + "/constraints", faults);
    check_asked_value(d, d.fields[i], pointer + "/makegood", faults);
    check_kind_of_field(d.fields[i], pointer + "/makegood", faults);
  }
  for (const auto& [name, choices] : d.frames) check_words_of_choices(name, choices, faults);
  for (const auto& name : d.primary_key)
    if (const auto* field = d.field(name); field != nullptr && field->shown_if)
      faults.push_back({"/primaryKey", fmt::format("the primary key names \"{}\", which is not always asked", name)});
  check_counted(d, faults);
}

}  // namespace makegood::registers
