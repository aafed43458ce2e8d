#pragma once
// OpenDocument spreadsheets (.ods), as LibreOffice writes them. The file holds what every cell
// shows beside its value, so nothing has to be worked out.

#include <string>
#include <string_view>

#include "formats/formats.h"

namespace makegood {

/// As read_xlsx: the same things are read, left out and found.
/// Refuses: as read_xlsx; repeated cells and rows count as often as they are repeated.
[[nodiscard]] Result<Document> read_ods(std::string_view bytes, const ReadOptions& = {});

namespace formats {

/// The text of the part content.xml alone.
[[nodiscard]] Result<Document> read_ods_content(std::string_view content, const ReadOptions& = {});

}  // namespace formats
}  // namespace makegood
