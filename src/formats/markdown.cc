#include "formats/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "formats/encoding.h"
#include "formats/finish.h"
#include "formats/html.h"
#include "formats/markdown_profile.h"
#include "formats/markers.h"
#include "formats/pages.h"
#include "formats/runs.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kRowsAtOnce = 1000;     // of a long table given to the parser
constexpr std::size_t kMaxCellsOfParser = 2'000'000;  // that the parser may make: it fills short rows up
constexpr std::size_t kLongHeader = 160;  // no column heading is this long

std::string html_of_markdown(std::string_view text, int options) {
  static const bool registered = [] { return cmark_gfm_core_extensions_ensure_registered(), true; }();
  (void)registered;
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(
      cmark_parser_new(CMARK_OPT_UNSAFE | CMARK_OPT_SOURCEPOS | options), cmark_parser_free);
  for (const char* name : {"table", "strikethrough"})
    if (auto* extension = cmark_find_syntax_extension(name))
      cmark_parser_attach_syntax_extension(parser.get(), extension);
  cmark_parser_feed(parser.get(), text.data(), text.size());
  const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> root(cmark_parser_finish(parser.get()), cmark_node_free);
  const std::unique_ptr<char, decltype(&std::free)> html(
      cmark_render_html(root.get(), CMARK_OPT_UNSAFE | CMARK_OPT_SOURCEPOS | options,
                        cmark_parser_get_syntax_extensions(parser.get())),
      std::free);
  return html.get();
}

Result<std::vector<Block>> parse(std::string_view text, const ReadOptions& options, int first_line, int cmark_options,
                                 Findings& findings) {
  auto content = content_of_html(html_of_markdown(text, cmark_options), options, LineSource::attribute, first_line);
  if (!content) return tl::unexpected(content.error());
  for (auto& finding : content->findings)
    if (std::find(findings.begin(), findings.end(), finding) == findings.end()) findings.push_back(std::move(finding));
  return std::move(content->blocks);
}

// Short names in most columns: neither a list nor one cell alone.
bool could_be_header(const Row& row) {
  const auto named = std::count_if(row.cells.begin(), row.cells.end(), [](const Cell& cell) { return !cell.blocks.empty(); });
  return (named > 1 || row.cells.size() == 1) && std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
    return cell.blocks.empty() || (cell.blocks.size() == 1 && cell.blocks[0].kind != BlockKind::list_item &&
                                   cell.blocks[0].text.size() <= kLongHeader);
  });
}

bool is_empty(const Row& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
    return std::all_of(cell.blocks.begin(), cell.blocks.end(),
                       [](const Block& block) { return block.text.empty() && block.rows.empty(); });
  });
}

// A delimiter row in the middle: a second table that joined the first.
bool is_rule(const Row& row) {
  return !row.cells.empty() && std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
    const auto text = cell_text(cell);
    return text.size() >= 2 && text.find_first_not_of(":-") == std::string::npos;
  });
}

// Rows of pipe tables carry a line; those of raw HTML do not, and mean their headers.
void settle_rows(Block& table) {
  std::erase_if(table.rows, [](const Row& row) { return row.position.line > 0 && is_rule(row); });
  if (table.rows.empty() || table.rows.front().position.line == 0 || !table.rows.front().header) return;
  auto& first = table.rows.front();
  if (is_empty(first)) {
    table.rows.erase(table.rows.begin());
  } else if (!could_be_header(first)) {
    first.header = false;
    for (auto& cell : first.cells) cell.header = false;
  }
}

bool is_delimiter_row(std::string_view line) {
  line = trim(line);
  return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

// The source in pieces that the parser can hold: a table of many rows is cut, and each further
// piece begins with the table's header and delimiter again.
struct Piece {
  std::string text;
  int first_line = 1;
  bool continues = false;
};

class Cutter {
 public:
  [[nodiscard]] std::size_t cells() const { return cells_; }

  std::vector<Piece> run(std::string_view text, int first_line) {
    pieces_.push_back({{}, first_line, false});
    int line = first_line;
    for (std::size_t from = 0; from < text.size(); ++line) {
      const auto end = std::min(text.find('\n', from), text.size());
      take(text.substr(from, end - from), line);
      from = end + 1;
    }
    return std::move(pieces_);
  }

 private:
  void take(std::string_view line, int number) {
    if (trim(line).empty()) {
      columns_ = 0;
    } else if (columns_ == 0 && is_delimiter_row(line)) {
      rows_ = 0;
      columns_ = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) + 1;
      header_ = before_ + "\n" + std::string(line) + "\n";
    } else if (columns_ > 0) {
      cells_ += columns_;
      if (++rows_ > kRowsAtOnce) {
        pieces_.push_back({header_, number - 2, true});
        rows_ = 1;
      }
    }
    pieces_.back().text.append(line).append("\n");
    before_ = std::string(line);
  }

  std::vector<Piece> pieces_;
  std::string before_;
  std::string header_;
  std::size_t rows_ = 0;     // of the table that is open
  std::size_t columns_ = 0;  // 0 = none is
  std::size_t cells_ = 0;
};

