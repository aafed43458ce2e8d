#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <re2/re2.h>

#include "codeframe/codeframe.h"
#include "registers/check_definition.h"

namespace makegood::registers {
namespace {

bool good_name(std::string_view name) {
  return !name.empty() && name.size() <= 50 && name.front() >= 'a' && name.front() <= 'z' &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}
bool good_slug(std::string_view name) {
  return !name.empty() && name.size() <= 60 && name.front() >= 'a' && name.front() <= 'z' &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

/// The place of a field's page in the form; fields without one are on the last.
std::size_t page_of(const Definition& d, const RegisterField& field) {
  const auto found = std::find_if(d.pages.begin(), d.pages.end(), [&](const FormPage& p) { return p.name == field.page; });
  return field.page.empty() ? d.pages.size() : static_cast<std::size_t>(found - d.pages.begin());
}

bool has_choice(const Definition& d, const RegisterField& field, const std::string& code) {
  if (const auto own = d.frames.find(field.frame); own != d.frames.end())
    return std::any_of(own->second.begin(), own->second.end(), [&](const RegisterChoice& c) { return c.code == code; });
  if (field.type == FieldType::boolean) return code == "true" || code == "false";
  if (!field.constraints.one_of.empty())
    return std::find(field.constraints.one_of.begin(), field.constraints.one_of.end(), code) != field.constraints.one_of.end();
  const auto* shipped = code_frame(field.frame);
  return shipped == nullptr || shipped->find(code) != nullptr;
}

void check_codes(const Definition& d, const Condition& condition, const std::string& pointer, Faults& faults) {
  const auto* field = d.field(condition.field);
  for (const auto& code : condition.in)
    if (field != nullptr && !has_choice(d, *field, code))
      faults.push_back({pointer, fmt::format("\"{}\" is not a value that \"{}\" can have", code, condition.field)});
}

void check_condition(const Definition& d, std::size_t place, const std::string& pointer, Faults& faults) {
  const auto& field = d.fields[place];
  const auto& condition = *field.shown_if;
  const auto asked = std::find_if(d.fields.begin(), d.fields.end(), [&](const RegisterField& f) { return f.name == condition.field; });
  if (asked == d.fields.end()) {
    faults.push_back({pointer, fmt::format("\"{}\" depends on \"{}\", which is not there", field.name, condition.field)});
    return;
  }
  const auto before = static_cast<std::size_t>(asked - d.fields.begin());
  const auto page = page_of(d, field), other = page_of(d, *asked);
  if (other > page || (other == page && before >= place))
    faults.push_back({pointer, fmt::format("\"{}\" depends on \"{}\", which is asked later", field.name, condition.field)});
  if (field.set_by == SetBy::whoever_submits && asked->set_by != SetBy::whoever_submits)
    faults.push_back({pointer, fmt::format("\"{}\" depends on \"{}\", which whoever submits is not asked", field.name, condition.field)});
  check_codes(d, condition, pointer, faults);
}

void check_constraints(const RegisterField& field, const std::string& pointer, Faults& faults) {
  const auto& c = field.constraints;
  if (c.min_length && c.max_length && *c.min_length > *c.max_length)
    faults.push_back({pointer, fmt::format("\"{}\" is to be longer than it may be", field.name)});
  const bool number = field.type == FieldType::integer || field.type == FieldType::number;
  if (c.minimum && c.maximum && (number ? std::strtod(c.minimum->c_str(), nullptr) > std::strtod(c.maximum->c_str(), nullptr) : *c.minimum > *c.maximum))
    faults.push_back({pointer, fmt::format("\"{}\" has a minimum above its maximum", field.name)});
  if (c.required && field.set_by == SetBy::system) faults.push_back({pointer, fmt::format("\"{}\" is set by the system and cannot be required", field.name)});
  if (!c.pattern.empty() && !RE2(c.pattern, RE2::Quiet).ok())
    faults.push_back({pointer, fmt::format("\"{}\" has a pattern that is no regular expression", field.name)});
}

void check_field(const Definition& d, std::size_t place, Faults& faults) {
  const auto& field = d.fields[place];
  const auto pointer = fmt::format("/fields/{}", place);
  if (!good_name(field.name)) faults.push_back({pointer + "/name", fmt::format("\"{}\" is no name: lower case, digits and underscores", field.name)});
  if (!field.page.empty() && page_of(d, field) == d.pages.size())
    faults.push_back({pointer + "/makegood/page", fmt::format("\"{}\" is asked on the page \"{}\", which is not there", field.name, field.page)});
  if (!field.frame.empty() && !d.frames.contains(field.frame) && code_frame(field.frame) == nullptr)
    faults.push_back({pointer + "/makegood/frame", fmt::format("\"{}\" has the code frame \"{}\", which is neither here nor shipped", field.name, field.frame)});
  if (field.many && field.frame.empty()) faults.push_back({pointer + "/makegood/many", fmt::format("\"{}\" has several values but no frame", field.name)});
  if (field.shown_if) check_condition(d, place, pointer + "/makegood/shown_if", faults);
  check_constraints(field, pointer + "/constraints", faults);
}

void check_keys(const Definition& d, Faults& faults) {
  for (const auto& name : d.primary_key)
    if (d.field(name) == nullptr) faults.push_back({"/primaryKey", fmt::format("the primary key names \"{}\", which is not there", name)});
  for (std::size_t i = 0; i < d.foreign_keys.size(); ++i) {
    const auto& key = d.foreign_keys[i];
    const auto pointer = fmt::format("/foreignKeys/{}", i);
    if (key.fields.size() != key.reference.size()) faults.push_back({pointer, "a foreign key names another number of fields on each side"});
    for (const auto& name : key.fields)
      if (d.field(name) == nullptr) faults.push_back({pointer, fmt::format("a foreign key names \"{}\", which is not there", name)});
    for (const auto& name : key.reference)
      if (key.resource.empty() && d.field(name) == nullptr)
        faults.push_back({pointer, fmt::format("a foreign key leads to \"{}\", which is not there", name)});
  }
}

template <class List, class Name>
void check_once(const List& list, Name name, const std::string& pointer, std::string_view what, Faults& faults) {
  std::set<std::string, std::less<>> seen;
  for (std::size_t i = 0; i < list.size(); ++i)
    if (!seen.insert(name(list[i])).second)
      faults.push_back({fmt::format("{}/{}", pointer, i), fmt::format("the {} \"{}\" is there twice", what, name(list[i]))});
}

}  // namespace

void check_fields(const Definition& d, Faults& faults) {
  if (!good_slug(d.name)) faults.push_back({"/makegood/name", fmt::format("\"{}\" is no name: lower case, digits and hyphens", d.name)});
  if (d.fields.empty()) faults.push_back({"/fields", "there is no field"});
  if (d.fields.size() > 200) faults.push_back({"/fields", "there are more than 200 fields"});
  check_once(d.fields, [](const RegisterField& f) { return f.name; }, "/fields", "field", faults);
  check_once(d.pages, [](const FormPage& p) { return p.name; }, "/makegood/pages", "page", faults);
  for (const auto& [name, choices] : d.frames) {
    check_once(choices, [](const RegisterChoice& c) { return c.code; }, "/makegood/frames/" + name, "code", faults);
    if (choices.empty()) faults.push_back({"/makegood/frames/" + name, fmt::format("the frame \"{}\" is empty", name)});
  }
  for (std::size_t i = 0; i < d.fields.size(); ++i) check_field(d, i, faults);
  for (std::size_t i = 0; i < d.pages.size(); ++i)
    if (std::none_of(d.fields.begin(), d.fields.end(), [&](const RegisterField& f) { return f.page == d.pages[i].name; }))
      faults.push_back({fmt::format("/makegood/pages/{}", i), fmt::format("nothing is asked on the page \"{}\"", d.pages[i].name)});
  check_keys(d, faults);
}

}  // namespace makegood::registers
