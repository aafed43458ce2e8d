#pragma once
// A register as the tests of systems meet it: its definition as the program reads it, the same file as plain JSON for whoever
// checks the program, and the rows that examples/registers/generate.py makes for it.

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "formats/csv.h"
#include "registers/registers.h"

namespace makegood::systems {

/// What does not hold, one sentence each.
using Faults = std::vector<std::string>;

using Cells = std::map<std::string, std::string>;  ///< by field; an empty cell is not there

struct Subject {
  std::string name, text;
  Definition definition;
  nlohmann::json json, recipe;
  std::vector<std::string> header;               ///< of the made-up file
  std::vector<std::vector<std::string>> cells;   ///< as in the file
  std::vector<Cells> rows;                       ///< the same by field

  /// The plain JSON of a field; null where it has no such member.
  [[nodiscard]] nlohmann::json of_field(const std::string& field, const std::string& member) const;
  [[nodiscard]] const nlohmann::json& ours() const { return json.at("makegood"); }
};

/// Each is read once. Throws where a file is missing: then nothing can be tested.
[[nodiscard]] const Subject& subject(const std::string& name);

[[nodiscard]] inline Day day(std::string_view iso) { return *Day::parse(iso); }

}  // namespace makegood::systems
