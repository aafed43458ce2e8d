#pragma once
// The rows of a set that can be computed, and each answer put where its row stands.

#include <vector>

#include "calc/set.h"

namespace makegood::calc {

/// Rows whose numbers are all there, in the order of the file.
[[nodiscard]] std::vector<std::size_t> usable_rows(const Set& set);
/// A column of those rows.
[[nodiscard]] std::vector<double> values_of(const Set& set, const std::vector<std::size_t>& rows, std::size_t column);

/// `answers[i]` is that of row `rows[i]`; other rows end with what is wrong with them.
template <class Answers, class Put>
void put_by_row(const Set& set, Cells& out, const std::vector<std::size_t>& rows, const Answers& answers, Put put) {
  std::vector<std::size_t> place(set.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) place[rows[i]] = i;
  for (std::size_t row = 0; row < set.size(); ++row) {
    if (place[row] == rows.size())
      out.end(set.status(row));
    else
      put(answers[place[row]]);
  }
}

}  // namespace makegood::calc
