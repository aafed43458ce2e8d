#pragma once
// The title of a document and the body whose plan it is.

#include <string>

#include "extract/tables.h"

namespace makegood::extraction {

struct Title {
  std::string text;
  std::size_t pieces = 0;  ///< how many pieces at the start it takes
};

[[nodiscard]] Title title_of(const Document& document, const std::vector<Piece>& pieces);
/// "Riverside Council" out of "Riverside Council's Equality Plan"; empty where none is named.
[[nodiscard]] std::string organisation_of(std::string_view title, const std::vector<Piece>& pieces);

}  // namespace makegood::extraction
