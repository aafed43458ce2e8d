#include "formats/pdf.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "formats/finish.h"
#include "formats/pdf_furniture.h"
#include "formats/pdf_lines.h"
#include "formats/pdf_rules.h"

namespace makegood {
namespace formats {
namespace {

// "pages 3 to 7 and 9"
std::string pages_in_words(const std::vector<int>& pages) {
  std::vector<std::string> runs;
  for (std::size_t i = 0; i < pages.size();) {
    auto end = i;
    while (end + 1 < pages.size() && pages[end + 1] == pages[end] + 1) ++end;
    runs.push_back(end == i ? std::to_string(pages[i]) : fmt::format("{} to {}", pages[i], pages[end]));
    i = end + 1;
  }
  const auto last = runs.back();
  runs.pop_back();
  return (pages.size() == 1 ? "page " : "pages ") + (runs.empty() ? last : join(runs, ", ") + " and " + last);
}

void tell_empty_pages(const PdfFile& file, Findings& findings) {
  std::vector<int> empty;
  for (const auto& page : file.pages)
    if (page.words.empty() && page.images > 0.3) empty.push_back(page.number);
  if (empty.empty()) return;
  findings.push_back({"no_text_on_pages",
                      fmt::format("No text was found on {}: these are pictures, perhaps scanned. Nothing on them was read.", pages_in_words(empty)),
                      pages_in_words(empty)});
}

// The words of one page, given out to its tables; the rest is running text.
class PageReader {
 public:
  PageReader(const PdfPage& page, const PdfType& type, double right) : page_(page), type_(type), right_(right), tables_(ruled_tables(page.rules)) {}

  std::vector<Block> read() {
    give_out_words();
    std::vector<Block> blocks;
    std::size_t next = 0;
    const auto lines = lines_of(free_);
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      auto end = next;
      while (end < lines.size() && lines[end].box.middle_y() < tables_[i].box.y0) ++end;
      add_text({lines.begin() + static_cast<std::ptrdiff_t>(next), lines.begin() + static_cast<std::ptrdiff_t>(end)}, blocks);
      next = end;
      blocks.push_back(table_block(i));
    }
    add_text({lines.begin() + static_cast<std::ptrdiff_t>(next), lines.end()}, blocks);
    for (auto& block : blocks) block.position.page = page_.number;
    return blocks;
  }

 private:
  void give_out_words() {
    words_.resize(tables_.size());
    for (std::size_t i = 0; i < tables_.size(); ++i) words_[i].resize(tables_[i].cells.size());
    for (const auto& word : page_.words) {
      const double x = word.box.middle_x(), y = word.box.middle_y();
      std::size_t best = tables_.size();
      int cell = -1;
      for (std::size_t i = 0; i < tables_.size(); ++i) {
        const int here = tables_[i].cell_at(x, y);
        if (here < 0 || (best < tables_.size() && tables_[i].box.height() > tables_[best].box.height())) continue;
        best = i;
        cell = here;
      }
      if (cell < 0) free_.push_back(&word);
      else words_[best][static_cast<std::size_t>(cell)].push_back(&word);
    }
  }

  void add_text(const std::vector<PdfLine>& lines, std::vector<Block>& blocks) const {
    auto more = blocks_of(lines, {0, right_, false}, type_, page_.links);
    std::move(more.begin(), more.end(), std::back_inserter(blocks));
  }

  [[nodiscard]] Block table_block(std::size_t index) const {
    const auto& table = tables_[index];
    Block block;
    block.kind = BlockKind::table;
    block.rows.resize(table.ys.size() - 1);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const auto& from = table.cells[i];
      Cell cell;
      cell.column = from.column;
      cell.column_span = from.column_span;
      cell.row_span = from.row_span;
      cell.blocks = cell_blocks(words_[index][i], from.box, type_, page_.links);
      block.rows[static_cast<std::size_t>(from.row)].cells.push_back(std::move(cell));
    }
    return block;
  }

  const PdfPage& page_;
  const PdfType& type_;
  double right_;
  std::vector<RuledTable> tables_;
  std::vector<std::vector<PdfWords>> words_;  // by table and cell
  PdfWords free_;
};

double right_edge(const PdfFile& file) {
  double right = 0;
  for (const auto& page : file.pages)
    for (const auto& word : page.words)
      if (word.box.x1 <= page.width) right = std::max(right, word.box.x1);
  return right;
}

Document document_of(PdfFile& file) {
  Document document;
  document.format = "pdf";
  document.title = file.title;
  document.language = file.language;
  tell_empty_pages(file, document.findings);
  drop_furniture(file);
  const auto type = type_of(file);
  const double right = right_edge(file);
  for (const auto& page : file.pages) {
    auto blocks = PageReader(page, type, right).read();
    std::move(blocks.begin(), blocks.end(), std::back_inserter(document.blocks));
  }
  return document;
}

}  // namespace
}  // namespace formats

Result<Document> read_pdf_json(std::string_view json, const ReadOptions& options) {
  auto file = formats::read_pdf_pages(json, options);
  if (!file) return tl::unexpected(file.error());
  return formats::finish(formats::document_of(*file), options);
}

}  // namespace makegood
