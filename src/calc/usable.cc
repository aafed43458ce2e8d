#include "calc/usable.h"

namespace makegood::calc {

std::vector<std::size_t> usable_rows(const Set& set) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < set.size(); ++row)
    if (set.status(row) == Status::ok) rows.push_back(row);
  return rows;
}

std::vector<double> values_of(const Set& set, const std::vector<std::size_t>& rows, std::size_t column) {
  std::vector<double> values;
  for (const auto row : rows) values.push_back(set.value(row, column));
  return values;
}

}  // namespace makegood::calc
