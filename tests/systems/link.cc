// What ties a record to others, to items and to evidence; and records drawn for a panel.

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "systems/council.h"
#include "systems/kinds.h"
#include "tasks/register_watch.h"

namespace makegood::systems {
namespace {

std::vector<std::string> targets_of(const Subject& about) {
  std::set<std::string> names;
  for (const auto& key : about.definition.foreign_keys)
    if (!key.resource.empty()) names.insert(key.resource);
  return {names.begin(), names.end()};
}

std::string brought(const Result<tasks::RecordImport>& done) {
  if (!done) return done.error().line();
  return done->written ? std::string{} : fmt::format("row {}, {}: {}", done->faults.front().row, done->faults.front().column, done->faults.front().message);
}

/// A row whose keys lead to rows that are there, and the same with a key that leads nowhere.
void check_keys(const Subject& about, Faults& faults) {
  Council c(about, targets_of(about));
  for (const auto& other : targets_of(about)) {
    for (const auto& further : targets_of(subject(other))) c.take(subject(further));
    if (const auto fault = brought(c.bring_in(subject(other), subject(other).rows)); !fault.empty() && targets_of(subject(other)).empty()) return faults.push_back(other + ": " + fault);
  }
  for (const auto& other : targets_of(about))
    for (const auto& further : targets_of(subject(other))) {
      (void)c.bring_in(subject(further), subject(further).rows);
      if (const auto fault = brought(c.bring_in(subject(other), subject(other).rows)); !fault.empty()) return faults.push_back(other + ": " + fault);
    }
  if (const auto fault = brought(c.bring_in(about, about.rows)); !fault.empty()) return faults.push_back("keys that lead to rows are refused: " + fault);
  for (const auto& key : about.definition.foreign_keys) {
    const auto row = std::find_if(about.rows.begin(), about.rows.end(), [&](const Cells& one) { return std::all_of(key.fields.begin(), key.fields.end(), [&](const auto& f) { return one.contains(f); }); });
    if (row == about.rows.end()) continue;
    auto astray = another(about, *row, 1);
    astray[key.fields.back()] = "leads-nowhere";
    const auto done = c.bring_in(about, {astray});
    const bool told = done && !done->written && std::any_of(done->faults.begin(), done->faults.end(), [&](const tasks::RowFault& f) { return f.column == key.fields.back(); });
    if (!told) faults.push_back(join(key.fields, ", ") + " leads nowhere and is taken");
  }
}

/// A reference to an item, to evidence or to a record is kept as it was given.
void check_references(const Subject& about, Refers refers, Faults& faults) {
  Council c(about);
  for (const auto& field : about.definition.fields) {
    if (field.refers != refers) continue;
    const auto row = std::find_if(about.rows.begin(), about.rows.end(), [&](const Cells& one) { return one.contains(field.name); });
    if (row == about.rows.end()) {
      faults.push_back(field.name + " is in none of the made-up rows");
      continue;
    }
    const auto before = c.count();
    if (const auto fault = brought(c.bring_in(about, {another(about, alone(about, *row), static_cast<int>(before))})); !fault.empty()) return faults.push_back(fault);
    bool found = false;
    (void)c.w.registers.each({.register_name = about.name, .reach = {.all = true, .organisations = {}}}, [&](const Record& record) { return found = found || !answer(record.answers, field.name).empty(), !found; });
    if (!found) faults.push_back(field.name + " is not kept");
  }
}

}  // namespace

bool has_links(const Subject& about) {
  return !about.definition.foreign_keys.empty() || !about.definition.links.empty() ||
         std::any_of(about.definition.fields.begin(), about.definition.fields.end(), [](const RegisterField& f) { return f.refers == Refers::item || f.refers == Refers::evidence || f.refers == Refers::record; });
}

Faults check_link(const Subject& about) {
  Faults faults;
  if (!about.definition.foreign_keys.empty()) check_keys(about, faults);
  for (const auto refers : {Refers::item, Refers::evidence, Refers::record}) check_references(about, refers, faults);
  return faults;
}

Faults check_plan(const Subject& about) {
  auto faults = check_form(about);
  check_references(about, Refers::item, faults);
  check_references(about, Refers::evidence, faults);
  return faults;
}

Faults check_sample(const Subject& about) {
  Faults faults;
  Council c(about);
  if (const auto fault = brought(c.bring_in(about, about.rows)); !fault.empty()) return {"the made-up rows do not come in: " + fault};
  const auto draw = [&](std::uint64_t number) {
    const auto drawn = tasks::sample_records(c.w, tasks::operator_of_the_machine(), {.register_name = about.name, .size = 20, .number = number, .from = {}, .until = {}}, tasks::Rights::of_the_machine);
    std::set<std::string> ids;
    for (const auto& id : *drawn) ids.insert(id.text);
    return ids;
  };
  if (draw(1).size() != std::min<std::size_t>(20, about.rows.size())) faults.push_back("a sample of twenty is not twenty records");
  if (draw(1) != draw(1) || (draw(1) == draw(2) && about.rows.size() > 40)) faults.push_back("the number does not decide which records are drawn");
  // Each record is as likely as any other: over a dozen draws, none far from its share.
  std::map<std::string, int> times;
  constexpr int kDraws = 12;
  for (std::uint64_t number = 0; number < kDraws; ++number)
    for (const auto& id : draw(number)) ++times[id];
  const double share = kDraws * 20.0 / static_cast<double>(about.rows.size());
  for (const auto& [id, drawn] : times)
    if (drawn > share + 6 * std::sqrt(share) || drawn < share - 6 * std::sqrt(share)) faults.push_back(fmt::format("a record is drawn {} times of twelve, where {:.0f} are its share", drawn, share));
  if (!about.definition.independent.empty())  // nobody reviews their own
    for (const auto& fault : check_state(about)) faults.push_back(fault);
  return faults;
}

}  // namespace makegood::systems
