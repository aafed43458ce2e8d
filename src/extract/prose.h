#pragma once
// Plans without tables: headings as themes, numbered paragraphs or bullets as items, and lines
// such as "Lead: Head of Housing. Timescale: May 2024" under each.

#include "extract/items.h"
#include "extract/tables.h"

namespace makegood::extraction {

/// Adds the items of a plan written as running text. Adds nothing where the text shows no sign
/// of being a plan: a list alone is not one.
void read_prose(const std::vector<Piece>& pieces, std::size_t title_pieces, std::string_view title, Headings& headings, ItemBuilder& builder);

}  // namespace makegood::extraction
