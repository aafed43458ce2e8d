#include "registers/definition.h"

#include <algorithm>

namespace makegood {

const RegisterField* Definition::field(std::string_view wanted) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const RegisterField& f) { return f.name == wanted; });
  return found == fields.end() ? nullptr : &*found;
}

const State* Definition::state(std::string_view wanted) const {
  const auto found = std::find_if(states.begin(), states.end(), [&](const State& s) { return s.name == wanted; });
  return found == states.end() ? nullptr : &*found;
}

bool Definition::needs_dpia() const {
  return std::any_of(fields.begin(), fields.end(),
                     [](const RegisterField& f) { return f.holds == Holds::special_category || f.holds == Holds::criminal_offence; });
}

}  // namespace makegood
