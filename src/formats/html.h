#pragma once
// Web pages, and the HTML that other formats hold or are turned into.

#include <string>
#include <string_view>
#include <vector>

#include "formats/formats.h"

namespace makegood {

/// Headings, paragraphs, nested lists, tables with row and column spans, links; `br` as '\n'. Parts
/// that are folded away are read under their headings, tables that lay out the page as running text.
/// Left out: scripts, styles, navigation, forms' controls, the page's own header and footer, cookie
/// notices and the like, hidden and deleted text (the last three with findings).
[[nodiscard]] Result<Document> read_html(std::string_view bytes, const ReadOptions& = {});

namespace formats {

struct HtmlContent {
  std::string title;
  std::string language;
  std::vector<Block> blocks;
  Findings findings;
};

/// Lines come from the page itself, or from `data-sourcepos` where the HTML was made from
/// Markdown; `first_line` is the line of the file on which the HTML begins.
enum class LineSource { page, attribute };

/// `html` must be valid UTF-8. Refuses more elements than memory is worth.
[[nodiscard]] Result<HtmlContent> content_of_html(std::string_view html, const ReadOptions&,
                                                  LineSource lines = LineSource::page, int first_line = 1);

/// Start tags nested deeper than `max_depth` are dropped before the parser sees them: it walks
/// its whole stack for each tag and frees it by recursion.
struct GuardedHtml {
  std::string html;
  std::size_t elements = 0;  ///< that the parser will make, formatting reopened in each block included
  std::size_t flattened = 0;
};
[[nodiscard]] GuardedHtml guard_html(std::string_view html, int max_depth);

}  // namespace formats
}  // namespace makegood
