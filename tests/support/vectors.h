#pragma once
// For tests: the reference values of tests/statistics, and those under MAKEGOOD_SHARED.

#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace makegood::vectors {

using Rows = std::vector<std::map<std::string, std::string>>;

/// No rows where the file is not there. Cells without quotation marks.
inline Rows read(const std::string& path) {
  Rows rows;
  std::ifstream in(path);
  std::vector<std::string> header;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"') quoted = !quoted;
      else if (c == ',' && !quoted) cells.emplace_back();
      else cells.back() += c;
    }
    if (header.empty()) header = cells;
    else
      for (rows.emplace_back(); const auto& name : header) {
        const auto place = static_cast<std::size_t>(&name - header.data());
        rows.back()[name] = place < cells.size() ? cells[place] : "";
      }
  }
  return rows;
}

/// Tests run in the project's folder.
inline Rows ours(const std::string& name) { return read("tests/statistics/" + name); }

inline std::vector<double> numbers(const Rows& rows, const std::string& column) {
  std::vector<double> values;
  for (const auto& row : rows) values.push_back(std::strtod(row.at(column).c_str(), nullptr));
  return values;
}

}  // namespace makegood::vectors
