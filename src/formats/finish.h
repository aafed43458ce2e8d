#pragma once
// The last step of every reader: positions are filled, empty blocks go, limits are kept.

#include "formats/formats.h"

namespace makegood::formats {

/// Numbers the blocks, rows and columns of `document`; lines and pages that the reader knew stay.
/// Refuses: more rows or text than `options` allow -> Fault::too_large.
[[nodiscard]] Result<Document> finish(Document document, const ReadOptions& options);

/// "The file is over 25 MB ...", for readers that check before they begin.
[[nodiscard]] tl::unexpected<Refusal> refuse_size(std::size_t limit);
/// "The file holds more than 64 MB of text ..."
[[nodiscard]] Refusal too_much_text(std::size_t limit);

}  // namespace makegood::formats
