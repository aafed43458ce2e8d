#pragma once
// `/desk/people/persons/ID/erase`: what goes if this person is erased, and what stays?
//
//   GET   the preview and the form
//   POST  reason

#include <optional>
#include <string>
#include <vector>

#include "pages/forms.h"
#include "pages/pieces.h"

namespace makegood::pages {

struct ErasurePage {
  std::string id, called;           ///< `called`: name or address
  int entries = 0, sessions = 0, letters = 0;
  bool has_address = false, has_sign_in = false;
  std::vector<std::string> posts;
  std::string reason;               ///< as typed
  FieldFault fault = {};
  std::string refusal;
};
[[nodiscard]] Html erasure_page(const ErasurePage& page, const Site& site);

[[nodiscard]] Url erasure_url(std::string_view person);

}  // namespace makegood::pages
