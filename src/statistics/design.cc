#include "statistics/design.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace makegood {
namespace {

bool number_in(std::string_view cell, double& value) {
  cell = trim(cell);
  if (!cell.empty() && cell.front() == '+') cell.remove_prefix(1);
  const auto [stopped, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc() && stopped == cell.data() + cell.size() && std::isfinite(value);
}

// As R sorts them in a British locale: capitals do not matter unless nothing else differs.
bool before(const std::string& a, const std::string& b) {
  const auto low_a = lower(a), low_b = lower(b);
  return low_a == low_b ? a < b : low_a < low_b;
}

Result<Variable> factor_of(std::string name, std::span<const std::string_view> cells, std::string_view reference) {
  Variable out{.name = std::move(name)};
  for (const auto cell : cells) out.levels.emplace_back(trim(cell));
  auto words = out.levels;
  std::sort(out.levels.begin(), out.levels.end(), before);
  out.levels.erase(std::unique(out.levels.begin(), out.levels.end()), out.levels.end());
  if (!reference.empty()) {
    const auto found = std::find(out.levels.begin(), out.levels.end(), reference);
    if (found == out.levels.end())
      return refuse(Fault::invalid_input,
                    "no row has " + out.name + " = " + std::string(reference) + ", which should be the reference");
    std::rotate(out.levels.begin(), found, found + 1);
  }
  std::map<std::string_view, std::size_t> place;
  for (std::size_t i = 0; i < out.levels.size(); ++i) place[out.levels[i]] = i;
  for (const auto& word : words) out.level_of.push_back(place[word]);
  return out;
}

}  // namespace

Result<Variable> variable_of(std::string name, std::span<const std::string_view> cells, std::string_view reference) {
  Variable out{.name = name};
  out.values.resize(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!number_in(cells[i], out.values[i])) return factor_of(std::move(name), cells, reference);
  if (!reference.empty()) return factor_of(std::move(name), cells, reference);  // numbers that stand for groups
  return out;
}

Design design_of(std::span<const Variable> variables, std::size_t rows) {
  Design out{.terms = {"(Intercept)"}, .variables = {"(Intercept)"}};
  for (const auto& variable : variables) {
    if (!variable.is_factor()) {
      out.terms.push_back(variable.name);
      out.variables.push_back(variable.name);
    }
    for (std::size_t level = 1; level < variable.levels.size(); ++level) {
      out.terms.push_back(variable.name + variable.levels[level]);
      out.variables.push_back(variable.name);
    }
  }
  out.cells.reserve(rows * out.terms.size());
  for (std::size_t row = 0; row < rows; ++row) {
    out.cells.push_back(1);
    for (const auto& variable : variables) {
      if (!variable.is_factor()) out.cells.push_back(variable.values[row]);
      for (std::size_t level = 1; level < variable.levels.size(); ++level)
        out.cells.push_back(variable.level_of[row] == level ? 1 : 0);
    }
  }
  return out;
}

Result<Formula> formula_of(std::string_view text) {
  const auto shown = "the formula \"" + std::string(text) + "\" ";
  const auto tilde = text.find('~');
  if (tilde == std::string_view::npos || text.find('~', tilde + 1) != std::string_view::npos)
    return refuse(Fault::invalid_input, shown + "should read like \"outcome ~ ethnicity + age\"");
  if (text.find_first_of(":*-^()|/") != std::string_view::npos)
    return refuse(Fault::invalid_input, shown + "has a sign that is not understood; variables are joined by +");
  Formula out{.outcome = std::string(trim(text.substr(0, tilde)))};
  for (const auto& part : split(text.substr(tilde + 1), '+')) {
    const auto name = std::string(trim(part));
    if (name == "1") continue;  // an intercept is always there
    if (name.empty() || name == out.outcome ||
        std::find(out.variables.begin(), out.variables.end(), name) != out.variables.end())
      return refuse(Fault::invalid_input, shown + "lacks a variable, or has one twice");
    out.variables.push_back(name);
  }
  if (out.outcome.empty()) return refuse(Fault::invalid_input, shown + "lacks its outcome");
  return out;
}

}  // namespace makegood
