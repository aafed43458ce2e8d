#include <algorithm>

#include <fmt/format.h>

#include "registers/check_definition.h"

namespace makegood::registers {
namespace {

void check_one(const Definition& d, const RegisterField& field, const std::string& pointer, Faults& faults) {
  if (!d.gives_receipts())
    faults.push_back({pointer, fmt::format("\"{}\" says who sends it, but the register is neither \"anonymous\" nor \"confidential\"", field.name)});
  if (field.set_by != SetBy::whoever_submits) faults.push_back({pointer, fmt::format("\"{}\" says who sends it, and whoever sends it is not asked", field.name)});
  if (field.is_public) faults.push_back({pointer, fmt::format("\"{}\" says who sends it and cannot be public", field.name)});
  const bool in_key = std::find(d.primary_key.begin(), d.primary_key.end(), field.name) != d.primary_key.end();
  if (in_key || field.name == d.organisation || field.name == d.date)
    faults.push_back({pointer, fmt::format("\"{}\" says who sends it: a record must be found without it", field.name)});
}

}  // namespace

void check_sender(const Definition& d, Faults& faults) {
  for (std::size_t i = 0; i < d.fields.size(); ++i)
    if (d.fields[i].is_sender) check_one(d, d.fields[i], fmt::format("/fields/{}/makegood/sender", i), faults);
}

}  // namespace makegood::registers
