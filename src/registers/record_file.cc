#include "registers/record_file.h"

#include <algorithm>
#include <map>

namespace makegood {
namespace {

std::string key(std::string_view heading) { return fold(replace_all(std::string(heading), "_", " ")); }

std::map<std::string, std::size_t> by_heading(const Definition& definition) {
  std::map<std::string, std::size_t> names;
  // A name decides over a title, and a title over a heading of another system.
  for (std::size_t i = 0; i < definition.fields.size(); ++i) names.emplace(key(definition.fields[i].name), i);
  for (std::size_t i = 0; i < definition.fields.size(); ++i) {
    names.emplace(key(definition.fields[i].title.en), i);
    names.emplace(key(definition.fields[i].title.cy), i);
  }
  for (std::size_t i = 0; i < definition.fields.size(); ++i)
    for (const auto& heading : definition.fields[i].headings) names.emplace(key(heading), i);
  names.erase("");
  return names;
}

}  // namespace

ColumnMap map_columns(const Definition& definition, const std::vector<std::string>& header) {
  ColumnMap map;
  const auto names = by_heading(definition);
  std::vector<bool> taken(definition.fields.size());
  for (const auto& heading : header) {
    const auto found = names.find(key(heading));
    if (found == names.end()) {
      map.fields.push_back(std::nullopt);
      if (!heading.empty()) map.unknown.push_back(heading);
      continue;
    }
    if (taken[found->second]) map.twice.push_back(definition.fields[found->second].title.en);
    taken[found->second] = true;
    map.fields.push_back(found->second);
  }
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const auto& field = definition.fields[i];
    if (!taken[i] && field.constraints.required && !field.shown_if && !field.is_sender && field.set_by == SetBy::whoever_submits) map.missing.push_back(field.title.en);
  }
  return map;
}

Answers row_answers(const Definition& definition, const ColumnMap& columns, const std::vector<std::string>& cells) {
  Answers answers;
  for (std::size_t i = 0; i < cells.size() && i < columns.fields.size(); ++i) {
    if (!columns.fields[i]) continue;
    const auto value = trim(cells[i]);
    const auto& nothing = definition.missing_values;
    if (value.empty() || std::find(nothing.begin(), nothing.end(), value) != nothing.end()) continue;
    answers[definition.fields[*columns.fields[i]].name] = std::string(value);
  }
  return answers;
}

std::vector<std::string> file_header(const Definition& definition) {
  std::vector<std::string> header;
  for (const auto& field : definition.fields) header.push_back(field.name);
  return header;
}

}  // namespace makegood
