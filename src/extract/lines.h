#pragma once
// The text of a document as a run of lines, each with its marker, look and place. Everything
// after the readers works on lines: a cell is some lines, a page's running text is some lines.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace makegood::extraction {

struct Line {
  std::string text;    ///< without its marker
  std::string marker;  ///< "a.", "1.1", "•" or empty
  int level = 0;       ///< of a heading or list
  bool heading = false;
  bool listed = false;  ///< an item of a list, or begun with a marker
  bool bold = false;
  bool underlined = false;
  bool joined = false;  ///< first line of a continuation: may go on with the line before it
  std::vector<Link> links;
  Position at;
};

using Lines = std::vector<Line>;

/// A marker at the start of `text`, if any. Ordered: "a.", "1)", "(iv)", "1.1". Others are bullets.
struct Marked {
  std::string marker;
  std::string_view rest;
};
[[nodiscard]] Marked take_marker(std::string_view text);
[[nodiscard]] bool is_ordered(std::string_view marker);
/// Place in its sequence: "a." 1, "3)" 3, "1.4" 4; 0 when there is none.
[[nodiscard]] int ordinal(std::string_view marker);
/// The marker without its punctuation: "(b)" -> "b", "1." -> "1", "2.1" -> "2.1".
[[nodiscard]] std::string label_of(std::string_view marker);

/// The lines of a block: one for each '\n' in it; nested tables are flattened.
void add_lines(Lines& out, const Block& block);

/// All texts with single spaces between; markers left out.
[[nodiscard]] std::string text_of(const Lines& lines);
/// One a line, bullets shown as they are.
[[nodiscard]] std::string lines_text(const Lines& lines);

/// Short, begins with a capital, is no sentence: could be a heading.
[[nodiscard]] bool is_title_like(std::string_view text);
/// "To work to eradicate racism ...": an aim, however long.
[[nodiscard]] bool is_aim_like(std::string_view text);
/// Ends in a way that a sentence does.
[[nodiscard]] bool is_ended(std::string_view text);
/// Ends in a way that asks for more: "... the Programme Manager and".
[[nodiscard]] bool is_cut_off(std::string_view text);

}  // namespace makegood::extraction
