#include "registers/titles.h"

namespace makegood {

std::string welsh_title(const Definition& definition, std::string_view english) {
  for (const auto& field : definition.fields)
    if (field.title.en == english && !field.title.cy.empty()) return field.title.cy;
  for (const auto& state : definition.states)
    if (state.title.en == english && !state.title.cy.empty()) return state.title.cy;
  return definition.title.en == english ? definition.title.cy : std::string();
}

}  // namespace makegood
