// Questions that the table of methods answers.
#include "calc/calc.h"

namespace makegood::calc {

const Method* find_method(std::string_view name) {
  for (const auto& method : methods())
    if (method.name == name) return &method;
  return nullptr;
}

bool takes_confidence(const Method& method) {
  for (const auto& column : columns_of(method.inputs))
    if (column.name == "confidence") return true;
  for (const auto& column : columns_of(method.outputs))
    if (column.name.ends_with("_lo") || column.name.ends_with("_hi")) return true;
  return false;
}

}  // namespace makegood::calc
