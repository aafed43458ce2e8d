#pragma once
// Markdown as converters make it: pipe tables whose cells hold HTML, raw HTML between, text that
// fell out of tables. CommonMark with GitHub's tables, turned into HTML and read as such.

#include <string_view>
#include <vector>

#include "formats/formats.h"

namespace makegood {

/// A table's first row counts as a header only where it could be one: Markdown has no tables
/// without, so converters put any row there. An empty header row is left out.
[[nodiscard]] Result<Document> read_markdown(std::string_view bytes, const ReadOptions& = {});

namespace formats {

/// Markdown (and HTML in it) that begins on `first_line` of its file. `text` is valid UTF-8.
[[nodiscard]] Result<std::vector<Block>> blocks_of_markdown(std::string_view text, const ReadOptions&, int first_line,
                                                            Findings& findings);
/// A cell of a text table: one line is running text with emphasis and HTML, never a heading or a
/// list by its first characters ("1. Do it", "-"); several lines are blocks.
[[nodiscard]] Result<std::vector<Block>> blocks_of_cell(std::string_view text, const ReadOptions&, int first_line,
                                                        Findings& findings);
/// A cell without any mark-up: a paragraph, or list items where its lines begin with bullets.
[[nodiscard]] std::vector<Block> blocks_of_plain_cell(std::string_view text);

/// The text made safe for the Markdown parser, line for line: quotes and lists nested beyond
/// reason are cut, floods of brackets and stars are escaped, lines of no-break spaces are blank.
[[nodiscard]] std::string guard_markdown(std::string_view text, int max_depth, bool& flattened);

}  // namespace formats
}  // namespace makegood
