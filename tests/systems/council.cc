#include "systems/council.h"

#include <algorithm>

namespace makegood::systems {
namespace {

constexpr std::int64_t kDay = 24 * 60 * 60, kHalfPastNine = 34'200;

bool told_apart_by(const Definition& definition, const RegisterField& field) {
  const auto& key = definition.primary_key;
  return field.constraints.unique || std::find(key.begin(), key.end(), field.name) != key.end();
}

}  // namespace

Council::Council(const Subject& subject, const std::vector<std::string>& others) : about(subject) {
  set_day(day("2026-09-01"));
  for (const auto& other : others) take(systems::subject(other));
  take(about);
}

void Council::take(const Subject& other) {
  const auto actor = tasks::first_coordinator();
  (void)tasks::define_register(w, actor, other.text).value();
  if (other.definition.opens_with_dpia) (void)tasks::open_register(w, actor, {other.name, "Data protection officer", "DPIA-1", day("2020-01-01")});
}

void Council::set_day(Day today) { bench.clock.seconds = days_between(Day{}, today) * kDay + kHalfPastNine; }

tasks::Actor Council::who_may(const std::vector<Who>& list, const std::string& organisation) const {
  tasks::Actor actor{"somebody", {}};
  for (const auto& who : list)
    if (const auto role = access::role_from(who.role)) actor.grants.push_back({*role, "", who.own ? organisation : ""});
  return actor;
}

Result<tasks::Submitted> Council::submit(const Answers& answers) const {
  const auto actor = who_may(definition().roles.submit, std::string(answer(answers, definition().organisation)));
  return tasks::submit_record(w, &actor, {about.name, answers, ""});
}

Result<tasks::RecordImport> Council::bring_in(const Subject& from, const std::vector<Cells>& rows) const {
  tasks::FileTable table;
  for (const auto& field : from.definition.fields) table.header.push_back(field.name);
  for (const auto& row : rows) {
    tasks::FileRow made{table.rows.size() + 2, {}};
    for (const auto& field : table.header) made.cells.push_back(row.contains(field) ? row.at(field) : "");
    table.rows.push_back(std::move(made));
  }
  return tasks::import_records(w, tasks::operator_of_the_machine(), from.name, table, {.rights = tasks::Rights::of_the_machine});
}

std::int64_t Council::count() const { return w.registers.count({.register_name = about.name, .reach = {.all = true, .organisations = {}}}).value(); }

Answers as_submitted(const Subject& about, const Cells& row) {
  Answers answers;
  for (const auto& field : about.definition.fields)
    if (field.set_by == SetBy::whoever_submits && row.contains(field.name)) answers[field.name] = row.at(field.name);
  return answers;
}

Cells another(const Subject& about, Cells row, int number) {
  bool told_apart = false;
  for (const auto& field : about.definition.fields) {
    const bool free = field.type == FieldType::string && field.frame.empty() && field.refers != Refers::organisation && field.constraints.pattern.empty();
    if (!free || !told_apart_by(about.definition, field)) continue;
    row[field.name] = "N" + std::to_string(number) + "-" + field.name.substr(0, 20);
    told_apart = true;
  }
  if (told_apart) return row;
  // Keys of an organisation, a day and codes: another day where there is one, else another organisation and code.
  for (const auto& name : about.definition.primary_key) {
    const auto& field = *about.definition.field(name);
    const auto choices = choices_of(about.definition, field);
    if (field.type == FieldType::date) row[name] = day(row.at(name)).plus_days(number).iso();
    else if (field.refers == Refers::organisation) row[name] = "Organisation " + std::to_string(number);
    else if (!choices.empty()) row[name] = choices[static_cast<std::size_t>(number / 2) % choices.size()].code;
  }
  return row;
}

std::string some_value(const Subject& about, const RegisterField& field, const std::string& but) {
  for (const auto& row : about.rows)
    if (row.contains(field.name) && row.at(field.name) != but) return row.at(field.name);
  if (const auto choices = choices_of(about.definition, field); !choices.empty()) return choices.front().code;
  switch (field.type) {
    case FieldType::date: return "2026-08-01";
    case FieldType::yearmonth: return "2026-08";
    case FieldType::year: return "2026";
    case FieldType::integer:
    case FieldType::number: return field.constraints.minimum.value_or("1");
    case FieldType::boolean: return "true";
    case FieldType::string: break;
  }
  return field.format == TextFormat::uri ? "https://aberllyn.example/page" : field.format == TextFormat::email ? "post@aberllyn.example" : "Something";
}

Cells alone(const Subject& about, Cells row) {
  for (const auto& key : about.definition.foreign_keys)
    if (key.resource.empty())
      for (const auto& field : key.fields) row.erase(field);
  return row;
}

std::optional<Cells> good_row(const Subject& about) {
  const AnswerCheck check(about.definition);
  for (const auto& row : about.rows) {
    auto answers = as_submitted(about, row);
    if (check(answers, Moment::submitting).empty()) return alone(about, row);
  }
  return std::nullopt;
}

}  // namespace makegood::systems
