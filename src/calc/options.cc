#include "calc/method.h"

#include <fmt/format.h>

#include "calc/set.h"

namespace makegood::calc {

std::string_view Options::text(std::string_view name) const {
  const auto found = values.find(name);
  return found == values.end() ? std::string_view() : std::string_view(found->second);
}

Result<double> Options::positive(std::string_view name, double otherwise) const {
  if (!has(name)) return otherwise;
  const auto number = read_number(text(name));
  if (number.status == Status::ok && number.value > 0) return number.value;
  return refuse(Fault::invalid_input, fmt::format("{} takes a number above zero, not \"{}\"", name, text(name)));
}

}  // namespace makegood::calc
