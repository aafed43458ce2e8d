#pragma once
// Parts one line of names at its commas, "and"s and "&"s, where posts, bodies and people show
// that several are meant.

#include <string>
#include <string_view>
#include <vector>

#include "extract/names.h"

namespace makegood::extraction {

struct Parted {
  std::vector<std::string> names;
  bool unsure = false;
};

[[nodiscard]] Parted part_names(std::string_view text, const Names& names);

}  // namespace makegood::extraction
