// What is escaped is what the parser would act on, no more, so that people can read the file too.
#include <algorithm>
#include <string>

#include "formats/markdown_profile.h"
#include "formats/markers.h"
#include "formats/write.h"

namespace makegood {
namespace {

constexpr std::string_view kAnywhere = "\\`*_[]<~|";  // begin something wherever they stand
constexpr std::string_view kAtStart = "#>+-=:";       // begin something at the start of a line
constexpr const char* kWordJoiner = "&#8288;";        // seen by nobody; readers drop it

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

std::string escape_inline(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') {
      out += "<br>";
      continue;
    }
    const bool entity = c == '&' && at + 1 < text.size() && (text[at + 1] == '#' || is_alphanumeric(text[at + 1]));
    if (entity || kAnywhere.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// Where the digits of "12. " or "3) " end, or 0.
std::size_t ordinal_mark(std::string_view text) {
  const auto digits = text.find_first_not_of("0123456789");
  return digits != 0 && digits != std::string_view::npos && (text[digits] == '.' || text[digits] == ')') ? digits : 0;
}

// At the start of a line more characters begin something.
std::string escape_start(std::string_view text, std::string escaped) {
  if (text.empty()) return escaped;
  if (!formats::leading_bullet(text).text.empty()) return kWordJoiner + escaped;
  if (kAtStart.find(text.front()) != std::string_view::npos) return "\\" + escaped;
  if (const auto digits = ordinal_mark(text); digits > 0) escaped.insert(digits, "\\");
  return escaped;
}

// What no address may hold, "<" or a space, comes back percent-encoded.
std::string escape_url(std::string_view url) {
  std::string out;
  for (const char c : url) {
    if (std::string_view("<>\\|").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return "<" + replace_all(std::move(out), "&", "&amp;") + ">";
}

// The text with its links: each link's words are looked for after those of the one before.
std::string inline_markdown(const Block& block) {
  std::string out;
  std::size_t from = 0;
  for (const auto& link : block.links) {
    const auto at = link.text.empty() ? std::string::npos : block.text.find(link.text, from);
    if (at == std::string::npos) continue;
    out += escape_inline(std::string_view(block.text).substr(from, at - from));
    out += "[" + escape_inline(link.text) + "](" + escape_url(link.url) + ")";
    from = at + link.text.size();
  }
  return out + escape_inline(std::string_view(block.text).substr(from));
}

bool begins_with_link(const Block& block) { return !block.links.empty() && block.text.starts_with(block.links.front().text); }

std::string paragraph_text(const Block& block) {
  auto text = inline_markdown(block);
  return begins_with_link(block) ? text : escape_start(block.text, std::move(text));
}

// "- text" is a bullet; any other marker stands before the words, where the reader finds it.
std::string list_line(const Block& block) {
  const auto indent = std::string(static_cast<std::size_t>(std::clamp(block.level, 0, 20)) * 2, ' ');
  const bool own_bullet = !formats::leading_bullet(block.text).text.empty() || !formats::leading_ordinal(block.text).text.empty();
  const bool plain = block.marker.empty() || (block.marker == "\xE2\x80\xA2" && !own_bullet);
  if (plain) return indent + "- " + paragraph_text(block);
  auto marker = escape_inline(block.marker);
  if (const auto digits = ordinal_mark(block.marker); digits > 0) marker.insert(digits, "\\");
  else if (kAtStart.find(block.marker.front()) != std::string_view::npos) marker.insert(0, "\\");
  return indent + "- " + marker + " " + inline_markdown(block);
}

std::string cell_line(const Block& block);

std::string nested_table(const Block& table) {
  std::string out;
  for (const auto& row : table.rows)
    for (const auto& cell : row.cells)
      for (const auto& block : cell.blocks) out += (out.empty() ? "" : "<br>") + cell_line(block);
  return out;
}

std::string cell_line(const Block& block) {
  if (block.kind == BlockKind::table) return nested_table(block);
  if (!block.marker.empty()) return escape_inline(block.marker) + " " + inline_markdown(block);
  return begins_with_link(block) || formats::leading_bullet(block.text).text.empty() ? inline_markdown(block) : kWordJoiner + inline_markdown(block);
}

std::string cell_source(const Cell& cell) {
  std::string out;
  for (const auto& block : cell.blocks) out += (out.empty() ? "" : "<br>") + cell_line(block);
  return out;
}

std::string row_source(const Row& row, int columns) {
  std::string out = "|";
  std::size_t next = 0;
  for (int column = 0; column < columns; ++column) {
    while (next < row.cells.size() && row.cells[next].column < column) ++next;
    const bool here = next < row.cells.size() && row.cells[next].column == column;
    out += here ? " " + cell_source(row.cells[next]) + " |" : "  |";
  }
  return out + "\n";
}

std::string table_source(const Block& table) {
  const int columns = column_count(table);
  if (columns == 0) return {};
  std::string out;
  std::size_t first = 0;
  if (table.rows.front().header) out = row_source(table.rows[first++], columns);
  else out = row_source({}, columns);
  out += "|";
  for (int column = 0; column < columns; ++column) out += " --- |";
  out += "\n";
  for (; first < table.rows.size(); ++first) out += row_source(table.rows[first], columns);
  return out;
}

std::string block_source(const Block& block) {
  switch (block.kind) {
    case BlockKind::heading:
      return std::string(static_cast<std::size_t>(std::clamp(block.level, 1, 6)), '#') + " " +
             replace_all(escape_inline(replace_all(block.text, "\n", " ")), "#", "\\#") + "\n";
    case BlockKind::paragraph: return paragraph_text(block) + "\n";
    case BlockKind::list_item: return list_line(block) + "\n";
    case BlockKind::table: return table_source(block);
  }
  return {};
}

}  // namespace

std::string write_markdown(const Document& document) {
  auto out = formats::write_markdown_profile({document.profile, document.language});
  const Block* before = nullptr;
  for (const auto& block : document.blocks) {
    const bool list_goes_on = before != nullptr && before->kind == BlockKind::list_item && block.kind == BlockKind::list_item;
    const auto source = block_source(block);
    if (source.empty()) continue;
    if (before != nullptr && !list_goes_on) out += '\n';
    out += source;
    before = &block;
  }
  return out;
}

}  // namespace makegood
