#pragma once
// The words that head columns. One row per name; a header may speak for several meanings.

#include <string_view>
#include <vector>

#include "extract/columns.h"

namespace makegood::extraction {

struct Meaning {
  Role role = Role::none;
  double weight = 0;
};

/// Strongest first; empty where no word is known.
[[nodiscard]] std::vector<Meaning> meanings_of(std::string_view header);

}  // namespace makegood::extraction
