#include "calc/order.h"

#include <algorithm>
#include <optional>

namespace makegood::calc {
namespace {

std::optional<double> as_number(std::string_view text) {
  const auto number = read_number(text);
  return number.status == Status::ok ? std::optional(number.value) : std::nullopt;
}

std::optional<Day> as_day(std::string_view text) {
  const auto day = Day::parse(text);
  return day ? std::optional(*day) : std::nullopt;
}

// Sorts when every row has a value of the kind; says whether it did.
template <class Read>
bool sort_by(const Set& set, std::size_t column, std::vector<std::size_t>& rows, Read read) {
  const auto at = [&](std::size_t row) { return read(set.text(row, column)); };
  if (!std::all_of(rows.begin(), rows.end(), [&](std::size_t row) { return at(row).has_value(); })) return false;
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return *at(a) < *at(b); });
  return true;
}

}  // namespace

std::vector<std::size_t> in_time_order(const Set& set, std::size_t column, std::vector<std::size_t> rows) {
  if (!sort_by(set, column, rows, as_number)) static_cast<void>(sort_by(set, column, rows, as_day));
  return rows;
}

bool says_yes(std::string_view cell) {
  const auto word = lower(trim(cell));
  return word == "1" || word == "true" || word == "t" || word == "yes" || word == "y";
}

}  // namespace makegood::calc
