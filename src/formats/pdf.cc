#include "formats/pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "formats/finish.h"
#include "formats/pdf_furniture.h"
#include "formats/pdf_json.h"
#include "formats/pdf_layout.h"
#include "formats/pdf_structure.h"

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
  findings.push_back(
      {"no_text_on_pages",
       fmt::format("No text was found on {}: these are pictures, perhaps scanned. Nothing on them was read.",
                   pages_in_words(empty)),
       pages_in_words(empty)});
}

void tell_unclear_pages(const std::vector<int>& pages, Findings& findings) {
  if (pages.empty()) return;
  const auto words = pages_in_words(pages);
  findings.push_back(
      {"unreadable_layout",
       fmt::format("On {} text stands side by side and its order is not certain: lines may have run together. "
                   "Check every item from there, or use the Word or spreadsheet version.",
                   words),
       words});
}

double right_edge(const PdfFile& file) {
  double right = 0;
  for (const auto& page : file.pages)
    for (const auto& word : page.words)
      if (word.box.x1 <= page.width) right = std::max(right, word.box.x1);
  return right;
}

// The geometric way, or what the structure tree says, page by page.
class PageReader {
 public:
  PageReader(const PdfFile& file, Document& document)
      : file_(file), type_(type_of(file)), layouter_(type_, right_edge(file)), tags_(file), document_(document) {}

  void read() {
    if (tags_.any()) tagged_ = tagged_blocks(file_, tags_, type_, document_.findings);
    for (const auto& page : file_.pages) {
      const bool believed = tags_.is_believed(page);
      take_tagged_before(page.number + (believed ? 1 : 0));
      PdfLayout layout;
      if (!believed)
        layout = layouter_.lay_out(page);
      else
        layouter_.add_zones(lines_of(tags_.left_over(page)), page, layout);
      if (layout.unclear) unclear_.push_back(page.number);
      for (auto& block : layout.blocks) {
        block.position.page = page.number;
        document_.blocks.push_back(std::move(block));
      }
    }
    take_tagged_before(std::numeric_limits<int>::max());
    tell_unclear_pages(unclear_, document_.findings);
  }

 private:
  void take_tagged_before(int page) {
    for (; next_ < tagged_.size() && tagged_[next_].position.page < page; ++next_)
      document_.blocks.push_back(std::move(tagged_[next_]));
  }

  const PdfFile& file_;
  PdfType type_;
  Layouter layouter_;
  TaggedWords tags_;
  Document& document_;
  std::vector<Block> tagged_;
  std::size_t next_ = 0;
  std::vector<int> unclear_;
};

Document document_of(PdfFile& file) {
  Document document;
  document.format = "pdf";
  document.title = file.title;
  document.language = file.language;
  tell_empty_pages(file, document.findings);
  drop_furniture(file);
  PageReader(file, document).read();
  return document;
}

}  // namespace
}  // namespace formats

Result<Document> read_pdf_json(std::string_view json, const ReadOptions& options) {
  auto file = formats::parse_pdf_json(json);
  if (!file) return tl::unexpected(file.error());
  return formats::finish(formats::document_of(*file), options);
}

}  // namespace makegood
