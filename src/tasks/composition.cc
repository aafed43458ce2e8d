#include "tasks/composition.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "extract/own_cells.h"

namespace makegood::tasks {
namespace {

std::optional<int> whole(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// The first text of a record besides its key: what people call the group.
std::string called(const Definition& definition, const std::string& key, const Answers& answers) {
  for (const auto& field : definition.fields)
    if (field.name != key && field.type == FieldType::string && field.frame.empty() && field.refers == Refers::nothing && !field.is_protected())
      return std::string(answer(answers, field.name));
  return {};
}

GroupChoice choice_of(const MembersRegister& of, const Record& record) {
  GroupChoice choice{std::string(answer(record.answers, of.key)), {}, whole(answer(record.answers, of.words.seats)), {}};
  const auto name = called(of.groups->definition, of.key, record.answers);
  choice.title = name.empty() ? choice.key : choice.key + ": " + name;
  for (const auto& code : split(answer(record.answers, of.words.required_in), ';'))
    if (const auto trimmed = trim(code); !trimmed.empty()) choice.required.emplace_back(trimmed);
  return choice;
}

/// Organisations by the name that the directory has.
void name_organisations(const OrganisationNames& names, const Definition& definition, const std::string& field, std::string& value) {
  if (const auto* found = definition.field(field); found != nullptr && found->refers == Refers::organisation && !value.empty()) value = names.name_of(value);
}

MemberLine line_of(const MembersRegister& of, std::vector<registers::CodedValues>& by, const Record& record) {
  MemberLine line{record.id, {}, *Day::parse(answer(record.answers, of.words.from)), registers::last_day(of.words, record.answers)};
  for (auto& values : by) line.values.push_back(join(values.of(record), ";"));
  return line;
}

const GroupChoice* chosen(const std::vector<GroupChoice>& groups, std::string_view key) {
  if (key.empty()) return groups.empty() ? nullptr : &groups.front();
  const auto found = std::find_if(groups.begin(), groups.end(), [&](const GroupChoice& group) { return group.key == key; });
  return found == groups.end() ? nullptr : &*found;
}

std::string title_in(const Definition& definition, const std::string& field, const std::string& value) {
  for (const auto& choice : choices_of(definition, *definition.field(field)))
    if (choice.code == value) return choice.title.en;
  return value.empty() ? "not stated" : value;
}

}  // namespace

Result<MembersRegister> members_register(const Workspace& w, std::string_view name) {
  auto kept = w.registers.find(name);
  if (!kept) return tl::unexpected(kept.error());
  auto words = registers::read_group_words((*kept)->text);
  if (!words.composition) return refuse(Fault::invalid_input, "this register does not say who is a member of what");
  const auto* key = registers::key_through((*kept)->definition, words.composition->group, 1);
  auto groups = w.registers.find(key->resource);
  if (!groups) return refuse(Fault::not_found, fmt::format("the register \"{}\", which has the groups, is not in use here", key->resource));
  return MembersRegister{std::move(*kept), std::move(*groups), std::move(*words.composition), key->reference.front()};
}

Result<std::vector<GroupChoice>> groups_of(const Workspace& w, const MembersRegister& of, const Reach& reach) {
  std::vector<GroupChoice> groups;
  auto done = w.registers.each({.register_name = of.groups->definition.name, .reach = reach}, [&](const Record& record) { return groups.push_back(choice_of(of, record)), true; });
  if (!done) return tl::unexpected(done.error());
  std::erase_if(groups, [](const GroupChoice& group) { return group.key.empty(); });
  std::sort(groups.begin(), groups.end(), [](const GroupChoice& a, const GroupChoice& b) { return a.key < b.key; });
  return groups;
}

Result<std::vector<Record>> members_on(const Workspace& w, const MembersRegister& of, const Reach& reach, std::string_view group, Day day) {
  std::vector<Record> members;
  auto done = w.registers.each({.register_name = of.kept->definition.name, .reach = reach}, [&](const Record& record) {
    if (answer(record.answers, of.words.group) == group && registers::is_member(of.words, record, day)) members.push_back(record);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return members;
}

Result<CompositionSeen> composition_of(const Workspace& w, const Actor& actor, std::string_view register_name, std::string_view group, Day day, Rights rights) {
  const auto of = members_register(w, register_name);
  if (!of) return tl::unexpected(of.error());
  const auto reach = reach_with(of->kept->definition, actor, Doing::see, rights);
  if (!reach) return tl::unexpected(reach.error());
  const auto groups_reach = reach_with(of->groups->definition, actor, Doing::see, rights);
  if (!groups_reach) return tl::unexpected(groups_reach.error());
  auto groups = groups_of(w, *of, *groups_reach);
  if (!groups) return tl::unexpected(groups.error());
  const auto* asked = chosen(*groups, group);
  if (asked == nullptr && !group.empty()) return refuse(Fault::not_found, fmt::format("there is no group \"{}\"", shorten(group, 60)), "group");
  CompositionSeen seen{.kept = of->kept, .groups = *groups, .group = asked == nullptr ? GroupChoice{} : *asked, .day = day, .by = of->words.by, .members = 0, .vacant = {},
                       .lines = {}, .missing = {}, .required = of->words.required, .each = {}};
  const auto names = organisation_names(w);
  if (!names) return tl::unexpected(names.error());
  const auto members = members_on(w, *of, *reach, seen.group.key, day);
  if (!members) return tl::unexpected(members.error());
  registers::Composition composition(of->kept->definition, of->words, seen.by, day);
  auto by = registers::coded_values(of->kept->definition, seen.by);
  for (const auto& member : *members) {
    composition.take(member);
    seen.each.push_back(line_of(*of, by, member));
    for (std::size_t i = 0; i < seen.by.size(); ++i) name_organisations(*names, of->kept->definition, seen.by[i], seen.each.back().values[i]);
  }
  seen.members = composition.members();
  seen.vacant = registers::vacant_seats(seen.group.seats, seen.members);
  seen.missing = composition.without_member(seen.group.required);
  seen.lines = composition.lines();
  for (auto& counted : seen.lines)
    for (auto& line : counted.lines) name_organisations(*names, of->kept->definition, counted.field, line.value);
  return seen;
}

std::vector<std::vector<std::string>> composition_cells(const CompositionSeen& seen) {
  const auto& definition = seen.kept->definition;
  std::vector<std::vector<std::string>> cells{{"part", "field", "value", "title", "members"}};
  cells.push_back({"members", "", seen.group.key, seen.day.iso(), std::to_string(seen.members)});
  if (seen.group.seats) cells.push_back({"seats", "", "", "", std::to_string(*seen.group.seats)});
  if (seen.vacant) cells.push_back({"vacant", "", "", "", std::to_string(*seen.vacant)});
  for (const auto& by : seen.lines)
    for (const auto& line : by.lines) cells.push_back({"by", by.field, line.value, title_in(definition, by.field, line.value), std::to_string(line.members)});
  for (const auto& code : seen.missing) cells.push_back({"missing", seen.required, code, title_in(definition, seen.required, code), "0"});
  for (auto& row : cells)
    for (auto& cell : row) cell = spreadsheet_safe(std::move(cell));
  return cells;
}

}  // namespace makegood::tasks
