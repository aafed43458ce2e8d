#pragma once
// Marks that point from a word to a footnote: "panels" with a small raised 2. They are no part of
// what is promised, and a 2 at the end of a sentence makes another sentence of it.

#include <string_view>

namespace makegood::formats {

/// "2", "1,2", "[3]", "*": what a raised text says where it points to a note.
[[nodiscard]] bool is_note_mark(std::string_view raised);

/// Whether a mark may follow `before`: a word or the end of a sentence. Not a number or the name
/// of a unit: "10" and "25 m" with a raised 2 are quantities.
[[nodiscard]] bool takes_note_mark(std::string_view before);

}  // namespace makegood::formats
