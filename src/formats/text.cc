#include "formats/text.h"

#include <algorithm>

#include <fmt/format.h>

#include "formats/csv.h"
#include "formats/encoding.h"
#include "formats/finish.h"
#include "formats/grid.h"
#include "formats/markdown.h"
#include "formats/markers.h"
#include "formats/pages.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kShortLine = 50;  // bytes; text that is wrapped by an editor has longer lines

bool begins_list(std::string_view line) {
  const auto first = line.empty() ? '\0' : line.front();
  if (line.size() > 1 && line[1] == ' ' && (first == '-' || first == '*' || first == '+')) return true;
  const auto ordinal = leading_ordinal(line);
  return !ordinal.text.empty() && first >= '0' && first <= '9';
}

// Indented text outside lists is not program code here, tabs are spaces, and a line that ends
// early is meant to.
std::string as_markdown(std::string_view text) {
  std::string out;
  bool in_list = false;
  const auto lines = split(text, '\n');
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto line = replace_all(lines[i], "\t", "    ");
    const auto bare = trim(line);
    const bool indented = line.starts_with("  ");
    if (!indented && !bare.empty()) in_list = begins_list(bare);
    out += in_list || begins_list(bare) ? std::string_view(line) : bare;
    const bool more = i + 1 < lines.size() && !trim(lines[i + 1]).empty();
    if (more && !bare.empty() && bare.size() < kShortLine && bare.find('|') == std::string_view::npos) out += "  ";
    out += '\n';
  }
  return out;
}

// A spreadsheet quotes a cell that holds line breaks.
std::string unquoted(const std::string& cell) {
  if (cell.size() < 2 || cell.find('\n') == std::string::npos || cell.front() != '"' || cell.back() != '"') return cell;
  return replace_all(cell.substr(1, cell.size() - 2), "\"\"", "\"");
}

class TableMaker {
 public:
  TableMaker(const ReadOptions& options, Findings& findings) : options_(options), findings_(findings) {}

  Result<Block> make(const TextPart& part) {
    Block table;
    table.kind = BlockKind::table;
    table.position.line = part.first_line;
    table.rows.reserve(part.rows.size());
    const auto width = part.rows.front().cells.size();
    for (const auto& source : part.rows) {
      if (source.cells.size() != width) ragged_.push_back(static_cast<std::size_t>(source.line));
      auto row = make_row(source);
      if (!row) return tl::unexpected(row.error());
      table.rows.push_back(std::move(*row));
    }
    note_ragged(width);
    close_table(table, beyond_, findings_);
    return table;
  }

 private:
  Result<Row> make_row(const TextRow& source) {
    Row row;
    row.position.line = source.line;
    const auto count = std::min<std::size_t>(source.cells.size(), kMaxColumns);
    beyond_ += static_cast<int>(source.cells.size() - count);
    row.cells.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      auto blocks = blocks_of_cell(unquoted(source.cells[i]), options_, source.line, findings_);
      if (!blocks) return tl::unexpected(blocks.error());
      Cell cell;
      cell.column = static_cast<int>(i);
      cell.blocks = std::move(*blocks);
      row.cells.push_back(std::move(cell));
    }
    return row;
  }

  void note_ragged(std::size_t width) {
    if (ragged_.empty()) return;
    findings_.push_back({"ragged_rows",
                         fmt::format("{} rows of a table have more or fewer than its first row's {} cells.",
                                     ragged_.size(), width),
                         lines_in_words(ragged_)});
    ragged_.clear();
  }

  const ReadOptions& options_;
  Findings& findings_;
  std::vector<std::size_t> ragged_;
  int beyond_ = 0;
};

Result<std::vector<Block>> blocks_of_part(const TextPart& part, const ReadOptions& options, Findings& findings) {
  if (part.rows.empty()) return blocks_of_markdown(as_markdown(part.text), options, part.first_line, findings);
  auto table = TableMaker(options, findings).make(part);
  if (!table) return tl::unexpected(table.error());
  std::vector<Block> blocks;
  blocks.push_back(std::move(*table));
  return blocks;
}

}  // namespace
}  // namespace makegood::formats

namespace makegood {

Result<Document> read_text(std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() > options.max_bytes) return formats::refuse_size(options.max_bytes);
  auto decoded = formats::decode(bytes);
  const formats::Pages pages(decoded.text);
  Document document;
  document.format = "text";
  document.findings = std::move(decoded.findings);
  for (const auto& part : formats::parts_of_text(decoded.text)) {
    auto blocks = formats::blocks_of_part(part, options, document.findings);
    if (!blocks) return tl::unexpected(blocks.error());
    std::move(blocks->begin(), blocks->end(), std::back_inserter(document.blocks));
  }
  pages.apply(document.blocks);
  return formats::finish(std::move(document), options);
}

}  // namespace makegood
