#include "calc/model_rows.h"

namespace makegood::calc {
namespace {

constexpr std::size_t kMostTerms = 300;

// Numbers are one term, words one for each level but the first.
std::size_t terms_of(const std::vector<Variable>& variables) {
  std::size_t terms = 1;
  for (const auto& variable : variables) terms += variable.is_factor() ? variable.levels.size() - 1 : 1;
  return terms;
}

bool is_missing(std::string_view cell) { return cell.empty() || cell == "NA"; }

}  // namespace

std::vector<std::size_t> complete_rows(const Set& set, std::size_t columns) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < set.size(); ++row) {
    bool whole = true;
    for (std::size_t column = 0; column < columns; ++column) whole = whole && !is_missing(set.text(row, column));
    if (whole) rows.push_back(row);
  }
  return rows;
}

std::vector<std::string_view> cells_of(const Set& set, const std::vector<std::size_t>& rows, std::size_t column) {
  std::vector<std::string_view> cells;
  for (const auto row : rows) cells.push_back(set.text(row, column));
  return cells;
}

Result<void> few_enough(const std::vector<Variable>& variables) {
  const auto terms = terms_of(variables);
  if (terms <= kMostTerms) return {};
  return refuse(Fault::too_large,
                std::to_string(terms) + " terms; there may be 300: is a column of names among the variables?");
}

}  // namespace makegood::calc
