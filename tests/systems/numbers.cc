// An existing system's file, and counts: against others that are made here from the file itself.

#include <algorithm>
#include <fstream>
#include <set>

#include <fmt/format.h>

#include "calc/calc.h"
#include "systems/council.h"
#include "systems/kinds.h"
#include "tasks/register_watch.h"

namespace makegood::systems {
namespace {

constexpr std::string_view kUnmappedWord = "unmapped";

/// The heading under which another system has the field, where it has one.
std::string other_heading(const Subject& about, const std::string& field) {
  const auto others = about.of_field(field, "headings");
  return others.is_null() || others.empty() ? field : others[0].get<std::string>();
}

tasks::FileTable extract(const Subject& about) {
  tasks::FileTable table;
  for (const auto& field : about.definition.fields) table.header.push_back(other_heading(about, field.name));
  for (const auto& row : about.rows) {
    tasks::FileRow made{table.rows.size() + 2, {}};
    for (const auto& field : about.definition.fields) made.cells.push_back(row.contains(field.name) ? row.at(field.name) : "");
    table.rows.push_back(std::move(made));
  }
  return table;
}

/// Codes and labels of a field's frame, read from the catalogue's files; empty = the field is free.
std::map<std::string, std::string> readings(const Subject& about, const std::string& field) {
  std::map<std::string, std::string> read;
  const auto frame = about.of_field(field, "frame");
  if (frame.is_null()) return read;
  const auto& own = about.ours().contains("frames") ? about.ours().at("frames") : nlohmann::json::object();
  const auto name = frame.get<std::string>();
  if (own.contains(name)) {
    for (const auto& choice : own.at(name)) read[choice.at("code")] = read[lower(choice.at("title").get<std::string>())] = choice.at("code");
    for (const auto& choice : own.at(name))
      for (const auto& also : choice.value("also", nlohmann::json::array())) read[lower(also.get<std::string>())] = choice.at("code");
    return read;
  }
  std::ifstream in("catalogue/codeframes/" + name + ".csv", std::ios::binary);
  const auto table = read_csv_table(std::string(std::istreambuf_iterator<char>(in), {})).value();
  for (const auto& row : table.rows) read[row.cells[0]] = row.cells[0];
  return read;
}

using Counts = std::map<std::string, std::int64_t>;

/// How often each code is in the file; several in one cell count each.
Counts counted_here(const Subject& about, const std::string& field) {
  const auto read = readings(about, field);
  Counts counts;
  for (const auto& row : about.rows) {
    const auto cell = row.contains(field) ? row.at(field) : std::string{};
    const bool many = about.of_field(field, "many") == true;
    for (const auto& part : many && !cell.empty() ? split(cell, ';') : std::vector<std::string>{cell}) {
      const auto code = read.find(part);
      const auto by_label = read.find(lower(part));
      ++counts[read.empty() || part.empty() ? part : code != read.end() ? code->second : by_label != read.end() ? by_label->second : std::string(kUnmappedWord)];
    }
  }
  return counts;
}

std::string brought(const Council& c) {
  const auto done = c.bring_in(c.about, c.about.rows);
  if (!done) return done.error().line();
  return done->written ? std::string{} : fmt::format("row {}: {}", done->faults.front().row, done->faults.front().message);
}

Result<tasks::Counted> count(const Council& c, const std::vector<std::string>& by, std::optional<Every> over = {}) {
  return tasks::count_by(c.w, tasks::operator_of_the_machine(), {.register_name = c.about.name, .by = by, .from = {}, .until = {}, .over = over}, tasks::Rights::of_the_machine);
}

}  // namespace

bool has_counts(const Subject& about) { return about.ours().contains("counts"); }

Faults check_import(const Subject& about) {
  Faults faults;
  Council c(about);
  const auto table = extract(about);
  const auto first = tasks::import_records(c.w, tasks::operator_of_the_machine(), about.name, table, {.rights = tasks::Rights::of_the_machine});
  if (!first || !first->written) return {"the extract does not come in: " + (first ? first->faults.front().message : first.error().line())};
  if (first->fresh != static_cast<int>(about.rows.size())) faults.push_back(fmt::format("{} of {} rows came in", first->fresh, about.rows.size()));
  for (const auto& heading : first->unknown_columns) faults.push_back("nothing takes the column " + heading);
  if (about.json.contains("primaryKey")) {
    const auto again = tasks::import_records(c.w, tasks::operator_of_the_machine(), about.name, table, {.rights = tasks::Rights::of_the_machine});
    if (!again || again->unchanged != first->fresh || again->fresh != 0) faults.push_back("the same file again is not the same records");
  }
  auto spoilt = table;
  spoilt.rows.back().cells.pop_back();
  Council other(about);
  const auto refused = tasks::import_records(other.w, tasks::operator_of_the_machine(), about.name, spoilt, {.rights = tasks::Rights::of_the_machine});
  if (!refused || refused->written || refused->faulty != std::vector<std::size_t>{spoilt.rows.back().row} || other.count() != 0) faults.push_back("a file with a faulty row brought something in");
  return faults;
}

Faults check_count(const Subject& about) {
  Faults faults;
  Council c(about);
  if (const auto fault = brought(c); !fault.empty()) return {"the made-up rows do not come in: " + fault};
  for (const auto& by : about.ours().at("counts").at("by")) {
    const auto field = by.get<std::string>();
    const auto counted = count(c, {field});
    if (!counted) return {counted.error().line()};
    Counts there;
    for (const auto& row : counted->rows) there[row.values[0]] = row.records;
    if (there != counted_here(about, field)) faults.push_back("counts by " + field + " are not those of the file");
    if (counted->records != static_cast<std::int64_t>(about.rows.size())) faults.push_back("not every record is counted");
  }
  return faults;
}

Faults check_series(const Subject& about) {
  Council c(about);
  if (const auto fault = brought(c); !fault.empty()) return {"the made-up rows do not come in: " + fault};
  const auto field = about.ours().at("counts").at("by").at(0).get<std::string>();
  const auto counted = count(c, {field}, Every::month);
  if (!counted) return {counted.error().line()};
  const auto csv = write_csv(tasks::counted_cells(*counted));
  const auto file = open_delimited(csv);
  std::string chart;
  const auto account = calc::run(*calc::find_method("spc"), file, calc::survey(file), {}, [&](std::string_view part) { chart += part; });
  if (!account || account->has_contradiction()) return {"the control chart does not read the counts"};
  const auto table = read_csv_table(chart).value();
  const auto column = [&](std::string_view name) { return static_cast<std::size_t>(std::find(table.header.begin(), table.header.end(), name) - table.header.begin()); };
  Faults faults;
  std::int64_t sum = 0, expected = 0;
  for (const auto& row : table.rows) {
    sum += std::stoll(row.cells[column("y")]);
    if (row.cells[column("mean")].empty()) faults.push_back("a series has no mean");
  }
  const bool many = about.of_field(field, "many") == true;
  for (const auto& row : about.rows) {
    const auto on = row.contains(about.definition.date) ? row.at(about.definition.date).substr(0, 7) : std::string("9999");
    const auto values = row.contains(field) && many ? split(row.at(field), ';').size() : 1;
    if (on < "2026-09") expected += static_cast<std::int64_t>(values);  // the months that have ended on 1 September 2026
  }
  if (sum != expected) faults.push_back(fmt::format("the series hold {} and the file {}", sum, expected));
  return faults;
}

}  // namespace makegood::systems
