#include "systems/subject.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace makegood::systems {
namespace {

std::string read_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + " is not there");
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A file in which no row says whose it is, is of one organisation.
void say_whose(Subject& made) {
  const auto& whose = made.definition.organisation;
  if (whose.empty() || std::any_of(made.rows.begin(), made.rows.end(), [&](const Cells& row) { return row.contains(whose); })) return;
  for (auto& row : made.rows) row[whose] = "Aberllyn";
}

Subject read_subject(const std::string& name) {
  Subject made;
  made.name = name;
  made.text = read_text("catalogue/registers/" + name + ".json");
  made.definition = definition_of(made.text).value();
  made.json = nlohmann::json::parse(made.text);
  made.recipe = nlohmann::json::parse(read_text("catalogue/registers/examples/" + name + ".json"));
  const auto table = read_csv_table(read_text(std::string(MAKEGOOD_REGISTER_DATA) + "/" + name + ".csv")).value();
  const auto columns = map_columns(made.definition, table.header);
  made.header = table.header;
  for (const auto& row : table.rows) {
    made.cells.push_back(row.cells);
    const auto answers = row_answers(made.definition, columns, row.cells);
    made.rows.emplace_back(answers.begin(), answers.end());
  }
  say_whose(made);
  return made;
}

}  // namespace

nlohmann::json Subject::of_field(const std::string& field, const std::string& member) const {
  for (const auto& one : json.at("fields")) {
    if (one.at("name") != field) continue;
    if (one.contains(member)) return one.at(member);
    return one.contains("makegood") && one["makegood"].contains(member) ? one["makegood"][member] : nlohmann::json();
  }
  return {};
}

const Subject& subject(const std::string& name) {
  static std::map<std::string, Subject> read;
  const auto there = read.find(name);
  return there != read.end() ? there->second : read.emplace(name, read_subject(name)).first->second;
}

}  // namespace makegood::systems
