// One file that opens anywhere: no script, nothing fetched, a stylesheet inside that prints well. What it says is
// said in words and structure alone, so that it reads the same without the stylesheet.
#include "formats/write.h"

namespace makegood {
namespace {

constexpr std::string_view kStyle = R"css(
body { font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #0b0c0c; max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.75rem; line-height: 1.2; } h2 { font-size: 1.35rem; margin-top: 2rem; } h3 { font-size: 1.1rem; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1.5rem; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid #b1b4b6; overflow-wrap: anywhere; }
td p, th p { margin: 0; } ul { padding-left: 1.2rem; } a { color: #1d70b8; }
.wide { overflow-x: auto; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; }
  thead { display: table-header-group; } .wide { overflow: visible; } a { color: inherit; text-decoration: none; }
  @page { size: A4; margin: 18mm; }
}
)css";

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (c == '\n') out += "<br>";
    else out += c;
  }
  return out;
}

bool may_be_followed(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://") || url.starts_with("mailto:"); }

// The text with its links: each link's words are looked for after those of the one before.
std::string inline_html(const Block& block) {
  std::string out;
  std::size_t at = 0;
  for (const auto& link : block.links) {
    const auto found = link.text.empty() ? std::string::npos : block.text.find(link.text, at);
    if (found == std::string::npos || !may_be_followed(link.url)) continue;
    out += escape(std::string_view(block.text).substr(at, found - at));
    out += "<a href=\"" + escape(link.url) + "\">" + escape(link.text) + "</a>";
    at = found + link.text.size();
  }
  return out + escape(std::string_view(block.text).substr(at));
}

std::string element(std::string_view tag, const std::string& inside) {
  return "<" + std::string(tag) + ">" + inside + "</" + std::string(tag) + ">\n";
}

std::string cell_of(const Cell& cell, bool header) {
  std::string tag = header || cell.header ? "th" : "td";
  std::string out = "<" + tag;
  if (header) out += " scope=\"col\"";
  if (cell.column_span > 1) out += " colspan=\"" + std::to_string(cell.column_span) + "\"";
  if (cell.row_span > 1) out += " rowspan=\"" + std::to_string(cell.row_span) + "\"";
  out += ">";
  for (std::size_t n = 0; n < cell.blocks.size(); ++n)
    out += cell.blocks.size() == 1 ? inline_html(cell.blocks[n]) : "<p>" + inline_html(cell.blocks[n]) + "</p>";
  return out + "</" + tag + ">";
}

std::string row_of(const Row& row) {
  std::string out;
  for (const auto& cell : row.cells) out += cell_of(cell, row.header);
  return element("tr", out);
}

std::string table_of(const Block& block) {
  std::string head, body;
  for (const auto& row : block.rows) (row.header && body.empty() ? head : body) += row_of(row);
  return "<div class=\"wide\"><table>\n" + (head.empty() ? head : element("thead", head)) + element("tbody", body) + "</table></div>\n";
}

std::string marked(const Block& block) {
  const bool bullet = block.marker.empty() || block.marker == "•";
  return element("li", (bullet ? std::string() : escape(block.marker) + " ") + inline_html(block));
}

std::string block_of(const Block& block) {
  switch (block.kind) {
    case BlockKind::heading: return element("h" + std::to_string(block.level), inline_html(block));
    case BlockKind::paragraph: return element("p", inline_html(block));
    case BlockKind::table: return table_of(block);
    case BlockKind::list_item: break;
  }
  return marked(block);
}

std::string body_of(const Document& document) {
  std::string out;
  int open = 0;  // lists
  for (const auto& block : document.blocks) {
    const int wanted = block.kind == BlockKind::list_item ? block.level + 1 : 0;
    for (; open < wanted; ++open) out += "<ul>\n";
    for (; open > wanted; --open) out += "</ul>\n";
    out += block_of(block);
  }
  for (; open > 0; --open) out += "</ul>\n";
  return out;
}

}  // namespace

std::string write_html(const Document& document) {
  const auto language = document.language.empty() ? std::string("en-GB") : document.language;
  return "<!DOCTYPE html>\n<html lang=\"" + escape(language) + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" + element("title", escape(document.title)) +
         "<style>" + std::string(kStyle) + "</style>\n</head>\n<body>\n" + element("main", body_of(document)) + "</body>\n</html>\n";
}

}  // namespace makegood
