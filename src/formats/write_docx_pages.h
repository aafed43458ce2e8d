#pragma once
// Which parts of a document stand on pages turned sideways. Internal to the DOCX writer.

#include <vector>

#include "document/document.h"

namespace makegood::formats {

// A4 in twentieths of a point, with 2 cm all around.
constexpr int kShortSide = 11906;
constexpr int kLongSide = 16838;
constexpr int kMargin = 1134;

/// For each top-level block: whether it stands on a landscape page. Tables of more than five
/// columns do, and those whose longest words take up most of an upright page's width, with the headings above them and short texts between them: a page is not turned for
/// a sentence.
[[nodiscard]] std::vector<bool> landscape_blocks(const std::vector<const Block*>& blocks);

}  // namespace makegood::formats