void join_tables(std::vector<Block>& blocks, std::vector<Block> more) {
  const bool both = !blocks.empty() && !more.empty() && blocks.back().kind == BlockKind::table &&
                    more.front().kind == BlockKind::table && !more.front().rows.empty();
  std::size_t from = 0;
  if (both) {
    auto& rows = more.front().rows;
    std::move(rows.begin() + 1, rows.end(), std::back_inserter(blocks.back().rows));
    from = 1;
  }
  std::move(more.begin() + static_cast<std::ptrdiff_t>(from), more.end(), std::back_inserter(blocks));
}

// In a cell of several lines, each line that begins with a marker is a paragraph of its own.
std::string spaced_at_markers(std::string_view text) {
  std::string out;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    const auto line = text.substr(from, end - from);
    if (!leading_ordinal(line).text.empty() || !leading_bullet(line).text.empty()) out += '\n';
    out.append(line).append("\n");
    from = end + 1;
  }
  return out;
}

// Lines that begin with a bullet as a character become items, each its own.
std::string bullets_as_items(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    const auto line = text.substr(from, end - from);
    const auto start = std::min(line.find_first_not_of(' '), line.size());
    const bool bullet = start < line.size() && static_cast<unsigned char>(line[start]) >= 0x80 && !leading_bullet(line).text.empty();
    out.append(line.substr(0, start)).append(bullet ? "- " : "").append(line.substr(start)).append("\n");
    from = end + 1;
  }
  return out;
}

constexpr std::string_view kMarkup = "<&*_`[\\~";
constexpr const char* kWordJoiner = "\xE2\x81\xA0";

}  // namespace

Result<std::vector<Block>> blocks_of_markdown(std::string_view text, const ReadOptions& options, int first_line,
                                              Findings& findings) {
  bool flattened = false;
  const auto guarded = guard_markdown(bullets_as_items(text), options.max_depth, flattened);
  if (flattened)
    findings.push_back({"nesting_flattened", "Lists or quotations nested too deep were read as if they were not.", {}});
  Cutter cutter;
  const auto pieces = cutter.run(guarded, first_line);
  if (cutter.cells() > kMaxCellsOfParser)
    return refuse(Fault::too_large, "The tables have more than two million cells; split the file.");
  std::vector<Block> blocks;
  for (const auto& piece : pieces) {
    auto more = parse(piece.text, options, piece.first_line, CMARK_OPT_DEFAULT, findings);
    if (!more) return tl::unexpected(more.error());
    if (piece.continues) join_tables(blocks, std::move(*more));
    else std::move(more->begin(), more->end(), std::back_inserter(blocks));
  }
  for (auto& block : blocks) settle_rows(block);
  return blocks;
}

Result<std::vector<Block>> blocks_of_cell(std::string_view text, const ReadOptions& options, int first_line,
                                          Findings& findings) {
  if (text.find_first_of(kMarkup) == std::string_view::npos && text.find('\n') == std::string_view::npos)
    return blocks_of_plain_cell(text);
  if (text.find('\n') == std::string_view::npos) {
    bool flattened = false;
    // The invisible first character keeps "1." and "-" from being read as a list.
    return parse(kWordJoiner + guard_markdown(text, options.max_depth, flattened), options, first_line,
                 CMARK_OPT_DEFAULT, findings);
  }
  bool flattened = false;
  return parse(guard_markdown(spaced_at_markers(text), options.max_depth, flattened), options, first_line,
               CMARK_OPT_HARDBREAKS, findings);
}

std::vector<Block> blocks_of_plain_cell(std::string_view text) {
  std::vector<std::string> parts;
  bool bullets = false;
  for (const auto& line : split(text, '\n')) bullets = bullets || !leading_bullet(line).text.empty();
  if (bullets) parts = split(text, '\n');
  else parts.emplace_back(text);
  std::vector<Block> blocks;
  for (const auto& part : parts) {
    Runs runs;
    runs.add(part);
    auto block = as_item_or_paragraph(runs, {}, 0);
    if (!block.text.empty()) blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace makegood::formats

namespace makegood {

Result<Document> read_markdown(std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() > options.max_bytes) return formats::refuse_size(options.max_bytes);
  auto decoded = formats::decode(bytes);
  const formats::Pages pages(decoded.text);
  Document document;
  document.format = "markdown";
  document.findings = std::move(decoded.findings);
  if (auto declared = formats::read_markdown_profile(decoded.text)) {
    document.profile = std::move(declared->profile);
    document.language = std::move(declared->language);
  }
  auto blocks = formats::blocks_of_markdown(decoded.text, options, 1, document.findings);
  if (!blocks) return tl::unexpected(blocks.error());
  document.blocks = std::move(*blocks);
  pages.apply(document.blocks);
  return formats::finish(std::move(document), options);
}

}  // namespace makegood
