#pragma once
// What became of every row and paragraph, so that a person sees at a glance what became nothing.

#include <vector>

#include "extract/items.h"
#include "extract/reading.h"
#include "extract/walk.h"

namespace makegood::extraction {

/// `pieces` are the document's, of which the first `title_pieces` are its title.
[[nodiscard]] std::vector<ReadPlace> places_of(const std::vector<Piece>& pieces, std::size_t title_pieces, const Plan& plan,
                                               const std::vector<Taken>& taken);

}  // namespace makegood::extraction
